"""The weights with the lowest held-out loss, held in main memory until the next checkpoint writes them down."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from studio.engine.parts import is_divided, part_of, whole
from studio.engine.training import Training


class BestWeights:
    """A copy of what learns, without the optimizer's state, which the result does not need."""

    def __init__(self) -> None:
        self.update = 0
        """The update they belong to; 0: none are held."""
        self._weights: dict[str, Tensor] = {}

    @torch.no_grad()
    def hold(self, training: Training) -> None:
        """Those of this instant, in place of any before; of a divided model what this rank has."""
        self.update = training.update
        for name, parameter in _learning(training):
            part = part_of(parameter)
            if name in self._weights:
                self._weights[name].copy_(part)
            else:
                self._weights[name] = part.to("cpu", copy=True).contiguous()

    def forget(self) -> None:
        """They are in a checkpoint, or were never made."""
        self.update = 0
        self._weights.clear()

    @torch.no_grad()
    def give(self, training: Training) -> dict[str, Tensor]:
        """All of them, whole, as a checkpoint names them; empty on other ranks than the first. None are held then.

        Where they are divided all ranks ask at once, and a copy of one parameter at a time is on the device.
        """
        given: dict[str, Tensor] = {}
        for name, parameter in _learning(training):
            held = self._weights.pop(name)
            if is_divided(parameter):
                copy = parameter.clone()
                part_of(copy).copy_(held)
                held = whole(copy).cpu().contiguous()
            if training.ranks.rank == 0:
                given[f"weight.{name}"] = held
        self.update = 0
        return given


def _learning(training: Training) -> Iterator[tuple[str, Tensor]]:
    return ((name, each.detach()) for name, each in training.model.named_parameters() if each.requires_grad)
