"""What a person should hear about a target before training, with numbers; nothing here changes a request."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

from studio.job import Lora, Optimizer, TrainJob
from studio.planning.figures import two_digits
from studio.planning.noise_scale import NoiseScale
from studio.planning.plan_job import peak_learning_rate

LARGEST_FOR_ADAPTERS = 32
"""Adapters fall behind training every weight at larger targets, whatever their rank (Schulman et al. 2025, "LoRA
Without Regret")."""
SMALLEST_FOR_ADAM = 16
"""Below, the usual β₂ forgets too early: its memory is counted in updates (Marek et al. 2025, "Small Batch Size
Training for Language Models")."""
BETA_2 = 0.999
"""Of the engine's AdamW, in 32 and in 8 bits."""


class Advice(msgspec.Struct, frozen=True):
    """Worth a thought; the plan stays as it was asked for."""

    sentence: str
    """What is so, with its numbers."""
    hint: str
    """What could be done."""


def advise(job: TrainJob, *, before: TrainJob | None = None, noise: NoiseScale | None = None) -> tuple[Advice, ...]:
    """What to say about the target of `job`.

    `before`: the run or request that this one is a change of; `noise`: measured in it. Nothing depends on how the
    target is split, so a change of the split alone brings no advice.
    """
    found = (
        _large_for_an_adapter(job),
        _small_for_adam(job),
        _other_target(job, before) if before is not None else None,
        beside_the_noise(job, noise) if noise is not None else None,
    )
    return tuple(each for each in found if each is not None)


def learning_rate_factor(of_target: float, optimizer: Optimizer | Literal["sgd"]) -> float:
    """What the learning rate should be multiplied by where the target is multiplied by `of_target`.

    Its square root where steps are normalised by the size of gradients, as Adam and Adafactor do (Malladi et al. 2022);
    itself for plain SGD (Goyal et al. 2017).
    """
    return of_target if optimizer == "sgd" else math.sqrt(of_target)


def same_memory_beta_2(target: int, reference: int = SMALLEST_FOR_ADAM, beta_2: float = BETA_2) -> float:
    """The β₂ whose memory spans as many examples at `target` as `beta_2` at `reference`: β₂^(target / reference)."""
    return beta_2 ** (target / reference)


def _large_for_an_adapter(job: TrainJob) -> Advice | None:
    target = job.learning.effective_batch_size
    if not isinstance(job.method, Lora) or target <= LARGEST_FOR_ADAPTERS:
        return None
    return Advice(
        f"{target} examples an update are many for an adapter: beyond about {LARGEST_FOR_ADAPTERS} it learns less from "
        "the same rows than training every weight would.",
        f"With {LARGEST_FOR_ADAPTERS} the same passes make {target / LARGEST_FOR_ADAPTERS:.3g} times as many updates.",
    )


def _small_for_adam(job: TrainJob) -> Advice | None:
    target = job.learning.effective_batch_size
    if job.learning.optimizer == "adafactor" or target >= SMALLEST_FOR_ADAM:
        return None
    span = round(1 / (1 - BETA_2))
    examples = "example" if target == 1 else "examples"
    return Advice(
        f"With {target} {examples} an update Adam sizes its steps by the last {span * target:,} examples "
        f"(β₂ = {BETA_2}, {span:,} updates), so steps are less steady than with {SMALLEST_FOR_ADAM} or more.",
        f"Choose {SMALLEST_FOR_ADAM}; where β₂ can be set, {same_memory_beta_2(target):.6g} remembers as many examples "
        f"as {BETA_2} does at {SMALLEST_FOR_ADAM}.",
    )


def _other_target(job: TrainJob, before: TrainJob) -> Advice | None:
    """Only where target changed and learning rate did not, and the two rates mean the same."""
    old, new = before.learning.effective_batch_size, job.learning.effective_batch_size
    rate = peak_learning_rate(job)
    alike = type(job.method) is type(before.method) and job.from_scratch == before.from_scratch
    if old == new or not alike or rate != peak_learning_rate(before):
        return None
    if job.learning.optimizer != before.learning.optimizer:
        return None
    factor = learning_rate_factor(new / old, job.learning.optimizer)
    return Advice(
        f"The target was {old} and is {new} now, at the same learning rate of {rate:.3g}: each update learns from "
        f"{new / old:.3g} times as many examples.",
        f"By the square-root rule the rate would be {factor:.3g} times as high: {rate * factor:.3g}.",
    )


def beside_the_noise(job: TrainJob, noise: NoiseScale) -> Advice | None:
    """B against the scale s: 1 + B/s times the fewest examples, 1 + s/B times the fewest updates (McCandlish, 2.11)."""
    target, scale = job.learning.effective_batch_size, noise.examples
    if noise.highest is None or scale <= 0 or noise.lowest / 2 <= target <= noise.highest * 2:
        return None
    interval = f"{two_digits(noise.lowest)} to {two_digits(noise.highest)}, from {noise.updates} updates"
    measured = f"about {two_digits(scale)} examples ({interval})"
    if target > noise.highest:
        return Advice(
            f"The noise in gradients evens out over {measured}; {target} an update need "
            f"{two_digits(1 + target / scale)} times as many examples for the same progress as small updates do.",
            f"A target near {max(1, round(scale))} would learn as much from fewer rows.",
        )
    return Advice(
        f"Gradients are mostly noise below {measured}; with {target} an update it takes "
        f"{two_digits(1 + scale / target)} times as many updates as it could.",
        f"A target towards {round(scale)} would make fewer, steadier updates.",
    )
