"""How a run goes, in one sentence, and the line below it."""

from __future__ import annotations

import time

import numpy as np

from studio.api import RunState, RunStory
from studio.job import TrainJob
from ui.state.curves import Trend, finish_between
from ui.state.happened import problem_of
from ui.state.outcome import outcome
from ui.state.words import about_duration, ago, clock_from, clock_range, count, counted, loss

_SHORT_AGO = 600.0
"""Seconds for which a restart is the news."""


def is_ending(story: RunStory, state: RunState) -> bool:
    """Whether the updates are over and the rest is being done."""
    return bool(story.update) and story.stage in ("saving", "answering") and state in ("starting", "running")


_READY = {
    "importing": "starting the training program",
    "reading data": "reading the rows",
    "loading model": "loading the model",
    "measuring": "measuring what an update needs",
    "planning": "planning the updates",
    "checking": "checking the split",
    "answering": "answering held-out rows",
    "training": "making the first update",
    "evaluating": "checking it on held-out rows",
    "saving": "saving",
}


def headline(story: RunStory, state: RunState, job: TrainJob, now: float, trend_now: Trend) -> str:
    """How it goes, in one sentence."""
    name, here = job.name, f"at update {count(story.update)}"
    if is_ending(story, state):
        doing = "answering held-out rows" if story.stage == "answering" else "saving the result"
        return f"{name} {'has made its last update' if story.update >= story.updates else 'is stopping'}: {doing}"
    match state:
        case "queued":
            return f"{name} is next in line"
        case "starting":
            return _starting(story, name)
        case "running":
            return _running(story, name, now, trend_now)
        case "paused":
            return f"{name} is paused {here}"
        case "recovering":
            return f"{name} stopped for a moment and will go on by itself"
        case "finished":
            morning = "Good morning. " if 4 <= time.localtime(now).tm_hour < 11 else ""
            learned = outcome(story).learned
            end = "" if learned is None else ", and it learned" if learned else ", but it did not learn"
            return f"{morning}{name} is finished{end}"
        case "stopped":
            return _stopped(story, name, here)
        case "failed":
            title = problem_of(story)[0].rstrip(".")
            short = title and len(name) + len(title) <= 52
            return f"{name} could not go on: {_inside(title)}" if short else f"{name} could not go on"
        case "interrupted":
            return f"{name} was interrupted {here}" if story.update else f"{name} was interrupted before it began"


def _stopped(story: RunStory, name: str, here: str) -> str:
    cancelled = story.ended is not None and story.ended.outcome == "cancelled"
    if not story.update:
        return f"{name} was {'cancelled' if cancelled else 'stopped by you'} before the first update"
    return (
        f"{name} was cancelled {here}" if cancelled else f"{name} was stopped by you {here}; everything so far is kept"
    )


def _inside(title: str) -> str:
    """A title as it stands in the middle of a sentence."""
    first = title.split(" ", 1)[0]
    return title[0].lower() + title[1:] if first in ("The", "A", "There", "Row", "No", "It", "Not") else title


def _starting(story: RunStory, name: str) -> str:
    ready = _READY.get(story.stage or "importing", "starting the training program")
    return f"{name} is getting ready{' to go on' if story.update else ''}: {ready}"


def _running(story: RunStory, name: str, now: float, trend_now: Trend) -> str:
    if story.restarts and 0 <= now - story.restarts[-1].at < _SHORT_AGO:
        return f"{name} stopped for a moment and is running again"
    match trend_now:
        case "too early":
            return f"{name} has begun to learn" if story.update else f"{name} is making its first update"
        case "learning":
            return f"{name} is learning well"
        case "flat":
            return f"{name} has learned little so far"
        case "rising":
            return f"{name} is running, but its loss is rising"
        case "by heart":
            return f"{name} is learning its rows by heart"
        case "not a number":
            return f"{name} is running, but its loss is not a number"


