"""A lock that its holder's death frees, whatever the death: the proof that somebody looks after something."""

from __future__ import annotations

import os
import secrets
import socket
import time
from contextlib import suppress
from pathlib import Path

import msgspec
import psutil

from studio.errors import DiskProblem
from studio.locks import try_lock


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a lease. For people and for telling one holder from the next; the lock itself is the proof."""

    host: str
    boot: float
    """Seconds since 1970 at which the computer started."""
    pid: int
    started: float
    """Seconds since 1970 at which the process started."""
    token: str
    released: bool = False
    """Whether it was given back; a holder that died could not say so."""
    boot_id: str = ""
    """Of this start of the computer, where the system tells one: a clock that is set does not change it."""


class Lease:
    """An exclusive lock on a file, held until `release` or until the process ends."""

    def __init__(self, path: Path, handle: int, holder: Holder) -> None:
        self.path = path
        self._handle = handle
        self._holder = holder
        self._write()

    def release(self) -> None:
        """Give it back."""
        self._holder = msgspec.structs.replace(self._holder, released=True)
        with suppress(OSError):  # a full disk; the lock is what counts
            self._write()
        os.close(self._handle)

    def _write(self) -> None:
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, msgspec.json.encode(self._holder) + b"\n")


_SHARED = ("nfs", "cifs", "smb", "fuse.", "9p", "lustre", "gpfs", "ceph", "glusterfs", "beegfs", "afs", "ocfs2", "gfs2")
"""Beginnings of the names of filesystems that several computers use at once; fuse.: sshfs, s3fs and the like."""
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def take_lease(path: Path, patience: float = 2.0) -> Lease | None:
    """The lease on `path`, or None where another process holds it for longer than `patience` seconds. Raises
    DiskProblem where its disk knows no locks.

    A little patience is always right: whoever asks `is_held` holds the lock for an instant.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    deadline = time.monotonic() + patience
    try:
        while not try_lock(handle, exclusive=True):
            if time.monotonic() >= deadline:
                os.close(handle)
                return None
            time.sleep(0.02)
    except (DiskProblem, OSError):
        os.close(handle)
        raise
    this = psutil.Process()
    holder = Holder(
        host=socket.gethostname(),
        boot=psutil.boot_time(),
        pid=this.pid,
        started=this.create_time(),
        token=secrets.token_hex(16),
        boot_id=this_boot(),
    )
    return Lease(path, handle, holder)


def this_boot() -> str:
    """What tells this start of the computer from every other; "" where the system does not say."""
    try:
        return BOOT_ID.read_text().strip()
    except OSError:
        return ""


def is_held(path: Path) -> bool:
    """Whether a living process holds the lease on `path`. Raises DiskProblem where its disk knows no locks."""
    try:
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return False
    try:
        return not try_lock(handle, exclusive=False)
    finally:
        os.close(handle)


def holder_elsewhere(path: Path) -> Holder | None:
    """Who held a lease last and may do so still on another computer, whose locks may not be seen from here: the folder
    is on a disk that several computers share, and nobody said that it was given back."""
    holder = holder_of(path)
    if holder is None or holder.released or holder.host == socket.gethostname() or holder.boot_id == this_boot():
        return None
    return holder if _is_shared(path) else None


def _is_shared(path: Path) -> bool:
    """Whether it lies on a disk that other computers may write to."""
    mounts = [each for each in psutil.disk_partitions(all=True) if path.resolve().is_relative_to(each.mountpoint)]
    kind = max(mounts, key=lambda each: len(each.mountpoint)).fstype if mounts else ""
    return kind.lower().startswith(_SHARED)


def holder_of(path: Path) -> Holder | None:
    """Who holds or last held the lease on `path`, where that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None
