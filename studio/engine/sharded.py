"""A model divided among the ranks: each keeps a part of every matrix, and a layer's are whole only while it works.

By FSDP2 (`torch.distributed.fsdp.fully_shard`), with its mean over ranks taken out: gradients are summed, micro-batch
by micro-batch, into the part that a rank keeps, so a whole gradient is never there for more than one layer. What is
small or learns beside frozen weights (norms, biases, adapters) is whole on every rank and summed once an update.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import torch
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import FSDPModule, MixedPrecisionPolicy, fully_shard

from studio.engine.optim import is_matrix
from studio.engine.tried import whole_model
from studio.errors import ModelProblem

T = TypeVar("T")


class Divided(nn.Module):
    """Around a model: what runs in `do` sees its embeddings and head whole, and each layer while it works."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def do(self, work: Callable[[], T]) -> T:
        """What `work` returns. Every rank must come here as often as the others."""
        done: T = self(work)
        if not torch.is_grad_enabled():  # else embeddings and head go with the way back
            self.reshard()  # type: ignore[operator]
        return done

    def forward(self, work: Callable[[], T]) -> T:
        """For `do`."""
        return work()


def divide(model: nn.Module, device: torch.device, world_size: int, compute_dtype: torch.dtype | None) -> Divided:
    """Leave this rank its parts of a model that lies whole in main memory, on `device`; its parameters are new objects.

    Layers are put together in `compute_dtype`, where it is given, as autocast would round their matrices; embeddings
    and head as they are stored. All ranks call this together. Raises ModelProblem where the layers are not known.
    """
    mesh = init_device_mesh(device.type, (world_size,))
    frozen_below = any(not each.requires_grad for each in model.parameters())
    kept = {each for name, each in model.named_parameters() if not is_matrix(name, each)}
    if frozen_below:
        kept |= {each for each in model.parameters() if each.requires_grad}
    policy = MixedPrecisionPolicy(
        param_dtype=compute_dtype, reduce_dtype=torch.float32 if compute_dtype else None, cast_forward_inputs=False
    )
    root = Divided(model)
    for layer in _layers(model):
        fully_shard(layer, mesh=mesh, mp_policy=policy, ignored_params=kept)
    fully_shard(root, mesh=mesh, mp_policy=MixedPrecisionPolicy(cast_forward_inputs=False), ignored_params=kept)
    for each in root.modules():
        if isinstance(each, FSDPModule):
            each.set_gradient_divide_factor(1.0)
            each.set_force_sum_reduction_for_comms(True)  # else PREMUL_SUM, which gloo has not got
    with torch.no_grad():
        for parameter in kept:
            parameter.data = parameter.data.to(device)
    return root


def _layers(model: nn.Module) -> list[nn.Module]:
    """By the names that transformers has for what must not be cut through."""
    names = set(getattr(whole_model(model), "_no_split_modules", None) or ())
    found = [each for each in model.modules() if type(each).__name__ in names]
    if not found:
        raise ModelProblem(
            "The layers of this model are not known, so it cannot be divided among GPUs.",
            "Choose a smaller model, one such as Llama, Qwen or Mistral, or 4-bit weights on each GPU.",
        )
    return found
