"""The tokens of a row as small boxes in reading order: learned ones underlined, those of the chat format dotted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.state.data_tokens import Kind, TokenBox
from ui.state.tongue import tr
from ui.theme import font, theme

_HEIGHT, _PITCH, _GAP, _INSIDE = 22.0, 29.0, 3.0, 4.0


class TokenFlow(QWidget):
    """Lays the boxes out in lines as wide as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: tuple[TokenBox, ...] = ()
        self._areas: list[QRectF] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.update)

    def show_boxes(self, boxes: tuple[TokenBox, ...]) -> None:
        """Show these."""
        if boxes == self._boxes:
            return
        self._boxes = boxes
        learned = sum(box.kind.startswith("learned") for box in boxes)
        self.setAccessibleName(tr("{boxes} tokens, {learned} of them learned", boxes=len(boxes), learned=learned))
        self.setAccessibleDescription(" ".join(box.text for box in boxes[:400]))
        self._lay_out()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        areas = _areas(self._boxes, width)
        return round(areas[-1].bottom()) + 6 if areas else 24

    def sizeHint(self) -> QSize:
        return QSize(500, self.heightForWidth(max(self.width(), 300)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._areas = _areas(self._boxes, self.width())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = event.pos()
            tip = next((box.tip for box, area in zip(self._boxes, self._areas, strict=True) if area.contains(at)), "")
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = QRectF(event.rect())
        for box, area in zip(self._boxes, self._areas, strict=True):
            if area.intersects(shown):
                paint_box(painter, area, box.text, box.kind)


def paint_box(painter: QPainter, area: QRectF, text: str, kind: Kind) -> None:
    """One token, or its sample in a legend."""
    colors = theme().colors
    is_format = kind in ("format", "learned format")
    learned = kind in ("learned", "learned format")
    painter.setFont(font(12 if is_format else 14))
    dotted = QPen(QColor(colors.field), 1, Qt.PenStyle.DotLine)
    painter.setPen(dotted if is_format or kind == "cut" else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.learn if learned else colors.card if is_format or kind == "cut" else colors.sunk))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(colors.mut if is_format or kind == "cut" else colors.text))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
    if kind == "cut":
        painter.setPen(QPen(QColor(colors.mut), 1))
        painter.drawLine(QPointF(area.left() + 2, area.center().y()), QPointF(area.right() - 2, area.center().y()))
    if learned:
        painter.setPen(QPen(QColor(colors.learn_line), 2))
        painter.drawLine(QPointF(area.left() + 1, area.bottom() + 1), QPointF(area.right() - 1, area.bottom() + 1))


def _areas(boxes: tuple[TokenBox, ...], width: float) -> list[QRectF]:
    plain, small = QFontMetricsF(font(14)), QFontMetricsF(font(12))
    areas: list[QRectF] = []
    left, top = 0.0, 1.0
    for box in boxes:
        metrics = small if "format" in box.kind else plain
        wide = min(metrics.horizontalAdvance(box.text) + 2 * _INSIDE, max(width, 40.0))
        if left and (box.starts_line or left + wide > width):
            left, top = 0.0, top + _PITCH
        areas.append(QRectF(left, top, wide, _HEIGHT))
        left += wide + _GAP
    return areas
