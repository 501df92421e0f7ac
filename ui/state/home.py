"""What the Home page says: how it is going in one sentence, the run at work, those waiting and the earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from studio.api import Machine, RunState, RunStory
from studio.commands import Command, Pause, Resume
from ui.state import words
from ui.state.headline import finish_of, headline
from ui.state.known import KnownRun, learning, method_words, model_name
from ui.state.run import ShownRun

Tone = Literal["ok", "warn", "bad", "mut"]
SPARK_POINTS = 60
_DAY = 86400.0
_GIB = 1024**3
_SIZES = (0.1, 0.5, 1, 1.5, 3, 4, 7, 8, 14, 24, 32, 70, 120, 235, 405)
"""Billions of parameters of the models that people use."""


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
class EarlierRow:
    """A run that is over, for now or for good."""

    name: str
    title: str
    about: str
    state: RunState
    curve: tuple[float, ...]
    best: str
    took: str
    ended: str
    command: Command | None
    """None: its button opens it."""
    button: str


@dataclass(frozen=True)
class DeviceFacts:
    """What this computer trains on."""

    title: str
    chip: str
    chip_icon: str
    chip_tone: Literal["ok", "warn"]
    facts: tuple[tuple[str, str], ...]
    room: str
    is_gpu: bool


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

    def view(self, runs: list[KnownRun], machine: Machine | None, now: float) -> HomeView:
        """The page now. `runs`: oldest first."""
        active = learning(runs)
        waiting = [run for run in runs if run.state == "queued"]
        earlier = [run for run in reversed(runs) if run is not active and run not in waiting]
        head, line = _headline(active, waiting, earlier, machine, now)
        return HomeView(
            headline=head,
            line=line,
            empty=not runs,
            active=self._active(active, now) if active else None,
            waiting=tuple(_waiting(place, run) for place, run in enumerate(waiting, start=1)),
            earlier=tuple(_earlier(run) for run in earlier),
            earlier_summary=words.counted(len(earlier), "run"),
            device=device_facts(machine) if machine else None,
        )

    @staticmethod
    def beside(active: KnownRun | None) -> str:
        """Words beside "Run" in the rail."""
        return words.percent(active.share) if active and active.story.updates else ""

    @staticmethod
    def window_title(active: KnownRun | None) -> str:
        """For the task bar: how far, and what."""
        if active is None or not active.story.updates:
            return "Nightshift Studio"
        return f"{words.percent(active.share)} – {active.title}"

    def _active(self, run: KnownRun, now: float) -> ActiveCard:
        story, state = run.story, run.state
        if run.name not in self._shown:
            self._shown = {run.name: ShownRun(run.job)}
        sentence = f"{self._shown[run.name].view(story, state).headline}."
        if story.restarts:
            sentence += (
                f" {words.counted_word(len(story.restarts), 'interruption was', 'interruptions were')}"
                " repaired without losing an update."
            )
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
            progress=f"Update {words.count(story.update)} of {words.count(story.updates)}"
            if story.updates
            else "Getting ready",
            finish=_finish(finish, state, now),
            loss_name=loss_name,
            loss=value,
            loss_was=was,
            loss_note=note,
            curve=spark(story),
            sentence=sentence,
            sentence_icon={"recovering": "rotate-cw", "paused": "pause"}.get(state, "circle-check"),
            sentence_tone=tone,
            saved=f"Saved {words.ago(now - story.checkpoint.at)}" if story.checkpoint else "",
            command=command,
            command_words=button,
            command_icon=icon,
        )


def about(run: KnownRun) -> str:
    """Model, method and rows of a run."""
    parts = [model_name(run.job), method_words(run.job)]
    if run.story.data is not None:
        parts.append(words.counted(run.story.data.rows, "row"))
    return " · ".join(parts)


def spark(story: RunStory) -> tuple[float, ...]:
    """The loss of every update, averaged to at most sixty points."""
    losses = np.asarray(story.curves.train_loss, dtype=np.float64)
    losses = losses[np.isfinite(losses)]
    if len(losses) <= SPARK_POINTS:
        return tuple(losses.tolist())
    return tuple(float(part.mean()) for part in np.array_split(losses, SPARK_POINTS))


def _first_button(state: RunState) -> tuple[Command | None, str, str]:
    match state:
        case "running":
            return Pause(), "Pause", "pause"
        case "paused":
            return Resume(), "Resume", "play"
        case _:
            return None, "", ""


def _finish(finish: tuple[float, float] | None, state: RunState, now: float) -> str:
    """When it ends, or how long it still takes where it waits for someone."""
    if finish is None:
        return ""
    if state == "paused":
        return f"About {words.about_duration(finish[1] - now)} left when it goes on"
    return f"Finishes {words.clock_range(*finish, now)}"


def _loss(story: RunStory) -> tuple[str, str, str, str]:
    if story.evaluations:
        first, last = story.evaluations[0], story.evaluations[-1]
        best = story.best
        note = f"update {words.count(last.update)}"
        if best is not None:
            note = f"best so far, {note}" if best.update == last.update else f"best {words.loss(best.eval_loss)}"
        was = f"was {words.loss(first.eval_loss)}" if len(story.evaluations) > 1 else ""
        return "Held-out loss", words.loss(last.eval_loss), was, note if last.update else "before the first update"
    if story.train_loss is not None:
        return "Loss", words.loss(story.train_loss), "", "of the newest update"
    return "", "", "", ""


def _headline(
    active: KnownRun | None, waiting: list[KnownRun], earlier: list[KnownRun], machine: Machine | None, now: float
) -> tuple[str, str]:
    queue = f"{_lower(words.counted_word(len(waiting), 'is waiting', 'are waiting'))}" if waiting else ""
    if active is not None:
        doing = {"paused": "paused", "recovering": "starting again", "starting": "getting ready"}
        head = f"One run is {doing.get(active.state, 'learning')}" + (f", {queue}" if queue else "")
        finish = finish_of(active.story, active.state, active.job, now)
        runs = "runs go" if waiting else "run goes"
        if active.state == "paused":
            return head, "Press Resume to go on. Nothing is lost, even if you close this window."
        done = ""
        if finish:
            what = "The first" if waiting else "It"
            done = f"{what} should be done by {words.clock_from(finish[1] + 59, now)}. "
        return head, f"{done}You can close this window; the {runs} on without it."
    if waiting:
        return f"{words.counted_word(len(waiting), 'run waits', 'runs wait')} to start", "It takes a moment."
    if earlier and _ended_at(earlier[0]) > now - _DAY and earlier[0].state != "interrupted":
        last = earlier[0]
        return headline(last.story, last.state, last.job, now, "too early"), "Nothing is running now."
    interrupted = [run for run in earlier if run.state == "interrupted"]
    if interrupted:
        head = words.counted_word(len(interrupted), "run was interrupted", "runs were interrupted")
        return head, "Press Continue to go on from the last save, with the same examples in the same order."
    ready = "This computer is ready to train"
    if machine is not None:
        ready = "Your graphics card is ready to train" if machine.best.is_gpu else ready
    if not earlier:
        return (
            ready,
            "Nothing has been trained on this computer yet. "
            "Start with the starter: it needs no model, no data and no internet.",
        )
    return ready, "Nothing is running now."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _waiting(place: int, run: KnownRun) -> WaitingRow:
    learning_ = run.job.learning
    passes = f"{learning_.epochs:g}"
    updates = (
        words.counted(learning_.updates, "update")
        if learning_.updates is not None
        else f"{passes} {'pass' if learning_.epochs == 1 else 'passes'} over the rows"
    )
    return WaitingRow(
        place=place,
        name=run.name,
        title=run.title,
        about=f"{about(run)} · {learning_.effective_batch_size} examples per update",
        updates=updates,
    )


def _ended_at(run: KnownRun) -> float:
    return run.story.ended.at if run.story.ended else run.story.last_at or 0.0


def _earlier(run: KnownRun) -> EarlierRow:
    story = run.story
    best = story.best
    command, button = _again(run)
    return EarlierRow(
        name=run.name,
        title=run.title,
        about=about(run),
        state=run.state,
        curve=spark(story),
        best=words.loss(best.eval_loss) if best else "–",
        took=words.duration(story.seconds) if story.seconds else "–",
        ended=words.day_and_clock(_ended_at(run)) if _ended_at(run) else "–",
        command=command,
        button=button,
    )


def _again(run: KnownRun) -> tuple[Command | None, str]:
    if run.state in ("stopped", "failed", "interrupted") and not (run.story.update >= run.story.updates > 0):
        return Resume(), "Continue" if run.story.checkpoint else "Try again"
    return None, "Open"


def device_facts(machine: Machine) -> DeviceFacts:
    """The card or the processor, in rows of a name and a value."""
    device = machine.best
    used = max(0, device.total_bytes - device.free_bytes)
    in_use = f"{words.gib(used)} in use"
    if device.is_gpu:
        facts = [
            ("Graphics card", device.name),
            ("Memory", f"{words.gib(device.total_bytes)} usable, {in_use}"),
        ]
        if device.driver:
            facts.append(("Driver", device.driver))
        if len(machine.gpus) > 1:
            facts.append(("Cards", f"{len(machine.gpus)}; the one with the most free memory is used"))
        elif device.temperature is not None:
            facts.append(("Now", f"{device.temperature} °C" + _busy(device.utilisation)))
        size = _largest((device.total_bytes - 2.5 * _GIB) / 2.4)
        return DeviceFacts(
            "Graphics card found", "Ready", "circle-check", "ok", tuple(facts), f"models up to about {size}.", True
        )
    facts = [
        ("Processor", device.name),
        ("Memory", f"{words.gib(device.total_bytes)}, {in_use}"),
        ("Graphics card", machine.words if machine.gpu_state == "failed" else "None that can train was found"),
    ]
    failed = machine.gpu_state == "failed"
    size = _largest(0.6 * device.total_bytes / 4.4)
    return DeviceFacts(
        "Training on the processor",
        "Card does not answer" if failed else "Ready",
        "triangle-alert" if failed else "circle-check",
        "warn" if failed else "ok",
        tuple(facts),
        f"models up to about {size}, slowly. The starter is made for it.",
        False,
    )


def _busy(utilisation: float | None) -> str:
    return "" if utilisation is None else f", {words.percent(utilisation)} busy"


def _largest(parameters: float) -> str:
    fitting = [size for size in _SIZES if size * 1e9 <= parameters]
    size = fitting[-1] if fitting else _SIZES[0]
    return f"{size:g} billion parameters" if size >= 1 else f"{size * 1000:g} million parameters"


def matching(rows: tuple[EarlierRow, ...], text: str) -> tuple[EarlierRow, ...]:
    """The runs whose name or model contains every word of `text`."""
    wanted = text.lower().split()
    return tuple(row for row in rows if all(word in f"{row.title} {row.about} {row.name}".lower() for word in wanted))
