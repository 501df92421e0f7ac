"""Plain text and Markdown: each file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from studio.data.problem import Problem
from studio.data.readers import encoding
from studio.data.readers.row import Row
from studio.errors import DatasetProblem

COLUMN = "text"


def read_text(path: Path) -> Iterator[Row | Problem]:
    """The whole file as one row with the column "text"."""
    found = encoding.detect(path)
    if found.problem:
        yield found.problem
    text = path.read_text(encoding=found.name, errors=found.errors)
    if not text.strip():
        raise DatasetProblem(f"{path.name} is empty.", "Choose a file with text in it.", kind="empty", file=path.name)
    yield Row(path.name, 1, {COLUMN: text})
