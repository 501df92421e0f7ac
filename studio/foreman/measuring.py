"""Measures what a run would need on this computer, for whoever asks: its rows are encoded, then the step is tried."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from studio.data.inspect import inspect
from studio.data.prepare import prepare
from studio.foreman.questions import Measured
from studio.foreman.start import process_environment
from studio.hardware.device import Device
from studio.job import TrainJob
from studio.models.local import read_model, with_labels
from studio.paths import Home
from studio.planning.measure import Basis, as_measured_by, basis_for, measure, measured_before
from studio.planning.measurement import Measurement
from studio.planning.plan_job import JobToPlan
from studio.planning.request import PlanRequest


def measure_request(
    job: TrainJob, request: PlanRequest, basis: Basis, home: Home, look: Callable[[], None] = lambda: None
) -> Measurement | None:
    """What was measured for such a run before, else what is measured now. None: even one row is far too much.

    `look` is called many times a second while a process measures, and may raise to give up. Raises StudioError.
    """
    known = measured_before(job, request, home, basis)
    if known is not None:
        return known
    with tempfile.TemporaryDirectory(dir=home.jobs, ignore_cleanup_errors=True) as folder:
        data = None
        if basis == "probe" and job.data.train:
            data = Path(folder) / "data"
            limit = request.facts.max_positions
            prepare(
                job.data, Path(job.model), data,
                max_positions=limit, seed=job.learning.seed, task=job.task, cache=home.encoded,
            )  # fmt: skip
        return measure(job, request, basis, home, data=data, look=look, environment=process_environment())


def probe(job: TrainJob, device: Device, home: Home, look: Callable[[], None]) -> Measured:
    """Measure a run on a device that is here, with its own rows. Raises StudioError, and what `look` raises."""
    facts = read_model(job.model)
    report, lengths, targets = inspect(
        job.data, Path(job.model), max_positions=facts.max_positions, task=job.task, cache=home.encoded
    )
    rows = report.train_rows
    asked = JobToPlan(
        job=job,
        facts=with_labels(facts, len(report.labels)),
        lengths=lengths[:rows],
        num_targets=targets[:rows],
        device=device,
    )

    def measuring(request: PlanRequest) -> Measurement | None:
        return measure_request(job, request, basis_for(request), home, look)

    asked = as_measured_by(asked, measuring)
    found = asked.divided_measurement or asked.measurement
    return Measured(tried=found is not None, ended_early=found.ended_early if found else "")
