"""Plans of a divided model go by a dry run of what one device does, where there is one, and say so."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from studio.errors import PlanProblem
from studio.hardware.device import GIB
from studio.job import Data, Full, Learning, TrainJob
from studio.models.local import read_model
from studio.paths import open_home
from studio.planning.here import plan_here
from studio.planning.measure import as_measured_before, as_measured_by, measure
from studio.planning.measured import keep, measured_for, recall
from studio.planning.measurement import MeasuredMode, Measurement, Point
from studio.planning.plan_job import JobToPlan, plan_job, plan_request
from studio.starter import STARTER_MODEL
from tests.planning.models import FREE_3090, LLAMA_2_13B, PROCESSOR

TWO = (FREE_3090, FREE_3090)


def asked(model=LLAMA_2_13B, cards=TWO, **changes):
    job = TrainJob(name="a", model=str(STARTER_MODEL), data=Data(train=""), world_size=2, **changes)
    lengths = np.full(1000, 1024)
    return JobToPlan(job=job, facts=model, lengths=lengths, num_targets=lengths, device=cards[0], cards=cards)


def counted(gib=18.0):
    """As a dry run would have found it."""
    points = tuple(Point(tokens=1024 * rows, targets=1024, peak_bytes=round(gib * GIB) + rows) for rows in (1, 2))
    modes = tuple(MeasuredMode(checkpointing=each, points=points) for each in ("off", "on"))
    return Measurement(basis="dry-run", modes=modes, context_bytes=2**20)


def test_where_the_plan_divides_the_model_a_device_s_part_is_measured_too():
    wanted = []

    def measuring(request):
        wanted.append((request.divided, request.measurement))
        return counted() if request.divided else None

    plan = plan_job(as_measured_by(asked(), measuring))
    assert wanted == [(False, None), (True, None)]
    assert (plan.divided, plan.basis) == (True, "dry-run")
    assert plan.peak_bytes == pytest.approx(18 * GIB, rel=0.001)
    assert any(each.startswith("What one of 2 GPUs holds was counted in a dry run of its step: 18.00 GiB; the formula")
               for each in plan.reasons)  # fmt: skip

    assert any(each.startswith("All of it needs ") for each in plan.reasons), "what a part needs is not taken for that"
    assert plan.reasons[-1].startswith("An update takes "), "it does not fit one, so nothing is compared"

    wanted.clear()
    assert plan_job(as_measured_by(asked(divided=True), measuring)).basis == "dry-run"
    assert wanted == [(True, None)], "nobody wants to know what the whole model needs"


def test_a_divided_plan_by_formula_says_so_and_a_whole_one_never_goes_by_a_part():
    by_formula = plan_job(asked())
    assert (by_formula.divided, by_formula.basis) == (True, "formula")
    assert any(each.startswith("What one of 2 GPUs holds is worked out by formula: ") for each in by_formula.reasons)
    small = read_model(STARTER_MODEL)
    whole = plan_job(replace(asked(small), divided_measurement=counted()))
    assert (whole.divided, whole.basis) == (False, "formula")


def test_a_part_that_does_not_fit_after_all_is_not_chosen():
    assert not plan_job(replace(asked(), divided_measurement=counted(30.0))).fits


def test_what_was_measured_is_kept_apart_for_whole_and_divided_models_and_numbers_of_devices(tmp_path):
    home, whole = open_home(tmp_path), asked(cards=(PROCESSOR, PROCESSOR), method=Full())
    request = plan_request(whole)
    divided = replace(request, divided=True)
    keep(home, measured_for(whole.job, divided, "dry-run"), counted())
    assert recall(home, measured_for(whole.job, request, "dry-run")) is None
    assert recall(home, measured_for(whole.job, replace(divided, world_size=3), "dry-run")) is None
    found = as_measured_before(whole, home)
    assert (found.measurement, found.divided_measurement) == (None, counted())
    job = msgspec.structs.replace(whole.job, divided=True)
    assert plan_here(home, replace(whole, job=job)).basis == "dry-run"


def test_one_of_several_devices_cannot_be_tried(tmp_path):
    whole = asked(divided=True, learning=Learning(effective_batch_size=4))
    with pytest.raises(PlanProblem, match="cannot be measured on one of them") as refused:
        measure(whole.job, plan_request(whole), "probe", open_home(tmp_path))
    assert refused.value.hint.startswith("Choose a dry run")
