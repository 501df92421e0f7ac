"""Asks something of a run that ended and follows the answer: a process of its own, which ends with whoever asks."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from studio.after import AfterEvent, AfterFailed, AfterJob, AnswerEnded, Noted, Progressed, PushJob, TextWritten
from studio.commands import Cancel, Stop
from studio.foreman.start import end_gently, on_the_network, start_process
from studio.installation.environments import engine_python
from studio.job import Order, write_job
from studio.paths import Home
from studio.runs.journal import Journal, Tail

_PATIENCE_SECONDS = 10.0


class Asking:
    """One question being answered; `poll` until `done`."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self._folder, self._process = folder, process
        self._tail: Tail[AfterEvent] = Tail(folder / "events.jsonl", AfterEvent)
        self.done = False
        """Whether the last event is there."""

    def poll(self) -> list[AfterEvent]:
        """What is new. A worker that died is told as a `AfterFailed`."""
        gone = self._process.poll()  # before reading: what it wrote before it ended is then there
        events = self._tail.read()
        self.done = self.done or any(_is_last(event) for event in events)
        if gone is not None and not self.done:
            self.done = True
            events.append(
                AfterFailed(
                    title=f"The program that does this ended unexpectedly ({gone}).",
                    hint=f"The details are in {self.log}.",
                    kind="EngineProblem",
                )
            )
        return events

    def stop(self) -> None:
        """End the answers here; what was written so far stays."""
        self._send(Stop(at=time.time()))

    def cancel(self) -> None:
        """End at once."""
        self._send(Cancel(at=time.time()))

    def _send(self, command: Stop | Cancel) -> None:
        with Journal(self._folder / "commands.jsonl") as commands:
            commands.append(command)

    @property
    def log(self) -> Path:
        """Everything the worker printed."""
        return self._folder.parent / "after.log"


def _is_last(event: AfterEvent) -> bool:
    return not isinstance(event, Progressed | TextWritten | AnswerEnded | Noted)


class Assistant:
    """A worker for questions about runs; it keeps the models of the last question until `close`."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._process: subprocess.Popen[bytes] | None = None
        self._leaving: list[subprocess.Popen[bytes]] = []
        self._pushing: list[subprocess.Popen[bytes]] = []
        self._folders: list[Path] = []

    def ask(self, job: AfterJob | PushJob) -> Asking:
        """Begin to answer. A worker that died is started again."""
        folder = self._home.jobs / f"{os.getpid()}-{time.time_ns()}-after"
        folder.mkdir(mode=0o700, parents=True)
        self._folders.append(folder)
        if isinstance(job, PushJob):
            return self._send(job, folder)
        if self._process is None or self._process.poll() is not None:
            self._process = self._start("studio.engine.worker")
        (folder / "job.json").write_bytes(write_job(job))
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # noticed by `poll`
            self._process.stdin.write(msgspec.json.encode(Order(folder=str(folder))) + b"\n")
            self._process.stdin.flush()
        return Asking(folder, self._process)

    def _send(self, job: PushJob, folder: Path) -> Asking:
        """By a process without torch, which ends with this one job; the worker keeps what it holds."""
        (folder / "job.json").write_bytes(msgspec.json.encode(job) + b"\n")
        variables = {**on_the_network(), "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
        process = self._start("studio.foreman.pusher", str(self._home.folder), str(folder), variables=variables)
        self._pushing.append(process)
        return Asking(folder, process)

    def _start(
        self, module: str, *arguments: str, variables: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        self._home.jobs.mkdir(mode=0o700, parents=True, exist_ok=True)
        command = [engine_python(self._home), "-m", module, *arguments]
        return start_process(command, self._home.jobs / "after.log", self._home.folder, variables=variables)

    def let_go(self) -> None:
        """Give the memory of the models back without waiting for that: the worker ends by itself."""
        self._leaving = [process for process in self._leaving if process.poll() is None]
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._leaving.append(self._process)
        self._process = None

    def close(self) -> None:
        """End the worker, which gives the memory of its models back."""
        self.let_go()
        for process in (*self._leaving, *self._pushing):
            end_gently(process, _PATIENCE_SECONDS)
        self._leaving.clear()
        self._pushing.clear()
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)
        self._folders.clear()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
