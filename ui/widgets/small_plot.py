"""A small plot of one number per update: title, newest value, curve and a caption in words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.state.curves import Floats
from ui.state.long_curve import LongCurve
from ui.state.run_curves import SmallCurve
from ui.state.tongue import tr
from ui.state.words import count
from ui.theme import font, theme
from ui.widgets.basics import Card, Elided, Label, column, row
from ui.widgets.ticks import round_step, written

_EMPTY = np.empty(0)
_AXIS = 52


class SmallPlot(Card):
    """One of those below the loss; shows the same updates and points at the same one."""

    pointed = Signal(object)
    """The update under the mouse, or None."""

    def __init__(self, title: str, color: int) -> None:
        """`color` is a place in the list of colours for runs."""
        super().__init__()
        self.title = Label(title, 12, 600)
        self.value = Label("–", 13, 600)
        self.curve = _Curve(color)
        self.curve.pointed.connect(self.pointed)
        self.caption = Elided("", 12, tone="mut")
        self._shown: SmallCurve | None = None
        self._at: int | None = None
        head = row(self.title, None, self.value, spacing=8)
        self.setLayout(column(head, self.curve, self.caption, spacing=3, margins=(12, 8, 12, 8)))
        self.setFixedHeight(122)
        self.setAccessibleName(title)

    def show_curve(self, curve: SmallCurve) -> None:
        """Show these numbers."""
        self._shown = curve
        self.setAccessibleDescription(f"{curve.title} {curve.now}, {curve.caption}")
        self.curve.show_values(curve.values, curve.beside)
        self._say()

    def show_window(self, first: float, last: float) -> None:
        """Only the updates from `first` to `last`."""
        self.curve.show_window(first, last)

    def point_at(self, update: int | None) -> None:
        """Show the number of this update in place of the newest; None: the newest."""
        self._at = update
        self.curve.point_at(update)
        self._say()

    def _say(self) -> None:
        shown, at = self._shown, self._at
        if shown is None:
            return
        there = shown.values.values[at - 1] if at is not None and 1 <= at <= len(shown.values) else np.nan
        self.value.setText(shown.say(float(there)) if np.isfinite(there) else shown.now)
        self.caption.setText(
            tr("at update {at}", at=count(at)) if at is not None and np.isfinite(there) else shown.caption
        )


class _Curve(QWidget):
    pointed = Signal(object)

    def __init__(self, color: int) -> None:
        super().__init__()
        self._color = color
        self._lines: list[tuple[Floats, Floats]] = []
        self._curves: list[LongCurve] = []
        self._stale = False
        """Whether what is drawn has to be found anew: once for a frame, and only where it is seen."""
        self._window = (0.0, 1.0)
        self._range = (0.0, 1.0)
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, 56)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    def show_values(self, values: LongCurve, beside: LongCurve | None) -> None:
        self._curves = [each for each in (values, beside) if each is not None]
        self._change()

    def show_window(self, first: float, last: float) -> None:
        self._window = (first, last)
        self._change()

    def _change(self) -> None:
        self._stale = True
        self.update()

    def point_at(self, update: int | None) -> None:
        self._at = update
        self.update()

    def _fit(self) -> None:
        first, last = int(max(np.floor(self._window[0]), 1)), int(np.ceil(self._window[1]))
        bins = max(self.width() - _AXIS, 40)
        drawn = [curve.extremes(first, last, bins) for curve in self._curves]
        self._lines = [line for line in drawn if len(line[0])]
        self._range = _whole_range(np.concatenate([_EMPTY, *(y for _, y in self._lines)]), self._range)
        self._stale = False

    def _x(self, updates: Floats) -> Floats:
        first, last = self._window
        return _AXIS + 7 + (updates - first) / (last - first) * (self.width() - _AXIS - 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._change()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        first, last = self._window
        share = (event.position().x() - _AXIS - 7) / max(self.width() - _AXIS - 8, 1)
        update = round(first + share * (last - first))
        self.pointed.emit(update if 0 <= share <= 1 and 1 <= update <= self._made else None)

    @property
    def _made(self) -> int:
        return len(self._curves[0]) if self._curves else 0

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._stale:
            self._fit()
        colors, painter = theme().colors, QPainter(self)
        low, high = self._range
        top, bottom = 8.0, self.height() - 8.0
        painter.setFont(font(12))
        for value, y in ((high, top), (low, bottom)):
            painter.setPen(QPen(QColor(colors.grid), 1))
            painter.drawLine(QPointF(_AXIS + 6, y), QPointF(self.width(), y))
            painter.setPen(QColor(colors.mut))
            box = QRectF(0, y - 9, _AXIS, 18)
            if self._lines:
                words = written(value, value or 1.0)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        if self._at is not None and self._window[0] <= self._at <= self._window[1]:
            x = round(float(self._x(np.array([float(self._at)]))[0]))
            painter.setPen(QPen(QColor(colors.field), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        for number, (x, y) in enumerate(self._lines):
            xs = self._x(x)
            ys = bottom - (np.clip(y, low, high) - low) / (high - low) * (bottom - top)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(x) <= 150)
            pen = QPen(QColor(colors.runs[self._color]), 1.5 if len(x) <= 150 else 1)
            if number:
                pen.setDashPattern([3, 3])
            painter.setPen(pen)
            if xs[-1] - xs[0] < 1:
                painter.drawEllipse(QPointF(xs[0], ys[0]), 1.5, 1.5)
            painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(xs.tolist(), ys.tolist(), strict=True)]))


def _whole_range(values: Floats, shown: tuple[float, float]) -> tuple[float, float]:
    """From zero, or from near the lowest where all are alike, to a round number above the highest; kept while it fits.

    A lone spike is cut off: the caption tells of it.
    """
    if not len(values):
        return shown
    high, low = float(np.percentile(values, 99)), float(values.min())
    high = max(high, 1e-9)
    step = round_step(high * 1.05, 3)
    top = step * np.ceil(high / step - 0.01)
    if shown[0] == 0.0 and 0.4 * shown[1] <= high <= 1.01 * shown[1] and shown[1] <= 2 * top and low >= 0:
        return shown
    return (min(0.0, low), float(top))
