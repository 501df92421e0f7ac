"""How a run goes, in one sentence, and the line below it."""

from __future__ import annotations

import time

import numpy as np

from studio.api import RunState, RunStory
from studio.job import TrainJob
from ui.state.curves import Trend, finish_between
from ui.state.happened import problem_of
from ui.state.outcome import outcome
from ui.state.tongue import QT_TR_NOOP, tr
from ui.state.words import about_duration, ago, clock_from, clock_range, count, counted, loss

_SHORT_AGO = 600.0
"""Seconds for which a restart is the news."""


def is_ending(story: RunStory, state: RunState) -> bool:
    """Whether the updates are over and the rest is being done."""
    return bool(story.update) and story.stage in ("saving", "answering") and state in ("starting", "running")


_READY = {
    "importing": QT_TR_NOOP("starting the training program"),
    "reading data": QT_TR_NOOP("reading the rows"),
    "loading model": QT_TR_NOOP("loading the model"),
    "measuring": QT_TR_NOOP("measuring what an update needs"),
    "planning": QT_TR_NOOP("planning the updates"),
    "checking": QT_TR_NOOP("checking the split"),
    "answering": QT_TR_NOOP("answering held-out rows"),
    "training": QT_TR_NOOP("making the first update"),
    "evaluating": QT_TR_NOOP("checking it on held-out rows"),
    "saving": QT_TR_NOOP("saving"),
}


def headline(story: RunStory, state: RunState, job: TrainJob, now: float, trend_now: Trend) -> str:
    """How it goes, in one sentence."""
    name, at = job.name, count(story.update)
    if is_ending(story, state):
        doing = tr("answering held-out rows") if story.stage == "answering" else tr("saving the result")
        ending = tr("{name} has made its last update: {doing}", name=name, doing=doing)
        return ending if story.update >= story.updates else tr("{name} is stopping: {doing}", name=name, doing=doing)
    match state:
        case "queued":
            return tr("{name} is next in line", name=name)
        case "starting":
            return _starting(story, name)
        case "running":
            return _running(story, name, now, trend_now)
        case "paused":
            return tr("{name} is paused at update {at}", name=name, at=at)
        case "recovering":
            return tr("{name} stopped for a moment and will go on by itself", name=name)
        case "finished":
            morning = tr("Good morning. ") if 4 <= time.localtime(now).tm_hour < 11 else ""
            return morning + _ended(name, outcome(story).learned)
        case "stopped":
            return _stopped(story, name, at)
        case "failed":
            title = problem_of(story)[0].rstrip(".")
            short = title and len(name) + len(title) <= 52
            why = tr("{name} could not go on: {why}", name=name, why=_inside(title)) if short else ""
            return why or tr("{name} could not go on", name=name)
        case "interrupted":
            if not story.update:
                return tr("{name} was interrupted before it began", name=name)
            return tr("{name} was interrupted at update {at}", name=name, at=at)


def _ended(name: str, learned: bool | None) -> str:
    if learned is None:
        return tr("{name} is finished", name=name)
    if learned:
        return tr("{name} is finished, and it learned", name=name)
    return tr("{name} is finished, but it did not learn", name=name)


def _stopped(story: RunStory, name: str, at: str) -> str:
    cancelled = story.ended is not None and story.ended.outcome == "cancelled"
    if not story.update:
        early = tr("{name} was cancelled before the first update", name=name)
        return early if cancelled else tr("{name} was stopped by you before the first update", name=name)
    if cancelled:
        return tr("{name} was cancelled at update {at}", name=name, at=at)
    return tr("{name} was stopped by you at update {at}; everything so far is kept", name=name, at=at)


def _inside(title: str) -> str:
    """A title as it stands in the middle of a sentence."""
    first = title.split(" ", 1)[0]
    return title[0].lower() + title[1:] if first in ("The", "A", "There", "Row", "No", "It", "Not") else title


def _starting(story: RunStory, name: str) -> str:
    ready = tr(_READY.get(story.stage or "importing", _READY["importing"]))
    if story.update:
        return tr("{name} is getting ready to go on: {doing}", name=name, doing=ready)
    return tr("{name} is getting ready: {doing}", name=name, doing=ready)


def _running(story: RunStory, name: str, now: float, trend_now: Trend) -> str:
    if story.restarts and 0 <= now - story.restarts[-1].at < _SHORT_AGO:
        return tr("{name} stopped for a moment and is running again", name=name)
    match trend_now:
        case "too early":
            begun = tr("{name} has begun to learn", name=name)
            return begun if story.update else tr("{name} is making its first update", name=name)
        case "learning":
            return tr("{name} is learning well", name=name)
        case "flat":
            return tr("{name} has learned little so far", name=name)
        case "rising":
            return tr("{name} is running, but its loss is rising", name=name)
        case "by heart":
            return tr("{name} is learning its rows by heart", name=name)
        case "not a number":
            return tr("{name} is running, but its loss is not a number", name=name)


