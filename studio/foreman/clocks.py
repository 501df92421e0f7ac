"""Three clocks, by whose differences a sleep of the computer and a clock that was set are noticed."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

SLEPT_SECONDS = 2.0
"""A shorter sleep is none."""
CHANGED_SECONDS = 5.0
"""A smaller difference is a clock that is being adjusted little by little."""


@dataclass(frozen=True)
class Clocks:
    """One moment, in seconds."""

    wall: float
    """Since 1970; may be set."""
    passed: float
    """Since some moment, whether or not the computer slept."""
    awake: float
    """Since some moment, standing still while it slept."""


def read_clocks() -> Clocks:
    """Now. Where a system does not tell sleep from time awake, none is ever noticed."""
    return Clocks(time.time(), _passed(), _awake())


def slept_between(before: Clocks, now: Clocks) -> float:
    """Seconds in which the computer slept; 0 where it did not."""
    slept = (now.passed - before.passed) - (now.awake - before.awake)
    return slept if slept >= SLEPT_SECONDS else 0.0


def clock_change_between(before: Clocks, now: Clocks) -> float:
    """Seconds by which the wall clock was put forward (or back, below 0); 0 where it was not set."""
    change = (now.wall - before.wall) - (now.passed - before.passed)
    return change if abs(change) >= CHANGED_SECONDS else 0.0


if sys.platform == "win32":
    import ctypes

    def _passed() -> float:
        return time.monotonic()

    def _awake() -> float:
        count = ctypes.c_ulonglong()  # of 100 ns, without sleep
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(count))
        return count.value / 1e7

elif sys.platform == "darwin":

    def _passed() -> float:
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)

    def _awake() -> float:
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)

else:

    def _passed() -> float:
        return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))

    def _awake() -> float:
        return time.monotonic()
