"""Everything the morning report says about a run, gathered from its folder once it is over, or so far."""

from __future__ import annotations

import time

import msgspec

from studio.errors import RunProblem
from studio.events import AnswersScored, CheckpointSaved, Evaluated, Event, Sampled
from studio.report.incidents import Incident, find_incidents, in_order
from studio.report.words import methods, next_steps
from studio.runs.folder import RunFolder
from studio.runs.journal import Tail
from studio.runs.story import RunState, RunStory
from studio.runs.warned import for_people
from studio.runs.watch import read_run


class ProbeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt of the run, answered early and late."""

    prompt: str
    before: str
    before_update: int
    after: str
    after_update: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A run as one reads of it in the morning."""

    run: str
    state: RunState
    headline: str
    why: str
    """What ended it, and what was kept; empty where it simply finished."""
    began_at: float | None
    ended_at: float | None
    seconds: float
    """Without those in which the computer slept."""
    update: int
    updates: int
    losses: list[float]
    """(updates,) in nats per target token, NaN where there was none."""
    evaluations: list[Evaluated]
    best: Evaluated | None
    checkpoint: CheckpointSaved | None
    result: str | None
    incidents: tuple[Incident, ...]
    kept_awake: bool | None
    before: AnswersScored | None
    after: AnswersScored | None
    probes: tuple[ProbeAnswer, ...]
    kilowatt_hours: float | None
    """What the card drew, where that was measured; the rest of the computer comes on top."""
    next_steps: tuple[str, ...]
    methods: str


def gather(run: RunFolder) -> Report:
    """The report of a run as it is now. Raises RunProblem where its request cannot be read or it never began."""
    job = run.job()
    watch = read_run(run)
    story = watch.story
    if story.result is not None:  # the run may have been elsewhere when it was saved
        story.result = msgspec.structs.replace(story.result, folder=str(run.result))
    if story.first_at is None:
        raise RunProblem(f"{run.name} has not begun yet, so there is nothing to report.", "Look again later.")
    worker, foreman = (Tail[Event](path, Event).read() for path in (run.events, run.foreman_events))
    events = in_order(foreman, worker)
    incidents = find_incidents(events)
    return Report(
        run=run.name,
        state=watch.state,
        headline=_headline(run.name, watch.state, story),
        why=_why(watch.state, story),
        began_at=story.first_at,
        ended_at=story.ended.at if story.ended else None,
        seconds=story.seconds,
        update=story.update,
        updates=story.updates,
        losses=list(story.curves.train_loss),
        evaluations=story.evaluations,
        best=story.best,
        checkpoint=story.checkpoint,
        result=story.result.folder if story.result else None,
        incidents=incidents,
        kept_awake=story.kept_awake,
        before=story.before,
        after=story.after,
        probes=_probes(worker),
        kilowatt_hours=story.joules / 3.6e6 if story.joules is not None else None,
        next_steps=next_steps(run.name, watch.state, story, job),
        methods=methods(job, story),
    )


def _headline(name: str, state: RunState, story: RunStory) -> str:
    how_long = for_people(story.seconds)
    match state:
        case "finished":
            early = " early, since the held-out loss no longer fell" if story.update < story.updates else ""
            return f"{name} finished{early}: {story.update:,} updates in {how_long}."
        case "stopped":
            return f"{name} was stopped by you after update {story.update:,} of {story.updates:,}."
        case "failed":
            return f"{name} did not finish: it ended at update {story.update:,} of {story.updates:,}."
        case "interrupted":
            return f"{name} was interrupted at update {story.update:,} of {story.updates:,}; nobody looks after it now."
        case _:
            return f"{name} is still {state}: update {story.update:,} of {story.updates:,} after {how_long}."


def _why(state: RunState, story: RunStory) -> str:
    if state == "failed" and story.ended is not None:
        return f"{story.ended.title} {story.ended.hint}".strip()
    if state == "interrupted":
        return (
            "The computer was switched off, or its programs were ended. Everything up to the last checkpoint is kept."
        )
    return ""


def _probes(events: list[Event]) -> tuple[ProbeAnswer, ...]:
    first: dict[str, Sampled] = {}
    last: dict[str, Sampled] = {}
    for event in events:
        if isinstance(event, Sampled):
            first.setdefault(event.prompt, event)
            last[event.prompt] = event
    return tuple(
        ProbeAnswer(
            prompt=prompt,
            before=before.text,
            before_update=before.update,
            after=last[prompt].text,
            after_update=last[prompt].update,
        )
        for prompt, before in first.items()
        if last[prompt].update > before.update
    )


def when(at: float | None) -> str:
    """A moment by the wall clock: "21 Nov 2026, 03:12"; empty where it is not known."""
    return time.strftime("%d %b %Y, %H:%M", time.localtime(at)).lstrip("0") if at else ""
