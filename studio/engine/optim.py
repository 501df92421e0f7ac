"""The optimizer, its parameter groups and the learning rate of every update."""

from __future__ import annotations

import math

import torch
from torch import nn

from studio.job import Learning


def make_optimizer(model: nn.Module, learning: Learning, device: torch.device) -> torch.optim.AdamW:
    """AdamW over the weights that learn; weight decay on matrices only, never on norms and biases."""
    learns = [parameter for parameter in model.parameters() if parameter.requires_grad]
    groups = [
        {"params": [each for each in learns if each.ndim >= 2], "weight_decay": learning.weight_decay},
        {"params": [each for each in learns if each.ndim < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(
        [group for group in groups if group["params"]],
        lr=0.0,
        fused=device.type in {"cpu", "cuda"},
    )


def learning_rate_at(update: int, updates: int, peak: float, learning: Learning) -> float:
    """The learning rate of `update` (counted from 1) of `updates`: linear warm-up, then the schedule down to zero."""
    warmup = round(learning.warmup_fraction * updates)
    if update <= warmup:
        return peak * update / warmup
    if learning.schedule == "constant":
        return peak
    through = (update - warmup - 1) / max(1, updates - warmup)
    if learning.schedule == "linear":
        return peak * (1 - through)
    return peak * 0.5 * (1 + math.cos(math.pi * through))
