"""What it takes to try one way of working something out against another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import torch
from torch import Tensor, nn

_SAME = {torch.float64: 1e-12, torch.float32: 1e-5, torch.bfloat16: 2e-2, torch.float16: 4e-3}
"""Largest difference from the original that rounding explains, relative to the largest value."""


def whole_model(model: nn.Module) -> Any:
    """The model of transformers, without the adapter around it."""
    return model.get_base_model() if hasattr(model, "get_base_model") else model  # type: ignore[operator]


@contextmanager
def on_trial(model: nn.Module) -> Iterator[nn.Parameter]:
    """Within this block `model` computes as in training, without dropout and gradient; gives one of its weights."""
    was_training = model.training
    model.eval()
    weight = next(model.parameters())
    low = weight.dtype in {torch.bfloat16, torch.float16}  # then a layer for labels is in float32 all the same
    try:
        with torch.no_grad(), torch.autocast(weight.device.type, weight.dtype) if low else nullcontext():
            yield weight
    finally:
        model.train(was_training)


def alike(original: Tensor, other: Tensor) -> bool:
    """Whether two results are the same up to rounding."""
    if original.shape != other.shape or original.dtype != other.dtype:
        return False
    difference = (original.double() - other.double()).abs().max()
    return bool(difference <= _SAME[original.dtype] * original.double().abs().max())
