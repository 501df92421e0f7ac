"""The rail at the left: the name, the places, and the device the studio trains on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.state.device_card import DeviceCard
from ui.state.tongue import tr
from ui.theme import font, theme
from ui.widgets.basics import Bar, Card, Elided, IconLabel, Label, caption, column, row

RAIL_WIDTH = 212


class _Place(QAbstractButton):
    """One place of the rail: icon, name and, for a run, how far it is."""

    def __init__(self, name: str, icon_name: str) -> None:
        super().__init__()
        self._icon, self._beside = icon_name, ""
        self.setText(name)
        self.setCheckable(True)
        self.setFixedHeight(38)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def set_beside(self, text: str) -> None:
        """Words at the right, such as "54 %"."""
        if text != self._beside:
            self._beside = text
            self.setAccessibleDescription(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH - 28, 38)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(QColor(colors.line), 1))
            painter.setBrush(QColor(colors.card))
            painter.drawRoundedRect(area, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.track))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        checked = self.isChecked()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = self.width() - 29 if mirrored else 13
        painter.drawPixmap(at, 11, pixmap(self._icon, colors.accent if checked else colors.mut, 16))
        painter.setFont(font(14, 600 if checked else 500))
        painter.setPen(QColor(colors.text if checked else colors.mut))
        words = self.rect().adjusted(8 if mirrored else 41, 0, -41 if mirrored else -8, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self._beside:
            painter.setFont(font(12, 600))
            painter.setPen(QColor(colors.accent))
            painter.drawText(
                self.rect().adjusted(13, 0, -13, 0),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
                self._beside,
            )


class _Device(Card):
    """Name and memory of the device, and one line on what the studio is doing."""

    def __init__(self) -> None:
        super().__init__("plain")
        self._icon = IconLabel("cpu", "mut", 16)
        self._name = Elided("", 13, 600)
        self._total = caption()
        self._bar = Bar(6)
        self._bar.set_color("weights")
        self._bar.setAccessibleName(tr("Memory in use"))
        self._use = caption()
        self._doing_icon = IconLabel("circle-check", "ok", 14)
        self._doing = Elided("", 12, 400, "ok")
        top = row(self._icon, self._name, None, self._total, spacing=6)
        top.setStretchFactor(self._name, 100)
        below = row(self._doing_icon, self._doing, spacing=6)
        self.setLayout(column(top, 7, self._bar, 7, self._use, 4, below, margins=(12, 9, 12, 9)))

    def render_card(self, card: DeviceCard) -> None:
        """Show this."""
        self._name.setText(card.name)
        self._total.setText(card.total)
        self._use.setText(card.in_use)
        self._use.setToolTip(card.details)
        self._bar.set_share(card.share)
        self._doing_icon.set_icon(card.doing_icon, card.tone)
        self._doing.setText(card.doing)
        self._doing.set_tone(card.tone)


class Rail(QWidget):
    """Where one is and where one can go."""

    chosen = Signal(str)

    def __init__(self, places: tuple[tuple[str, str, str], ...], below: tuple[tuple[str, str, str], ...] = ()) -> None:
        """Key, name and icon of each place; those `below` stand above the device."""
        super().__init__()
        self.setFixedWidth(RAIL_WIDTH)
        self._places: dict[str, _Place] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        buttons, lower = column(spacing=2), column(spacing=2)
        for where, each in ((buttons, places), (lower, below)):
            for key, name, icon_name in each:
                place = _Place(tr(name), icon_name)
                place.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
                group.addButton(place)
                where.addWidget(place)
                self._places[key] = place
        self.device = _Device()
        self.device.hide()
        name = row(6, IconLabel("moon", "accent", 20), 9, Label("Nightshift Studio", 15, 600), None)
        self.setLayout(column(name, 21, buttons, None, lower, 10, self.device, margins=(14, 19, 14, 14)))

    def show_place(self, key: str) -> None:
        """Mark where one is; a page that is no place of its own leaves the mark where it is."""
        if key in self._places:
            self._places[key].setChecked(True)

    def set_beside(self, key: str, text: str) -> None:
        """Words at the right of a place."""
        self._places[key].set_beside(text)

    def place(self, key: str) -> QAbstractButton:
        """The button of a place."""
        return self._places[key]

    def render_device(self, card: DeviceCard) -> None:
        """Show the device."""
        self.device.render_card(card)
        self.device.show()
