"""A judgement in words and numbers: what came of the run, why one may think so, and the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import AfterEvent, AfterFailed, Comparison, Confusion, Judgement, Noted, Progressed, RowJudged, Scored
from ui.state import words
from ui.state.after_run import Told, progress_words, told
from ui.state.tongue import QT_TR_NOOP, numeral, tr, tr_studio

MOST_LABELS = 7
"""Of a confusion table that are shown; the rest are counted as others."""
RowsShown = Literal["best", "worst", "samples"]
ROWS: tuple[tuple[RowsShown, str], ...] = (
    ("best", QT_TR_NOOP("Improved most")),
    ("worst", QT_TR_NOOP("Known least")),
    ("samples", QT_TR_NOOP("First rows")),
)
_LOOK: dict[str, tuple[str, Literal["ok", "warn", "bad", "mut"]]] = {
    "learned": ("circle-check", "ok"),
    "learned, then overfitted": ("triangle-alert", "warn"),
    "overfitted": ("triangle-alert", "warn"),
    "did nothing": ("info", "mut"),
    "harmed": ("circle-x", "bad"),
    "not known": ("info", "mut"),
}


@dataclass(frozen=True)
class Fact:
    """A number before and after, and what to make of it."""

    what: str
    number: str
    beside: str


@dataclass(frozen=True)
class RowView:
    """A held-out row with both answers."""

    row: str
    question: str
    base: str
    tuned: str
    expected: str
    base_right: bool | None
    """None: it was not asked, or there is nothing to compare with."""
    tuned_right: bool | None
    losses: str


@dataclass(frozen=True)
class TableView:
    """Expected labels down, given ones across; the last column counts every other answer."""

    labels: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    note: str


@dataclass(frozen=True)
class JudgementView:
    """The whole page."""

    icon: str
    tone: Literal["ok", "warn", "bad", "mut"]
    sentence: str
    reasons: tuple[str, ...]
    hint: str
    facts: tuple[Fact, ...]
    rows: dict[RowsShown, tuple[RowView, ...]]
    table: TableView | None
    made: str


class JudgeState:
    """Of one run: what is known, and how far judging it is."""

    def __init__(self, found: Judgement | None) -> None:
        self.found = found
        self.doing = ""
        self.share: float | None = None
        self.told: Told | None = None

    def begin(self) -> None:
        """It was asked for."""
        self.doing, self.share, self.told = tr("Getting ready"), None, None

    def hear(self, event: AfterEvent) -> None:
        """Fold one event."""
        match event:
            case Progressed():
                self.doing = progress_words(event)
                self.share = event.done / event.total if event.total else None
            case Noted():
                self.told = told(event)
            case AfterFailed():
                self.doing, self.told = "", told(event)
            case _:
                self.doing = ""

    def view(self) -> JudgementView | None:
        """None where the run was not judged yet."""
        return judgement_view(self.found) if self.found else None


def judgement_view(found: Judgement) -> JudgementView:
    """In words and numbers."""
    icon, tone = _LOOK[found.verdict.kind]
    facts = [
        *_of_losses(found.held_out),
        *_of_answers(found.base, found.tuned),
        *_of_general(found.general, found.verdict.forgot),
    ]
    table = found.tuned.confusion if found.tuned else None
    where = tr("on {device}, in {time}", device=found.device, time=words.duration(found.seconds))
    return JudgementView(
        icon=icon,
        tone=tone,
        sentence=tr_studio(found.verdict.sentence),
        reasons=tuple(map(tr_studio, found.verdict.reasons)),
        hint=tr_studio(found.verdict.hint),
        facts=tuple(facts),
        rows={
            "best": tuple(map(_row, found.best)),
            "worst": tuple(map(_row, found.worst)),
            "samples": tuple(map(_row, found.samples)),
        },
        table=_table(table) if table else None,
        made=_made(found, where),
    )


def _made(found: Judgement, where: str) -> str:
    made = tr("Judged after update {update}, {where}.", update=words.count(found.update), where=where)
    if found.held_out is None:
        return tr("{made} Both models read the same general text.", made=made)
    return tr("{made} Both models read the same held-out rows and a general text.", made=made)


def _of_losses(held_out: Comparison | None) -> list[Fact]:
    if held_out is None:
        return []
    sure = tr(
        "change {change}, surely between {low} and {high}",
        change=words.signed(held_out.change),
        low=words.signed(held_out.low),
        high=words.signed(held_out.high),
    )
    before, after = held_out.perplexities
    rows = tr("on {rows} it never saw", rows=words.counted(held_out.rows, "row"))
    return [
        Fact(tr("Held-out loss"), words.from_to(words.loss(held_out.before), words.loss(held_out.after)), sure),
        Fact(tr("Perplexity"), words.from_to(_perplexity(before), _perplexity(after)), rows),
    ]


def _of_answers(base: Scored | None, tuned: Scored | None) -> list[Fact]:
    if base is None or tuned is None:
        return []
    number = words.from_to(words.percent(base.exact / base.rows), words.percent(tuned.exact / tuned.rows))
    beside = tr(
        "{right} of {rows} word for word, {normalised} but for form",
        right=words.count(tuned.exact),
        rows=words.count(tuned.rows),
        normalised=words.count(tuned.normalised),
    )
    return [Fact(tr("Right answers"), number, beside)]


def _of_general(general: Comparison | None, forgot: bool | None) -> list[Fact]:
    if general is None:
        return []
    said = tr("it forgot something") if forgot else tr("it did not forget")
    number = words.from_to(words.loss(general.before), words.loss(general.after))
    return [Fact(tr("Loss on a general text"), number, said)]


def _perplexity(value: float) -> str:
    return words.count(value) if value >= 1000 else numeral(f"{value:.2f}")


def _row(each: RowJudged) -> RowView:
    return RowView(
        row=tr("row {row}", row=words.count(each.row)),
        question=each.question,
        base=_said(each.base),
        tuned=_said(each.tuned),
        expected=each.expected,
        base_right=None if each.base is None else each.base.strip() == each.expected.strip(),
        tuned_right=None if each.tuned is None else each.tuned.strip() == each.expected.strip(),
        losses=tr("loss {before} → {after}", before=words.loss(each.before), after=words.loss(each.after)),
    )


def _said(text: str | None) -> str:
    return tr("(not asked)") if text is None else text.strip() or tr("(nothing)")


def _table(found: Confusion) -> TableView:
    """The labels with the most rows; columns for them and one for every other answer."""
    labels = found.labels[:-1]
    shown = min(len(labels), MOST_LABELS)
    counts = tuple((*row[:shown], sum(row[shown:])) for row in found.counts[:shown])
    left = len(labels) - shown
    note = tr("{number} more labels have fewer rows.", number=left) if left else ""
    return TableView(labels[:shown], (*labels[:shown], tr("other")), counts, note)
