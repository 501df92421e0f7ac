"""The loss of a micro-batch: cross-entropy summed over its target tokens, and nothing computed for the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.engine.batches import MicroBatch


def sum_token_loss(model: nn.Module, micro_batch: MicroBatch) -> Tensor:
    """Cross-entropy in nats, summed over the target tokens of the micro-batch; a scalar in float32.

    No attention mask is given: rows are padded on the right and every position looks back only, so padding is
    seen by padding alone. Only positions that predict a target reach the output head.
    """
    with only_positions(model, micro_batch.positions):
        logits: Tensor = model(input_ids=micro_batch.input_ids, use_cache=False).logits  # (1, n, v)
    return F.cross_entropy(logits[0].float(), micro_batch.targets, reduction="sum")


@contextmanager
def only_positions(model: nn.Module, positions: Tensor) -> Iterator[None]:
    """Within this block the output head of `model` sees the hidden states at `positions` only.

    The model's own forward still does whatever it does around its head, such as scaling or capping the scores.
    Shapes: the head gets (1, n, h) in place of (b, s, h); positions (n,) index into (b · s).
    """
    head = output_head(model)

    def select(_head: nn.Module, inputs: tuple[Any, ...]) -> tuple[Any, ...]:
        hidden = inputs[0]  # (b, s, h)
        return (hidden.reshape(-1, hidden.shape[-1])[positions].unsqueeze(0), *inputs[1:])

    hook = head.register_forward_pre_hook(select)
    try:
        yield
    finally:
        hook.remove()


def output_head(model: nn.Module) -> nn.Module:
    """The layer that turns hidden states into word scores."""
    head = model.get_output_embeddings()  # type: ignore[operator]
    assert isinstance(head, nn.Module), "a causal language model has an output head"
    return head


def autocast(device: torch.device, precision: str) -> torch.autocast:
    """Compute in `precision` where that is lower than float32; weights that learn stay in float32."""
    dtype = getattr(torch, precision)
    return torch.autocast(device.type, dtype=dtype, enabled=dtype is not torch.float32)
