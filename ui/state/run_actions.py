"""What can be asked of a run now, and what each button says before and after it is pressed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studio.api import RunState, RunStory
from studio.commands import Cancel, Command, Pause, Resume, SampleNow, SaveNow, Stop
from studio.job import TrainJob
from ui.state.headline import is_ending, last_save
from ui.state.tongue import tr
from ui.state.words import count


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


def save_now(waiting: bool) -> Action:
    words = tr("Saving after this update…") if waiting else ""
    return Action(
        SaveNow(), tr("Save now"), "save", waiting=words, keeps=tr("A complete save after this update; it goes on.")
    )


def sample_now(job: TrainJob, waiting: bool) -> Action:
    words = tr("Answering after this update…") if waiting else ""
    keeps = tr("The first held-out questions are answered after this update; then it goes on.")
    if job.sample_prompts:
        keeps = tr("The prompts of this run are answered after this update; then it goes on.")
    return Action(SampleNow(), tr("Answer now"), "message-square", waiting=words, keeps=keeps)


def actions_of(story: RunStory, state: RunState, pressed: Command | None) -> tuple[Action, ...]:
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


def cancel_of(pressed: Command | None) -> Action | None:
    if pressed is None:
        return Action(Cancel(), tr("Cancel"), "x", sure=tr("Cancel the run"), rather_not=tr("Keep going"))
    if isinstance(pressed, Cancel):
        return Action(Cancel(), tr("Cancel"), "x", waiting=tr("Cancelling…"))
    return None


def begin_again(story: RunStory, state: RunState, pressed: Command | None) -> Action | None:
    """Offered where no save can be read any more."""
    if state != "failed" or not story.has_lost_checkpoints or pressed is not None:
        return None
    words = tr("Start again from the beginning")
    return Action(Resume(from_start=True), words, "rotate-ccw", sure=tr("Start again"), rather_not=tr("Not now"))


def cancel_question(story: RunStory, state: RunState) -> str:
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
