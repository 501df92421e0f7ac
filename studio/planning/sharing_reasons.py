"""Whether another device pays, which of unequal ones decides, and why a model is divided, in sentences."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from studio.errors import PlanProblem
from studio.hardware.device import Device, gib
from studio.planning.candidates import Candidate, candidates_of
from studio.planning.duration import seconds_between
from studio.planning.figures import per_update, two_digits
from studio.planning.request import PlanRequest

_PAYS = 1.15
"""Times as fast; less is not worth a device's heat and noise."""
_UNLIKE = 1.05


def reasons_of_sharing(request: PlanRequest, chosen: Candidate) -> list[str]:
    """At most three; none where one device works alone."""
    if request.world_size == 1:
        return []
    return [*_why_divided(request), *_why_this_card(request), *_what_it_is_worth(request, chosen)]


def _why_divided(request: PlanRequest) -> list[str]:
    if not request.divided:
        return []
    whole = min(candidates_of(replace(request, divided=False, measurement=None)), key=lambda each: each.peak_bytes)
    part = f"each of {request.world_size} keeps a part of every matrix, and a layer is whole only while it works"
    if whole.fits:
        return [f"The model is divided as you asked: {part}."]
    return [f"All of it needs {gib(whole.peak_bytes)} and {gib(request.room)} is free on one GPU: {part}."]


def _why_this_card(request: PlanRequest) -> list[str]:
    if not request.cards:
        return []
    fullest, emptiest = (pick(request.cards, key=_free) for pick in (min, max))
    told: list[str] = []
    if _free(emptiest) > _UNLIKE * _free(fullest):
        told.append(
            f"All GPUs get micro-batches that fit {fullest.name}, which has {gib(_free(fullest))} free and "
            f"{emptiest.name} {gib(_free(emptiest))}: an update ends with the slowest, so the others would only wait."
        )
    if request.slowest.name != fullest.name:
        told.append(f"{request.slowest.name} is the slowest of them, and the others wait for it.")
    return told


def _free(card: Device) -> int:
    return card.free_bytes


def _what_it_is_worth(request: PlanRequest, chosen: Candidate) -> list[str]:
    alone = _seconds_alone(request)
    between = seconds_between(request, chosen.micro_batches)
    exchange = request.exchange
    line = exchange.gathering if request.divided else exchange.sums
    rate = f"{two_digits(1e-9 / line.slope)} GB/s"
    thing = "GPU" if request.device.is_gpu else "process"
    things = "GPUs" if request.device.is_gpu else "processes"
    sending = f"{per_update(between)} of it goes from {thing} to {thing} (at {rate}, {exchange.known})"
    if alone is None:
        return [f"An update takes {per_update(chosen.seconds)}; {sending}."]
    times = f"{per_update(alone)} on one and {per_update(chosen.seconds)} on {request.world_size}"
    if chosen.seconds * _PAYS > alone:
        return [f"More than one {thing} does not pay here: an update takes {times}; {sending}."]
    return [f"{request.world_size} {things} pay: an update takes {times}; {sending}."]


def _seconds_alone(request: PlanRequest) -> float | None:
    """Of an update on the best of the devices by itself; None where it does not fit one."""
    best = max(request.cards, key=_free, default=_whole(request))
    try:
        measured = None if request.divided else request.measurement  # of a part
        whole = replace(request, world_size=1, cards=(), divided=False, device=best, measurement=measured)
        tried = candidates_of(whole)
    except PlanProblem:
        return None
    return min((each.seconds for each in tried if each.fits), default=None)


def _whole(request: PlanRequest) -> Device:
    """The device of a request, of which processes on a processor have a part each."""
    device, sharers = request.device, request.sharers
    return msgspec.structs.replace(
        device,
        total_bytes=device.total_bytes * sharers,
        free_bytes=device.free_bytes * sharers,
        used_by_others_bytes=device.used_by_others_bytes * sharers,
    )
