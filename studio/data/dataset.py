"""A dataset opened: its files, its shape, and its rows with all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import msgspec

from studio.data.content import Content, read_row, remarks
from studio.data.problem import Problem, Problems
from studio.data.readers.files import find_files, read_rows
from studio.data.readers.row import Row
from studio.data.shapes import Shape, column_list, find_shape
from studio.errors import DatasetProblem
from studio.job import Columns, Task

_SAMPLE_ROWS = 200


class Usable(msgspec.Struct, frozen=True):
    """A row that can be used."""

    row: Row
    content: Content
    packed: bytes
    """The content in MessagePack."""


class Dataset:
    """A file or folder whose shape is known. Raises DatasetProblem where that cannot be told."""

    def __init__(
        self,
        source: str | Path,
        columns: Columns,
        shape: Shape | None = None,
        *,
        task: Task = "write",
        pack: bool = False,
    ) -> None:
        self.name = Path(source).name
        self.files = find_files(source)
        self.chosen = columns
        """What the user said about the columns and how the files are to be read."""
        sample: list[Row] = []
        first: Problem | None = None
        for item in read_rows(self.files, self.chosen):
            if isinstance(item, Row):
                sample.append(item)
            elif item.left_out:
                first = first or item
            if len(sample) == _SAMPLE_ROWS:
                break
        if not sample:
            raise self._nothing_usable(first)
        fields = [row.fields for row in sample]
        self.columns = column_list(fields)
        self.shape = shape or find_shape(fields, columns, self.name, task=task, pack=pack)

    @property
    def file_bytes(self) -> int:
        """Of all files."""
        return sum(path.stat().st_size for path in self.files)

    def rows(self, problems: Problems) -> Iterator[Usable]:
        """The usable rows in order; what is wrong with the others, and with these, goes to `problems`."""
        file, fits = "", True
        for item in read_rows(self.files, self.chosen):
            if isinstance(item, Problem):
                problems.add(item)
                continue
            if item.file != file:
                file, fits = item.file, self._fits(item)
                if not fits:
                    problems.add(_other_columns(item, self.shape))
            if not fits:
                continue
            content = read_row(item, self.shape)
            if isinstance(content, Problem):
                problems.add(content)
                continue
            for remark in remarks(item, content):
                problems.add(remark)
            try:
                packed = msgspec.msgpack.encode(content)
            except (OverflowError, UnicodeEncodeError, TypeError):
                problems.add(_beyond_writing(item))
                continue
            yield Usable(item, content, packed)

    def _fits(self, row: Row) -> bool:
        """Whether a file, by its first row, has any of the columns that are used."""
        return len(self.files) == 1 or any(name in row.fields for name in self.shape.used_columns)

    def check_any(self, usable: int, problems: Problems) -> None:
        """Raise DatasetProblem where no row is left."""
        if not usable:
            raise self._nothing_usable(next((each for each in problems.kept if each.left_out), None))

    def _nothing_usable(self, first: Problem | None) -> DatasetProblem:
        if first is None:
            return DatasetProblem(
                f"{self.name} has no rows.", "Choose a file with examples in it.", kind="empty", file=self.name
            )
        return DatasetProblem(
            f"No row of {self.name} can be used. {first.title}",
            first.hint,
            kind="no-usable-rows",
            file=first.file,
            row=first.row,
            column=first.column,
        )


def _other_columns(row: Row, shape: Shape) -> Problem:
    return Problem(
        file=row.file,
        kind="other-columns",
        title=f"{row.file} has other columns than the files before it, so its rows are not used.",
        hint=f"Rename its columns to {', '.join(shape.used_columns)}, or move it to a folder of its own.",
        value=", ".join(row.fields)[:80],
    )


def _beyond_writing(row: Row) -> Problem:
    return Problem(
        file=row.file,
        row=row.number,
        kind="wrong-type",
        title=f"Row {row.number} of {row.file} holds a number of more than 64 bits or a value that is no text.",
        hint="Write it as text, or leave the row out.",
    )


def all_names(*columns: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once."""
    return tuple(dict.fromkeys(chain.from_iterable(columns)))
