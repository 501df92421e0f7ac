"""Starts a foreman that outlives whoever starts it."""

from __future__ import annotations

import os
import subprocess
import sys

from studio.paths import ASSETS, Home
from studio.runs.lease import is_held


def ensure_foreman(home: Home) -> None:
    """See to it that a foreman is alive for this home. Returns at once; a second foreman ends by itself."""
    if is_held(home.foreman_lease):
        return
    with home.foreman_log.open("ab") as log:
        subprocess.Popen(
            [sys.executable, "-m", "studio.foreman", str(home.folder)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=home.folder,
            env=process_environment(),
            **_DETACHED,
        )


def process_environment() -> dict[str, str]:
    """The environment of every process of ours: this very copy of the program, and nothing from the network."""
    return {
        **os.environ,
        "PYTHONPATH": str(ASSETS.parent),
        "PYTHONSAFEPATH": "1",
        "PYTHONUNBUFFERED": "1",
        "HF_HUB_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "true",
    }


if sys.platform == "win32":
    _DETACHED = {
        "creationflags": subprocess.CREATE_NEW_PROCESS_GROUP
        | subprocess.DETACHED_PROCESS
        | subprocess.CREATE_BREAKAWAY_FROM_JOB
    }
else:
    _DETACHED = {"start_new_session": True}
