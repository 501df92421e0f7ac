"""Starts a foreman that outlives whoever starts it; how processes of ours begin and end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from studio.errors import RunProblem
from studio.installation.environments import carried_kit, engine_python, outer_environment
from studio.paths import ASSETS, Home
from studio.runs.lease import holder_elsewhere, is_held


def ensure_foreman(home: Home) -> None:
    """See to it that a foreman is alive for this home. Returns at once; a second foreman ends by itself.

    Raises EngineProblem where the engine is not set up yet, RunProblem where another computer may look after the runs
    of this folder, DiskProblem where its disk knows no locks, and OSError.
    """
    _started[:] = [process for process in _started if process.poll() is None]
    if is_held(home.foreman_lease):
        return
    if (holder := holder_elsewhere(home.foreman_lease)) is not None:
        raise RunProblem(
            f"The studio on {holder.host} looks after the runs in {home.folder}, which both computers share.",
            f"Close it there first. If that computer is switched off, delete {home.foreman_lease} and try again.",
        )
    flags = _detached()
    try:
        _started.append(_start(home, flags[0]))
    except OSError:
        if len(flags) == 1:
            raise
        _started.append(_start(home, flags[1]))


def _start(home: Home, flags: int) -> subprocess.Popen[bytes]:
    command = [engine_python(home), "-m", "studio.foreman", str(home.folder)]
    return start_process(command, home.foreman_log, home.folder, asked=False, creationflags=flags)


_started: list[subprocess.Popen[bytes]] = []
"""Foremen that this process started; asked now and then, so that those that ended leave nothing behind."""


def process_environment() -> dict[str, str]:
    """The environment of every process of ours: this very copy of the program, and nothing from the network.

    Where the program brings its own Python, that one has a copy of the program among its packages.
    """
    inherited = {name: value for name, value in outer_environment().items() if name != "PYTHONPATH"}
    own_copy = {"PYTHONPATH": str(ASSETS.parent)} if carried_kit() is None else {}
    return {
        # products prepared for one number of tokens, kept by torch and by oneDNN for the next of that number: a
        # thousand each by default, a MB apiece; a layer's forms of products are some fifteen, and few numbers occur
        "LRU_CACHE_CAPACITY": "96",
        "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "96",
        # how long a thread that waits for others turns round before it sleeps (some 20 microseconds, not milliseconds):
        # as fast on a quiet computer, and beside busy programs nobody waits for a thread that is not let in
        "GOMP_SPINCOUNT": "10000",
        **inherited,
        **own_copy,
        "PYTHONSAFEPATH": "1",
        "PYTHONUNBUFFERED": "1",
        "CUDA_DEVICE_ORDER": "PCI_BUS_ID",  # cards are numbered as the driver lists them
        "HF_HUB_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "true",
    }


def on_the_network() -> dict[str, str]:
    """What lets a process of ours reach the hub: all others stay off the network, this one as the user says."""
    return {"HF_HUB_OFFLINE": os.environ.get("HF_HUB_OFFLINE", "0")}


def _detached() -> tuple[int, ...]:
    """Windows' flags for a process that outlives its parent, in the order in which to try them.

    A terminal or an editor may have put us into a job that nothing may leave; then the second must do.
    """
    if sys.platform != "win32":
        return (0,)  # a session of its own is enough
    apart = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.DETACHED_PROCESS
    return (apart | subprocess.CREATE_BREAKAWAY_FROM_JOB, apart)


def start_process(
    command: Sequence[str],
    log: Path,
    folder: Path,
    *,
    asked: bool = True,
    bufsize: int = -1,
    creationflags: int = 0,
    variables: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """A process of ours that works in `folder` and prints into `log`; Ctrl+C in a terminal is not for it.

    `asked`: its standard input is a pipe for what it is asked, whose end tells it that nobody looks after it any more.
    `variables`: of its environment, beside those that all of ours have. Raises OSError.
    """
    with log.open("ab") as printed:
        return subprocess.Popen(
            command,
            bufsize=bufsize,
            stdin=subprocess.PIPE if asked else subprocess.DEVNULL,
            stdout=printed,
            stderr=printed,
            cwd=folder,
            env={**process_environment(), **(variables or {})},
            start_new_session=True,
            creationflags=creationflags,
        )


def end_gently(process: subprocess.Popen[bytes], patience: float) -> None:
    """Close the standard input of a process of ours, by which it knows that it is time; kill it after `patience` s."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
