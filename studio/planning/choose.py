"""Chooses micro-batch, accumulation and gradient checkpointing for a target effective batch, and says why.

Every candidate is tried on the real lengths: updates are drawn, sorted inside, cut by the token budget and timed by
formula or by what was measured. Of those that fit, the smallest budget within three per cent of the fastest is taken.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from studio.errors import PlanProblem
from studio.hardware.device import Device, gib
from studio.job import Checkpointing, Learning, Method, Precision
from studio.models.local import ModelFacts
from studio.plan import Alternative, MemoryParts, Plan
from studio.planning.arithmetic import Layout, accumulation_steps, cut_by_budget, slices, useful_sizes
from studio.planning.defaults import count_updates
from studio.planning.measurement import Measurement, Trial, as_measured
from studio.planning.memory import Work, memory_parts, usable_bytes
from studio.planning.packing import packs_rows
from studio.planning.speed import device_flops, flops_per_token, seconds_of_pass
from studio.planning.way_out import Smallest, what_would_fit

NEAR = 1.03
"""A choice this close to the fastest is as good; the smaller one leaves more memory to others."""
ERROR_BAR = {"cpu": 0.25, "gpu": 0.08, "dry-run": 0.06, "probe": 0.03, "probe of resident memory": 0.20}
"""Relative error to expect of the formula on a device, as kernels and allocators differ, or of what was measured."""
MARGIN = {"cpu": 0.10, "gpu": 0.06, "dry-run": 0.06, "probe": 0.03, "probe of resident memory": 0.20}
"""Share of the need that must be free besides; batch-planning.md §7.7."""
_FAR = 1.25
"""Times the tokens that were measured, beyond which the margin is that of a dry run."""
_NEARLY = 1.25
"""A formula that asks for no more than this times the room may be wrong: it is worth measuring."""
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
    gradient_checkpointing: Checkpointing | None = None
    """None: free."""
    micro_batch_size: int | None = None
    """None: free."""
    measurement: Measurement | None = None
    """Takes the place of the formula where it has the gradient checkpointing in question."""

    @property
    def room(self) -> int:
        """Bytes that programs other than ours leave."""
        return usable_bytes(self.device) - self.device.used_by_others_bytes


Basis = Literal["formula", "dry-run", "probe"]


@dataclass(frozen=True)
class _Candidate:
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


def plan_batch(request: PlanRequest) -> Plan:
    """The plan. Where nothing fits, the smallest candidate with `fits` False.

    Raises PlanProblem where the target cannot be met by whole rows.
    """
    _refuse_impossible(request)
    candidates = _candidates(request)
    fitting = [each for each in candidates if each.fits]
    chosen = _choose(fitting, request) if fitting else min(candidates, key=lambda each: each.peak_bytes)
    target = request.learning.effective_batch_size
    return Plan(
        effective_batch_size=target,
        micro_batch_size=chosen.micro_batch_size,
        gradient_accumulation_steps=accumulation_steps(target, chosen.micro_batch_size, request.world_size),
        world_size=request.world_size,
        slices=slices(target, chosen.micro_batch_size, request.world_size),
        token_budget=chosen.token_budget,
        max_seq_len=int(request.lengths.max()),
        gradient_checkpointing=chosen.checkpointing,
        precision=request.precision,
        memory=chosen.memory,
        peak_bytes=chosen.peak_bytes,
        limit_bytes=usable_bytes(request.device),
        fits=chosen.fits,
        basis=chosen.basis,
        error_bar=ERROR_BAR[_way_of_knowing(chosen.basis, request)],
        seconds_per_update=chosen.seconds,
        micro_batches_per_update=chosen.micro_batches,
        updates=count_updates(len(request.lengths), request.learning),
        rows=len(request.lengths),
        reasons=_reasons(request, chosen, candidates),
        alternatives=_alternatives(request, chosen, candidates),
        device_name=request.device.name,
    )


def least_need(request: PlanRequest) -> tuple[int, bool]:
    """Bytes that the smallest candidate needs, and whether it fits: a plan's answer without its reasons.

    Raises PlanProblem where the target cannot be met by whole rows.
    """
    _refuse_impossible(request)
    least = min(_candidates(request), key=lambda each: each.peak_bytes)
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
            f"{devices} devices cannot share {target} examples.", f"Use at most {target} devices, or a larger target."
        )
    if request.micro_batch_size is not None and request.micro_batch_size < 1:
        raise PlanProblem("A micro-batch holds at least 1 example.", "Leave it open, or choose a number like 4.")


def _candidates(request: PlanRequest) -> list[_Candidate]:
    target = request.learning.effective_batch_size
    if request.micro_batch_size is not None:
        most = math.ceil(target / request.world_size)
        sizes: tuple[int, ...] = (min(request.micro_batch_size, most),)
    else:
        sizes = useful_sizes(target, request.world_size)
    modes: tuple[Checkpointing, ...] = ("off", "on")
    if request.gradient_checkpointing is not None:
        modes = (request.gradient_checkpointing,)
    longest = int(request.lengths.max())
    drawn = _draw_updates(request)
    return [
        _try(request, size, mode, longest, _cut(request, drawn, size * longest)) for size in sizes for mode in modes
    ]


def _draw_updates(request: PlanRequest) -> list[NDArray[np.int64]]:
    """Rows of some updates as training might meet them, longest first within each device's share."""
    order = np.random.default_rng(request.learning.seed).permutation(len(request.lengths))
    per_device = math.ceil(request.learning.effective_batch_size / request.world_size)
    count = min(_DRAWN_UPDATES, max(4, _DRAWN_ROWS // per_device), max(1, len(order) // per_device))
    drawn = [order[start * per_device : (start + 1) * per_device] for start in range(count)]
    return [rows[np.argsort(-request.lengths[rows], kind="stable")] for rows in drawn]


@dataclass(frozen=True)
class _Cut:
    """Drawn updates, cut by one budget."""

    micro_batches: float
    padded_tokens: float
    """Per update, like the next two."""
    targets: float
    most_targets: int
    """In one micro-batch."""


def _cut(request: PlanRequest, drawn: list[NDArray[np.int64]], token_budget: int) -> _Cut:
    count = padded = most_targets = 0
    layout = Layout(
        packs_rows(request.facts, request.learning, request.device, request.precision), int(request.lengths.max())
    )
    for rows in drawn:
        lengths = request.lengths[rows].tolist()
        targets = [0, *np.cumsum(request.num_targets[rows]).tolist()]
        for cut in cut_by_budget(lengths, token_budget, layout):
            count += 1
            padded += layout.tokens(lengths[cut], token_budget)
            most_targets = max(most_targets, targets[cut.stop] - targets[cut.start])
    all_targets = sum(int(request.num_targets[rows].sum()) for rows in drawn)
    return _Cut(count / len(drawn), padded / len(drawn), all_targets / len(drawn), most_targets)


def _try(request: PlanRequest, size: int, mode: Checkpointing, longest: int, cut: _Cut) -> _Candidate:
    token_budget = size * longest
    # rows that were not drawn may hold some more targets than those that were, and each row alone must fit
    most_targets = max(round(1.15 * cut.most_targets) + 1, int(request.num_targets.max()))
    work = Work(tokens=token_budget, targets=min(token_budget, most_targets), longest=longest)
    formula = _formula_memory(request, mode, work)
    memory, basis = _memory(request, mode, work, formula)
    return _Candidate(
        size,
        mode,
        token_budget,
        memory,
        basis,
        formula.ours,
        _seconds_of_update(request, mode, cut),
        cut.micro_batches,
        _fits(request, mode, token_budget, memory, basis),
    )


def _formula_memory(request: PlanRequest, mode: Checkpointing, work: Work) -> MemoryParts:
    optimizer = request.learning.optimizer
    return memory_parts(request.facts, request.method, request.precision, mode, work, request.device, optimizer)


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
        there = _formula_memory(request, mode, Work(tokens=known.tokens, targets=known.targets, longest=work.longest))
        peak = known.peak_bytes + max(0, formula.ours - there.ours)
    peak = max(round(peak), measurement.beside_bytes)
    if not measurement.context_bytes:
        return as_measured(formula, peak + formula.workspace, formula.workspace), measurement.basis
    return as_measured(formula, peak, measurement.context_bytes), measurement.basis


def _fits(request: PlanRequest, mode: Checkpointing, tokens: int, memory: MemoryParts, basis: Basis) -> bool:
    measurement = request.measurement
    if measurement is not None and not measurement.may_fit(mode, tokens, request.room):
        return False
    margin = MARGIN[_way_of_knowing(basis, request)]
    measured = measurement and measurement.mode(mode)
    if measured and tokens > _FAR * measured.most_tokens:
        margin = max(margin, MARGIN["dry-run"])
    return memory.ours * (1 + margin) <= request.room


def _way_of_knowing(basis: Basis, request: PlanRequest) -> str:
    """What error bars and margins go by."""
    if basis == "probe" and not request.device.is_gpu:  # a worker keeps what it has freed, and more beside the model
        return "probe of resident memory"
    return basis if basis != "formula" else "gpu" if request.device.is_gpu else "cpu"


def _seconds_of_update(request: PlanRequest, mode: Checkpointing, cut: _Cut) -> float:
    """By the line through what was timed. A checkpointing that was not timed: by formula, at the pace of the other."""
    formula = _formula_seconds(request, mode, cut.micro_batches, cut.padded_tokens, cut.targets)
    if request.measurement is None:
        return formula
    measured = request.measurement.mode(mode)
    line = measured and measured.seconds_line
    step = request.measurement.step_seconds
    if line is not None:
        return cut.micro_batches * line.fixed + cut.padded_tokens * line.per_token + step
    return formula * _pace(request) + step


def _formula_seconds(
    request: PlanRequest, mode: Checkpointing, micro_batches: float, tokens: float, targets: float
) -> float:
    layers, head = flops_per_token(request.facts, request.method, mode, float(request.lengths.mean()))
    rate = device_flops(request.facts, request.device, request.precision)
    once = seconds_of_pass(request.facts, request.method, mode, request.device)
    return micro_batches * once + (layers * tokens + head * targets) / rate


def _pace(request: PlanRequest) -> float:
    """How much longer the device takes than the formula says, by the largest micro-batch that was timed."""
    measured = request.measurement.modes if request.measurement else ()
    timed = [(each, point) for each in measured for point in each.points if point.seconds is not None]
    if not timed:
        return 1.0
    mode, point = max(timed, key=lambda each: each[1].tokens)
    formula = _formula_seconds(request, mode.checkpointing, 1, point.tokens, point.targets)
    return (point.seconds or 0.0) / formula


def trials_for(request: PlanRequest) -> tuple[Trial, ...]:
    """What is worth measuring before it is decided, smallest need first: for each checkpointing that fits by formula,
    or nearly so, the longest row alone, the micro-batch that would be chosen with it, and a row of middling length,
    which tells what each micro-batch costs however small.

    Where one row would be chosen, three of them if they fit with room to spare, else a row half as long: a line needs
    two points. Nothing where even the smallest micro-batch needs far more than there is. Raises PlanProblem.
    """
    middling = float(np.median(request.lengths)) if len(request.lengths) else 0.0
    _refuse_impossible(request)
    candidates = _candidates(request)
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


def _choose(fitting: list[_Candidate], request: PlanRequest) -> _Candidate:
    """The smallest budget within three per cent of the fastest; of those a divisor of the target where there is one."""
    fastest = min(each.seconds for each in fitting)
    near = [each for each in fitting if each.seconds <= fastest * NEAR]
    whole = request.learning.effective_batch_size
    product = [each for each in near if whole % (each.micro_batch_size * request.world_size) == 0]
    return min(product or near, key=lambda each: (each.token_budget, each.peak_bytes, each.seconds))


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{max(1, round(seconds * 1000))} ms"


def _reasons(request: PlanRequest, chosen: _Candidate, candidates: list[_Candidate]) -> tuple[str, ...]:
    """At most five sentences, each with the number that decided."""
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
            if each.micro_batch_size == chosen.micro_batch_size and each.checkpointing != chosen.checkpointing
        ),
        None,
    )
    if other is not None:
        reasons.append(_why_this_mode(chosen, other))
    if abs(chosen.peak_bytes - chosen.formula_bytes) > 0.03 * chosen.peak_bytes and chosen.basis == "probe":
        reasons.append(f"Measured: {gib(chosen.peak_bytes)}, where the formula says {gib(chosen.formula_bytes)}.")
    if chosen.micro_batches < 0.75 * accumulation_steps(target, chosen.micro_batch_size, request.world_size):
        reasons.append(
            f"Rows are short: an update takes {chosen.micro_batches:.1f} micro-batches on average, sorted by length."
        )
    if len(request.lengths) < target:
        reasons.append(f"There are only {len(request.lengths)} rows, so each update learns from all of them.")
    return tuple(reasons)


