"""A chip: a state as icon, word and ground."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.colors import Colors
from ui.icons import pixmap
from ui.state.tongue import QT_TR_NOOP, tr
from ui.theme import font, theme

ChipTone = Literal["info", "ok", "warn", "bad", "quiet"]


class Chip(QWidget):
    """A state: icon, word and ground."""

    def __init__(self, icon_name: str = "circle", word: str = "", tone: ChipTone = "quiet") -> None:
        super().__init__()
        self._icon, self._word = icon_name, word
        self._tone: ChipTone = tone
        self.setFont(font(12, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)
        theme().changed.connect(self.update)

    @property
    def word(self) -> str:
        """What it says."""
        return self._word

    def show_state(self, icon_name: str, word: str, tone: ChipTone) -> None:
        """Another state."""
        if (icon_name, word, tone) != (self._icon, self._word, self._tone):
            self._icon, self._word, self._tone = icon_name, word, tone
            self.setAccessibleName(word)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(27 + QFontMetrics(self.font()).horizontalAdvance(self._word) + 11, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ink, ground = _chip_colors(theme().colors, self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), 11, 11)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.drawPixmap(self.width() - 23 if mirrored else 9, 4, pixmap(self._icon, ink, 14))
        painter.setPen(QColor(ink))
        words = self.rect().adjusted(0, 0, -27, 0) if mirrored else self.rect().adjusted(27, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._word)


def _chip_colors(colors: Colors, tone: ChipTone) -> tuple[str, str]:
    return {
        "info": (colors.info, colors.info_ground),
        "ok": (colors.ok, colors.ok_ground),
        "warn": (colors.warn, colors.warn_ground),
        "bad": (colors.bad, colors.bad_ground),
        "quiet": (colors.mut, colors.sunk),
    }[tone]


_CHIPS: dict[str, tuple[str, str, ChipTone]] = {
    "queued": ("list-end", QT_TR_NOOP("Next in line"), "quiet"),
    "starting": ("play", QT_TR_NOOP("Starting"), "info"),
    "running": ("play", QT_TR_NOOP("Running"), "info"),
    "paused": ("pause", QT_TR_NOOP("Paused by you"), "warn"),
    "recovering": ("rotate-cw", QT_TR_NOOP("Restarting"), "warn"),
    "finished": ("circle-check", QT_TR_NOOP("Finished"), "ok"),
    "stopped": ("square", QT_TR_NOOP("Stopped by you"), "quiet"),
    "failed": ("circle-x", QT_TR_NOOP("Stopped by an error"), "bad"),
    "interrupted": ("triangle-alert", QT_TR_NOOP("Interrupted"), "warn"),
}


def chip_for(state: str, chip: Chip | None = None) -> Chip:
    """The chip for a state of a run; `chip` is changed where one is given."""
    shown = chip or Chip()
    icon_name, word, tone = _CHIPS[state]
    shown.show_state(icon_name, tr(word), tone)
    return shown
