"""Which runs need the devices now, so that nothing else takes their memory."""

from __future__ import annotations

from studio.paths import Home
from studio.runs.folder import RunFolder, list_runs
from studio.runs.lease import is_held


def runs_in_use(home: Home) -> list[RunFolder]:
    """The runs that are looked after now, paused ones too: their memory is taken or may be at any moment."""
    return [run for run in list_runs(home) if is_held(run.lease)]
