"""What was measured at every update of a run, in columns: a run may have a million."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from studio.events import UpdateFinished


def _series() -> array[float]:
    return array("d")


@dataclass
class Curves:
    """One value per update, index 0 for update 1; NaN where there was none."""

    train_loss: array[float] = field(default_factory=_series)
    learning_rate: array[float] = field(default_factory=_series)
    grad_norm: array[float] = field(default_factory=_series)
    tokens_per_second: array[float] = field(default_factory=_series)
    peak_bytes: array[float] = field(default_factory=_series)
    seconds: array[float] = field(default_factory=_series)
    at: array[float] = field(default_factory=_series)
    cuts: int = field(default=0, compare=False)
    """How often updates that were known were taken back: else the series only grow."""

    def _all(self) -> tuple[array[float], ...]:
        return (
            self.train_loss,
            self.learning_rate,
            self.grad_norm,
            self.tokens_per_second,
            self.peak_bytes,
            self.seconds,
            self.at,
        )

    def cut(self, updates: int) -> None:
        """Forget everything after this many updates: a newer attempt repeats them."""
        if updates < len(self.train_loss):
            self.cuts += 1
            for series in self._all():
                del series[updates:]

    def add(self, events: Sequence[UpdateFinished]) -> None:
        """Put updates that follow each other in their places, a column at a time."""
        before = events[0].update - 1
        self.cut(before)
        nan = math.nan
        columns: tuple[list[float], ...] = (
            [nan if each.train_loss is None else each.train_loss for each in events],
            [each.learning_rate for each in events],
            [nan if each.grad_norm is None else each.grad_norm for each in events],
            [each.num_tokens / each.seconds if each.seconds else nan for each in events],
            [each.peak_bytes for each in events],
            [each.seconds for each in events],
            [each.at for each in events],
        )
        for series, new in zip(self._all(), columns, strict=True):
            series.extend([nan] * (before - len(series)))
            series.fromlist(new)


def follow_each_other(events: Sequence[UpdateFinished]) -> bool:
    """Whether each is the update after the one before it."""
    first = events[0].update
    return [each.update for each in events] == list(range(first, first + len(events)))
