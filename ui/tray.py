"""The icon beside the clock while a run is going, with its entry in the task bar: how far it is, and a way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui.icons import pixmap
from ui.state import words
from ui.state.known import KnownRun
from ui.state.tongue import tr
from ui.taskbar import Taskbar
from ui.theme import theme

_SIZE = 64
_BLUE, _PALE = "#4F7BFF", "#8A93A4"


def progress_icon(share: float) -> QIcon:
    """A moon in a ring that closes as the run goes on; readable on light and dark panels. `share`: 0 to 1."""
    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(5, 5, _SIZE - 10, _SIZE - 10)
    painter.setPen(QPen(QColor(_PALE), 6))
    painter.drawEllipse(area)
    pen = QPen(QColor(_BLUE), 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(area, 90 * 16, -round(max(0.0, min(1.0, share)) * 360 * 16))
    painter.drawPixmap(QRectF(17, 17, 30, 30), pixmap("moon", _BLUE, 30), QRectF())
    painter.end()
    return QIcon(picture)


class Tray(QObject):
    """There only while a run is going, and only where the desktop has a place for it."""

    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icon = QSystemTrayIcon(self)
        self.icon.activated.connect(self._activated)
        self._menu = QMenu()
        theme().dress(self._menu)
        self._menu.addAction(tr("Open the window")).triggered.connect(lambda _=False: self.opened.emit())
        self.icon.setContextMenu(self._menu)
        self._drawn = -1
        self._taskbar = Taskbar()

    def show_run(self, active: KnownRun | None) -> None:
        """How far it is."""
        self._taskbar.show_share(active.share if active is not None else None)
        if active is None:
            self.icon.hide()
            return
        percent = round(active.share * 100)
        if percent != self._drawn:
            self._drawn = percent
            self.icon.setIcon(progress_icon(active.share))
        self.icon.setToolTip(f"{words.percent(active.share)} – {active.title}")
        if not self.icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()

    def close(self) -> None:
        """Take it away."""
        self._taskbar.show_share(None)
        self.icon.hide()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
