"""What the lines of the loss plot mean, and the slider for the smoothed one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui.state.tongue import numeral, tr
from ui.theme import theme
from ui.widgets.basics import caption, row


class _Sign(QWidget):
    """How a line of the plot looks, beside its name."""

    def __init__(self, curve: str) -> None:
        super().__init__()
        self._curve = curve
        self.setFixedSize({"curve_held_out": 12, "ok": 4}.get(curve, 22), 16)
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        color = QColor(getattr(theme().colors, self._curve))
        painter = QPainter(self)
        middle = self.height() / 2
        if self._curve == "ok":
            painter.fillRect(1, 5, 2, 6, color)
            return
        if self._curve == "curve_held_out":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPolygon(
                QPolygonF(
                    [QPointF(0.5, middle), QPointF(6, middle - 5.5), QPointF(11.5, middle), QPointF(6, middle + 5.5)]
                )
            )
            return
        painter.setPen(QPen(color, 3 if self._curve == "curve_smooth" else 1.4))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))


class Legend(QWidget):
    """The three kinds of marks, and how strongly the middle one is smoothed."""

    smoothing_changed = Signal(float)
    """0, hardly, to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setValue(50)
        self.slider.setFixedWidth(84)
        self.slider.setAccessibleName(tr("Smoothing"))
        self.slider.valueChanged.connect(lambda value: self.smoothing_changed.emit(value / 100))
        line = row(
            _Sign("curve_raw"), caption(tr("each update")), 12,
            _Sign("curve_smooth"), caption(tr("smoothed")), self.slider, 12,
            _Sign("curve_held_out"), caption(tr("held-out rows")), 12,
            _Sign("ok"), caption(tr("saved")), None,
            spacing=6, margins=(4, 0, 0, 0),
        )  # fmt: skip
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say_span(self, updates: float) -> None:
        """Over how many updates is smoothed."""
        words = tr("Smoothed over about {updates} updates", updates=numeral(f"{updates:,.0f}"))
        self.slider.setToolTip(words)
        self.slider.setAccessibleDescription(words)
