"""A run on another computer as whoever watches it sees it: a folder like any other, and how the connection is."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time

import msgspec

from studio.commands import Command
from studio.durable import disk_problem
from studio.errors import RunProblem
from studio.foreman.start import end_gently, start_process
from studio.installation.environments import engine_python
from studio.paths import Home
from studio.remote.address import Address
from studio.remote.asking import RowsAsked
from studio.remote.link import Link, read_link, write_link
from studio.remote.ssh import DEFAULT_COMMAND
from studio.remote.wire import Ask, encode
from studio.runs.folder import RunFolder

_PATIENCE_SECONDS = 5.0
_PAUSE_SECONDS = 3.0


class RemoteRun:
    """One run; `connect` starts the process that follows it."""

    def __init__(self, home: Home, folder: RunFolder) -> None:
        link = read_link(folder.path)
        if link is None:
            raise RunProblem("Nothing is known of that run.", "Open it as user@host:run.")
        self._home = home
        self.folder = folder
        """What was heard of it, with the files of a run folder; `job.json` is the first to come."""
        self.link: Link = link
        self._process: subprocess.Popen[bytes] | None = None
        self._died_at: float | None = None

    @property
    def key(self) -> str:
        """What tells it from all runs, here and elsewhere."""
        return self.link.address

    @property
    def known(self) -> bool:
        """Whether enough was heard to show it."""
        return self.folder.job_file.is_file()

    @property
    def connected(self) -> bool:
        """Whether what is asked now arrives."""
        return self._process is not None and self.link.state == "live"

    @property
    def followed(self) -> bool:
        """Whether a process tries to follow it."""
        return self._process is not None

    def connect(self) -> None:
        """Follow it from now on; where that is done already and waits, try again now. Raises DiskProblem."""
        if self._process is not None and self._process.poll() is None:
            self._say(Ask())
            return
        command = [engine_python(self._home), "-m", "studio.remote.mirror", str(self.folder.path)]
        log = self.folder.path / "mirror.log"
        try:  # not buffered: what a dead process did not take must not be left over
            self._process = start_process(command, log, self.folder.path, bufsize=0)
        except OSError as problem:
            raise disk_problem(problem, "The run could not be followed") from problem

    def look(self) -> bool:
        """Read how the connection is; True where that changed. A process that died is followed by another."""
        link = read_link(self.folder.path)
        if link is not None and self._process is not None and self._process.poll() is not None:
            link = self._follow_again(link)
        if link is None or link == self.link:
            return False
        self.link = link
        return True

    def _follow_again(self, link: Link) -> Link:
        """A while after the process died: one that dies at once must not be started all the time."""
        now = time.time()
        if self._died_at is None:
            self._died_at = now
        if now - self._died_at > _PAUSE_SECONDS:
            self.close()
            self._died_at = None
            self.connect()
        title, next_at = "The program that follows it ended.", (self._died_at or now) + _PAUSE_SECONDS
        return msgspec.structs.replace(link, state="cut", title=title, hint="", next_at=next_at)

    def send(self, command: Command) -> None:
        """Ask something of it. Raises RunProblem where it would not arrive."""
        self.look()
        if not self.connected or not self._say(Ask(command=command)):
            raise RunProblem(
                f"{self.link.host} cannot be reached now, so it was not asked.",
                "Try again when the connection is back; the run goes on as it was.",
            )

    def ask_rows(self, update: int) -> RowsAsked:
        """The rows of an update, which lie over there. Raises OSError."""
        return RowsAsked(self.link, update, self.folder.path)

    def close(self) -> None:
        """Follow it no more; what was heard is kept."""
        if self._process is not None:
            end_gently(self._process, _PATIENCE_SECONDS)
            self._process = None

    def forget(self) -> None:
        """Also remove what was heard. The run itself is not touched."""
        self.close()
        shutil.rmtree(self.folder.path, ignore_errors=True)
        with contextlib.suppress(OSError):  # others of that computer may be there
            self.folder.path.parent.rmdir()
            self.folder.path.parent.parent.rmdir()

    def _say(self, ask: Ask) -> bool:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(encode(ask))
        except OSError:
            return False
        return True


def follow_apart(home: Home, address: Address, command: tuple[str, ...] = DEFAULT_COMMAND) -> RemoteRun:
    """A run on another computer, followed beside whoever else does; `forget` ends it and leaves nothing.

    Raises DiskProblem.
    """
    folder = RunFolder(home.jobs / f"watch-{os.getpid()}-{time.time_ns()}" / "runs" / address.run)
    try:
        folder.path.mkdir(mode=0o700, parents=True)
        write_link(folder.path, Link(host=address.host, run=address.run, command=command))
    except OSError as problem:
        raise disk_problem(problem, "The run could not be followed") from problem
    return RemoteRun(home, folder)


def add_remote(home: Home, address: Address, command: tuple[str, ...] = DEFAULT_COMMAND) -> RemoteRun:
    """Remember a run on another computer; what is known of it is kept. Raises DiskProblem."""
    folder = address.mirror(home)
    try:
        folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = read_link(folder.path)
        link = Link(host=address.host, run=address.run, command=command)
        if known is None:
            write_link(folder.path, link)
        elif command != DEFAULT_COMMAND:
            write_link(folder.path, known, command=command)
    except OSError as problem:
        raise disk_problem(problem, "The run could not be remembered") from problem
    return RemoteRun(home, folder)


def remote_runs(home: Home) -> list[RemoteRun]:
    """Those that are remembered, by address."""
    folders = sorted(home.elsewhere.glob("*/runs/*/link.json"))
    return [RemoteRun(home, RunFolder(path.parent)) for path in folders if read_link(path.parent) is not None]
