"""What a curve shows: no extreme is lost, smoothing is exact, the range is steady, the judgement honest."""

from __future__ import annotations

import math
from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.runs.story import RunStory
from tests.ui.run_stories import update
from ui.state.curves import (
    Smoother,
    extremes,
    finish_between,
    fitting_range,
    shape_in_words,
    steady_range,
    thinned,
    trend,
)
from ui.state.long_curve import LongCurve
from ui.state.run_curves import KeptCurves, curves_of


def _series(seed: int, length: int, holes: list[int]) -> np.ndarray:
    """Few different numbers, so that some are alike, with holes in them; cheaper than drawing each of them."""
    values = np.random.default_rng(seed).integers(-40, 40, length) / 8
    values[[hole % length for hole in holes]] = [(math.nan, math.inf, -math.inf)[hole % 3] for hole in holes]
    return values


series = st.builds(_series, st.integers(0, 999), st.integers(1, 2000), st.lists(st.integers(0, 5999), max_size=80))


@given(series, st.integers(1, 60), st.integers(1, 400), st.integers(1, 400))
def test_the_drawn_points_hold_every_extreme_and_invent_none(values, width, first, last):
    x, y = extremes(values, first, last, width)
    window = values[first - 1 : last]
    finite = window[np.isfinite(window)]
    assert len(x) <= 4 * width + 8
    assert np.all(np.diff(x) >= 0)
    assert np.array_equal(values[x.astype(int) - 1], y)
    if len(finite):
        assert finite.max() in y
        assert finite.min() in y
    else:
        assert not np.isfinite(window).any()


@given(series, st.lists(st.integers(0, 2000), max_size=6), st.integers(1, 60), st.integers(1, 2000), st.booleans())
def test_a_long_curve_that_grows_in_pieces_draws_what_the_whole_would(values, cuts, width, first, from_story):
    kept, runs = LongCurve(), array("d") if from_story else None
    for cut in [*sorted(cuts), len(values)]:
        piece = values[:cut]
        if runs is not None:
            runs.fromlist(piece[len(runs) :].tolist())
        kept.follow(piece if runs is None else runs)
    for found, wanted in zip(kept.extremes(first, 1900, width), extremes(values, first, 1900, width), strict=True):
        assert np.array_equal(found, wanted)
    missing = np.flatnonzero(~np.isfinite(values[first - 1 : 1900])) + first
    assert np.array_equal(kept.missing_between(first, 1900), missing)


def test_updates_that_were_taken_back_are_read_again_and_an_older_view_stays_as_it_was():
    story, kept = RunStory(), KeptCurves()
    story.apply_all([update(number, float(number), 1e9) for number in range(1, 10_001)])
    before = curves_of(story, kept).losses.values
    story.apply_all([update(number, -5.0, 1e9) for number in range(9_001, 11_001)])
    after = curves_of(story, kept).losses
    assert after.values.tolist() == story.curves.train_loss.tolist()
    assert after.extremes(1, 11_000, 10)[1].min() == -5.0
    assert before[-1] == 10_000.0


def test_a_single_spike_among_a_million_is_drawn():
    values = np.ones(1_000_000)
    values[654_321] = 7.0
    x, y = extremes(values, 1, len(values), 1200)
    assert len(x) <= 2 * 1200
    assert x[y.argmax()] == 654_322
    assert y.max() == 7.0


def test_points_stay_where_they_are_while_the_curve_grows():
    values = np.random.default_rng(0).normal(size=5000)
    early = set(zip(*extremes(values[:4000], 1, 4000, 600), strict=True))
    late = set(zip(*extremes(values[:4700], 1, 4700, 600), strict=True))
    assert len(early - late) <= 2  # the last bin alone was not full


@given(st.lists(st.floats(-100, 100) | st.just(math.nan), max_size=300), st.lists(st.integers(0, 300), max_size=5))
def test_smoothing_in_pieces_equals_the_definition(values, cuts):
    values = np.array(values, dtype=float)
    smoother = Smoother(8.0)
    for cut in sorted(cuts):
        smoother.follow(values[:cut])
    found = smoother.follow(values)
    keep, total, weight = 1 - 1 / 8.0, 0.0, 0.0
    for value, seen in zip(values, found, strict=True):
        finite = math.isfinite(value)
        total, weight = keep * total + (value if finite else 0.0), keep * weight + finite
        if weight:
            assert seen == pytest.approx(total / weight, abs=1e-6)
        else:
            assert math.isnan(seen)


