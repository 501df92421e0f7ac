"""Starts the process that measures a run's own step, looks after it, and takes what it has said when it ends."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

import msgspec

from studio.durable import disk_problem
from studio.errors import EngineProblem, PlanProblem
from studio.job import TrainJob
from studio.paths import Home
from studio.planning.choose import plan_batch, trials_for
from studio.planning.measured import keep, measured_for, recall
from studio.planning.measurement import Measurement, MeasureOrder
from studio.planning.plan_job import JobToPlan, plan_job, plan_request
from studio.planning.request import PlanRequest

Basis = Literal["dry-run", "probe"]
_PROGRAM: dict[Basis, str] = {"dry-run": "studio.engine.dry_run", "probe": "studio.engine.probe"}
_LIMIT_SECONDS = 120.0
"""After which the process is ended; loading a model may take most of it. batch-planning.md §7.6."""
_LOOK_EVERY_SECONDS = 0.02


def measure(
    job: TrainJob,
    request: PlanRequest,
    basis: Basis,
    home: Home,
    *,
    data: Path | None = None,
    look: Callable[[], None] = lambda: None,
    environment: Mapping[str, str] | None = None,
) -> Measurement | None:
    """Measure what `job` would need on its device, and keep it for the next time. None where there is nothing to try,
    since even one row is far too much.

    `data`: the folder of its encoded rows; None: rows are made up. `look` is called many times a second and may raise
    to give up. Out of memory and a process that dies are results. Raises DiskProblem, EngineProblem, PlanProblem.
    """
    if basis == "probe":
        _refuse_unmeasurable(job, request, data)
    request = replace(request, measurement=None)
    trials = trials_for(request)
    if not trials:
        return None
    with contextlib.ExitStack() as closing:
        try:
            scratch = Path(
                closing.enter_context(tempfile.TemporaryDirectory(dir=home.jobs, ignore_cleanup_errors=True))
            )
            order = MeasureOrder(
                job=job,
                plan=plan_batch(request),
                trials=trials,
                device=request.device.id,
                data=str(data) if data else "",
                scratch=str(scratch),
            )
            measurement = _ask(order, basis, scratch, look, environment)
        except OSError as problem:
            raise disk_problem(problem, "Measuring needs a little space on the disk") from problem
    measurement = msgspec.structs.replace(measurement, room_bytes=request.room)
    if measurement.modes:
        keep(home, measured_for(job, request, basis), measurement)
    return measurement


def _refuse_unmeasurable(job: TrainJob, request: PlanRequest, data: Path | None) -> None:
    if request.divided:
        raise PlanProblem(
            "A model that is divided among devices cannot be measured on one of them.",
            "Choose a dry run: it counts what each of them holds, and needs none.",
        )
    if not (request.facts.has_weights or job.from_scratch):
        raise PlanProblem(
            f"There are no weights of {request.facts.name} to measure with.",
            "Choose the folder of the whole model, or a dry run, which needs none.",
        )
    if data is None and job.task != "write":
        raise PlanProblem("Labels cannot be made up.", "Name a file of rows to measure with.")


def measured_before(job: TrainJob, request: PlanRequest, home: Home, *bases: Basis) -> Measurement | None:
    """What was measured for such a run, by the first of these that was."""
    for basis in bases:
        if (found := recall(home, measured_for(job, request, basis))) is not None:
            return found
    return None


def as_measured_before(asked: JobToPlan, home: Home) -> JobToPlan:
    """The same with what was measured for such a run, unless it has that. Raises PlanProblem."""
    job, request = asked.job, plan_request(asked)
    whole, divided = asked.measurement, asked.divided_measurement
    if whole is None and not request.divided:
        whole = measured_before(job, request, home, "probe", "dry-run")
    if divided is None and request.world_size > 1:
        divided = measured_before(job, replace(request, divided=True), home, "dry-run")
    return replace(asked, measurement=whole, divided_measurement=divided)


def as_measured_by(asked: JobToPlan, measuring: Callable[[PlanRequest], Measurement | None]) -> JobToPlan:
    """The same with what `measuring` finds: of the whole model, and where the plan then divides it of a device's part.

    Raises PlanProblem, and what `measuring` raises.
    """
    request = plan_request(asked)
    if not request.divided:
        asked = replace(asked, measurement=measuring(request))
    if plan_job(asked).divided:
        asked = replace(asked, divided_measurement=measuring(replace(request, divided=True)))
    return asked


def basis_for(request: PlanRequest) -> Basis:
    """How a run is measured where its devices are: one that they share cannot be tried on one of them."""
    return "dry-run" if request.divided else "probe"


def _ask(
    order: MeasureOrder, basis: Basis, scratch: Path, look: Callable[[], None], environment: Mapping[str, str] | None
) -> Measurement:
    """The answer of a process of its own. It prints into files: a full pipe would stop it."""
    answers, log = scratch / "answers.jsonl", scratch / "log"
    with answers.open("wb") as out, log.open("wb") as errors:
        try:
            process = subprocess.Popen(
                [sys.executable, "-m", _PROGRAM[basis]],
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=errors,
                cwd=scratch,
                env=None if environment is None else dict(environment),
            )
        except OSError as problem:
            raise EngineProblem(
                f"The program that measures could not be started: {problem.strerror or problem}.",
                "Plan without measuring, or start again.",
            ) from problem
        exit_code = _wait(process, msgspec.json.encode(order) + b"\n", look)
    return _last_word(answers, basis, exit_code)


def _wait(process: subprocess.Popen[bytes], order: bytes, look: Callable[[], None]) -> int | None:
    """Its exit code. None: it took too long and was ended. Its standard input stays open as long as somebody waits."""
    assert process.stdin is not None
    until = time.monotonic() + _LIMIT_SECONDS
    try:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(order)
            process.stdin.flush()
        while (exit_code := process.poll()) is None and time.monotonic() < until:
            look()
            time.sleep(_LOOK_EVERY_SECONDS)
        return exit_code
    finally:
        process.kill()
        process.wait()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()


def _last_word(answers: Path, basis: Basis, exit_code: int | None) -> Measurement:
    """What the process found out, as far as it came. What it died of while trying did not fit."""
    found = Measurement(basis=basis)
    for line in answers.read_bytes().split(b"\n"):
        with contextlib.suppress(msgspec.DecodeError, msgspec.ValidationError):
            found = msgspec.json.decode(line, type=Measurement)
    if exit_code == 0 and found.trying is None:
        return found
    if exit_code is None:
        why = f"It was ended after {_LIMIT_SECONDS:.0f} seconds."
    else:
        name = signal.Signals(-exit_code).name if exit_code < 0 else f"exit code {exit_code}"
        why = f"The process that measured ended unexpectedly ({name})."
        if found.trying is not None:
            found = found.without_room_for(found.trying.checkpointing, found.trying.token_budget)
    return msgspec.structs.replace(found, trying=None, ended_early=why)
