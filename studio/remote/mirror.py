"""Keeps what is heard of a run on another computer: `python -m studio.remote.mirror FOLDER`, one process per run.

It writes the same files that the run has over there, so the same code reads them, and holds the run's lease as long as
somebody over there does. Standard input takes what is asked of the run; its end says that nobody looks any more.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import BinaryIO, cast

from studio.durable import disk_problem, draft_beside
from studio.errors import StudioError
from studio.orders import Orders
from studio.remote.link import Link, read_link, write_link
from studio.remote.ssh import NoConnection, explain, no_ssh, ssh_command
from studio.remote.wire import (
    JOURNALS,
    MOST_BYTES,
    PROTOCOL,
    WHOLE,
    Ask,
    Beat,
    Begins,
    FromThere,
    Grown,
    NotTheSame,
    Refused,
    Replaced,
    encode,
    kept,
    read_line,
)
from studio.runs.folder import RunFolder
from studio.runs.lease import Lease, take_lease

_LOOK_EVERY_SECONDS = 0.05
_SILENCE_SECONDS = 15.0
"""Without a word for so long, the connection counts as cut; a beat comes every two seconds."""
_LOGIN_SECONDS = 45.0
"""The same before the first word."""
_PAUSES_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Before the next try, longer each time."""
_END_SECONDS = 2.0

Heard = tuple[FromThere, bytes] | None


