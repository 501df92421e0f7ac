"""What else could be chosen: all of it fits, costs what is said, and is what is planned when it is picked."""

from __future__ import annotations

import re

import msgspec
import numpy as np
import pytest

from studio.hardware.device import GIB, Device
from studio.job import Learning, Lora
from studio.plan import Plan
from studio.planning.choose import plan_batch
from studio.planning.reasons import shortfall
from studio.planning.request import PlanRequest
from tests.planning.models import FREE_3090, LLAMA_2_13B, facts

ROWS = np.clip(np.random.default_rng(1).lognormal(5.6, 0.7, 2000).astype(np.int64), 8, 2048)
ROWS[0] = 2048


def card(gib: float) -> Device:
    return msgspec.structs.replace(FREE_3090, total_bytes=round(gib * GIB), free_bytes=round(gib * GIB))


def request(gib: float = 24, target: int = 32, **changes: object) -> PlanRequest:
    usual = {
        "facts": facts(),
        "method": Lora(),
        "learning": Learning(effective_batch_size=target),
        "lengths": ROWS,
        "num_targets": ROWS // 2,
        "device": card(gib),
        "precision": "bfloat16",
    }
    return PlanRequest(**{**usual, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(("gib", "target"), [(11, 32), (12, 31), (24, 32), (80, 64)])
def test_every_choice_is_the_plan_when_it_is_picked(gib: float, target: int) -> None:
    plan = plan_batch(request(gib, target))
    assert 1 <= len(plan.choices) <= 8
    for each in plan.choices:
        mode = each.gradient_checkpointing
        size = None if mode == "long" else each.micro_batch_size
        picked = plan_batch(request(gib, target, micro_batch_size=size, gradient_checkpointing=mode))
        assert picked.fits
        assert (picked.peak_bytes, picked.seconds_per_update) == (each.peak_bytes, each.seconds_per_update)
        assert sum(picked.slices) == target
        assert (each.peak_bytes > plan.peak_bytes) == ("more" in each.price)
        assert (each.seconds_per_update > 1.005 * plan.seconds_per_update) == ("longer" in each.price)
    assert list(plan.choices) == sorted(plan.choices, key=lambda each: each.peak_bytes)


def test_the_plan_itself_and_what_does_not_fit_are_no_choices() -> None:
    plan = plan_batch(request())
    assert (plan.micro_batch_size, plan.gradient_checkpointing) not in [
        (each.micro_batch_size, each.gradient_checkpointing) for each in plan.choices
    ]
    assert plan_batch(request(facts=LLAMA_2_13B)).choices == ()


def too_tight() -> tuple[Plan, Plan]:
    """Too much by far, and only for the margin."""
    only = {"micro_batch_size": 1, "gradient_checkpointing": "on"}
    far = plan_batch(request(2, **only))
    need = far.peak_bytes / GIB
    return far, plan_batch(request((need * 1.03 + 0.2), **only))


def test_what_does_not_fit_is_said_without_a_negative_number() -> None:
    far, near = too_tight()
    assert not far.fits
    assert not near.fits
    assert far.spare_bytes < 0 < near.spare_bytes < near.margin_bytes
    assert re.fullmatch(r"\d+\.\d\d GiB too much", shortfall(far))
    assert re.fullmatch(r"0\.\d\d GiB short of the margin that must stay free", shortfall(near))
