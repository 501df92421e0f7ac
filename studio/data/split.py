"""Which examples are held out to check the training where the user gives no file for that."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_SHARE = 0.04
_MOST = 500
_FEWEST_ROWS = 100
_FEWEST_BLOCKS = 20

Marks = npt.NDArray[np.uint64]


def choose_held_out(contents: Marks, alike: Marks, seed: int) -> npt.NDArray[np.int64]:
    """Numbers of the held-out rows, ascending; none of fewer than 100 rows.

    contents (rows,): equal for rows that say the same; alike (rows,): equal for rows of the same tokens.

    A row is held out by its own content and the seed, about one in 25 (at least one in 50) and of those the 500 with
    the lowest keys; never one whose twin is trained on. So rows that are appended, left out or put in another order
    move no row from those to learn from to those held out.
    """
    number = len(contents)
    if number < _FEWEST_ROWS:
        return np.zeros(0, np.int64)
    _, places, counts = np.unique(alike, return_index=True, return_counts=True)
    alone = np.sort(places[counts == 1])
    keys = _mixed(contents[alone], seed)
    order = np.argsort(keys, kind="stable")
    below = int(np.count_nonzero(keys < np.uint64(int(_SHARE * 2**64))))
    wanted = min(_MOST, max(below, round(number * _SHARE / 2)))
    return np.sort(alone[order[:wanted]]).astype(np.int64)


def choose_last_blocks(number: int) -> npt.NDArray[np.int64]:
    """Of a text the last 4 % of its blocks, where there are 20 or more: neighbours resemble each other."""
    held_out = max(1, round(number * _SHARE)) if number >= _FEWEST_BLOCKS else 0
    return np.arange(number - held_out, number, dtype=np.int64)


def _mixed(marks: Marks, seed: int) -> Marks:
    """Evenly spread 64-bit keys: the finalizer of SplitMix64 (Steele, Lea & Flood 2014), after adding the seed."""
    mixed = marks + np.uint64((seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019) % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))
