"""What happened in a run, in words: the list beside the plot, the flags on it, and what was kept."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from studio import api
from studio.api import RunState, RunStory
from studio.events import AnswersScored, ResultSaved, TrainingStarted, Warned
from studio.job import TrainJob
from ui.state.words import about_duration, count, counted, file_size, gib, loss, percent

Tone = Literal["text", "mut", "accent", "ok", "warn", "bad"]
FlagTone = Literal["info", "warn", "bad", "quiet"]


@dataclass(frozen=True)
class Happened:
    """One thing worth telling."""

    at: float
    icon: str
    tone: Tone
    title: str
    detail: str = ""


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


@dataclass(frozen=True)
class Kept:
    """One thing that was kept, or lost."""

    icon: str
    tone: Tone
    title: str
    detail: str


def equation(story: RunStory) -> str:
    """The promise as a short equation: "32 = 4 × 8 × 1 GPU". Empty before there is a plan."""
    plan = story.plan
    if plan is None:
        return ""
    device = "processor" if _on_processor(story) else "GPU" if plan.world_size == 1 else "GPUs"
    where = f"{plan.world_size} {device}"
    if plan.divides:
        return f"{plan.effective_batch_size} = {plan.micro_batch_size} × {plan.gradient_accumulation_steps} × {where}"
    if len(plan.slices) <= 6:
        return f"{plan.effective_batch_size} = {' + '.join(str(rows) for rows in plan.slices)} on {where}"
    return f"{plan.effective_batch_size} in {len(plan.slices)} parts of at most {plan.micro_batch_size}, {where}"


def _on_processor(story: RunStory) -> bool:
    names = f"{story.plan.device_name if story.plan else ''} {story.model.device if story.model else ''}".lower()
    return any(word in names for word in ("cpu", "processor", " core", "epyc", "xeon", "ryzen"))


def happened(story: RunStory, state: RunState, job: TrainJob) -> tuple[Happened, ...]:
    """What is worth telling, newest first."""
    told = [*_preparation(story), *_trouble(story), *_progress(story), *_noise(story, job)]
    if state == "paused":
        told.append(Happened(story.last_at or 0.0, "pause", "warn", f"Paused at update {count(story.update)}"))
    if state == "interrupted":
        detail = "The computer was switched off, or its programs were ended."
        told.append(Happened(story.last_at or 0.0, "triangle-alert", "warn", "Interrupted", detail))
    told += _end(story)
    told.sort(key=lambda each: each.at)  # stable: what was told at one time keeps its order
    return tuple(reversed(told))


def night(story: RunStory) -> tuple[Happened, ...]:
    """Only the trouble and how it was dealt with, oldest first."""
    return tuple(sorted(_trouble(story), key=lambda each: each.at))


def _preparation(story: RunStory) -> list[Happened]:
    told: list[Happened] = []
    if story.data is not None:
        data = story.data
        parts = [
            f"{count(number)} {words}"
            for number, words in (
                (data.held_out_rows, "held out to check it"),
                (data.left_out_rows, "left out"),
                (data.cut_rows, "cut to fit"),
            )
            if number
        ]
        detail = f"{', '.join(parts)}." if parts else "None left out."
        told.append(Happened(data.at, "table", "ok", f"{counted(data.rows, 'row')} to learn from", detail))
    if story.model is not None:
        share = story.model.trainable_parameters / max(story.model.parameters, 1)
        learns = "All of its weights learn." if share > 0.999 else f"{_share(share)} of its weights learn."
        told.append(Happened(story.model.at, "box", "ok", "Model loaded", f"On {story.model.device}. {learns}"))
    if story.check is not None:
        check = story.check
        if check.agreed:
            title, detail = "The split was checked", "Two ways of splitting the first update give the same gradient."
            told.append(Happened(check.at, "shield-check", "ok", title, detail))
        else:
            title = "Two splits of the first update disagree"
            told.append(Happened(check.at, "circle-x", "bad", title, f"By {check.relative_error:.1e} of its size."))
    if story.before is not None:
        told.append(_answers(story.before, "before learning"))
    return told


def _share(share: float) -> str:
    return percent(share) if share >= 0.01 else f"{share * 100:.1g} %"


def _answers(answers: AnswersScored, when: str) -> Happened:
    title = f"{percent(answers.exact_match)} right {when}"
    return Happened(answers.at, "message-square", "text", title, f"{counted(answers.rows, 'held-out row')} answered.")


def _progress(story: RunStory) -> list[Happened]:
    told: list[Happened] = []
    if story.evaluations:
        last, best = story.evaluations[-1], story.best
        assert best is not None
        if last.eval_loss <= best.eval_loss:
            words = "The lowest so far." if len(story.evaluations) > 1 else "The first check."
        else:
            words = f"The lowest was {loss(best.eval_loss)} at update {count(best.update)}."
        title = f"Held-out loss {loss(last.eval_loss)}"
        where = f"At update {count(last.update)}. " if last.update else "Before the first update. "
        told.append(Happened(last.at, "chart-line", "text", title, where + words))
    if story.checkpoint is not None:
        saved = story.checkpoint
        title = f"Saved at update {count(saved.update)}"
        told.append(Happened(saved.at, "save", "ok", title, f"{file_size(saved.size_bytes)}, complete on the disk."))
    return told


def _noise(story: RunStory, job: TrainJob) -> list[Happened]:
    """What the noise in the gradients says about the target; nothing where it cannot be told yet."""
    noise, target = story.noise, job.learning.effective_batch_size
    if noise is None or noise.highest is None:
        return []
    advice = api.noise_advice(job, noise)
    if advice is None:
        detail = f"The noise in its gradients evens out over about {count(noise.examples)} examples; it has {target}."
        return [Happened(noise.at, "info", "mut", "The target suits these rows", detail)]
    title = "A smaller target would do" if target > noise.examples else "A larger target would be steadier"
    return [Happened(noise.at, "info", "accent", title, f"{advice.sentence} {advice.hint}")]


def _trouble(story: RunStory) -> list[Happened]:
    asleep = {each.at for each in story.slept}
    told = [
        Happened(each.at, "moon", "mut", each.title, each.hint)
        if each.at in asleep
        else Happened(each.at, "triangle-alert", "warn", each.title, each.hint)
        for each in story.warnings
    ]
    for each in story.restarts:
        on = f" on {_devices(story, each)}" if each in story.resized else ""
        title = f"Restarted at update {count(each.from_update)}{on}"
        detail = "Updates after it are made again, with the same rows in the same order."
        told.append(Happened(each.at, "rotate-ccw", "accent", title, detail))
    return told


def _devices(story: RunStory, started: TrainingStarted) -> str:
    """What shares the work from that start on: "2 GPUs"."""
    return (
        counted(started.world_size, "process", "processes")
        if _on_processor(story)
        else counted(started.world_size, "GPU")
    )


def _end(story: RunStory) -> list[Happened]:
    told: list[Happened] = []
    if story.result is not None:
        told.append(Happened(story.result.at, "check", "ok", "Result saved", _proof(story.result)))
    if story.after is not None:
        told.append(_answers(story.after, "after learning"))
    if story.problem is not None and story.ended is None:
        told.append(Happened(story.problem.at, "circle-x", "bad", story.problem.title, story.problem.hint))
    if story.restart is not None:
        seconds = round(story.restart.in_seconds)
        title = "The training program ended unexpectedly"
        detail = f"It starts again in {seconds} s." if seconds > 1 else "It starts again now."
        told.append(Happened(story.restart.at, "circle-x", "bad", title, detail))
    if story.ended is not None:
        ended, where = story.ended, f"at update {count(story.update)}"
        match ended.outcome:
            case "finished":
                told.append(Happened(ended.at, "circle-check", "ok", "Finished", _finished(story)))
            case "stopped":
                told.append(
                    Happened(ended.at, "square", "text", "Stopped by you", f"After update {count(story.update)}.")
                )
            case "cancelled":
                told.append(Happened(ended.at, "x", "text", "Cancelled by you", f"After update {count(story.update)}."))
            case "failed":
                title, _ = problem_of(story)
                told.append(
                    Happened(ended.at, "circle-x", "bad", title or "It ended", f"{where[0].upper()}{where[1:]}.")
                )
    return told


def _finished(story: RunStory) -> str:
    if story.update >= story.updates:
        return f"All {counted(story.update, 'update')}."
    return f"After {count(story.update)} of {counted(story.updates, 'update')}: the held-out loss no longer fell."


def _proof(result: ResultSaved) -> str:
    size = file_size(result.size_bytes)
    if result.largest_difference < 1e-3:
        return f"{size}. Loaded again, it gives the same scores."
    return f"{size}. Loaded again, its scores differ by at most {result.largest_difference:.2g}."


def problem_of(story: RunStory) -> tuple[str, str]:
    """Title and hint of what ended the run; empty where nothing did."""
    if story.ended is not None and story.ended.title:
        return story.ended.title, story.ended.hint
    if story.problem is not None:
        return story.problem.title, story.problem.hint
    return "", ""


def flags(story: RunStory, state: RunState) -> tuple[Flag, ...]:
    """The marks on the plot, from left to right."""
    made = [
        Flag(
            each.from_update,
            "rotate-ccw",
            _devices(story, each) if each in story.resized else "Restarted",
            "info",
            f"Started again from update {count(each.from_update)}"
            + (f" on {_devices(story, each)}" if each in story.resized else ""),
        )
        for each in story.restarts
    ]
    asleep = {each.at: each for each in story.slept}
    for warned in story.warnings:
        update = _update_at(story, warned.at)
        if update is None:
            continue
        detail = f"{warned.title}. {warned.hint}".replace("..", ".").strip()
        if warned.at in asleep:
            slept = about_duration(asleep[warned.at].seconds)
            made.append(Flag(max(update - 0.5, 0.5), "moon", f"Asleep {slept}", "quiet", detail, band=True))
        else:
            icon, words, tone = _short(warned)
            made.append(Flag(update, icon, words, tone, detail))
    if story.update and state in _HERE:
        icon, words, tone = _HERE[state]
        if state == "stopped" and story.ended is not None and story.ended.outcome == "cancelled":
            words = "Cancelled"
        made.append(Flag(story.update, icon, words, tone, f"{words} at update {count(story.update)}"))
    return tuple(sorted(made, key=lambda flag: flag.update))


_HERE: dict[RunState, tuple[str, str, FlagTone]] = {
    "paused": ("pause", "Paused", "warn"),
    "stopped": ("square", "Stopped by you", "quiet"),
    "failed": ("circle-x", "Could not go on", "bad"),
    "interrupted": ("triangle-alert", "Interrupted", "warn"),
    "recovering": ("rotate-ccw", "Starts again", "info"),
}


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
        return "circle-x", "Not a number", "bad"
    if title.startswith("went back"):
        return "rotate-ccw", "Went back", "info"
    words = "Worth a look"
    if "memory" in title:
        words = "Out of memory, redone" if "redone" in f"{title} {warned.hint.lower()}" else "Out of memory"
    elif "checkpoint" in title:
        words = "Save set aside"
    elif "disk" in title:
        words = "Disk"
    elif "clock" in title:
        words = "Clock changed"
    elif "nothing to learn" in title or "skipped" in title:
        words = "Update skipped"
    return "triangle-alert", words, "warn"


def kept(story: RunStory, job: TrainJob) -> tuple[Kept, ...]:
    """What an ended or interrupted run still has, and what it lost."""
    told: list[Kept] = []
    saved = story.checkpoint.update if story.checkpoint is not None else 0
    if saved:
        title = f"Everything learned up to update {count(saved)}"
        told.append(Kept("circle-check", "ok", title, "weights, optimizer, place in the data"))
    size = job.learning.effective_batch_size
    told.append(Kept("circle-check", "ok", "The experiment", f"{size} per update, same order and seed"))
    if story.curves.train_loss:
        told.append(Kept("circle-check", "ok", "The whole loss curve", f"{counted(story.update, 'update')} of it"))
    if story.result is not None:
        told.append(Kept("circle-check", "ok", "The result so far", file_size(story.result.size_bytes)))
    lost = story.update - saved
    if story.update and not saved:
        told.append(Kept("clock", "mut", "Nothing was saved yet", "it would begin again with the first update"))
    elif lost > 0:
        told.append(Kept("clock", "mut", f"Lost: {counted(lost, 'update')}", "made again when it goes on"))
    return tuple(told)


def memory_caption(story: RunStory) -> str:
    """What was predicted and what was free, in GiB."""
    if story.plan is None:
        return ""
    free = max(story.plan.limit_bytes - story.plan.memory.others, 0)
    if story.plan.peak_bytes < 0.005 * 1024**3:
        return f"{gib(free, unit=False)} free"
    return f"{gib(story.plan.peak_bytes, unit=False)} predicted, {gib(free, unit=False)} free"
