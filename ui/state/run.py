"""What the Run page shows of one run: sentences, numbers, flags and what can be pressed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from studio.api import RunState, RunStory
from studio.commands import Cancel, Command, Pause, Resume, SampleNow, SaveNow, Stop
from studio.events import AnswersScored
from studio.job import Full, TrainJob
from ui.state.curves import Trend, trend
from ui.state.equation import equation
from ui.state.flags import Flag, flags
from ui.state.happened import Happened, happened, night, problem_of
from ui.state.headline import below, finish_of, headline, is_ending, last_save, twin
from ui.state.kept import Kept, kept
from ui.state.outcome import Fact, Outcome, facts_of, outcome
from ui.state.samples import SampledPrompt, sampled_prompts
from ui.state.tongue import tr
from ui.state.words import clock, count, counted, percent

Layout = Literal["getting ready", "plot", "finished", "story"]
"""Which cards stand on the page."""


@dataclass(frozen=True)
class Action:
    """A button for something that can be asked of the run."""

    command: Command
    words: str
    icon: str
    filled: bool = False
    waiting: str = ""
    """What it says from the press until the run has answered; empty while it can be pressed."""
    keeps: str = ""
    """What it does and what is kept, in a sentence."""
    sure: str = ""
    """What is pressed to do it indeed, where that is asked; empty: it is done at once."""
    rather_not: str = ""


@dataclass(frozen=True)
class Step:
    """One step of getting ready."""

    words: str
    detail: str
    state: Literal["done", "now", "to do"]


@dataclass(frozen=True)
class RunView:
    """Everything the page shows; made anew for every look."""

    name: str
    chip: RunState
    layout: Layout
    headline: str
    below: str
    share: float | None
    percent: str
    equation: str
    twin: str
    """The plot as a sentence."""
    actions: tuple[Action, ...]
    cancel: Action | None
    cancel_question: str
    save_now: Action | None
    sample_now: Action | None
    samples: tuple[SampledPrompt, ...]
    happened: tuple[Happened, ...]
    flags: tuple[Flag, ...]
    steps: tuple[Step, ...]
    kept: tuple[Kept, ...]
    what_to_do: tuple[str, str]
    """Title and sentence."""
    night: tuple[Happened, ...]
    outcome: Outcome | None
    facts: tuple[Fact, ...]
    has_curve: bool
    result_bytes: int
    before: AnswersScored | None
    after: AnswersScored | None


class ShownRun:
    """The run on the page: remembers what was pressed and what was worked out before."""

    def __init__(self, job: TrainJob, clock_now: Callable[[], float] = time.time) -> None:
        self.job = job
        self._clock_now = clock_now
        self._pressed: tuple[Command, RunState] | None = None
        self._beside: dict[type[Command], object] = {}
        """Commands that change no state, with what will be different once they are done."""
        self._trend: Trend = "too early"
        self._judged_at: tuple[int, int] = (-1, -1)

    def press(self, command: Command, state: RunState, story: RunStory | None = None) -> None:
        """Remember that this was asked, until the state changes or the story tells of it."""
        if isinstance(command, SaveNow | SampleNow):
            self._beside[type(command)] = _done_by(type(command), story or RunStory())
        else:
            self._pressed = (command, state)

    def forget_presses(self) -> None:
        """Nothing was asked after all."""
        self._pressed = None
        self._beside.clear()

    def view(self, story: RunStory, state: RunState) -> RunView:
        """The page now."""
        if self._pressed is not None and self._pressed[1] != state:
            self._pressed = None
        if state != "running":
            self._beside.clear()
        asked = {kind: before for kind, before in self._beside.items() if _done_by(kind, story) == before}
        self._beside = asked
        pressed = self._pressed[0] if self._pressed else None
        return view_of(
            story,
            state,
            self.job,
            self._clock_now(),
            trend_now=self._judge(story),
            pressed=pressed,
            beside=frozenset(asked),
        )

    def _judge(self, story: RunStory) -> Trend:
        """At most once in about half a percent of the run, since it reads the whole curve."""
        done = len(story.curves.train_loss)
        since = done - self._judged_at[0]
        checks = len(story.evaluations)
        if 0 <= since <= done // 200 and checks == self._judged_at[1]:
            return self._trend
        checked = [(each.update, each.eval_loss) for each in story.evaluations]
        self._trend = trend(np.array(story.curves.train_loss), checked)
        self._judged_at = (done, checks)
        return self._trend


def view_of(
    story: RunStory,
    state: RunState,
    job: TrainJob,
    now: float,
    *,
    trend_now: Trend = "too early",
    pressed: Command | None = None,
    beside: frozenset[type[Command]] = frozenset(),
) -> RunView:
    """The page for this story in this state at this time; pure. `beside` are the commands that wait to be done and
    change no state."""
    layout = _layout(story, state)
    finish = finish_of(story, state, job, now)
    over = state in ("finished", "stopped")
    learning = state == "running" and bool(story.update) and not is_ending(story, state)
    cancelling = state in ("queued", "starting", "running", "paused", "recovering")
    return RunView(
        name=job.name,
        chip="running" if is_ending(story, state) else state,
        layout=layout,
        headline=headline(story, state, job, now, trend_now),
        below=below(story, state, finish, now, trend_now),
        share=story.update / story.updates if story.updates else None,
        percent=percent(story.update / story.updates) if story.updates else "",
        equation=tr("each update: {equation}", equation=equation(story)) if story.plan else "",
        twin=twin(story, finish, now, trend_now),
        actions=_actions(story, state, pressed),
        cancel=_cancel(pressed) if cancelling else _begin_again(story, state, pressed),
        cancel_question=_cancel_question(story, state),
        save_now=_save_now(SaveNow in beside) if learning else None,
        sample_now=_sample_now(job, SampleNow in beside) if learning else None,
        samples=sampled_prompts(story.sampled),
        happened=happened(story, state, job),
        flags=flags(story, state),
        steps=_steps(story, job),
        kept=kept(story, job),
        what_to_do=_what_to_do(story, state),
        night=night(story),
        outcome=outcome(story) if over else None,
        facts=facts_of(story) if over else (),
        has_curve=bool(story.curves.train_loss),
        result_bytes=story.result.size_bytes if story.result is not None else 0,
        before=story.before,
        after=story.after,
    )


def _layout(story: RunStory, state: RunState) -> Layout:
    match state:
        case "queued" | "starting":
            return "plot" if story.curves.train_loss else "getting ready"
        case "running" | "paused":
            return "plot" if story.curves.train_loss else "getting ready"
        case "finished":
            return "finished"
        case "stopped":
            return "finished" if story.curves.train_loss else "story"
        case "failed" | "interrupted" | "recovering":
            return "story"


def _done_by(kind: type[Command], story: RunStory) -> object:
    """What is different once such a command is done."""
    return story.checkpoint if kind is SaveNow else (len(story.sampled), len(story.warnings))


def _save_now(waiting: bool) -> Action:
    words = tr("Saving after this update…") if waiting else ""
    return Action(
        SaveNow(), tr("Save now"), "save", waiting=words, keeps=tr("A complete save after this update; it goes on.")
    )


def _sample_now(job: TrainJob, waiting: bool) -> Action:
    words = tr("Answering after this update…") if waiting else ""
    keeps = tr("The first held-out questions are answered after this update; then it goes on.")
    if job.sample_prompts:
        keeps = tr("The prompts of this run are answered after this update; then it goes on.")
    return Action(SampleNow(), tr("Answer now"), "message-square", waiting=words, keeps=keeps)


def _actions(story: RunStory, state: RunState, pressed: Command | None) -> tuple[Action, ...]:
    pause = Action(
        Pause(), tr("Pause"), "pause", keeps=tr("Finishes this update, saves and waits. Everything is kept.")
    )
    keeps = tr("Finishes this update, saves, and makes a result of what was learned. It can go on later.")
    stop = Action(Stop(), tr("Stop and save"), "square", keeps=keeps)
    go_on = tr("Goes on from {save}, with the same rows in the same order.", save=last_save(story))
    match state:
        case "running" if is_ending(story, state):
            actions = ()
        case "running":
            actions = (pause, stop)
        case "paused":
            actions = (Action(Resume(), tr("Resume"), "play", filled=True, keeps=go_on), stop)
        case "stopped" | "failed" | "interrupted":
            if story.update >= story.updates > 0 and state == "stopped":
                actions = ()
            elif story.has_lost_checkpoints:
                keeps = tr("Looks for a save again: goes on if you put a copy of one back.")
                actions = (Action(Resume(), tr("Try again"), "rotate-cw", filled=True, keeps=keeps),)
            elif story.checkpoint is not None:
                actions = (Action(Resume(), tr("Continue"), "play", filled=True, keeps=go_on),)
            else:
                actions = (Action(Resume(), tr("Try again"), "rotate-cw", filled=True, keeps=go_on),)
        case "queued" | "starting" | "recovering" | "finished":
            actions = ()
    if pressed is None:
        return actions
    waiting = _waiting(pressed, state)
    return tuple(replace(each, waiting=waiting) for each in actions if type(each.command) is type(pressed))


def _waiting(pressed: Command, state: RunState) -> str:
    match pressed:
        case Pause():
            return tr("Pausing after this update…")
        case Stop():
            return tr("Saving the result so far…") if state == "paused" else tr("Stopping after this update…")
        case Cancel():
            return tr("Cancelling…")
        case Resume():
            return tr("Going on…")
        case _:
            return ""


def _cancel(pressed: Command | None) -> Action | None:
    if pressed is None:
        return Action(Cancel(), tr("Cancel"), "x", sure=tr("Cancel the run"), rather_not=tr("Keep going"))
    if isinstance(pressed, Cancel):
        return Action(Cancel(), tr("Cancel"), "x", waiting=tr("Cancelling…"))
    return None


def _begin_again(story: RunStory, state: RunState, pressed: Command | None) -> Action | None:
    """Offered where no save can be read any more."""
    if state != "failed" or not story.has_lost_checkpoints or pressed is not None:
        return None
    words = tr("Start again from the beginning")
    return Action(Resume(from_start=True), words, "rotate-ccw", sure=tr("Start again"), rather_not=tr("Not now"))


def _cancel_question(story: RunStory, state: RunState) -> str:
    if state == "failed":
        return tr("Learns from the first update again. What is left of the saves is kept in the folder of the run.")
    if story.checkpoint is not None:
        return tr(
            "Ends at once, without a result. The save of update {update} is kept.",
            update=count(story.checkpoint.update),
        )
    if story.update:
        return tr("Ends at once, without a result. Nothing is saved yet.")
    return tr("Ends at once. Nothing was learned yet.")


def _steps(story: RunStory, job: TrainJob) -> tuple[Step, ...]:
    """Getting ready, step by step; whatever the order in which the worker does them."""
    data, model, plan = story.data, story.model, story.plan
    begun = story.spawned is not None or story.stage is not None
    steps: list[tuple[str, str, bool, tuple[str, ...]]] = [
        (tr("Start the training program"), "", begun and story.stage not in (None, "importing"), ("importing",)),
        (
            tr("Read the rows"),
            tr("{rows} to learn from", rows=counted(data.rows, "row")) if data else "",
            data is not None,
            ("reading data",),
        ),
        (
            tr("Load the model"),
            tr("on {device}", device=model.device) if model else "",
            model is not None,
            ("loading model",),
        ),
        (tr("Plan the updates"), equation(story), plan is not None, ("measuring", "planning")),
        (
            tr("Check that the split changes nothing"),
            tr("the same gradient in two ways") if story.check and story.check.agreed else "",
            story.check is not None,
            ("checking",),
        ),
    ]
    if job.data.score_answers and isinstance(job.method, Full):  # an adapter is switched off for it at the end
        answered = tr("{exact_match} right", exact_match=percent(story.before.exact_match)) if story.before else ""
        words = tr(
            "Answer {score_answers}, to compare with later",
            score_answers=counted(job.data.score_answers, "held-out row"),
        )
        steps.append((words, answered, story.before is not None, ("answering",)))
    steps.append((tr("Make the first update"), "", bool(story.update), ("training", "evaluating", "saving")))
    made: list[Step] = []
    for words, detail, done, stages in steps:
        now = begun and (story.stage in stages or (story.training and "training" in stages))
        made.append(Step(words, detail, "done" if done else "now" if now else "to do"))
    return tuple(made)


def _what_to_do(story: RunStory, state: RunState) -> tuple[str, str]:
    _, hint = problem_of(story)
    match state:
        case "recovering":
            return (
                tr("What to do: nothing now"),
                tr("If it keeps happening and gets no further, Nightshift stops, keeps the last save and tells you."),
            )
        case "failed":
            sentence = hint or tr("Look at the details, or copy the report for someone who can help.")
            return tr("What to do"), sentence
        case "interrupted":
            if story.checkpoint:
                again = tr(
                    "The run goes on from {save}, with the same examples in the same order.", save=last_save(story)
                )
            else:
                again = tr("The run begins again, with the same examples in the same order.")
            return tr("What to do: press Continue"), again
        case "stopped":
            return (
                tr("What to do: nothing"),
                tr("Nothing was learned yet, so there is nothing to keep. Continue begins it again."),
            )
        case _:
            return "", ""


def report_of(story: RunStory, state: RunState, job: TrainJob, folder: str, log: str) -> str:
    """The run in plain text, for someone who can help."""
    title, hint = problem_of(story)
    lines = [
        tr(
            "Run: {name} ({state}), update {update} of {updates}",
            name=job.name,
            state=state,
            update=story.update,
            updates=story.updates,
        ),
        tr("Model: {model}", model=job.model),
        tr("Plan: {equation}", equation=equation(story) or tr("none")),
        tr("Problem: {title} {hint}", title=title, hint=hint).rstrip() if title else tr("Problem: none"),
        tr("Folder: {folder}", folder=folder),
        "",
        *(f"{clock(each.at)}  {each.title}  {each.detail}".rstrip() for each in reversed(happened(story, state, job))),
    ]
    if log:
        lines += ["", tr("The end of worker.log:"), log]
    return "\n".join(lines) + "\n"
