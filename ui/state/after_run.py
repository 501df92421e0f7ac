"""What Try, Judge and Export share: the runs that have a result, and where questions to them are answered now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from studio.api import AfterFailed, ExportJob, JudgeJob, Machine, Noted, Progressed, PushJob, QuestionRefused, TryJob
from ui.state import words
from ui.state.hints import in_window
from ui.state.known import KnownRun, learning
from ui.state.tongue import QT_TR_NOOP, tr, tr_studio


@dataclass(frozen=True)
class Told:
    """Something worth a strip of its own."""

    kind: Literal["info", "warn", "bad"]
    title: str
    hint: str = ""


def told_problem(refused: QuestionRefused) -> Told:
    """Why a question has no answer."""
    return Told("bad", tr_studio(refused.title), in_window(refused.hint, refused.remedy))


def told(event: Noted | AfterFailed) -> Told | None:
    """What a worker said beside its answer; None where the user ended it."""
    if isinstance(event, Noted):
        return Told("info", tr_studio(event.title), tr_studio(event.hint))
    if event.was_cancelled:
        return None
    return Told("bad", tr_studio(event.title), in_window(event.hint, event.remedy))


def where_now(runs: Sequence[KnownRun], machine: Machine | None) -> Told | None:
    """Where models answer while a run uses the device; None while none does."""
    busy = learning(list(runs))
    if busy is None:
        return None
    if machine is not None and any(device.is_gpu for device in machine.devices):
        title = tr("{name} is using the graphics card, so models answer on the processor.", name=busy.title)
        return Told("info", title, tr("Slower, with the same answers. The run is not disturbed."))
    title = tr("{name} is running, and models answer on the same processor.", name=busy.title)
    return Told("info", title, tr("Both are slower meanwhile; nothing else changes."))


def busy_with(job: object) -> str:
    """Why nothing else can be asked now; empty: it can."""
    match job:
        case ExportJob():
            return tr("An export is being made. This is possible as soon as it is done.")
        case PushJob():
            return tr("An export is being sent to the hub. This is possible as soon as it is there.")
        case JudgeJob():
            return tr("A run is being judged. This is possible as soon as that is done.")
        case TryJob():
            return tr("The models are answering. This is possible as soon as they are done.")
        case _:
            return ""


_STAGES: dict[str, str] = {
    "loading libraries": QT_TR_NOOP("Getting ready"),
    "loading models": QT_TR_NOOP("Loading the models"),
    "asking base": QT_TR_NOOP("Asking the model as it came"),
    "asking tuned": QT_TR_NOOP("Asking the model after your run"),
    "answering rows": QT_TR_NOOP("Answering held-out rows"),
}


def progress_words(progress: Progressed) -> str:
    """What is being done: "Answering held-out rows, 16 of 100"."""
    said = tr(_STAGES[progress.stage]) if progress.stage in _STAGES else tr_studio(progress.what)
    if not progress.total:
        return said
    done, total = words.count(progress.done), words.count(progress.total)
    return tr("{what}, {done} of {total}", what=said, done=done, total=total)
