"""The loss of a run as a picture: inline SVG, coloured by the page around it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from studio.events import Evaluated

WIDTH, HEIGHT = 840, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 14, 34
_COLUMNS = 380
"""More points than that would fall on the same pixels: of each group lowest and highest are drawn, so no spike is
lost."""


def loss_picture(losses: Sequence[float], evaluations: Sequence[Evaluated]) -> str:
    """Train loss of every update and the checks on held-out rows. Empty where there is nothing to draw."""
    points = [(index + 1, loss) for index, loss in enumerate(losses) if math.isfinite(loss)]
    checks = [(each.update, each.eval_loss) for each in evaluations if math.isfinite(each.eval_loss)]
    if not points:
        return ""
    shown = _range([loss for _, loss in points], [loss for _, loss in checks])
    frame = _Frame(max(len(losses), 1), *shown)
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(_in_words(points, checks))}">'
        f"{frame.grid()}"
        f'<polyline class="train" points="{frame.line(_thinned(points))}"/>'
        + (f'<polyline class="held" points="{frame.line(checks)}"/>' if len(checks) > 1 else "")
        + "".join(f'<circle class="check" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in map(frame.place, checks))
        + "</svg>"
    )


def _in_words(points: Sequence[tuple[int, float]], checks: Sequence[tuple[int, float]]) -> str:
    words = f"Train loss from {points[0][1]:.3f} at update {points[0][0]} to {points[-1][1]:.3f} at {points[-1][0]}"
    return f"{words}; held-out loss from {checks[0][1]:.3f} to {checks[-1][1]:.3f}" if checks else words


def _range(losses: Sequence[float], checks: Sequence[float]) -> tuple[float, float]:
    """Lowest and highest loss to show; a few outliers do not flatten the rest."""
    ordered = sorted(losses)
    high = max(ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)], *(checks or (0.0,)))
    low = min(ordered[0], *(checks or (math.inf,)))
    margin = (high - low or abs(high) or 1.0) * 0.06
    return max(low - margin, 0.0) if low >= 0 else low - margin, high + margin


def _thinned(points: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    group = math.ceil(len(points) / _COLUMNS)
    if group < 3:
        return list(points)
    kept: list[tuple[int, float]] = []
    for start in range(0, len(points), group):
        part = points[start : start + group]
        ends = {min(part, key=lambda point: point[1]), max(part, key=lambda point: point[1])}
        kept += sorted(ends)
    return kept


class _Frame:
    def __init__(self, updates: int, low: float, high: float) -> None:
        self._updates, self._low, self._high = updates, low, high

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        update, loss = point
        across = update / self._updates
        up = min(max((loss - self._low) / (self._high - self._low), 0.0), 1.0)
        return _LEFT + across * (WIDTH - _LEFT - _RIGHT), HEIGHT - _BOTTOM - up * (HEIGHT - _TOP - _BOTTOM)

    def line(self, points: Sequence[tuple[float, float]]) -> str:
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(self.place, points))

    def grid(self) -> str:
        parts: list[str] = []
        for loss in _ticks(self._low, self._high):
            _, y = self.place((0, loss))
            parts.append(f'<line class="grid" x1="{_LEFT}" y1="{y:.1f}" x2="{WIDTH - _RIGHT}" y2="{y:.1f}"/>')
            parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{loss:.3g}</text>')
        for update in _ticks(0, self._updates):
            x, _ = self.place((update, self._low))
            parts.append(f'<text x="{x:.1f}" y="{HEIGHT - 12}" text-anchor="middle">{update:,.0f}</text>')
        return "".join(parts)


def _ticks(low: float, high: float) -> list[float]:
    """About five round numbers between."""
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = min((power * each for each in (1, 2, 5, 10)), key=lambda each: abs(each - rough))
    first = math.ceil(low / step)
    return [step * (first + count) for count in range(int((high - first * step) / step + 1e-9) + 1)]