class _Connection:
    """One ssh; what it says is read by a thread, since pipes cannot be waited for on every system."""

    def __init__(self, link: Link, folder: Path) -> None:
        """Raises NoConnection where there is no ssh."""
        self._log = folder / "ssh.log"
        words = [*link.command, "serve-run", "--", link.run]
        with self._log.open("wb") as log:
            try:
                self._process = subprocess.Popen(
                    ssh_command(link.host, words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
                )
            except OSError as problem:
                raise no_ssh() from problem
        self._host = link.host
        self.heard: queue.Queue[Heard] = queue.Queue(maxsize=16)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        stream = cast("BinaryIO", self._process.stdout)
        while (line := read_line(stream)) is not None:
            size = line.size if isinstance(line, Grown | Replaced) else 0
            content = stream.read(size) if 0 <= size <= MOST_BYTES else b""
            if len(content) != size:
                break
            self.heard.put((line, content))
        self.heard.put(None)

    def say(self, ask: Ask) -> None:
        """Raises OSError where nobody hears it."""
        stream = cast("BinaryIO", self._process.stdin)
        stream.write(encode(ask))
        stream.flush()

    def end(self) -> NoConnection:
        """Close it; why it ended, where that was not asked for."""
        stdin = cast("BinaryIO", self._process.stdin)
        with contextlib.suppress(OSError):
            stdin.close()
        try:
            exit_code = self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            exit_code = self._process.wait()
        while not self.heard.empty():  # lets the reading thread end
            self.heard.get_nowait()
        return explain(self._host, exit_code, self._log.read_text("utf-8", "replace"))


class Mirror:
    """Follows one run, connected or not."""

    def __init__(self, folder: Path) -> None:
        self._run = RunFolder(folder)
        link = read_link(folder)
        assert link is not None, "made by whoever starts this process"
        self._link = link
        self._orders: Orders[Ask] = Orders(Ask)
        self._lease: Lease | None = None
        self._hold(link.held)
        self._failures = 0

    def work(self) -> None:
        """Until standard input ends."""
        while not self._orders.ended():
            problem = self._connect_once()
            if self._orders.ended():
                break
            pause = _PAUSES_SECONDS[min(self._failures, len(_PAUSES_SECONDS) - 1)]
            self._failures += 1
            if isinstance(problem, NoConnection) and problem.passing:
                self._tell(state="cut", title=problem.title, hint=problem.hint, next_at=time.time() + pause)
                self._wait(pause)
            else:
                self._tell(state="refused", title=problem.title, hint=problem.hint, next_at=0.0)
                self._wait(None)
        self._hold(False)

    def _wait(self, seconds: float | None) -> None:
        """For the next try, or for whoever asks for one: any line that is no command."""
        until = None if seconds is None else time.monotonic() + seconds
        while not self._orders.ended() and (until is None or time.monotonic() < until):
            while self._orders.any_waiting:
                asked = self._orders.next()
                if asked is not None and asked.command is None:
                    self._failures = 0
                    return
            time.sleep(_LOOK_EVERY_SECONDS)

    def _connect_once(self) -> StudioError:
        """One connection from its beginning to its end; why it ended."""
        if self._link.state != "cut":
            self._tell(state="connecting", title="", hint="", next_at=0.0)
        try:
            connection = _Connection(self._link, self._run.path)
        except NoConnection as problem:
            return problem
        refusal: StudioError | None = None
        try:
            refusal = self._follow(connection)
        except BrokenPipeError:  # ssh ended; why is asked below
            pass
        except OSError as problem:
            refusal = disk_problem(problem, "What was heard could not be kept")
        finally:
            ended = connection.end()
        return refusal or ended

    def _follow(self, connection: _Connection) -> StudioError | None:
        """Until it ends; None where the connection did."""
        connection.say(Ask(have={name: kept(self._run.path / name) for name in JOURNALS}))
        silent_from, patience = time.monotonic(), _LOGIN_SECONDS
        while not self._orders.ended():
            while self._orders.any_waiting:
                if (asked := self._orders.next()) is not None and asked.command is not None:
                    connection.say(asked)
            try:
                heard = connection.heard.get(timeout=_LOOK_EVERY_SECONDS)
            except queue.Empty:
                if time.monotonic() - silent_from > patience:
                    return None
                continue
            if heard is None:
                return None
            silent_from, patience = time.monotonic(), _SILENCE_SECONDS
            if (problem := self._take(*heard)) is not None:
                return problem
        return None

    def _take(self, line: FromThere, content: bytes) -> StudioError | None:
        match line:
            case Begins():
                if line.nightshift != PROTOCOL:
                    return self._of_another_version()
                self._failures = 0
                self._tell(there=line.host, cards=line.cards)
            case Grown(file=name) if name in JOURNALS:
                if (self._size(name)) != line.at:
                    return NoConnection("The connection was out of step.", "It is made again.", passing=True)
                with (self._run.path / name).open("ab") as file:
                    file.write(content)
            case Replaced(file=name) if name in WHOLE:
                draft = draft_beside(self._run.path / name)
                draft.write_bytes(content)
                draft.replace(self._run.path / name)
                if not self._can_be_read():
                    return self._of_another_version()
            case NotTheSame():
                for name in (*JOURNALS, *WHOLE):
                    (self._run.path / name).unlink(missing_ok=True)
                self._tell(generation=self._link.generation + 1)
            case Beat():
                self._hold(line.held)
                self._tell(state="live", held=line.held, heard_at=time.time(), title="", hint="", next_at=0.0)
            case Refused(ends=False):
                self._tell(title=line.title, hint=line.hint)
            case Refused():
                return StudioError(line.title, line.hint)
            case _:
                pass
        return None

    def _can_be_read(self) -> bool:
        """Whether this studio understands what is asked for over there."""
        try:
            return not self._run.job_file.is_file() or bool(self._run.job())
        except StudioError:
            return False

    def _of_another_version(self) -> StudioError:
        title = f"The studio on {self._link.host} is of another version."
        return StudioError(title, "Update both to the same one.")

    def _size(self, name: str) -> int:
        path = self._run.path / name
        return path.stat().st_size if path.exists() else 0

    def _hold(self, held: bool) -> None:
        """The lease says here what it says over there, as of the last word."""
        if held and self._lease is None:
            self._lease = take_lease(self._run.lease)
        elif not held and self._lease is not None:
            self._lease.release()
            self._lease = None

    def _tell(self, **changes: object) -> None:
        self._link = write_link(self._run.path, self._link, **changes)


def main(folder: str) -> None:
    """Be the mirror of the run in `folder`, unless there is one."""
    lease = take_lease(Path(folder) / "mirror.lease", patience=_END_SECONDS)
    if lease is not None:
        Mirror(Path(folder)).work()
        os._exit(0)  # a thread may still read from an ssh that another run's connection goes through


if __name__ == "__main__":
    main(sys.argv[1])
