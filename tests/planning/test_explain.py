"""The table of what accumulation changes: true to the plans behind it."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from studio.hardware.cards import find_card
from studio.hardware.device import Device
from studio.job import Data, Full, Learning, Lora, TrainJob
from studio.models.local import ModelFacts
from studio.planning.explain import Explanation, explain
from studio.planning.plan_job import plan_job
from tests.planning.models import LLAMA_2_13B, PROCESSOR, SMALL, facts, to_plan

NF4 = Lora(quantization="nf4-double")
ROWS = np.random.default_rng(0).integers(100, 2049, 3000)
ROWS[0] = 2048


def job(target: int = 16, **changes: Any) -> TrainJob:
    learning = Learning(effective_batch_size=target, router_balance=changes.pop("router_balance", 0.0))
    return msgspec.structs.replace(
        TrainJob(name="a", model="m", data=Data(train="d"), method=NF4, learning=learning), **changes
    )


def explained(
    asked: TrainJob,
    model: ModelFacts = LLAMA_2_13B,
    device: Device | None = None,
) -> Explanation:
    device = device or find_card("RTX 3090").as_device()
    wanted = to_plan(asked, model, ROWS, device, ROWS // 2)
    return explain(wanted, plan_job(wanted))


@pytest.mark.parametrize(
    ("asked", "model", "device"),
    [
        (job(micro_batch_size=4), LLAMA_2_13B, None),
        (job(31, micro_batch_size=5), LLAMA_2_13B, None),
        (job(32, method=Full(), micro_batch_size=8), SMALL, PROCESSOR),
        (job(64, method=Lora(), world_size=4, micro_batch_size=2), facts(), None),
    ],
    ids=["adapter", "uneven", "processor", "four cards"],
)
def test_what_is_said_to_stay_stays_and_what_is_said_to_change_changes(
    asked: TrainJob, model: ModelFacts, device: Device | None
) -> None:
    table = explained(asked, model, device)
    assert len(table.micro_batch_sizes) == 3
    assert table.micro_batch_sizes[table.planned] == asked.micro_batch_size
    for line in table.lines:
        if line.changes:
            assert len(set(line.values)) > 1 or line.what == "Word scores", line.what
        else:
            assert len(set(line.values)) <= 1, line.what


def test_each_column_is_the_plan_for_that_split() -> None:
    """All with the plan's gradient checkpointing, also where one row at a time would do without."""
    asked, device = job(micro_batch_size=4), find_card("L40").as_device()
    mine = plan_job(to_plan(asked, LLAMA_2_13B, ROWS, device, ROWS // 2))
    alone = plan_job(to_plan(job(micro_batch_size=1), LLAMA_2_13B, ROWS, device, ROWS // 2))
    assert (mine.gradient_checkpointing, alone.gradient_checkpointing) == ("on", "off")
    table = explained(asked, device=device)
    lines = {line.what: line.values for line in table.lines}
    for column, size in enumerate(table.micro_batch_sizes):
        fixed = msgspec.structs.replace(
            asked,
            micro_batch_size=size,
            gradient_checkpointing=mine.gradient_checkpointing,
        )
        made = plan_job(to_plan(fixed, LLAMA_2_13B, ROWS, device, ROWS // 2))
        assert lines["Peak memory"][column] == made.peak_bytes
        assert lines["Activations of a micro-batch"][column] == made.memory.activations
        assert lines["Time of an update"][column] == made.seconds_per_update
        assert table.fits[column] == made.fits


def test_activations_and_peak_grow_with_the_rows_at_a_time_and_passes_fall() -> None:
    lines = {line.what: line.values for line in explained(job(micro_batch_size=4)).lines}
    for growing in ("Activations of a micro-batch", "Peak memory"):
        assert list(lines[growing]) == sorted(lines[growing])
    for falling in ("Passes of an update", "Time of an update"):
        assert list(lines[falling]) == sorted(lines[falling], reverse=True)
    assert lines["Passes of an update"][-1] == 1


@pytest.mark.parametrize(("size", "columns"), [(1, (1, 16)), (16, (1, 16))])
def test_a_plan_at_either_end_takes_one_column_less(size: int, columns: tuple[int, ...]) -> None:
    table = explained(job(micro_batch_size=size))
    assert table.micro_batch_sizes == columns
    assert table.micro_batch_sizes[table.planned] == size


def test_one_example_an_update_has_nothing_to_split() -> None:
    table = explained(job(1))
    assert table.micro_batch_sizes == (1,)
    assert all(len(line.values) <= 1 for line in table.lines)


def test_what_no_sum_makes_equal_is_told() -> None:
    table = explained(job(micro_batch_size=4))
    assert "mean over the 4 rows of a micro-batch in place of 16" in table.exceptions[0]
    assert "a model that has it is refused" in table.exceptions[0]
    assert "compares the rows of a batch with each other would see 4 rows in place of 16" in table.exceptions[1]
    assert len(table.exceptions) == 2
    dropped = explained(job(micro_batch_size=4, method=Lora(quantization="nf4", dropout=0.05)))
    assert "Dropout of 0.05" in dropped.exceptions[-1]
    mixture = facts(num_experts=8, experts_per_token=2)
    routed = explained(job(method=Lora(targets=("attention",)), router_balance=0.01), mixture)
    assert "8 experts depends on all 16 examples at once" in routed.exceptions[-1]
