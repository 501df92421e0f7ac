"""Round numbers along an axis, and how they are written."""

from __future__ import annotations

import math

from ui.state.tongue import numeral


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that divides `span` into at most `most` parts."""
    if span <= 0 or most < 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / most))
    for factor in (1.0, 2.0, 2.5, 5.0, 10.0, 20.0):
        if span / (factor * power) <= most + 1e-9:
            return factor * power
    return 50.0 * power


def ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """Round numbers from `low` to `high`, at most `most` + 1 of them; `whole` ones where they count updates."""
    step = round_step(high - low, most)
    if whole:
        step = max(1.0, math.ceil(step)) if step < 10 else step
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [index * step + 0.0 for index in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Numbers for a logarithmic axis: 1, 2 and 5 of every power of ten, ones alone where these are too many; plain
    round numbers where the axis spans too little for them."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for factors in ((1, 2, 5), (1,)):
        found = [factor * 10.0**power for power in powers for factor in factors]
        found = [value for value in found if low <= value <= high]
        if len(found) <= most + 1:
            break
    return found if len(found) >= 3 else ticks(low, high, most)


def written(value: float, step: float) -> str:
    """A tick with as many decimals as its step needs: "1,200", "0.5", "0.0002"."""
    decimals = 0
    while decimals < 9 and abs(round(step, decimals) - step) > step * 1e-6:
        decimals += 1
    return numeral("0" if value == 0 and decimals > 3 else f"{value:,.{decimals}f}")
