"""A forward pass as a list of operations, and the most memory that it and its backward pass hold at once.

It follows torch's autograd: an operation goes backward in the reverse order of the forward pass, needs the gradient of
what it made and what it kept, makes the gradients of what it read, and lets go. Gradients of a tensor that was read
twice are added in place.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(eq=False, slots=True)
class Value:
    """A tensor of the forward pass."""

    numbers: int
    width: int
    """Bytes of one number."""
    of: Value | None = None
    """The tensor that this is a view of."""
    leaf: bool = False
    """A weight: its gradient joins the sum as soon as it is there."""
    learns: bool = True
    """Whether it has a gradient."""

    @property
    def bytes(self) -> int:
        """Of its numbers."""
        return self.numbers * self.width

    @property
    def storage(self) -> Value:
        """Where its numbers are."""
        return self.of or self


@dataclass(eq=False, slots=True)
class Operation:
    """Reads some tensors and makes others."""

    reads: tuple[Value, ...]
    makes: tuple[Value, ...]
    keeps: tuple[Value, ...]
    """Tensors that its backward pass needs,"""
    own: int
    """and bytes that nothing else knows of."""
    forward: int
    """Bytes of scratch beside what it makes."""
    backward: int
    """Bytes of scratch beside the gradients of what it reads."""
    passes: bool
    """Whether the gradient goes on as it is."""
    whole: bool
    """Whether it keeps what it keeps when it has run, as functions in Python do; torch's own do that first."""
    weighs: bool
    """Whether its backward pass needs weights that are there anyway."""
    views: bool
    """Whether gradients are views of what a product made: torch adds nothing to those in place."""
    held: tuple[Value, ...]
    """Tensors that functions around it still have a name for."""


@dataclass(eq=False, slots=True)
class _Gradient:
    bytes: int
    view: bool = False
    users: int = 1


