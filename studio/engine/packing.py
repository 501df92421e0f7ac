"""Packed rows: one after the other in place of padding, where a model keeps them apart."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from studio.engine.attention import Rows, take_over_attention
from studio.engine.head import Head
from studio.engine.tried import alike, whole_model


def states_of(head: Head, input_ids: Tensor, rows: Rows | None, position_ids: Tensor | None) -> Tensor:
    """What the body of a model makes of its tokens; with `rows` each of them sees itself only.

    Shapes: input_ids (b, s) → (b, s, h); packed (1, n), and so are position_ids → (1, n, h).
    """
    more: dict[str, Any] = {}
    if rows is not None:
        no_mask = torch.ones((1, 1, 1, 1), device=input_ids.device)  # of four dimensions: taken as it is, then ignored
        more = {"position_ids": position_ids, "attention_mask": no_mask, "rows": rows}
    states: Tensor = head.body(input_ids=input_ids, use_cache=False, **more).last_hidden_state
    return states


@torch.no_grad()
def packs_rows(model: nn.Module, head: Head | None, longest: int) -> bool:
    """Whether packed rows of up to `longest` tokens give what padded ones do: tried on three short rows.

    Not where something else than attention mixes positions, a layer sees only so far back, or attention is not torch's.
    """
    whole = whole_model(model)
    if head is None or reach(whole.config) < longest or not take_over_attention(whole):
        return False
    was_training = model.training
    model.eval()
    weight = next(model.parameters())
    lengths = (7, 5, 4)
    tokens = [torch.arange(length, device=weight.device) % whole.config.vocab_size for length in lengths]
    low = weight.dtype in {torch.bfloat16, torch.float16}
    rows = Rows(lengths, torch.tensor([0, 7, 12, 16], dtype=torch.int32, device=weight.device))
    try:
        with torch.autocast(weight.device.type, dtype=weight.dtype if low else None, enabled=low):
            packed = states_of(head, torch.cat(tokens).unsqueeze(0), rows, torch.cat(tokens).unsqueeze(0))
            alone = torch.cat([states_of(head, row.unsqueeze(0), None, None) for row in tokens], dim=1)
    except (AttributeError, ImportError, TypeError, ValueError, RuntimeError):
        return False
    finally:
        model.train(was_training)
    return alike(alone, packed)


def reach(config: Any) -> float:
    """How many tokens back every layer sees."""
    limits = [getattr(config, name, None) for name in ("sliding_window", "attention_chunk_size")]
    return min((limit for limit in limits if limit), default=float("inf"))
