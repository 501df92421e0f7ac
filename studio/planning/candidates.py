"""The ways of splitting an effective batch, each with what it needs and how long it takes on the real lengths.

Updates are drawn, sorted inside and cut by the token budget.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.job import Checkpointing
from studio.plan import MemoryParts
from studio.planning.arithmetic import PAD_TO, Layout, cut_by_budget, useful_sizes
from studio.planning.duration import Share, seconds_of_update
from studio.planning.memory import Work
from studio.planning.need import Basis, fits, margin, need_of
from studio.planning.packing import packs_rows
from studio.planning.request import PlanRequest

NEAR = 1.03
"""A choice this close to the fastest is as good; the smaller one leaves more memory to others."""
_DRAWN_UPDATES = 24
_DRAWN_ROWS = 3072
"""As many updates are drawn as these hold, but four at least."""


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
class _Cut:
    """Drawn updates, cut by one budget: micro-batches within it, and rows that alone exceed it."""

    token_budget: int
    within: Share
    beyond: Share

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

    def share(found: list[tuple[int, int]]) -> Share:
        tokens, targets = (sum(each) / len(drawn) for each in zip(*found, strict=True))
        return Share(len(found) / len(drawn), tokens, targets, max(each for _, each in found))

    within, beyond = (share(found) if found else Share() for found in (pieces[False], pieces[True]))
    return _Cut(token_budget, within, beyond)


def _try(request: PlanRequest, size: int, mode: Checkpointing, cut: _Cut) -> Candidate:
    memory, basis, formula = need_of(request, mode, _work(request, cut.token_budget, cut.within))
    return Candidate(
        size,
        mode,
        cut.token_budget,
        memory,
        basis,
        formula.ours,
        seconds_of_update(request, (mode, cut.within)),
        cut.micro_batches,
        fits(request, mode, cut.token_budget, memory, basis),
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
    needs = {mode: need_of(request, mode, work) for mode, work in works.items()}
    memory, basis, formula = max(needs.values(), key=lambda need: need[0].ours)
    return Candidate(
        max(1, cut.token_budget // longest),
        "long",
        cut.token_budget,
        memory,
        basis,
        formula.ours,
        seconds_of_update(request, ("off", cut.within), ("on", cut.beyond)),
        cut.micro_batches,
        all(fits(request, mode, works[mode].tokens, *needs[mode][:2]) for mode in works),
    )


def _most_tokens(request: PlanRequest, most: int) -> int:
    """That fit into a micro-batch that is not recomputed, in steps of `PAD_TO` where it is not `most`."""

    def has_room(tokens: int) -> bool:
        memory, basis, _ = need_of(request, "long", _work(request, tokens, Share()))
        return fits(request, "long", tokens, memory, basis)

    if has_room(most):
        return most
    return PAD_TO * max(1, bisect_left(range(1, most // PAD_TO + 1), True, key=lambda n: not has_room(n * PAD_TO)))


def _work(request: PlanRequest, tokens: int, share: Share) -> Work:
    """The most that a micro-batch of so many tokens may be.

    Rows that were not drawn may hold some more targets than those that were, and each row alone must fit.
    """
    most_targets = max(round(1.15 * share.most_targets) + 1, int(request.num_targets.max()))
    layout = _layout(request)
    return Work(
        tokens=tokens, targets=min(tokens, most_targets), longest=min(tokens, layout.longest), packed=layout.packed
    )


def margin_of(request: PlanRequest, candidate: Candidate) -> int:
    """Bytes that must stay free beside what it needs."""
    share = margin(request, candidate.checkpointing, candidate.token_budget, candidate.basis)
    return round(share * candidate.peak_bytes)
