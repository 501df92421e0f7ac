"""From a train job to its plan: fills in what the user left open."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.hardware.device import Device
from studio.job import TrainJob
from studio.models.local import ModelFacts
from studio.plan import Plan
from studio.planning.check_method import check_method
from studio.planning.choose import PlanRequest, plan_batch
from studio.planning.defaults import choose_precision, default_learning_rate


def plan_job(
    job: TrainJob, facts: ModelFacts, lengths: NDArray[np.int64], num_targets: NDArray[np.int64], device: Device
) -> Plan:
    """The plan of `job` for rows of these lengths, (rows,) tokens and targets. Raises PlanProblem."""
    check_method(job, facts)
    return plan_batch(
        PlanRequest(
            facts=facts,
            method=job.method,
            learning=job.learning,
            lengths=lengths,
            num_targets=num_targets,
            device=device,
            precision=job.precision or choose_precision(device),
            gradient_checkpointing=job.gradient_checkpointing,
            micro_batch_size=job.micro_batch_size,
        )
    )


def peak_learning_rate(job: TrainJob) -> float:
    """What the user chose, else what suits the method."""
    return job.learning.learning_rate or default_learning_rate(job.method, from_scratch=job.from_scratch)
