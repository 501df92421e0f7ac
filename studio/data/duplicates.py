"""Rows that say the same as another, within a dataset and across two."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Marks = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]


def twins_of(marks: Marks) -> tuple[Numbers, Numbers]:
    """Rows whose mark (rows,) an earlier one has too, ascending, and the first row with that mark for each."""
    order = np.argsort(marks, kind="stable")
    begins = np.ones(len(marks), np.bool_)
    begins[1:] = marks[order[1:]] != marks[order[:-1]]
    firsts = order[np.flatnonzero(begins)][np.cumsum(begins) - 1]
    twins, originals = order[~begins], firsts[~begins]
    ascending = np.argsort(twins)
    return twins[ascending].astype(np.int64), originals[ascending].astype(np.int64)


def shared_rows(held_out: Marks, train: Marks) -> tuple[Numbers, Numbers]:
    """Held-out rows whose mark a row to learn from has too, and the first such row for each."""
    order = np.argsort(train, kind="stable")
    places = np.searchsorted(train, held_out, sorter=order)
    inside = places < len(train)
    inside[inside] = train[order[places[inside]]] == held_out[inside]
    return np.flatnonzero(inside).astype(np.int64), order[places[inside]].astype(np.int64)
