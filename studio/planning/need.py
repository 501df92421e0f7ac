"""What a micro-batch needs of the device's memory: by formula or by what was measured, and whether that fits."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.job import Checkpointing
from studio.plan import MemoryParts
from studio.planning.measurement import as_measured
from studio.planning.memory import Work, memory_parts
from studio.planning.request import PlanRequest

ERROR_BAR = {"cpu": 0.25, "gpu": 0.08, "dry-run": 0.06, "probe": 0.03, "probe of resident memory": 0.20}
"""Relative error to expect of the formula on a device, as kernels and allocators differ, or of what was measured."""
MARGIN = {"cpu": 0.10, "gpu": 0.06, "dry-run": 0.06, "probe": 0.03, "probe of resident memory": 0.20}
"""Share of the need that must be free besides; batch-planning.md §7.7."""
_FAR = 1.25
"""Times the tokens that were measured, beyond which the margin is that of a dry run."""

Basis = Literal["formula", "dry-run", "probe"]


def need_of(request: PlanRequest, mode: Checkpointing, work: Work) -> tuple[MemoryParts, Basis, MemoryParts]:
    """What a micro-batch needs, how that is known, and what the formula says."""
    formula = _formula_memory(request, mode, work)
    return (*_memory(request, mode, work, formula), formula)


def _formula_memory(request: PlanRequest, mode: Checkpointing, work: Work) -> MemoryParts:
    return memory_parts(
        request.facts,
        request.method,
        request.precision,
        mode,
        work,
        request.device,
        request.learning.optimizer,
        balanced=bool(request.learning.router_balance),
        divided_among=request.world_size if request.divided else 1,
    )


def _memory(request: PlanRequest, mode: Checkpointing, work: Work, formula: MemoryParts) -> tuple[MemoryParts, Basis]:
    """What a micro-batch needs by the line through what was measured; by formula where nothing was.

    Where one size only was measured, the formula says how much more another one needs.
    """
    measurement = request.measurement
    measured = measurement and measurement.mode(mode)
    if measurement is None or measured is None:
        return formula, "formula"
    peak = measured.peak_line.at(work.tokens)
    if len({point.tokens for point in measured.points}) == 1:
        known = max(measured.points, key=lambda point: point.peak_bytes)
        there = _formula_memory(
            request, mode, msgspec.structs.replace(work, tokens=known.tokens, targets=known.targets)
        )
        peak = known.peak_bytes + max(0, formula.ours - there.ours)
    peak = max(round(peak), measurement.beside_bytes)
    if not measurement.context_bytes:
        return as_measured(formula, peak + formula.workspace, formula.workspace), measurement.basis
    return as_measured(formula, peak, measurement.context_bytes), measurement.basis


def fits(request: PlanRequest, mode: Checkpointing, tokens: int, memory: MemoryParts, basis: Basis) -> bool:
    measurement = request.measurement
    if measurement is not None and not measurement.may_fit(mode, tokens, request.room):
        return False
    return memory.ours * (1 + margin(request, mode, tokens, basis)) <= request.room


def margin(request: PlanRequest, mode: Checkpointing, tokens: int, basis: Basis) -> float:
    """Share of the need that must stay free besides."""
    usual = MARGIN[way_of_knowing(basis, request)]
    measured = request.measurement and request.measurement.mode(mode)
    if measured and tokens > _FAR * measured.most_tokens:
        return max(usual, MARGIN["dry-run"])
    return usual


def way_of_knowing(basis: Basis, request: PlanRequest) -> str:
    """What error bars and margins go by."""
    if basis == "probe" and not request.device.is_gpu:  # a worker keeps what it has freed, and more beside the model
        return "probe of resident memory"
    return basis if basis != "formula" else "gpu" if request.device.is_gpu else "cpu"
