"""The numbers behind the plots of the Run page, each small one with its meaning in words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from studio.api import RunStory
from studio.job import TrainJob
from ui.state.curves import Floats, shape_in_words
from ui.state.gauges import card_curves
from ui.state.long_curve import LongCurve
from ui.state.tongue import QT_TR_NOOP, numeral, tr
from ui.state.words import GIB, count, gib, rate

SMALL_CURVES = (
    (QT_TR_NOOP("Learning rate"), 0),
    (QT_TR_NOOP("Gradient norm"), 3),
    (QT_TR_NOOP("Tokens per second"), 2),
    (QT_TR_NOOP("Memory, GiB"), 1),
    (QT_TR_NOOP("Card at work"), 0),
)
"""Titles of the small plots and their colours, by the place in the list of colours for runs."""


@dataclass(frozen=True)
class SmallCurve:
    """One of the small plots: its numbers by update, the newest in words, and what they mean."""

    title: str
    now: str
    values: LongCurve
    caption: str
    say: Callable[[float], str]
    """A number of it in words."""
    beside: LongCurve | None = None
    """A second number on the same axis, drawn dashed."""


@dataclass(frozen=True)
class CurveView:
    """The numbers behind the plots; made anew only when there are new ones."""

    losses: LongCurve
    skipped: Floats
    """Updates in which no row had anything to learn."""
    held_out: list[tuple[int, float]]
    planned_updates: int
    saves: Floats
    """Updates after which a checkpoint was saved."""
    at_work: bool = True
    """Whether more updates follow."""


class KeptCurves:
    """The curves of a run as they were last seen, so that only what is new is worked out."""

    def __init__(self) -> None:
        self._seen: tuple[RunStory, int] | None = None

    def look_at(self, story: RunStory) -> None:
        """Begin anew where it is another run or updates were taken back."""
        if self._seen is None or self._seen[0] is not story or self._seen[1] != story.curves.cuts:
            self._seen = (story, story.curves.cuts)
            self.losses, self.rates, self.norms, self.speeds = (LongCurve() for _ in range(4))
            self.gibibytes = LongCurve(GIB)

    def read_on(self, story: RunStory) -> None:
        """Take in what is new of all of them: of a long run that is still being read a part at a time."""
        self.look_at(story)
        curves = story.curves
        self.losses.follow(curves.train_loss)
        self.rates.follow(curves.learning_rate)
        self.norms.follow(curves.grad_norm)
        self.speeds.follow(curves.tokens_per_second)
        self.gibibytes.follow(curves.peak_bytes)


def curves_of(story: RunStory, kept: KeptCurves | None = None, *, at_work: bool = True) -> CurveView:
    """The numbers behind the loss plot."""
    kept = kept or KeptCurves()
    kept.look_at(story)
    losses = kept.losses.follow(story.curves.train_loss)
    missing = losses.missing
    rates = np.array([story.curves.learning_rate[int(update) - 1] for update in missing])
    skipped = missing[~np.isfinite(rates)]
    skipped = np.setdiff1d(skipped, story.bad_numbers)
    checked = [(each.update, each.eval_loss) for each in story.evaluations]
    return CurveView(losses, skipped, checked, story.updates, np.array(story.saves, float), at_work)


def small_curves_of(story: RunStory, job: TrainJob, kept: KeptCurves | None = None) -> tuple[SmallCurve, ...]:
    """The small plots, in the order of `SMALL_CURVES`, with captions in words; the last where a card was measured."""
    kept = kept or KeptCurves()
    kept.read_on(story)
    rates, norms, speeds, peaks = kept.rates, kept.norms, kept.speeds, kept.gibibytes
    ends = tr("stays as it is") if job.learning.schedule == "constant" else tr("falls to zero by the end")
    captions = (ends, shape_in_words(norms.values) if len(norms) else "", _speed(story), _memory_caption(story))
    sayings: tuple[Callable[[float], str], ...] = (rate, _two_decimals, count, _two_decimals)
    newest = (rates.values[-1] if len(rates) else math.nan, *(_last(each.values) for each in (norms, speeds, peaks)))
    made = [
        SmallCurve(tr(title), say(now) if len(values) and math.isfinite(now) else "–", values, words, say)
        for (title, _), now, values, words, say in zip(
            SMALL_CURVES, newest, (rates, norms, speeds, peaks), captions, sayings, strict=False
        )
    ]
    if (card := card_curves(story)) is not None:
        load, heat = LongCurve().follow(card.load), LongCurve().follow(card.celsius)
        made.append(SmallCurve(tr(SMALL_CURVES[-1][0]), card.now, load, card.caption, _percent_sign, heat))
    return tuple(made)


def _two_decimals(value: float) -> str:
    return numeral(f"{value:.2f}")


def _percent_sign(value: float) -> str:
    return tr("{number} %", number=round(value))


def _last(values: Floats) -> float:
    recent = values[-20:]
    recent = recent[np.isfinite(recent)]
    return float(recent[-1]) if len(recent) else 0.0


def _speed(story: RunStory) -> str:
    """The speed beside the planned one."""
    seconds = np.array(story.curves.seconds[-200:])
    seconds = seconds[np.isfinite(seconds)]
    if len(seconds) < 3 or story.plan is None or story.plan.seconds_per_update <= 0:
        return "" if len(seconds) < 3 else tr("steady")
    ratio = float(np.median(seconds)) / story.plan.seconds_per_update
    if ratio > 1.25:
        return tr("slower than planned")
    return tr("faster than planned") if ratio < 0.8 else tr("as planned")


def table_of(story: RunStory, smoothed: Sequence[float]) -> Iterator[str]:
    """The numbers behind the plots as the lines of a CSV file, one update each; empty where there is none."""
    curves = story.curves
    checked = {each.update: each.eval_loss for each in story.evaluations}
    yield "update,train_loss,smoothed_loss,eval_loss,learning_rate,grad_norm,tokens_per_second,peak_bytes,seconds,at\n"
    if 0 in checked:
        yield f"0,,,{checked[0]!r},,,,,,\n"
    shown = [smoothed[number] if number < len(smoothed) else math.nan for number in range(len(curves.train_loss))]
    series = (curves.learning_rate, curves.grad_norm, curves.tokens_per_second, curves.peak_bytes, curves.seconds)
    copies = [each[:] for each in (*series, curves.at)]  # a restart may cut the run's own while this is read
    for update, (loss, calm, *others) in enumerate(zip(curves.train_loss[:], shown, *copies, strict=True), start=1):
        numbers = (loss, calm, checked.get(update, math.nan), *others)
        yield f"{update},{','.join(repr(each) if math.isfinite(each) else '' for each in numbers)}\n"


def _memory_caption(story: RunStory) -> str:
    """What was predicted and what was free, in GiB."""
    if story.plan is None:
        return ""
    free = max(story.plan.limit_bytes - story.plan.memory.others, 0)
    if story.plan.peak_bytes < 0.005 * GIB:
        return tr("{free} free", free=gib(free, unit=False))
    return tr(
        "{memory} predicted, {free} free", memory=gib(story.plan.peak_bytes, unit=False), free=gib(free, unit=False)
    )