def test_smoothing_starts_afresh_after_a_restart_changed_the_past():
    first, second = np.linspace(3, 2, 50), np.linspace(4, 1, 60)
    smoother = Smoother(10.0)
    smoother.follow(first)
    assert np.allclose(smoother.follow(second), Smoother(10.0).follow(second))


def test_the_last_point_of_a_thinned_curve_is_the_newest():
    x, y = thinned(np.arange(10_001.0), 1, 10_001, 300)
    assert len(x) <= 601
    assert (x[-1], y[-1]) == (10_001.0, 10_000.0)


def test_numbers_that_are_none_are_found():
    kept = LongCurve()
    kept.follow(np.array([1.0, math.nan, 2.0, math.inf]))
    assert kept.missing_between(1, 4).tolist() == [2.0, 4.0]


def test_a_far_spike_does_not_press_the_curve_flat():
    values = np.random.default_rng(0).normal(1.0, 0.05, 1000)
    values[500] = 40.0
    low, high = fitting_range(values) or (0, 0)
    assert high < 3.0
    assert low > 0.5


def test_the_range_is_kept_until_data_leave_it():
    shown = steady_range(None, (1.0, 2.3))
    assert steady_range(shown, (shown[0] + 0.05, 2.3)) == shown
    wider = steady_range(shown, (shown[0] - 0.05, 2.3))
    assert wider != shown
    assert wider[0] < shown[0] - 0.05


def test_a_falling_loss_rescales_a_handful_of_times():
    values = 0.1 + 3 * np.exp(-np.arange(3000) / 400) + np.random.default_rng(1).normal(0, 0.03, 3000)
    shown, changes = None, 0
    for count in range(1, 3000, 5):
        wanted = fitting_range(values[:count])
        assert wanted
        new = steady_range(shown, wanted)
        changes += new != shown
        shown = new
    assert changes <= 8


def _noisy(curve, noise=0.05):
    return curve + np.random.default_rng(2).normal(0, noise, len(curve))


@pytest.mark.parametrize(
    ("expected", "values", "held_out"),
    [
        ("too early", _noisy(np.full(5, 2.0)), []),
        ("too early", _noisy(np.full(20, 2.0)), []),
        ("learning", _noisy(0.2 + 2 * np.exp(-np.arange(300) / 80)), []),
        ("learning", _noisy(2 - np.arange(500) * 0.0005), []),
        ("learning", np.append(_noisy(0.2 + 2 * np.exp(-np.arange(300) / 80)), [math.nan, 0.2]), []),
        ("flat", _noisy(np.full(200, 2.0)), []),
        ("rising", _noisy(np.linspace(2.0, 3.0, 200)), []),
        ("rising", _noisy(np.concatenate([np.linspace(2, 1, 150), np.linspace(1, 1.8, 100)])), []),
        ("by heart", _noisy(0.2 + 2 * np.exp(-np.arange(300) / 80)), [(0, 2.0), (100, 1.0), (200, 1.2), (300, 1.4)]),
        ("learning", _noisy(0.2 + 2 * np.exp(-np.arange(300) / 80)), [(0, 2.0), (100, 1.0), (200, 1.2), (300, 0.9)]),
        ("not a number", np.append(_noisy(np.linspace(2, 1, 100)), math.nan), []),
        ("too early", np.empty(0), []),
    ],
)
def test_how_it_goes_is_judged_by_loss_noise_and_held_out_rows(expected, values, held_out):
    assert trend(values, held_out) == expected


def test_pure_noise_is_never_called_learning():
    wrong = 0
    for seed in range(200):
        values = np.random.default_rng(seed).normal(2.0, 0.2, 200)
        wrong += trend(values) in ("learning", "rising")
    assert wrong <= 2


def test_shapes_are_named():
    steady = np.full(100, 0.4)
    assert shape_in_words(steady) == "steady"
    steady[59] = 1.71
    assert shape_in_words(steady) == "steady; 1.71 at update 60"
    assert shape_in_words(np.linspace(0.1, 2, 100)) == "growing"
    assert shape_in_words(np.linspace(3, 0.5, 100)) == "calmer now"
    assert shape_in_words(np.ones(3)) == "too early to say"


def test_the_end_is_a_range_around_what_the_last_updates_took():
    assert finish_between(np.array([2.0, 2.0]), 100) is None
    low, high = finish_between(np.full(50, 2.0), 100) or (0, 0)
    assert 190 < low < 200 < high < 210
    low, high = finish_between(np.tile([1.0, 3.0, 2.0, 4.0, 0.5], 40), 100) or (0, 0)
    assert low < 210 < high
    assert finish_between(np.full(5, 1.0), 0) == (0.0, 0.0)
