"""What the Home page says: how it is going in one sentence, the run at work, those waiting and the earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from studio.api import Machine, RunState, RunStory
from studio.commands import Command, Pause, Resume
from ui.state import words
from ui.state.device_facts import DeviceFacts, device_facts
from ui.state.headline import finish_of, headline
from ui.state.known import KnownRun, learning, method_words, model_name
from ui.state.remote import RemoteRow
from ui.state.run import ShownRun
from ui.state.run_table import EarlierRow, earlier_row
from ui.state.tongue import full_stop, tr

Tone = Literal["ok", "warn", "bad", "mut"]
_DAY = 86400.0
_AT_WORK: tuple[RunState, ...] = ("starting", "running", "recovering")


@dataclass(frozen=True)
class ActiveCard:
    """The run that a worker works on."""

    name: str
    title: str
    state: RunState
    about: str
    percent: str
    share: float
    progress: str
    finish: str
    loss_name: str
    loss: str
    loss_was: str
    loss_note: str
    curve: tuple[float, ...]
    sentence: str
    sentence_icon: str
    sentence_tone: Tone
    saved: str
    command: Command | None
    """What its first button asks for."""
    command_words: str
    command_icon: str


@dataclass(frozen=True)
class WaitingRow:
    """A run that starts by itself when those before it have ended."""

    place: int
    name: str
    title: str
    about: str
    updates: str


@dataclass(frozen=True)
class HomeView:
    """Everything the page shows; made anew for every look."""

    headline: str
    line: str
    empty: bool
    active: ActiveCard | None
    waiting: tuple[WaitingRow, ...]
    earlier: tuple[EarlierRow, ...]
    earlier_summary: str
    device: DeviceFacts | None


class HomeState:
    """Remembers what was worked out for the run at work."""

    def __init__(self) -> None:
        self._shown: dict[str, ShownRun] = {}
        self._rows: dict[str, tuple[KnownRun, EarlierRow]] = {}

    def view(
        self, runs: list[KnownRun], machine: Machine | None, now: float, elsewhere: Sequence[RemoteRow] = ()
    ) -> HomeView:
        """The page now. `runs`: oldest first. `elsewhere`: those on other computers that are followed."""
        active = learning(runs)
        waiting = [run for run in runs if run.state == "queued"]
        earlier = [run for run in reversed(runs) if run is not active and run not in waiting]
        told = _told_here(active, waiting, earlier, now)
        head, line = _and_elsewhere(told, elsewhere) or told or _ready(earlier, machine)
        return HomeView(
            headline=head,
            line=line,
            empty=not runs,
            active=self._active(active, now) if active else None,
            waiting=tuple(_waiting(place, run) for place, run in enumerate(waiting, start=1)),
            earlier=tuple(self._earlier(run) for run in earlier),
            earlier_summary=words.counted(len(earlier), "run"),
            device=device_facts(machine) if machine else None,
        )

    @staticmethod
    def beside(active: KnownRun | None) -> str:
        """Words beside "Run" in the rail."""
        return words.percent(active.share) if active and active.brief.updates else ""

    @staticmethod
    def window_title(active: KnownRun | None) -> str:
        """For the task bar: how far, and what."""
        if active is None or not active.brief.updates:
            return "Nightshift Studio"
        return f"{words.percent(active.share)} – {active.title}"

    def _earlier(self, run: KnownRun) -> EarlierRow:
        """Its row, made anew only where something changed: there may be a thousand."""
        known = self._rows.get(run.name)
        if known is None or known[0].brief is not run.brief or known[0].notes is not run.notes:
            known = self._rows[run.name] = (run, earlier_row(run))
        return known[1]

    def _active(self, run: KnownRun, now: float) -> ActiveCard:
        story, state = run.story, run.state
        assert story is not None, "a run at work is followed whole"
        if run.name not in self._shown:
            self._shown = {run.name: ShownRun(run.job)}
        sentence = full_stop(self._shown[run.name].view(story, state).headline)
        if story.restarts:
            times = words.counted_word(len(story.restarts), "interruption was", "interruptions were")
            sentence += " " + tr("{interruptions} repaired without losing an update.", interruptions=times)
        finish = finish_of(story, state, run.job, now)
        loss_name, value, was, note = _loss(story)
        command, button, icon = _first_button(state)
        tone: Tone = "warn" if state in ("recovering", "paused") else "ok"
        return ActiveCard(
            name=run.name,
            title=run.title,
            state=state,
            about=about(run),
            percent=words.percent(run.share) if story.updates else "",
            share=run.share,
            progress=_progress(story),
            finish=_finish(finish, state, now),
            loss_name=loss_name,
            loss=value,
            loss_was=was,
            loss_note=note,
            curve=run.brief.curve,
            sentence=sentence,
            sentence_icon={"recovering": "rotate-cw", "paused": "pause"}.get(state, "circle-check"),
            sentence_tone=tone,
            saved=tr("Saved {ago}", ago=words.ago(now - story.checkpoint.at)) if story.checkpoint else "",
            command=command,
            command_words=button,
            command_icon=icon,
        )


def about(run: KnownRun) -> str:
    """Model, method and rows of a run."""
    parts = [model_name(run.job), method_words(run.job)]
    if run.brief.rows is not None:
        parts.append(words.counted(run.brief.rows, "row"))
    return " · ".join(parts)


def _first_button(state: RunState) -> tuple[Command | None, str, str]:
    match state:
        case "running":
            return Pause(), tr("Pause"), "pause"
        case "paused":
            return Resume(), tr("Resume"), "play"
        case _:
            return None, "", ""


def _progress(story: RunStory) -> str:
    if not story.updates:
        return tr("Getting ready")
    return tr("Update {update} of {updates}", update=words.count(story.update), updates=words.count(story.updates))


def _finish(finish: tuple[float, float] | None, state: RunState, now: float) -> str:
    """When it ends, or how long it still takes where it waits for someone."""
    if finish is None:
        return ""
    if state == "paused":
        return tr("About {time} left when it goes on", time=words.about_duration(finish[1] - now))
    return tr("Finishes {when}", when=words.clock_range(*finish, now))


def _loss(story: RunStory) -> tuple[str, str, str, str]:
    if story.evaluations:
        first, last, best = story.evaluations[0], story.evaluations[-1], story.best
        note = tr("update {update}", update=words.count(last.update)) if last.update else tr("before the first update")
        if best is not None and best.update == last.update and last.update:
            note = tr("best so far, {note}", note=note)
        elif best is not None and last.update:
            note = tr("best {loss}", loss=words.loss(best.eval_loss))
        was = tr("was {loss}", loss=words.loss(first.eval_loss)) if len(story.evaluations) > 1 else ""
        return tr("Held-out loss"), words.loss(last.eval_loss), was, note
    if story.train_loss is not None:
        return tr("Loss"), words.loss(story.train_loss), "", tr("of the newest update")
    return "", "", "", ""


def _and_elsewhere(told: tuple[str, str] | None, elsewhere: Sequence[RemoteRow]) -> tuple[str, str] | None:
    """The headline with the runs that learn on other computers; None where none is known to."""
    there = [row for row in elsewhere if row.state in _AT_WORK and row.link.kind in ("ok", "info")]
    if not there:
        return None
    runs = words.counted_word(len(there), "run is learning elsewhere", "runs are learning elsewhere")
    if told is None:
        hosts = words.listed(sorted({row.host for row in there}))
        return runs, tr("On {hosts}. Nothing is running on this computer.", hosts=hosts)
    return tr("{head}, {queue}", head=told[0], queue=words.inside_sentence(runs)), told[1]


def _told_here(
    active: KnownRun | None, waiting: list[KnownRun], earlier: list[KnownRun], now: float
) -> tuple[str, str] | None:
    """Headline and line of the runs on this computer; None where there is no news of them."""
    queue = words.inside_sentence(words.counted_word(len(waiting), "is waiting", "are waiting")) if waiting else ""
    if active is not None:
        doing = {
            "paused": tr("One run is paused"),
            "recovering": tr("One run is starting again"),
            "starting": tr("One run is getting ready"),
        }
        head = doing.get(active.state, tr("One run is learning"))
        head = tr("{head}, {queue}", head=head, queue=queue) if waiting else head
        if active.state == "paused":
            return head, tr("Press Resume to go on. Nothing is lost, even if you close this window.")
        close = tr("You can close this window; the run goes on without it.")
        if waiting:
            close = tr("You can close this window; the runs go on without it.")
        finish = finish_of(active.story, active.state, active.job, now) if active.story else None
        if finish is None:
            return head, close
        when = words.clock_from(finish[1] + 59, now)
        done = tr("The first should be done by {when}.") if waiting else tr("It should be done by {when}.")
        return head, f"{done.format(when=when)} {close}"
    if waiting:
        queue = words.counted_word(len(waiting), "run waits", "runs wait")
        return tr("{runs} to start", runs=queue), tr("It takes a moment.")
    if earlier and earlier[0].brief.ended_at > now - _DAY and earlier[0].state != "interrupted":
        return _newest(earlier[0], now), tr("Nothing is running now.")
    interrupted = [run for run in earlier if run.state == "interrupted"]
    if interrupted:
        head = words.counted_word(len(interrupted), "run was interrupted", "runs were interrupted")
        return head, tr("Press Continue to go on from the last save, with the same examples in the same order.")
    return None


def _ready(earlier: list[KnownRun], machine: Machine | None) -> tuple[str, str]:
    ready = tr("This computer is ready to train")
    if machine is not None:
        ready = tr("Your graphics card is ready to train") if machine.best.is_gpu else ready
    if not earlier:
        return (
            ready,
            tr(
                "Nothing has been trained on this computer yet. "
                "Start with the starter: it needs no model, no data and no internet."
            ),
        )
    return ready, tr("Nothing is running now.")


def _newest(run: KnownRun, now: float) -> str:
    """What ended in the night."""
    if run.story is not None:
        return headline(run.story, run.state, run.job, now, "too early")
    ended = {"finished": tr("{name} is finished"), "stopped": tr("{name} was stopped")}
    return ended.get(run.state, tr("{name} ended with an error")).format(name=run.title)


def _waiting(place: int, run: KnownRun) -> WaitingRow:
    learning_ = run.job.learning
    examples = tr("{number} examples per update", number=learning_.effective_batch_size)
    updates = (
        words.counted(learning_.updates, "update")
        if learning_.updates is not None
        else words.counted_passes(learning_.epochs)
    )
    return WaitingRow(
        place=place,
        name=run.name,
        title=run.title,
        about=f"{about(run)} · {examples}",
        updates=updates,
    )
