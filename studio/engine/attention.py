"""Attention as transformers' models call it: over rows that stand end to end, in windows, in float32 on a processor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.engine.blocks import Block, attend_by_blocks, band, blocks_of, with_masks
from studio.engine.tried import on_trial, whole_model

_OURS, _TRIAL = "nightshift", "nightshift-trial"
"""As a config of transformers names them; the first goes without masks where a layer's window says it all."""


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
    """From now on `model` attends through `attend`, without masks where layers that look back only so far say how far.

    False where it attends by other means than torch's own kernels.
    """
    from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS as masks  # noqa: N811 - an object, no constant
    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS as functions  # noqa: N811

    config = _config_of(model)
    name = getattr(config, "_attn_implementation", "")
    if name == "sdpa":
        functions.register("sdpa", _attend_as_masked)
        functions.register(_OURS, attend)
        masks.register(_OURS, _mask)
        if getattr(config, "sliding_window", None) and _layers_tell_their_windows(model):
            config._attn_implementation = _OURS  # noqa: SLF001 - as transformers' own setter of it does
    return name in {"sdpa", _OURS}


def _config_of(model: nn.Module) -> Any:
    """Of the part that reads words, which its layers share."""
    config: Any = getattr(whole_model(model), "config", None)
    return config.get_text_config() if hasattr(config, "get_text_config") else config


def reach(config: Any) -> float:
    """How many tokens back every layer of such a model sees; no limit where `attend` keeps to each layer's own."""
    config = config.get_text_config() if hasattr(config, "get_text_config") else config
    limits = [getattr(config, "attention_chunk_size", None)]
    if getattr(config, "_attn_implementation", "") != _OURS:
        limits.append(getattr(config, "sliding_window", None))
    return min((limit for limit in limits if limit), default=float("inf"))


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

    Where there is no mask or there are rows, a `sliding_window` among the options limits how far each token looks back.
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


def _attend_as_masked(*inputs: Any, **options: Any) -> tuple[Tensor, None]:
    """The same where masks alone say how far a layer looks back."""
    return attend(*inputs, **{**options, "sliding_window": None})


def _attend(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    rows: Rows | None,
    *,
    sliding_window: int | None = None,
    **options: Any,
) -> Tensor:
    from transformers.integrations.sdpa_attention import sdpa_attention_forward

    tokens = query.shape[2]
    sees_all = not sliding_window or sliding_window >= tokens or key.shape[2] != tokens
    if rows is None and (attention_mask is not None or sees_all):
        return sdpa_attention_forward(module, query, key, value, attention_mask, **options)[0]
    blocks = blocks_of(rows.lengths if rows else (tokens,), sliding_window)
    if not options.get("dropout") and query.device.type == "cpu" and query.shape[-1] == value.shape[-1]:
        return attend_by_blocks(query, key, value, blocks, options.get("scaling"))
    return _attend_each(query, key, value, blocks, **options)


def _attend_each(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    blocks: list[Block],
    *,
    dropout: float = 0.0,
    scaling: float | None = None,
    **_: Any,
) -> Tensor:
    """Through whichever kernel torch has for a block; keys that heads share are copied before, and once."""
    if (shared := query.shape[1] // key.shape[1]) > 1:
        key, value = (each.repeat_interleave(shared, dim=1) for each in (key, value))
    said = [
        F.scaled_dot_product_attention(
            *block.of(query, key, value), mask, dropout_p=dropout, is_causal=block.is_causal, scale=scaling
        ).transpose(1, 2)
        for block, mask in with_masks(blocks, query)
    ]
    return torch.cat(said, dim=1)


def _attend_on_card(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    rows: Rows,
    *,
    scaling: float | None = None,
    sliding_window: int | None = None,
    **_: Any,
) -> Tensor:
    """Through torch's flash attention for rows of different lengths; raises RuntimeError where a card has none."""
    from torch.nn.attention.varlen import varlen_attn

    shared = query.shape[1] // key.shape[1]
    q, k, v = (
        each.repeat_interleave(times, dim=1).squeeze(0).transpose(0, 1).contiguous()
        for each, times in ((query, 1), (key, shared), (value, shared))
    )  # (n, heads, d)
    starts, longest = rows.starts, rows.longest
    back = sliding_window - 1 if sliding_window and sliding_window < longest else -1  # besides the token itself
    said: Any = varlen_attn(q, k, v, starts, starts, longest, longest, scale=scaling, window_size=(back, 0))
    return said.unsqueeze(0)


# Layers that look back only so far: without a mask where the window that they tell says what the mask would


def _mask(
    batch_size: int,
    q_length: int,
    kv_length: int,
    q_offset: Any = 0,
    kv_offset: Any = 0,
    **more: Any,
) -> Tensor | None:
    """transformers' mask for `attend`; None where tokens see all before them, or as far as the window reaches."""
    from transformers.masking_utils import sdpa_mask

    is_plain = more.get("attention_mask") is None and more.get("allow_is_causal_skip", True)
    if is_plain and more.get("local_size") and q_length == kv_length > 1:
        return None
    return sdpa_mask(batch_size, q_length, kv_length, q_offset, kv_offset, **more)


def _layers_tell_their_windows(model: nn.Module) -> bool:
    """Whether what each layer tells `attend` says the same as the mask that transformers gives it.

    Tried on one short row and with windows that are shorter still.
    """
    from transformers.integrations.sdpa_attention import sdpa_attention_forward
    from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS as masks  # noqa: N811
    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS as functions  # noqa: N811

    says_the_same: list[bool] = []

    def compare(
        module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, **options: Any
    ) -> Any:
        window: int | None = options.get("sliding_window")
        says_the_same.append(mask is None if window is None else _is_band(mask, window))
        return sdpa_attention_forward(module, query, key, value, mask, **options)

    functions.register(_TRIAL, compare)
    masks.register(_TRIAL, masks["sdpa"])
    try:
        with on_trial(model) as weight, _short_windows(model):
            model(input_ids=torch.arange(_TRIED, device=weight.device).unsqueeze(0), use_cache=False)
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return False
    return bool(says_the_same) and all(says_the_same)


_TRIED = 7


def _is_band(mask: Tensor | None, window: int) -> bool:
    """Whether a mask lets each of the tokens see the last `window` up to itself."""
    if mask is None or mask.dtype != torch.bool or mask.shape[-2:] != (_TRIED, _TRIED):
        return False
    return bool((mask == band(_TRIED, window, mask.device)[:, window - 1 :]).all())


@contextmanager
def _short_windows(model: nn.Module) -> Iterator[None]:
    """Within this block layers that see only so far back see three tokens, and attend through the trial."""
    config = _config_of(model)
    layers = [each for each in model.modules() if isinstance(getattr(each, "sliding_window", None), int)]
    owners: list[Any] = [config, *layers]
    before = [each.sliding_window for each in owners]
    name, config._attn_implementation = config._attn_implementation, _TRIAL  # noqa: SLF001
    try:
        for each in owners:
            each.sliding_window = 3
        yield
    finally:
        config._attn_implementation = name  # noqa: SLF001
        for each, window in zip(owners, before, strict=True):
            each.sliding_window = window
