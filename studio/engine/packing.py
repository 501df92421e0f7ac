"""Packed rows: one after the other in place of padding, where a model keeps them apart."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from studio.engine.attention import Rows, reach, take_over_attention
from studio.engine.head import Head
from studio.engine.tried import alike, on_trial, whole_model


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


def packs_rows(model: nn.Module, head: Head | None, longest: int) -> bool:
    """Whether packed rows of up to `longest` tokens give what padded ones do: tried on three short rows.

    Not where something else than attention mixes positions, a layer sees only so far back without telling how far, or
    attention is not torch's.
    """
    whole = whole_model(model)
    if head is None or not take_over_attention(model) or reach(whole.config) < longest:
        return False
    lengths = (7, 5, 4)
    try:
        with on_trial(model) as weight:
            tokens = [torch.arange(length, device=weight.device) % whole.config.vocab_size for length in lengths]
            rows = Rows(lengths, torch.tensor([0, 7, 12, 16], dtype=torch.int32, device=weight.device))
            packed = states_of(head, torch.cat(tokens).unsqueeze(0), rows, torch.cat(tokens).unsqueeze(0))
            alone = torch.cat([states_of(head, row.unsqueeze(0), None, None) for row in tokens], dim=1)
    except (AttributeError, ImportError, TypeError, ValueError, RuntimeError):
        return False
    return alike(alone, packed)
