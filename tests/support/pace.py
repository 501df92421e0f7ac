"""Bounds of time that mean the same on every machine: seconds of the processor on which they were set.

What other programs do lengthens waiting, hardly the processor's own time; and where the processor is slower, a fixed
piece of work is as well. So a bound is never widened for a busy or a slow machine, and neither breaks it.
"""

from __future__ import annotations

import contextlib
import resource
import threading
import time
from collections.abc import Iterator

import psutil

_PIECE_SECONDS = 0.0020
"""What one piece of work took at best on the machine of the bounds, on 2026-11-21."""
_PATIENCE_SECONDS = 60.0


def slowness() -> float:
    """How many times as long as there a fixed piece of work takes here and now; at least 1."""
    return max(1.0, min(_piece_seconds() for _ in range(3)) / _PIECE_SECONDS)


def _piece_seconds() -> float:
    began = time.thread_time()
    words = {f"word {number % 500}": [number] * 20 for number in range(4000)}
    b"".join(" ".join(map(str, numbers)).encode() for numbers in words.values()).split(b" ")
    return time.thread_time() - began


@contextlib.contextmanager
def standing_still(pid: int) -> Iterator[None]:
    """That process does nothing meanwhile: whoever waits for it waits until a timer frees it, and is found out."""
    process = psutil.Process(pid)
    process.suspend()
    waited_for = threading.Timer(_PATIENCE_SECONDS, process.resume)
    waited_for.start()
    try:
        yield
        assert waited_for.is_alive(), "it was waited for"
    finally:
        waited_for.cancel()
        process.resume()


class Stopwatch:
    """`with Stopwatch() as taken: work()`; `taken.seconds` are then those of this process and of the children that
    were waited for meanwhile. Waiting itself costs none of them."""

    seconds = 0.0

    def __enter__(self) -> Stopwatch:
        self._slowness, self._began = slowness(), processor_seconds()
        return self

    def __exit__(self, *_: object) -> None:
        used = processor_seconds() - self._began
        self.seconds = used / max(self._slowness, slowness())


def processor_seconds() -> float:
    """Of this process and of the children that were waited for, so far."""
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in told)
