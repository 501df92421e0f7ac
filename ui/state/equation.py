"""The promise in one line: how the examples of one update are made up, and how many devices share them."""

from __future__ import annotations

from itertools import groupby, pairwise

from studio.api import Plan, RunStory
from studio.events import TrainingStarted
from studio.job import TrainJob
from ui.state.tongue import left_to_right, tr
from ui.state.words import count, counted


def short_equation(plan: Plan, *, on_gpu: bool) -> str:
    """ "32 = 4 × 4 × 2 GPUs": rows at a time, times added up, devices. Where that is no whole product, number × rows of
    the slices: "32 = 2 × 6 + 4 × 5 on 2 GPUs".
    """
    where = counted(plan.world_size, "GPU" if on_gpu else "processor")
    if plan.times is not None:
        product = f"{count(plan.slices[0])} × {count(plan.times)} × {where}"
        return left_to_right(f"{count(plan.effective_batch_size)} = {product}")
    groups = (f"{count(len(list(group)))} × {count(rows)}" for rows, group in groupby(plan.slices))
    target, slices = count(plan.effective_batch_size), " + ".join(groups)
    return left_to_right(tr("{target} = {slices} on {where}", target=target, slices=slices, where=where))


def equation(story: RunStory) -> str:
    """The promise as a short equation: "32 = 4 × 8 × 1 GPU". Empty before there is a plan."""
    plan = story.plan
    if plan is None:
        return ""
    return short_equation(plan, on_gpu=not _on_processor(story))


def _on_processor(story: RunStory) -> bool:
    plan = story.plan
    if plan is not None and plan.on_gpu is not None:
        return not plan.on_gpu
    names = f"{plan.device_name if plan else ''} {story.model.device if story.model else ''}".lower()
    return any(word in names for word in ("cpu", "processor", " core", "epyc", "xeon", "ryzen"))


def devices_of(story: RunStory, started: TrainingStarted) -> str:
    """What shares the work from that start on: "2 GPUs"."""
    return _devices(started.world_size, on_processor=_on_processor(story))


def on_devices(story: RunStory, job: TrainJob, number: int) -> str:
    """What would share the work: "2 GPUs"."""
    return _devices(number, on_processor=job.device == "cpu" or _on_processor(story))


def stretches(story: RunStory) -> tuple[tuple[int, str], ...]:
    """From which update on what shared the work, as far as the run has come: (1, "1 GPU"), (431, "2 GPUs"). None where
    that never changed."""
    found = [(1, story.began_on)]
    for each in story.resized:
        before = [(first, size) for first, size in found if first <= each.from_update]
        found = [*before, (each.from_update + 1, each.world_size)]
    on_processor = _on_processor(story)
    return tuple((first, _devices(size, on_processor=on_processor)) for first, size in found) if story.resized else ()


def told_stretches(story: RunStory) -> str:
    """The same as words: "1 GPU to update 430, then 2 GPUs". Empty where it never changed."""
    known = stretches(story)
    if len(known) < 2:
        return ""
    parts = [
        tr("{devices} to update {update}", devices=devices, update=count(following - 1))
        for (_, devices), (following, _) in pairwise(known)
    ]
    return tr("{before}, then {devices}", before=tr(", ").join(parts), devices=known[-1][1])


def _devices(number: int, *, on_processor: bool) -> str:
    return counted(number, "process", "processes") if on_processor else counted(number, "GPU")
