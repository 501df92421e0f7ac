"""Where the memory of the device goes: a bar with every part, a line where it ends, and a legend that adds up."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.colors import blend
from ui.state.memory import MemoryPart, MemoryView
from ui.state.tongue import tr
from ui.theme import font, theme

_TOP, _BAR, _LINE = 21, 40, 19
_NARROW = 470


class MemoryBar(QWidget):
    """Other programs first and hatched, then ours by part, then spare."""

    def __init__(self) -> None:
        super().__init__()
        self._view: MemoryView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Memory of this plan"))
        theme().changed.connect(self.update)

    def show_memory(self, view: MemoryView) -> None:
        """Another bar."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleDescription(view.twin)
        self.updateGeometry()
        self.update()

    @property
    def _columns(self) -> int:
        return 3 if self.width() >= _NARROW else 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # fewer columns, more lines

    def sizeHint(self) -> QSize:
        lines = math.ceil(len(self._view.parts) / self._columns) if self._view else 3
        return QSize(480, _TOP + _BAR + 9 + lines * _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(part.num_bytes for part in self._view.parts)
        scale = (self.width() - 2) / max(total, self._view.limit_bytes, 1)
        self._paint_bar(painter, self._view, scale)
        self._paint_limit(painter, self._view, scale)
        self._paint_legend(painter, self._view.parts)

    def _paint_bar(self, painter: QPainter, view: MemoryView, scale: float) -> None:
        colors = theme().colors
        limit = view.limit_bytes * scale
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(0, _TOP, self.width() - 2, _BAR), 4, 4)
        painter.save()
        painter.setClipPath(whole)
        painter.fillRect(QRectF(0, _TOP, self.width(), _BAR), QColor(colors.card))
        left = 0.0
        for part in view.parts:
            width = part.num_bytes * scale
            area = QRectF(left, _TOP, max(width - 1.0, min(width, 0.8)), _BAR)
            inside = area.intersected(QRectF(0, _TOP, limit if view.too_much else self.width(), _BAR))
            outside = area.intersected(QRectF(limit, _TOP, self.width(), _BAR)) if view.too_much else QRectF()
            fill = QColor(_fill(part.key))
            if not inside.isEmpty():
                painter.fillRect(inside, fill)
                if part.key == "others":
                    _hatch(painter, inside, colors.mut)
                self._paint_name(painter, part, inside)
            if not outside.isEmpty():
                painter.fillRect(outside, QColor(blend(fill.name(), colors.card, 0.62)))
                _hatch(painter, outside, fill.name())
            left += width
        painter.restore()
        if view.too_much:
            self._paint_too_much(painter, view.too_much, limit)

    def _paint_name(self, painter: QPainter, part: MemoryPart, area: QRectF) -> None:
        if part.key in ("others", "spare"):
            return
        metrics = QFontMetrics(font(12, 500))
        for text in (f"{part.short or part.name} {part.written}", part.written):
            if metrics.horizontalAdvance(text) + 10 < area.width():
                painter.setFont(font(12, 500))
                painter.setPen(QColor(_ink(_fill(part.key))))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
                return

    def _paint_too_much(self, painter: QPainter, text: str, limit: float) -> None:
        colors = theme().colors
        width = QFontMetrics(font(12, 600)).horizontalAdvance(text) + 20
        right = self.width() - 12
        left = min(max(limit + (self.width() - limit - width) / 2, 4), right - width)
        flag = QRectF(left, _TOP + 8, width, 24)
        painter.setPen(QPen(QColor(colors.bad), 1))
        painter.setBrush(QColor(colors.bad_ground))
        painter.drawRoundedRect(flag, 5, 5)
        painter.setFont(font(12, 600))
        painter.setPen(QColor(colors.bad))
        painter.drawText(flag, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_limit(self, painter: QPainter, view: MemoryView, scale: float) -> None:
        colors = theme().colors
        at = min(view.limit_bytes * scale, self.width() - 2.0)
        painter.setPen(QPen(QColor(colors.text), 2))
        painter.drawLine(QPointF(at, _TOP - 5), QPointF(at, _TOP + _BAR + 2))
        painter.setFont(font(12, 600))
        width = QFontMetrics(font(12, 600)).horizontalAdvance(view.limit)
        left = min(max(at - width / 2, 0), self.width() - width - 9) if view.too_much else self.width() - width - 9
        painter.drawText(QRectF(left, -1, width + 2, 16), int(Qt.AlignmentFlag.AlignVCenter), view.limit)

    def _paint_legend(self, painter: QPainter, parts: tuple[MemoryPart, ...]) -> None:
        colors = theme().colors
        columns = self._columns
        lines = math.ceil(len(parts) / columns)
        gap = 22
        width = (self.width() - gap * (columns - 1)) / columns
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, part in enumerate(parts):
            begin = (place // lines) * (width + gap)
            left = self.width() - begin - width if mirrored else begin
            top = _TOP + _BAR + 9 + (place % lines) * _LINE
            box = QRectF(left + width - 11.5 if mirrored else left + 0.5, top + 3.5, 11, 11)
            painter.setBrush(QColor(_fill(part.key)))
            painter.setPen(QPen(QColor(colors.field), 1) if part.key == "spare" else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 3, 3)
            if part.key == "others":
                painter.save()
                path = QPainterPath()
                path.addRoundedRect(box, 3, 3)
                painter.setClipPath(path)
                _hatch(painter, box, colors.mut, 4)
                painter.restore()
            line = QRectF(left if mirrored else left + 20, top, width - 20, _LINE)
            painter.setFont(font(12))
            painter.setPen(QColor(colors.mut))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), part.name)
            painter.setFont(font(12, 600))
            painter.setPen(QColor(colors.text))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), part.written)


def _fill(key: str) -> str:
    colors = theme().colors
    return colors.track if key == "spare" else colors.memory[key]


def _ink(ground: str) -> str:
    """Black or white, whichever reads better."""
    return max(("#FFFFFF", "#10131C"), key=lambda ink: contrast(ink, ground))


def contrast(one: str, other: str) -> float:
    """How well two colours can be told apart, 1 to 21, as WCAG counts it."""
    lights = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _luminance(color: str) -> float:
    parts = QColor(color)
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (parts.redF(), parts.greenF(), parts.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _hatch(painter: QPainter, area: QRectF, color: str, step: int = 7) -> None:
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(color), 1))
    start = int(area.left() - area.height()) // step * step
    for x in range(start, int(area.right()) + step, step):
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
    painter.restore()
