"""The packed file: an ordinary tar of plain files, written and read in one pass.

It is not compressed: weights do not shrink, and so nothing that comes out of it is larger than the file. The names in
it are for people with `tar`; where a file goes is said by the manifest alone.
"""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Callable, Iterator
from typing import BinaryIO

from studio.errors import RunProblem

_BLOCK, _PIECE_BYTES, _NAME_BYTES = 512, 1 << 20, 100


def damaged(what: str) -> RunProblem:
    """The packed file is not what was written."""
    return RunProblem(f"The packed run is damaged: {what}.", "Copy the file again, or pack the run again.")


def add_member(archive: BinaryIO, name: str, size: int, pieces: Iterator[bytes]) -> str:
    """Append a file of `size` bytes; SHA-256 of what was written. Raises ValueError where there are more or fewer."""
    member = tarfile.TarInfo(_short(name))
    member.size, member.mode = size, 0o600
    archive.write(member.tobuf(tarfile.GNU_FORMAT))
    digest, left = hashlib.sha256(), size
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            break
        digest.update(piece)
        archive.write(piece)
    if left:
        raise ValueError(name)
    archive.write(bytes(-size % _BLOCK))
    return digest.hexdigest()


def end_archive(archive: BinaryIO) -> None:
    """Two empty blocks, as tar wants it."""
    archive.write(bytes(2 * _BLOCK))


def next_member(archive: BinaryIO, name: str, at_most: int) -> int:
    """Bytes of the file that comes next, which must be a plain one called `name`. Raises RunProblem."""
    try:
        member = tarfile.TarInfo.frombuf(archive.read(_BLOCK), "utf-8", "strict")
    except (tarfile.HeaderError, UnicodeDecodeError) as problem:
        raise damaged(f"{name} is missing") from problem
    if member.type != tarfile.REGTYPE or member.name != _short(name):
        raise damaged(f"something else stands in place of {name}")
    if not 0 <= member.size <= at_most:
        raise damaged(f"{name} has another size than is said")
    return member.size


def copy_member(archive: BinaryIO, size: int, write: Callable[[bytes], object]) -> str:
    """Hand the bytes of the member to `write`; their SHA-256. Raises RunProblem where the file ends too soon."""
    digest = hashlib.sha256()
    for piece in pieces_of(archive, size):
        digest.update(piece)
        write(piece)
    archive.read(-size % _BLOCK)
    return digest.hexdigest()


def pieces_of(file: BinaryIO, size: int) -> Iterator[bytes]:
    """The next `size` bytes. Raises RunProblem where there are fewer."""
    while size:
        piece = file.read(min(size, _PIECE_BYTES))
        if not piece:
            raise damaged("it ends too soon")
        size -= len(piece)
        yield piece


def _short(name: str) -> str:
    """A name that a plain header holds."""
    encoded = name.encode()
    return name if len(encoded) < _NAME_BYTES else f"long-name/{hashlib.sha256(encoded).hexdigest()}"
