"""A batch plan: how one effective batch is split into micro-batches, what it needs and why."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.job import Checkpointing, Precision


class MemoryParts(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes on the device at the peak of an update, by component."""

    others: int = 0
    """Other programs: there before we start."""
    weights: int = 0
    adapters: int = 0
    gradients: int = 0
    optimizer: int = 0
    activations: int = 0
    logits: int = 0
    """Word scores: of the positions that reach the output head at once, and what else the head holds meanwhile."""
    workspace: int = 0
    """Driver, libraries and their scratch memory."""

    @property
    def ours(self) -> int:
        """What this run needs."""
        return (
            self.weights
            + self.adapters
            + self.gradients
            + self.optimizer
            + self.activations
            + self.logits
            + self.workspace
        )


class Alternative(msgspec.Struct, frozen=True, kw_only=True):
    """Another split of the same effective batch."""

    name: str
    """One word, for example "Sooner" or "Roomier"."""
    micro_batch_size: int
    gradient_accumulation_steps: int
    world_size: int
    gradient_checkpointing: Checkpointing
    peak_bytes: int
    seconds_per_update: float
    price: str
    """What it costs, in one sentence."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """micro_batch_size × gradient_accumulation_steps × world_size against the target, with its reasons.

    Where the micro-batch does not divide the target, `slices` differ by one and still sum to it.
    """

    effective_batch_size: int
    """Examples behind one update: the target, met exactly."""
    effective_batch_tokens: int | None = None
    """The target in tokens, where it was given so: blocks of `max_seq_len`. None: in examples."""
    micro_batch_size: int
    """Longest rows in one forward and backward pass on one device, at most."""
    gradient_accumulation_steps: int
    """Micro-batches per update and device, at most."""
    world_size: int = 1
    divided: bool = False
    """Whether each device keeps a part of the model only, as the whole does not fit one."""
    slices: tuple[int, ...]
    """Rows of each micro-batch of one update over all devices when all rows are longest; sums to the target."""
    token_budget: int
    """Padded tokens (rows × longest) one micro-batch may hold."""
    max_seq_len: int
    gradient_checkpointing: Checkpointing
    precision: Precision
    memory: MemoryParts
    peak_bytes: int
    """`memory.ours`."""
    margin_bytes: int = 0
    """That must stay free besides, as what is known may be a little wrong."""
    limit_bytes: int
    """The device's memory that can be used, other programs' share included."""
    fits: bool
    basis: Literal["formula", "dry-run", "probe"]
    error_bar: float
    """Relative error to expect of `peak_bytes`, 0.04 for ± 4 %."""
    seconds_per_update: float
    micro_batches_per_update: float
    """What really happens on average, since rows are shorter than the longest."""
    updates: int
    """Updates in the whole run."""
    rows: int
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()
    """At most two, with names that say what they are for."""
    choices: tuple[Alternative, ...] = ()
    """Other splits that fit, at most eight, the least memory first; micro-batch and checkpointing pick one."""
    device_name: str
    on_gpu: bool | None = None
    """Whether its devices are cards; None: a plan of before this was noted."""

    @property
    def spare_bytes(self) -> int:
        """Memory left; negative where it does not fit."""
        return self.limit_bytes - self.memory.others - self.peak_bytes

    @property
    def divides(self) -> bool:
        """Whether all slices are alike."""
        return len(set(self.slices)) <= 1

    @property
    def times(self) -> int | None:
        """Micro-batches that each device adds up, where slice × times × devices is the target; None: no product."""
        each, left = divmod(len(self.slices), self.world_size)
        return each if self.divides and not left else None


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of a run, on so many devices of a computer."""

    seconds: float | None = None
    """Of its updates; None where it cannot be told."""
    fits: bool = True
    divided: bool = False
    """Whether each device would keep a part of the model only."""
