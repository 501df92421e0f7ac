"""The numbers behind the plots of the Run page, each small one with its meaning in words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from studio.api import RunStory
from studio.job import TrainJob
from ui.state.curves import Floats, not_finite, shape_in_words
from ui.state.gauges import card_curves
from ui.state.happened import memory_caption
from ui.state.words import count, rate

SMALL_CURVES = (
    ("Learning rate", 0),
    ("Gradient norm", 3),
    ("Tokens per second", 2),
    ("Memory, GiB", 1),
    ("Card at work", 0),
)
"""Titles of the small plots and their colours, by the place in the list of colours for runs."""


@dataclass(frozen=True)
class SmallCurve:
    """One of the small plots: its numbers by update, the newest in words, and what they mean."""

    title: str
    now: str
    values: Floats
    caption: str
    say: Callable[[float], str]
    """A number of it in words."""
    beside: Floats | None = None
    """(updates,) a second number on the same axis, drawn dashed."""


@dataclass(frozen=True)
class CurveView:
    """The numbers behind the plots; made anew only when there are new ones."""

    losses: Floats
    skipped: Floats
    """Updates in which no row had anything to learn."""
    held_out: list[tuple[int, float]]
    planned_updates: int
    saves: Floats
    """Updates after which a checkpoint was saved."""
    at_work: bool = True
    """Whether more updates follow."""


def curves_of(story: RunStory, *, at_work: bool = True) -> CurveView:
    """The numbers behind the loss plot."""
    losses = np.array(story.curves.train_loss)
    missing = not_finite(losses, 1, len(losses))
    rates = np.array([story.curves.learning_rate[int(update) - 1] for update in missing])
    skipped = missing[~np.isfinite(rates)]
    skipped = np.setdiff1d(skipped, story.bad_numbers)
    checked = [(each.update, each.eval_loss) for each in story.evaluations]
    return CurveView(losses, skipped, checked, story.updates, np.array(story.saves, float), at_work)


def small_curves_of(story: RunStory, job: TrainJob) -> tuple[SmallCurve, ...]:
    """The small plots, in the order of `SMALL_CURVES`, with captions in words; the last where a card was measured."""
    curves = story.curves
    rates, norms = np.array(curves.learning_rate), np.array(curves.grad_norm)
    speeds, peaks = np.array(curves.tokens_per_second), np.array(curves.peak_bytes) / 1024**3
    ends = "stays as it is" if job.learning.schedule == "constant" else "falls to zero by the end"
    captions = (ends, shape_in_words(norms) if len(norms) else "", _speed(story), memory_caption(story))
    sayings: tuple[Callable[[float], str], ...] = (rate, "{:.2f}".format, count, "{:.2f}".format)
    newest = (rates[-1] if len(rates) else math.nan, *(_last(each) for each in (norms, speeds, peaks)))
    made = [
        SmallCurve(title, say(now) if len(values) and math.isfinite(now) else "–", values, words, say)
        for (title, _), now, values, words, say in zip(
            SMALL_CURVES, newest, (rates, norms, speeds, peaks), captions, sayings, strict=False
        )
    ]
    if (card := card_curves(story)) is not None:
        made.append(SmallCurve(SMALL_CURVES[-1][0], card.now, card.load, card.caption, _percent_sign, card.celsius))
    return tuple(made)


def _percent_sign(value: float) -> str:
    return f"{value:.0f} %"


def _last(values: Floats) -> float:
    recent = values[-20:]
    recent = recent[np.isfinite(recent)]
    return float(recent[-1]) if len(recent) else 0.0


def _speed(story: RunStory) -> str:
    """The speed beside the planned one."""
    seconds = np.array(story.curves.seconds[-200:])
    seconds = seconds[np.isfinite(seconds)]
    if len(seconds) < 3 or story.plan is None or story.plan.seconds_per_update <= 0:
        return "" if len(seconds) < 3 else "steady"
    ratio = float(np.median(seconds)) / story.plan.seconds_per_update
    if ratio > 1.25:
        return "slower than planned"
    return "faster than planned" if ratio < 0.8 else "as planned"


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
