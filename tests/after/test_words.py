"""What a run made of its model, in words: from numbers alone."""

from __future__ import annotations

import numpy as np
import pytest

from studio.judging.statistics import Comparison, compare_losses, confusion, normalised
from studio.judging.verdict import Curve, judge_run


def compared(before: float, after: float, half: float = 0.05, rows: int = 100) -> Comparison:
    change = after - before
    return Comparison(
        rows=rows, num_target_tokens=1000, before=before, after=after, low=change - half, high=change + half
    )


FELL = [3.0 - 2.5 * update / 99 for update in range(100)]
FLAT = [3.0] * 100
ROSE = [3.0 + 2.0 * update / 99 for update in range(100)]


@pytest.mark.parametrize(
    ("train", "held_out", "kind"),
    [
        (FELL, compared(3.0, 1.0), "learned"),
        (FELL, compared(3.0, 2.99), "overfitted"),
        (FELL, compared(3.0, 3.8), "overfitted"),
        (FELL, compared(3.0, 2.8, half=0.5), "overfitted"),
        (FLAT, compared(3.0, 3.0), "did nothing"),
        (FLAT, compared(3.0, 2.995, half=0.001), "did nothing"),
        (ROSE, compared(3.0, 5.0), "harmed"),
        (FELL, None, "not known"),
    ],
)
def test_a_verdict_follows_from_both_losses(train: list[float], held_out: Comparison | None, kind: str) -> None:
    found = judge_run(Curve(train_losses=train, eval_losses=[], updates_per_epoch=50), held_out, None)
    assert found.kind == kind
    assert found.reasons
    assert bool(found.hint) == (kind != "learned")


def test_a_loss_that_rises_again_after_its_best_is_told() -> None:
    curve = Curve(train_losses=FELL, eval_losses=[(0, 3.0), (25, 1.0), (50, 1.4), (75, 1.9)], updates_per_epoch=25)
    found = judge_run(curve, compared(3.0, 1.0), None)
    assert found.kind == "learned, then overfitted"
    assert any("lowest after update 25 (1.000) and rose to 1.900" in reason for reason in found.reasons)


@pytest.mark.parametrize(("after", "forgot"), [(2.5, True), (2.01, False), (1.9, False)])
def test_a_higher_loss_on_general_text_is_called_forgetting(after: float, forgot: bool) -> None:
    curve = Curve(train_losses=FELL, eval_losses=[], updates_per_epoch=50)
    assert judge_run(curve, compared(3.0, 1.0), compared(2.0, after, half=0.005)).forgot is forgot


def test_the_interval_holds_the_true_change_nineteen_times_in_twenty() -> None:
    """Rows drawn from a known change: the share of intervals that hold it is near 95 %."""
    draw = np.random.default_rng(0)
    held = 0
    for trial in range(200):
        targets = draw.integers(2, 30, 80)
        before = draw.gamma(2.0, 1.0, 80) * targets
        after = before + draw.normal(-0.3, 0.8, 80) * targets
        found = compare_losses(before, after, targets, seed=trial)
        assert found is not None
        held += found.low <= -0.3 <= found.high
    assert 0.90 <= held / 200 <= 0.99


def test_the_interval_counts_rows_and_not_tokens() -> None:
    """Ten rows of a hundred tokens are ten observations: the interval is that of the same rows with one token each."""
    change = np.linspace(-1, 1, 10)
    long = compare_losses(np.full(10, 500.0), 500.0 + 100 * change, np.full(10, 100))
    short = compare_losses(np.full(10, 5.0), 5.0 + change, np.full(10, 1))
    assert long is not None
    assert short is not None
    assert (long.low, long.high) == pytest.approx((short.low, short.high))
    assert compare_losses(np.zeros(2), np.zeros(2), np.zeros(2, np.int64)) is None


def test_labels_are_counted_and_long_answers_are_not() -> None:
    table = confusion(["Yes", "no", "yes", "no"], ["yes.", "yes", "maybe", "No"])
    assert table is not None
    assert table.labels == ("yes", "no", "(other)")
    assert table.counts == ((1, 0, 1), (1, 1, 0))
    assert confusion([f"answer {number}" for number in range(10)], ["x"] * 10) is None
    assert normalised("  Ja,  GERNE! ") == "ja, gerne"
