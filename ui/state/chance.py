"""Whether two runs differ by more than chance, from what their checks on held-out rows found."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import structs

from ui.state import words
from ui.state.known import KnownRun
from ui.state.tongue import tr

CHECKS = 6
_FEWEST = 3


@dataclass(frozen=True)
class Verdict:
    """What can be said about the two best runs."""

    title: str
    line: str
    certain: bool | None
    """Whether the difference is larger than chance; None: that cannot be said yet."""


def scatter(losses: Sequence[float]) -> float | None:
    """The standard deviation of one check around the trend of a run; None with fewer than three checks.

    From the last `CHECKS` held-out losses: √(⅔ · mean((yᵢ₋₁ + yᵢ₊₁) / 2 − yᵢ)²), the estimate of Gasser, Sroka and
    Jennen-Steinmetz (1986), in which a straight trend cancels.
    """
    last = losses[-CHECKS:]
    if len(last) < _FEWEST:
        return None
    bends = [(before + after) / 2 - here for before, here, after in zip(last, last[1:], last[2:], strict=False)]
    return math.sqrt(2 / 3 * sum(bend * bend for bend in bends) / len(bends))


def seed_difference(runs: list[KnownRun]) -> float | None:
    """How far apart runs were that differ only in their random seed: the largest such difference, None without any."""
    lowest: dict[bytes, list[float]] = {}
    for run in runs:
        if run.brief.best_eval_loss is not None and run.state == "finished":
            same = structs.replace(run.job, name="", learning=structs.replace(run.job.learning, seed=0))
            lowest.setdefault(repr(same).encode(), []).append(run.brief.best_eval_loss)
    apart = [max(losses) - min(losses) for losses in lowest.values() if len(losses) > 1]
    return max(apart, default=None)


def verdict(first: KnownRun, second: KnownRun, every: list[KnownRun]) -> Verdict | None:
    """The best against the second best of several runs; None where one of them was never checked.

    The test: the difference of the lowest held-out losses against twice √(s₁² + s₂²), where s is `scatter` of each run
    (a z-test at about 5 %), and against `seed_difference` among all runs where there is one; it has to exceed both.
    The same held-out rows are behind both losses, so which rows they are adds nothing to the difference.
    """
    if first.story is None or second.story is None or not first.story.best or not second.story.best:
        return None
    one, other = first.story.best.eval_loss, second.story.best.eval_loss
    found = tr(
        "{one} against {other}: {apart} apart", one=_loss(one), other=_loss(other), apart=_loss(abs(other - one))
    )
    spreads = [scatter([each.eval_loss for each in run.story.evaluations]) for run in (first, second) if run.story]
    seeds = seed_difference(every)
    known = [each for each in spreads if each is not None]
    if seeds is None and len(known) < 2:
        return Verdict(
            tr("Whether the first two really differ cannot be said yet"),
            tr("{found}. It takes three checks on held-out rows in each run to know how much is chance.", found=found),
            certain=None,
        )
    by_checks = 2 * math.hypot(*known) if len(known) == 2 else 0.0
    reason = tr("from one check to the next, chance moves this difference by up to {much}", much=_loss(by_checks))
    if seeds is not None and seeds >= by_checks:
        reason = tr("two runs that differ only in their random seed were {much} apart", much=_loss(seeds))
    certain = abs(other - one) > max(by_checks, seeds or 0.0)
    return Verdict(
        tr("{name} is better by more than chance", name=first.title)
        if certain
        else tr("The difference between the first two is no larger than chance"),
        tr("{found}; {reason}.", found=found, reason=reason),
        certain,
    )


def _loss(value: float) -> str:
    return words.loss(value)
