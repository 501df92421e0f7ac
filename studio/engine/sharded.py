"""A model divided among the ranks: each keeps a part of every matrix, and a layer's are whole only while it works.

By FSDP2 (`torch.distributed.fsdp.fully_shard`), with its mean over ranks taken out: gradients are summed, micro-batch
by micro-batch, into the part that a rank keeps, so a whole gradient is never there for more than one layer. What is
small or learns beside frozen weights (norms, biases, adapters) is whole on every rank and summed once an update.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import torch
from torch import Tensor, nn
from torch.distributed import device_mesh
from torch.distributed.fsdp import FSDPModule, MixedPrecisionPolicy, fully_shard
from torch.distributed.tensor import DTensor

from studio.engine.optim import is_matrix
from studio.engine.parts import is_cut
from studio.engine.quantize import leave_scales, name_scales
from studio.engine.tried import whole_model
from studio.errors import ModelProblem

T = TypeVar("T")


class Divided(nn.Module):
    """Around a model: what runs in `do` sees its head whole, and embeddings and each layer while they work."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def do(self, work: Callable[[], T]) -> T:
        """What `work` returns. Every rank must come here as often as the others."""
        done: T = self(work)
        if not torch.is_grad_enabled():  # else the head goes with the way back
            self.reshard()  # type: ignore[operator]
        return done

    def in_turn(self) -> Iterator[list[nn.Module]]:
        """The modules outside of layers, then those of each layer, whose matrices are whole meanwhile. Within `do`."""
        layers: list[Any] = [each for each in self.model.modules() if isinstance(each, FSDPModule)]
        inside = {each for layer in layers for each in layer.modules()}
        yield [each for each in self.model.modules() if each not in inside]
        for layer in layers:
            layer.unshard()
            yield list(layer.modules())
            layer.reshard()

    def forward(self, work: Callable[[], T]) -> T:
        """For `do`."""
        return work()


def divide(model: nn.Module, device: torch.device, world_size: int, compute_dtype: torch.dtype | None) -> Divided:
    """Leave this rank its parts of a model, on `device`; its parameters are new objects.

    What is not cut yet (`studio.engine.streamed`) is whole in main memory or on `device`.
    Layers are put together in `compute_dtype`, where it is given, as autocast would round their matrices; embeddings
    and head as they are stored, the latter for the whole of `do`, with embeddings that share its matrix. All ranks call
    this together. Raises ModelProblem where the layers are not known.
    """
    mesh = device_mesh.init_device_mesh(device.type, (world_size,))
    parts = _set_aside(model)
    frozen_below = any(not each.requires_grad for each in model.parameters())
    kept = {each for name, each in model.named_parameters() if not is_matrix(name, each)}
    if frozen_below:
        kept |= {each for each in model.parameters() if each.requires_grad}
    policy = MixedPrecisionPolicy(
        param_dtype=compute_dtype, reduce_dtype=torch.float32 if compute_dtype else None, cast_forward_inputs=False
    )
    root = Divided(model)
    as_stored = MixedPrecisionPolicy(cast_forward_inputs=False)
    for layer in _layers(model):
        fully_shard(layer, mesh=mesh, mp_policy=policy, ignored_params=kept)
    if (embeddings := _embeddings_alone(model)) is not None and embeddings.weight not in kept:
        fully_shard(embeddings, mesh=mesh, mp_policy=as_stored, ignored_params=kept)
        cast("FSDPModule", embeddings).set_unshard_in_backward(False)  # what a token was is all that it needs then
    fully_shard(root, mesh=mesh, mp_policy=as_stored, ignored_params=kept)
    for each in root.modules():
        if isinstance(each, FSDPModule):
            each.set_gradient_divide_factor(1.0)
            each.set_force_sum_reduction_for_comms(True)  # else PREMUL_SUM, which gloo has not got
    _put_back(model, parts)
    with torch.no_grad():
        for parameter in kept:
            parameter.data = parameter.data.to(device)
    return root


def _set_aside(model: nn.Module) -> dict[str, Tensor]:
    """This rank's parts by name, where matrices are cut already; parameters become plain ones that may be divided."""
    parts: dict[str, Tensor] = {}
    for layer in list(model.modules()):
        if getattr(layer, "quant_state", None) is not None:
            name_scales(layer)
    plain: dict[nn.Parameter, nn.Parameter] = {}  # tied ones stay one
    for name, module, of_module, parameter in list(_named(model)):
        if is_cut(parameter):
            parts[name] = parameter.left  # type: ignore[attr-defined]
            value = torch.empty_like(parts[name], device="meta").new_empty(parameter.shape)
        elif type(parameter) is nn.Parameter:
            continue
        else:
            leave_scales(module, parameter, lambda all_of_them: all_of_them)
            value = parameter.detach().as_subclass(Tensor)
        if parameter not in plain:
            plain[parameter] = nn.Parameter(value, requires_grad=parameter.requires_grad)
        setattr(module, of_module, plain[parameter])
    return parts


def _put_back(model: nn.Module, parts: dict[str, Tensor]) -> None:
    """Each part where the parameter is that was divided without any numbers. Leaves `parts` empty."""
    filled: dict[nn.Parameter, nn.Parameter] = {}
    for name, module, of_module, parameter in list(_named(model)):
        if name in parts:
            part, form = parts.pop(name), cast("DTensor", parameter)
            if parameter not in filled:
                value = DTensor.from_local(
                    part, form.device_mesh, form.placements, run_check=False, shape=form.shape, stride=form.stride()
                )
                filled[parameter] = nn.Parameter(value, requires_grad=parameter.requires_grad)
            setattr(module, of_module, filled[parameter])


def _named(model: nn.Module) -> Iterator[tuple[str, nn.Module, str, nn.Parameter]]:
    """Every place of a parameter: its name, the module and its name there."""
    for name, parameter in model.named_parameters(remove_duplicate=False):
        path, _, of_module = name.rpartition(".")
        yield name, model.get_submodule(path), of_module, parameter


def _embeddings_alone(model: nn.Module) -> nn.Module | None:
    """The embeddings, where no other module has the same matrix."""
    embeddings: nn.Module = whole_model(model).get_input_embeddings()  # type: ignore[operator]
    sharing = [each for _, _, _, each in _named(model) if each is embeddings.weight]
    return embeddings if len(sharing) == 1 else None


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
