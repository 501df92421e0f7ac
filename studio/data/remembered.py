"""What the user decided about a dataset: which columns count and which rows do not. The file itself stays as it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from studio.data.contents import Signature, signatures_of
from studio.data.readers.files import find_files
from studio.durable import disk_problem, write_file
from studio.job import Columns, Data, RowOfFile


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions about one dataset."""

    columns: Columns = Columns()
    skip_rows: tuple[RowOfFile, ...] = ()


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    source: str
    choices: Choices
    files: tuple[Signature, ...]
    """As they were: row numbers mean nothing in a file that was written to since."""


def remember(home: Path, source: str | Path, choices: Choices) -> None:
    """Keep the decisions for the next time this file or folder is chosen. Raises DatasetProblem or DiskProblem."""
    path = _place(home, source)
    kept = _Kept(source=_name(source), choices=choices, files=signatures_of(find_files(source)))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(path, msgspec.json.encode(kept))
    except OSError as problem:
        raise disk_problem(problem, "The choice could not be kept") from problem


def recall(home: Path, source: str | Path) -> Choices:
    """What was decided about this file or folder; rows only as long as nobody wrote to it. Raises DatasetProblem."""
    try:
        kept = msgspec.json.decode(_place(home, source).read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return Choices()
    if kept.files != signatures_of(find_files(source)):
        return msgspec.structs.replace(kept.choices, skip_rows=())
    return kept.choices


def as_decided(home: Path, data: Data) -> Data:
    """The data with what was decided about it earlier, where nothing else is said now. Raises DatasetProblem."""
    known = recall(home, data.train) if data.train else Choices()
    return msgspec.structs.replace(
        data,
        columns=known.columns if data.columns == Columns() else data.columns,
        skip_rows=data.skip_rows or known.skip_rows,
    )


def _name(source: str | Path) -> str:
    return str(Path(source).expanduser().resolve())


def _place(home: Path, source: str | Path) -> Path:
    return home / "datasets" / f"{hashlib.sha256(_name(source).encode()).hexdigest()[:32]}.json"
