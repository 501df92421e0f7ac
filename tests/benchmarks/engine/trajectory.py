"""Whether two trainers walk the same way: their losses, update by update, from the same weights and rows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tests.benchmarks.engine.figures import Update

EVERY = 10
MOST_DIFFERENCE = 0.01


class Trajectory(msgspec.Struct, frozen=True, kw_only=True):
    """Losses at every tenth update, and the last one."""

    updates: tuple[int, ...]
    ours: tuple[float, ...]
    theirs: tuple[float, ...]
    largest_difference: float
    """Of ours from theirs, by theirs."""
    same_tokens: bool
    """Whether every update learnt from as many tokens, real and targets."""

    @property
    def reached(self) -> bool:
        """Whether they walk the same way."""
        return self.same_tokens and self.largest_difference <= MOST_DIFFERENCE


def compare(ours: Sequence[Update], theirs: Sequence[Update]) -> Trajectory:
    """Both trajectories beside each other. Raises ValueError where one lacks losses."""
    pairs = list(zip(ours, theirs, strict=True))
    shown = [pair for pair in pairs if pair[0].update % EVERY == 0 or pair[0].update == len(pairs)]
    if not shown or any(each.loss is None for pair in shown for each in pair):
        raise ValueError("A run without losses cannot be compared.")
    losses = [(float(mine.loss or 0), float(other.loss or 0)) for mine, other in shown]
    return Trajectory(
        updates=tuple(mine.update for mine, _ in shown),
        ours=tuple(mine for mine, _ in losses),
        theirs=tuple(other for _, other in losses),
        largest_difference=max(abs(mine - other) / abs(other) for mine, other in losses),
        same_tokens=all((mine.tokens, mine.targets) == (other.tokens, other.targets) for mine, other in pairs),
    )
