"""From hidden states to the losses of target tokens, some positions at a time: never all word scores at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from studio.engine.labels import label_output
from studio.engine.products import by_rows
from studio.engine.tried import on_trial, whole_model
from studio.planning.head_pieces import FEWEST_POSITIONS, positions_at_once


@dataclass(frozen=True)
class Head:
    """The parts of a model on both sides of its hidden states, and what it does to its scores at the end."""

    body: nn.Module
    """Gives `last_hidden_state` (b, s, h)."""
    layer: nn.Module
    """Turns (n, h) into (n, v) scores."""
    scale: float = 1.0
    """Scores are multiplied by this,"""
    cap: float | None = None
    """and then bent into (-cap, cap) by cap · tanh(scores / cap)."""

    @property
    def in_pieces(self) -> bool:
        """Whether losses can be worked out some positions at a time: the layer is a plain matrix."""
        layer = self.layer
        return type(layer) is nn.Linear and not (layer._forward_hooks or layer._forward_pre_hooks)  # noqa: SLF001

    def finish(self, scores: Tensor) -> Tensor:
        """What the model makes of the layer's scores, in float32 at least."""
        scores = scores.to(torch.promote_types(scores.dtype, torch.float32)) * self.scale
        return scores if self.cap is None else self.cap * torch.tanh(scores / self.cap)


@torch.no_grad()
def find_head(model: nn.Module) -> Head | None:
    """The parts of `model`, tried on eight tokens; None where they do not add up to what the whole model says."""
    whole = whole_model(model)
    body = getattr(whole, "base_model", None)
    layer = label_output(whole) or whole.get_output_embeddings()
    if body is None or body is whole or not isinstance(layer, nn.Module):
        return None
    try:
        with on_trial(model) as weight:
            few = torch.arange(8, device=weight.device).unsqueeze(0) % whole.config.vocab_size
            if whole.config.pad_token_id == few[0, -1]:  # a row's label is that of its last token that is no padding
                few = few.flip(1)
            says = whole(input_ids=few, use_cache=False).logits.float()
            scores = layer(body(input_ids=few, use_cache=False).last_hidden_state)
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return None
    if says.ndim == 2:  # one score per row, that of its last token
        scores = scores[:, -1]
    heads = [
        Head(body, layer, scale, cap)
        for scale in _scales(whole.config)
        for cap in (getattr(whole.config, "final_logit_softcapping", None), None)
    ]
    wrong = [float((head.finish(scores) - says).abs().max() / says.abs().max()) for head in heads]
    best = min(range(len(heads)), key=wrong.__getitem__)
    return heads[best] if wrong[best] <= _ROUNDING[scores.dtype] else None


_ROUNDING = {torch.float64: 1e-6, torch.float32: 1e-6, torch.bfloat16: 2e-2, torch.float16: 2e-3}
"""Largest difference, relative to the largest score, between the parts and the whole."""


def _scales(config: Any) -> list[float]:
    """Factors that models of transformers multiply their scores by, or divide."""
    named = [getattr(config, name, None) for name in ("logit_scale", "logits_scaling", "lm_head_multiplier")]
    given = [float(value) for value in named if isinstance(value, int | float) and value]
    return [1.0, *given, *(1 / value for value in given)]


def losses_of(
    head: Head, hidden: Tensor, targets: Tensor, *, label_smoothing: float = 0.0, scores_bytes: int | None = None
) -> tuple[Tensor, Tensor]:
    """Cross-entropy in nats, summed over all positions, and each position's own, without gradient.

    Shapes: hidden (n, h), targets (n,) → a scalar and (n,), in float32. With `label_smoothing` e every other word is a
    target too: (1 - e) · loss of the target + e · mean loss of all words.
    """
    if not head.in_pieces:
        scores = head.finish(head.layer(hidden))
        losses = torch.nn.functional.cross_entropy(scores, targets, reduction="none", label_smoothing=label_smoothing)
        return losses.sum(), losses.detach()
    layer: Any = head.layer
    at_once = positions_at_once(layer.out_features, on_processor=hidden.device.type == "cpu", scores_bytes=scores_bytes)
    total, losses = _InPieces.apply(
        hidden, layer.weight, layer.bias, targets, head.scale, head.cap, label_smoothing, at_once
    )
    return total, losses


