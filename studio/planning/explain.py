"""What gradient accumulation changes and what it does not, with one run's own numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import msgspec

from studio.job import Lora, TrainJob
from studio.models.local import ModelFacts
from studio.plan import Plan
from studio.planning.plan_job import JobToPlan, plan_job

Unit = Literal["examples", "passes", "bytes", "seconds", ""]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing, compared between splits of the same effective batch."""

    what: str
    unit: Unit
    values: tuple[float, ...]
    """One for each split; empty where it is no number."""
    changes: bool
    """Whether the split changes it."""
    why: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A table, one column for each split: one row at a time, as planned, all at once."""

    micro_batch_sizes: tuple[int, ...]
    """Ascending; without repetition."""
    planned: int
    """Which of them is the plan's."""
    fits: tuple[bool, ...]
    lines: tuple[Line, ...]
    exceptions: tuple[str, ...]
    """What no accumulation can make equal, and what is done about it."""


def explain(asked: JobToPlan, plan: Plan) -> Explanation:
    """The table for `plan`, which `plan_job` made of the same; each column is a plan itself. Raises PlanProblem."""
    splits = {plan.micro_batch_size: plan}
    for size in (1, math.ceil(plan.effective_batch_size / plan.world_size)):
        same_but = msgspec.structs.replace(
            asked.job,
            micro_batch_size=size,
            gradient_checkpointing=plan.gradient_checkpointing,
            precision=plan.precision,
        )
        if size not in splits:
            splits[size] = plan_job(replace(asked, job=same_but))
    sizes = tuple(sorted(splits))
    plans = [splits[size] for size in sizes]
    return Explanation(
        micro_batch_sizes=sizes,
        planned=sizes.index(plan.micro_batch_size),
        fits=tuple(each.fits for each in plans),
        lines=_lines(plans, plan.effective_batch_size),
        exceptions=_exceptions(asked.job, asked.facts, plan),
    )


def _lines(plans: list[Plan], target: int) -> tuple[Line, ...]:
    def line(what: str, unit: Unit, value: Callable[[Plan], float], why: str, *, changes: bool) -> Line:
        return Line(what=what, unit=unit, values=tuple(value(each) for each in plans), changes=changes, why=why)

    return (
        line(
            "Examples behind an update",
            "examples",
            lambda plan: plan.effective_batch_size,
            "The target: the same rows in the same order, however they are split.",
            changes=False,
        ),
        line(
            "Passes of an update",
            "passes",
            lambda plan: plan.micro_batches_per_update,
            "Micro-batches on each device, on average over the real lengths.",
            changes=True,
        ),
        line(
            "Weights",
            "bytes",
            lambda plan: plan.memory.weights + plan.memory.adapters,
            "There once, used by every pass.",
            changes=False,
        ),
        line(
            "Gradients",
            "bytes",
            lambda plan: plan.memory.gradients,
            "A number for each weight that learns; every pass adds to the same sum.",
            changes=False,
        ),
        line(
            "Optimizer states",
            "bytes",
            lambda plan: plan.memory.optimizer,
            "Used once an update, when the sum is whole.",
            changes=False,
        ),
        line(
            "Activations of a micro-batch",
            "bytes",
            lambda plan: plan.memory.activations,
            "Kept for the way back of one pass, then freed: they grow with its rows.",
            changes=True,
        ),
        line(
            "Word scores",
            "bytes",
            lambda plan: plan.memory.logits,
            "Of so many positions at once as suit the device.",
            changes=True,
        ),
        line("Peak memory", "bytes", lambda plan: plan.peak_bytes, "All of these and the driver.", changes=True),
        line(
            "Time of an update",
            "seconds",
            lambda plan: plan.seconds_per_update,
            "The same products in all; each pass has a fixed price, and fuller ones waste less of the device.",
            changes=True,
        ),
        Line(
            what="Result",
            unit="",
            values=(),
            changes=False,
            why=f"The loss is summed over the target tokens of all {target} examples and divided once, so gradient and "
            "weights are the same but for rounding. Every run checks this on its first update.",
        ),
    )


def _exceptions(job: TrainJob, facts: ModelFacts, plan: Plan) -> tuple[str, ...]:
    target = plan.effective_batch_size
    rows = "1 row" if plan.micro_batch_size == 1 else f"{plan.micro_batch_size} rows"
    told = [
        f"Batch norm would take its mean over the {rows} of a micro-batch in place of {target}, which no sum makes "
        "good: a model that has it is refused.",
        f"A loss that compares the rows of a batch with each other would see {rows} in place of {target}; the losses "
        "offered here add up over rows.",
    ]
    if isinstance(job.method, Lora) and job.method.dropout:
        told.append(
            f"Dropout of {job.method.dropout:g} draws other places in another split: the same on average, not the same "
            "numbers."
        )
    if facts.num_experts and job.learning.router_balance:
        told.append(
            f"The balance of {facts.num_experts} experts depends on all {target} examples at once: they are counted "
            "in a pass of their own before each update."
        )
    return tuple(told)