_ADVICE: dict[Trend, str] = {
    "flat": QT_TR_NOOP("A higher learning rate or more updates may help."),
    "rising": QT_TR_NOOP("A smaller learning rate usually helps."),
    "by heart": QT_TR_NOOP("Its loss on held-out rows rises; stopping now keeps what is there."),
    "not a number": QT_TR_NOOP("Stop it and use a smaller learning rate."),
}


def below(story: RunStory, state: RunState, finish: tuple[float, float] | None, now: float, trend_now: Trend) -> str:
    saved = tr("saved {ago}", ago=ago(now - story.checkpoint.at)) if story.checkpoint else ""
    progress = tr("Update {update} of {updates}", update=count(story.update), updates=count(story.updates))
    match state:
        case "queued":
            return tr("It starts as soon as the run before it has ended. You can close this window.")
        case "starting":
            return _begins(progress if story.update else "")
        case "running" if is_ending(story, state):
            return tr("{progress}. This takes a moment; it goes on if you close this window.", progress=progress)
        case "running":
            done = tr("{progress}.", progress=progress)
            return f"{done}{_ends(finish, now)} {_advice(trend_now, saved)}"
        case "paused":
            return tr("{progress}, {saved}.", progress=progress, saved=saved or tr("kept in memory")) + _left(
                finish, now
            )
        case "recovering":
            return tr(
                "{progress}. Nothing to do: it starts again from {save}.", progress=progress, save=last_save(story)
            )
        case "finished":
            return _finished(story, now)
        case "stopped":
            if story.update >= story.updates > 0:
                return tr("All {updates} were made.", updates=counted(story.updates, "update"))
            return tr(
                "{progress}. Continue goes on from {save}, exactly as asked.",
                progress=progress,
                save=last_save(story),
            )
        case "failed":
            return _failed(story, progress)
        case "interrupted":
            return tr(
                "{progress}. The computer or the studio was ended; Continue goes on from {save}.",
                progress=progress,
                save=last_save(story),
            )


def _begins(progress: str) -> str:
    if not progress:
        return tr("This takes a moment. It goes on if you close this window.")
    return tr("{progress}. It goes on if you close this window.", progress=progress)


def _failed(story: RunStory, progress: str) -> str:
    if not story.update:
        return tr("It ended before the first update.")
    kept = (
        tr("Everything up to {save} is kept", save=last_save(story)) if story.checkpoint else tr("No save was made yet")
    )
    return tr("{progress}. {kept}.", progress=progress, kept=kept)


def _ends(finish: tuple[float, float] | None, now: float) -> str:
    return " " + tr("Finishes {when}.", when=clock_range(*finish, now)) if finish else ""


def _left(finish: tuple[float, float] | None, now: float) -> str:
    return " " + tr("About {time} are left when it goes on.", time=about_duration(finish[1] - now)) if finish else ""


def _advice(trend_now: Trend, saved: str) -> str:
    if trend_now in _ADVICE:
        return tr(_ADVICE[trend_now])
    if saved:
        return tr("Goes on if you close this window; {saved}.", saved=saved)
    return tr("Goes on if you close this window.")


def _finished(story: RunStory, now: float) -> str:
    size = story.plan.effective_batch_size if story.plan else 0
    exactly = tr(" of {size} examples ran exactly as asked", size=size) if size else ""
    if rest := _left_for_the_last(story, size):
        exactly += tr("; the last of each pass has {rest}", rest=rest)
    ended = story.ended.at if story.ended else story.last_at or now
    if story.update < story.updates:
        stopped = tr(
            "{update} of {updates}{exactly}",
            update=count(story.update),
            updates=counted(story.updates, "update"),
            exactly=exactly,
        )
        return tr(
            "Done at {ended}, early: the held-out loss no longer fell. {stopped}.",
            ended=clock_from(ended, now),
            stopped=stopped,
        )
    return tr(
        "Done at {ended}. All {updates}{exactly}.",
        ended=clock_from(ended, now),
        updates=counted(story.update, "update"),
        exactly=exactly,
    )


def _left_for_the_last(story: RunStory, size: int) -> int:
    """Examples of the last update of a pass, where there was one and it had fewer than the others; else 0."""
    if not size or story.data is None or story.update < story.updates_per_epoch:
        return 0
    return story.data.rows % size


def last_save(story: RunStory) -> str:
    return tr("update {update}", update=count(story.checkpoint.update)) if story.checkpoint else tr("the beginning")


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
        return tr("No update was made yet.")
    going: dict[Trend, str] = {
        "learning": tr(", falling"),
        "by heart": tr(", falling"),
        "rising": tr(", rising"),
        "flat": tr(", hardly changing"),
    }
    held_out = tr("; on held-out rows {eval_loss}", eval_loss=loss(story.eval_loss)) if story.evaluations else ""
    ends = tr("; finishes {finish}", finish=clock_range(*finish, now)) if finish else ""
    newest = story.curves.train_loss[-1]
    return tr(
        "Loss {newest}{trend_now}{held_out}; update {update} of {updates}{ends}",
        newest=loss(newest),
        trend_now=going.get(trend_now, ""),
        held_out=held_out,
        update=count(story.update),
        updates=count(story.updates),
        ends=ends,
    )
