"""The promise as an equation: 32 examples per update = 4 at a time × 8 times added up × 1 GPU."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.state.new_run_view import Tile
from ui.state.tongue import tr
from ui.theme import font, theme

_GAP, _NARROW_GAP, _NARROW = 33, 24, 470


class Equation(QWidget):
    """Tiles of equal width; the first, which never changes by itself, in tint."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: tuple[Tile, ...] = ()
        self._operators: tuple[str, ...] = ()
        self.setFixedHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How one update is made up"))
        theme().changed.connect(self.update)

    def show_tiles(self, tiles: tuple[Tile, ...], operators: tuple[str, ...]) -> None:
        """Another equation."""
        if (tiles, operators) == (self._tiles, self._operators):
            return
        self._tiles, self._operators = tiles, operators
        said = [f"{tile.number} {tile.first} {tile.second}" for tile in tiles]
        words = {"=": tr("is"), "×": tr("times"), "+": tr("plus"), "": "–"}
        text = said[0] if said else ""
        for operator, part in zip(operators, said[1:], strict=False):
            text += f" {words[operator]} {part}"
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._tiles:
            return
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self._tiles)
        gap = _GAP if self.width() >= _NARROW else _NARROW_GAP
        width = (self.width() - gap * (count - 1)) / count
        centre = int(Qt.AlignmentFlag.AlignCenter)
        for place, tile in enumerate(self._tiles):
            left = place * (width + gap)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.sunk if place else colors.tint))
            painter.drawRoundedRect(QRectF(left, 0, width, 72), 8, 8)
            painter.setPen(QColor(colors.text if place else colors.accent))
            painter.setFont(font(24 if len(tile.number) <= 6 else 18, 600))
            painter.drawText(QRectF(left, 4, width, 34), centre, tile.number)
            painter.setPen(QColor(colors.mut if place else colors.text))
            painter.setFont(font(12, 400 if place else 500))
            painter.drawText(QRectF(left + 2, 37, width - 4, 16), centre, tile.first)
            painter.drawText(QRectF(left + 2, 53, width - 4, 16), centre, tile.second)
            if place < len(self._operators):
                painter.setPen(QColor(colors.mut))
                painter.setFont(font(20, 500))
                painter.drawText(QRectF(left + width, 0, gap, 46), centre, self._operators[place])
