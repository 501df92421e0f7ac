"""What of a run's frozen request was asked otherwise since: on how many devices it goes on."""

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
