"""What a curve of one number per update shows: smoothing, the points worth drawing, the range, and how it goes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ui.state.tongue import numeral, tr

Floats = NDArray[np.float64]
Trend = Literal["too early", "learning", "flat", "rising", "by heart", "not a number"]

_SURE = 4.0
"""A change counts when it is this many standard errors wide."""


def span_for(planned_updates: int, strength: float = 0.5) -> float:
    """Updates over which a run of this length is smoothed; `strength` from 0, hardly, to 1, a tenth of the run."""
    usual = min(max(planned_updates / 50, 4.0), 100.0)
    if strength <= 0.5:
        return 2.0 * (usual / 2.0) ** (2 * strength)
    return usual * (max(planned_updates / 10, 2 * usual) / usual) ** (2 * strength - 1)


class Smoother:
    """The debiased exponential average of a growing curve; only what is new is worked out.

    Numbers that are not finite are left out, so one NaN does not spoil what follows.
    """

    def __init__(self, span: float) -> None:
        self.span = span
        self._keep = 1 - 1 / max(span, 1.0001)
        self._block = max(1, min(4096, int(math.log(1e6) / -math.log(self._keep))))
        self._forget()

    def _forget(self) -> None:
        self._values = np.empty(0)
        self._smoothed = np.empty(1024)
        self._sum = self._weight = 0.0

    def follow(self, values: Floats) -> Floats:
        """The smoothed curve of `values`, which must not be changed afterwards.

        Where they do not go on from the last call, it starts afresh.
        """
        known = len(self._values)
        if not self._goes_on(values):
            self._forget()
            known = 0
        if len(values) > known:
            if len(values) > len(self._smoothed):
                grown = np.empty(2 * len(values))
                grown[:known] = self._smoothed[:known]
                self._smoothed = grown
            self._smoothed[known : len(values)] = self._go_on(values[known:])
        self._values = values
        return self._smoothed[: len(values)]

    def _goes_on(self, values: Floats) -> bool:
        """Compared are the newest thousands and a sample of the rest: a restart changes the newest."""
        known = len(self._values)
        if len(values) < known:
            return False
        parts = (slice(max(known - 4096, 0), known), slice(0, known, 64))
        return all(np.array_equal(values[part], self._values[part], equal_nan=True) for part in parts)

    def _go_on(self, values: Floats) -> Floats:
        finite = np.isfinite(values)
        if finite.all():
            sums, self._sum = self._decayed_sum(values, self._sum)
            weights, self._weight = self._weights_of(len(values))
            return sums / weights
        sums, self._sum = self._decayed_sum(np.where(finite, values, 0.0), self._sum)
        weights, self._weight = self._decayed_sum(finite.astype(float), self._weight)
        return np.divide(sums, weights, out=np.full(len(values), np.nan), where=weights > 0)

    def _weights_of(self, count: int) -> tuple[Floats, float]:
        """The decayed sum of ones, in closed form: soon it no longer changes."""
        limit = 1 / (1 - self._keep)
        weights = np.full(count, limit)
        changing = min(count, math.ceil(-40 / math.log(self._keep)))
        weights[:changing] += (self._weight - limit) * self._keep ** np.arange(1, changing + 1)
        return weights, float(weights[-1])

    def _decayed_sum(self, values: Floats, carry: float) -> tuple[Floats, float]:
        size = self._block
        blocks = -(-len(values) // size)
        padded = np.zeros(blocks * size)
        padded[: len(values)] = values
        powers = self._keep ** np.arange(size)
        inside = np.cumsum(padded.reshape(blocks, size) / powers, axis=1) * powers
        carries = np.empty(blocks)
        whole = self._keep**size
        running = carry
        for number, last in enumerate(inside[:, -1].tolist()):
            carries[number] = running
            running = running * whole + last
        sums = (inside + carries[:, None] * (powers * self._keep)).ravel()[: len(values)]
        return sums, float(sums[-1])


Finder = Callable[[Floats, int, int, int], NDArray[np.intp]]


def lowest_and_highest(values: Floats, start: int, end: int, size: int) -> NDArray[np.intp]:
    """(2 * blocks,) where the lowest and the highest of every `size` numbers from `start` to before `end` are."""
    if end <= start:
        return np.empty(0, np.intp)
    block = values[start:end].reshape(-1, size)
    finite = np.isfinite(block)
    if finite.all():
        lowest, highest = block.argmin(axis=1), block.argmax(axis=1)
    else:
        lowest = np.where(finite, block, np.inf).argmin(axis=1)
        highest = np.where(finite, block, -np.inf).argmax(axis=1)
    places = np.sort(np.stack([lowest, highest], axis=1), axis=1)
    return (places + start + np.arange(len(block))[:, None] * size).ravel()


def extremes(
    values: Floats, first: int, last: int, width: int, find: Finder = lowest_and_highest
) -> tuple[Floats, Floats]:
    """The points to draw for updates `first` to `last` on `width` pixels: all, or the lowest and highest per bin.

    No extreme value is ever left out. Bins start at multiples of a power of two, so a curve that grows keeps its
    shape. Numbers that are not finite are left out.
    """
    first, last = max(first, 1), min(last, len(values))
    if last < first:
        return np.empty(0), np.empty(0)
    size = 1
    while (last - first + 1) / size > max(width, 1):
        size *= 2
    if size <= 2:
        index = np.arange(first - 1, last)
    else:
        start, end = min(-(-(first - 1) // size) * size, last), max(last // size * size, first - 1)
        parts = ((first - 1, start, start - first + 1), (start, end, size), (max(start, end), last, last - end))
        index = np.concatenate([find(values, *part) for part in parts])
    y = values[index]
    keep = np.isfinite(y)
    return (index[keep] + 1).astype(float), y[keep]


def thinned(values: Floats, first: int, last: int, points: int) -> tuple[Floats, Floats]:
    """About `points` points of a smooth curve between two updates, its last point always among them."""
    first, last = max(first, 1), min(last, len(values))
    if last < first:
        return np.empty(0), np.empty(0)
    size = 1
    while (last - first + 1) / size > max(points, 1):
        size *= 2
    index = np.arange((first - 1) // size * size, last, size)
    if index[-1] != last - 1:
        index = np.append(index, last - 1)
    y = values[index]
    keep = np.isfinite(y)
    return (index[keep] + 1).astype(float), y[keep]


def gaps(x: Floats, missing: Floats) -> NDArray[np.bool_]:
    """(points,) after which drawn points nothing but missing updates follow until the next one: no line joins them."""
    between = np.diff(x) - 1
    missing_between = np.searchsorted(missing, x[1:]) - np.searchsorted(missing, x[:-1])
    return np.append((between >= 1) & (missing_between == between), True)


def fitting_range(values: Floats, more: Sequence[float] = (), ends: Floats | None = None) -> tuple[float, float] | None:
    """Lowest and highest loss worth showing, `more` among them; a lone spike does not press the rest flat.

    The ends are those of the medians of 200 stretches, of 99 % of all numbers, and of all of them where those are
    not far out. None without any number. `ends`: some of `values`, the lowest and the highest among them.
    """
    raw = values[:: max(1, len(values) // 20_000)]
    raw = raw[np.isfinite(raw)]
    parts = [float(each) for each in more if math.isfinite(each)]
    if len(raw):
        size = max(len(raw) // 200, 5)
        calm = [np.median(raw[:size])]
        if len(raw) >= size:
            calm += np.median(raw[len(raw) % size :].reshape(-1, size), axis=1).tolist()
        low, high = np.percentile(raw, [0.5, 99.5]) if len(raw) > 200 else (min(calm), max(calm))
        low, high = float(min(low, *calm)), float(max(high, *calm))
        near = 0.35 * max(high - low, 1e-9) if len(raw) > 20 else math.inf
        numbers = values if ends is None else ends
        finite = np.isfinite(numbers)
        numbers = numbers if finite.all() else numbers[finite]
        lowest, highest = float(numbers.min()), float(numbers.max())
        parts += [lowest if low - lowest <= near else low, highest if highest - high <= near else high]
    return (min(parts), max(parts)) if parts else None


def steady_range(
    shown: tuple[float, float] | None, wanted: tuple[float, float], *, log: bool = False
) -> tuple[float, float]:
    """The range to show next: the one shown already, unless data leave it or fill less than half of it.

    With `log` both are logarithms to base 10, for which zero means nothing.
    """
    low, high = wanted
    height = max(high - low, 0.1) if log else max(high - low, 0.25 * abs(high), 1e-6)
    if shown is not None and shown[0] <= low and high <= shown[1]:
        filled = max(height, high if shown[0] == 0.0 and not log else 0.0)
        if filled >= 0.4 * (shown[1] - shown[0]):
            return shown
    top = high + 0.08 * height
    if log:
        return (low - 0.08 * height, top)
    if 0 <= low < 0.3 * high:
        return (0.0, top)
    return (low - 0.3 * height, top)


def trend(losses: Floats, held_out: Sequence[tuple[int, float]] = ()) -> Trend:
    """How it goes, judged by the mean loss of the last updates, its noise, and the loss on held-out rows.

    "not a number": the newest loss is none. "by heart": the loss on held-out rows rises clearly while the other
    falls. "rising" and "flat" compare with the lowest point and with the start.
    """
    if len(losses) and not math.isfinite(losses[-1]):
        return "not a number"
    finite = np.isfinite(losses)
    numbers = losses if finite.all() else losses[finite]
    if len(numbers) < 8:
        return "too early"
    window = int(min(max(len(numbers) // 5, 4), 100))
    head, tail = numbers[:window], numbers[-window:]
    start, now = float(head.mean()), float(tail.mean())
    doubt = _SURE * math.hypot(_doubt(head), _doubt(tail))
    blocks = numbers[len(numbers) % window :].reshape(-1, window).mean(axis=1)
    lowest = float(blocks.min())
    fell = start - lowest
    if now > start + doubt and now > 1.02 * start:
        return "rising"
    if now - lowest > max(doubt, 0.25 * fell, 0.02 * abs(start)):
        return "rising"
    if _by_heart(held_out):
        return "by heart"
    if start - now > max(doubt, 0.005 * abs(start)):
        return "learning"
    return "too early" if len(numbers) < 40 else "flat"


def _doubt(values: Floats) -> float:
    """The standard error of a mean, from neighbours, so that a slope is not taken for noise."""
    return float(np.diff(values).std()) / math.sqrt(2 * len(values))


def _by_heart(held_out: Sequence[tuple[int, float]]) -> bool:
    """Whether the loss on held-out rows has been clearly above its lowest for the last two checks."""
    if len(held_out) < 3:
        return False
    lowest = min(loss for _, loss in held_out)
    return all(loss > 1.05 * lowest + 0.005 for _, loss in held_out[-2:])


def shape_in_words(values: Floats) -> str:
    """How a curve of sizes runs: "steady", "growing", "calmer now", and its highest spike."""
    finite = np.isfinite(values)
    if np.count_nonzero(finite) < 8:
        return tr("too early to say")
    sample = slice(None, None, max(1, len(values) // 20_000))
    numbers = values[sample][finite[sample]]
    window = max(len(numbers) // 5, 4)
    early, late = float(np.median(numbers[:window])), float(np.median(numbers[-window:]))
    if late > 2.5 * early:
        words = tr("growing")
    elif early > 1.6 * late:
        words = tr("calmer now")
    else:
        words = tr("steady")
    highest = int(values.argmax() if finite.all() else np.nanargmax(values))
    usual = float(np.nanmedian(values[max(highest - 25, 0) : highest + 26]))
    if highest >= len(values) // 10 and values[highest] > 2.5 * usual:
        return tr(
            "{words}; {highest} at update {update}",
            words=words,
            highest=numeral(f"{values[highest]:.2f}"),
            update=numeral(f"{highest + 1:,}"),
        )
    return words


def finish_between(seconds: Floats, remaining: int, other_seconds: float = 0.0) -> tuple[float, float] | None:
    """Seconds until `remaining` updates are made, at least and at most, from how long the last ones took.

    `other_seconds` is what checks, saves and answers will add. None before three updates.
    """
    recent = seconds[-200:]
    recent = recent[np.isfinite(recent) & (recent > 0)]
    if len(recent) < 3:
        return None
    pieces = [float(piece.mean()) for piece in np.array_split(recent, min(10, len(recent)))]
    middle = float(np.mean(pieces))
    spread = max(float(np.std(pieces)), 0.03 * middle)
    return (
        max(remaining * (middle - spread), 0.0) + 0.8 * other_seconds,
        remaining * (middle + spread) + 1.2 * other_seconds,
    )