_ADVICE: dict[Trend, str] = {
    "flat": "A higher learning rate or more updates may help.",
    "rising": "A smaller learning rate usually helps.",
    "by heart": "Its loss on held-out rows rises; stopping now keeps what is there.",
    "not a number": "Stop it and use a smaller learning rate.",
}


def below(story: RunStory, state: RunState, finish: tuple[float, float] | None, now: float, trend_now: Trend) -> str:
    saved = f"saved {ago(now - story.checkpoint.at)}" if story.checkpoint else ""
    progress = f"Update {count(story.update)} of {count(story.updates)}"
    match state:
        case "queued":
            return "It starts as soon as the run before it has ended. You can close this window."
        case "starting":
            return f"{f'{progress}.' if story.update else 'This takes a moment.'} It goes on if you close this window."
        case "running" if is_ending(story, state):
            return f"{progress}. This takes a moment; it goes on if you close this window."
        case "running":
            ends = f" Finishes {clock_range(*finish, now)}." if finish else ""
            return f"{progress}.{ends} {_advice(trend_now, saved)}"
        case "paused":
            return f"{progress}, {saved or 'kept in memory'}.{_left(finish, now)}"
        case "recovering":
            return f"{progress}. Nothing to do: it starts again from {last_save(story)}."
        case "finished":
            return _finished(story, now)
        case "stopped":
            if story.update >= story.updates > 0:
                return f"All {counted(story.updates, 'update')} were made."
            return f"{progress}. Continue goes on from {last_save(story)}, exactly as asked."
        case "failed":
            return _failed(story, progress)
        case "interrupted":
            return f"{progress}. The computer or the studio was ended; Continue goes on from {last_save(story)}."


def _failed(story: RunStory, progress: str) -> str:
    if not story.update:
        return "It ended before the first update."
    kept = f"Everything up to {last_save(story)} is kept" if story.checkpoint else "No save was made yet"
    return f"{progress}. {kept}."


def _left(finish: tuple[float, float] | None, now: float) -> str:
    return f" About {about_duration(finish[1] - now)} are left when it goes on." if finish else ""


def _advice(trend_now: Trend, saved: str) -> str:
    return _ADVICE.get(trend_now) or f"Goes on if you close this window{'; ' + saved if saved else ''}."


def _finished(story: RunStory, now: float) -> str:
    size = story.plan.effective_batch_size if story.plan else 0
    exactly = f" of {size} examples ran exactly as asked" if size else ""
    ended = story.ended.at if story.ended else story.last_at or now
    return f"Done at {clock_from(ended, now)}. All {counted(story.update, 'update')}{exactly}."


def last_save(story: RunStory) -> str:
    return f"update {count(story.checkpoint.update)}" if story.checkpoint else "the beginning"


def finish_of(story: RunStory, state: RunState, job: TrainJob, now: float) -> tuple[float, float] | None:
    """Earliest and latest time of the end, as if it went on now."""
    remaining = story.updates - story.update
    if state not in ("running", "paused") or remaining < 0 or is_ending(story, state):
        return None
    checks = sum(each.seconds for each in story.evaluations) / max(story.update, 1) * remaining
    answers = story.before.seconds if story.before and job.data.score_answers else 0.0
    left = finish_between(np.array(story.curves.seconds[-200:]), remaining, checks + answers)
    return (now + left[0], now + left[1]) if left else None


def twin(story: RunStory, finish: tuple[float, float] | None, now: float, trend_now: Trend) -> str:
    if not story.curves.train_loss:
        return "No update was made yet."
    going: dict[Trend, str] = {
        "learning": ", falling",
        "by heart": ", falling",
        "rising": ", rising",
        "flat": ", hardly changing",
    }
    held_out = f"; on held-out rows {loss(story.eval_loss)}" if story.evaluations else ""
    ends = f"; finishes {clock_range(*finish, now)}" if finish else ""
    newest = story.curves.train_loss[-1]
    return (
        f"Loss {loss(newest)}{going.get(trend_now, '')}{held_out}; "
        f"update {count(story.update)} of {count(story.updates)}{ends}"
    )
