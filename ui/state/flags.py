"""The marks on the plot of a run: what happened, where it did."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from studio.api import RunState, RunStory
from studio.events import TrainingStarted, Warned
from ui.state.equation import devices_of, stretches
from ui.state.tongue import QT_TR_NOOP, tr, tr_studio
from ui.state.words import about_duration, count

FlagTone = Literal["info", "warn", "bad", "quiet"]


@dataclass(frozen=True)
class Flag:
    """One thing worth marking on the plot."""

    update: float
    icon: str
    words: str
    tone: FlagTone
    detail: str = ""
    """The whole sentence, for the tooltip."""
    band: bool = False
    """Time passed here without updates."""


def flags(story: RunStory, state: RunState) -> tuple[Flag, ...]:
    """The marks on the plot, from left to right."""
    made = [
        Flag(
            each.from_update,
            "rotate-ccw",
            devices_of(story, each) if each in story.resized else tr("Restarted"),
            "info",
            _started_again(story, each),
        )
        for each in story.restarts
    ]
    if known := stretches(story):
        first, devices = known[0]
        made.append(Flag(first, "layers", devices, "quiet", tr("Began on {devices}", devices=devices)))
    asleep = {each.at: each for each in story.slept}
    for warned in story.warnings:
        update = _update_at(story, warned.at)
        if update is None:
            continue
        detail = tr("{title}. {hint}", title=tr_studio(warned.title).rstrip("."), hint=tr_studio(warned.hint)).strip()
        if warned.at in asleep:
            slept = about_duration(asleep[warned.at].seconds)
            made.append(
                Flag(max(update - 0.5, 0.5), "moon", tr("Asleep {slept}", slept=slept), "quiet", detail, band=True)
            )
        else:
            icon, words, tone = _short(warned)
            made.append(Flag(update, icon, words, tone, detail))
    if story.update and state in _HERE:
        icon, words, tone = _HERE[state]
        words = tr(words)
        if state == "stopped" and story.ended is not None and story.ended.outcome == "cancelled":
            words = tr("Cancelled")
        made.append(
            Flag(
                story.update,
                icon,
                words,
                tone,
                tr("{words} at update {update}", words=words, update=count(story.update)),
            )
        )
    return tuple(sorted(made, key=lambda flag: flag.update))


_HERE: dict[RunState, tuple[str, str, FlagTone]] = {
    "paused": ("pause", QT_TR_NOOP("Paused"), "warn"),
    "stopped": ("square", QT_TR_NOOP("Stopped by you"), "quiet"),
    "failed": ("circle-x", QT_TR_NOOP("Could not go on"), "bad"),
    "interrupted": ("triangle-alert", QT_TR_NOOP("Interrupted"), "warn"),
    "recovering": ("rotate-ccw", QT_TR_NOOP("Starts again"), "info"),
}


def _started_again(story: RunStory, started: TrainingStarted) -> str:
    update = count(started.from_update)
    if started not in story.resized:
        return tr("Started again from update {update}", update=update)
    return tr("Started again from update {update} on {devices}", update=update, devices=devices_of(story, started))


def _update_at(story: RunStory, at: float) -> int | None:
    """The update that was being made then; None before the first was."""
    times = story.curves.at
    if not times or at < times[0]:
        return None
    return min(bisect_right(times, at) + 1, story.update or 1)


def _short(warned: Warned) -> tuple[str, str, FlagTone]:
    """Icon, words and tone of a warning on the plot."""
    title = warned.title.lower()
    if "not a number" in title:
        return "circle-x", tr("Not a number"), "bad"
    if title.startswith("went back"):
        return "rotate-ccw", tr("Went back"), "info"
    words = tr("Worth a look")
    if "memory" in title:
        words = tr("Out of memory, redone") if "redone" in f"{title} {warned.hint.lower()}" else tr("Out of memory")
    elif "checkpoint" in title:
        words = tr("Save set aside")
    elif "disk" in title:
        words = tr("Disk")
    elif "clock" in title:
        words = tr("Clock changed")
    elif "nothing to learn" in title or "skipped" in title:
        words = tr("Update skipped")
    return "triangle-alert", words, "warn"
