"""A plan and an advice with all that is known on this computer."""

from __future__ import annotations

from dataclasses import replace

from studio.events import NoiseMeasured
from studio.job import TrainJob
from studio.paths import Home
from studio.plan import Plan
from studio.planning.advice import Advice, beside_the_noise
from studio.planning.calibration import calibrated
from studio.planning.exchanged import between, recall_exchange
from studio.planning.measure import as_measured_before
from studio.planning.noise_scale import NoiseScale
from studio.planning.plan_job import JobToPlan, plan_job


def plan_here(home: Home, asked: JobToPlan) -> Plan:
    """The plan with all that is known on this computer: what was measured for such a run goes before formulas, and the
    error is that of the runs before it. Raises PlanProblem."""
    asked = with_exchange(home, asked)
    return calibrated(plan_job(as_measured_before(asked, home)), asked.job.method, home)


def with_exchange(home: Home, asked: JobToPlan, hosts: int = 1) -> JobToPlan:
    """The same with what a run measured between its devices, where they are several and one did."""
    world_size = asked.job.world_size or 1
    if world_size == 1:
        return asked
    what = between(home, asked.cards or (asked.device,), world_size, hosts)
    return replace(asked, exchange=recall_exchange(home, what))


def noise_advice(job: TrainJob, noise: NoiseMeasured) -> Advice | None:
    """What the noise in a run's gradients says about its target; None where the target suits it."""
    fields = ("examples", "lowest", "highest", "updates")
    return beside_the_noise(job, NoiseScale(**{name: getattr(noise, name) for name in fields}))
