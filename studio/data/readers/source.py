"""Opens a file to read, whether it is stored as it is or compressed with gzip or Zstandard."""

from __future__ import annotations

import contextlib
import gzip
import io
import shutil
import tempfile
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO, cast

import pyarrow as arrow  # pyright: ignore[reportMissingTypeStubs]

from studio.errors import DatasetProblem

COMPRESSED = (".gz", ".zst", ".zstd")
MAX_LINE_CHARACTERS = 64_000_000
_BLOCK = 2**20
_GZIP, _ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_arrow: Any = arrow  # without type stubs


def open_bytes(path: Path) -> BinaryIO:
    """The contents from their start, unpacked while they are read. Raises OSError; see `unpacking`."""
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith(_GZIP):
        return cast("BinaryIO", io.BufferedReader(gzip.GzipFile(path), _BLOCK))
    if start == _ZSTANDARD:
        return cast("BinaryIO", io.BufferedReader(_arrow.CompressedInputStream(path.open("rb"), "zstd"), _BLOCK))
    return path.open("rb")


def open_text(path: Path, encoding: str, errors: str, newline: str) -> TextIO:
    """The contents as text."""
    return io.TextIOWrapper(open_bytes(path), encoding=encoding, errors=errors, newline=newline)


@contextlib.contextmanager
def seekable(path: Path) -> Generator[IO[bytes]]:
    """A file for readers that jump about in it; what is compressed is unpacked to the disk for that time."""
    with open_bytes(path) as file:
        if ending(path) == path.suffix.lower():
            yield file
            return
        with tempfile.TemporaryFile() as unpacked:
            shutil.copyfileobj(file, unpacked, _BLOCK)
            unpacked.seek(0)
            yield unpacked


def start_of(path: Path, size: int = _BLOCK) -> bytes:
    """The first bytes of the contents."""
    with open_bytes(path) as file:
        return file.read(size)


def ending(path: Path) -> str:
    """The ending of the name, without that of the compression."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix in COMPRESSED else suffix


@contextlib.contextmanager
def unpacking(path: Path) -> Generator[None]:
    """Says that a compressed file is damaged where it cannot be unpacked. Raises DatasetProblem."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile, _arrow.ArrowException) as problem:
        raise _damaged(path) from problem
    except OSError as problem:
        if problem.errno is None:  # from the decompressor and not from the disk
            raise _damaged(path) from problem
        raise


def lines_of(file: TextIO) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers from 1; None for one that is too long, which is never whole in memory."""
    number = 0
    while line := file.readline(MAX_LINE_CHARACTERS + 1):
        number += 1
        if len(line) <= MAX_LINE_CHARACTERS:
            yield number, line
            continue
        while line and not line.endswith(("\n", "\r")):
            line = file.readline(_BLOCK)
        yield number, None


def _damaged(path: Path) -> DatasetProblem:
    return DatasetProblem(
        f"{path.name} cannot be unpacked: it is damaged or cut off.",
        "Download or compress it again.",
        kind="unreadable",
        file=path.name,
    )
