"""What the exit code of a run's worker means: how the run ended, in words, or that another worker may go on."""

from __future__ import annotations

import signal
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from studio.errors import (
    CheckpointProblem,
    DatasetProblem,
    DiskProblem,
    MemoryProblem,
    ModelProblem,
    NumbersProblem,
    PlanProblem,
    StudioError,
)
from studio.events import JobFailed, WorkerEvent
from studio.runs.exit_codes import CANCELLED, FINISHED, HUNG, STOPPED
from studio.runs.folder import RunFolder
from studio.runs.journal import Tail

Outcome = Literal["finished", "stopped", "cancelled", "failed"]
TRIES = 3
"""Workers in a row that may die without getting further than the one before."""
ENDINGS: dict[int, Outcome] = {FINISHED: "finished", STOPPED: "stopped", CANCELLED: "cancelled"}
HOPELESS = frozenset(
    problem.exit_code
    for problem in (
        StudioError,
        DatasetProblem,
        ModelProblem,
        PlanProblem,
        CheckpointProblem,
        MemoryProblem,
        NumbersProblem,
        DiskProblem,
    )
)
"""Exit codes of problems that another try would meet again."""
_AWAY_SECONDS = 1.0
RESTART = "Restart the computer, then resume the run."


@dataclass(frozen=True)
class Ending:
    """How a run ended, in words where it failed."""

    outcome: Outcome
    title: str = ""
    hint: str = ""


_FOLDER_GONE = Ending(
    "failed",
    "The folder of the run is gone while it was worked on.",
    "If it was moved, put it back and resume the run: it goes on from its last checkpoint.",
)


def ending_of(run: RunFolder, exit_code: int) -> Ending | None:
    """None where another try may help."""
    if exit_code in ENDINGS:
        return Ending(ENDINGS[exit_code])
    if _is_gone(run.path):
        return _FOLDER_GONE
    return in_words(run, exit_code) if exit_code in HOPELESS else None


def _is_gone(folder: Path) -> bool:
    """Whether the system says so, and still does a moment later; a disk that does not answer is another trouble."""
    until = time.monotonic() + _AWAY_SECONDS
    while True:
        try:
            return not stat.S_ISDIR(folder.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            if time.monotonic() > until:
                return True
        except OSError:
            return False
        time.sleep(0.05)


def in_words(run: RunFolder, exit_code: int) -> Ending:
    """What the worker said last, or what its exit code says where it died without a word."""
    failed = None
    for event in Tail[WorkerEvent](run.events, WorkerEvent).in_pieces():
        failed = event if isinstance(event, JobFailed) else failed
    kept = what_is_kept(run)
    if exit_code == HUNG:
        hint = f"{kept} What it was doing then is in worker.log of the run. {RESTART}"
        return Ending("failed", f"The training program stopped answering {TRIES} times.", hint)
    if failed is not None and exit_code > 0:
        return Ending("failed", failed.title, failed.hint)
    if exit_code < 0:
        return Ending(
            "failed",
            f"The training program was ended {TRIES} times by {_signal_words(-exit_code)}.",
            f"{kept} The details are in worker.log of the run.",
        )
    return Ending(
        "failed",
        f"The training program ended unexpectedly {TRIES} times (exit code {exit_code}).",
        f"{kept} The details are in worker.log of the run.",
    )


def what_is_kept(run: RunFolder) -> str:
    """Of what was learnt, in a sentence."""
    return "Everything up to the last checkpoint is kept." if newest_checkpoint(run) else "Nothing was learnt yet."


def newest_checkpoint(run: RunFolder) -> str:
    """Name of the newest checkpoint, "" where there is none: the measure of getting further."""
    return max((path.name for path in run.checkpoints.glob("update-*")), default="")


def _signal_words(number: int) -> str:
    if number == 9:
        return "the system, most likely because memory ran out"
    try:
        return f"the signal {signal.Signals(number).name}"
    except ValueError:
        return f"signal {number}"
