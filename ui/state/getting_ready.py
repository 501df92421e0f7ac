"""What a run does before its first update, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import RunStory
from studio.job import Full, TrainJob
from ui.state.equation import equation
from ui.state.tongue import tr
from ui.state.words import counted, percent


@dataclass(frozen=True)
class Step:
    """One step of getting ready."""

    words: str
    detail: str
    state: Literal["done", "now", "to do"]


def steps_of(story: RunStory, job: TrainJob) -> tuple[Step, ...]:
    """Getting ready, step by step; whatever the order in which the worker does them."""
    data, model, plan = story.data, story.model, story.plan
    begun = story.spawned is not None or story.stage is not None
    steps: list[tuple[str, str, bool, tuple[str, ...]]] = [
        (tr("Start the training program"), "", begun and story.stage not in (None, "importing"), ("importing",)),
        (
            tr("Read the rows"),
            tr("{rows} to learn from", rows=counted(data.rows, "row")) if data else "",
            data is not None,
            ("reading data",),
        ),
        (
            tr("Load the model"),
            tr("on {device}", device=model.device) if model else "",
            model is not None,
            ("loading model",),
        ),
        (tr("Plan the updates"), equation(story), plan is not None, ("measuring", "planning")),
        (
            tr("Check that the split changes nothing"),
            tr("the same gradient in two ways") if story.check and story.check.agreed else "",
            story.check is not None,
            ("checking",),
        ),
    ]
    if job.data.score_answers and isinstance(job.method, Full):  # an adapter is switched off for it at the end
        answered = tr("{exact_match} right", exact_match=percent(story.before.exact_match)) if story.before else ""
        words = tr(
            "Answer {score_answers}, to compare with later",
            score_answers=counted(job.data.score_answers, "held-out row"),
        )
        steps.append((words, answered, story.before is not None, ("answering",)))
    steps.append((tr("Make the first update"), "", bool(story.update), ("training", "evaluating", "saving")))
    made: list[Step] = []
    for words, detail, done, stages in steps:
        now = begun and (story.stage in stages or (story.training and "training" in stages))
        made.append(Step(words, detail, "done" if done else "now" if now else "to do"))
    return tuple(made)
