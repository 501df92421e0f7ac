"""The flags on top of a plot: where they find room, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ui.icons import pixmap
from ui.state.flags import Flag, FlagTone
from ui.theme import font, theme

HEIGHT = 23
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
ICON_WIDTH = 24
_GAP = 3
_HOLD = 6
"""Pixels of a flag on either side of its line, at least."""


@dataclass(frozen=True)
class Place:
    """Where a flag stands, in pixels."""

    left: float
    width: float
    with_words: bool


def place_flags(lines: Sequence[float], widths: Sequence[float], left: float, right: float) -> list[Place]:
    """A place for each flag over its line, from left to right. Flags that would touch shrink to their icon.

    `lines` are the sorted x of the lines, `widths` the widths with words.
    """
    wide = [width <= right - left for width in widths]
    while crowded := [index for index in _crowded(lines, _now(widths, wide), left, right) if wide[index]]:
        for index in crowded:
            wide[index] = False
    for index, width in enumerate(widths):  # some may have their words back now
        if not wide[index] and width <= right - left:
            wide[index] = True
            wide[index] = not _crowded(lines, _now(widths, wide), left, right)
    now = _now(widths, wide)
    starts = _earliest(lines, now, left, right)
    latest = _latest(lines, now, right)
    places: list[Place] = []
    at = left
    for line, width, has_words, start, last in zip(lines, now, wide, starts, latest, strict=True):
        at = max(min(max(line - width / 2, start, at), max(last, start)), left)
        at = min(at, right - width)
        places.append(Place(at, width, has_words))
        at += width + _GAP
    return places


def _now(widths: Sequence[float], wide: Sequence[bool]) -> list[float]:
    return [width if has_words else ICON_WIDTH for width, has_words in zip(widths, wide, strict=True)]


def _crowded(lines: Sequence[float], widths: Sequence[float], left: float, right: float) -> set[int]:
    """The flags that cannot reach their lines, with their left neighbours."""
    found: set[int] = set()
    for index, start in enumerate(_earliest(lines, widths, left, right)):
        if start > min(lines[index] - _HOLD, right - widths[index]) + 0.5:
            found |= {max(index - 1, 0), index}
    return found


def _earliest(lines: Sequence[float], widths: Sequence[float], left: float, right: float) -> list[float]:
    """The leftmost start of each flag that touches neither its left neighbour nor the edge."""
    starts: list[float] = []
    end = left - _GAP
    for line, width in zip(lines, widths, strict=True):
        start = max(min(line - width + _HOLD, right - width), end + _GAP, left)
        starts.append(start)
        end = start + width
    return starts


def _latest(lines: Sequence[float], widths: Sequence[float], right: float) -> list[float]:
    """The rightmost start of each flag."""
    found: list[float] = []
    end = right
    for line, width in zip(reversed(lines), reversed(widths), strict=True):
        start = min(line - _HOLD, end - width)
        found.append(start)
        end = start - _GAP
    return found[::-1]


def flag_colors(tone: FlagTone) -> tuple[str, str]:
    """Ink and ground of a flag."""
    colors = theme().colors
    return {
        "info": (colors.info, colors.info_ground),
        "warn": (colors.warn, colors.warn_ground),
        "bad": (colors.bad, colors.bad_ground),
        "quiet": (colors.mut, colors.sunk),
    }[tone]


def flag_width(flag: Flag) -> float:
    """With its words."""
    return ICON_WIDTH + QFontMetrics(font(12, 500)).horizontalAdvance(flag.words) + 9


def draw_flag(painter: QPainter, flag: Flag, place: Place, top: float) -> None:
    """The flag itself."""
    ink, ground = flag_colors(flag.tone)
    area = QRectF(round(place.left) + 0.5, top + 0.5, round(place.width) - 1, HEIGHT - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area, 6, 6)
    painter.drawPixmap(QPointF(area.left() + (5 if place.with_words else 4.5), top + 4.5), pixmap(flag.icon, ink, 14))
    if place.with_words:
        painter.setFont(font(12, 500))
        painter.setPen(QColor(ink))
        painter.drawText(area.adjusted(ICON_WIDTH, 0, 0, 0), _LEFT, flag.words)
