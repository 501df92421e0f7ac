"""What happened in a run, in words: the list beside the plot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio import api
from studio.api import RunState, RunStory
from studio.events import AnswersScored, ResultSaved
from studio.job import TrainJob
from ui.state.equation import devices_of
from ui.state.tongue import QT_TR_NOOP, numeral, tr, tr_studio
from ui.state.words import count, counted, file_size, loss, percent

Tone = Literal["text", "mut", "accent", "ok", "warn", "bad"]


@dataclass(frozen=True)
class Happened:
    """One thing worth telling."""

    at: float
    icon: str
    tone: Tone
    title: str
    detail: str = ""


def happened(story: RunStory, state: RunState, job: TrainJob) -> tuple[Happened, ...]:
    """What is worth telling, newest first."""
    told = [*_preparation(story), *_trouble(story), *_progress(story), *_noise(story, job)]
    if state == "paused":
        told.append(
            Happened(story.last_at or 0.0, "pause", "warn", tr("Paused at update {update}", update=count(story.update)))
        )
    if state == "interrupted":
        detail = tr("The computer was switched off, or its programs were ended.")
        told.append(Happened(story.last_at or 0.0, "triangle-alert", "warn", tr("Interrupted"), detail))
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
            tr(words, number=count(number))
            for number, words in (
                (data.held_out_rows, QT_TR_NOOP("{number} held out to check it")),
                (data.left_out_rows, QT_TR_NOOP("{number} left out")),
                (data.cut_rows, QT_TR_NOOP("{number} cut to fit")),
            )
            if number
        ]
        detail = tr("{parts}.", parts=tr(", ").join(parts)) if parts else tr("None left out.")
        told.append(
            Happened(data.at, "table", "ok", tr("{rows} to learn from", rows=counted(data.rows, "row")), detail)
        )
    if story.model is not None:
        share = story.model.trainable_parameters / max(story.model.parameters, 1)
        learns = (
            tr("All of its weights learn.")
            if share > 0.999
            else tr("{share} of its weights learn.", share=_share(share))
        )
        told.append(
            Happened(
                story.model.at,
                "box",
                "ok",
                tr("Model loaded"),
                tr("On {device}. {learns}", device=story.model.device, learns=learns),
            )
        )
    if story.check is not None:
        check = story.check
        if check.agreed:
            title, detail = (
                tr("The split was checked"),
                tr("Two ways of splitting the first update give the same gradient."),
            )
            told.append(Happened(check.at, "shield-check", "ok", title, detail))
        else:
            title = tr("Two splits of the first update disagree")
            told.append(
                Happened(
                    check.at,
                    "circle-x",
                    "bad",
                    title,
                    tr("By {relative_error} of its size.", relative_error=numeral(f"{check.relative_error:.1e}")),
                )
            )
    if story.before is not None:
        told.append(_answers(story.before, tr("before learning")))
    return told


def _share(share: float) -> str:
    return percent(share) if share >= 0.01 else tr("{number} %", number=numeral(f"{share * 100:.1g}"))


def _answers(answers: AnswersScored, when: str) -> Happened:
    title = tr("{exact_match} right {when}", exact_match=percent(answers.exact_match), when=when)
    return Happened(
        answers.at, "message-square", "text", title, tr("{rows} answered.", rows=counted(answers.rows, "held-out row"))
    )


def _progress(story: RunStory) -> list[Happened]:
    told: list[Happened] = []
    if story.evaluations:
        last, best = story.evaluations[-1], story.best
        assert best is not None
        if last.eval_loss <= best.eval_loss:
            words = tr("The lowest so far.") if len(story.evaluations) > 1 else tr("The first check.")
        else:
            words = tr(
                "The lowest was {eval_loss} at update {update}.",
                eval_loss=loss(best.eval_loss),
                update=count(best.update),
            )
        title = tr("Held-out loss {eval_loss}", eval_loss=loss(last.eval_loss))
        where = (
            tr("At update {update}. ", update=count(last.update)) if last.update else tr("Before the first update. ")
        )
        told.append(Happened(last.at, "chart-line", "text", title, where + words))
    if story.checkpoint is not None:
        saved = story.checkpoint
        title = tr("Saved at update {update}", update=count(saved.update))
        told.append(
            Happened(
                saved.at,
                "save",
                "ok",
                title,
                tr("{size_bytes}, complete on the disk.", size_bytes=file_size(saved.size_bytes)),
            )
        )
    return told


def _noise(story: RunStory, job: TrainJob) -> list[Happened]:
    """What the noise in the gradients says about the target; nothing where it cannot be told yet."""
    noise, target = story.noise, job.learning.effective_batch_size
    if noise is None or noise.highest is None:
        return []
    advice = api.noise_advice(job, noise)
    if advice is None:
        detail = tr(
            "The noise in its gradients evens out over about {examples} examples; it has {target}.",
            examples=count(noise.examples),
            target=target,
        )
        return [Happened(noise.at, "info", "mut", tr("The target suits these rows"), detail)]
    title = tr("A smaller target would do") if target > noise.examples else tr("A larger target would be steadier")
    return [Happened(noise.at, "info", "accent", title, f"{tr_studio(advice.sentence)} {tr_studio(advice.hint)}")]


def _trouble(story: RunStory) -> list[Happened]:
    asleep = {each.at for each in story.slept}
    told = [
        Happened(each.at, "moon", "mut", tr_studio(each.title), tr_studio(each.hint))
        if each.at in asleep
        else Happened(each.at, "triangle-alert", "warn", tr_studio(each.title), tr_studio(each.hint))
        for each in story.warnings
    ]
    for each in story.restarts:
        on = devices_of(story, each) if each in story.resized else ""
        title = (
            tr("Restarted at update {update} on {devices}", update=count(each.from_update), devices=on)
            if on
            else tr("Restarted at update {update}", update=count(each.from_update))
        )
        detail = tr("Updates after it are made again, with the same rows in the same order.")
        told.append(Happened(each.at, "rotate-ccw", "accent", title, detail))
    return told


def _end(story: RunStory) -> list[Happened]:
    told: list[Happened] = []
    if story.result is not None:
        told.append(Happened(story.result.at, "check", "ok", tr("Result saved"), _proof(story.result)))
    if story.after is not None:
        told.append(_answers(story.after, tr("after learning")))
    if story.problem is not None and story.ended is None:
        told.append(Happened(story.problem.at, "circle-x", "bad", *problem_of(story)))
    if story.restart is not None:
        seconds = round(story.restart.in_seconds)
        title = tr("The training program ended unexpectedly")
        detail = tr("It starts again in {seconds} s.", seconds=seconds) if seconds > 1 else tr("It starts again now.")
        told.append(Happened(story.restart.at, "circle-x", "bad", title, detail))
    if story.ended is not None:
        ended = story.ended
        match ended.outcome:
            case "finished":
                told.append(Happened(ended.at, "circle-check", "ok", tr("Finished"), _finished(story)))
            case "stopped":
                told.append(
                    Happened(
                        ended.at,
                        "square",
                        "text",
                        tr("Stopped by you"),
                        tr("After update {update}.", update=count(story.update)),
                    )
                )
            case "cancelled":
                told.append(
                    Happened(
                        ended.at,
                        "x",
                        "text",
                        tr("Cancelled by you"),
                        tr("After update {update}.", update=count(story.update)),
                    )
                )
            case "failed":
                title, _ = problem_of(story)
                told.append(
                    Happened(
                        ended.at,
                        "circle-x",
                        "bad",
                        title or tr("It ended"),
                        tr("At update {update}.", update=count(story.update)),
                    )
                )
    return told


def _finished(story: RunStory) -> str:
    if story.update >= story.updates:
        return tr("All {updates}.", updates=counted(story.update, "update"))
    return tr(
        "After {update} of {updates}: the held-out loss no longer fell.",
        update=count(story.update),
        updates=counted(story.updates, "update"),
    )


def _proof(result: ResultSaved) -> str:
    size = file_size(result.size_bytes)
    if result.largest_difference < 1e-3:
        return tr("{size}. Loaded again, it gives the same scores.", size=size)
    return tr(
        "{size}. Loaded again, its scores differ by at most {largest_difference}.",
        size=size,
        largest_difference=numeral(f"{result.largest_difference:.2g}"),
    )


def problem_of(story: RunStory) -> tuple[str, str]:
    """Title and hint of what ended the run; empty where nothing did."""
    if story.ended is not None and story.ended.title:
        return tr_studio(story.ended.title), tr_studio(story.ended.hint)
    if story.problem is not None:
        return tr_studio(story.problem.title), tr_studio(story.problem.hint)
    return "", ""
