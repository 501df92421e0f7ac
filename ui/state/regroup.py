"""On how many devices the rest of a run may go on: what can be chosen, what that changes and what it never does."""

from __future__ import annotations

from dataclasses import dataclass

from studio.api import Machine, Rest, RunState, RunStory
from studio.commands import Resume
from studio.job import TrainJob
from ui.state.equation import on_devices
from ui.state.tongue import tr
from ui.state.words import about_duration

_HARDLY = 0.87
"""Of the time it takes now; above that another number is not worth the heat."""
_RESTS: tuple[RunState, ...] = ("paused", "stopped", "failed", "interrupted")


@dataclass(frozen=True)
class Regroup:
    """That it can go on on another number of devices."""

    title: str
    line: str
    numbers: tuple[tuple[str, str], ...]
    """What can be chosen, each with what to call it."""
    chosen: str
    command: Resume
    button: str
    reason: str
    """Why the button cannot be pressed; empty where it can."""


def devices_now(story: RunStory, job: TrainJob) -> int:
    """Training processes with which it would go on: those last planned for, also where that plan did not fit."""
    return story.plan.world_size if story.plan is not None else job.world_size or 1


def numbers_for(
    story: RunStory, state: RunState, job: TrainJob, machine: Machine | None, cards: int
) -> tuple[int, ...]:
    """How many devices may share the rest, the present number among them; none where there is nothing to choose.

    `cards`: of another computer, of which no more is known. Processes share a processor where the run had several.
    """
    if state not in _RESTS or story.has_lost_checkpoints or (story.update >= story.updates > 0):
        return ()
    now = devices_now(story, job)
    most = cards if machine is None else len(machine.gpus)
    if job.device == "cpu" or (machine is not None and not machine.gpus):
        most = max(now, story.began_on, *(each.world_size for each in story.resized), job.world_size or 1)
    numbers = range(1, min(most, job.learning.effective_batch_size) + 1)
    return tuple(numbers) if any(each != now for each in numbers) else ()


def regroup_of(
    story: RunStory, job: TrainJob, numbers: tuple[int, ...], chosen: int | None, rests: dict[int, Rest]
) -> Regroup | None:
    """`chosen`: of the numbers; None: the most that is not the present one. `rests`: what is left on so many, as far as
    that was worked out. None where there is nothing to choose."""
    now = devices_now(story, job)
    others = [each for each in numbers if each != now]
    if not others:
        return None
    number = chosen if chosen in others else others[-1]
    devices, rest = on_devices(story, job, number), rests.get(number, Rest())
    reason = "" if rest.fits else tr("It does not fit on {devices} now.", devices=devices)
    share = tr("{devices} can share the rest", devices=devices)
    return Regroup(
        title=tr("{devices} can do the rest alone", devices=devices) if number == 1 else share,
        line=reason or _what_changes(rest, rests.get(now, Rest())),
        numbers=tuple((str(each), on_devices(story, job, each)) for each in others),
        chosen=str(number),
        command=Resume(gpus=number),
        button=tr("Continue on {devices}", devices=devices),
        reason=reason,
    )


def _what_changes(rest: Rest, now: Rest) -> str:
    same = tr("Same rows, same order, same gradient; only the time changes.")
    divided = tr("Each keeps a part of the model.") if rest.divided else ""
    return " ".join(each for each in (_time(rest, now), same, divided) if each)


def _time(rest: Rest, now: Rest) -> str:
    if rest.seconds is None:
        return ""
    left = about_duration(rest.seconds)
    if now.seconds is None:
        return tr("About {time} are left then.", time=left)
    before = about_duration(now.seconds)
    if rest.seconds >= now.seconds:
        return tr("It would take longer: about {time} instead of {before}.", time=left, before=before)
    if rest.seconds > _HARDLY * now.seconds:
        return tr("It hardly pays: about {time} instead of {before}.", time=left, before=before)
    return tr("About {time} instead of {before}.", time=left, before=before)
