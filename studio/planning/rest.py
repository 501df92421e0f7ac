"""How long the rest of a run takes on this or that number of devices, told before anybody decides."""

from __future__ import annotations

import statistics

import msgspec

from studio.data.prepare import load_prepared
from studio.errors import StudioError
from studio.hardware.device import Machine
from studio.models.local import read_model, with_labels
from studio.plan import Plan, Rest
from studio.planning.here import plan_here
from studio.planning.plan_job import JobToPlan
from studio.runs.folder import RunFolder
from studio.runs.resumed import job_as_resumed
from studio.runs.story import RunStory

_LATEST = 200
_FEWEST = 3


def rest_of(run: RunFolder, story: RunStory, machine: Machine, world_size: int) -> Rest:
    """What is left of `run`, of whose updates `story` tells, on `world_size` devices of `machine`.

    By what its latest updates took; on another number of devices times what the planner expects of that number
    against the present one. Takes about as long as two plans.
    """
    now = story.world_size or job_as_resumed(run).world_size or 1
    left, took = max(story.updates - story.update, 0), _seconds_per_update(story)
    try:
        plan = _plan(run, machine, world_size)
        if not plan.fits:
            return Rest(fits=False)
        if took is None or world_size == now:
            return Rest(seconds=left * (took or plan.seconds_per_update), divided=plan.divided)
        expected = _plan(run, machine, now).seconds_per_update
    except (StudioError, OSError):  # its model or its rows are gone, or so many cannot share an update
        return Rest(seconds=left * took if took and world_size == now else None)
    return Rest(seconds=left * took * plan.seconds_per_update / expected, divided=plan.divided)


def _seconds_per_update(story: RunStory) -> float | None:
    """The middle of the latest; None before there are some."""
    recent = [each for each in story.curves.seconds[-_LATEST:] if each > 0]
    return statistics.median(recent) if len(recent) >= _FEWEST else None


def _plan(run: RunFolder, machine: Machine, world_size: int) -> Plan:
    """As a worker would make it now. Raises StudioError and OSError."""
    job, prepared = job_as_resumed(run), load_prepared(run.data)
    cards = machine.sharing[:world_size] if job.device != "cpu" else ()
    asked = JobToPlan(
        job=msgspec.structs.replace(job, world_size=world_size),
        facts=with_labels(read_model(job.model, from_scratch=job.from_scratch), len(prepared.labels)),
        lengths=prepared.train.lengths,
        num_targets=prepared.train.num_targets,
        device=cards[-1] if cards else machine.devices[-1],
        cards=cards,
    )
    return plan_here(run.home, asked)
