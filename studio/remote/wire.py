"""What the two ends of a connection say to each other: JSON lines, some followed by the bytes they announce."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

import msgspec

from studio.commands import Command

PROTOCOL = 1
JOURNALS = ("foreman.jsonl", "events.jsonl", "commands.jsonl", "worker.log")
"""Files that only grow; they come from where they ended last time."""
WHOLE = ("job.json", "here.json", "notes.json")
"""Small files that come whole when they change."""
MOST_BYTES = 16 * 2**20
"""Of a piece, and of a file that comes whole."""
_TAIL_BYTES = 4096
_LINE_BYTES = 1 << 20


class _There(msgspec.Struct, frozen=True, kw_only=True, tag_field="here"):
    pass


class Begins(_There, frozen=True, kw_only=True, tag="begins"):
    """The first line that counts: what a login prints before it is passed over."""

    nightshift: int
    """The protocol."""
    run: str
    """Its whole name."""
    host: str
    """What the computer calls itself."""
    cards: int = 0
    """That can share the work."""


class Grown(_There, frozen=True, kw_only=True, tag="grown"):
    """The next bytes of a journal follow."""

    file: str
    at: int
    size: int


class Replaced(_There, frozen=True, kw_only=True, tag="replaced"):
    """A small file follows whole."""

    file: str
    size: int


class NotTheSame(_There, frozen=True, kw_only=True, tag="not-the-same"):
    """What was kept of this run belongs to another one: forget it, everything comes again."""


class Beat(_There, frozen=True, kw_only=True, tag="beat"):
    """Alive; every two seconds, and when `held` changes."""

    held: bool
    """Whether somebody looks after the run."""


class Refused(_There, frozen=True, kw_only=True, tag="refused"):
    """It cannot be watched, or what was asked cannot be done."""

    title: str
    hint: str
    ends: bool
    """Whether that was the last word."""


FromThere = Begins | Grown | Replaced | NotTheSame | Beat | Refused


class Kept(msgspec.Struct, frozen=True):
    """How much of a journal is here, and how it ends."""

    size: int
    ending: str
    """SHA-256 of its last bytes, at most 4096."""


class Ask(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line to there; the first tells what is here already."""

    have: dict[str, Kept] = {}
    """By file."""
    command: Command | None = None
    """What is asked of the run."""


def encode(line: msgspec.Struct) -> bytes:
    """The line."""
    return msgspec.json.encode(line) + b"\n"


_from_there = msgspec.json.Decoder[FromThere](FromThere)


def read_line(stream: BinaryIO) -> FromThere | None:
    """The next line, passing over what is none of ours; None at the end."""
    while line := stream.readline(_LINE_BYTES):
        try:
            return _from_there.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    return None


def kept(path: Path) -> Kept:
    """What is here of a journal."""
    try:
        with path.open("rb") as file:
            return ending_at(file, path.stat().st_size)
    except FileNotFoundError:
        return Kept(0, "")


def ending_at(file: BinaryIO, size: int) -> Kept:
    """How the first `size` bytes end."""
    begin = max(size - _TAIL_BYTES, 0)
    file.seek(begin)
    return Kept(size, hashlib.sha256(file.read(size - begin)).hexdigest() if size else "")
