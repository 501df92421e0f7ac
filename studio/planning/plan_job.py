"""From a train job to its plan: fills in what the user left open."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from studio.hardware.device import Device
from studio.job import TrainJob
from studio.models.local import ModelFacts
from studio.plan import Plan
from studio.planning.candidates import PlanRequest
from studio.planning.check_method import check_method
from studio.planning.choose import plan_batch
from studio.planning.defaults import choose_precision, default_learning_rate
from studio.planning.measurement import Measurement


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
    """Goes before formulas."""


def plan_job(asked: JobToPlan) -> Plan:
    """Its plan. Raises PlanProblem."""
    return plan_batch(plan_request(asked))


def plan_request(asked: JobToPlan) -> PlanRequest:
    """What the job asks of the planner, with what the user left open. Raises PlanProblem."""
    job, facts = asked.job, asked.facts
    check_method(job, facts)
    world_size = job.world_size or 1
    return PlanRequest(
        facts=facts,
        method=job.method,
        learning=job.learning,
        lengths=asked.lengths,
        num_targets=asked.num_targets,
        device=_share(asked.device, world_size),
        precision=job.precision or choose_precision(asked.device, facts),
        world_size=world_size,
        gradient_checkpointing=job.gradient_checkpointing,
        micro_batch_size=job.micro_batch_size,
        measurement=asked.measurement,
    )


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
