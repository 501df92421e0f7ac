"""What judging a run finds out; kept in the run's folder as `judgement.json`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from studio.judging.statistics import Comparison, Confusion
from studio.runs.folder import RunFolder

FORMAT = 1


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """How a model answered held-out rows."""

    rows: int
    exact: int
    """Word for word as expected."""
    normalised: int
    """The same but for capitals, spaces and punctuation at the ends."""
    confusion: Confusion | None
    """Where answers are labels."""


class RowJudged(msgspec.Struct, frozen=True, kw_only=True):
    """A held-out row with both models' losses, and their answers where it was answered."""

    row: int
    """As the user counts rows."""
    question: str
    expected: str
    before: float
    """Loss in nats per target token, of the base model."""
    after: float
    base: str | None = None
    """What the base model answered. None: it was not asked."""
    tuned: str | None = None


Kind = Literal["learned", "learned, then overfitted", "overfitted", "did nothing", "harmed", "not known"]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run, in words."""

    kind: Kind
    sentence: str
    reasons: tuple[str, ...]
    """Why, each with its numbers."""
    hint: str = ""
    forgot: bool | None = None
    """Whether it knows general text worse than before. None: not known."""


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """Base and tuned model compared."""

    verdict: Verdict
    held_out: Comparison | None
    general: Comparison | None
    """On a text that has nothing to do with the rows: what was forgotten."""
    base: Scored | None
    tuned: Scored | None
    best: tuple[RowJudged, ...]
    """Rows that got better the most."""
    worst: tuple[RowJudged, ...]
    """Rows that the tuned model knows least."""
    samples: tuple[RowJudged, ...]
    """The first rows, side by side."""
    update: int
    """After which the weights were taken."""
    device: str
    seconds: float
    format: int = FORMAT


def judgement_file(run: RunFolder) -> Path:
    """Where it is kept."""
    return run.path / "judgement.json"


def read_judgement(run: RunFolder) -> Judgement | None:
    """The last one; None where there is none, or one of another version."""
    try:
        found = msgspec.json.decode(judgement_file(run).read_bytes(), type=Judgement)
    except (OSError, msgspec.DecodeError):
        return None
    return found if found.format == FORMAT else None
