"""Runs that are over, for now or for good, as a table that can be searched and sorted."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from studio.api import RunNotes, RunState
from studio.commands import Command, Resume
from ui.state import words
from ui.state.known import KnownRun, data_name, method_words, model_name
from ui.state.tongue import tr


@dataclass(frozen=True)
class EarlierRow:
    """A run that is over, for now or for good."""

    name: str
    title: str
    about: str
    state: RunState
    curve: tuple[float, ...]
    best: str
    took: str
    ended: str
    command: Command | None
    """None: its button opens it."""
    button: str
    notes: RunNotes
    best_value: float
    """To sort by; infinite where there is none."""
    seconds: float
    ended_at: float


def earlier_row(run: KnownRun) -> EarlierRow:
    """The run in a line."""
    brief = run.brief
    best = brief.best_eval_loss
    command, button = _again(run)
    return EarlierRow(
        name=run.name,
        title=run.title,
        about=" · ".join([model_name(run.job), data_name(run.job), method_words(run.job)]),
        state=run.state,
        curve=brief.curve,
        best=words.loss(best),
        took=words.duration(brief.seconds) if brief.seconds else "–",
        ended=words.day_and_clock(brief.ended_at) if brief.ended_at else "–",
        command=command,
        button=button,
        notes=run.notes,
        best_value=math.inf if best is None else best,
        seconds=brief.seconds,
        ended_at=brief.ended_at,
    )


def _again(run: KnownRun) -> tuple[Command | None, str]:
    if run.state in ("stopped", "failed", "interrupted") and not (run.brief.update >= run.brief.updates > 0):
        return Resume(), tr("Continue") if run.brief.saved else tr("Try again")
    return None, tr("Open")


SortKey = Literal["title", "state", "best", "took", "ended"]
_SORT_KEYS: dict[SortKey, Callable[[EarlierRow], tuple[object, ...]]] = {
    "title": lambda row: (row.title.casefold(), row.name),
    "state": lambda row: (row.state, -row.ended_at),
    "best": lambda row: (row.best_value, -row.ended_at),
    "took": lambda row: (row.seconds, -row.ended_at),
    "ended": lambda row: (-row.ended_at, row.name),
}


def arranged(rows: tuple[EarlierRow, ...], text: str, key: SortKey, *, backwards: bool) -> tuple[EarlierRow, ...]:
    """The runs whose name, model, data, tags or note contain every word of `text`, in the order of a column.

    `#word` finds tags alone.
    """
    wanted = text.lower().split()
    found = [row for row in rows if all(_contains(row, word) for word in wanted)]
    return tuple(sorted(found, key=_SORT_KEYS[key], reverse=backwards))


def _contains(row: EarlierRow, word: str) -> bool:
    tags = " ".join(f"#{tag}" for tag in row.notes.tags).lower()
    if word.startswith("#"):
        return word in tags
    return word in f"{row.title} {row.about} {row.name} {row.notes.note} {tags}".lower()
