"""The models to choose from, and whether each fits these rows, this target and this method on this device."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from msgspec import structs
from numpy.typing import NDArray

from studio.api import Device, HubModel, JobToPlan, Listed, ModelFacts, Verdict, read_catalog, read_model, verdict
from studio.errors import StudioError
from studio.job import TrainJob
from ui.state import words
from ui.state.devices import nearly_as
from ui.state.tongue import QT_TR_NOOP, tr, tr_studio

ASSUMED_TOKENS = 1024
"""Of every row, until there are data."""
Tone = Literal["ok", "warn", "bad", "mut"]
_FITS: dict[str, tuple[str, str, Tone]] = {
    "with room": ("circle-check", QT_TR_NOOP("fits with room"), "ok"),
    "with checkpointing": ("circle-check", QT_TR_NOOP("fits with checkpointing"), "ok"),
    "divided": ("layers", QT_TR_NOOP("fits when divided between {gpus}"), "warn"),
    "in 4 bits": ("layers", QT_TR_NOOP("fits in 4 bits"), "warn"),
    "divided in 4 bits": ("layers", QT_TR_NOOP("fits in 4 bits when divided between {gpus}"), "warn"),
}


@dataclass(frozen=True)
class Known:
    """A model that can be chosen or downloaded."""

    key: str
    """Its folder where it is here, else owner and name on the hub."""
    name: str
    hub: str = ""
    """Owner and name; empty: it came from elsewhere."""
    folder: str = ""
    """Empty: it is not here."""
    parameters: int = 0
    num_bytes: int = 0
    licence: str = ""
    gated: bool = False
    languages: tuple[str, ...] = ()
    downloads: int = 0
    """A month, where a search found it."""
    facts: ModelFacts | None = None
    problem: str = ""
    """Why it cannot be trained."""

    @property
    def is_here(self) -> bool:
        """Whether it needs no download."""
        return bool(self.folder)

    @property
    def context(self) -> int:
        """Tokens it can read at once; 0: not known."""
        return self.facts.max_positions if self.facts else 0


@dataclass(frozen=True)
class Fit:
    """Whether a model fits, in words."""

    icon: str
    words: str
    tone: Tone
    fits: bool | None = None
    """None: not known yet."""
    why: str = ""
    """A sentence where the words alone leave one wondering."""


UNJUDGED = Fit("hourglass", QT_TR_NOOP("working it out"), "mut")


@dataclass(frozen=True)
class ModelLine:
    """One line of the list."""

    key: str
    title: str
    detail: str
    fit: Fit
    heading: str = ""
    """Above it, where a group begins."""
    chosen: bool = False


@dataclass(frozen=True)
class JudgedFor:
    """For what the models are judged."""

    job: TrainJob
    lengths: NDArray[np.int64]
    num_targets: NDArray[np.int64]
    device: Device
    cards: tuple[Device, ...]
    """All that can share the work, `device` first."""
    is_assumed: bool
    """Whether there are no rows yet and ASSUMED_TOKENS stand in for them."""


class ModelList:
    """Folds what is known of models and verdicts into lines. No clock but a deadline, no Qt."""

    def __init__(self) -> None:
        self.words = ""
        """What is searched for."""
        self.only_fitting = False
        self.selected = ""
        self._here: dict[str, Known] = {}
        self._folders: list[tuple[str, str, str]] = []
        self._catalog = tuple(_listed(each) for each in read_catalog().models)
        self._found: tuple[Known, ...] = ()
        self._asked: JudgedFor | None = None
        self._fits: dict[str, Fit] = {}

    def see_folders(self, folders: list[tuple[str, str, str]]) -> None:
        """Models on this computer: folder, name to show, owner and name on the hub or nothing."""
        self._folders = folders

    def see_found(self, found: tuple[HubModel, ...]) -> None:
        """What a search on the hub found."""
        listed = {each.hub for each in self._catalog}
        self._found = tuple(
            Known(
                key=each.model,
                name=each.model.split("/")[-1],
                hub=each.model,
                gated=each.gated,
                downloads=each.downloads,
            )
            for each in found
            if each.model not in listed
        )

    def see_details(self, found: HubModel) -> None:
        """What the hub tells about one model."""
        self._found = tuple(
            replace(
                each,
                gated=found.gated,
                num_bytes=found.num_bytes,
                facts=found.facts,
                parameters=found.facts.parameters if found.facts else 0,
            )
            if each.hub == found.model
            else each
            for each in self._found
        )
        self._fits.pop(found.model, None)

    def judge_for(self, asked: JudgedFor | None) -> None:
        """Other rows, another target, method or device: every verdict is worked out again. None: nothing to judge."""
        before = self._asked
        if asked is None or before is None or not _alike(before, asked):
            self._fits = {}
        self._asked = asked

    def work(self, seconds: float) -> bool:
        """Work out verdicts for so long, in the order of the lines; whether anything changed."""
        deadline = time.perf_counter() + seconds
        changed = False
        for folder, name, hub in self._folders:
            if folder not in self._here:
                self._here[folder] = _read(folder, name, hub)
                changed = True
            if time.perf_counter() > deadline:
                return True
        for known in self._matching():
            if known.key not in self._fits:
                self._fits[known.key] = self._judge(known)
                changed = True
            if time.perf_counter() > deadline:
                return True
        return changed

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to work out."""
        known = all(folder in self._here for folder, _, _ in self._folders)
        return known and all(each.key in self._fits for each in self._matching())

    def known(self, key: str) -> Known | None:
        """The model of this key."""
        return next((each for each in self._all() if each.key == key), None)

    def fit(self, key: str) -> Fit:
        """Of this model."""
        return self._fits.get(key) or replace(UNJUDGED, words=tr(UNJUDGED.words))

    def lines(self, chosen: str) -> tuple[ModelLine, ...]:
        """What is shown now; `chosen` is the folder of the model of the run."""
        made: list[ModelLine] = []
        group = ""
        for known in self._matching():
            fit = self.fit(known.key)
            if self.only_fitting and fit.fits is False:
                continue
            heading = _group(known)
            made.append(
                ModelLine(
                    key=known.key,
                    title=known.name,
                    detail=detail(known),
                    fit=fit,
                    heading=heading if heading != group else "",
                    chosen=known.key == chosen,
                )
            )
            group = heading
        return tuple(made)

    @property
    def assumption(self) -> str:
        """What the verdicts rest on, in a sentence."""
        asked = self._asked
        if asked is None:
            return tr("Whether a model fits is worked out as soon as this computer was looked at.")
        target = words.counted(asked.job.learning.effective_batch_size, "row")
        longest = words.count(int(asked.lengths.max(initial=0)))
        if asked.is_assumed:
            return tr(
                "Worked out for {rows} an update of {number} tokens each, until you choose data.",
                rows=target,
                number=longest,
            )
        return tr(
            "Worked out for your rows: {rows} an update, the longest has {number} tokens.", rows=target, number=longest
        )

    def _all(self) -> list[Known]:
        here = [self._here.get(folder) or Known(folder, name, hub, folder) for folder, name, hub in self._folders]
        downloaded = {each.hub for each in here if each.hub}
        return [*here, *(each for each in (*self._catalog, *self._found) if each.hub not in downloaded)]

    def _matching(self) -> list[Known]:
        wanted = self.words.lower().split()
        return [each for each in self._all() if all(word in _searched(each) for word in wanted) or each in self._found]

    def _judge(self, known: Known) -> Fit:
        if known.problem:
            return Fit("circle-x", tr_studio(known.problem), "bad", False)
        if known.facts is None:
            return Fit("info", tr("not looked at yet"), "mut")
        asked = self._asked
        if asked is None:
            return UNJUDGED
        try:
            job = structs.replace(asked.job, model=known.key)
            return fit_of(
                verdict(
                    JobToPlan(
                        job=job,
                        facts=known.facts,
                        lengths=asked.lengths,
                        num_targets=asked.num_targets,
                        device=asked.device,
                        cards=asked.cards,
                    )
                )
            )
        except StudioError as problem:
            return Fit("circle-x", tr_studio(problem.title), "bad", False)


