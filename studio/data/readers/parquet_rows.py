"""Rows of Parquet files, a few at a time."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as arrow  # pyright: ignore[reportMissingTypeStubs]
import pyarrow.parquet as parquet  # pyright: ignore[reportMissingTypeStubs]

from studio.data.readers.encoding import Written
from studio.data.readers.row import Row, as_list, as_object, flat
from studio.data.readers.source import seekable
from studio.errors import DatasetProblem

_ROWS_AT_ONCE = 1000
_arrow: Any = arrow  # without type stubs
_parquet: Any = parquet


def read_parquet(path: Path, _written: Written) -> Iterator[Row]:
    """Rows by their place in the file, from 1. Raises DatasetProblem for a damaged file."""
    try:
        number = 0
        with seekable(path) as contents, _parquet.ParquetFile(contents) as file:
            for batch in file.iter_batches(_ROWS_AT_ONCE):
                for record in batch.to_pylist():
                    number += 1
                    yield Row(path.name, number, flat({name: _value(value) for name, value in record.items()}))
    except (_arrow.ArrowException, OSError, ValueError, OverflowError) as problem:
        raise DatasetProblem(
            f"{path.name} cannot be read as a Parquet file: it is damaged or cut off.",
            "Download or export it again.",
            kind="unreadable",
            file=path.name,
        ) from problem


def _value(value: object) -> Any:
    """The value as JSON would have it."""
    if (parts := as_object(value)) is not None:
        return {name: _value(each) for name, each in parts.items()}
    if (several := as_list(value)) is not None:
        return [_value(each) for each in several]
    match value:
        case bytes():
            return value.decode("utf-8", "surrogateescape")
        case decimal.Decimal():
            return str(value)
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return value