def _why_not(request: PlanRequest, chosen: _Candidate) -> str:
    at_a_time = f"Even {chosen.micro_batch_size} at a time"
    if chosen.peak_bytes > request.room:
        return f"{at_a_time} needs {gib(chosen.peak_bytes)}; {gib(request.room)} is free."
    return f"{at_a_time} needs {gib(chosen.peak_bytes)} and a margin; {gib(request.room)} is free."


def _ways_out(request: PlanRequest, chosen: _Candidate) -> tuple[str, ...]:
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
    return what_would_fit(asked, round((request.room - beyond) / (1 + MARGIN[_way_of_knowing("formula", request)])))


def _why_this_size(chosen: _Candidate, same: dict[int, _Candidate], world_size: int) -> str:
    size = chosen.micro_batch_size
    larger = next((same[each] for each in sorted(same) if each > size), None)
    if larger is None:
        everything = "the whole update" if world_size == 1 else "a device's whole share"
        return f"{size} at a time is {everything}, so nothing has to be added up." if size > 1 else "One at a time."
    if not larger.fits:
        need = f"{larger.micro_batch_size} would need {gib(larger.peak_bytes)}"
        return f"{size} at a time is the fastest that fits; {need}."
    pace = "faster than" if chosen.seconds * NEAR < larger.seconds else "as fast as"
    once = _seconds(chosen.seconds)
    return f"{size} at a time is {pace} {larger.micro_batch_size} ({once} an update) and needs less memory."


