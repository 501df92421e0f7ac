"""Calls the real program in processes of their own, as a user in a terminal would."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from studio.foreman import start
from studio.paths import Home, open_home
from studio.runs.folder import RunFolder, find_run
from studio.runs.lease import holder_of, is_held
from studio.runs.watch import RunWatch, read_run
from tests.support.program import ROOT, Program

PATIENCE_SECONDS = 600.0
_PROGRAM = Program()


class Nightshift:
    """One home and the commands in it."""

    def __init__(self, folder: Path) -> None:
        self.home: Home = open_home(folder)

    def call(self, *arguments: str, home: bool = True) -> tuple[int, dict[str, Any], str]:
        """Exit code, the JSON object of the last line, and everything printed."""
        where = ("--home", str(self.home.folder)) if home else ()
        environment = {**os.environ, "OMP_NUM_THREADS": "2"}
        done = _PROGRAM.call([*arguments, *where, "--json"], environment, PATIENCE_SECONDS)
        lines = done.stdout.strip().splitlines()
        answer = json.loads(lines[-1]) if lines else {}
        return done.returncode, answer, done.stdout + done.stderr

    def say(self, *arguments: str) -> str:
        """What a command that succeeds prints for people."""
        return subprocess.run(
            [sys.executable, "-m", "studio", *arguments, "--home", str(self.home.folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=True,
        ).stdout

    def run(self, name: str = "last") -> RunFolder:
        return find_run(self.home, name)

    def watch(self, name: str = "last") -> RunWatch:
        return read_run(self.run(name))

    def wait(self, until: Callable[[RunWatch], bool], name: str = "last") -> RunWatch:
        """Watch a run until something is so."""
        watch = RunWatch(self.run(name))
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            watch.poll()
            if until(watch):
                return watch
            if watch.state in ("finished", "stopped", "failed") and not watch.story.resumed_after_end:
                break
            time.sleep(0.02)
        log = watch.run.log.read_text()[-2000:] if watch.run.log.exists() else ""
        raise AssertionError(
            f"{watch.run.name} is {watch.state} at update {watch.story.update}: {watch.story.ended}\n"
            f"{watch.run.events.read_text()[-2000:] if watch.run.events.exists() else ''}\n{log}"
        )

    def kill_worker(self, name: str = "last") -> None:
        """The one that holds the lease now; its name stands in the file an instant after the lock."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (holder := holder_of(self.run(name).worker_lease)) is None or not psutil.pid_exists(holder.pid):
            assert time.monotonic() < deadline, "nobody holds the worker's lease"
            time.sleep(0.01)
        os.kill(holder.pid, signal.SIGKILL)

    def foreman_pid(self) -> int:
        holder = holder_of(self.home.foreman_lease)
        assert holder is not None
        return holder.pid

    def end(self) -> None:
        """Leave no process behind."""
        if is_held(self.home.foreman_lease):
            foreman = psutil.Process(self.foreman_pid())
            family = [foreman, *foreman.children(recursive=True)]
            for process in family:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
            psutil.wait_procs(family, PATIENCE_SECONDS)
        for process in start._started:  # those this test process started itself
            process.wait(PATIENCE_SECONDS)