def fit_of(answer: Verdict) -> Fit:
    """A verdict in words; what is missing is never less than nothing."""
    if answer.fit in _FITS:
        icon, said, tone = _FITS[answer.fit]
        return Fit(icon, tr(said, gpus=words.counted(answer.gpus, "GPU")), tone, True, tr_studio(answer.why))
    missing = answer.least_bytes - answer.room_bytes
    if missing <= 0:
        return Fit("circle-x", tr("does not fit: nothing to spare"), "bad", False)
    return Fit("circle-x", tr("does not fit: {memory} too much", memory=words.gib(missing)), "bad", False)


def detail(known: Known) -> str:
    """Size, context, licence and what it asks for, in one line."""
    parts: list[str] = []
    if known.parameters:
        parts.append(words.parameters(known.parameters))
    if known.num_bytes:
        parts.append(words.file_size(known.num_bytes))
    if known.context:
        parts.append(tr("reads {number} tokens", number=words.count(known.context)))
    if known.licence:
        parts.append(known.licence)
    if known.downloads:
        parts.append(tr("{number} downloads a month", number=words.count(known.downloads)))
    if known.gated and not known.is_here:
        parts.append(tr("licence to agree to"))
    return " · ".join(parts)


def _group(known: Known) -> str:
    if known.is_here:
        return tr("On this computer")
    return (
        tr("Found on the hub")
        if known.downloads or not known.licence
        else tr("To download, as of {date}", date=read_catalog().date)
    )


def _listed(each: Listed) -> Known:
    facts = each.facts
    return Known(
        key=each.id,
        name=each.name,
        hub=each.id,
        parameters=each.parameters,
        num_bytes=2 * each.parameters,
        licence=each.licence,
        gated=each.gated,
        languages=each.languages,
        facts=facts,
    )


def _read(folder: str, name: str, hub: str) -> Known:
    listed = next((each for each in read_catalog().models if each.id == hub), None)
    made = Known(key=folder, name=name, hub=hub, folder=folder, licence=listed.licence if listed else "")
    try:
        facts = read_model(folder, require_weights=False)
    except StudioError as problem:
        return replace(made, problem=problem.title)
    return replace(made, facts=facts, parameters=facts.parameters, num_bytes=facts.weight_bytes)


def _searched(known: Known) -> str:
    return " ".join((known.name, known.hub, Path(known.folder).name, known.licence, *known.languages)).lower()


def _alike(one: JudgedFor, other: JudgedFor) -> bool:
    same_job = structs.replace(one.job, model="", name="") == structs.replace(other.job, model="", name="")
    return (
        same_job
        and np.array_equal(one.lengths, other.lengths)
        and nearly_as((one.device, *one.cards), (other.device, *other.cards))
    )
