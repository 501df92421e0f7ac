"""Whether a model fits a device for given rows, target and method: the planner's answer, in one word and a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import msgspec
import numpy as np

from studio.hardware.device import gib
from studio.job import Checkpointing, Lora, TrainJob
from studio.models.local import ModelFacts
from studio.planning.choose import least_need
from studio.planning.plan_job import JobToPlan, plan_request

Fit = Literal["with room", "with checkpointing", "in 4 bits", "not"]
WORDS: dict[Fit, str] = {
    "with room": "fits with room",
    "with checkpointing": "fits with gradient checkpointing",
    "in 4 bits": "fits in 4 bits",
    "not": "does not fit",
}


_FEW_ROWS = 2
"""Behind an update while it is judged: its memory does not depend on how many there are, one at a time."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """How a model fits, and what it needs at least."""

    fit: Fit
    least_bytes: int
    """What the run needs with the longest row alone in a micro-batch, in the way that `fit` names."""
    room_bytes: int
    """What the device has, without what other programs use."""

    @property
    def fits(self) -> bool:
        """Whether it can be trained so."""
        return self.fit != "not"

    @property
    def words(self) -> str:
        """One sentence with the number."""
        if self.fits:
            return f"{WORDS[self.fit]}: needs at least {gib(self.least_bytes)} of {gib(self.room_bytes)}"
        return f"{WORDS[self.fit]}: needs {gib(self.least_bytes)}, there are {gib(self.room_bytes)}"


def verdict(asked: JobToPlan) -> Verdict:
    """How the job fits with these facts of a model in place of its own.

    The target is always met, so the question is whether the longest row fits: at first as asked, then with gradient
    checkpointing, then beside weights in 4 bits. Rows longer than the model can read are cut. Takes some milliseconds.
    Raises PlanProblem where the target or the method is impossible whatever the model.
    """
    job, facts = asked.job, asked.facts
    few = min(job.learning.effective_batch_size, max(job.world_size or 1, _FEW_ROWS))
    job = msgspec.structs.replace(job, learning=msgspec.structs.replace(job.learning, effective_batch_size=few))
    longest = np.argsort(-asked.lengths, kind="stable")[:few]
    limit = min(facts.max_positions, job.data.max_seq_len or facts.max_positions)
    tokens, targets = (np.minimum(each[longest], limit) for each in (asked.lengths, asked.num_targets))
    need = room = 0
    for fit, way in _ways(job, facts):
        request = plan_request(replace(asked, job=way, lengths=tokens, num_targets=targets))
        (need, fits), room = least_need(request), request.room
        if fits:
            return Verdict(fit=fit, least_bytes=need, room_bytes=room)
    return Verdict(fit="not", least_bytes=need, room_bytes=room)


def _ways(job: TrainJob, facts: ModelFacts) -> Iterator[tuple[Fit, TrainJob]]:
    """The job with one row at a time, in ways that need less and less; a choice of the user stays."""
    alone = msgspec.structs.replace(job, micro_batch_size=1)
    checkpointing: tuple[Checkpointing, ...] = ("off", "on")
    if job.gradient_checkpointing is not None:
        checkpointing = (job.gradient_checkpointing,)
    for each in checkpointing:
        fit: Fit = "with room" if each == "off" else "with checkpointing"
        yield _named(fit, job), msgspec.structs.replace(alone, gradient_checkpointing=each)
    if isinstance(job.method, Lora) and job.method.quantization is None and not facts.num_experts:
        method = msgspec.structs.replace(job.method, quantization="nf4-double")
        yield "in 4 bits", msgspec.structs.replace(alone, method=method, gradient_checkpointing=checkpointing[-1])


def _named(fit: Fit, job: TrainJob) -> Fit:
    return "in 4 bits" if isinstance(job.method, Lora) and str(job.method.quantization).startswith("nf4") else fit
