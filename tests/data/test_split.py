"""Which rows are held out depends on the rows and the seed, not on what stands around them."""

from __future__ import annotations

import numpy as np
import pytest

from studio.data.split import choose_held_out, choose_last_blocks


def marks(number: int, seed: int = 7) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 2**64, number, np.uint64)


@pytest.mark.parametrize("seed", range(8))
def test_appended_rows_move_no_row_from_those_to_learn_from_to_those_held_out(seed: int) -> None:
    rows = marks(4000)
    before = set(choose_held_out(rows[:3000], rows[:3000], seed).tolist())
    after = set(choose_held_out(rows, rows, seed).tolist())
    assert after & set(range(3000)) == before  # up to the most that are ever held out, none leaves either
    assert after - before


def test_beyond_the_most_that_are_held_out_rows_only_leave() -> None:
    rows = marks(40_000)
    before = set(choose_held_out(rows[:20_000], rows[:20_000], 0).tolist())
    after = set(choose_held_out(rows, rows, 0).tolist())
    assert len(before) == len(after) == 500
    assert after & set(range(20_000)) < before


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = marks(1000)
    order = np.random.default_rng(1).permutation(1000)
    assert {int(rows[i]) for i in choose_held_out(rows, rows, 3)} == {
        int(rows[order][i]) for i in choose_held_out(rows[order], rows[order], 3)
    }


def test_about_one_row_in_25_is_held_out_and_seeds_differ() -> None:
    rows = marks(5000)
    chosen = [choose_held_out(rows, rows, seed) for seed in range(20)]
    sizes = np.array([len(each) for each in chosen])
    assert abs(sizes.mean() - 200) < 4 * np.sqrt(5000 * 0.04 * 0.96 / 20)
    shared = len(set(chosen[0].tolist()) & set(chosen[1].tolist()))
    assert shared < 40  # 8 by chance


@pytest.mark.parametrize("number", [100, 120, 150, 300])
def test_few_rows_hold_out_at_least_one_in_fifty(number: int) -> None:
    for seed in range(50):
        rows = marks(number, seed + 100)
        assert len(choose_held_out(rows, rows, seed)) >= round(number / 50)
    assert len(choose_held_out(marks(99), marks(99), 0)) == 0


def test_rows_whose_tokens_are_the_same_are_never_held_out() -> None:
    contents, alike = marks(1000), marks(1000, 8)
    alike[500:] = alike[:500]
    assert len(choose_held_out(contents, alike, 0)) == 0
    alike[900:] = marks(100, 9)
    assert set(choose_held_out(contents, alike, 0).tolist()) <= set(range(400, 500)) | set(range(900, 1000))


def test_of_a_text_the_end_is_held_out() -> None:
    assert choose_last_blocks(100).tolist() == [96, 97, 98, 99]
    assert choose_last_blocks(20).tolist() == [19]
    assert len(choose_last_blocks(19)) == 0
