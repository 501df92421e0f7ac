"""`nightshift serve-run RUN`, started by ssh: new bytes of the run's files go out, commands come in. No port is opened.

It ends with its standard input, and does nothing to the run by itself.
"""

from __future__ import annotations

import argparse
import os
import socket
import time
from pathlib import Path

import msgspec

from studio.commands import Command
from studio.errors import StudioError
from studio.foreman.requests import send
from studio.hardware.gauges import Gauges
from studio.orders import Orders
from studio.paths import find_home
from studio.remote.wire import (
    JOURNALS,
    MOST_BYTES,
    PROTOCOL,
    WHOLE,
    Ask,
    Beat,
    Begins,
    Grown,
    Kept,
    NotTheSame,
    Refused,
    Replaced,
    encode,
    ending_at,
)
from studio.runs.folder import RunFolder, find_run
from studio.runs.lease import is_held

_LOOK_EVERY_SECONDS, _BEAT_EVERY_SECONDS = 0.1, 2.0
_PIECE_BYTES = 1 << 20


def main(arguments: list[str]) -> int:
    """Serve one run until nobody listens any more."""
    parser = argparse.ArgumentParser(prog="nightshift serve-run")
    parser.add_argument("run")
    parser.add_argument("--home")
    wishes = parser.parse_args(arguments)
    try:
        run = find_run(find_home(wishes.home), wishes.run)
        run.job()
        _Server(run).serve()
    except BrokenPipeError:  # nobody listens any more
        pass
    except (StudioError, OSError) as problem:
        words = problem if isinstance(problem, StudioError) else StudioError("The runs cannot be read.", str(problem))
        _say(Refused(title=words.title, hint=words.hint, ends=True))
        return 1
    return 0


def _say(line: msgspec.Struct, content: bytes = b"") -> None:
    left = encode(line) + content
    while left:
        left = left[os.write(1, left) :]


class _Server:
    """One listener, one run."""

    def __init__(self, run: RunFolder) -> None:
        self._run = run
        self._orders: Orders[Ask] = Orders(Ask)
        self._sent: dict[str, int] = dict.fromkeys(JOURNALS, 0)
        self._whole: dict[str, tuple[int, int]] = {}
        self._held: bool | None = None
        self._beat_due = 0.0

    def serve(self) -> None:
        """Until standard input ends, or the run is gone."""
        cards = len(Gauges().read().devices)
        _say(Begins(nightshift=PROTOCOL, run=self._run.name, host=socket.gethostname(), cards=cards))
        if (first := self._orders.next()) is not None:
            self._go_on_from(first.have)
        while not self._orders.ended():
            while self._orders.any_waiting:
                asked = self._orders.next()
                if asked is not None and asked.command is not None:
                    self._pass_on(asked.command)
            if not self._run.job_file.is_file():
                _say(Refused(title=f"{self._run.name} is no longer there.", hint="It was moved or deleted.", ends=True))
                return
            self._look()
            time.sleep(_LOOK_EVERY_SECONDS)

    def _go_on_from(self, files: dict[str, Kept]) -> None:
        """Where what is kept over there is the beginning of what is here; else from the start."""
        same = all(self._is_beginning(self._run.path / name, files[name]) for name in JOURNALS if name in files)
        if same:
            self._sent |= {name: files[name].size for name in JOURNALS if name in files}
        else:
            _say(NotTheSame())

    @staticmethod
    def _is_beginning(path: Path, kept: Kept) -> bool:
        try:
            with path.open("rb") as file:
                return kept.size <= path.stat().st_size and ending_at(file, kept.size) == kept
        except FileNotFoundError:
            return not kept.size

    def _pass_on(self, command: Command) -> None:
        try:
            send(self._run.home, self._run, command)
        except (StudioError, OSError) as problem:
            _say(Refused(title="The run could not be told.", hint=str(problem), ends=False))

    def _look(self) -> None:
        """Held before, let go after what was written meanwhile: so nobody sees a run that nobody looks after."""
        held = is_held(self._run.lease)
        for name in WHOLE:
            self._send_whole(name)
        if held and not self._held:
            self._beat(held)
        for name in JOURNALS:
            self._send_new(name)
        if held != self._held or time.monotonic() >= self._beat_due:
            self._beat(held)

    def _beat(self, held: bool) -> None:
        self._held, self._beat_due = held, time.monotonic() + _BEAT_EVERY_SECONDS
        _say(Beat(held=held))

    def _send_whole(self, name: str) -> None:
        path = self._run.path / name
        try:
            facts = path.stat()
            stamp = facts.st_mtime_ns, facts.st_size
            if self._whole.get(name) == stamp:
                return
            content = path.read_bytes()
        except FileNotFoundError:
            return
        if len(content) > MOST_BYTES:
            return
        self._whole[name] = stamp
        _say(Replaced(file=name, size=len(content)), content)

    def _send_new(self, name: str) -> None:
        path = self._run.path / name
        try:
            if path.stat().st_size <= self._sent[name]:
                return
            with path.open("rb") as file:
                file.seek(self._sent[name])
                while piece := file.read(_PIECE_BYTES):
                    _say(Grown(file=name, at=self._sent[name], size=len(piece)), piece)
                    self._sent[name] += len(piece)
        except FileNotFoundError:
            return
