"""Measures how long ranks take to exchange numbers, before they learn: nothing that a run depends on is touched."""

from __future__ import annotations

import time
from collections.abc import Callable

import torch
from torch import nn

from studio.engine.ranks import Ranks
from studio.planning.exchange import Exchange
from studio.planning.measurement import Line, fit_line

_NUMBERS = tuple(2**power for power in range(10, 23, 3))
"""Float32: 4 KiB to 16 MiB."""
_TIMES = 5
_FEWEST = 3
"""Sizes that are tried, however long they take; a size beyond the limit once."""
_LIMIT_SECONDS = 0.25
"""For each line."""


def measure_exchange(ranks: Ranks, device: torch.device) -> Exchange | None:
    """All ranks call this together. None where nothing can be told. Raises what ended another of them."""
    share = (ranks.world_size - 1) / ranks.world_size  # of what is gathered; a sum is a gathering and its mirror image
    sums = _line(ranks, lambda numbers: _sums_of_update(ranks, device, numbers), 2 * share)
    gathering = _line(ranks, lambda numbers: _gathering(ranks, device, numbers), share)
    return Exchange(sums=sums, gathering=gathering, at=time.time()) if sums and gathering else None


def _sums_of_update(ranks: Ranks, device: torch.device, numbers: int) -> Callable[[], None]:
    gradient = nn.Parameter(torch.zeros(numbers, device=device))
    gradient.grad = torch.zeros_like(gradient)

    def add_up() -> None:
        ranks.add_up([gradient], torch.zeros(1, device=device), 0)

    return add_up


def _gathering(ranks: Ranks, device: torch.device, numbers: int) -> Callable[[], object]:
    part = torch.zeros(numbers // ranks.world_size, device=device)
    return lambda: ranks.gather(part)


def _line(ranks: Ranks, prepare: Callable[[int], Callable[[], object]], share: float) -> Line | None:
    """Seconds against the `share` of so many numbers' bytes. Ranks go by the slowest of them, so all try the same.

    Of each size the shortest time counts: what is longer is another program's. None where more takes no longer.
    """
    found: list[tuple[float, float]] = []
    left = _LIMIT_SECONDS
    for numbers in _NUMBERS:
        sent = share * 4 * numbers
        in_time = len(found) < 2 or (1 + _TIMES) * fit_line(found).at(sent) <= left
        if not in_time and len(found) >= _FEWEST:
            break
        times = _TIMES if in_time else 1
        exchange = prepare(numbers)
        exchange()  # the first prepares connections
        (seconds,) = ranks.largest(min(_seconds(exchange) for _ in range(times)))
        found.append((sent, seconds))
        left -= (1 + times) * seconds
    line = fit_line(found)
    return line if line.slope > 0 else None


def _seconds(exchange: Callable[[], object]) -> float:
    began = time.perf_counter()
    exchange()
    return time.perf_counter() - began