class _InPieces(torch.autograd.Function):
    """The same, holding the scores of `at_once` positions: their gradient is worked out while they are there."""

    @staticmethod
    def forward(  # noqa: PLR0913 - autograd takes positions only
        ctx: Any,
        hidden: Tensor,
        weight: Tensor,
        bias: Tensor | None,
        targets: Tensor,
        scale: float,
        cap: float | None,
        smoothing: float,
        at_once: int,
    ) -> tuple[Tensor, Tensor]:
        kind = hidden.device.type
        low = torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else weight.dtype
        wants_hidden, wants_weight, wants_bias = ctx.needs_input_grad[:3]
        inputs, matrix = hidden.to(low), weight.to(low)  # (n, h), (v, h)
        rows = max(1, min(at_once, len(inputs)))
        wide = torch.promote_types(low, torch.float32)
        losses = torch.empty(len(inputs), dtype=wide, device=hidden.device)
        to_hidden = torch.empty_like(inputs) if wants_hidden else None
        to_weight = torch.zeros_like(weight, dtype=wide) if wants_weight else None
        to_bias = torch.zeros_like(bias, dtype=wide) if wants_bias and bias is not None else None
        with torch.autocast(kind, enabled=False):
            for some in _pieces(len(inputs), rows):
                probabilities = by_rows(inputs[some], matrix).to(wide)  # scores, until `_losses` changes them in place
                if bias is not None:
                    probabilities += bias
                bent = _finish(probabilities, scale, cap)
                losses[some] = _losses(probabilities, targets[some], smoothing)
                if not (wants_hidden or wants_weight):
                    del probabilities, bent
                    continue
                _subtract_targets(probabilities, targets[some], smoothing)  # from here the gradient of the scores
                if bent is not None:
                    probabilities.mul_(bent)
                if scale != 1.0:
                    probabilities.mul_(scale)
                if to_bias is not None:
                    to_bias += probabilities.sum(0)
                gradient = probabilities.to(low)
                if to_hidden is not None:
                    to_hidden[some] = by_rows(gradient, matrix.t())
                if to_weight is not None:
                    if low is wide:
                        to_weight.addmm_(gradient.t(), inputs[some])  # without a second matrix of that size
                    else:
                        to_weight += gradient.t() @ inputs[some]
                del probabilities, gradient, bent  # before the next piece's are made
        ctx.gradients = (to_hidden, to_weight, to_bias)
        ctx.dtypes = (hidden.dtype, weight.dtype)
        ctx.mark_non_differentiable(losses)
        return losses.sum(), losses

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor | None, ...]:
        gradients, dtypes = ctx.gradients, (*ctx.dtypes, ctx.dtypes[1])
        del ctx.gradients
        scaled = [
            None if gradient is None else gradient.mul_(upstream[0]).to(dtype)
            for gradient, dtype in zip(gradients, dtypes, strict=True)
        ]
        return (*scaled, None, None, None, None, None)


def _pieces(positions: int, at_once: int) -> Iterator[slice]:
    """All positions, at most so many at once; what is left over is cut at a round number for the sake of `by_rows`."""
    round_end = positions - positions % FEWEST_POSITIONS
    start = 0
    while start < positions:
        stop = min(start + at_once, positions if start >= round_end else round_end)
        yield slice(start, stop)
        start = stop


def _finish(scores: Tensor, scale: float, cap: float | None) -> Tensor | None:
    """`Head.finish` in place; returns the slope of the bend where there is one."""
    if scale != 1.0:
        scores.mul_(scale)
    if cap is None:
        return None
    scores.div_(cap).tanh_()
    slope = 1 - scores.square()
    scores.mul_(cap)
    return slope


def _losses(scores: Tensor, targets: Tensor, smoothing: float) -> Tensor:
    """(n,) losses; leaves the probabilities where the scores were."""
    highest = scores.amax(1)
    of_target = scores.gather(1, targets.unsqueeze(1)).squeeze(1)
    mean = scores.mean(1) if smoothing else None
    torch.softmax(scores, 1, out=scores)
    log_sum = highest - scores.amax(1).log_()  # the highest probability is exp(highest - log_sum), never tiny
    losses = log_sum - of_target
    return losses if mean is None else losses.mul_(1 - smoothing).add_((log_sum - mean) * smoothing)


def _subtract_targets(probabilities: Tensor, targets: Tensor, smoothing: float) -> None:
    if smoothing:
        probabilities.sub_(smoothing / probabilities.shape[1])
    index = targets.unsqueeze(1)
    probabilities.scatter_add_(1, index, probabilities.new_full((1, 1), smoothing - 1).expand(index.shape))
