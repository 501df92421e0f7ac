"""A loss curve as small as a word, with a dot at its end."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.state.tongue import numeral, tr
from ui.theme import theme


class Sparkline(QWidget):
    """Shows a shape, no numbers; the numbers stand beside it."""

    def __init__(self, width: int = 96, height: int = 28, pen_width: float = 1.5) -> None:
        super().__init__()
        self._hint = QSize(width, height)
        self._pen_width = pen_width
        self._values: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Loss curve"))
        theme().changed.connect(self.update)

    def set_values(self, values: tuple[float, ...]) -> None:
        """Another curve, left to right."""
        if values != self._values:
            self._values = values
            if len(values) > 1:
                self.setAccessibleDescription(
                    tr(
                        "from {values} to {values2}",
                        values=numeral(f"{values[0]:.3f}"),
                        values2=numeral(f"{values[-1]:.3f}"),
                    )
                )
            self.update()

    def sizeHint(self) -> QSize:
        return self._hint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 4, -5, -4)
        low, high = min(self._values), max(self._values)
        span = (high - low) or 1.0
        last = max(1, len(self._values) - 1)
        points = [
            QPointF(area.left() + area.width() * i / last, area.bottom() - area.height() * (value - low) / span)
            for i, value in enumerate(self._values)
        ]
        color = QColor(theme().colors.runs[0])
        pen = QPen(color, self._pen_width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(points[-1], 3, 3)
