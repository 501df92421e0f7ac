"""Whole numbers behind a plan: slices that sum to the target, the equation, and cutting rows by a token budget.

The engine cuts with the very functions the plan is made with, so what was planned is what runs.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from studio.plan import Plan


def slices(effective_batch_size: int, micro_batch_size: int, world_size: int = 1) -> tuple[int, ...]:
    """Rows of each micro-batch of one update over all devices, largest first: they sum to the target exactly.

    As few as possible, the same number on each device, none larger than `micro_batch_size`, differing by one at most:
    16 by at most 3 is 3, 3, 3, 3, 2, 2. Needs 1 <= world_size <= effective_batch_size.
    """
    assert 1 <= world_size <= effective_batch_size, "every device needs a row"
    assert micro_batch_size >= 1, "a micro-batch has at least one row"
    per_device = math.ceil(effective_batch_size / (micro_batch_size * world_size))
    count = min(per_device * world_size, effective_batch_size)
    rows, larger = divmod(effective_batch_size, count)
    return (rows + 1,) * larger + (rows,) * (count - larger)


def accumulation_steps(effective_batch_size: int, micro_batch_size: int, world_size: int = 1) -> int:
    """Micro-batches per update and device, at most, when all rows are longest."""
    return math.ceil(len(slices(effective_batch_size, micro_batch_size, world_size)) / world_size)


def useful_sizes(effective_batch_size: int, world_size: int = 1) -> tuple[int, ...]:
    """Micro-batch sizes worth considering, ascending: for each number of micro-batches the smallest that reaches it.

    About 2 · √E of them; every divisor of the target is among them.
    """
    most = math.ceil(effective_batch_size / world_size)
    return tuple(sorted({slices(effective_batch_size, size, world_size)[0] for size in range(1, most + 1)}))


def equation(plan: Plan) -> str:
    """The promise in one line.

    "32 = 4 × 8 × 1 GPU": rows at a time, times added up, devices. Where that is no whole product, number × rows of the
    slices, and who shares them: "32 = 2 × 6 + 4 × 5, shared by 2 GPUs". A target in tokens stands in front:
    "16,384 tokens = 16 × 1,024; 16 = 4 × 4 × 1 GPU".
    """
    if plan.effective_batch_tokens is not None:
        block = plan.effective_batch_tokens // plan.effective_batch_size
        in_tokens = f"{plan.effective_batch_tokens:,} tokens = {plan.effective_batch_size:,} × {block:,}"
        return f"{in_tokens}; {_in_examples(plan)}"
    return _in_examples(plan)


def _in_examples(plan: Plan) -> str:
    devices = count_devices(plan.world_size, on_gpu=plan.on_gpu)
    if plan.times is not None:
        return f"{plan.effective_batch_size} = {plan.slices[0]} × {plan.times} × {devices}"
    groups = (f"{len(list(group))} × {rows}" for rows, group in groupby(plan.slices))
    shared = f", shared by {devices}" if plan.world_size > 1 else ""
    return f"{plan.effective_batch_size} = {' + '.join(groups)}{shared}"


def count_devices(number: int, *, on_gpu: bool | None) -> str:
    """ "2 GPUs", or processes on a processor; None: it is not known which."""
    one, more = {True: ("GPU", "GPUs"), False: ("process", "processes"), None: ("device", "devices")}[on_gpu]
    return f"{number} {one if number == 1 else more}"


def shares(lengths: NDArray[np.integer], world_size: int) -> list[NDArray[np.intp]]:
    """The rows of each device, longest first: each row in one share, so that all devices work about as long.

    The longest row that is left always goes to the device with the fewest tokens so far (Graham 1969), so shares differ
    by one row's tokens at most; there may be unequal numbers of rows in them, even none.
    """
    longest_first = np.argsort(-lengths, kind="stable")
    if world_size == 1:
        return [longest_first]
    rows: list[list[int]] = [[] for _ in range(world_size)]
    tokens = [(0, device) for device in range(world_size)]  # a heap
    for row, length in zip(longest_first.tolist(), lengths[longest_first].tolist(), strict=True):
        so_far, device = tokens[0]
        rows[device].append(row)
        heapq.heapreplace(tokens, (so_far + length, device))
    return [np.array(each, np.intp) for each in rows]


PAD_TO = 16
"""Micro-batches are padded to multiples of this: cards multiply such numbers of tokens faster, and a processor's
library prepares a product anew for each number it has not met."""


@dataclass(frozen=True)
class Layout:
    """How rows make up a micro-batch: padded to the longest, or packed, one after the other.

    `longest`: tokens of the longest row there is.
    """

    packed: bool
    longest: int

    def tokens(self, sorted_lengths: Sequence[int], token_budget: int) -> int:
        """What the device works on for these rows, padding included; longest first."""
        if self.packed:
            total, step = sum(sorted_lengths), PAD_TO * min(max(token_budget // 512, 1), 8)  # some three per cent
            return max(total, min(_round_up(total, step), token_budget))
        return len(sorted_lengths) * self.width(sorted_lengths[0])

    def width(self, length: int) -> int:
        """What rows are padded to where the longest of them has this length: never more than `longest`."""
        return min(_round_up(length, PAD_TO), self.longest)

    def rows_that_fit(self, sorted_lengths: Sequence[int], token_budget: int, start: int = 0) -> int:
        """How many of the rows from `start` on, longest first, make the next micro-batch.

        As many as the budget holds, padding included; where all rows that are left have one length they are shared out
        evenly, as `slices` promises, and so are packed rows, by their tokens. One at least.
        """
        left = len(sorted_lengths) - start
        assert sorted_lengths[start] >= sorted_lengths[-1], "rows are sorted, longest first"
        if self.packed:
            tokens = sum(sorted_lengths[start:])
            share = tokens / math.ceil(tokens / token_budget)
            total, rows = sorted_lengths[start], 1
            while rows < left and total < share and (total := total + sorted_lengths[start + rows]) <= token_budget:
                rows += 1
        else:
            rows = max(token_budget // max(self.width(sorted_lengths[start]), 1), 1)
        if rows >= left:
            return left
        if sorted_lengths[-1] == sorted_lengths[start]:
            return math.ceil(left / math.ceil(left / rows))
        return rows


def _round_up(number: int, step: int) -> int:
    return -(-number // step) * step


def cut_by_budget(lengths: Sequence[int], token_budget: int, layout: Layout) -> list[slice]:
    """Cut rows sorted by length, longest first, into micro-batches by `rows_that_fit`: each row in one, in order."""
    cuts: list[slice] = []
    start = 0
    while start < len(lengths):
        rows = layout.rows_that_fit(lengths, token_budget, start)
        cuts.append(slice(start, start + rows))
        start += rows
    return cuts
