"""What would make a plan fit that does not: each way is worked out before it is named, with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec

from studio.hardware.device import Device, gib
from studio.job import Checkpointing, Full, Lora, Method, Optimizer, Precision
from studio.models.local import ModelFacts
from studio.planning.memory import Work, memory_parts

_STEP = 64
"""Lengths that are offered are multiples of this."""


@dataclass(frozen=True, kw_only=True)
class Smallest:
    """The least that was asked for and does not fit."""

    facts: ModelFacts
    method: Method
    precision: Precision
    optimizer: Optimizer
    checkpointing: Checkpointing
    device: Device
    rows: int
    """At a time."""
    longest: int
    """Tokens of the longest row."""
    most_targets: int
    """Of one row."""

    @property
    def need(self) -> int:
        """Bytes, by formula."""
        targets = self.rows * min(self.most_targets, self.longest)
        work = Work(tokens=self.rows * self.longest, targets=targets, longest=self.longest)
        return memory_parts(
            self.facts, self.method, self.precision, self.checkpointing, work, self.device, self.optimizer
        ).ours


def what_would_fit(asked: Smallest, room: int) -> tuple[str, ...]:
    """Sentences, the smallest change first; the last one, a smaller model or more memory, is always there.

    `room`: bytes that the run may take, with a margin taken off.
    """
    fitting = [f"It fits {way}: {gib(other.need)}." for way, other in _ways(asked, room) if other.need <= room]
    return (*_closing(asked, room), *fitting, _last_resort(asked, room))


def _closing(asked: Smallest, room: int) -> Iterator[str]:
    """Other programs, where it fits without the largest of them."""
    for program in asked.device.others[:1]:
        if asked.need <= room + program.used_bytes:
            yield f"It fits once {program.name} is closed, which takes {gib(program.used_bytes)}."


def _ways(asked: Smallest, room: int) -> Iterator[tuple[str, Smallest]]:
    if asked.rows > 1:
        yield "1 at a time", replace(asked, rows=1)
    if asked.checkpointing == "off":
        yield "with gradient checkpointing", replace(asked, checkpointing="on")
    least = replace(asked, rows=1, checkpointing="on")
    if isinstance(asked.method, Full) and not asked.facts.num_labels:
        yield "with a small adapter in place of every weight", replace(least, method=Lora())
    compressed = _compressed(asked.method)
    if compressed is not None and not asked.facts.num_experts:
        yield "with frozen weights in 4 bits (nf4-double)", replace(least, method=compressed)
    shorter = _STEP * _largest(asked.longest // _STEP, lambda n: replace(least, longest=n * _STEP).need <= room)
    if 0 < shorter < asked.longest:
        yield f"with rows cut at {shorter:,} tokens in place of {asked.longest:,}", replace(least, longest=shorter)


def _compressed(method: Method) -> Lora | None:
    """An adapter beside weights in 4 bits. None: it has them already."""
    adapter = method if isinstance(method, Lora) else Lora()
    return None if adapter.quantization else msgspec.structs.replace(adapter, quantization="nf4-double")


def _last_resort(asked: Smallest, room: int) -> str:
    """A smaller model of the same form, in weights, or a device with more memory."""
    least = replace(asked, rows=1, checkpointing="on")
    layers = _largest(
        asked.facts.num_layers, lambda count: replace(least, facts=_with_layers(asked.facts, count)).need <= room
    )
    elsewhere = f"a device with {gib(least.need - room)} more memory"
    if layers == 0:
        return f"Nothing else helps but a much smaller model, or {elsewhere}."
    weights = _with_layers(asked.facts, layers).parameters
    return f"Else take a model of at most {weights / 1e9:.2g} billion weights, or {elsewhere}."


def _with_layers(facts: ModelFacts, count: int) -> ModelFacts:
    """The same model with fewer layers."""
    tables = facts.vocab_size * facts.hidden_size * (1 if facts.tied_embeddings else 2)
    of_a_layer = (facts.parameters - tables) // facts.num_layers
    left_out = facts.num_layers - count
    return msgspec.structs.replace(facts, num_layers=count, parameters=facts.parameters - left_out * of_a_layer)


def _largest(most: int, fits: Callable[[int], bool]) -> int:
    """The largest number of 1 … most that fits, where all below it do too; 0: none."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
