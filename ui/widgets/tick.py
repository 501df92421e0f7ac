"""A box to tick, as large as a finger wants it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.icons import pixmap
from ui.theme import theme


class Tick(QAbstractButton):
    """Its name is what screen readers say; the words stand beside it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFixedSize(24, 24)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.accent if self.isChecked() else colors.field), 1))
        painter.setBrush(QColor(colors.accent if self.isChecked() else colors.card))
        painter.drawRoundedRect(QRectF(3.5, 3.5, 17, 17), 5, 5)
        if self.isChecked():
            painter.drawPixmap(5, 5, pixmap("check", colors.on_accent, 14))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(1, 1, 22, 22), 7, 7)
