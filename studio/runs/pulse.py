"""A sign of life: the worker writes it between two micro-batches and before what takes longer, the foreman looks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from studio.runs.folder import RunFolder

Doing = Literal["learning", "saving", "answering"]
_BEAT_SECONDS = 1.0
FLOOR_SECONDS, FACTOR = 300.0, 20.0
"""Learning is silent for longer than both: so many seconds, and so many times its longest silence before."""
PATIENCE_SECONDS = 3600.0
"""For whatever else a worker does: loading, saving, answering, and the first updates."""
_KNOWN_AFTER_SIGNS = 5


class Pulse:
    """The worker's side."""

    def __init__(self, run: RunFolder) -> None:
        self._path = _file_of(run)
        self._beats, self._doing, self._at = 0, "", -_BEAT_SECONDS

    def beat(self, doing: Doing = "learning") -> None:
        """Say that it lives and what it does from now on; at most once a second, so it may be called often."""
        now = time.monotonic()
        if doing == self._doing and now - self._at < _BEAT_SECONDS:
            return
        self._beats, self._doing, self._at = self._beats + 1, doing, now
        with suppress(OSError):  # a full disk: what the worker says otherwise counts too
            self._path.write_text(f"{os.getpid()} {self._beats} {doing}", "ascii")


class Listener:
    """The foreman's side, for one worker after the other."""

    def __init__(self, run: RunFolder, awake: Callable[[], float]) -> None:
        """`awake`: seconds in which the computer did not sleep, since some moment."""
        self._path, self._awake = _file_of(run), awake
        self._tolerance = 1.0
        self.begin()

    def begin(self) -> None:
        """A new worker was started."""
        self._last, self._heard_at, self.training = b"", self._awake(), False
        self._signs, self._longest = 0, 0.0

    def stage(self, *, training: bool) -> None:
        """The worker said that it began something: the learning itself, or what takes as long as it takes."""
        self.training, self._signs, self._longest = training, 0, 0.0
        self._heard_at = self._awake()

    def hear(self, *, said_something: bool) -> float:
        """Look for a sign; for how many seconds there was none. `said_something`: events count as one."""
        before = self._last
        with suppress(OSError):
            self._last = self._path.read_bytes()
        now = self._awake()
        silent = now - self._heard_at
        if not said_something and self._last == before:
            return silent
        self._heard_at, self._signs = now, self._signs + 1
        if _learns(before):
            self._longest = max(self._longest, silent)
        return 0.0

    @property
    def patience(self) -> float:
        """Seconds of silence in which it may still live."""
        learns = self.training and self._signs >= _KNOWN_AFTER_SIGNS and _learns(self._last)
        return self._tolerance * (max(FLOOR_SECONDS, FACTOR * self._longest) if learns else PATIENCE_SECONDS)

    def was_mistaken(self) -> None:
        """A worker was ended: the next gets twice the time, so that one which is only slow is not ended for ever."""
        self._tolerance *= 2


def _file_of(run: RunFolder) -> Path:
    return run.path / "pulse"


def _learns(sign: bytes) -> bool:
    return sign.endswith(b"learning")
