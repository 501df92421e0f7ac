"""Watches a process and everybody else on the machine, from outside: processor time and peak memory over time."""

from __future__ import annotations

import bisect
import contextlib
import threading
import time
from pathlib import Path
from typing import NamedTuple

import psutil

_EVERY_SECONDS = 0.1


class Sample(NamedTuple):
    """One look."""

    at: float
    """Seconds since 1970."""
    foreign: float
    """Processor seconds that others used since the watch began."""
    peak_bytes: int
    """Most memory the process ever had resident, so far."""


class Watch:
    """Looks ten times a second while a process runs."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._own = psutil.Process()
        self._ends = threading.Event()
        self._offset = _busy() - self._mine() - self._theirs()
        self.samples: list[Sample] = [Sample(time.time(), 0.0, 0)]
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop looking."""
        self._ends.set()
        self._thread.join()

    def foreign_cores(self, start: float, end: float) -> float:
        """Cores that other programs used on average between two moments."""
        if end <= start:
            return 0.0
        return max(0.0, self._foreign_at(end) - self._foreign_at(start)) / (end - start)

    def peak_bytes(self, until: float | None = None) -> int:
        """Most memory resident up to a moment, or to the end."""
        return max(each.peak_bytes for each in self.samples if until is None or each.at <= until + _EVERY_SECONDS)

    def _foreign_at(self, at: float) -> float:
        times = [each.at for each in self.samples]
        after = min(max(bisect.bisect(times, at), 1), len(times) - 1)
        if len(times) < 2:
            return 0.0
        one, two = self.samples[after - 1], self.samples[after]
        share = min(1.0, max(0.0, (at - one.at) / max(1e-9, two.at - one.at)))
        return one.foreign + share * (two.foreign - one.foreign)

    def _look(self) -> None:
        with contextlib.suppress(psutil.Error, OSError):  # until it is gone
            while not self._ends.wait(_EVERY_SECONDS):
                foreign = _busy() - self._mine() - self._theirs() - self._offset
                self.samples.append(Sample(time.time(), foreign, _peak_bytes(self._process)))

    def _mine(self) -> float:
        times = self._own.cpu_times()
        return times.user + times.system

    def _theirs(self) -> float:
        times = self._process.cpu_times()
        return times.user + times.system + times.children_user + times.children_system


def wait_until_quiet(foreign_limit: float, patience: float) -> float:
    """Wait until others use less than so many cores for a second. Returns what they use then, or when patience ends."""
    deadline = time.monotonic() + patience
    while True:
        foreign = psutil.cpu_percent(1.0) / 100 * (psutil.cpu_count() or 1)
        if foreign <= foreign_limit or time.monotonic() > deadline:
            return foreign


def _busy() -> float:
    """Processor seconds that all programs used since the machine started."""
    times = psutil.cpu_times()
    return sum(getattr(times, name, 0.0) for name in ("user", "system", "nice", "irq", "softirq"))


def _peak_bytes(process: psutil.Process) -> int:
    """Most memory resident so far, as the system keeps it; where it does not, what is resident now."""
    with contextlib.suppress(OSError, ValueError):
        for line in Path(f"/proc/{process.pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    memory = process.memory_info()
    return getattr(memory, "peak_wset", memory.rss)
