"""The one door of the studio for windows: everything they may ask, and nothing that could make them wait.

Slow questions go to a bench worker (`Bench.ask`); everything else here answers within milliseconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from studio.commands import Command
from studio.data.report import DatasetReport
from studio.events import DatasetInspected, JobFailed, WorkerEvent
from studio.foreman.start import ensure_foreman, process_environment
from studio.hardware.detect import Device, Machine, Program, detect
from studio.job import InspectJob, Order, TrainJob, write_job
from studio.models.local import ModelFacts, read_model
from studio.paths import Home, open_home
from studio.plan import Alternative, MemoryParts, Plan
from studio.planning.arithmetic import equation
from studio.planning.plan_job import JobToPlan, plan_job
from studio.runs.brief import RunBrief, brief_of, keep_brief, kept_brief
from studio.runs.folder import RunFolder, create_run, find_run, list_runs
from studio.runs.journal import Journal, Tail
from studio.runs.lease import Lease, take_lease
from studio.runs.notes import RunNotes, read_notes, write_notes
from studio.runs.order import in_order, read_order, write_order
from studio.runs.story import ACTIVE, RunState, RunStory, RunWatch
from studio.runs.trash import restore_run, trash_run
from studio.runs.update_rows import RowOfUpdate, rows_of_update
from studio.starter import Starter, starter_demo, starter_files, starters

__all__ = [
    "ACTIVE",
    "Alternative",
    "Bench",
    "DatasetReport",
    "Device",
    "Home",
    "Inspection",
    "JobToPlan",
    "Machine",
    "MemoryParts",
    "ModelFacts",
    "Plan",
    "Program",
    "RowOfUpdate",
    "RunBrief",
    "RunFolder",
    "RunNotes",
    "RunState",
    "RunStory",
    "RunWatch",
    "Starter",
    "brief_of",
    "detect",
    "ensure_foreman",
    "equation",
    "find_run",
    "hold_window_lease",
    "in_order",
    "keep_brief",
    "kept_brief",
    "list_runs",
    "open_home",
    "plan_job",
    "read_model",
    "read_notes",
    "read_order",
    "restore_run",
    "rows_of_update",
    "send",
    "start_run",
    "starter_demo",
    "starter_files",
    "starters",
    "trash_run",
    "write_notes",
    "write_order",
]


def start_run(home: Home, job: TrainJob) -> RunFolder:
    """Queue a run and see to it that a foreman starts it. Raises StudioError."""
    run = create_run(home, job)
    ensure_foreman(home)
    return run


def send(home: Home, run: RunFolder, command: Command) -> None:
    """Ask something of a run. A `Resume` of a run that ended queues it again."""
    with Journal(run.commands) as commands:
        commands.append(msgspec.structs.replace(command, at=time.time()))
    ensure_foreman(home)


def hold_window_lease(home: Home) -> Lease | None:
    """Held while a window is open: the foreman then keeps a warm worker at hand."""
    return take_lease(home.window_lease, patience=0.1)


class Inspection(msgspec.Struct, frozen=True):
    """What an inspect job found."""

    report: DatasetReport
    lengths: NDArray[np.int64]
    """Tokens of every usable row."""
    num_targets: NDArray[np.int64]
    """Target tokens of every usable row."""


class Asked:
    """A question put to the bench worker; `poll` until there is an answer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tail: Tail[WorkerEvent] = Tail(folder / "events.jsonl", WorkerEvent)
        self.problem: JobFailed | None = None
        self.answer: Inspection | None = None

    @property
    def done(self) -> bool:
        """Whether there is an answer or a problem."""
        return self.problem is not None or self.answer is not None

    def poll(self) -> bool:
        """Look once; True as soon as there is an answer or a problem."""
        for event in self._tail.read():
            match event:
                case JobFailed():
                    self.problem = event
                case DatasetInspected():
                    tables = np.load(self._folder / event.lengths_file)
                    report = msgspec.json.decode(event.report, type=DatasetReport)
                    self.answer = Inspection(report, tables[0], tables[1])
                case _:
                    pass
        return self.done


class Bench:
    """One warm worker that belongs to this window and ends with it."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._process: subprocess.Popen[bytes] | None = None
        self._count = 0

    def start(self) -> None:
        """Start the worker; it gets ready by itself."""
        with (self._home.folder / "bench.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "studio.engine.worker"],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=self._home.folder,
                env=process_environment(),
            )

    def ask(self, job: InspectJob) -> Asked:
        """Put a question. A bench worker that died is started again."""
        if self._process is None or self._process.poll() is not None:
            self.start()
        self._count += 1
        folder = self._home.jobs / f"{os.getpid()}-{time.time_ns()}-{self._count}"
        folder.mkdir(mode=0o700, parents=True)
        (folder / "job.json").write_bytes(write_job(job))
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(msgspec.json.encode(Order(folder=str(folder))) + b"\n")
        self._process.stdin.flush()
        return Asked(folder)

    def close(self) -> None:
        """End the worker: end of standard input."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.wait(timeout=10)
