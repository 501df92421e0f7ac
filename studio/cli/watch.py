"""Watches a run from a terminal until it ends; the run itself does not depend on it."""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from studio.cli.say import duration
from studio.events import (
    AnswersScored,
    CheckpointSetAside,
    DataEncoded,
    Event,
    ModelLoaded,
    PlanMade,
    RestartPlanned,
    ResultSaved,
    Sampled,
    SplitChecked,
    TrainingStarted,
    UpdateFinished,
    WaitEnded,
    WaitStarted,
    Warned,
)
from studio.planning.arithmetic import equation
from studio.runs.watch import RunWatch

_LOOK_EVERY_SECONDS = 0.05
_ENDED = frozenset({"finished", "stopped", "failed"})


def watch_run(
    watch: RunWatch,
    *,
    quiet: bool,
    on_event: Callable[[Event], None] = lambda _: None,
    at_each_look: Callable[[Console], None] = lambda _: None,
) -> None:
    """Show the run's progress until it ends. Ctrl+C ends the watching, not the run (KeyboardInterrupt is passed on)."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("update {task.completed:.0f} of {task.total:.0f}  loss {task.fields[loss]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True, highlight=False),
        disable=quiet,
    )
    with progress:
        bar = progress.add_task("Getting ready", total=1, loss="…", visible=False)
        while True:
            for event in watch.poll():
                on_event(event)
                words = _words(event)
                if words and not quiet:
                    progress.console.print(words, markup=False)
                if isinstance(event, TrainingStarted):
                    progress.update(bar, description="Learning", total=event.updates, visible=True)
                if isinstance(event, UpdateFinished) and event.train_loss is not None:
                    progress.update(bar, completed=event.update, loss=f"{event.train_loss:.3f}")
            at_each_look(progress.console)
            if watch.state in _ENDED:
                return
            time.sleep(_LOOK_EVERY_SECONDS)


def _words(event: Event) -> str | None:
    """A line for an event worth a line."""
    match event:
        case DataEncoded():
            return (
                f"Rows: {event.rows:,} to learn from, {event.held_out_rows:,} held out, "
                f"{event.left_out_rows:,} left out."
            )
        case ModelLoaded():
            return (
                f"Model: {event.parameters:,} parameters, {event.trainable_parameters:,} of them learn, "
                f"on {event.device} in {event.precision}."
            )
        case PlanMade():
            return f"Plan: {equation(event.plan)}. {' '.join(event.plan.reasons)}"
        case SplitChecked():
            return "Checked: two ways of splitting the first update give the same gradient." if event.agreed else None
        case TrainingStarted() if event.from_update:
            return f"Continuing at update {event.from_update:,} of {event.updates:,}."
        case AnswersScored():
            return _answers(event)
        case Sampled():
            return f"After update {event.update:,}, “{event.prompt}” is answered: {event.text}"
        case ResultSaved():
            return f"Result: {event.folder}, loaded again and compared."
        case Warned():
            return f"{event.title} {event.hint}".strip()
        case CheckpointSetAside():
            return f"A checkpoint was damaged and set aside: {event.reason}"
        case _:
            return _of_foreman(event)


def _of_foreman(event: Event) -> str | None:
    match event:
        case RestartPlanned():
            return f"The training program ended unexpectedly; starting it again in {duration(event.in_seconds)}."
        case WaitStarted():
            return f"{event.title}. {event.hint}"
        case WaitEnded():
            return f"Going on after {duration(event.seconds)}."
        case _:
            return None


def _answers(event: AnswersScored) -> str:
    when = "before" if event.update == 0 else "after"
    words = f"Right answers on held-out rows {when} learning: {event.right:,} of {event.rows:,}."
    if event.update and event.mix_ups:
        most = event.mix_ups[0]
        words += f" Most often mixed up: “{most.given}” in place of “{most.expected}”, {most.times} times."
    return words
