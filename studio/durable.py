"""Files that appear whole or not at all: written to a draft, flushed to the disk, then renamed into place."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
from glob import escape
from pathlib import Path

from studio.errors import DiskProblem, SpaceProblem

_WORDS = {
    errno.ENOSPC: ("The disk is full.", "Free some space, then try again."),
    errno.EDQUOT: ("Your share of the disk is used up.", "Free some space, then try again."),
    errno.EROFS: ("The disk is read-only.", "Make it writable or choose another home folder."),
    errno.EACCES: ("Writing is not permitted here.", "Check the permissions of the folder or choose another one."),
    errno.EFBIG: ("The file would be larger than your account may write.", "Raise that limit, then try again."),
    errno.EMFILE: ("The system allows too few open files.", "Raise that limit (`ulimit -n`), then try again."),
    errno.ENFILE: ("Too many files are open on this computer.", "Close other programs, then try again."),
    errno.EIO: ("The disk reported an error.", "Check the disk, or move the home folder to another one."),
}


def disk_problem(problem: Exception, what: str) -> DiskProblem:
    """The same failure in words. `what` says what could not be written, without a full stop.

    Also of libraries written in Rust, whose errors carry the system's number as "(os error 28)", and of those in C++,
    which carry its words.
    """
    number = _number_of(problem)
    unknown = f"{os.strerror(number) if number else problem}."
    title, hint = _WORDS.get(number, (unknown, "Look at the disk and try again."))
    kind = SpaceProblem if number in {errno.ENOSPC, errno.EDQUOT} else DiskProblem
    return kind(f"{what}: {title[0].lower()}{title[1:]}", hint)


def space_problem(problem: Exception, what: str) -> DiskProblem | None:
    """The same where there was no room; None where it is about something else."""
    told = disk_problem(problem, what)
    return told if isinstance(told, SpaceProblem) else None


def _number_of(problem: Exception) -> int:
    """The system's number of a failure; 0 where it is none of the system's."""
    if isinstance(problem, OSError) and problem.errno:
        return problem.errno
    if told := re.search(r"\(os error (\d+)\)", str(problem)):
        return int(told[1])
    return next((each for each in _WORDS if os.strerror(each) in str(problem)), 0)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk, where the system can."""
    if os.name == "nt":  # Windows cannot open a folder for this; its renames are journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Flush a file's content to the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def draft_beside(path: Path) -> Path:
    """A name next to `path` that no reader takes for the real thing."""
    return path.with_name(f".draft-{path.name}-{secrets.token_hex(4)}")


def sweep_drafts_of(path: Path) -> None:
    """Remove what a process that was killed left of `path`; for whoever alone writes it."""
    for left_over in path.parent.glob(f".draft-{escape(path.name)}-*"):
        shutil.rmtree(left_over, ignore_errors=True)


def write_file(path: Path, content: bytes) -> None:
    """Replace the file at `path` by `content`: readers see the old one or the new one, also after a power cut."""
    draft = draft_beside(path)
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def publish_folder(draft: Path, folder: Path) -> None:
    """Make a finished draft folder appear as `folder`. Its files are flushed first."""
    for path in sorted(draft.rglob("*")):
        if path.is_file():
            sync_file(path)
        else:
            sync_folder(path)
    sync_folder(draft)
    draft.rename(folder)
    sync_folder(folder.parent)


def sha256_of(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits; memory stays flat."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
