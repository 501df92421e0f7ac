"""A curve that grows to millions of numbers: what is drawn of it is found without reading all of it again."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from ui.state.curves import Floats, extremes, lowest_and_highest

_BLOCK = 64
"""Numbers of whose lowest and highest the places are kept; a power of two."""


class LongCurve:
    """The numbers of a curve, index 0 for update 1, and where the lowest and highest of every 64 are.

    It only grows, so what is known of it stays true.
    """

    def __init__(self, unit: float = 1.0) -> None:
        """Numbers are divided by `unit`."""
        self._unit = unit
        self.values: Floats = np.empty(0)
        """(updates,)"""
        self.missing: Floats = np.empty(0)
        """The updates whose number is none, in order."""
        self._room = np.empty(1024)
        self._places = np.empty((0, 2), np.intp)

    def __len__(self) -> int:
        return len(self.values)

    def follow(self, series: array[float] | Floats) -> LongCurve:
        """The curve is this now, which begins with what it was; returns itself."""
        new = np.asarray(series[len(self) :])  # of an array a slice is a copy of its own
        new = new if self._unit == 1.0 else new / self._unit
        if len(new):
            self._append(new)
        return self

    def _append(self, new: Floats) -> None:
        known, made = len(self), len(self) + len(new)
        if made > len(self._room):
            room = np.empty(made + made // 4)
            room[:known] = self.values
            self._room = room
        self._room[known:made] = new
        self.values = self._room[:made]
        broken = np.flatnonzero(~np.isfinite(new))
        if len(broken):
            self.missing = np.concatenate([self.missing, (broken + known + 1).astype(float)])
        done, whole = len(self._places) * _BLOCK, made // _BLOCK * _BLOCK
        if whole > done:
            found = lowest_and_highest(self.values, done, whole, _BLOCK).reshape(-1, 2)
            self._places = np.append(self._places, found, axis=0)

    def missing_between(self, first: int, last: int) -> Floats:
        """The updates between these whose number is none."""
        start, end = np.searchsorted(self.missing, (first, last + 1))
        return self.missing[start:end]

    def extremes(self, first: int, last: int, width: int) -> tuple[Floats, Floats]:
        """As `curves.extremes`, of this curve."""
        return extremes(self.values, first, last, width, self._of_blocks)

    def _of_blocks(self, values: Floats, start: int, end: int, size: int) -> NDArray[np.intp]:
        """As `lowest_and_highest`; of whole blocks only what is known of them is looked at."""
        if size % _BLOCK or start % _BLOCK or end % _BLOCK or end <= start:
            return lowest_and_highest(values, start, end, size)
        known = self._places[start // _BLOCK : end // _BLOCK].reshape(-1, 2 * size // _BLOCK)
        picked = lowest_and_highest(values[known.ravel()], 0, known.size, known.shape[1])
        return known.ravel()[picked]
