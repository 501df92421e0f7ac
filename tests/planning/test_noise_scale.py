"""The gradient noise scale, on gradients whose scale is known."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from studio.planning.noise_scale import FEWEST_UPDATES, NoiseEstimator, NoiseScale, _fieller

DIMENSIONS = 64


def estimate(
    scale: float,
    *,
    targets: Sequence[int] = (40, 40, 40, 40),
    updates: int = 200,
    seed: int = 0,
    tokens_per_example: int = 10,
    known: int | None = None,
) -> NoiseScale | None:
    """Of gradients with tr(Σ) / |G|² = `scale` examples of `tokens_per_example` tokens each.

    `known`: micro-batches that this device works on; None: all.
    """
    draw = np.random.default_rng(seed)
    truth = draw.standard_normal(DIMENSIONS)
    truth /= np.linalg.norm(truth)
    of_a_token = math.sqrt(scale * tokens_per_example / DIMENSIONS)
    estimator, total = NoiseEstimator(), sum(targets)
    for _ in range(updates):
        noise = draw.standard_normal((len(targets), DIMENSIONS)) * of_a_token
        means = truth + noise / np.sqrt(np.maximum(targets, 1))[:, None]
        added = means * np.array(targets)[:, None] / total
        estimator.add_update(
            (added**2).sum(1).tolist()[:known],
            targets[:known],
            float((added.sum(0) ** 2).sum()),
            total // tokens_per_example,
            None if known is None else total,
        )
    return estimator.estimate()


@pytest.mark.parametrize("scale", [2.0, 20.0, 200.0])
@pytest.mark.parametrize("targets", [(40, 40, 40, 40), (10, 150), (400, 3, 50, 200, 1), (64, 0, 64)], ids=str)
def test_a_known_scale_is_found_whatever_the_micro_batches(scale: float, targets: tuple[int, ...]) -> None:
    found = estimate(scale, targets=targets, updates=400)
    assert found is not None
    assert found.lowest <= found.examples
    assert found.highest is None or found.examples <= found.highest
    assert found.examples == pytest.approx(scale, rel=0.5) or found.highest is None
    assert found.updates == 400


@pytest.mark.parametrize("known", [1, 2, 3])
def test_one_of_several_devices_finds_the_same_from_its_own_part(known: int) -> None:
    found = estimate(20.0, targets=(100, 20, 60, 120), updates=400, known=known)
    assert found is not None
    assert found.highest is not None
    assert found.lowest <= 20.0 <= found.highest
    assert found.examples == pytest.approx(20.0, rel=0.4)


def test_the_interval_holds_the_truth_about_nineteen_times_in_twenty() -> None:
    hits = 0
    for seed in range(200):
        found = estimate(30.0, seed=seed, updates=FEWEST_UPDATES)
        assert found is not None
        hits += found.lowest <= 30.0 and (found.highest is None or found.highest >= 30.0)
    assert 180 <= hits <= 199


def test_more_updates_narrow_the_interval() -> None:
    few, many = estimate(30.0, updates=100), estimate(30.0, updates=400)
    assert few is not None
    assert few.highest is not None
    assert many is not None
    assert many.highest is not None
    assert many.highest - many.lowest < 0.7 * (few.highest - few.lowest)


def test_a_gradient_that_is_all_noise_has_no_upper_limit() -> None:
    found = estimate(1e5)
    assert found is not None
    assert found.highest is None
    assert found.lowest > 100


def test_a_gradient_without_noise_needs_one_example() -> None:
    found = estimate(0.0)
    assert found is not None
    assert found.examples == pytest.approx(0.0, abs=1e-6)
    assert found.highest == pytest.approx(0.0, abs=1e-6)


def test_before_a_hundred_updates_nothing_is_said() -> None:
    assert estimate(30.0, updates=FEWEST_UPDATES - 1) is None


def test_what_tells_nothing_is_left_out() -> None:
    estimator = NoiseEstimator()
    for _ in range(2 * FEWEST_UPDATES):
        estimator.add_update([1.0], [100], 1.0, 4)
        estimator.add_update([1.0, 0.0], [100, 0], 1.0, 4)
        estimator.add_update([math.nan, 1.0], [50, 50], 1.0, 4)
        estimator.add_update([1.0, 1.0], [50, 50], math.inf, 4)
    assert estimator.estimate() is None


@pytest.mark.parametrize("correlation", [-0.9, 0.0, 0.9])
def test_the_interval_ends_where_a_ratio_is_just_rejected(correlation: float) -> None:
    of_above, of_below = 0.3, 0.2
    of_both = correlation * of_above * of_below
    covariance = [[of_above**2, of_both], [of_both, of_below**2]]
    for end in _fieller(5.0, 2.0, covariance):
        assert end is not None
        variance = of_above**2 - 2 * end * of_both + end**2 * of_below**2
        assert abs(5.0 - end * 2.0) == pytest.approx(1.96 * math.sqrt(variance))
