"""What is wrong with the rows, by kind: how many, where, what to do, and which button does it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.api import DatasetReport, Problem
from studio.job import RowOfFile
from ui.state import words
from ui.state.tongue import QT_TR_NOOP, said_of, spoken, tr, tr_studio

ROWS_SHOWN = 3
GROUPS_SHOWN = 4
COLUMNS_OFFERED = 2
_KINDS = {
    "empty-answer": (QT_TR_NOOP("has no answer"), QT_TR_NOOP("have no answer")),
    "empty-prompt": (QT_TR_NOOP("has nothing to answer"), QT_TR_NOOP("have nothing to answer")),
    "nothing-to-learn": (QT_TR_NOOP("has nothing left to learn"), QT_TR_NOOP("have nothing left to learn")),
    "wrong-type": (QT_TR_NOOP("holds something other than text"), QT_TR_NOOP("hold something other than text")),
    "not-a-number": (QT_TR_NOOP("holds a value that is none"), QT_TR_NOOP("hold a value that is none")),
    "cell-error": (QT_TR_NOOP("holds an error in place of a value"), QT_TR_NOOP("hold an error in place of a value")),
    "broken-json": (QT_TR_NOOP("cannot be read as JSON"), QT_TR_NOOP("cannot be read as JSON")),
    "ragged": (
        QT_TR_NOOP("has more or fewer cells than the heading"),
        QT_TR_NOOP("have more or fewer cells than the heading"),
    ),
    "mojibake": (QT_TR_NOOP("holds letters in the wrong encoding"), QT_TR_NOOP("hold letters in the wrong encoding")),
    "repeated-heading": (QT_TR_NOOP("repeats the heading"), QT_TR_NOOP("repeat the heading")),
    "lone-surrogate": (QT_TR_NOOP("holds half a character"), QT_TR_NOOP("hold half a character")),
    "control-characters": (QT_TR_NOOP("holds signs that cannot be seen"), QT_TR_NOOP("hold signs that cannot be seen")),
    "unclosed-quote": (QT_TR_NOOP("has a quote that is never closed"), QT_TR_NOOP("have a quote that is never closed")),
}


@dataclass(frozen=True)
class ProblemRow:
    """A row of the file that cannot be used as it is."""

    row: str
    column: str
    value: str
    what: str
    """What is wrong with it, short."""
    why: str
    """The same and what to do."""
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
        hint=tr_studio(first.hint),
        places=places,
        skip=_skip(len(places), count),
        columns=_columns(found, report) if first.left_out else (),
        needed=first.left_out,
    )


def _title(kind: str, count: int, first: Problem) -> str:
    if not first.row:
        return tr_studio(first.title)
    if kind in _KINDS:
        return f"{words.counted(count, 'row')} {tr(_KINDS[kind][0 if count == 1 else 1])}"
    return short_title(first.title) if count == 1 else said_of(words.counted(count, "row"), short_title(first.title))


def _row(problem: Problem) -> ProblemRow:
    return ProblemRow(
        row=words.count(problem.row),
        column=problem.column or "–",
        value=problem.value or tr("(empty)"),
        what=_short(problem),
        why=f"{short_title(problem.title)} {tr_studio(problem.hint)}".strip(),
        place=RowOfFile(problem.file, problem.row),
    )


def _short(problem: Problem) -> str:
    return tr(_KINDS[problem.kind][0]) if problem.kind in _KINDS else short_title(problem.title).rstrip(".")


def _skip(places: int, count: int) -> str:
    if not places:
        return ""
    if places == 1:
        return tr("Skip this row")
    number = words.count(places)
    if places == count:
        return tr("Skip these {number} rows", number=number)
    return tr("Skip the first {number}", number=number)


def _columns(found: list[Problem], report: DatasetReport) -> tuple[str, ...]:
    """Columns that nothing uses, where many rows fail for a column that is used."""
    column = found[0].column
    many = len(found) * 5 >= report.rows + report.left_out_rows
    if not column or not many or column not in report.used_columns:
        return ()
    return tuple(name for name in report.columns if name not in report.used_columns)[:COLUMNS_OFFERED]


def short_title(title: str) -> str:
    """Without the row and the file, which stand beside it."""
    if spoken():
        return tr_studio(title)
    short = re.sub(r"^(?:In )?[Rr]ow [\d,]+ of \S+?,? ", "", title)
    return short[:1].upper() + short[1:]
