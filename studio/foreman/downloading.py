"""A download as whoever started it sees it: a process without torch that goes on, pauses and ends as asked."""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec

from studio.commands import Cancel, Command, Pause, Resume
from studio.events import JobFailed
from studio.foreman.start import end_gently, on_the_network, start_process
from studio.installation.environments import engine_python
from studio.job import DownloadJob
from studio.models.download_events import DownloadEvent, DownloadFinished, DownloadStopped
from studio.paths import Home
from studio.runs.journal import Journal, Tail

_PATIENCE_SECONDS = 10.0


class Download:
    """One download job; `poll` until `ended` says how it went."""

    def __init__(self, home: Home, job: DownloadJob) -> None:
        """Starts the process."""
        self.folder = home.jobs / f"download-{os.getpid()}-{time.time_ns()}"
        self.folder.mkdir(mode=0o700, parents=True)
        (self.folder / "job.json").write_bytes(msgspec.json.encode(job) + b"\n")
        self._tail = Tail[DownloadEvent](self.folder / "events.jsonl", DownloadEvent)
        self.ended: DownloadFinished | DownloadStopped | JobFailed | None = None
        """How it went; None: it goes on."""
        command = [engine_python(home), "-m", "studio.foreman.downloader", str(home.folder), str(self.folder)]
        log = home.folder / "downloads.log"
        self._process = start_process(command, log, home.folder, variables=on_the_network())

    def poll(self) -> list[DownloadEvent]:
        """What happened since the last look."""
        exit_code = self._process.poll()  # before reading: what it wrote before it ended is then there
        events = self._tail.read()
        for event in events:
            if isinstance(event, DownloadFinished | DownloadStopped | JobFailed):
                self.ended = event
        if self.ended is None and exit_code is not None:
            self.ended = JobFailed(
                title=f"The download ended unexpectedly (exit code {exit_code}).",
                hint="What was downloaded is kept: download it again to go on.",
                kind="EngineProblem",
            )
            events.append(self.ended)
        return events

    def pause(self) -> None:
        """Close the connection and wait."""
        self._ask(Pause(at=time.time()))

    def resume(self) -> None:
        """Go on after a pause."""
        self._ask(Resume(at=time.time()))

    def cancel(self) -> None:
        """End, and remove what is here of it."""
        self._ask(Cancel(at=time.time()))

    def close(self) -> None:
        """End; what is here is kept for the next time."""
        end_gently(self._process, _PATIENCE_SECONDS)

    def _ask(self, command: Command) -> None:
        with Journal(Path(self.folder) / "commands.jsonl") as commands:
            commands.append(command)
