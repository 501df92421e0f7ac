"""Which files a dataset consists of, and which reader reads each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from studio.data.problem import Problem
from studio.data.readers import encoding, excel_rows, json_rows, parquet_rows, table_rows, text_rows
from studio.data.readers.encoding import Written
from studio.data.readers.row import Row
from studio.data.readers.source import ending, start_of, unpacking
from studio.errors import DatasetProblem
from studio.job import Columns

Reader = Callable[[Path, Written], Iterator[Row | Problem]]

_TABLES: dict[str, Reader] = {
    ".jsonl": json_rows.read_lines,
    ".ndjson": json_rows.read_lines,
    ".json": json_rows.read_document,
    ".csv": table_rows.read_table,
    ".tsv": table_rows.read_table,
    ".tab": table_rows.read_table,
    ".parquet": parquet_rows.read_parquet,
    ".xlsx": excel_rows.read_workbook,
    ".xlsm": excel_rows.read_workbook,
    ".xlsb": excel_rows.read_workbook,
    ".xls": excel_rows.read_workbook,
    ".ods": excel_rows.read_workbook,
}
_TEXTS: dict[str, Reader] = {
    ".txt": text_rows.read_text,
    ".text": text_rows.read_text,
    ".md": text_rows.read_text,
    ".markdown": text_rows.read_text,
}
_NO_DATA = {
    "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
    "vocab.json", "vocab.txt", "merges.txt", "added_tokens.json", "chat_template.json", "adapter_config.json",
    "preprocessor_config.json", "model.safetensors.index.json", "dataset_info.json", "dataset_infos.json",
    "dataset_dict.json", "state.json", "package.json", "readme.md", "readme.txt", "manifest.md", "license.md",
    "license.txt", "requirements.txt", "origin.json",
}  # fmt: skip
"""Names of files that stand beside data or models."""
_FOUND = Columns()
_KNOWN = "Choose JSONL, JSON, CSV, Excel, Parquet or plain text, or a folder of these."


def find_files(source: str | Path) -> list[Path]:
    """The file, the data files of a folder by name, or several: one on each line, or by a pattern like *.jsonl.

    Raises DatasetProblem where there are none to read.
    """
    if several := [line for line in str(source).splitlines() if line.strip()][1:]:
        first = str(source).splitlines()[0]
        return [path for line in (first, *several) for path in find_files(line.strip())]
    path = Path(source).expanduser()
    try:
        if not path.exists() and (matches := _matching(path)):
            return matches
        if not path.exists():
            raise DatasetProblem(
                f"There is no file {path}.", "Check the name, or choose the file again.", kind="missing", file=path.name
            )
        if path.is_dir():
            return _files_of(path)
        if not path.is_file():
            raise DatasetProblem(f"{path.name} is not a file.", _KNOWN, kind="not-a-dataset", file=path.name)
        if path.stat().st_size == 0:
            raise DatasetProblem(
                f"{path.name} is empty.", "Choose a file with examples in it.", kind="empty", file=path.name
            )
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    return [path]


def read_rows(files: list[Path], columns: Columns = _FOUND) -> Iterator[Row | Problem]:
    """All rows of the files in order. Raises DatasetProblem where a file as a whole cannot be read."""
    written = Written(columns.encoding, columns.separator)
    for path in files:
        try:
            before = path.stat()
            with unpacking(path):
                yield from _reader(path)(path, written)
            after = path.stat()
        except OSError as problem:
            raise _unreadable(path, problem) from problem
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise DatasetProblem(
                f"{path.name} changed while it was read.",
                "Wait until the other program has saved it, then try again.",
                kind="changed",
                file=path.name,
            )


_LARGEST_LOOKED_AT = 2**28


def found_writing(path: Path) -> Written:
    """How a file of text is written, as its reader finds it; empty where that is no question, and for a file so large
    that finding it takes longer than a moment. Raises DatasetProblem."""
    reader = _reader(path)
    if reader not in (json_rows.read_lines, json_rows.read_document, table_rows.read_table, text_rows.read_text):
        return Written()
    try:
        with unpacking(path):
            is_table = reader is table_rows.read_table
            if path.stat().st_size > _LARGEST_LOOKED_AT:
                return Written()
            found = encoding.detect(path, Written())
            return Written(found.name, table_rows.separator_of(path, found) if is_table else "")
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def data_files(folder: Path) -> list[Path]:
    """All tables and texts in a folder, by name."""
    return [path for path in _inside(folder) if ending(path) in _TABLES or ending(path) in _TEXTS]


def _matching(path: Path) -> list[Path]:
    if not any(sign in path.name for sign in "*?["):
        return []
    return sorted(each for each in path.parent.glob(path.name) if each.is_file() and each.stat().st_size)


def _files_of(folder: Path) -> list[Path]:
    """Tables; only where there are none, texts, since a folder of tables often has a README."""
    inside = _inside(folder)
    for readers in (_TABLES, _TEXTS):
        if found := [path for path in inside if ending(path) in readers]:
            return found
    raise DatasetProblem(f"The folder {folder.name} has no data files.", _KNOWN, kind="missing", file=folder.name)


def _inside(folder: Path) -> list[Path]:
    """Files that may be data: nothing hidden, nothing empty, nothing that describes a model or the data."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.stat().st_size
        and path.name.lower() not in _NO_DATA
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _reader(path: Path) -> Reader:
    """By what the file is, then by what it is called."""
    start = start_of(path, 4096)
    name = ending(path)
    if start.startswith(b"PAR1"):
        return parquet_rows.read_parquet
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        if _TABLES.get(name) is excel_rows.read_workbook or name in (".csv", ".tsv"):
            return excel_rows.read_workbook
        raise _unknown(path)
    reader = _TABLES.get(name) or _TEXTS.get(name)
    if reader is None:
        text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
        if text.startswith(b"{"):
            return json_rows.read_lines
        if text.startswith(b"["):
            return json_rows.read_document
        raise _unknown(path)
    return reader


def _unknown(path: Path) -> DatasetProblem:
    return DatasetProblem(
        f"{path.name} is no kind of file the studio can learn from.", _KNOWN, kind="not-a-dataset", file=path.name
    )


def _unreadable(path: Path, problem: OSError) -> DatasetProblem:
    return DatasetProblem(
        f"{path.name} cannot be read: {problem.strerror or problem}.",
        "Check that you may open it and that the disk is there.",
        kind="unreadable",
        file=path.name,
    )
