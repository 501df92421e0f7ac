"""What is painted on and around the curves of the loss plot: grid, flags, marks, labels and the numbers pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from ui.state.curves import Floats
from ui.state.flags import Flag
from ui.state.tongue import tr
from ui.theme import font, theme
from ui.widgets.flags import HEIGHT, Place, draw_flag, flag_colors
from ui.widgets.frame import Frame
from ui.widgets.ticks import log_ticks, round_step, ticks, written

FLAGS_ABOVE = HEIGHT + 8
"""Pixels from the top of a flag down to the plot."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class LineEnd:
    """The newest number of a line, in words."""

    update: float
    value: float
    words: str
    color: str


def draw_grid(painter: QPainter, frame: Frame, *, numbered: bool) -> None:
    """Horizontal lines with their losses, `numbered` once there are any, and the updates below."""
    colors, area = theme().colors, frame.area
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(font(12))
    low, high = frame.losses
    most = max(int(area.height() / 52), 3)
    step = round_step(high - low, most)
    for value in log_ticks(low, high, most) if frame.log else ticks(low, high, most):
        y = round(frame.y(value))
        painter.setPen(QPen(QColor(colors.grid), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QColor(colors.mut))
        if numbered:
            of_its_own = min(step, 10.0 ** np.floor(np.log10(value))) if frame.log else step
            painter.drawText(QRectF(0, y - 10, area.left() - 8, 20), _RIGHT, written(value, of_its_own))
    painter.setPen(QPen(QColor(colors.line), 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    marks = ticks(max(frame.updates[0], 0), frame.updates[1], max(int(area.width() / 110), 2), whole=True)
    step = marks[1] - marks[0] if len(marks) > 1 else 1.0
    painter.setPen(QColor(colors.mut))
    for value in marks:
        box = QRectF(frame.x(value) - 50, area.bottom() + 4, 100, 20)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), written(value, step))


def _dashed(painter: QPainter, frame: Frame, update: float, color: str) -> None:
    pen = QPen(QColor(color), 1)
    pen.setDashPattern([4, 3])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    x = round(frame.x(update))
    painter.drawLine(QPointF(x, frame.area.top() - 8), QPointF(x, frame.area.bottom()))


def draw_bands(painter: QPainter, frame: Frame, flags: Sequence[Flag]) -> None:
    """Time between two updates, hatched: no wider than that needs, since no update was made in it."""
    color = QColor(theme().colors.field)
    for flag in flags:
        if not flag.band:
            continue
        area = QRectF(round(frame.x(flag.update)) - 4.5, frame.area.top() - 8, 9, frame.area.height() + 8)
        painter.fillRect(area, QColor(theme().colors.sunk))
        painter.fillRect(area, QBrush(color, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(color, 1))
        for x in (area.left(), area.right()):
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def draw_saves(painter: QPainter, frame: Frame, updates: Floats) -> None:
    """A small mark on the axis for every checkpoint, where they do not fill it."""
    columns = frame.columns(updates[(updates >= frame.updates[0]) & (updates <= frame.updates[1])])
    if len(columns) > frame.area.width() / 8:
        return
    for x in columns:
        painter.fillRect(QRectF(x - 1, frame.area.bottom() + 1, 2, 5), QColor(theme().colors.ok))


def draw_planned_end(painter: QPainter, frame: Frame, update: float) -> None:
    """A dashed line with its name."""
    colors = theme().colors
    _dashed(painter, frame, update, colors.field)
    painter.setFont(font(12))
    painter.setPen(QColor(colors.mut))
    painter.drawText(QRectF(frame.x(update) - 120, frame.area.bottom() - 24, 114, 20), _RIGHT, tr("planned end"))


def draw_flags(painter: QPainter, frame: Frame, flags: Sequence[Flag], places: Sequence[Place]) -> None:
    """The flags with their lines."""
    for flag in flags:
        if not flag.band:
            _dashed(painter, frame, flag.update, flag_colors(flag.tone)[0])
    for flag, place in zip(flags, places, strict=True):
        draw_flag(painter, flag, place, frame.area.top() - FLAGS_ABOVE)


def draw_not_finite(painter: QPainter, frame: Frame, updates: Floats) -> None:
    """A red mark at the bottom for every loss that is not a number."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for x in frame.columns(updates):
        painter.fillRect(QRectF(x - 1, frame.area.bottom() - 11, 2, 12), QColor(theme().colors.bad))


def draw_above(painter: QPainter, frame: Frame, updates: Floats) -> None:
    """A small arrow at the top for a loss higher than what is shown, unless there are very many."""
    columns = frame.columns(updates)
    if len(columns) > 120:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().colors.curve_raw))
    top = frame.area.top()
    for x in columns:
        painter.drawPolygon(QPolygonF([QPointF(x - 4, top), QPointF(x + 4, top), QPointF(x, top - 6)]))


def draw_diamonds(painter: QPainter, frame: Frame, checks: Iterable[tuple[int, float]]) -> None:
    """The checks on held-out rows."""
    colors = theme().colors
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(QColor(colors.curve_held_out))
    painter.setPen(QPen(QColor(colors.card), 1))
    low, high = frame.losses
    for update, value in checks:
        if frame.holds(update) and low <= value <= high:
            x, y = frame.x(update), frame.y(value)
            corners = [QPointF(x - 5.5, y), QPointF(x, y - 5.5), QPointF(x + 5.5, y), QPointF(x, y + 5.5)]
            painter.drawPolygon(QPolygonF(corners))


def draw_dot(painter: QPainter, frame: Frame, end: LineEnd) -> None:
    """The end of a line that goes on."""
    low, high = frame.losses
    if low <= end.value <= high:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(end.color))
        painter.drawEllipse(QPointF(frame.x(end.update), frame.y(end.value)), 4.5, 4.5)


def draw_line_ends(painter: QPainter, frame: Frame, ends: Sequence[LineEnd]) -> None:
    """Beside the rightmost end, or above the upper and below the lower one where there is no room."""
    area, metrics = frame.area, QFontMetrics(font(12, 600))
    ends = sorted(ends, key=lambda end: -end.value)
    right = max((frame.x(end.update) for end in ends), default=0.0)
    beside = all(right + 12 + metrics.horizontalAdvance(end.words) <= area.right() for end in ends)
    heights = [frame.y(end.value) for end in ends]
    if not beside:
        heights = [y + (22 if number else -20) for number, y in enumerate(heights)]
    heights = spread(heights, area.top() + 10, area.bottom() - 10)
    ground = QColor(theme().colors.card)
    ground.setAlphaF(0.82)
    painter.setFont(font(12, 600))
    for end, height in zip(ends, heights, strict=True):
        width = metrics.horizontalAdvance(end.words)
        left = right + 12 if beside else min(frame.x(end.update) - width / 2, area.right() - width)
        box = QRectF(left, height - 9, width + 1, 18)
        painter.fillRect(box.adjusted(-3, 1, 3, -1), ground)
        painter.setPen(QColor(end.color))
        painter.drawText(box, _LEFT, end.words)


def spread(heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Heights of lines of words, from the top down, moved so that none covers another or leaves the plot."""
    placed = list(heights)
    for number in range(1, len(placed)):
        closeness = 18 - (placed[number] - placed[number - 1])
        if closeness > 0:
            placed[number - 1] -= closeness / 2
            placed[number] += closeness / 2
    for number in reversed(range(len(placed))):  # from the lowest up: what the bottom pushes pushes the one above
        placed[number] = min(placed[number], bottom - 18 * (len(placed) - 1 - number))
    for number in range(len(placed)):
        placed[number] = max(placed[number], top + 18 * number)
    return placed


def draw_selection(painter: QPainter, frame: Frame, drag: tuple[float, float]) -> None:
    """The stretch that is being dragged over, in pixels."""
    tint = QColor(theme().colors.accent)
    tint.setAlphaF(0.14)
    first, last = sorted(drag)
    painter.fillRect(QRectF(first, frame.area.top(), last - first, frame.area.height()), tint)


def draw_pointed_at(painter: QPainter, frame: Frame, update: int, value: float, words: tuple[str, str]) -> None:
    """A line and a ring at an update, and its numbers in a box beside it."""
    colors, area, x = theme().colors, frame.area, frame.x(update)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(colors.field), 1))
    painter.drawLine(QPointF(round(x), area.top()), QPointF(round(x), area.bottom()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    low, high = frame.losses
    y = frame.y(value) if low <= value <= high else area.top()
    if np.isfinite(value):
        painter.setPen(QPen(QColor(colors.accent), 2.5))
        painter.setBrush(QColor(colors.card))
        painter.drawEllipse(QPointF(x, y), 5.5, 5.5)
    bold, plain = QFontMetrics(font(12, 600)), QFontMetrics(font(12))
    width = max(bold.horizontalAdvance(words[0]), plain.horizontalAdvance(words[1])) + 20
    left = x + 12 if x + 12 + width <= area.right() else x - 12 - width
    top = min(max(y - 52, area.top()), area.bottom() - 46)
    box = QRectF(round(left) + 0.5, round(top) + 0.5, width, 44)
    painter.setPen(QPen(QColor(colors.line), 1))
    painter.setBrush(QColor(colors.card))
    painter.drawRoundedRect(box, 7, 7)
    painter.setPen(QColor(colors.text))
    painter.setFont(font(12, 600))
    painter.drawText(box.adjusted(10, 5, 0, -21), _LEFT, words[0])
    painter.setPen(QColor(colors.mut))
    painter.setFont(font(12))
    painter.drawText(box.adjusted(10, 21, 0, -5), _LEFT, words[1])


def draw_chosen(painter: QPainter, frame: Frame, update: int, value: float, words: str) -> None:
    """The update whose rows are shown: a line, a ring and its number beside it."""
    colors, area, x = theme().colors, frame.area, frame.x(update)
    y = min(max(frame.y(value), area.top()), area.bottom()) if np.isfinite(value) else area.bottom()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(colors.mut), 1))
    painter.drawLine(QPointF(round(x), area.top()), QPointF(round(x), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(colors.accent), 2.5))
    painter.setBrush(QColor(colors.card))
    painter.drawEllipse(QPointF(x, y), 6.5, 6.5)
    width = QFontMetrics(font(12, 600)).horizontalAdvance(words)
    left = x - 14 - width if x - 14 - width >= area.left() else x + 14
    box = QRectF(left, min(max(y - 9, area.top()), area.bottom() - 18), width + 1, 18)
    ground = QColor(colors.card)
    ground.setAlphaF(0.82)
    painter.fillRect(box.adjusted(-3, 1, 3, -1), ground)
    painter.setPen(QColor(colors.text))
    painter.setFont(font(12, 600))
    painter.drawText(box, _LEFT, words)


def draw_focus(painter: QPainter, whole: QRectF) -> None:
    """Where the keys go."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme().colors.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 7, 7)
