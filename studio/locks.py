"""The lock on an open file, as this system has it; a disk that knows none is told in words."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from studio.errors import DiskProblem

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
_LOCK_BYTE = 1 << 30  # Windows locks are mandatory: a byte far behind the content keeps the content readable

if sys.platform == "win32":
    import msvcrt

    def try_lock(handle: int, *, exclusive: bool) -> bool:
        """Whether the lock on an open file could be had at once."""
        del exclusive  # the C library knows exclusive locks only
        os.lseek(handle, _LOCK_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(handle: int, *, exclusive: bool) -> bool:
        """Whether the lock on an open file could be had at once. Raises DiskProblem where its disk knows no locks, and
        OSError where the disk failed: only what the system says is locked counts as held by somebody.
        """
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # Windows' shares answer with the latter
            return False
        except OSError as problem:
            if problem.errno in _NO_LOCKS:
                raise _no_locks() from problem
            raise
        return True


def _no_locks() -> DiskProblem:
    return DiskProblem(
        "The disk of the home folder cannot lock files, so nothing keeps two programs from one run.",
        "Choose a home folder on a disk of this computer (--home), or have locks turned on for that disk.",
    )


def check_locks(path: Path) -> None:
    """See whether the disk of this file, which is made if it is not there, knows locks. Raises DiskProblem, OSError."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        try_lock(handle, exclusive=False)
    finally:
        os.close(handle)
