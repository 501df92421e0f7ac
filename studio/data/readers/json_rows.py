"""Rows of JSON: one object per line, a list of objects, a list inside an object, or SQuAD's nested questions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import msgspec

from studio.data.problem import Problem, shown
from studio.data.readers import encoding
from studio.data.readers.json_stream import Stream
from studio.data.readers.row import Row, as_list, as_object, flat, kind_of, too_long
from studio.data.readers.source import lines_of, open_text, start_of
from studio.errors import DatasetProblem

_STREAMED_FROM = 32_000_000
"""Characters of a document from which on it is never whole in memory."""
_LIST_NAMES = ("data", "rows", "examples", "train", "items", "records", "conversations", "messages")


def read_lines(path: Path, written: encoding.Written) -> Iterator[Row | Problem]:
    """One object per line; a line that is none is a problem of its own. A list in the file is read as a list."""
    found = encoding.detect(path, written)
    if _starts_like_one_value(path, found):
        yield from read_document(path, written)
        return
    yield from _lines(path, found)


def read_document(path: Path, written: encoding.Written) -> Iterator[Row | Problem]:
    """A list of objects. Raises DatasetProblem where the file is broken or holds no such list."""
    found = encoding.detect(path, written)
    with open_text(path, found.name, found.errors, newline="\n") as file:
        text = file.read(_STREAMED_FROM + 1).lstrip("\ufeff")
    if len(text) > _STREAMED_FROM and text.lstrip().startswith(("[", "{")) and not _first_line_is_whole(text):
        if found.problem:
            yield found.problem
        yield from _stream(path, found)
        return
    if not text.strip():
        raise _no_rows(path)
    try:
        document = _decode(text)
    except json.JSONDecodeError as problem:
        if problem.msg == "Extra data" and _first_line_is_whole(text):
            yield from _lines(path, found)
            return
        raise _broken(path, problem) from problem
    except (ValueError, RecursionError) as problem:
        raise _unreadable(path, problem) from problem
    if found.problem:
        yield found.problem
    for number, record in enumerate(_find_list(path, document), 1):
        yield _row(path.name, number, record)


def _row(file: str, number: int, record: object) -> Row | Problem:
    if isinstance(record, dict):
        return Row(file, number, flat(cast("dict[str, Any]", record)))
    return _no_object(file, number, record)


def _stream(path: Path, found: encoding.Encoding) -> Iterator[Row | Problem]:
    """The rows of a large document, a few in memory at a time: those of its only list, or its first one of objects."""
    number = 0
    with open_text(path, found.name, found.errors, newline="\n") as file:
        try:
            for record in Stream(file).records():
                for each in _unfold_questions([record]) or [record]:
                    number += 1
                    yield _row(path.name, number, each)
        except json.JSONDecodeError as problem:
            raise _broken(path, problem) from problem
        except (ValueError, RecursionError) as problem:
            raise _unreadable(path, problem) from problem
    if not number:
        raise _no_rows(path)


def _lines(path: Path, found: encoding.Encoding) -> Iterator[Row | Problem]:
    if found.problem:
        yield found.problem
    with open_text(path, found.name, found.errors, _line_end(path)) as file:
        for number, line in lines_of(file):
            if line is None:
                yield too_long(path.name, number)
            elif not line.isspace():
                yield _read_line(path.name, number, line.rstrip("\r\n"))


def _read_line(file: str, number: int, line: str) -> Row | Problem:
    try:
        record = _decode(line)
    except json.JSONDecodeError as problem:
        around = line[max(0, problem.colno - 21) : problem.colno + 19]
        several = problem.msg == "Extra data" and line[problem.pos :].lstrip(", ").startswith("{")
        what = "holds more than one object" if several else f"is not valid JSON: {_in_words(problem)}"
        return Problem(
            file=file,
            row=number,
            column=str(problem.colno),
            kind="broken-json",
            title=f"Line {number} of {file} {what}, at character {problem.colno}.",
            hint="Put each object on a line of its own."
            if several
            else f"Correct the line near “{shown(around)}”, or leave it out.",
            value=shown(around),
        )
    except (ValueError, RecursionError) as problem:
        return Problem(
            file=file,
            row=number,
            kind="broken-json",
            title=f"Line {number} of {file} cannot be read: {shown(str(problem))}.",
            hint="Correct the line, or leave it out.",
            value=shown(line),
        )
    if not isinstance(record, dict):
        return _no_object(file, number, record)
    return Row(file, number, flat(cast("dict[str, Any]", record)))


def _decode(text: str) -> object:
    """Quickly where the text is strict JSON; else as Python does, which accepts NaN and says where an error is."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError, UnicodeError):
        return json.loads(text)


