"""The weights with the lowest held-out loss, held in main memory until the next checkpoint writes them down."""

from __future__ import annotations

import torch
from torch import Tensor

from studio.engine.training import Training


class BestWeights:
    """A copy of what learns, without the optimizer's state, which the result does not need."""

    def __init__(self) -> None:
        self.update = 0
        """The update they belong to; 0: none are held."""
        self._weights: dict[str, Tensor] = {}

    @torch.no_grad()
    def hold(self, training: Training) -> None:
        """Those of this instant, in place of any before."""
        self.update = training.update
        for name, parameter in training.model.named_parameters():
            if parameter.requires_grad and name in self._weights:
                self._weights[name].copy_(parameter)
            elif parameter.requires_grad:
                self._weights[name] = parameter.detach().to("cpu", copy=True).contiguous()

    def forget(self) -> None:
        """They are in a checkpoint, or were never made."""
        self.update = 0
        self._weights.clear()

    @property
    def tensors(self) -> dict[str, Tensor]:
        """As a checkpoint names them."""
        return {f"weight.{name}": value for name, value in self._weights.items()}
