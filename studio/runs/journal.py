"""Append-only files of JSON lines: one writer, any number of readers, torn tails tolerated."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import msgspec

T = TypeVar("T")
_PIECE_BYTES = 1 << 20


class Journal:
    """Appends structs to a file, one line and one system call each."""

    def __init__(self, path: Path, *, flush_each: bool = False) -> None:
        """`flush_each` waits for the disk after every line: for the few lines a day that must survive a power cut."""
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        self._flush_each = flush_each
        if _torn(path):
            os.write(self._handle, b"\n")  # ends the torn line of a writer that was killed

    def append(self, entry: msgspec.Struct) -> None:
        """Add one line. Raises OSError where the disk refuses."""
        line = msgspec.json.encode(entry) + b"\n"
        written = os.write(self._handle, line)
        if written < len(line):  # a full disk takes a part; the next writer ends the torn line
            os.write(self._handle, line[written:])
        if self._flush_each:
            os.fsync(self._handle)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _torn(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        if not size:
            return False
        file.seek(size - 1)
        return file.read(1) != b"\n"


@lru_cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Made once for a type of lines: a thousand runs have three journals each."""
    return msgspec.json.Decoder(kind)


class Tail(Generic[T]):
    """Reads what was appended to a journal since the last look."""

    def __init__(self, path: Path, kind: Any, offset: int = 0) -> None:
        """`kind` is the type of a line, usually a union of structs. The file need not be there yet."""
        self.path = path
        self.offset = offset
        """Bytes read so far; always at the start of a line."""
        self.torn_lines = 0
        """Lines that could not be read and were skipped."""
        self.behind = False
        """Whether the last look ended before the end of the file."""
        self._decoder = _decoder(kind)

    def read(self, at_most: int = -1) -> list[T]:
        """The new complete lines, or those in the next `at_most` bytes, which `behind` then tells.

        A half-written last line waits until its newline arrives.
        """
        try:
            with self.path.open("rb") as file:
                file.seek(self.offset)
                content = file.read(at_most)
        except FileNotFoundError:
            return []
        self.behind = len(content) == at_most
        end = content.rfind(b"\n") + 1
        if not end:
            return self.read(2 * at_most) if self.behind else []  # a line longer than that
        self.offset += end
        return self._decode(content[:end])

    def in_pieces(self) -> Iterator[T]:
        """All that is new, never holding more than a piece of it: a run's events may be hundreds of megabytes."""
        while True:
            yield from self.read(_PIECE_BYTES)
            if not self.behind:
                return

    def _decode(self, lines: bytes) -> list[T]:
        try:
            return self._decoder.decode_lines(lines)
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass
        entries: list[T] = []
        for line in lines.split(b"\n"):
            if not line.strip():
                continue
            try:
                entries.append(self._decoder.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError):
                self.torn_lines += 1
        return entries
