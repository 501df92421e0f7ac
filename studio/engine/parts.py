"""Tensors that may be divided among the ranks: the part that is here, the whole, and a whole one divided alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn


def is_divided(tensor: Tensor) -> bool:
    """Whether each rank has a part of it only."""
    return hasattr(tensor, "placements")


def part_of(tensor: Tensor) -> Tensor:
    """What this rank has of it, in the same memory; all of it where it is not divided."""
    divided: Any = tensor
    return divided.to_local() if is_divided(tensor) else tensor


def whole(tensor: Tensor) -> Tensor:
    """All parts together; where it is divided all ranks ask at once."""
    divided: Any = tensor
    return divided.full_tensor() if is_divided(tensor) else tensor


def divided_like(parameter: Tensor, value: Tensor) -> Tensor:
    """`value`, a whole tensor, where `parameter` is and divided as that is. Nothing is sent."""
    like: Any = parameter
    if not is_divided(parameter) or value.shape != parameter.shape:
        return value.to(parameter.device)
    from torch.distributed.tensor import distribute_tensor

    return distribute_tensor(value.to(parameter.device), like.device_mesh, like.placements, src_data_rank=None)


def leave(parameter: nn.Parameter, part: Callable[[Tensor], Tensor]) -> None:
    """Of a whole parameter keep what `part` makes of it; the parameter has its form from now on, and no memory."""
    holder: Any = parameter
    whole = parameter.detach().as_subclass(Tensor)
    holder.left = part(whole)
    holder.data = whole.new_empty(1, dtype=holder.left.dtype).expand(whole.shape)


def is_cut(tensor: Tensor) -> bool:
    """Whether it has its form alone, since `leave`."""
    return hasattr(tensor, "left")


def put(parameter: nn.Parameter, value: Tensor) -> None:
    """`value` itself in place of what a parameter has, or would have if `leave` had not emptied it."""
    parameter.data = value
    vars(parameter).pop("left", None)
