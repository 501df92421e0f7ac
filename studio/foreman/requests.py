"""What a window or a command asks of runs; whoever asks sees to it that a foreman hears it."""

from __future__ import annotations

import time

import msgspec

from studio.commands import Command, Resume
from studio.foreman.start import ensure_foreman
from studio.job import TrainJob
from studio.paths import Home
from studio.runs.folder import RunFolder, create_run
from studio.runs.journal import Journal
from studio.runs.lease import Lease, is_held, take_lease


def start_run(home: Home, job: TrainJob) -> RunFolder:
    """Queue a run and see to it that a foreman starts it. Raises StudioError."""
    run = create_run(home, job)
    ensure_foreman(home)
    return run


def send(home: Home, run: RunFolder, command: Command) -> None:
    """Ask something of a run. A `Resume` of a run that ended queues it again."""
    if isinstance(command, Resume) and not is_held(run.lease):
        run.torchrun_file.unlink(missing_ok=True)  # from now on it is the foreman's
    with Journal(run.commands) as commands:
        commands.append(msgspec.structs.replace(command, at=time.time()))
    ensure_foreman(home)


def hold_window_lease(home: Home) -> Lease | None:
    """Held while a window is open: the foreman then keeps a warm worker at hand."""
    return take_lease(home.window_lease, patience=0.1)
