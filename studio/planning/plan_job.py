"""From a train job to its plan: fills in what the user left open."""

from __future__ import annotations

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


def plan_job(
    job: TrainJob,
    facts: ModelFacts,
    lengths: NDArray[np.int64],
    num_targets: NDArray[np.int64],
    device: Device,
    measurement: Measurement | None = None,
) -> Plan:
    """The plan of `job` for rows of these lengths, (rows,) tokens and targets; what was measured goes before formulas.

    Raises PlanProblem.
    """
    return plan_batch(plan_request(job, facts, lengths, num_targets, device, measurement))


def plan_request(
    job: TrainJob,
    facts: ModelFacts,
    lengths: NDArray[np.int64],
    num_targets: NDArray[np.int64],
    device: Device,
    measurement: Measurement | None = None,
) -> PlanRequest:
    """What `job` asks of the planner, with what the user left open. Raises PlanProblem."""
    check_method(job, facts)
    world_size = job.world_size or 1
    return PlanRequest(
        facts=facts,
        method=job.method,
        learning=job.learning,
        lengths=lengths,
        num_targets=num_targets,
        device=_share(device, world_size),
        precision=job.precision or choose_precision(device, facts),
        world_size=world_size,
        gradient_checkpointing=job.gradient_checkpointing,
        micro_batch_size=job.micro_batch_size,
        measurement=measurement,
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
    """What the user chose, else what suits the method."""
    return job.learning.learning_rate or default_learning_rate(job.method, from_scratch=job.from_scratch)
