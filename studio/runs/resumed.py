"""How a run goes on otherwise than its frozen request says: on how many devices, or with the first update again."""

from __future__ import annotations

import msgspec

from studio.commands import Command, Resume
from studio.job import TrainJob
from studio.runs.folder import RunFolder
from studio.runs.journal import Tail


def job_as_resumed(run: RunFolder) -> TrainJob:
    """The request of `run`, with as many training processes as the latest resume that named a number asked for.

    Nothing else of a request can be asked otherwise, and this changes neither rows nor order nor schedule. Raises
    RunProblem.
    """
    job = run.job()
    for command in Tail[Command](run.commands, Command).read():
        if isinstance(command, Resume) and command.gpus is not None:
            job = msgspec.structs.replace(job, world_size=command.gpus)
    return job


def set_checkpoints_aside(run: RunFolder) -> None:
    """Keep them where nobody looks for them, so that the next worker begins with the first update. Raises OSError."""
    number = sum(1 for _ in run.path.glob("checkpoints-set-aside-*")) + 1
    if run.checkpoints.exists():
        run.checkpoints.rename(run.path / f"checkpoints-set-aside-{number}")
