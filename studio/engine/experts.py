"""How a mixture of experts routes its tokens, and the loss that keeps it using all of its experts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from studio.engine.tried import whole_model
from studio.errors import ModelProblem


@dataclass(frozen=True)
class Balance:
    """The balance loss of one effective batch, of which every micro-batch adds its part.

    The auxiliary loss of Switch Transformer (Fedus et al. 2021, equations 4 to 6) as transformers computes it: with e
    experts, l layers that route and t tokens

        weight · e · Σ_i f_i · P_i,    f_i = choices of expert i / (l · t),    P_i = Σ probability of expert i / (l · t)

    f carries no gradient and P is a sum over tokens. So once f of the whole effective batch is known, the loss is a sum
    over micro-batches, and neither it nor its gradient depends on the split. Padding and rows with nothing to learn are
    left out.
    """

    weight: float
    choices: Tensor
    """(e,) how often each expert was chosen, over all layers and tokens of the effective batch."""
    num_tokens: int
    """Real tokens of the effective batch."""

    def part(self, scores: list[Tensor], real: Tensor) -> Tensor:
        """What a micro-batch adds to the loss, a scalar with a gradient.

        Shapes: scores, for each layer that routes, (b · s, e); real (b · s,) which of the positions hold a token.
        """
        routed = len(scores) * self.num_tokens
        sums = torch.stack([layer.float().softmax(-1)[real].sum(0) for layer in scores]).sum(0)  # (e,)
        return self.weight * len(sums) * (self.choices.to(sums) / routed * sums / routed).sum()


def chosen(model: nn.Module, scores: list[Tensor], real: Tensor) -> Tensor:
    """(e,) how often each expert is among those that a token goes to."""
    top = whole_model(model).num_experts_per_tok
    picked = torch.cat([layer.float().softmax(-1)[real].topk(top, -1).indices.flatten() for layer in scores])
    return torch.bincount(picked, minlength=scores[0].shape[-1])


def num_experts(model: nn.Module) -> int:
    """Experts in each layer that routes. Raises ModelProblem as `watch_routers` does."""
    _routers(model)
    return whole_model(model).num_experts


@contextmanager
def watch_routers(model: nn.Module, *, wanted: bool = True) -> Iterator[list[Tensor]]:
    """Within this block the scores of every layer that routes are noted, (b · s, experts) each; none if not `wanted`.

    Layers that recompute their activations do so after the block, and are not noted twice. Raises ModelProblem where
    transformers has no balance loss for this family.
    """
    scores: list[Tensor] = []
    hooks: list[Any] = []

    def note(place: int) -> Any:
        return lambda _module, _inputs, output: scores.append(output[place] if isinstance(output, tuple) else output)

    if wanted:
        hooks = [router.register_forward_hook(note(place)) for router, place in _routers(model)]
    try:
        yield scores
    finally:
        for hook in hooks:
            hook.remove()


def _routers(model: nn.Module) -> list[tuple[nn.Module, int]]:
    """The layers that choose experts, and where in what they return the scores stand."""
    whole = whole_model(model)
    recorders: Any = (getattr(whole, "_can_record_outputs", None) or {}).get("router_logits", [])
    if not hasattr(sys.modules[type(whole).__module__], "load_balancing_loss_func"):
        recorders = []
    found = [
        (module, each.index)
        for name, module in whole.named_modules()
        for each in (recorders if isinstance(recorders, list) else [recorders])
        if isinstance(module, each.target_class) and (each.layer_name or "") in name
    ]
    if not found:
        raise ModelProblem(
            f"There is no balance loss for the experts of {type(whole).__name__.removesuffix('ForCausalLM')}.",
            "Train it without: this family keeps its experts in balance by itself, or has none.",
        )
    return found
