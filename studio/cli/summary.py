"""How a run went, for people and as fields for scripts."""

from __future__ import annotations

from typing import Any

from studio.cli.say import duration, percent, say
from studio.errors import EngineProblem, StudioError
from studio.planning.advice import advise
from studio.planning.arithmetic import equation
from studio.planning.noise_scale import NoiseScale
from studio.runs.watch import RunWatch


def failure(watch: RunWatch) -> StudioError:
    ended = watch.story.ended
    title, hint = (ended.title, ended.hint) if ended else ("", "")
    if watch.story.has_lost_checkpoints:
        hint = f"{hint} `nightshift resume {watch.run.name} --from-start` does that."
    return EngineProblem(title or "The run failed.", hint or f"The details are in {watch.run.log}.")


def summary(watch: RunWatch) -> dict[str, Any]:
    story = watch.story
    return {
        "run": watch.run.name,
        "state": watch.state,
        "update": story.update,
        "updates": story.updates,
        "equation": equation(story.plan) if story.plan else None,
        "train_loss": story.train_loss,
        "eval_loss": story.eval_loss,
        "seconds": round(story.seconds, 2),
        "checkpoint": str(watch.run.checkpoints / story.checkpoint.folder) if story.checkpoint else None,
        "result": str(watch.run.result) if story.result else None,
        "held_out_before": story.before.exact_match if story.before else None,
        "held_out_after": story.after.exact_match if story.after else None,
        "samples": [{"update": each.update, "prompt": each.prompt, "text": each.text} for each in story.samples],
        "problem": problem(watch),
    }


def problem(watch: RunWatch) -> dict[str, str] | None:
    ended = watch.story.ended
    return {"title": ended.title, "hint": ended.hint} if ended and watch.state == "failed" else None


def measured_noise(watch: RunWatch) -> NoiseScale | None:
    """The newest estimate of the run; None where there is none."""
    told = watch.story.noise
    if told is None:
        return None
    return NoiseScale(examples=told.examples, lowest=told.lowest, highest=told.highest, updates=told.updates)


def say_summary(watch: RunWatch) -> None:
    story = watch.story
    at = f": update {story.update:,} of {story.updates:,}, after {duration(story.seconds)}" if story.updates else ""
    say(f"{watch.run.name} {'has' if watch.state == 'failed' else 'is'} {watch.state}{at}.")
    if story.plan:
        say(f"Each update: {equation(story.plan)}.")
    if story.before and story.after:
        before, after = percent(story.before.exact_match), percent(story.after.exact_match)
        say(f"Right on rows it never saw: {before} before, {after} after.")
    if story.train_loss is not None:
        held_out = f", held-out {story.eval_loss:.3f}" if story.eval_loss is not None else ""
        say(f"Loss {story.train_loss:.3f}{held_out}.")
    for each in story.samples:
        say(f"After update {each.update:,}, “{each.prompt}” is answered: {each.text}")
    for advice in advise(watch.run.job(), noise=measured_noise(watch)):
        say(f"{advice.sentence} {advice.hint}".strip())
    if story.result:
        say(f"Result: {watch.run.result}")
