"""An older copy of a run makes way for one that comes: the pause it is in ends."""

from __future__ import annotations

import time

from studio.commands import Cancel
from studio.errors import RunProblem
from studio.foreman.requests import send
from studio.runs.folder import RunFolder
from studio.runs.lease import is_held
from studio.runs.watch import read_run

_PATIENCE_SECONDS = 60.0
_LOOK_EVERY_SECONDS = 0.05


def make_way(run: RunFolder) -> None:
    """End the pause of a run, which was saved as it began. Returns once nobody looks after the run.

    Raises RunProblem where it is being worked on.
    """
    watch = read_run(run)
    if not is_held(run.lease):
        return
    if watch.state != "paused":
        raise RunProblem(f"{run.name} is {watch.state} here.", "Stop it first, then try again.")
    send(run.home, run, Cancel())
    until = time.monotonic() + _PATIENCE_SECONDS
    while is_held(run.lease):
        if time.monotonic() > until:
            raise RunProblem(f"{run.name} is paused here and does not end.", "Stop it first, then try again.")
        time.sleep(_LOOK_EVERY_SECONDS)