def _in_words(problem: json.JSONDecodeError) -> str:
    if "property name enclosed in double quotes" in problem.msg:
        return "a name in straight double quotes is expected (no comma before the closing bracket, no single quotes)"
    return problem.msg[0].lower() + problem.msg[1:]


def _no_object(file: str, number: int, value: object) -> Problem:
    return Problem(
        file=file,
        row=number,
        kind="wrong-type",
        title=f"Row {number} of {file} is {kind_of(value)}, not an object with named columns.",
        hint='Write each row as {"question": "…", "answer": "…"}.',
        value=shown(value),
    )


def _broken(path: Path, problem: json.JSONDecodeError) -> DatasetProblem:
    return DatasetProblem(
        f"{path.name} is not valid JSON: {_in_words(problem)}, in line {problem.lineno} at character {problem.colno}.",
        "Correct it there, or save the file again from the program it came from.",
        kind="broken-json",
        file=path.name,
        row=problem.lineno,
        column=str(problem.colno),
    )


def _unreadable(path: Path, problem: Exception) -> DatasetProblem:
    return DatasetProblem(
        f"{path.name} cannot be read: {shown(str(problem)).rstrip('.')}.",
        "Save it again as JSON.",
        kind="broken-json",
        file=path.name,
    )


def _no_rows(path: Path) -> DatasetProblem:
    return DatasetProblem(
        f"{path.name} has no rows.", "Choose a file with examples in it.", kind="empty", file=path.name
    )


def _find_list(path: Path, document: object) -> list[Any]:
    """The list of rows in a JSON document."""
    rows, table = as_list(document), as_object(document)
    if rows is not None:
        return rows
    if table:
        lists = [name for name, value in table.items() if _holds_objects(value)]
        if _is_row(table):
            return [table]
        chosen = next((name for name in _LIST_NAMES if name in lists), lists[0] if len(lists) == 1 else None)
        if chosen is not None:
            return _unfold_questions(table[chosen]) or table[chosen]
        if all(isinstance(value, dict) for value in table.values()):
            return list(table.values())
    raise DatasetProblem(
        f"{path.name} holds {kind_of(document)}, not a list of rows.",
        'Write it as a list: [{"question": "…", "answer": "…"}, …].',
        kind="not-a-table",
        file=path.name,
    )


def _is_row(table: dict[str, Any]) -> bool:
    """Whether one object is a single conversation rather than a holder of rows."""
    turns = as_list(table.get("messages") or table.get("conversations"))
    first = as_object(turns[0]) if turns else None
    return first is not None and ("role" in first or "from" in first)


def _unfold_questions(articles: list[Any]) -> list[Any]:
    """SQuAD: articles → paragraphs → questions, each with its paragraph. Empty where it is something else."""
    rows: list[Any] = []
    for article in articles:
        for paragraph in map(as_object, as_list((as_object(article) or {}).get("paragraphs")) or []):
            for entry in map(as_object, as_list((paragraph or {}).get("qas")) or []):
                if paragraph is not None and entry is not None:
                    answers = as_list(entry.get("answers")) or [None]
                    answer = (as_object(answers[0]) or {}).get("text")
                    rows.append(
                        {"context": paragraph.get("context"), "question": entry.get("question"), "answer": answer}
                    )
    return rows


def _holds_objects(value: object) -> bool:
    rows = as_list(value)
    return bool(rows) and isinstance(rows[0], dict)


def _starts_like_one_value(path: Path, found: encoding.Encoding) -> bool:
    """Whether a file of lines is in truth one list, or one object over many lines."""
    with open_text(path, found.name, found.errors, _line_end(path)) as file:
        for _, line in lines_of(file):
            if line is None:
                return False
            if text := line.strip().lstrip("\ufeff"):
                return text.startswith("[") or text == "{"
    raise _no_rows(path)


def _first_line_is_whole(text: str) -> bool:
    first = text.lstrip().split("\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return False


def _line_end(path: Path) -> str:
    """Lines end at "\\n" alone: other separators may stand inside texts. Only files of old Macs use "\\r"."""
    start = start_of(path)
    return "\r" if b"\r" in start and b"\n" not in start else "\n"
