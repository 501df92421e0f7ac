"""What its owner writes about a run: tags and a note, in a small file of the run folder."""

from __future__ import annotations

import msgspec

from studio.durable import disk_problem, write_file
from studio.runs.folder import RunFolder


class RunNotes(msgspec.Struct, frozen=True, kw_only=True):
    """For people; nothing follows from it."""

    tags: tuple[str, ...] = ()
    note: str = ""


def read_notes(run: RunFolder) -> RunNotes:
    """What was written about the run; empty where nothing was, or where the file cannot be read."""
    try:
        return msgspec.json.decode(run.notes.read_bytes(), type=RunNotes)
    except (OSError, msgspec.DecodeError):
        return RunNotes()


def write_notes(run: RunFolder, notes: RunNotes) -> None:
    """Replace what was written. Raises DiskProblem."""
    tags = tuple(dict.fromkeys(tag.strip().lstrip("#") for tag in notes.tags if tag.strip().lstrip("#")))
    try:
        write_file(run.notes, msgspec.json.encode(RunNotes(tags=tags, note=notes.note.strip())) + b"\n")
    except OSError as problem:
        raise disk_problem(problem, "The note could not be kept") from problem
