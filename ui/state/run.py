"""What the Run page shows of one run: sentences, numbers, flags and what can be pressed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from studio.api import Machine, Rest, RunState, RunStory
from studio.commands import Command, SampleNow, SaveNow
from studio.events import AnswersScored
from studio.job import TrainJob
from ui.state.curves import Trend, trend
from ui.state.equation import equation, told_stretches
from ui.state.flags import Flag, flags
from ui.state.getting_ready import Step, steps_of
from ui.state.happened import Happened, happened, night, problem_of
from ui.state.headline import below, finish_of, headline, is_ending, last_save, twin
from ui.state.kept import Kept, kept
from ui.state.outcome import Fact, Outcome, facts_of, outcome
from ui.state.regroup import Regroup, devices_now, numbers_for, regroup_of
from ui.state.run_actions import Action, actions_of, begin_again, cancel_of, cancel_question, sample_now, save_now
from ui.state.samples import SampledPrompt, sampled_prompts
from ui.state.tongue import tr
from ui.state.words import percent

Layout = Literal["getting ready", "plot", "finished", "story"]
"""Which cards stand on the page."""


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
    regroup: Regroup | None = None
    """That it can go on on another number of devices."""


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
        self._numbers: tuple[int, ...] = ()
        """Of devices that may share the rest."""
        self._chosen: int | None = None
        self._rests: dict[tuple[int, int], Rest] = {}
        """By that number and the update that was reached."""

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

    def choose_devices(self, number: int) -> None:
        """On so many devices it may go on."""
        self._chosen = number

    def rests_to_work_out(self, story: RunStory) -> tuple[int, ...]:
        """The numbers of devices of which the time is still to be told."""
        known = self._regroup(story)
        wanted = () if known is None else (devices_now(story, self.job), int(known.chosen))
        return tuple(each for each in wanted if (each, story.update) not in self._rests)

    def hear_rest(self, number: int, story: RunStory, rest: Rest) -> None:
        """What is left on so many devices."""
        self._rests[number, story.update] = rest

    def view(self, story: RunStory, state: RunState, machine: Machine | None = None, cards: int = 0) -> RunView:
        """The page now. `machine`: on which it would go on; None: another computer, with so many `cards`."""
        self._numbers = numbers_for(story, state, self.job, machine, cards)
        if self._pressed is not None and self._pressed[1] != state:
            self._pressed = None
        if state != "running":
            self._beside.clear()
        asked = {kind: before for kind, before in self._beside.items() if _done_by(kind, story) == before}
        self._beside = asked
        pressed = self._pressed[0] if self._pressed else None
        made = view_of(
            story,
            state,
            self.job,
            self._clock_now(),
            trend_now=self._judge(story),
            pressed=pressed,
            beside=frozenset(asked),
        )
        return made if pressed is not None else replace(made, regroup=self._regroup(story))

    def _regroup(self, story: RunStory) -> Regroup | None:
        rests = {number: rest for (number, update), rest in self._rests.items() if update == story.update}
        return regroup_of(story, self.job, self._numbers, self._chosen, rests)

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
        equation=_equation(story),
        twin=twin(story, finish, now, trend_now),
        actions=actions_of(story, state, pressed),
        cancel=cancel_of(pressed) if cancelling else begin_again(story, state, pressed),
        cancel_question=cancel_question(story, state),
        save_now=save_now(SaveNow in beside) if learning else None,
        sample_now=sample_now(job, SampleNow in beside) if learning else None,
        samples=sampled_prompts(story.sampled),
        happened=happened(story, state, job),
        flags=flags(story, state),
        steps=steps_of(story, job),
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


def _equation(story: RunStory) -> str:
    if story.plan is None:
        return ""
    made = tr("each update: {equation}", equation=equation(story))
    changed = told_stretches(story)
    return tr("{made} ({changed})", made=made, changed=changed) if changed else made


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


def _done_by(kind: type[Command], story: RunStory) -> object:
    """What is different once such a command is done."""
    return story.checkpoint if kind is SaveNow else (len(story.sampled), len(story.warnings))