def _why_this_mode(chosen: _Candidate, other: _Candidate) -> str:
    word = "off" if chosen.checkpointing == "off" else "on"
    if not other.fits and chosen.fits:
        without = "without" if word == "on" else "with"
        return f"Gradient checkpointing is {word}: {without} it an update needs {gib(other.peak_bytes)}."
    return (
        f"Gradient checkpointing is {word}: an update takes {_seconds(chosen.seconds)} "
        f"instead of {_seconds(other.seconds)}."
    )


def _alternatives(request: PlanRequest, chosen: _Candidate, candidates: list[_Candidate]) -> tuple[Alternative, ...]:
    """A faster one that would fit without the other programs, and one that leaves clearly more memory free."""
    found: list[Alternative] = []
    others = request.device.used_by_others_bytes
    room = usable_bytes(request.device)
    alone = [each for each in candidates if not each.fits and each.peak_bytes * 1.06 <= room]
    sooner = min(alone, key=lambda each: each.seconds, default=None)
    if others and sooner is not None and sooner.seconds * NEAR < chosen.seconds:
        who = request.device.others[0].name if request.device.others else "other programs"
        found.append(
            _alternative(
                request, sooner, "Sooner", f"Close {who} first; {gib(room - sooner.peak_bytes)} to spare then."
            )
        )
    roomier = [each for each in candidates if each.fits and each.peak_bytes < 0.85 * chosen.peak_bytes]
    roomy = min(roomier, key=lambda each: each.seconds, default=None)
    if roomy is not None:
        slower = roomy.seconds / chosen.seconds - 1
        found.append(
            _alternative(
                request,
                roomy,
                "Roomier",
                f"Leaves {gib(chosen.peak_bytes - roomy.peak_bytes)} more free, takes {slower * 100:.0f} % longer.",
            )
        )
    return tuple(found)


def _alternative(request: PlanRequest, candidate: _Candidate, name: str, price: str) -> Alternative:
    return Alternative(
        name=name,
        micro_batch_size=candidate.micro_batch_size,
        gradient_accumulation_steps=accumulation_steps(
            request.learning.effective_batch_size, candidate.micro_batch_size, request.world_size
        ),
        world_size=request.world_size,
        gradient_checkpointing=candidate.checkpointing,
        peak_bytes=candidate.peak_bytes,
        seconds_per_update=candidate.seconds,
        price=price,
    )
