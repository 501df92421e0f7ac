"""A run in plain text, for someone who can help."""

from __future__ import annotations

from studio.api import RunState, RunStory
from studio.job import TrainJob
from ui.state.equation import equation
from ui.state.happened import happened, problem_of
from ui.state.tongue import tr
from ui.state.words import clock


def report_of(story: RunStory, state: RunState, job: TrainJob, folder: str, log: str) -> str:
    """The run in plain text, for someone who can help."""
    title, hint = problem_of(story)
    lines = [
        tr(
            "Run: {name} ({state}), update {update} of {updates}",
            name=job.name,
            state=state,
            update=story.update,
            updates=story.updates,
        ),
        tr("Model: {model}", model=job.model),
        tr("Plan: {equation}", equation=equation(story) or tr("none")),
        tr("Problem: {title} {hint}", title=title, hint=hint).rstrip() if title else tr("Problem: none"),
        tr("Folder: {folder}", folder=folder),
        "",
        *(f"{clock(each.at)}  {each.title}  {each.detail}".rstrip() for each in reversed(happened(story, state, job))),
    ]
    if log:
        lines += ["", tr("The end of worker.log:"), log]
    return "\n".join(lines) + "\n"
