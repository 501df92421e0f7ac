"""The loss of a micro-batch: cross-entropy summed over its target tokens, and nothing computed for the others.

Another way of training is another function like `sum_token_loss`, and another way of making examples.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.engine.batches import MicroBatch
from studio.engine.head import Head, losses_of
from studio.engine.packing import states_of


def sum_token_loss(
    model: nn.Module,
    head: Head | None,
    micro_batch: MicroBatch,
    *,
    label_smoothing: float = 0.0,
    scores_bytes: int | None = None,
) -> tuple[Tensor, Tensor]:
    """Cross-entropy in nats, summed over the target tokens of the micro-batch, and each token's own.

    A scalar with a gradient and (n,) without, both float32. No attention mask is given: rows are padded on the right
    and every position looks back only, so padding is seen by padding alone. Only positions that predict a target reach
    the output head. A model whose `head` is unknown runs whole.
    """
    if head is None:
        with only_positions(model, micro_batch.positions):
            scores: Tensor = model(input_ids=micro_batch.input_ids, use_cache=False).logits[0].float()  # (n, v)
        losses = F.cross_entropy(scores, micro_batch.targets, reduction="none", label_smoothing=label_smoothing)
        return losses.sum(), losses.detach()
    states = states_at_targets(head, micro_batch)
    return losses_of(head, states, micro_batch.targets, label_smoothing=label_smoothing, scores_bytes=scores_bytes)


def states_at_targets(head: Head, micro_batch: MicroBatch) -> Tensor:
    """(t, h) what the body of the model makes of the positions that have a target."""
    hidden = states_of(head, micro_batch.input_ids, micro_batch.rows, micro_batch.position_ids)
    return hidden.flatten(0, 1).index_select(0, micro_batch.positions)


@contextmanager
def only_positions(model: nn.Module, positions: Tensor) -> Iterator[None]:
    """Within this block the output head of `model` sees the hidden states at `positions` only.

    The model's own forward still does whatever it does around its head, such as scaling or capping the scores.
    Shapes: the head gets (1, n, h) in place of (b, s, h); positions (n,) index into (b · s).
    """
    head = model.get_output_embeddings()  # type: ignore[operator]
    assert isinstance(head, nn.Module), "a causal language model has an output head"

    def select(_head: nn.Module, inputs: tuple[Any, ...]) -> tuple[Any, ...]:
        hidden = inputs[0]  # (b, s, h)
        return (hidden.reshape(-1, hidden.shape[-1])[positions].unsqueeze(0), *inputs[1:])

    hook = head.register_forward_pre_hook(select)
    try:
        yield
    finally:
        hook.remove()


def autocast(device: torch.device, precision: str) -> torch.autocast:
    """Compute in `precision` where that is lower than float32; weights that learn stay in float32."""
    dtype = getattr(torch, precision)
    return torch.autocast(device.type, dtype=dtype, enabled=dtype is not torch.float32)