class Tape:
    """Operations in the order in which they run, from `start` to the last one's tensor."""

    def __init__(self, start: Value) -> None:
        self.start = start
        self.operations: list[Operation] = []
        self.cached = 0
        """Bytes of weights cast by autocast, which lets go of them when the forward pass ends."""
        self._held: tuple[Value, ...] = ()

    def add(  # noqa: PLR0913 - each says one thing about the operation
        self,
        reads: Sequence[Value],
        makes: Sequence[Value],
        keeps: Sequence[Value] = (),
        *,
        own: int = 0,
        forward: int = 0,
        backward: int = 0,
        passes: bool = False,
        whole: bool = False,
        weighs: bool = False,
        views: bool = False,
        learns: bool = False,
    ) -> Value:
        """Append an operation; the first tensor that it makes.

        `learns`: it holds weights that do. Where nothing that it reads has a gradient either it keeps nothing.
        """
        if not (learns or any(value.learns for value in reads)):
            keeps, own = (), 0
            for value in makes:
                value.learns = False
        self.operations.append(
            Operation(
                tuple(reads),
                tuple(makes),
                tuple(keeps),
                own,
                forward,
                backward,
                passes,
                whole,
                weighs,
                views,
                self._held,
            )
        )
        return makes[0]

    @contextmanager
    def holding(self, *values: Value) -> Generator[None]:
        """Operations within this block run while these tensors are still needed or named."""
        before, self._held = self._held, (*self._held, *values)
        yield
        self._held = before

    @property
    def keeps_start(self) -> bool:
        """Whether the backward pass needs what the tape starts with."""
        return any(value.storage is self.start for each in self.operations for value in each.keeps)

    @property
    def kept_bytes(self) -> int:
        """What is there between the passes, without the start."""
        return sum(each.own for each in self.operations) + sum(value.bytes for value in self._kept())

    def _kept(self) -> dict[Value, int]:
        """Storages and how many operations keep them, without the start's."""
        found: dict[Value, int] = {}
        for each in self.operations:
            for value in each.keeps:
                if value.storage is not self.start:
                    found[value.storage] = found.get(value.storage, 0) + 1
        return found

    def forward_bytes(self) -> int:
        """The most that is there during the forward pass, without the start."""
        return self._forward_bytes(self.operations)

    def again_bytes(self) -> int:
        """The same when it runs a second time for the backward pass, with the gradients that are there by then.

        That begins where the first tensor is needed that is not there, and ends where all are.
        """
        ends = max(i for i, each in enumerate(self.operations) if each.keeps or each.own or each.weighs)
        _, waiting = self._backward_bytes(self.operations[ends + 1 :], 0)
        if not self.operations[ends].whole:
            ends -= 1
        return self._forward_bytes(self.operations[: ends + 1]) + waiting

    def _forward_bytes(self, operations: Sequence[Operation]) -> int:
        kept, last = self._kept(), self._last_uses()
        live = peak = 0
        alive: set[Value] = set()
        for i, each in enumerate(operations):
            made = {value.storage for value in each.makes} - alive - {self.start}
            live += sum(value.bytes for value in made)
            alive |= made
            peak = max(peak, live + each.forward)
            live += each.own
            gone = {value for value in alive if last.get(value, i) <= i and value not in kept}
            live -= sum(value.bytes for value in gone)
            alive -= gone
        return max(peak, live)

    def _last_uses(self) -> dict[Value, int]:
        found: dict[Value, int] = {}
        for i, each in enumerate(self.operations):
            for value in (*each.reads, *each.held):
                found[value.storage] = i
        found[self.operations[-1].makes[0].storage] = len(self.operations)
        return found

    def backward_bytes(self) -> int:
        """The most that is there during the backward pass, the gradient that comes in included, without the start."""
        return self._backward_bytes(self.operations, self.kept_bytes)[0]

    def _backward_bytes(self, operations: Sequence[Operation], live: int) -> tuple[int, int]:
        """At the most and at the end, where `live` bytes are kept at the beginning."""
        kept = self._kept()
        final = self.operations[-1].makes[0]
        gradients = {final: _Gradient(final.bytes)}
        live += final.bytes
        peak = live
        for each in reversed(operations):
            upstream = [gradients.pop(value) for value in each.makes if value in gradients]
            if upstream:
                reads = [value for value in each.reads if value.learns]
                new = [_hand_on(value, each, upstream[0]) for value in reads]
                live += sum(gradient.bytes for gradient in new if gradient is not upstream[0])
                peak = max(peak, live + each.backward)
                live -= sum(_drop(gradient) for gradient in upstream)
                for value, gradient in zip(reads, new, strict=True):
                    apart, change = _receive(gradients, value, gradient)
                    peak = max(peak, live + apart)
                    live += change
            live -= each.own
            for value in each.keeps:
                storage = value.storage
                if storage is not self.start:
                    kept[storage] -= 1
                    live -= 0 if kept[storage] else storage.bytes
        return peak, live


def _hand_on(value: Value, operation: Operation, upstream: _Gradient) -> _Gradient:
    """The gradient of a tensor that was read: the one that came in where it is passed on, or a new one."""
    if operation.passes and value.width == operation.makes[0].width:
        upstream.users += 1
        return upstream
    return _Gradient(value.bytes, operation.views)


def _drop(gradient: _Gradient) -> int:
    """One user less; the bytes that are free now."""
    gradient.users -= 1
    return 0 if gradient.users else gradient.bytes


def _receive(gradients: dict[Value, _Gradient], value: Value, gradient: _Gradient) -> tuple[int, int]:
    """Keep the gradient, or add it to the one that is there: in place where nothing else has that.

    Bytes needed for the moment, and bytes more afterwards.
    """
    there = gradients.get(value)
    if value.leaf:
        return 0, -_drop(gradient)
    if there is None:
        gradients[value] = gradient
        return 0, 0
    if there.users == 1 and not there.view:
        return 0, -_drop(gradient)
    gradients[value] = _Gradient(gradient.bytes)
    return gradient.bytes, gradient.bytes - _drop(there) - _drop(gradient)
