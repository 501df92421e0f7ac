"""Runs one process and watches it until it ends."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from tests.benchmarks.engine.figures import Run, Update
from tests.benchmarks.engine.machine import Watch


class Process(msgspec.Struct, frozen=True, kw_only=True):
    """What to start."""

    command: Sequence[str]
    cwd: Path
    environment: Mapping[str, str]
    log: Path
    """Takes whatever it prints."""
    first_line: bytes = b""
    """Written to its standard input, which stays open until it ends."""


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """A process that has ended."""

    started_at: float
    """Seconds since 1970."""
    exit_code: int | None
    """None: it took too long and was ended."""
    watch: Watch

    def run(self, peer: str, number: int, updates: Sequence[Update], notes: str = "") -> Run:
        """The run that its updates make, with what the watch saw meanwhile."""
        watch = self.watch
        seen = [
            msgspec.structs.replace(each, foreign_cores=watch.foreign_cores(each.at - each.seconds, each.at))
            for each in updates
        ]
        return Run(
            peer=peer,
            round=number,
            updates=tuple(seen),
            first_update_seconds=seen[0].at - self.started_at,
            start_foreign_cores=watch.foreign_cores(self.started_at, seen[0].at),
            peak_bytes=watch.peak_bytes(until=seen[-1].at),
            peak_bytes_to_the_end=watch.peak_bytes(),
            notes=notes,
        )


def run_watched(process: Process, patience: float) -> Watched:
    """Start it, wait for its end, at most `patience` seconds."""
    with process.log.open("ab") as log:
        started_at = time.time()
        child = subprocess.Popen(
            process.command,
            cwd=process.cwd,
            env=process.environment,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    watch = Watch(child.pid)
    assert child.stdin is not None
    try:
        child.stdin.write(process.first_line)
        child.stdin.flush()
        exit_code = child.wait(patience)
    except (BrokenPipeError, subprocess.TimeoutExpired):
        exit_code = None
    finally:
        watch.end()
        if child.poll() is None:
            child.kill()
            child.wait()
        child.stdin.close()
    return Watched(started_at=started_at, exit_code=exit_code, watch=watch)


def last_words(log: Path) -> str:
    """The last line of a log that says something."""
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n") if log.exists() else []
    return next((line.strip()[:300] for line in reversed(lines) if line.strip()), "It said nothing.")
