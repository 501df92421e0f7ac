"""The effective batch is met exactly, whatever it is split into."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.planning.arithmetic import (
    PAD_TO,
    Layout,
    accumulation_steps,
    cut_by_budget,
    shares,
    slices,
    useful_sizes,
)

LENGTHS = st.lists(st.integers(1, 4096), max_size=80).map(lambda lengths: sorted(lengths, reverse=True))
LAYOUTS = st.booleans()


def test_sixteen_by_at_most_three_differ_by_one() -> None:
    assert slices(16, 3) == (3, 3, 3, 3, 2, 2)


def test_five_on_four_devices_one_at_a_time_leave_no_empty_slice() -> None:
    assert slices(5, 1, 4) == (1, 1, 1, 1, 1)
    assert accumulation_steps(5, 1, 4) == 2


def test_slices_sum_to_the_target_for_every_target_cap_and_number_of_devices() -> None:
    for target in range(1, 513):
        for cap in range(1, 65):
            for devices in range(1, min(8, target) + 1):
                rows = slices(target, cap, devices)
                assert sum(rows) == target
                assert rows[0] <= cap
                assert rows[0] - rows[-1] <= 1
                assert rows[-1] >= 1
                steps = accumulation_steps(target, cap, devices)
                assert steps == math.ceil(target / (cap * devices))


@given(st.integers(1, 512), st.integers(1, 8))
def test_every_divisor_is_a_useful_size_and_every_useful_size_is_reached(target: int, devices: int) -> None:
    devices = min(devices, target)
    sizes = useful_sizes(target, devices)
    assert list(sizes) == sorted(set(sizes))
    assert all(slices(target, size, devices)[0] == size for size in sizes)
    assert {size for size in range(1, target + 1) if target % (size * devices) == 0} <= set(sizes)


@given(LENGTHS, st.integers(1, 20_000), LAYOUTS)
def test_every_row_is_cut_once_in_order_and_within_the_budget(lengths: list[int], budget: int, packed: bool) -> None:
    layout = Layout(packed, max(lengths, default=0))
    cuts = cut_by_budget(lengths, budget, layout)
    assert [row for cut in cuts for row in range(cut.start, cut.stop)] == list(range(len(lengths)))
    for cut in cuts:
        tokens = layout.tokens(lengths[cut], budget)
        assert tokens >= sum(lengths[cut])
        assert tokens <= max(budget, lengths[cut.start] + PAD_TO - 1)
        assert tokens <= budget or cut.stop - cut.start == 1


@given(LENGTHS, st.integers(1, 20_000), LAYOUTS)
def test_no_cut_in_this_order_needs_fewer_micro_batches(lengths: list[int], budget: int, packed: bool) -> None:
    layout = Layout(packed, max(lengths, default=0))
    greedy = start = 0
    while start < len(lengths):
        rows = 1
        while start + rows < len(lengths) and layout.tokens(lengths[start : start + rows + 1], 10**9) <= budget:
            rows += 1
        start += rows
        greedy += 1
    if not packed:  # packed rows are padded by what fits
        assert len(cut_by_budget(lengths, budget, layout)) == greedy
    else:
        assert len(cut_by_budget(lengths, budget, layout)) <= greedy


@given(LENGTHS, st.integers(1, 20_000))
def test_packed_rows_need_no_more_tokens_than_padded_ones(lengths: list[int], budget: int) -> None:
    longest = max(lengths, default=0)
    worked_on = {
        packed: sum(
            Layout(packed, longest).tokens(lengths[cut], budget)
            for cut in cut_by_budget(lengths, budget, Layout(packed, longest))
        )
        for packed in (True, False)
    }
    filler = 8 * PAD_TO * len(cut_by_budget(lengths, budget, Layout(True, longest)))
    assert worked_on[True] <= worked_on[False] + filler


@given(st.integers(1, 256), st.integers(1, 64), st.integers(1, 4096), LAYOUTS)
def test_rows_of_one_length_are_cut_as_the_plan_promised(target: int, cap: int, length: int, packed: bool) -> None:
    cuts = cut_by_budget([length] * target, cap * length, Layout(packed, length))
    assert tuple(cut.stop - cut.start for cut in cuts) == slices(target, cap)


def test_rows_that_are_not_sorted_are_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        cut_by_budget([1, 2], 100, Layout(packed=False, longest=2))


def test_one_long_row_does_not_stop_the_others() -> None:
    for packed in (True, False):
        assert cut_by_budget([5000, 100, 100], 2048, Layout(packed, 5000)) == [slice(0, 1), slice(1, 3)]


@given(LENGTHS, st.integers(1, 8))
def test_shares_hold_each_row_once_and_differ_by_one_row_at_most(lengths, world_size):
    rows = np.array(lengths, np.int64)
    found = shares(rows, world_size)
    assert len(found) == world_size
    assert sorted(row for share in found for row in share.tolist()) == list(range(len(rows)))
    tokens = [int(rows[share].sum()) for share in found]
    assert max(tokens) - min(tokens) <= rows.max(initial=0)
    for share in found:
        assert (np.diff(rows[share]) <= 0).all(), "longest first"
    assert all(np.array_equal(a, b) for a, b in zip(found, shares(rows, world_size), strict=True))


@pytest.mark.parametrize(
    "split",
    [
        lambda target, cap, devices: (cap,) * (target // cap),  # floor division: 32 by 5 becomes 30
        lambda target, cap, devices: (cap,) * math.ceil(target / cap),  # rounding up: 16 by 3 becomes 18
    ],
    ids=["rounded down", "rounded up"],
)
def test_a_split_that_rounds_misses_the_target(split: Callable[[int, int, int], tuple[int, ...]]) -> None:
    """What others do, and what the sum of slices is checked for."""
    missed = [
        (target, cap) for target in range(1, 65) for cap in range(1, target + 1) if sum(split(target, cap, 1)) != target
    ]
    assert (32, 5) in missed
    assert all(sum(slices(target, cap)) == target for target, cap in missed)
