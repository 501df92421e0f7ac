"""Chooses micro-batch, accumulation and gradient checkpointing for a target effective batch.

Of the candidates that fit, the smallest budget within three per cent of the fastest is taken.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from studio.errors import PlanProblem
from studio.job import Checkpointing
from studio.plan import Plan
from studio.planning.alternatives import alternatives_of, choices_of, divides
from studio.planning.arithmetic import accumulation_steps, slices
from studio.planning.candidates import NEAR, Candidate, candidates_of, margin_of
from studio.planning.defaults import count_updates
from studio.planning.duration import seconds_between
from studio.planning.measurement import Trial
from studio.planning.memory import usable_bytes
from studio.planning.need import ERROR_BAR, way_of_knowing
from studio.planning.reasons import reasons_of
from studio.planning.request import PlanRequest

_NEARLY = 1.25
"""A formula that asks for no more than this times the room may be wrong: it is worth measuring."""


def plan_batch(request: PlanRequest) -> Plan:
    """The plan. Where nothing fits, the smallest candidate with `fits` False.

    Raises PlanProblem where the target cannot be met by whole rows.
    """
    _refuse_impossible(request)
    candidates = candidates_of(request)
    fitting = [each for each in candidates if each.fits]
    chosen = _choose(fitting, request) if fitting else min(candidates, key=lambda each: each.peak_bytes)
    target = request.learning.effective_batch_size
    return Plan(
        effective_batch_size=target,
        micro_batch_size=chosen.micro_batch_size,
        gradient_accumulation_steps=accumulation_steps(target, chosen.micro_batch_size, request.world_size),
        world_size=request.world_size,
        divided=request.divided,
        slices=slices(target, chosen.micro_batch_size, request.world_size),
        token_budget=chosen.token_budget,
        effective_batch_tokens=request.learning.effective_batch_tokens,
        max_seq_len=int(request.lengths.max()),
        gradient_checkpointing=chosen.checkpointing,
        precision=request.precision,
        memory=chosen.memory,
        peak_bytes=chosen.peak_bytes,
        margin_bytes=margin_of(request, chosen),
        limit_bytes=usable_bytes(request.device),
        fits=chosen.fits,
        basis=chosen.basis,
        error_bar=ERROR_BAR[way_of_knowing(chosen.basis, request)],
        seconds_per_update=chosen.seconds,
        micro_batches_per_update=chosen.micro_batches,
        updates=count_updates(len(request.lengths), request.learning),
        rows=len(request.lengths),
        reasons=reasons_of(request, chosen, candidates),
        alternatives=alternatives_of(request, chosen, candidates),
        choices=choices_of(request, chosen, candidates),
        device_name=request.device.name,
        on_gpu=request.device.is_gpu,
    )


def least_need(request: PlanRequest) -> tuple[int, bool]:
    """Bytes that the smallest candidate needs, and whether it fits: a plan's answer without its reasons.

    Raises PlanProblem where the target cannot be met by whole rows.
    """
    _refuse_impossible(request)
    least = min(candidates_of(request), key=lambda each: each.peak_bytes)
    return least.peak_bytes, least.fits


def check_target(effective_batch_size: int) -> int:
    """The target itself. Raises PlanProblem where no update can learn from so few examples."""
    if effective_batch_size < 1:
        raise PlanProblem(
            f"The target effective batch is {effective_batch_size}, and an update learns from at least 1 example.",
            "Choose a number like 32.",
        )
    return effective_batch_size


def _refuse_impossible(request: PlanRequest) -> None:
    target, devices = request.learning.effective_batch_size, request.world_size
    check_target(target)
    if len(request.lengths) == 0:
        raise PlanProblem("There are no rows to learn from.", "Choose a file with rows that can be used.")
    if devices > target:
        raise PlanProblem(
            f"{devices} devices cannot share {target} example{'' if target == 1 else 's'}.",
            f"Use at most {target} device{'' if target == 1 else 's'}, or a larger target.",
        )
    if request.micro_batch_size is not None and request.micro_batch_size < 1:
        raise PlanProblem("A micro-batch holds at least 1 example.", "Leave it open, or choose a number like 4.")


def _choose(fitting: list[Candidate], request: PlanRequest) -> Candidate:
    """The smallest budget within three per cent of the fastest; of those a divisor of the target where there is one."""
    alike = seconds_between(request, 0)  # however it is split, so how fast that goes changes no split
    fastest = min(each.seconds for each in fitting) - alike
    near = [each for each in fitting if each.seconds - alike <= fastest * NEAR]
    product = [each for each in near if divides(request, each)]
    return min(product or near, key=lambda each: (each.token_budget, each.peak_bytes, each.seconds))


def trials_for(request: PlanRequest) -> tuple[Trial, ...]:
    """What is worth measuring before it is decided, smallest need first: for each checkpointing that fits by formula,
    or nearly so, the longest row alone, the micro-batch that would be chosen with it, and a row of middling length,
    which tells what each micro-batch costs however small.

    Where one row would be chosen, three of them if they fit with room to spare, else a row half as long: a line needs
    two points. Nothing where even the smallest micro-batch needs far more than there is. Raises PlanProblem.
    """
    middling = float(np.median(request.lengths)) if len(request.lengths) else 0.0
    _refuse_impossible(request)
    if request.gradient_checkpointing == "long":  # which needs both
        request = replace(request, gradient_checkpointing=None)
    candidates = candidates_of(request)
    found: set[Trial] = set()
    modes: tuple[Checkpointing, ...] = ("off", "on")
    for mode in modes:
        of_mode = [each for each in candidates if each.checkpointing == mode]
        smallest = min(of_mode, key=lambda each: each.peak_bytes, default=None)
        if smallest is None or smallest.peak_bytes > _NEARLY * request.room:
            continue
        fitting = [each for each in of_mode if each.fits]
        rows = _choose(fitting, request).micro_batch_size if fitting else 1
        if rows == 1:
            roomy = [each.micro_batch_size for each in fitting if each.peak_bytes < 0.8 * request.room]
            rows = min(3, max(roomy, default=1))
        found |= {_trial(request, mode, 1), _shorter(request, mode, middling)}
        half = request.lengths.max() / 2
        found.add(_trial(request, mode, rows) if rows > 1 else _shorter(request, mode, half))
    return tuple(sorted(found, key=lambda trial: (trial.token_budget, trial.checkpointing == "off")))


def _trial(request: PlanRequest, mode: Checkpointing, rows: int) -> Trial:
    longest_first = np.argsort(-request.lengths, kind="stable")[:rows]
    targets = int(np.resize(request.num_targets[longest_first], rows).sum())  # few rows stand for many
    return Trial(checkpointing=mode, rows=rows, longest=int(request.lengths.max()), targets=targets)


def _shorter(request: PlanRequest, mode: Checkpointing, limit: float) -> Trial:
    """The longest row of no more tokens than that; the longest of all where there is none."""
    shorter = request.lengths[(request.lengths <= limit) & (request.num_targets > 0)]
    length = int(shorter.max() if len(shorter) else request.lengths.max())
    targets = int(request.num_targets[request.lengths == length].max())
    return Trial(checkpointing=mode, rows=1, longest=length, targets=targets)
