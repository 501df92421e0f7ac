"""The optimizer, its parameter groups and the learning rate of every update."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn

from studio.engine.quantize import bitsandbytes
from studio.job import Learning


def make_optimizer(model: nn.Module, learning: Learning, device: torch.device) -> torch.optim.Optimizer:
    """The optimizer over the weights that learn; the loop sets its learning rate. Raises ModelProblem."""
    groups = parameter_groups(model, learning.weight_decay)
    match learning.optimizer:
        case "adamw":
            return torch.optim.AdamW(groups, lr=0.0, fused=device.type in {"cpu", "cuda"})
        case "adafactor":
            # a second epsilon of 1 makes steps as long as those of Adam; as a rule they are relative to the weights,
            # and half of an adapter starts at zero
            return torch.optim.Adafactor(groups, lr=0.0, eps=(None, 1.0), foreach=False)
        case "adamw-8bit" | "paged-adamw-8bit":
            library = bitsandbytes("An 8-bit optimizer needs", device, lambda found: _step_8bit(found, device))
            paged = learning.optimizer == "paged-adamw-8bit" and device.type != "cpu"  # main memory already
            return (library.optim.PagedAdamW8bit if paged else library.optim.AdamW8bit)(groups, lr=0.0)


def parameter_groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    """Weights that learn, with their weight decay: matrices and embeddings, never biases and the scales of norms.

    As transformers' Trainer does, except that the lengths which DoRA learns do not decay here either.
    """
    decays: list[nn.Parameter] = []
    stays: list[nn.Parameter] = []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            (decays if is_matrix(name, parameter) else stays).append(parameter)
    groups = [{"params": decays, "weight_decay": weight_decay}, {"params": stays, "weight_decay": 0.0}]
    return [group for group in groups if group["params"]]


def is_matrix(name: str, parameter: Tensor) -> bool:
    """Whether it is one of those that make up a model's size."""
    return parameter.ndim >= 2 and not name.endswith("bias")


def _step_8bit(library: Any, device: torch.device) -> None:
    """One update of a small matrix."""
    weights = nn.Parameter(torch.ones(64, 128, device=device))
    weights.grad = torch.ones_like(weights)
    library.optim.AdamW8bit([weights], lr=1e-3).step()


def learning_rate_at(update: int, updates: int, peak: float, learning: Learning) -> float:
    """The learning rate of `update` (counted from 1) of `updates`: linear warm-up, then the schedule down to zero.

    As transformers' schedules, except that warming up begins with peak / warm-up updates and reaches the peak with its
    last one, where theirs begins with an update at a rate of zero.
    """
    warmup = round(learning.warmup_fraction * updates)
    if update <= warmup:
        return peak * update / warmup
    if learning.schedule == "constant":
        return peak
    through = (update - warmup - 1) / max(1, updates - warmup)
    if learning.schedule == "linear":
        return peak * (1 - through)
    return peak * 0.5 * (1 + math.cos(math.pi * through))
