"""Runs that were deleted: moved into a folder of the home, from which they can be brought back."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from studio.durable import disk_problem, sync_folder
from studio.errors import RunProblem
from studio.paths import Home
from studio.runs.folder import RunFolder
from studio.runs.lease import take_lease


def trash_run(home: Home, run: RunFolder) -> None:
    """Move a run to the trash. Raises RunProblem where it is being worked on, DiskProblem where the disk refuses."""
    try:
        lease = take_lease(run.lease, patience=0.05)
        if lease is None:
            raise RunProblem(f"{run.name} is being worked on.", "Stop it first; then it can be deleted.")
        try:
            home.trash.mkdir(mode=0o700, exist_ok=True)
            if os.name == "nt":  # Windows moves no folder in which a file is open
                lease.release()
            _make_way(home.trash / run.name)
            run.path.rename(home.trash / run.name)
        finally:
            if os.name != "nt":
                lease.release()
        sync_folder(home.trash)
        sync_folder(home.runs)
    except OSError as problem:
        raise disk_problem(problem, "The run could not be deleted") from problem


def _make_way(kept: Path) -> None:
    """A run of that name that was deleted before stays, under another name."""
    if kept.exists():
        others = (kept.with_name(f"{kept.name}~{number}") for number in count(2))
        kept.rename(next(path for path in others if not path.exists()))


def restore_run(home: Home, name: str) -> RunFolder:
    """Bring a run back from the trash. Raises RunProblem where it is not there, DiskProblem where the disk refuses."""
    kept, path = home.trash / name, home.runs / name
    if not kept.is_dir() or path.exists():
        raise RunProblem(f"{name} is not in the trash.", f"Look at {home.trash}.")
    try:
        kept.rename(path)
        sync_folder(home.runs)
        sync_folder(home.trash)
    except OSError as problem:
        raise disk_problem(problem, "The run could not be brought back") from problem
    return RunFolder(path)
