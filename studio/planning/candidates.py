"""The ways of splitting an effective batch, each with what it needs and how long it takes on the real lengths.

Updates are drawn, sorted inside, cut by the token budget and timed, by formula or by what was measured.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from studio.hardware.device import Device
from studio.job import Checkpointing, Learning, Method, Precision
from studio.models.local import ModelFacts
from studio.plan import MemoryParts
from studio.planning.arithmetic import PAD_TO, Layout, cut_by_budget, useful_sizes
from studio.planning.between_devices import bytes_of_gathering, bytes_of_sum, bytes_per_second, divided_parts
from studio.planning.measurement import Line, MeasuredMode, Measurement, as_measured, fit_line
from studio.planning.memory import Work, memory_parts, usable_bytes
from studio.planning.packing import packs_rows
from studio.planning.speed import FORWARD, device_flops, flops_per_token, passes_of, seconds_of_pass

NEAR = 1.03
"""A choice this close to the fastest is as good; the smaller one leaves more memory to others."""
ERROR_BAR = {"cpu": 0.25, "gpu": 0.08, "dry-run": 0.06, "probe": 0.03, "probe of resident memory": 0.20}
"""Relative error to expect of the formula on a device, as kernels and allocators differ, or of what was measured."""
MARGIN = {"cpu": 0.10, "gpu": 0.06, "dry-run": 0.06, "probe": 0.03, "probe of resident memory": 0.20}
"""Share of the need that must be free besides; batch-planning.md §7.7."""
_FAR = 1.25
"""Times the tokens that were measured, beyond which the margin is that of a dry run."""
_DRAWN_UPDATES = 24
_DRAWN_ROWS = 3072
"""As many updates are drawn as these hold, but four at least."""


@dataclass(frozen=True, kw_only=True)
class PlanRequest:
    """What a plan is made for."""

    facts: ModelFacts
    method: Method
    learning: Learning
    lengths: NDArray[np.int64]
    """(rows,) tokens of each row, after cutting."""
    num_targets: NDArray[np.int64]
    """(rows,) target tokens of each row."""
    device: Device
    precision: Precision
    world_size: int = 1
    cards: tuple[Device, ...] = ()
    """Those that share the work, where there are several; `device` is the one with the least free memory."""
    divided: bool = False
    """Whether each keeps a part of the model only."""
    gradient_checkpointing: Checkpointing | None = None
    """None: free."""
    micro_batch_size: int | None = None
    """None: free."""
    measurement: Measurement | None = None
    """Takes the place of the formula where it has the gradient checkpointing in question."""

    @property
    def slowest(self) -> Device:
        """All wait for it, since each has as many tokens of an update as the others."""
        return min(self.cards or (self.device,), key=lambda each: device_flops(self.facts, each, self.precision))

    @property
    def sharers(self) -> int:
        """Processes on the slowest device: cards have one each."""
        return 1 if self.device.is_gpu else self.world_size

    @property
    def room(self) -> int:
        """Bytes that programs other than ours leave."""
        return usable_bytes(self.device) - self.device.used_by_others_bytes


Basis = Literal["formula", "dry-run", "probe"]


@dataclass(frozen=True)
class Candidate:
    """One way of splitting."""

    micro_batch_size: int
    checkpointing: Checkpointing
    token_budget: int
    memory: MemoryParts
    basis: Basis
    formula_bytes: int
    seconds: float
    """Per update, over all devices at once."""
    micro_batches: float
    """Per update and device, on average."""
    fits: bool

    @property
    def peak_bytes(self) -> int:
        return self.memory.ours


def candidates_of(request: PlanRequest) -> list[Candidate]:
    """Every useful micro-batch size with every checkpointing, or those that the request leaves open.

    Checkpointing of long rows alone is one of them where the longest row does not fit without it, or it is asked for.
    """
    target = request.learning.effective_batch_size
    if request.micro_batch_size is not None:
        most = math.ceil(target / request.world_size)
        sizes: tuple[int, ...] = (min(request.micro_batch_size, most),)
    else:
        sizes = useful_sizes(target, request.world_size)
    longest, wanted = int(request.lengths.max()), request.gradient_checkpointing
    drawn = _draw_updates(request)
    if wanted == "long":
        return [_try_long(request, drawn, sizes[-1] * longest)]
    modes: tuple[Checkpointing, ...] = ("off", "on") if wanted is None else (wanted,)
    cuts = {size: _cut(request, drawn, size * longest) for size in sizes}
    found = [_try(request, size, mode, cuts[size]) for size in sizes for mode in modes]
    alone = {each.checkpointing: each.fits for each in found if each.micro_batch_size == 1}
    if alone.get("on") and not alone.get("off", True):
        long_only = _try_long(request, drawn, longest)
        if long_only.token_budget >= int(request.lengths.min()):
            found.append(long_only)
    return found


def _draw_updates(request: PlanRequest) -> list[NDArray[np.int64]]:
    """Rows of some updates as training might meet them, longest first within each device's share."""
    order = np.random.default_rng(request.learning.seed).permutation(len(request.lengths))
    per_device = math.ceil(request.learning.effective_batch_size / request.world_size)
    count = min(_DRAWN_UPDATES, max(4, _DRAWN_ROWS // per_device), max(1, len(order) // per_device))
    drawn = [order[start * per_device : (start + 1) * per_device] for start in range(count)]
    return [rows[np.argsort(-request.lengths[rows], kind="stable")] for rows in drawn]


@dataclass(frozen=True)
class _Share:
    """Of the micro-batches of an update, on average: those of one kind."""

    micro_batches: float = 0.0
    padded_tokens: float = 0.0
    targets: float = 0.0
    most_targets: int = 0
    """In one micro-batch."""


@dataclass(frozen=True)
class _Cut:
    """Drawn updates, cut by one budget: micro-batches within it, and rows that alone exceed it."""

    token_budget: int
    within: _Share
    beyond: _Share

    @property
    def micro_batches(self) -> float:
        """Per update."""
        return self.within.micro_batches + self.beyond.micro_batches


def _layout(request: PlanRequest) -> Layout:
    packed = packs_rows(request.facts, request.learning, request.device, request.precision)
    return Layout(packed, int(request.lengths.max()))


def _cut(request: PlanRequest, drawn: list[NDArray[np.int64]], token_budget: int) -> _Cut:
    layout = _layout(request)
    pieces: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
    for rows in drawn:
        lengths = request.lengths[rows].tolist()
        targets = [0, *np.cumsum(request.num_targets[rows]).tolist()]
        for cut in cut_by_budget(lengths, token_budget, layout):
            tokens = layout.tokens(lengths[cut], token_budget)
            pieces[tokens > token_budget].append((tokens, targets[cut.stop] - targets[cut.start]))

    def share(found: list[tuple[int, int]]) -> _Share:
        tokens, targets = (sum(each) / len(drawn) for each in zip(*found, strict=True))
        return _Share(len(found) / len(drawn), tokens, targets, max(each for _, each in found))

    within, beyond = (share(found) if found else _Share() for found in (pieces[False], pieces[True]))
    return _Cut(token_budget, within, beyond)


def _try(request: PlanRequest, size: int, mode: Checkpointing, cut: _Cut) -> Candidate:
    memory, basis, formula = _need(request, mode, _work(request, cut.token_budget, cut.within))
    return Candidate(
        size,
        mode,
        cut.token_budget,
        memory,
        basis,
        formula.ours,
        _seconds_of_update(request, (mode, cut.within)),
        cut.micro_batches,
        _fits(request, mode, cut.token_budget, memory, basis),
    )


def _try_long(request: PlanRequest, drawn: list[NDArray[np.int64]], most: int) -> Candidate:
    """As many tokens as fit without checkpointing, at most so many; rows beyond that stand alone and are recomputed.

    It needs the larger of what the two kinds of micro-batch need.
    """
    longest = int(request.lengths.max())
    cut = _cut(request, drawn, _most_tokens(request, most))
    works: dict[Checkpointing, Work] = {"long": _work(request, cut.token_budget, cut.within)}
    if cut.token_budget < longest:
        works["on"] = _work(request, longest, cut.beyond)
    needs = {mode: _need(request, mode, work) for mode, work in works.items()}
    memory, basis, formula = max(needs.values(), key=lambda need: need[0].ours)
    return Candidate(
        max(1, cut.token_budget // longest),
        "long",
        cut.token_budget,
        memory,
        basis,
        formula.ours,
        _seconds_of_update(request, ("off", cut.within), ("on", cut.beyond)),
        cut.micro_batches,
        all(_fits(request, mode, works[mode].tokens, *needs[mode][:2]) for mode in works),
    )


def _most_tokens(request: PlanRequest, most: int) -> int:
    """That fit into a micro-batch that is not recomputed, in steps of `PAD_TO` where it is not `most`."""

    def fits(tokens: int) -> bool:
        memory, basis, _ = _need(request, "long", _work(request, tokens, _Share()))
        return _fits(request, "long", tokens, memory, basis)

    if fits(most):
        return most
    return PAD_TO * max(1, bisect_left(range(1, most // PAD_TO + 1), True, key=lambda n: not fits(n * PAD_TO)))


def _work(request: PlanRequest, tokens: int, share: _Share) -> Work:
    """The most that a micro-batch of so many tokens may be.

    Rows that were not drawn may hold some more targets than those that were, and each row alone must fit.
    """
    most_targets = max(round(1.15 * share.most_targets) + 1, int(request.num_targets.max()))
    layout = _layout(request)
    return Work(
        tokens=tokens, targets=min(tokens, most_targets), longest=min(tokens, layout.longest), packed=layout.packed
    )


def _need(request: PlanRequest, mode: Checkpointing, work: Work) -> tuple[MemoryParts, Basis, MemoryParts]:
    """What a micro-batch needs, how that is known, and what the formula says."""
    formula = _formula_memory(request, mode, work)
    return (*_memory(request, mode, work, formula), formula)


def _formula_memory(request: PlanRequest, mode: Checkpointing, work: Work) -> MemoryParts:
    optimizer = request.learning.optimizer
    parts = memory_parts(
        request.facts,
        request.method,
        request.precision,
        mode,
        work,
        request.device,
        optimizer,
        balanced=bool(request.learning.router_balance),
    )
    if not request.divided:
        return parts
    return divided_parts(parts, request.facts, request.method, request.precision, request.world_size)


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


def _fits(request: PlanRequest, mode: Checkpointing, tokens: int, memory: MemoryParts, basis: Basis) -> bool:
    measurement = request.measurement
    if measurement is not None and not measurement.may_fit(mode, tokens, request.room):
        return False
    return memory.ours * (1 + _margin(request, mode, tokens, basis)) <= request.room


def _margin(request: PlanRequest, mode: Checkpointing, tokens: int, basis: Basis) -> float:
    margin = MARGIN[way_of_knowing(basis, request)]
    measured = request.measurement and request.measurement.mode(mode)
    if measured and tokens > _FAR * measured.most_tokens:
        return max(margin, MARGIN["dry-run"])
    return margin


def margin_of(request: PlanRequest, candidate: Candidate) -> int:
    """Bytes that must stay free beside what it needs."""
    margin = _margin(request, candidate.checkpointing, candidate.token_budget, candidate.basis)
    return round(margin * candidate.peak_bytes)


def way_of_knowing(basis: Basis, request: PlanRequest) -> str:
    """What error bars and margins go by."""
    if basis == "probe" and not request.device.is_gpu:  # a worker keeps what it has freed, and more beside the model
        return "probe of resident memory"
    return basis if basis != "formula" else "gpu" if request.device.is_gpu else "cpu"


def _seconds_of_update(request: PlanRequest, *shares: tuple[Checkpointing, _Share]) -> float:
    """Of all micro-batches and the step; where experts are kept in balance each is also met once before, without a
    gradient.
    """
    step = request.measurement.step_seconds if request.measurement else 0.0
    balanced = bool(request.learning.router_balance)
    micro_batches = sum(share.micro_batches for _, share in shares)
    return (
        step
        + seconds_between(request, micro_batches)
        + sum(
            _seconds(request, mode, share) * (1 + balanced * FORWARD / passes_of(request.method, mode))
            for mode, share in shares
        )
    )


def seconds_between(request: PlanRequest, micro_batches: float) -> float:
    """What an update of so many micro-batches spends on sending between devices, as if nothing else ran meanwhile."""
    if request.world_size == 1:
        return 0.0
    facts, method = request.facts, request.method
    if request.divided:
        sent = micro_batches * bytes_of_gathering(facts, method, request.precision, request.world_size)
    else:
        sent = bytes_of_sum(facts, method, request.world_size)
    return sent / bytes_per_second(request.device)


def _seconds(request: PlanRequest, mode: Checkpointing, share: _Share) -> float:
    """By the line through what was timed. A checkpointing that was not timed: by formula, at the pace of the other."""
    operations = _operations(request, mode, share.padded_tokens, share.targets)
    measured = request.measurement.mode(mode) if request.measurement else None
    line = _seconds_line(request, measured) if measured else None
    if line is not None:
        return share.micro_batches * line.fixed + operations * line.slope
    return _formula_seconds(request, mode, share.micro_batches, operations) * _pace(request)


def _operations(
    request: PlanRequest, mode: Checkpointing, tokens: float, targets: float, row_length: float | None = None
) -> float:
    """Of so many tokens, forward and backward. row_length: mean tokens of their rows, None as in the run."""
    mean_length = row_length or float(request.lengths.mean())
    layers, head = flops_per_token(request.facts, request.method, mode, mean_length)
    return layers * tokens + head * targets


def _formula_seconds(request: PlanRequest, mode: Checkpointing, micro_batches: float, operations: float) -> float:
    rate = device_flops(request.facts, request.slowest, request.precision, sharers=request.sharers)
    once = seconds_of_pass(request.facts, request.method, mode, request.device)
    return micro_batches * once + operations / rate


def _timed(request: PlanRequest, mode: MeasuredMode) -> list[tuple[float, float]]:
    """(operations, seconds) of each micro-batch that was timed."""
    return [
        (_operations(request, mode.checkpointing, point.tokens, point.targets, point.row_length), point.seconds)
        for point in mode.points
        if point.seconds is not None
    ]


def _seconds_line(request: PlanRequest, mode: MeasuredMode) -> Line | None:
    """Seconds of a micro-batch against its operations. None: not timed.

    A probe repeats one micro-batch, for whose shape a processor has everything ready; real ones differ.
    """
    timed = _timed(request, mode)
    once = seconds_of_pass(request.facts, request.method, mode.checkpointing, request.device)
    return fit_line(timed, least=0.0 if request.device.is_gpu else once) if timed else None


def _pace(request: PlanRequest) -> float:
    """How much longer the device takes than the formula says, by the largest micro-batch that was timed."""
    measured = request.measurement.modes if request.measurement else ()
    timed = [(mode, point) for mode in measured for point in _timed(request, mode)]
    if not timed:
        return 1.0
    mode, (operations, seconds) = max(timed, key=lambda each: each[1])
    return seconds / _formula_seconds(request, mode.checkpointing, 1, operations)
