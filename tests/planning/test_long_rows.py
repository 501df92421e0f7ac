"""Gradient checkpointing for long rows only: chosen where it pays, and never more memory than either kind needs."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from studio.hardware.device import GIB
from studio.job import Learning, Lora
from studio.plan import Plan
from studio.planning.choose import plan_batch, trials_for
from studio.planning.measurement import Measurement, Point
from studio.planning.memory import Work, memory_parts
from studio.planning.need import MARGIN
from studio.planning.request import PlanRequest
from tests.planning.models import FREE_3090, LLAMA_2_13B

NF4 = Lora(rank=16, quantization="nf4-double")
ROWS = np.clip(np.random.default_rng(0).lognormal(5.6, 0.7, 3000).astype(np.int64), 8, 4096)
ROWS[0] = 4096


def request(**changes: Any) -> PlanRequest:
    usual: dict[str, Any] = {
        "facts": LLAMA_2_13B,
        "method": NF4,
        "learning": Learning(effective_batch_size=16),
        "lengths": ROWS,
        "num_targets": ROWS // 2,
        "device": FREE_3090,
        "precision": "bfloat16",
    }
    return PlanRequest(**{**usual, **changes})


def alone(mode: str, **changes: Any) -> Plan:
    return plan_batch(request(gradient_checkpointing=mode, **changes))


def test_where_one_row_is_too_long_it_alone_is_recomputed() -> None:
    free, on = plan_batch(request()), alone("on")
    assert not alone("off").fits
    assert (free.gradient_checkpointing, free.fits, free.micro_batch_size) == ("long", True, 1)
    assert free.seconds_per_update < on.seconds_per_update
    assert 512 < free.token_budget < 4096
    assert sum(free.slices) == 16


def test_it_needs_the_larger_of_what_its_two_kinds_of_micro_batch_need() -> None:
    plan = alone("long")
    budget, targets = plan.token_budget, plan.token_budget // 2 + 200
    kept, recomputed = (
        memory_parts(
            LLAMA_2_13B, NF4, "bfloat16", mode, Work(tokens=tokens, targets=targets, longest=tokens), FREE_3090
        ).ours
        for mode, tokens in (("long", budget), ("on", 4096))
    )
    assert plan.peak_bytes == pytest.approx(max(kept, recomputed), rel=0.02)
    assert plan.peak_bytes * (1 + MARGIN["gpu"]) <= plan.limit_bytes
    more = memory_parts(
        LLAMA_2_13B, NF4, "bfloat16", "long", Work(tokens=budget + 64, targets=targets, longest=budget), FREE_3090
    )
    assert more.ours * (1 + MARGIN["gpu"]) > plan.limit_bytes  # the budget is the largest that fits


def test_its_time_is_that_of_both_kinds() -> None:
    """Between doing without, on a card with room for that, and recomputing everything with the same budget."""
    large = msgspec.structs.replace(FREE_3090, total_bytes=80 * GIB, free_bytes=80 * GIB)
    long_only = alone("long")
    all_long = alone("long", lengths=np.full(3000, 4096), num_targets=np.full(3000, 2048))
    all_on = alone("on", lengths=np.full(3000, 4096), num_targets=np.full(3000, 2048), micro_batch_size=1)
    assert all_long.seconds_per_update == pytest.approx(all_on.seconds_per_update)
    without = alone("off", device=large, micro_batch_size=1)
    assert without.seconds_per_update < long_only.seconds_per_update < 1.5 * without.seconds_per_update


def test_where_every_row_fits_without_nothing_is_recomputed() -> None:
    short = np.minimum(ROWS, 1024)
    plan = alone("long", lengths=short, num_targets=short // 2, micro_batch_size=1)
    off = alone("off", lengths=short, num_targets=short // 2, micro_batch_size=1)
    assert plan.token_budget == off.token_budget == 1024
    assert plan.seconds_per_update == off.seconds_per_update
    free = plan_batch(request(lengths=short, num_targets=short // 2))
    assert free.gradient_checkpointing != "long"


def test_both_kinds_are_measured_for_it_and_what_was_measured_counts() -> None:
    assert {trial.checkpointing for trial in trials_for(request(gradient_checkpointing="long"))} <= {"off", "on"}
    found = Measurement(basis="probe", context_bytes=GIB // 2)
    for mode, per_token in (("off", 10_000_000), ("on", 1_000_000)):
        for tokens in (1024, 2048):
            point = Point(tokens=tokens, targets=9, peak_bytes=8 * GIB + per_token * tokens, seconds=tokens * 1e-3)
            found = found.with_point(mode, point)
    plan = alone("long", measurement=found)
    assert plan.basis == "probe"
    assert plan.peak_bytes == 8 * GIB + max(10_000_000 * plan.token_budget, 1_000_000 * 4096)


@pytest.mark.parametrize("budget", [1, 16, 100, 5000])
def test_membership_is_that_of_the_update_whatever_the_budget(budget: int) -> None:
    from studio.planning.arithmetic import Layout, cut_by_budget

    lengths = sorted(ROWS[:64].tolist(), reverse=True)
    for packed in (False, True):
        cuts = cut_by_budget(lengths, budget, Layout(packed, 4096))
        assert [row for cut in cuts for row in range(64)[cut]] == list(range(64))
        assert all(cut.stop - cut.start == 1 for cut in cuts if lengths[cut.start] > budget)
