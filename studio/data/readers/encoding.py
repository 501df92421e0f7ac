"""In which encoding a text file is written, decided by its bytes and said where it is not UTF-8."""

from __future__ import annotations

import codecs
from pathlib import Path

import msgspec

from studio.data.problem import Problem
from studio.errors import DatasetProblem

_BLOCK = 2**20
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Encoding(msgspec.Struct, frozen=True):
    """How to open a text file."""

    name: str
    errors: str = "strict"
    problem: Problem | None = None
    """What to tell about it."""


def detect(path: Path) -> Encoding:
    """The encoding of a text file: by its mark, else UTF-8, else Windows-1252. Raises DatasetProblem for no text."""
    with path.open("rb") as file:
        start = file.read(_BLOCK)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return Encoding(name, "replace")
    if b"\x00" in start:
        raise DatasetProblem(
            f"{path.name} is not a text file.",
            "Choose a file of examples: JSONL, JSON, CSV, Excel, Parquet or plain text.",
            kind="not-a-dataset",
            file=path.name,
        )
    good, damaged = _count_utf8(path)
    if not damaged:
        return Encoding("utf-8")
    if good > damaged:
        return Encoding(
            "utf-8",
            "replace",
            Problem(
                file=path.name,
                kind="encoding",
                title=f"{damaged:,} characters of {path.name} are damaged.",
                hint="Rows that hold the sign � lost a character; save the file again as UTF-8 from the program "
                "it came from.",
                left_out=False,
            ),
        )
    return Encoding(
        "cp1252",
        "replace",
        Problem(
            file=path.name,
            kind="encoding",
            title=f"{path.name} is not written in UTF-8; it was read as Windows-1252 (Western European).",
            hint="If accents look wrong below, save the file again as UTF-8.",
            left_out=False,
        ),
    )


def _count_utf8(path: Path) -> tuple[int, int]:
    """How many characters beyond ASCII are whole UTF-8, and how many are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = damaged = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            text = decoder.decode(block)
            if text.isascii():
                continue
            broken = text.count("\ufffd")
            damaged += broken
            good += len(text) - len(text.encode("ascii", "ignore")) - broken
    damaged += bool(decoder.decode(b"", final=True))
    return good, damaged - _written_out(path) if damaged else 0


def _written_out(path: Path) -> int:
    """Replacement signs that really stand in the file."""
    sign = "\ufffd".encode()
    with path.open("rb") as file:
        return sum(block.count(sign) for block in iter(lambda: file.read(_BLOCK), b""))
