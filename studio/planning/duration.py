"""How long an update takes: by formula or by what was timed, on one device or shared by several."""

from __future__ import annotations

from dataclasses import dataclass

from studio.job import Checkpointing, Full
from studio.planning.between_devices import bytes_of_gathering, bytes_of_sum, gatherings
from studio.planning.measurement import Line, MeasuredMode, fit_line
from studio.planning.request import PlanRequest
from studio.planning.speed import FORWARD, device_flops, flops_per_token, passes_of, seconds_of_pass


@dataclass(frozen=True)
class Share:
    """Of the micro-batches of an update, on average: those of one kind."""

    micro_batches: float = 0.0
    padded_tokens: float = 0.0
    targets: float = 0.0
    most_targets: int = 0
    """In one micro-batch."""


def seconds_of_update(request: PlanRequest, *shares: tuple[Checkpointing, Share]) -> float:
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
    facts, method, exchange = request.facts, request.method, request.exchange
    if not request.divided:
        return exchange.sums.at(bytes_of_sum(facts, method, request.world_size))
    sent = bytes_of_gathering(facts, method, request.precision, request.world_size)
    gathering = gatherings(facts, method) * exchange.gathering.fixed + sent * exchange.gathering.slope
    whole = 0.0 if isinstance(method, Full) else bytes_of_sum(facts, method, request.world_size)
    return exchange.sums.at(whole) + micro_batches * gathering


def _seconds(request: PlanRequest, mode: Checkpointing, share: Share) -> float:
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
