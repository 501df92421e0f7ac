"""The target is met exactly, whatever the cap and the number of devices."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from studio.planning.arithmetic import accumulation_steps, cut_by_budget, slices, useful_sizes


def test_slices_sum_to_every_target_up_to_512_for_every_cap_and_up_to_eight_devices():
    for target in range(1, 513):
        for cap in (1, 2, 3, 5, 7, 8, 12, 16, 31, 64):
            for world_size in range(1, min(8, target) + 1):
                cut = slices(target, cap, world_size)
                assert sum(cut) == target
                assert max(cut) <= cap
                assert max(cut) - min(cut) <= 1
                assert len(cut) <= accumulation_steps(target, cap, world_size) * world_size


def test_slices_differ_by_one_where_the_cap_does_not_divide_the_target():
    assert slices(16, 3) == (3, 3, 3, 3, 2, 2)
    assert slices(32, 5) == (5, 5, 5, 5, 4, 4, 4)
    assert slices(32, 8) == (8, 8, 8, 8)


def test_every_divisor_of_the_target_is_worth_considering():
    for target in (1, 2, 17, 32, 48, 100, 512):
        assert {d for d in range(1, target + 1) if target % d == 0} <= set(useful_sizes(target))


@given(st.lists(st.integers(1, 300), min_size=1, max_size=80), st.integers(1, 2000))
def test_cutting_keeps_every_row_once_in_order_and_within_the_budget(lengths, token_budget):
    lengths = np.array(sorted(lengths, reverse=True))
    cuts = cut_by_budget(lengths, token_budget)
    assert [row for cut in cuts for row in range(cut.start, cut.stop)] == list(range(len(lengths)))
    for cut in cuts:
        rows = cut.stop - cut.start
        assert rows == 1 or rows * lengths[cut.start] <= token_budget


@given(st.integers(1, 200), st.integers(1, 64), st.integers(1, 50))
def test_rows_of_one_length_are_cut_as_the_equation_says(rows, cap, length):
    cuts = cut_by_budget(np.full(rows, length), cap * length)
    assert max(cut.stop - cut.start for cut in cuts) == slices(rows, cap)[0]
    assert len(cuts) == math.ceil(rows / cap)
