"""Which examples are held out to check the training where the user gives no file for that."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_SHARE = 0.04
_MOST = 500
_FEWEST_ROWS = 100
_FEWEST_BLOCKS = 20


def choose_held_out(fingerprints: Sequence[int], seed: int, *, is_text: bool) -> npt.NDArray[np.int64]:
    """Numbers of the held-out examples, ascending. Depends on the examples and the seed alone.

    Rows: 4 %, at most 500, where there are 100 or more; never one whose twin is trained on.
    Blocks of a text: the last 4 %, where there are 20 or more, because neighbours resemble each other.
    """
    number = len(fingerprints)
    if is_text:
        held_out = max(1, round(number * _SHARE)) if number >= _FEWEST_BLOCKS else 0
        return np.arange(number - held_out, number, dtype=np.int64)
    if number < _FEWEST_ROWS:
        return np.zeros(0, np.int64)
    _, places, counts = np.unique(np.array(fingerprints, np.uint64), return_index=True, return_counts=True)
    alone = np.sort(places[counts == 1]).astype(np.int64)
    wanted = min(_MOST, round(number * _SHARE), len(alone))
    return np.sort(np.random.default_rng(seed).permutation(alone)[:wanted])
