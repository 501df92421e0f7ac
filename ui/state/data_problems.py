"""What is wrong with the rows, by kind: how many, where, what to do, and which button does it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.api import DatasetReport, Problem
from studio.job import RowOfFile
from ui.state import words

ROWS_SHOWN = 3
GROUPS_SHOWN = 4
COLUMNS_OFFERED = 2
_KINDS = {
    "empty-answer": ("has no answer", "have no answer"),
    "empty-prompt": ("has nothing to answer", "have nothing to answer"),
    "nothing-to-learn": ("has nothing left to learn", "have nothing left to learn"),
    "wrong-type": ("holds something other than text", "hold something other than text"),
    "not-a-number": ("holds a value that is none", "hold a value that is none"),
    "cell-error": ("holds an error in place of a value", "hold an error in place of a value"),
    "broken-json": ("cannot be read as JSON", "cannot be read as JSON"),
    "ragged": ("has more or fewer cells than the heading", "have more or fewer cells than the heading"),
    "mojibake": ("holds letters in the wrong encoding", "hold letters in the wrong encoding"),
    "repeated-heading": ("repeats the heading", "repeat the heading"),
    "lone-surrogate": ("holds half a character", "hold half a character"),
    "control-characters": ("holds signs that cannot be seen", "hold signs that cannot be seen"),
    "unclosed-quote": ("has a quote that is never closed", "have a quote that is never closed"),
}


@dataclass(frozen=True)
class ProblemRow:
    """A row of the file that cannot be used as it is."""

    row: str
    column: str
    value: str
    why: str
    """What is wrong with it and what to do."""
    place: RowOfFile | None = None
    """To leave it out; None: it is about the whole file."""


@dataclass(frozen=True)
class ProblemGroup:
    """All of one kind."""

    title: str
    rows: tuple[ProblemRow, ...]
    """The first few."""
    hint: str
    """What to do about all of them."""
    places: tuple[RowOfFile, ...]
    skip: str
    """On the button that leaves them all out; empty: there is nothing to leave out."""
    columns: tuple[str, ...]
    """Columns that could be used instead."""
    needed: bool
    """Whether rows are not used because of it."""


def problem_groups(report: DatasetReport) -> tuple[ProblemGroup, ...]:
    """Those that cost rows first, the most frequent first."""
    by_kind: dict[str, list[Problem]] = {}
    for problem in report.problems:
        by_kind.setdefault(problem.kind, []).append(problem)
    made = [_group(kind, found, report) for kind, found in by_kind.items()]
    return tuple(sorted(made, key=lambda each: (not each.needed, -len(each.places)))[:GROUPS_SHOWN])


def hidden_rows(report: DatasetReport, groups: tuple[ProblemGroup, ...]) -> int:
    """Findings that are counted and not shown."""
    return report.problem_count - sum(len(each.rows) or 1 for each in groups)


def _group(kind: str, found: list[Problem], report: DatasetReport) -> ProblemGroup:
    count = report.problem_kinds.get(kind, len(found))
    first = found[0]
    places = tuple(dict.fromkeys(RowOfFile(each.file, each.row) for each in found if each.row))
    return ProblemGroup(
        title=_title(kind, count, first),
        rows=tuple(_row(each) for each in found[:ROWS_SHOWN] if each.row),
        hint=first.hint,
        places=places,
        skip=_skip(len(places), count),
        columns=_columns(found, report) if first.left_out else (),
        needed=first.left_out,
    )


def _title(kind: str, count: int, first: Problem) -> str:
    if not first.row:
        return first.title
    if kind in _KINDS:
        one, many = _KINDS[kind]
        return f"{words.counted(count, 'row')} {one if count == 1 else many}"
    return short_title(first.title) if count == 1 else f"{words.counted(count, 'row')}: {short_title(first.title)}"


def _row(problem: Problem) -> ProblemRow:
    return ProblemRow(
        row=words.count(problem.row),
        column=problem.column or "–",
        value=problem.value or "(empty)",
        why=f"{short_title(problem.title)} {problem.hint}".strip(),
        place=RowOfFile(problem.file, problem.row),
    )


def _skip(places: int, count: int) -> str:
    if not places:
        return ""
    if places == 1:
        return "Skip this row"
    return f"Skip these {words.count(places)} rows" if places == count else f"Skip the first {words.count(places)}"


def _columns(found: list[Problem], report: DatasetReport) -> tuple[str, ...]:
    """Columns that nothing uses, where many rows fail for a column that is used."""
    column = found[0].column
    many = len(found) * 5 >= report.rows + report.left_out_rows
    if not column or not many or column not in report.used_columns:
        return ()
    return tuple(name for name in report.columns if name not in report.used_columns)[:COLUMNS_OFFERED]


def short_title(title: str) -> str:
    """Without the row and the file, which stand beside it."""
    short = re.sub(r"^(?:In )?[Rr]ow [\d,]+ of \S+?,? ", "", title)
    return short[:1].upper() + short[1:]
