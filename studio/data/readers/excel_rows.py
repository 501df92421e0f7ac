"""Rows of spreadsheets: the first sheet that has any."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import python_calamine

from studio.data.problem import Problem
from studio.data.readers.encoding import Written
from studio.data.readers.row import Row
from studio.data.readers.source import seekable
from studio.data.readers.table_rows import column_names
from studio.errors import DatasetProblem


def read_workbook(path: Path, _written: Written) -> Iterator[Row | Problem]:
    """Rows under the names in the first filled one; row numbers are those of the spreadsheet program."""
    with seekable(path) as contents:
        yield from _read(path, contents)


def _read(path: Path, contents: IO[bytes]) -> Iterator[Row | Problem]:
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(contents)
        sheets = [(name, workbook.get_sheet_by_name(name)) for name in workbook.sheet_names]
    except python_calamine.PasswordError as problem:
        raise DatasetProblem(
            f"{path.name} is protected by a password.", "Save it without one.", kind="unreadable", file=path.name
        ) from problem
    except (python_calamine.CalamineError, OSError, ValueError) as problem:
        raise DatasetProblem(
            f"{path.name} cannot be opened as a spreadsheet.",
            "Open it in a spreadsheet program and save it again, or save it as CSV.",
            kind="unreadable",
            file=path.name,
        ) from problem
    filled = [(name, sheet) for name, sheet in sheets if sheet.height > 1]
    if not filled:
        raise DatasetProblem(
            f"{path.name} has no rows.", "Choose a file with examples in it.", kind="empty", file=path.name
        )
    if len(filled) > 1:
        yield Problem(
            file=path.name,
            kind="several-sheets",
            title=f"{path.name} has {len(filled)} sheets; only the first, {filled[0][0]}, is read.",
            hint="Move all rows to one sheet, or save the sheet you want as a file of its own.",
            left_out=False,
        )
    names: list[str] | None = None
    for number, cells in enumerate(filled[0][1].iter_rows(), 1):
        values = [_value(cell) for cell in cells]
        if all(value is None for value in values):
            continue
        if names is None:
            names = column_names(["" if value is None else str(value) for value in values])
        else:
            yield Row(path.name, number, dict(zip(names, values, strict=False)))


def _value(cell: object) -> Any:
    """A cell as JSON would have it: whole numbers without a point, dates as text, empty as None."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, (datetime.datetime, datetime.date, datetime.time)):
        return cell.isoformat()
    return str(cell) if isinstance(cell, datetime.timedelta) else cell
