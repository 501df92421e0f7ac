"""Whether a model fits the devices for given rows, target and method: the planner's answer, in a word and a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import msgspec
import numpy as np

from studio.hardware.device import Device, gib
from studio.job import Checkpointing, Lora, TrainJob
from studio.models.local import ModelFacts
from studio.planning.choose import least_need
from studio.planning.plan_job import JobToPlan, not_divisible, plan_request
from studio.planning.request import PlanRequest

Fit = Literal["with room", "with checkpointing", "divided", "in 4 bits", "divided in 4 bits", "not"]
WORDS: dict[Fit, str] = {
    "with room": "fits with room",
    "with checkpointing": "fits with gradient checkpointing",
    "divided": "fits when divided between {gpus} GPUs",
    "in 4 bits": "fits in 4 bits",
    "divided in 4 bits": "fits in 4 bits when divided between {gpus} GPUs",
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
    """What the device has, without what other programs use; where the model is divided, the fullest of them."""
    gpus: int = 1
    """That share the model, the fewest with which it fits."""

    @property
    def fits(self) -> bool:
        """Whether it can be trained so."""
        return self.fit != "not"

    @property
    def words(self) -> str:
        """One sentence with the number."""
        said = WORDS[self.fit].format(gpus=self.gpus)
        if self.gpus > 1:
            return f"{said}: each needs at least {gib(self.least_bytes)} of {gib(self.room_bytes)}"
        if self.fits:
            return f"{said}: needs at least {gib(self.least_bytes)} of {gib(self.room_bytes)}"
        return f"{said}: needs {gib(self.least_bytes)}, there are {gib(self.room_bytes)}"

    @property
    def why(self) -> str:
        """Why it is divided, in one sentence; empty where it is not."""
        if self.gpus == 1:
            return ""
        return (
            f"It is too large for one GPU, so {self.gpus} share it: each keeps a part and sends it where it is needed. "
            "The result is the same; an update takes longer."
        )


def verdict(asked: JobToPlan) -> Verdict:
    """How the job fits with these facts of a model in place of its own.

    The target is always met, so the question is whether the longest row fits: at first as asked, then with gradient
    checkpointing, then divided between as few of `asked.cards` as suffice, then beside weights in 4 bits. Rows longer
    than the model can read are cut. Takes some milliseconds. Raises PlanProblem where the target or the method is
    impossible whatever the model.
    """
    answer = None
    for fit, request in _requests(asked):
        least, fits = least_need(request)
        if fits:
            return Verdict(fit=fit, least_bytes=least, room_bytes=request.room, gpus=request.world_size)
        if request.world_size == 1:
            answer = Verdict(fit="not", least_bytes=least, room_bytes=request.room)
    assert answer is not None
    return answer


def _requests(asked: JobToPlan) -> Iterator[tuple[Fit, PlanRequest]]:
    """The job with one row at a time, in ways that need less and less of one device."""
    most = min(len(asked.cards), asked.job.learning.effective_batch_size) if asked.device.is_gpu else 1
    for alone, divided, job in _ways(asked.job, asked.facts):
        yield alone, _request(asked, job, (asked.device,))
        if divided is None or not_divisible(job):
            continue
        for gpus in range(2, most + 1):
            yield divided, _request(asked, msgspec.structs.replace(job, divided=True), asked.cards[:gpus])


def _request(asked: JobToPlan, job: TrainJob, cards: tuple[Device, ...]) -> PlanRequest:
    """For the longest rows, of which an update has one for each of the `cards` at least."""
    few = min(job.learning.effective_batch_size, max(len(cards), _FEW_ROWS))
    longest = np.argsort(-asked.lengths, kind="stable")[:few]
    limit = min(asked.facts.max_positions, job.data.max_seq_len or asked.facts.max_positions)
    tokens, targets = (np.minimum(each[longest], limit) for each in (asked.lengths, asked.num_targets))
    learning = msgspec.structs.replace(job.learning, effective_batch_size=few)
    job = msgspec.structs.replace(job, learning=learning, micro_batch_size=1, world_size=len(cards))
    fullest = min(cards, key=lambda each: each.free_bytes)
    return plan_request(
        replace(asked, job=job, lengths=tokens, num_targets=targets, device=fullest, cards=cards, measurement=None)
    )


def _ways(job: TrainJob, facts: ModelFacts) -> Iterator[tuple[Fit, Fit | None, TrainJob]]:
    """What it is called on one device and divided, where that is worth trying; a choice of the user stays."""
    stored = str(job.method.quantization) if isinstance(job.method, Lora) else ""
    checkpointing: tuple[Checkpointing, ...] = ("off", "on")
    if job.gradient_checkpointing is not None:
        checkpointing = (job.gradient_checkpointing,)
    for each in checkpointing:
        alone: Fit = "with room" if each == "off" else "with checkpointing"
        divided: Fit | None = "divided" if each == checkpointing[-1] else None
        if stored.startswith("nf4"):
            alone, divided = "in 4 bits", divided and "divided in 4 bits"
        yield alone, divided, msgspec.structs.replace(job, gradient_checkpointing=each)
    if isinstance(job.method, Lora) and job.method.quantization is None and not facts.num_experts:
        method = msgspec.structs.replace(job.method, quantization="nf4-double")
        in_4_bits = msgspec.structs.replace(job, method=method, gradient_checkpointing=checkpointing[-1])
        yield "in 4 bits", "divided in 4 bits", in_4_bits
