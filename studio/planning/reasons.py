"""Why a plan is as it is, in sentences with the numbers that decided."""

from __future__ import annotations

from studio.hardware.device import gib
from studio.plan import Plan
from studio.planning.arithmetic import accumulation_steps
from studio.planning.candidates import NEAR, Candidate
from studio.planning.figures import per_update
from studio.planning.need import MARGIN, way_of_knowing
from studio.planning.request import PlanRequest
from studio.planning.sharing_reasons import reasons_of_sharing
from studio.planning.way_out import Smallest, what_would_fit


def reasons_of(request: PlanRequest, chosen: Candidate, candidates: list[Candidate]) -> tuple[str, ...]:
    """At most five sentences, each with the number that decided, and three more where devices share the work."""
    target = request.learning.effective_batch_size
    same = {each.micro_batch_size: each for each in candidates if each.checkpointing == chosen.checkpointing}
    reasons: list[str] = []
    if not chosen.fits:
        reasons.append(_why_not(request, chosen))
        *ways, last_resort = _ways_out(request, chosen)
        return (*reasons, *ways[:3], last_resort)
    elif request.micro_batch_size is not None:
        reasons.append(f"{chosen.micro_batch_size} at a time is your choice.")
    else:
        reasons.append(_why_this_size(chosen, same, request.world_size))
    other = next(
        (
            each
            for each in candidates
            if each.micro_batch_size == chosen.micro_batch_size
            and each.checkpointing == ("on" if chosen.checkpointing == "off" else "off")
        ),
        None,
    )
    if other is not None:
        reasons.append(_why_this_mode(chosen, other))
    if request.divided:
        reasons.append(_how_a_part_is_known(request, chosen))
    elif abs(chosen.peak_bytes - chosen.formula_bytes) > 0.03 * chosen.peak_bytes and chosen.basis == "probe":
        reasons.append(f"Measured: {gib(chosen.peak_bytes)}, where the formula says {gib(chosen.formula_bytes)}.")
    if chosen.micro_batches < 0.75 * accumulation_steps(target, chosen.micro_batch_size, request.world_size):
        reasons.append(
            f"Rows are short: an update takes {chosen.micro_batches:.1f} micro-batches on average, sorted by length."
        )
    if len(request.lengths) < target:
        reasons.append(f"There are only {len(request.lengths)} rows, so each update learns from all of them.")
    return (*reasons, *reasons_of_sharing(request, chosen))


def shortfall(plan: Plan) -> str:
    """By how much a plan does not fit: "1.20 GiB too much", or what is missing of the margin."""
    if plan.spare_bytes < 0:
        return f"{gib(-plan.spare_bytes)} too much"
    if plan.spare_bytes < plan.margin_bytes:
        return f"{gib(plan.margin_bytes - plan.spare_bytes)} short of the margin that must stay free"
    return "as much did not fit when it was measured"


def _why_not(request: PlanRequest, chosen: Candidate) -> str:
    at_a_time = f"Even {chosen.micro_batch_size} at a time"
    if chosen.peak_bytes > request.room:
        return f"{at_a_time} needs {gib(chosen.peak_bytes)}; {gib(request.room)} is free."
    return f"{at_a_time} needs {gib(chosen.peak_bytes)} and a margin; {gib(request.room)} is free."


def _ways_out(request: PlanRequest, chosen: Candidate) -> tuple[str, ...]:
    """What would make it fit. Where more was measured than the formula says, there is that much less room for it."""
    asked = Smallest(
        facts=request.facts,
        method=request.method,
        precision=request.precision,
        optimizer=request.learning.optimizer,
        checkpointing=chosen.checkpointing,
        device=request.device,
        rows=chosen.micro_batch_size,
        longest=int(request.lengths.max()),
        most_targets=int(request.num_targets.max()),
    )
    beyond = max(0, chosen.peak_bytes - chosen.formula_bytes)
    return what_would_fit(asked, round((request.room - beyond) / (1 + MARGIN[way_of_knowing("formula", request)])))


def _how_a_part_is_known(request: PlanRequest, chosen: Candidate) -> str:
    one = f"What one of {request.world_size} {'GPUs' if request.device.is_gpu else 'processes'} holds"
    if chosen.basis == "formula":
        return f"{one} is worked out by formula: {gib(chosen.peak_bytes)}. A dry run would count it."
    counted = f"{one} was counted in a dry run of its step: {gib(chosen.peak_bytes)}"
    return f"{counted}; the formula says {gib(chosen.formula_bytes)}."


def _why_this_size(chosen: Candidate, same: dict[int, Candidate], world_size: int) -> str:
    size = chosen.micro_batch_size
    larger = next((same[each] for each in sorted(same) if each > size), None)
    if larger is None:
        if size == 1:
            return "One at a time."
        return (
            f"{size} at a time is {'the whole update' if world_size == 1 else 'the whole share of a device'}, "
            "so nothing has to be added up."
        )
    if not larger.fits:
        need = f"{larger.micro_batch_size} would need {gib(larger.peak_bytes)}"
        return f"{size} at a time is the fastest that fits; {need}."
    once = per_update(chosen.seconds)
    return (
        f"{size} at a time is {'faster than' if chosen.seconds * NEAR < larger.seconds else 'as fast as'} "
        f"{larger.micro_batch_size} ({once} an update) and needs less memory."
    )


def _why_this_mode(chosen: Candidate, other: Candidate) -> str:
    if chosen.checkpointing == "long":
        return (
            f"Gradient checkpointing is for rows beyond {chosen.token_budget:,} tokens only: without it the longest "
            f"needs {gib(other.peak_bytes)}."
        )
    is_off = chosen.checkpointing == "off"
    if not other.fits and chosen.fits:
        need = gib(other.peak_bytes)
        with_it = f"Gradient checkpointing is off: with it an update needs {need}."
        return with_it if is_off else f"Gradient checkpointing is on: without it an update needs {need}."
    return (
        f"Gradient checkpointing is {'off' if is_off else 'on'}: an update takes {per_update(chosen.seconds)} "
        f"instead of {per_update(other.seconds)}."
    )
