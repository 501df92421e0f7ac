"""A lock that its holder's death frees, whatever the death: the proof that somebody looks after something."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import time
from pathlib import Path

import msgspec
import psutil


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a lease. For people and for telling one holder from the next; the lock itself is the proof."""

    host: str
    boot: float
    """Seconds since 1970 at which the computer started."""
    pid: int
    started: float
    """Seconds since 1970 at which the process started."""
    token: str
    boot_id: str = ""
    """Of this start of the computer, where the system tells one: a clock that is set does not change it."""


class Lease:
    """An exclusive lock on a file, held until `release` or until the process ends."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    def release(self) -> None:
        """Give it back."""
        os.close(self._handle)


BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_LOCK_BYTE = 1 << 30  # Windows locks are mandatory: a byte far behind the content keeps the content readable


def take_lease(path: Path, patience: float = 2.0) -> Lease | None:
    """The lease on `path`, or None where another process holds it for longer than `patience` seconds.

    A little patience is always right: whoever asks `is_held` holds the lock for an instant.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    deadline = time.monotonic() + patience
    while not _try_lock(handle, exclusive=True):
        if time.monotonic() >= deadline:
            os.close(handle)
            return None
        time.sleep(0.02)
    this = psutil.Process()
    holder = Holder(
        host=socket.gethostname(),
        boot=psutil.boot_time(),
        pid=this.pid,
        started=this.create_time(),
        token=secrets.token_hex(16),
        boot_id=this_boot(),
    )
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, msgspec.json.encode(holder) + b"\n")
    return Lease(path, handle)


def this_boot() -> str:
    """What tells this start of the computer from every other; "" where the system does not say."""
    try:
        return BOOT_ID.read_text().strip()
    except OSError:
        return ""


def is_held(path: Path) -> bool:
    """Whether a living process holds the lease on `path`."""
    try:
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return False
    try:
        return not _try_lock(handle, exclusive=False)
    finally:
        os.close(handle)


def holder_of(path: Path) -> Holder | None:
    """Who holds or last held the lease on `path`, where that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int, *, exclusive: bool) -> bool:
        del exclusive  # the C library knows exclusive locks only
        os.lseek(handle, _LOCK_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int, *, exclusive: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
