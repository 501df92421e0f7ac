"""Cards, rows, labels, buttons and bars: the alphabet of every page."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon, pixmap
from ui.state.glossary import meaning
from ui.theme import font, theme

Tone = Literal["text", "mut", "accent", "ok", "warn", "bad", "on_accent"]
CardKind = Literal[
    "plain", "tint", "warn", "bad", "sunk", "field", "learn", "ground-warn", "ground-bad", "ground-info", "ground-ok"
]


def _set_property(widget: QWidget, name: str, value: object) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def color_of(tone: Tone) -> str:
    """The hex of a tone, in the theme of the moment."""
    found = getattr(theme().colors, tone)
    assert isinstance(found, str)
    return found


class Card(QFrame):
    """A ground with a hairline and round corners."""

    def __init__(self, kind: CardKind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)

    def set_kind(self, kind: CardKind) -> None:
        """Another ground."""
        _set_property(self, "card", kind)


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("rule", "true")
    line.setFixedHeight(1)
    return line


def column(
    *items: QWidget | QLayout | int | None, spacing: int = 0, margins: tuple[int, ...] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A layout from top to bottom; a number is a gap, None takes the rest."""
    made = QVBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def row(
    *items: QWidget | QLayout | int | None, spacing: int = 0, margins: tuple[int, ...] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """A layout from left to right; a number is a gap, None takes the rest."""
    made = QHBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def _fill(
    layout: QBoxLayout, items: tuple[QWidget | QLayout | int | None, ...], spacing: int, margins: tuple[int, ...]
) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def held(layout: QLayout) -> QWidget:
    """A layout as a widget, which can be hidden."""
    made = QWidget()
    made.setLayout(layout)
    return made


def empty(layout: QLayout) -> None:
    """Take out what stands in it, for good."""
    while layout.count():
        item = layout.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()


class Label(QLabel):
    """Plain text in a size, a weight and a tone."""

    def __init__(self, text: str = "", size: int = 13, weight: int = 400, tone: Tone = "text") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, weight))
        self.setProperty("tone", tone)
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # Latin names too
            self.setAlignment(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            )
        if explained := meaning(text):
            self.setToolTip(explained)

    def set_tone(self, tone: Tone) -> None:
        """Another tone."""
        _set_property(self, "tone", tone)

    def say(self, text: str) -> None:
        """Show the text; hidden where there is none."""
        self.setText(text)
        self.setVisible(bool(text))

    def wrapped(self) -> Label:
        """The same label, over as many lines as it needs."""
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        return self


class Elided(Label):
    """A label that ends in … where there is too little room, with the whole text in its tooltip."""

    def __init__(self, text: str = "", size: int = 13, weight: int = 400, tone: Tone = "text") -> None:
        super().__init__(text, size, weight, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_minimum(24)

    def set_minimum(self, width: int) -> None:
        """The narrowest it may become."""
        self._minimum = width
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._minimum, super().sizeHint().width()), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        area = self.contentsRect()
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)


def title(text: str = "") -> Label:
    """The page headline: 22, half bold."""
    return Label(text, 22, 600)


def card_title(text: str = "") -> Label:
    """The title of a card: 15, half bold."""
    return Label(text, 15, 600)


def body(text: str = "", weight: int = 400, tone: Tone = "text") -> Label:
    """Running text: 13."""
    return Label(text, 13, weight, tone)


def caption(text: str = "", weight: int = 400, tone: Tone = "mut") -> Label:
    """The smallest text: 12, in the second tone."""
    return Label(text, 12, weight, tone)


def label_of(text: str, field: QWidget) -> Label:
    """The name of a field, whose shortcut goes to it."""
    made = caption(text, 500)
    made.setBuddy(field)
    return made


class IconLabel(QLabel):
    """One icon in a tone; follows the theme. It never says anything a word beside it does not say."""

    def __init__(self, name: str, tone: Tone = "text", size: int = 18) -> None:
        super().__init__()
        self._name, self._size = name, size
        self._tone: Tone = tone
        self.setFixedSize(size, size)
        theme().changed.connect(self._draw)
        self._draw()

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        """Another icon, another tone."""
        if (name, tone or self._tone) == (self._name, self._tone):
            return
        self._name, self._tone = name, tone or self._tone
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(pixmap(self._name, color_of(self._tone), self._size))


class Button(QPushButton):
    """A button with an optional icon that follows the theme."""

    def __init__(
        self,
        text: str,
        icon_name: str | None = None,
        kind: Literal["primary", "secondary", "link"] = "secondary",
        height: int = 34,
    ) -> None:
        super().__init__(text if not icon_name or not text else f" {text}")
        self._icon, self._kind = icon_name, kind
        self.setProperty("kind", kind)
        self.setProperty("small", "true" if height <= 28 else "false")
        small = height <= 28
        self.setFont(font(12 if small else 13, 600 if kind != "secondary" else 500))
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(15, 15) if small else QSize(16, 16))
        if icon_name:
            theme().changed.connect(self._draw)
            self._draw()

    def set_text(self, text: str) -> None:
        """Another word on it."""
        self.setText(f" {text}" if self._icon else text)

    def set_icon(self, name: str) -> None:
        """Another icon on it."""
        if name != self._icon:
            self._icon = name
            self._draw()

    def _draw(self) -> None:
        if self._icon:
            tones: dict[str, Tone] = {"primary": "on_accent", "secondary": "text", "link": "accent"}
            self.setIcon(icon(self._icon, color_of(tones[self._kind]), self.iconSize().width()))


def primary_button(text: str, icon_name: str | None = None, height: int = 34) -> Button:
    """The one filled button of a page."""
    return Button(text, icon_name, "primary", height)


def secondary_button(text: str, icon_name: str | None = None, height: int = 34) -> Button:
    """A button with a border."""
    return Button(text, icon_name, "secondary", height)


def link_button(text: str, icon_name: str | None = None, height: int = 28) -> Button:
    """A button that looks like a link."""
    return Button(text, icon_name, "link", height)


def icon_button(icon_name: str, name: str, height: int = 28) -> Button:
    """A button with an icon alone; `name` is what screen readers say and the tooltip shows."""
    made = Button("", icon_name, "secondary", height)
    made.setFixedWidth(height + 8)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


class Bar(QProgressBar):
    """How far, as a rounded bar. 0 to 1000 thousandths."""

    def __init__(self, height: int = 8) -> None:
        super().__init__()
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setFixedHeight(height)
        self._color: str | None = None
        theme().changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """0 to 1."""
        self.setValue(round(max(0.0, min(1.0, share)) * 1000))

    def set_color(self, memory_part: str | None) -> None:
        """In the colour of a part of the memory, or the accent."""
        self._color = memory_part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        radius = area.height() / 2
        painter.setBrush(QColor(colors.track))
        painter.drawRoundedRect(area, radius, radius)
        if self.value() > 0:
            area.setWidth(max(area.height(), area.width() * self.value() / 1000))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                area.moveRight(float(self.width()))
            painter.setBrush(QColor(colors.memory[self._color] if self._color else colors.accent))
            painter.drawRoundedRect(area, radius, radius)
