"""Plain text and Markdown: each file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from studio.data.problem import Problem
from studio.data.readers import encoding
from studio.data.readers.row import Row
from studio.data.readers.source import open_text
from studio.errors import DatasetProblem

COLUMN = "text"


def read_text(path: Path, written: encoding.Written) -> Iterator[Row | Problem]:
    """The whole file as one row with the column "text"."""
    found = encoding.detect(path, written)
    if found.problem:
        yield found.problem
    with open_text(path, found.name, found.errors, newline="") as file:
        text = file.read().replace("\r\n", "\n").removeprefix("\ufeff")
    if not text.strip():
        raise DatasetProblem(f"{path.name} is empty.", "Choose a file with text in it.", kind="empty", file=path.name)
    yield Row(path.name, 1, {COLUMN: text})
