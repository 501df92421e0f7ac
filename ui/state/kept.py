"""What an ended or interrupted run still has, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import RunStory
from studio.job import TrainJob
from ui.state.tongue import tr
from ui.state.words import count, counted, file_size


@dataclass(frozen=True)
class Kept:
    """One thing that was kept, or lost."""

    icon: str
    tone: Literal["ok", "mut"]
    title: str
    detail: str


def kept(story: RunStory, job: TrainJob) -> tuple[Kept, ...]:
    """What an ended or interrupted run still has, and what it lost."""
    told: list[Kept] = []
    saved = story.checkpoint.update if story.checkpoint is not None else 0
    if saved:
        title = tr("Everything learned up to update {saved}", saved=count(saved))
        told.append(Kept("circle-check", "ok", title, tr("weights, optimizer, place in the data")))
    size = job.learning.effective_batch_size
    told.append(
        Kept("circle-check", "ok", tr("The experiment"), tr("{size} per update, same order and seed", size=size))
    )
    if story.curves.train_loss:
        told.append(
            Kept(
                "circle-check",
                "ok",
                tr("The whole loss curve"),
                tr("{update} of it", update=counted(story.update, "update")),
            )
        )
    if story.result is not None:
        told.append(Kept("circle-check", "ok", tr("The result so far"), file_size(story.result.size_bytes)))
    lost = story.update - saved
    if story.update and not saved:
        told.append(Kept("clock", "mut", tr("Nothing was saved yet"), tr("it would begin again with the first update")))
    elif lost > 0:
        told.append(
            Kept("clock", "mut", tr("Lost: {lost}", lost=counted(lost, "update")), tr("made again when it goes on"))
        )
    return tuple(told)
