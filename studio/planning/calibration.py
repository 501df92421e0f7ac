"""How far plans were from what runs then needed, kept run by run in the home folder; later plans state that error."""

from __future__ import annotations

import contextlib
import math
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from studio.durable import disk_problem
from studio.errors import DiskProblem
from studio.job import Full, Method
from studio.paths import Home
from studio.plan import Plan
from studio.runs.journal import Journal, Tail
from studio.runs.story import RunStory

FEWEST_RUNS = 3
"""Before as many, what is known of the method of planning in general says more."""
_COVERED = 0.9
_LATEST = 50


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was planned for a run and what it needed."""

    at: float = msgspec.field(default_factory=time.time)
    device_name: str
    method: str
    basis: Literal["formula", "dry-run", "probe"]
    predicted_bytes: int
    measured_bytes: int
    """At the level of the device, as `predicted_bytes`: the allocator's and the driver's."""
    predicted_seconds: float
    """Per update."""
    measured_seconds: float

    @property
    def peak_error(self) -> float:
        """Relative: 0.05 where the run needed 5 % more than planned."""
        return self.measured_bytes / self.predicted_bytes - 1

    @property
    def seconds_error(self) -> float:
        """Relative, of the time of an update."""
        return self.measured_seconds / self.predicted_seconds - 1


class ErrorBars(msgspec.Struct, frozen=True):
    """Relative errors to expect, as nine of ten runs before stayed within."""

    peak: float
    seconds: float
    runs: int
    """Behind them."""


def outcome_of(
    plan: Plan, method: Method, peak_bytes: Sequence[float], seconds: Sequence[float], outside_bytes: int = 0
) -> Outcome | None:
    """What a run needed by its updates in one process; None where there are too few to tell.

    `peak_bytes` and `seconds`: one value per update, NaN where there was none. `outside_bytes`: of the driver, which
    the peaks leave out on a card. The first update, which also prepares everything, has no part in the time.
    """
    peaks = [each for each in peak_bytes if math.isfinite(each) and each > 0]
    times = [each for each in seconds[1:] if math.isfinite(each) and each > 0]
    if not peaks or len(times) < 2 or plan.peak_bytes <= 0 or plan.seconds_per_update <= 0:
        return None
    return Outcome(
        device_name=plan.device_name,
        method=name_of(method),
        basis=plan.basis,
        predicted_bytes=plan.peak_bytes,
        measured_bytes=round(max(peaks)) + outside_bytes,
        predicted_seconds=plan.seconds_per_update,
        measured_seconds=statistics.fmean(times),
    )


def note_outcome(home: Home, outcome: Outcome) -> None:
    """Keep it for later plans, on the disk when this returns. Raises DiskProblem."""
    try:
        with Journal(_file(home), flush_each=True) as journal:
            journal.append(outcome)
    except OSError as problem:
        raise disk_problem(problem, "How much the run needed could not be noted") from problem


def note_run(home: Home, story: RunStory, method: Method, *, from_update: int = 0, outside_bytes: int = 0) -> None:
    """Keep what a run needed since this process began after `from_update` updates; see `outcome_of` for the rest.

    A run has ended well by then, so a disk that refuses this line is no problem of it.
    """
    if story.plan is None:
        return
    peaks, seconds = story.curves.peak_bytes[from_update:], story.curves.seconds[from_update:]
    outcome = outcome_of(story.plan, method, peaks, seconds, outside_bytes)
    if outcome is not None:
        with contextlib.suppress(DiskProblem):
            note_outcome(home, outcome)


def error_bars(home: Home, plan: Plan, method: Method) -> ErrorBars | None:
    """What the latest runs on this device by this method tell about plans of this basis; None before there are three.

    The interval of split conformal prediction (Vovk et al. 2005): of n errors the ⌈0.9 (n + 1)⌉-th smallest, so that
    the next run stays within it with a chance of nine in ten; below nine runs it is the largest, which promises less.
    """
    known = [
        each
        for each in Tail[Outcome](_file(home), Outcome).read()
        if (each.device_name, each.method, each.basis) == (plan.device_name, name_of(method), plan.basis)
        and min(each.predicted_bytes, each.measured_bytes) > 0
        and min(each.predicted_seconds, each.measured_seconds) > 0
    ][-_LATEST:]
    if len(known) < FEWEST_RUNS:
        return None
    return ErrorBars(
        peak=_within([each.peak_error for each in known]),
        seconds=_within([each.seconds_error for each in known]),
        runs=len(known),
    )


def calibrated(plan: Plan, method: Method, home: Home) -> Plan:
    """The plan with the error of the runs before it; as it is before there are three."""
    bars = error_bars(home, plan, method)
    return plan if bars is None else msgspec.structs.replace(plan, error_bar=max(0.005, round(bars.peak, 4)))


def name_of(method: Method) -> str:
    """Methods whose plans err alike: "full", "lora", "lora nf4"."""
    if isinstance(method, Full):
        return "full"
    return f"lora {method.quantization}" if method.quantization else "lora"


def _within(errors: Sequence[float]) -> float:
    sizes = sorted(abs(each) for each in errors)
    return sizes[min(len(sizes), math.ceil(_COVERED * (len(sizes) + 1))) - 1]


def _file(home: Home) -> Path:
    return home.folder / "calibration.jsonl"
