"""A small plot of one number per update: title, newest value, curve and a caption in words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.state.curves import Floats, extremes
from ui.state.run_curves import SmallCurve
from ui.theme import font, theme
from ui.widgets.basics import Card, Elided, Label, column, row
from ui.widgets.ticks import round_step, written

_EMPTY = np.empty(0)
_AXIS = 44


class SmallPlot(Card):
    """One of the four below the loss."""

    def __init__(self, title: str, color: int) -> None:
        """`color` is a place in the list of colours for runs."""
        super().__init__()
        self.title = Label(title, 12, 600)
        self.value = Label("–", 13, 600)
        self.curve = _Curve(color)
        self.caption = Elided("", 12, tone="mut")
        head = row(self.title, None, self.value, spacing=8)
        self.setLayout(column(head, self.curve, self.caption, spacing=3, margins=(12, 8, 12, 8)))
        self.setFixedHeight(122)
        self.setAccessibleName(title)

    def show_curve(self, curve: SmallCurve, planned_updates: int) -> None:
        """Show these numbers."""
        self.value.setText(curve.now)
        self.caption.setText(curve.caption)
        self.setAccessibleDescription(f"{curve.title} {curve.now}, {curve.caption}")
        self.curve.show_values(curve.values, planned_updates)


class _Curve(QWidget):
    def __init__(self, color: int) -> None:
        super().__init__()
        self._color = color
        self._points = (_EMPTY, _EMPTY)
        self._values = _EMPTY
        self._planned = 1
        self._range = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, 56)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    def show_values(self, values: Floats, planned_updates: int) -> None:
        self._values, self._planned = values, max(planned_updates, len(values), 1)
        self._fit()

    def _fit(self) -> None:
        self._points = extremes(self._values, 1, len(self._values), max(self.width() - _AXIS, 40))
        self._range = _whole_range(self._points[1], self._range)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors, painter = theme().colors, QPainter(self)
        low, high = self._range
        top, bottom = 8.0, self.height() - 8.0
        painter.setFont(font(12))
        for value, y in ((high, top), (low, bottom)):
            painter.setPen(QPen(QColor(colors.grid), 1))
            painter.drawLine(QPointF(_AXIS + 6, y), QPointF(self.width(), y))
            painter.setPen(QColor(colors.mut))
            box = QRectF(0, y - 9, _AXIS, 18)
            if len(self._points[0]):
                words = written(value, value or 1.0)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        x, y = self._points
        if not len(x):
            return
        width = self.width() - _AXIS - 8
        xs = _AXIS + 7 + x / self._planned * width
        ys = bottom - (np.clip(y, low, high) - low) / (high - low) * (bottom - top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(x) <= 150)
        painter.setPen(QPen(QColor(colors.runs[self._color]), 1.5 if len(x) <= 150 else 1))
        if len(x) == 1:
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
