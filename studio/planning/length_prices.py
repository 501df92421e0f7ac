"""What each choice of `max_seq_len` costs: rows cut, memory of the device, time for a pass over the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

import msgspec
import numpy as np

from studio.planning.plan_job import JobToPlan, plan_job

_ROWS = 4096
"""So many rows, evenly spread over all lengths, stand for all: an update's time depends on their mix alone."""


class LengthPrice(msgspec.Struct, frozen=True, kw_only=True):
    """One choice."""

    max_seq_len: int
    cut_rows: int
    """Of the rows to learn from, those of which the beginning is used."""
    left_out_rows: int
    """Of the rows to learn from, those of which nothing to learn would be left."""
    need_bytes: int
    """What the plan for it needs on the device; a planner that has room may take more of it for shorter rows."""
    fits: bool
    epoch_seconds: float
    """One pass over the rows to learn from."""


def length_prices(whole: JobToPlan, choices: Sequence[int]) -> tuple[LengthPrice, ...]:
    """The price of each choice, in their order.

    `whole.lengths` (rows,) and `whole.num_targets` (rows,) are those of uncut rows; what is learnt counts as standing
    at the end of a row, as an answer does. Takes some milliseconds a choice. Raises PlanProblem where the target or
    the method is impossible whatever the length.
    """
    return tuple(_price(whole, length) for length in choices)


def _price(whole: JobToPlan, length: int) -> LengthPrice:
    gone = np.maximum(whole.lengths - length, 0)
    targets = np.maximum(whole.num_targets - gone, 0)
    learnt = targets > 0
    rows = int(np.count_nonzero(learnt))
    left_out = int(np.count_nonzero(whole.num_targets > 0)) - rows
    if not rows:
        return LengthPrice(
            max_seq_len=length, cut_rows=0, left_out_rows=left_out, need_bytes=0, fits=False, epoch_seconds=0.0
        )
    lengths, targets = np.minimum(whole.lengths, length)[learnt], targets[learnt]
    some = np.argsort(lengths, kind="stable")[np.linspace(0, rows - 1, min(rows, _ROWS)).round().astype(np.int64)]
    made = plan_job(replace(whole, lengths=lengths[some], num_targets=targets[some]))
    return LengthPrice(
        max_seq_len=length,
        cut_rows=int(np.count_nonzero(gone[learnt])),
        left_out_rows=left_out,
        need_bytes=made.peak_bytes,
        fits=made.fits,
        epoch_seconds=made.seconds_per_update * ceil(rows / made.effective_batch_size),
    )
