"""Where files can be let go: the dashed field on a page, and the veil over the window while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import font, theme
from ui.widgets.basics import IconLabel, body, caption, column, row


class DropZone(QWidget):
    """A dashed field that says what can be dropped. The window itself takes the drop."""

    def __init__(self, title: str, accepted: str) -> None:
        super().__init__()
        self.setMinimumHeight(92)
        first = row(None, IconLabel("download", "text", 18), body(title, 500), None, spacing=10)
        second = row(None, caption(accepted), None)
        self.setLayout(column(None, first, 6, second, None, margins=(12, 8, 12, 8)))
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme().colors.field), 1.6)
        pen.setDashPattern([5, 3.2])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)


class DropVeil(QWidget):
    """Covers the window while files are dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self.hide()

    def show_words(self, words: str) -> None:
        """Say what letting go will do."""
        self._words = words
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colors.bg)
        veil.setAlpha(170)
        painter.fillRect(self.rect(), veil)
        field = QRectF(0, 0, min(560, self.width() - 48), 120)
        field.moveCenter(QRectF(self.rect()).center())
        pen = QPen(QColor(colors.accent), 2)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(colors.tint))
        painter.drawRoundedRect(field, 10, 10)
        painter.setPen(QColor(colors.text))
        painter.setFont(font(15, 600))
        painter.drawText(field.adjusted(16, 0, -16, 0), int(Qt.AlignmentFlag.AlignCenter), self._words)
