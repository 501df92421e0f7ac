"""The numbers behind the plots of the Run page, each small one with its meaning in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.api import RunStory
from studio.job import TrainJob
from ui.state.curves import Floats, not_finite, shape_in_words
from ui.state.happened import memory_caption
from ui.state.words import count, rate

SMALL_CURVES = (("Learning rate", 0), ("Gradient norm", 3), ("Tokens per second", 2), ("Memory, GiB", 1))
"""Titles of the small plots and their colours, by the place in the list of colours for runs."""


@dataclass(frozen=True)
class SmallCurve:
    """One of the small plots: its numbers by update, the newest in words, and what they mean."""

    title: str
    now: str
    values: Floats
    caption: str


@dataclass(frozen=True)
class CurveView:
    """The numbers behind the plots; made anew only when there are new ones."""

    losses: Floats
    skipped: Floats
    """Updates in which no row had anything to learn."""
    held_out: list[tuple[int, float]]
    planned_updates: int


def curves_of(story: RunStory) -> CurveView:
    """The numbers behind the loss plot."""
    losses, rates = np.array(story.curves.train_loss), np.array(story.curves.learning_rate)
    missing = not_finite(losses, 1, len(losses))
    skipped = missing[~np.isfinite(rates[missing.astype(int) - 1])]
    checked = [(each.update, each.eval_loss) for each in story.evaluations]
    return CurveView(losses, skipped, checked, story.updates)


def small_curves_of(story: RunStory, job: TrainJob) -> tuple[SmallCurve, ...]:
    """The small plots, in the order of `SMALL_CURVES`, with captions in words."""
    curves = story.curves
    rates, norms = np.array(curves.learning_rate), np.array(curves.grad_norm)
    speeds, peaks = np.array(curves.tokens_per_second), np.array(curves.peak_bytes) / 1024**3
    ends = "stays as it is" if job.learning.schedule == "constant" else "falls to zero by the end"
    now = {
        "Learning rate": rate(rates[-1]) if len(rates) and np.isfinite(rates[-1]) else "–",
        "Gradient norm": f"{_last(norms):.2f}" if len(norms) else "–",
        "Tokens per second": count(_last(speeds)) if len(speeds) else "–",
        "Memory, GiB": f"{_last(peaks):.2f}" if len(peaks) else "–",
    }
    captions = (ends, shape_in_words(norms) if len(norms) else "", _speed(story), memory_caption(story))
    series = (rates, norms, speeds, peaks)
    return tuple(
        SmallCurve(title, now[title], values, caption)
        for (title, _), values, caption in zip(SMALL_CURVES, series, captions, strict=True)
    )


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
