"""What each data file of a folder holds, in one table."""

from __future__ import annotations

from pathlib import Path

import msgspec

from studio.data.dataset import Dataset
from studio.data.problem import Problems
from studio.data.readers.files import data_files
from studio.errors import DatasetProblem
from studio.job import Columns, Task


class FileSurvey(msgspec.Struct, frozen=True, kw_only=True):
    """One file, read alone."""

    file: str
    """Its path in the folder."""
    shape: str = ""
    """See `DatasetReport.shape`; empty where there is none."""
    confidence: float = 0.0
    """See `Shape.confidence`."""
    used_columns: tuple[str, ...] = ()
    rows: int = 0
    """Usable ones: examples, or documents of plain text."""
    left_out_rows: int = 0
    problem_count: int = 0
    problem: str = ""
    """Why the file as a whole cannot be used and what to do, else the first thing that was found in it."""
    file_bytes: int


def survey(folder: Path, columns: Columns, task: Task = "write") -> tuple[FileSurvey, ...]:
    """All data files in a folder and those below it, by name. None of them stops the others."""
    return tuple(_survey(path, str(path.relative_to(folder)), columns, task) for path in data_files(folder))


def several_datasets(source: str, columns: Columns, task: Task = "write") -> tuple[FileSurvey, ...]:
    """The files of a folder that holds more than one dataset: with other shapes or other columns. Else none."""
    folder = Path(source).expanduser()
    files = survey(folder, columns, task) if folder.is_dir() else ()
    kinds = {(each.shape, each.used_columns) for each in files if each.shape}
    return files if len(kinds) > 1 else ()


def _survey(path: Path, name: str, columns: Columns, task: Task) -> FileSurvey:
    file_bytes, problems = path.stat().st_size, Problems()
    try:
        dataset = Dataset(path, columns, task=task)
        rows = sum(1 for _ in dataset.rows(problems))
        dataset.check_any(rows, problems)
    except DatasetProblem as problem:
        return FileSurvey(file=name, problem=str(problem), problem_count=1, file_bytes=file_bytes)
    first = problems.kept[0].title if problems.kept else ""
    return FileSurvey(
        file=name,
        shape=dataset.shape.kind,
        confidence=dataset.shape.confidence,
        used_columns=dataset.shape.used_columns,
        rows=rows,
        left_out_rows=problems.left_out_rows,
        problem_count=problems.count,
        problem=first,
        file_bytes=file_bytes,
    )
