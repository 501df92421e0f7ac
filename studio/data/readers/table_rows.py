"""Rows of CSV and TSV: the separator is found by trying, and one unclosed quote does not swallow the rest."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from studio.data.problem import Problem, shown
from studio.data.readers import encoding
from studio.data.readers.row import Row, too_long
from studio.data.readers.source import ending, lines_of, open_text
from studio.errors import DatasetProblem

_SEPARATORS = ",;\t|"
_SAMPLE_CHARACTERS = 2**18
_MOST_LINES_OF_A_RECORD = 10_000
"""Lines in which a quote has to be closed."""
csv.field_size_limit(2**31 - 1)


def read_table(path: Path, written: encoding.Written) -> Iterator[Row | Problem]:
    """Rows under the names in the first one. Row numbers are those a spreadsheet shows: the heading is row 1."""
    found = encoding.detect(path, written)
    if found.problem:
        yield found.problem
    separator = _separator(written.separator) or separator_of(path, found)
    if not written.separator and separator != ("," if ending(path) == ".csv" else "\t"):
        yield _other_separator(path.name, separator)
    with open_text(path, found.name, found.errors, newline="") as file:
        records = _records(file, separator)
        names: list[str] | None = None
        for number, cells in enumerate(records, 1):
            if cells is None:
                yield too_long(path.name, number)
            elif isinstance(cells, str):
                yield _unclosed(path.name, number, cells)
            elif not any(cell.strip() for cell in cells):
                continue
            elif names is None:
                names = column_names(cells)
            elif cells == names:
                yield Problem(
                    file=path.name,
                    row=number,
                    kind="repeated-heading",
                    title=f"Row {number} of {path.name} repeats the heading.",
                    hint="Delete the row.",
                )
            else:
                yield _row(path.name, number, names, cells)
    if names is None:
        raise DatasetProblem(
            f"{path.name} has no rows.", "Choose a file with examples in it.", kind="empty", file=path.name
        )


def separator_of(path: Path, found: encoding.Encoding) -> str:
    """What stands between the cells of this file."""
    with open_text(path, found.name, found.errors, newline="") as file:
        return find_separator(file.read(_SAMPLE_CHARACTERS))


def find_separator(sample: str) -> str:
    """The character that cuts the sample into the most even table."""
    best, best_score = ",", (0.0, 0)
    for separator in _SEPARATORS:
        records = [len(cells) for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if cells]
        if records and records[0] > 1:
            score = (records.count(records[0]) / len(records), records[0])
            if score > best_score:
                best, best_score = separator, score
    return best


def column_names(cells: list[str]) -> list[str]:
    """Names for all columns: empty ones are numbered, repeated ones too."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = cell.strip().lstrip("\ufeff") or f"column {number}"
        names.append(f"{name} ({number})" if name in names else name)
    return names


def _row(file: str, number: int, names: list[str], cells: list[str]) -> Row | Problem:
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        return Problem(
            file=file,
            row=number,
            kind="ragged",
            title=f"Row {number} of {file} has {len(cells)} cells, the heading has {len(names)}.",
            hint="Put texts that contain the separator or quotes in double quotes.",
            value=shown(cells[len(names)]),
        )
    return Row(file, number, dict(zip(names, cells, strict=False)))


def _records(file: TextIO, separator: str) -> Iterator[list[str] | str | None]:
    """The cells of each record; its first line where its quote is never closed; None where a line is too long."""
    source = lines_of(file)
    pending: list[str] = []
    held: list[str] = []

    def lines() -> Iterator[str]:
        while len(pending) < _MOST_LINES_OF_A_RECORD:
            line = held.pop() if held else next(source, (0, ""))[1]
            if line is None:
                raise _TooLong
            if not line:
                return
            pending.append(line)
            yield line

    while True:
        pending.clear()
        reader = csv.reader(lines(), delimiter=separator, strict=True)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _TooLong:
            yield None
            continue
        except csv.Error as problem:
            if "unexpected end of data" in str(problem) or len(pending) > 1:  # closed by a later row's quote
                first, *rest = pending
                held.extend(reversed(rest))
                yield first
                continue
            cells = next(csv.reader(pending, delimiter=separator), list[str]())
        yield cells


class _TooLong(Exception):
    """A line has more characters than can be read."""


def _separator(written: str) -> str:
    """The separator as the user wrote it. Raises DatasetProblem where it is none."""
    separator = {"tab": "\t", "\\t": "\t"}.get(written.lower(), written)
    if len(separator) > 1 or separator in ('"', "\r", "\n"):
        raise DatasetProblem(
            f"“{written}” cannot separate the cells of a table.",
            "Choose one character: a comma, a semicolon, a bar or “tab”.",
            kind="unknown-separator",
        )
    return separator


def _other_separator(file: str, separator: str) -> Problem:
    name = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}[separator]
    return Problem(
        file=file,
        kind="separator",
        title=f"The cells of {file} are separated by {name}.",
        hint="If the columns look wrong, choose another separator.",
        value=separator,
        left_out=False,
    )


def _unclosed(file: str, number: int, line: str) -> Problem:
    return Problem(
        file=file,
        row=number,
        kind="unclosed-quote",
        title=f"A quote opened in row {number} of {file} is never closed.",
        hint='Close it with ", or write quotes inside a text twice ("").',
        value=shown(line),
    )
