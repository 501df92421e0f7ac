"""Causal attention block by block: for rows that stand end to end, and for layers that look back only so far.

Pairs of a query and a key that it may not see are never there all at once: memory grows with tokens, not their square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

QUERIES = 128
"""At most so many in a block that looks back only so far: of more, most may not see most of the keys."""


class Block(NamedTuple):
    """Neighbouring queries, and all keys that any of them sees; both end with the same token."""

    keys_from: int
    queries_from: int
    end: int

    @property
    def num_queries(self) -> int:
        """Its own, of which each sees one key that the one before does not."""
        return self.end - self.queries_from

    @property
    def num_seen(self) -> int:
        """Keys that its first query sees."""
        return self.queries_from - self.keys_from + 1

    @property
    def is_causal(self) -> bool:
        """Whether its queries see all from its first key up to themselves; else each sees the last so many."""
        return self.keys_from == self.queries_from

    def of(self, query: Tensor, key: Tensor, value: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Its part of each. Shapes: (b, heads, n, d)."""
        keys = slice(self.keys_from, self.end)
        return query[:, :, self.queries_from : self.end], key[:, :, keys], value[:, :, keys]


def blocks_of(lengths: Sequence[int], window: int | None = None) -> list[Block]:
    """The blocks of rows that stand end to end: a token sees the last `window` tokens of its row, itself included."""
    blocks: list[Block] = []
    start = 0
    for length in lengths:
        end = start + length
        seen = min(length, window or length)
        blocks.append(Block(start, start, start + seen))
        later = range(start + seen, end, QUERIES)
        blocks += [Block(first - seen + 1, first, min(first + QUERIES, end)) for first in later]
        start = end
    return blocks


def band(queries: int, window: int, device: torch.device) -> Tensor:
    """(queries, window - 1 + queries) bool: whether a query sees a key; the last of both belong to one token."""
    last = torch.arange(queries, device=device).unsqueeze(1) + window - 1
    keys = torch.arange(window - 1 + queries, device=device)
    return (keys <= last) & (keys > last - window)


def with_masks(blocks: Sequence[Block], like: Tensor) -> Iterator[tuple[Block, Tensor | None]]:
    """Each block and what is added to its scores, (queries, keys) as `like`; None where it is causal.

    All masks are parts of one.
    """
    limited = [block for block in blocks if not block.is_causal]
    if not limited:
        yield from ((block, None) for block in blocks)
        return
    unseen = ~band(max(block.num_queries for block in limited), limited[0].num_seen, like.device)
    whole = like.new_zeros(unseen.shape).masked_fill_(unseen, float("-inf"))
    for block in blocks:
        yield block, None if block.is_causal else whole[: block.num_queries, : block.end - block.keys_from]


def attend_by_blocks(query: Tensor, key: Tensor, value: Tensor, blocks: list[Block], scaling: float | None) -> Tensor:
    """torch's kernel for processors, block by block.

    Shapes: query (b, heads, n, d), key and value (b, key heads, n, d) → (b, n, heads, d), in the dtype of all three.
    """
    said: Tensor = _ByBlocks.apply(query, key, value, blocks, scaling)
    return said


class _ByBlocks(torch.autograd.Function):
    """What it says and its gradients are written in one place each."""

    @staticmethod
    def forward(
        ctx: Any, query: Tensor, key: Tensor, value: Tensor, blocks: list[Block], scaling: float | None
    ) -> Tensor:
        batch, heads, tokens, width = query.shape
        said = query.new_empty(batch, tokens, heads, width)
        sums: list[Tensor] = []
        for block, mask in with_masks(blocks, query):
            out, log_sum = _flash(
                *block.of(query, key, value), 0.0, block.is_causal, attn_mask=_with_heads(mask), scale=scaling
            )
            said[:, block.queries_from : block.end].copy_(out.transpose(1, 2))
            sums.append(log_sum)
        ctx.save_for_backward(query, key, value, said, *sums)
        ctx.blocks, ctx.scaling = blocks, scaling
        return said

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor | None, ...]:
        query, key, value, said, *sums = ctx.saved_tensors
        to_query, to_key, to_value = (torch.empty_like(each) for each in (query, key, value))
        for (block, mask), log_sum in zip(with_masks(ctx.blocks, query), sums, strict=True):
            queries = slice(block.queries_from, block.end)
            gradient, out = (each[:, queries].transpose(1, 2) for each in (upstream[0], said))
            of_query, *of_keys = _flash_backward(
                *(gradient, *block.of(query, key, value), out, log_sum, 0.0, block.is_causal),
                attn_mask=_with_heads(mask),
                scale=ctx.scaling,
            )
            to_query[:, :, queries].copy_(of_query)
            known = block.queries_from - block.keys_from  # keys that the block before has seen too
            for place, found in zip((to_key, to_value), of_keys, strict=True):
                place[:, :, block.keys_from : block.queries_from] += found[:, :, :known]
                place[:, :, queries].copy_(found[:, :, known:])
        return to_query, to_key, to_value, None, None


def _with_heads(mask: Tensor | None) -> Tensor | None:
    return None if mask is None else mask[None, None]


_flash: Any = torch.ops.aten._scaled_dot_product_flash_attention_for_cpu  # noqa: SLF001 - what torch itself goes on to call
_flash_backward: Any = torch.ops.aten._scaled_dot_product_flash_attention_for_cpu_backward  # noqa: SLF001
