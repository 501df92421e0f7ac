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
    """The question on how many devices it goes on."""

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
    """Training processes that share the work, or did when it came to rest."""
    return story.world_size or job.world_size or 1


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


def offer(story: RunStory, job: TrainJob, numbers: tuple[int, ...]) -> str:
    """The button that asks the question; empty where there is nothing to choose."""
    others = [each for each in numbers if each != devices_now(story, job)]
    if len(others) == 1:
        return tr("Continue on {devices}", devices=on_devices(story, job, others[0]))
    return tr("Choose how many share it") if others else ""


def question(story: RunStory, job: TrainJob, numbers: tuple[int, ...], chosen: int, rests: dict[int, Rest]) -> Regroup:
    """`rests`: what is left on so many, as far as that was worked out."""
    now = devices_now(story, job)
    devices, before = on_devices(story, job, chosen), on_devices(story, job, now)
    rest = rests.get(chosen, Rest())
    same = tr("The same rows in the same order and the same gradient: nothing changes but the time.")
    reason = "" if rest.fits else tr("It does not fit on {devices} now.", devices=devices)
    return Regroup(
        title=tr("Continue on {devices} instead of {before}?", devices=devices, before=before),
        line=" ".join(each for each in (same, reason or _time(rest, rests.get(now, Rest()), devices, before)) if each),
        numbers=tuple((str(each), on_devices(story, job, each)) for each in numbers if each != now),
        chosen=str(chosen),
        command=Resume(gpus=chosen),
        button=tr("Continue on {devices}", devices=devices),
        reason=reason,
    )


def _time(rest: Rest, now: Rest, devices: str, before: str) -> str:
    if rest.seconds is None:
        return tr("How much time is seen after the first updates.")
    left = about_duration(rest.seconds)
    divided = tr("Each keeps a part of the model.") if rest.divided else ""
    if now.seconds is None:
        said = tr("About {time} are left then.", time=left)
    else:
        said = tr(
            "About {time} are left on {devices}, and about {before_time} on {before}.",
            time=left,
            devices=devices,
            before_time=about_duration(now.seconds),
            before=before,
        )
        if _HARDLY * now.seconds < rest.seconds < now.seconds:
            said = tr("{said} That hardly pays.", said=said)
        elif rest.seconds >= now.seconds and rest.seconds > 0:
            said = tr("{said} So it would take longer.", said=said)
    return f"{said} {divided}".rstrip()
