"""Runs in rows: those waiting and those that are over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.state.home import EarlierRow, WaitingRow
from ui.theme import theme
from ui.widgets.basics import Elided, Label, body, caption, chip_for, column, row, secondary_button
from ui.widgets.sparkline import Sparkline

STATE, LOSS, BEST, TOOK, ENDED, BUTTON = 166, 104, 116, 88, 148, 80


class _Row(QAbstractButton):
    """A row that can be pressed as a whole; a hairline above it."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.line_above = True

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        if self.line_above:
            painter.fillRect(0, 0, self.width(), 1, QColor(colors.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.sunk))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-1, 3, 1, -2), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -2), 6, 6)


class EarlierRowWidget(_Row):
    """One earlier run."""

    open_asked = Signal(str)
    again_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(49)
        self._shown: EarlierRow | None = None
        self._title = Elided("", 13, 600)
        self._about = Elided("", 12, 400, "mut")
        self._chip = chip_for("finished")
        self._spark = Sparkline()
        self._best = body("", 600)
        self._took = body()
        self._ended = body()
        self._button = secondary_button("", height=28)
        self._button.setFixedWidth(80)
        self._button.clicked.connect(self._pressed)
        self.clicked.connect(self._open)
        self.setLayout(
            cells(
                column(None, self._title, 1, self._about, None),
                _left(self._chip),
                _left(self._spark),
                self._best,
                self._took,
                self._ended,
                self._button,
            )
        )

    def render_row(self, shown: EarlierRow) -> None:
        """Show this run."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(f"Open {shown.title}")
        self._title.setText(shown.title)
        self._about.setText(shown.about)
        chip_for(shown.state, self._chip)
        self._spark.set_values(shown.curve)
        self._best.setText(shown.best)
        self._took.setText(shown.took)
        self._ended.setText(shown.ended)
        self._button.set_text(shown.button)
        self._button.setAccessibleName(f"{shown.button} {shown.title}")

    def _open(self) -> None:
        if self._shown:
            self.open_asked.emit(self._shown.name)

    def _pressed(self) -> None:
        if self._shown:
            (self.again_asked if self._shown.command else self.open_asked).emit(self._shown.name)


def earlier_head() -> QWidget:
    """The names of the columns."""
    head = QWidget()
    head.setFixedHeight(30)
    names = [caption(text, 600) for text in ("Run", "State", "Loss", "Best held-out loss", "Took", "Ended", "")]
    head.setLayout(cells(names[0], names[1], names[2], names[3], names[4], names[5], names[6]))
    return head


def cells(
    run: QWidget | QHBoxLayout | object,
    state: QWidget,
    loss: QWidget,
    best: Label,
    took: Label,
    ended: Label,
    button: QWidget,
) -> QHBoxLayout:
    """One line of the table, in its columns."""
    first = QWidget()
    if isinstance(run, QWidget):
        first.setLayout(row(run))
    else:
        first.setLayout(run)  # type: ignore[arg-type]
    first.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    best.setAlignment(right)
    took.setAlignment(right)
    for widget, width in ((state, STATE), (loss, LOSS), (best, BEST), (took, TOOK), (ended, ENDED), (button, BUTTON)):
        widget.setFixedWidth(width if widget is not button else min(width, widget.maximumWidth()))
        if widget is not button:
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made = row(first, state, loss, best, took, 22, ended, button)
    made.setStretchFactor(first, 1)
    return made


def _left(widget: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(row(widget, None))
    return holder


class WaitingRowWidget(_Row):
    """One run that waits."""

    open_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(47)
        self._name = ""
        self._place = body("", 600, "mut")
        self._place.setFixedWidth(23)
        self._title = Elided("", 13, 600)
        self._about = Elided("", 12, 400, "mut")
        self._updates = body("", 500)
        said = column(None, self._title, 1, self._about, None)
        line = row(self._place, said, self._updates, margins=(0, 2, 0, 0))
        line.setStretchFactor(said, 1)
        self.setLayout(line)
        self.clicked.connect(lambda: self.open_asked.emit(self._name))

    def render_row(self, shown: WaitingRow) -> None:
        """Show this run."""
        self._name = shown.name
        self.line_above = shown.place > 1
        self.setAccessibleName(f"Open {shown.title}")
        self._place.setText(str(shown.place))
        self._title.setText(shown.title)
        self._about.setText(shown.about)
        self._updates.setText(shown.updates)
