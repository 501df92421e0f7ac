"""In which encoding a text file is written, decided by its bytes and said where it is not UTF-8."""

from __future__ import annotations

import codecs
from pathlib import Path

import msgspec

from studio.data.problem import Problem
from studio.data.readers.source import open_bytes, start_of
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


class Written(msgspec.Struct, frozen=True):
    """How the user says a file is written. Empty: found from its bytes."""

    encoding: str = ""
    separator: str = ""
    """Between the cells of a table in text."""


def detect(path: Path, written: Written) -> Encoding:
    """The encoding of a text file: as said, by its mark, else UTF-8, else Windows-1252.

    Raises DatasetProblem for a file that is no text and for an encoding that does not exist.
    """
    if written.encoding:
        return Encoding(_known(written.encoding), "replace")
    start = start_of(path)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return Encoding(name, "replace")
    if name := _unmarked_utf16(start):
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


def _known(name: str) -> str:
    try:
        "".encode(name)  # refuses what turns bytes into bytes, such as base64
    except (LookupError, ValueError) as problem:
        raise DatasetProblem(
            f"There is no encoding “{name}”.",
            "Usual ones are utf-8, utf-16, cp1252 (Western Europe), cp1251 (Cyrillic), gb18030 and shift_jis.",
            kind="unknown-encoding",
        ) from problem
    return name


def _unmarked_utf16(start: bytes) -> str:
    """UTF-16 without a mark, as some database programs write it: every other byte of plain words is 0."""
    head = start[:1000]
    if len(head) < 8:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > 0.8 * (len(head) // 2) and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"
    return ""


def _count_utf8(path: Path) -> tuple[int, int]:
    """How many characters beyond ASCII are whole UTF-8, and how many are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = damaged = 0
    with open_bytes(path) as file:
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
    with open_bytes(path) as file:
        return sum(block.count(sign) for block in iter(lambda: file.read(_BLOCK), b""))
