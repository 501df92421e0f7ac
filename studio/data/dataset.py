"""A dataset opened: its files, its shape, and its rows with all that is wrong with them."""

from __future__ import annotations

import hashlib
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
        sample: list[Row] = []
        first: Problem | None = None
        for item in read_rows(self.files):
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
        seen: set[bytes] = set()
        twins, first_twin = 0, 0
        file, fits = "", True
        for item in read_rows(self.files):
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
            fingerprint = hashlib.blake2b(msgspec.msgpack.encode(content), digest_size=8).digest()
            if fingerprint in seen:
                twins += 1
                first_twin = first_twin or item.number
            seen.add(fingerprint)
            yield Usable(item, content)
        if twins:
            problems.add(
                Problem(
                    file=self.name,
                    kind="duplicate",
                    title=f"{twins:,} {'row says' if twins == 1 else 'rows say'} the same as an earlier one, "
                    f"the first is row {first_twin}.",
                    hint="They are used as they are. Delete them if they were not meant to count more than once.",
                    value=str(twins),
                    left_out=False,
                )
            )

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


def all_names(*columns: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once."""
    return tuple(dict.fromkeys(chain.from_iterable(columns)))
