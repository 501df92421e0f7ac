"""How many GPUs may share the work of a new run, and whether another number than the chosen one would be sooner."""

from __future__ import annotations

from dataclasses import replace

from studio.api import Plan
from ui.state import words
from ui.state.new_run import NewRun
from ui.state.new_run_choices import SUGGESTED, Choices

_SEGMENTS = 4
_SOONER = 0.87
"""Of the time that the chosen number takes; less is not worth a word."""


def choices_of_gpus(run: NewRun) -> tuple[tuple[str, str], ...]:
    """Each number with what to call it; none where there is one card at most."""
    numbers = _numbers(run)
    if len(numbers) < 3:
        return tuple((str(each), words.counted(each, "GPU")) for each in numbers)
    *fewer, most = numbers
    return (*((str(each), words.count(each)) for each in fewer), (str(most), words.counted(most, "GPU")))


def try_another_number(run: NewRun) -> bool:
    """Plan the next other number; False where all are planned. Takes as long as one plan."""
    if isinstance(run.chosen, Plan):
        for choices in _others(run):
            if run.planned(choices) is None:
                run.plan_for(choices)
                return True
    return False


def sooner_on(run: NewRun) -> tuple[int, Plan] | None:
    """The other number with which the run ends soonest, where that is much sooner and already known."""
    chosen = run.chosen
    if not isinstance(chosen, Plan):
        return None
    plans = [plan for choices in _others(run) if isinstance(plan := run.planned(choices), Plan) and plan.fits]
    best = min(plans, key=lambda plan: plan.seconds_per_update, default=None)
    if best is None or best.seconds_per_update > _SOONER * chosen.seconds_per_update:
        return None
    return best.world_size, best


def _numbers(run: NewRun) -> tuple[int, ...]:
    there = len(run.cards)
    if there < 2:
        return ()
    if there <= _SEGMENTS:
        return tuple(range(1, there + 1))
    return (1, *(number for number in (2, 4, 8, 16) if number < there), there)


def _others(run: NewRun) -> list[Choices]:
    most = run.batch or 1
    numbers = [each for each in _numbers(run) if each != run.choices.gpus and each <= most]
    return [replace(run.choices, gpus=each, alternative=SUGGESTED) for each in numbers]
