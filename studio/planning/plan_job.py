"""From a train job to its plan: fills in what the user left open."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from studio.errors import PlanProblem
from studio.hardware.device import Device
from studio.job import Full, TrainJob
from studio.models.local import ModelFacts
from studio.plan import Plan
from studio.planning.check_method import check_method
from studio.planning.choose import plan_batch
from studio.planning.defaults import choose_precision, default_learning_rate
from studio.planning.exchange import Exchange
from studio.planning.measurement import Measurement
from studio.planning.request import PlanRequest


@dataclass(frozen=True, kw_only=True)
class JobToPlan:
    """A job and everything else that its plan depends on."""

    job: TrainJob
    facts: ModelFacts
    lengths: NDArray[np.int64]
    """(rows,) tokens of each row, after cutting."""
    num_targets: NDArray[np.int64]
    """(rows,) target tokens of each row."""
    device: Device
    measurement: Measurement | None = None
    """Of the whole model on one device; goes before formulas."""
    divided_measurement: Measurement | None = None
    """The same of one of all devices among which the model is divided."""
    cards: tuple[Device, ...] = ()
    """All that share the work, where they are known; `device` is the one with the least free memory."""
    exchange: Exchange | None = None
    """Between these devices, where it was measured."""


def plan_job(asked: JobToPlan) -> Plan:
    """Its plan. Where a model does not fit one card and there are several, it is divided among them. Raises
    PlanProblem."""
    request = plan_request(asked)
    plan = plan_batch(request)
    why_not = not_divisible(asked.job)
    if request.divided or plan.fits or request.world_size == 1 or not request.device.is_gpu or why_not:
        return plan
    divided = plan_batch(replace(request, divided=True, measurement=asked.divided_measurement))
    return divided if divided.fits else plan


def plan_request(asked: JobToPlan) -> PlanRequest:
    """What the job asks of the planner, with what the user left open. Raises PlanProblem."""
    job, facts = asked.job, asked.facts
    check_method(job, facts)
    world_size = job.world_size or 1
    divided = bool(job.divided and world_size > 1)
    if divided and (why_not := not_divisible(job)):
        raise PlanProblem(*why_not)
    return PlanRequest(
        facts=facts,
        method=job.method,
        learning=job.learning,
        lengths=asked.lengths,
        num_targets=asked.num_targets,
        device=_share(asked.device, world_size),
        precision=job.precision or choose_precision(asked.device, facts),
        world_size=world_size,
        cards=asked.cards if world_size > 1 else (),
        divided=divided,
        gradient_checkpointing=job.gradient_checkpointing,
        micro_batch_size=job.micro_batch_size,
        measurement=asked.divided_measurement if divided else asked.measurement,
        measured_exchange=asked.exchange,
    )


def not_divisible(job: TrainJob) -> tuple[str, str] | None:
    """Why a model cannot be divided among devices, and what to do; None where it can."""
    if isinstance(job.method, Full) and job.learning.optimizer != "adamw":
        return (
            f"What {job.learning.optimizer} keeps depends on where a matrix is cut, and cannot be divided among GPUs.",
            "Choose adamw, which keeps two numbers for each weight, wherever that is.",
        )
    return None


def _share(device: Device, world_size: int) -> Device:
    """What one rank has of the device: a card of its own, or its part of the computer's memory."""
    if device.is_gpu:
        return device
    return msgspec.structs.replace(
        device,
        total_bytes=device.total_bytes // world_size,
        free_bytes=device.free_bytes // world_size,
        used_by_others_bytes=device.used_by_others_bytes // world_size,
    )


def peak_learning_rate(job: TrainJob) -> float:
    """What the user chose, else what suits the method and the task."""
    return job.learning.learning_rate or default_learning_rate(job.method, job.task, from_scratch=job.from_scratch)
