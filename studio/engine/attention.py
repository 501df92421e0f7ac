"""Attention as transformers' models call it: over rows that stand end to end, and in float32 on a processor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Rows:
    """Where the rows of a packed micro-batch are; what is left over at its end is one more."""

    lengths: tuple[int, ...]
    """Tokens of each; they sum to n."""
    starts: Tensor
    """(rows + 1,) int32: where each begins, and n."""

    @property
    def longest(self) -> int:
        """Tokens of the longest."""
        return max(self.lengths)


def take_over_attention(model: nn.Module) -> bool:
    """From now on `model` attends through `attend`. False where it does so by other means than torch's own kernels."""
    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS as functions  # noqa: N811 - an object, no constant

    config: Any = getattr(model, "config", None)
    if getattr(config, "_attn_implementation", "") != "sdpa":
        return False
    functions["sdpa"] = attend
    return True


def attend(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    *,
    rows: Rows | None = None,
    **options: Any,
) -> tuple[Tensor, None]:
    """What transformers' attention does; with `rows` each of them sees itself only, whatever the mask says.

    Shapes: query (b, heads, s, d), key and value (b, key heads, s, d) → (b, s, heads, d); b is 1 where there are rows.
    torch's kernel for processors goes backward in bfloat16 in twice the time that float32 takes, casts included.
    """
    if rows is not None and query.device.type == "cuda":
        return _attend_on_card(query, key, value, rows, **options), None
    low = next((each.dtype for each in (query, key, value) if each.dtype in {torch.bfloat16, torch.float16}), None)
    if low is None or query.device.type != "cpu":
        return _attend(module, query, key, value, attention_mask, rows, **options), None
    if attention_mask is not None and attention_mask.is_floating_point():
        attention_mask = attention_mask.float()
    with torch.autocast("cpu", enabled=False):
        said = _attend(module, query.float(), key.float(), value.float(), attention_mask, rows, **options)
    return said.to(low), None


def _attend(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    rows: Rows | None,
    **options: Any,
) -> Tensor:
    from transformers.integrations.sdpa_attention import sdpa_attention_forward

    if rows is None:
        return sdpa_attention_forward(module, query, key, value, attention_mask, **options)[0]
    if not options.get("dropout") and query.device.type == "cpu" and query.shape[-1] == value.shape[-1]:
        said: Tensor = _ByRows.apply(query, key, value, rows.lengths, options.get("scaling"))  # type: ignore[assignment]
        return said
    of_rows = _split(rows.lengths, query, key, value)
    return torch.cat([sdpa_attention_forward(module, q, k, v, None, **options)[0] for q, k, v in of_rows], dim=1)


class _ByRows(torch.autograd.Function):
    """torch's kernel for processors, row by row: what it says and its gradients are written in one place each."""

    @staticmethod
    def forward(
        ctx: Any, query: Tensor, key: Tensor, value: Tensor, lengths: tuple[int, ...], scaling: float | None
    ) -> Tensor:
        said = query.new_empty(1, query.shape[2], query.shape[1], query.shape[3])  # (1, n, heads, d)
        sums: list[Tensor] = []
        for of_row, q, k, v in _split(lengths, said.transpose(1, 2), query, key, value):
            out, log_sum = _flash(q, k, v, 0.0, is_causal=True, scale=scaling)
            of_row.copy_(out)
            sums.append(log_sum)
        ctx.save_for_backward(query, key, value, said, *sums)
        ctx.lengths, ctx.scaling = lengths, scaling
        return said

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor | None, ...]:
        query, key, value, said, *sums = ctx.saved_tensors
        inputs = (query, key, value)
        gradients = tuple(torch.empty_like(each) for each in inputs)
        pieces = _split(ctx.lengths, upstream[0].transpose(1, 2), *inputs, said.transpose(1, 2), *gradients)
        for log_sum, (gradient, q, k, v, out, *of_row) in zip(sums, pieces, strict=True):
            found = _flash_backward(gradient, q, k, v, out, log_sum, 0.0, is_causal=True, scale=ctx.scaling)
            for place, each in zip(of_row, found, strict=True):
                place.copy_(each)
        return (*gradients, None, None)


def _split(lengths: tuple[int, ...], *tensors: Tensor) -> Iterator[tuple[Tensor, ...]]:
    """Row by row the parts of all tensors, (1, heads, n, d) each."""
    return zip(*(each.split(lengths, dim=2) for each in tensors), strict=True)


_flash: Any = torch.ops.aten._scaled_dot_product_flash_attention_for_cpu  # noqa: SLF001 - what torch itself goes on to call
_flash_backward: Any = torch.ops.aten._scaled_dot_product_flash_attention_for_cpu_backward  # noqa: SLF001


def _attend_on_card(
    query: Tensor, key: Tensor, value: Tensor, rows: Rows, *, scaling: float | None = None, **_: Any
) -> Tensor:
    """Through torch's flash attention for rows of different lengths; raises RuntimeError where a card has none."""
    from torch.nn.attention.varlen import varlen_attn

    shared = query.shape[1] // key.shape[1]
    q, k, v = (
        each.repeat_interleave(times, dim=1).squeeze(0).transpose(0, 1).contiguous()
        for each, times in ((query, 1), (key, shared), (value, shared))
    )  # (n, heads, d)
    starts, longest = rows.starts, rows.longest
    said: Any = varlen_attn(q, k, v, starts, starts, longest, longest, scale=scaling, window_size=(-1, 0))
    return said.unsqueeze(0)
