"""What the New run page is told to show: plain values, made anew for every look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ui.state.data_problems import ProblemGroup
from ui.state.memory import MemoryView

Tone = Literal["ok", "warn", "bad", "mut"]


@dataclass(frozen=True)
class Badge:
    """The word at the right of a card's title."""

    icon: str
    words: str
    tone: Tone


@dataclass(frozen=True)
class ModelView:
    """Card 1."""

    badge: Badge
    name: str
    detail: str
    note: str
    note_tone: Tone
    share: float | None = None
    """Of a download that runs."""


@dataclass(frozen=True)
class DataView:
    """Card 2."""

    badge: Badge
    name: str
    detail: str
    found: str
    """What the rows were read as and how sure that is."""
    columns: tuple[str, ...]
    """All of the file; none: there is nothing to choose from."""
    reads: tuple[str, ...]
    writes: str
    """Empty: the shape says by itself what is read and what is learnt."""
    separator: str
    encoding: str
    """As chosen; empty: as found."""
    chosen_by_hand: bool
    preview: tuple[str, str, str] | None
    """Which row, what the model reads, what it learns to write."""
    counts: str
    counts_icon: str
    counts_tone: Tone
    cut: str
    problems_title: str
    problems: tuple[ProblemGroup, ...]
    problems_note: str
    skipped: str
    """How many rows the user left out."""
    problem: tuple[str, str]
    """Title and hint where the file cannot be used at all."""
    reading: str
    """How far reading has come; empty: it has ended."""
    share: float | None
    """Of the reading; None: not known."""
    can_look: bool
    """Whether rows can be shown as the model will see them."""


@dataclass(frozen=True)
class LearningView:
    """Card 3."""

    badge: Badge
    batch: str
    batch_problem: str
    method: str
    passes: tuple[tuple[float, str], ...]
    epochs: float
    rates: tuple[tuple[float | None, str, str], ...]
    learning_rate: float | None


@dataclass(frozen=True)
class Tile:
    """A number of the equation with two words under it."""

    number: str
    first: str
    second: str


@dataclass(frozen=True)
class AlternativeView:
    """A split to choose."""

    name: str
    """As the planner calls it."""
    title: str
    short_equation: str
    ends: str
    price: str
    chosen: bool


@dataclass(frozen=True)
class WayOut:
    """Something that would make it fit."""

    key: str
    title: str
    sentence: str
    needs: str
    button: str


@dataclass(frozen=True)
class MeasureView:
    """Beside the estimate: a button that measures, how far that is, or why there is none."""

    button: str = ""
    """Empty: it is not offered."""
    said: str = ""
    """In place of what stands below the estimate."""
    share: float = 0.0
    is_running: bool = False


@dataclass(frozen=True)
class PlanView:
    """The right side. Without tiles there is no plan yet, and `headline` says what is missing."""

    icon: str
    tone: Tone
    headline: str
    sentence: str
    tiles: tuple[Tile, ...] = ()
    operators: tuple[str, ...] = ()
    gpus: tuple[tuple[str, str], ...] = ()
    """How many cards may share the work, each with what to call it; none where there is one card at most."""
    gpus_chosen: str = ""
    memory: MemoryView | None = None
    finish: str = ""
    finish_detail: str = ""
    estimate: str = ""
    estimate_detail: str = ""
    measure: MeasureView = MeasureView()
    reasons: tuple[str, ...] = ()
    doubts_first_reason: bool = False
    """Whether the first of them speaks against the choice."""
    alternatives: tuple[AlternativeView, ...] = ()
    ways_title: str = ""
    ways_out: tuple[WayOut, ...] = ()


@dataclass(frozen=True)
class StartStrip:
    """Left of the button: what will happen, or why not yet."""

    title: str
    line: str
    icon: str
    can_start: bool


@dataclass(frozen=True)
class NewRunView:
    """Everything the page shows."""

    headline: str
    line: str
    model: ModelView
    data: DataView
    learning: LearningView
    plan: PlanView
    start: StartStrip
