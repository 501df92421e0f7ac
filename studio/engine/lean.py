"""Layers of known forms in fewer passes over memory; each is tried against its original before it takes its place.

What a layer computes stays the same up to rounding. Layers of other forms are left as they are.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from types import MethodType
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.engine.products import by_rows, uses_onednn
from studio.engine.tried import alike


def make_lean(model: nn.Module, some: Iterable[nn.Module] | None = None) -> int:
    """Replace what can be, in place; of `some` of its modules where these are given. The number of layers replaced."""
    replaced = 0
    for module in model.modules() if some is None else some:
        for form in (_lean_adapter, _lean_linear, _lean_norm, _lean_mlp):
            lean = form(module)
            if lean is not None:
                module.forward = MethodType(lean, module)
                replaced += 1
                break
    return replaced + _lean_rotations(model)


def _trial(*shape: int) -> Tensor:
    """Numbers to try a layer with; the run's own are left as they are."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(0))


# Adapters: y = x Wᵀ + s · (x Aᵀ) Bᵀ, added up inside the product, and the thin products in the order that is fast


def _lean_adapter(module: nn.Module) -> Callable[..., Tensor] | None:
    from peft.tuners.lora import Linear

    if not isinstance(module, Linear) or type(module.base_layer) is not nn.Linear:
        return None
    plain = (
        list(module.lora_A) == ["default"] == list(module.active_adapters)
        and not module.lora_variant
        and isinstance(module.lora_dropout["default"], nn.Identity)
        and not module.lora_bias["default"]
        and not module.fan_in_fan_out
        and not module.base_layer.weight.requires_grad
    )
    if not plain:
        return None
    original = type(module).forward

    def forward(self: Any, x: Tensor, *more: Any, **options: Any) -> Tensor:
        if self.disable_adapters or self.merged or more or options:
            return original(self, x, *more, **options)
        base = self.base_layer
        a, b = self.lora_A["default"].weight, self.lora_B["default"].weight
        y: Tensor = _Adapted.apply(x, base.weight, base.bias, a, b, self.scaling["default"])
        return y

    return forward


class _Adapted(torch.autograd.Function):
    """x (…, i), weight (o, i), bias (o,), a (r, i), b (o, r) → (…, o)."""

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None, a: Tensor, b: Tensor, scaling: float
    ) -> Tensor:
        kind = x.device.type
        low = torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else weight.dtype
        flat = x.reshape(-1, x.shape[-1]).to(low)
        matrix, a_low, b_low = weight.to(low), a.to(low), b.to(low)
        y = by_rows(flat, matrix)
        if bias is not None:
            y += bias.to(low)
        between = by_rows(flat, a_low)  # (n, r)
        y.addmm_(between, b_low.t(), alpha=scaling)
        ctx.save_for_backward(flat, matrix, a_low, b_low, between)
        ctx.scaling, ctx.shape, ctx.dtypes = scaling, x.shape, (x.dtype, a.dtype, b.dtype)
        return y.view(*x.shape[:-1], y.shape[-1])

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor | None, ...]:
        flat, matrix, a, b, between = ctx.saved_tensors
        gradient = upstream[0].reshape(-1, upstream[0].shape[-1])
        to_between = by_rows(gradient, b.t())  # (n, r)
        to_a = (to_between.t() @ flat).mul_(ctx.scaling).to(ctx.dtypes[1])
        to_b = (between.t() @ gradient).t().mul(ctx.scaling).to(ctx.dtypes[2])
        to_x = None
        if ctx.needs_input_grad[0]:
            to_x = (
                by_rows(gradient, matrix.t()).addmm_(to_between, a, alpha=ctx.scaling).view(ctx.shape).to(ctx.dtypes[0])
            )
        return to_x, None, None, to_a, to_b, None


# Plain matrices, where another library than torch's multiplies faster


def _lean_linear(module: nn.Module) -> Callable[..., Tensor] | None:
    if type(module) is not nn.Linear or module.weight.device.type != "cpu" or not uses_onednn():
        return None
    original = nn.Linear.forward

    def forward(self: Any, x: Tensor) -> Tensor:
        if torch.is_autocast_enabled("cpu") or self.weight.dtype != torch.float32 or x.dtype != torch.float32:
            return original(self, x)
        y: Tensor = _Linear.apply(x, self.weight, self.bias)
        return y

    return forward


class _Linear(torch.autograd.Function):
    """x (…, i), weight (o, i), bias (o,) → (…, o)."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        flat = x.reshape(-1, x.shape[-1])
        ctx.save_for_backward(flat if weight.requires_grad else None, weight)
        ctx.shape = x.shape
        y = by_rows(flat, weight)
        if bias is not None:
            y += bias
        return y.view(*x.shape[:-1], y.shape[-1])

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor | None, ...]:
        flat, weight = ctx.saved_tensors
        gradient = upstream[0].reshape(-1, upstream[0].shape[-1])
        wants_x, wants_weight, wants_bias = ctx.needs_input_grad
        to_x = by_rows(gradient, weight.t()).view(ctx.shape) if wants_x else None
        to_weight = gradient.t() @ flat if wants_weight else None
        return to_x, to_weight, gradient.sum(0) if wants_bias else None


# Norms: y = x / √(mean x² + ε) · w, or · (1 + w)


def _lean_norm(module: nn.Module) -> Callable[..., Tensor] | None:
    weight = getattr(module, "weight", None)
    epsilon = getattr(module, "variance_epsilon", getattr(module, "eps", None))
    if not type(module).__name__.endswith("RMSNorm") or not isinstance(weight, nn.Parameter) or weight.ndim != 1:
        return None
    if not isinstance(epsilon, float):
        return None
    x = _trial(3, len(weight)).to(weight.device, weight.dtype)
    with torch.no_grad():
        expected = module(x)
        for shift in (0.0, 1.0):

            def forward(self: Any, x: Tensor, *, shift: float = shift) -> Tensor:
                y: Tensor = _RootMeanSquare.apply(x, self.weight, shift, epsilon)
                return y

            if alike(expected, forward(module, x)):
                return forward
    return None


class _RootMeanSquare(torch.autograd.Function):
    """x (…, h), weight (h,) → (…, h); worked out in float32 at least and rounded once."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, shift: float, epsilon: float) -> Tensor:
        exact, factor = x.to(_wide(x)), weight.to(_wide(x))
        scale = torch.linalg.vector_norm(exact, dim=-1, keepdim=True)
        scale = scale.square_().div_(x.shape[-1]).add_(epsilon).rsqrt_()  # (…, 1)
        ctx.save_for_backward(x, weight, scale)
        ctx.shift = shift
        return (exact * scale).mul_(factor + shift if shift else factor).to(x.dtype)

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor | None, ...]:
        x, weight, scale = ctx.saved_tensors
        gradient, exact = upstream[0].to(_wide(x)), x.to(_wide(x))
        to_weight = None
        if ctx.needs_input_grad[1]:
            to_weight = ((gradient * exact).mul_(scale)).flatten(0, -2).sum(0).to(weight.dtype)
        if not ctx.needs_input_grad[0]:
            return None, to_weight, None, None
        factor = weight.to(_wide(x)) + ctx.shift if ctx.shift else weight.to(_wide(x))
        to_x = gradient * factor
        along = torch.linalg.vecdot(to_x, exact).unsqueeze(-1) * scale**3 / x.shape[-1]  # (…, 1)
        return to_x.mul_(scale).addcmul_(exact, along, value=-1).to(x.dtype), to_weight, None, None


def _wide(x: Tensor) -> torch.dtype:
    return torch.promote_types(x.dtype, torch.float32)


# Gated MLPs: down(silu(gate) · up), without keeping silu(gate)


def _lean_mlp(module: nn.Module) -> Callable[..., Tensor] | None:
    parts = [getattr(module, name, None) for name in ("gate_proj", "up_proj", "down_proj")]
    if not all(isinstance(each, nn.Module) for each in parts):
        return None
    activation = getattr(module, "act_fn", None)
    if type(activation).__name__ not in {"SiLUActivation", "SiLU"}:
        return None

    def forward(self: Any, x: Tensor) -> Tensor:
        y: Tensor = self.down_proj(_Gated.apply(self.gate_proj(x), self.up_proj(x)))
        return y

    width = getattr(parts[0], "in_features", None)
    weight = next(module.parameters())
    if not isinstance(width, int):
        return None
    x = _trial(3, width).to(weight.device, weight.dtype if weight.is_floating_point() else torch.float32)
    with torch.no_grad():
        return forward if alike(module(x), forward(module, x)) else None


class _Gated(torch.autograd.Function):
    """silu(gate) · up, each (…, m)."""

    @staticmethod
    def forward(ctx: Any, gate: Tensor, up: Tensor) -> Tensor:
        ctx.save_for_backward(gate, up)
        return F.silu(gate).mul_(up)

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor, Tensor]:
        gate, up = ctx.saved_tensors
        gradient = upstream[0]
        to_gate = torch.ops.aten.silu_backward(gradient * up, gate)
        return to_gate, F.silu(gate).mul_(gradient)


# Rotary positions: transformers' modeling files each have a function for them


def _lean_rotations(model: nn.Module) -> int:
    replaced = 0
    for name in {type(each).__module__ for each in model.modules()}:
        file: Any = sys.modules.get(name)
        original = getattr(file, "apply_rotary_pos_emb", None)
        if original is None or original is rotate or not name.startswith("transformers."):
            continue
        q, k = _trial(2, 3, 5, 8), _trial(2, 1, 5, 8)
        angles = _trial(2, 5, 4).repeat(1, 1, 2)
        try:
            expected = original(q, k, angles.cos(), angles.sin())
        except (TypeError, RuntimeError):
            continue
        if all(
            alike(one, other) for one, other in zip(expected, rotate(q, k, angles.cos(), angles.sin()), strict=True)
        ):
            file.apply_rotary_pos_emb = rotate
            replaced += 1
    return replaced


def rotate(q: Tensor, k: Tensor, cos: Tensor, sin: Tensor, unsqueeze_dim: int = 1) -> tuple[Tensor, Tensor]:
    """What transformers' `apply_rotary_pos_emb` does. Shapes: q, k (b, heads, s, d); cos, sin (b, s, d or fewer)."""
    cos, sin = cos.unsqueeze(unsqueeze_dim), sin.unsqueeze(unsqueeze_dim)
    return _rotate_first(q, cos, sin), _rotate_first(k, cos, sin)


def _rotate_first(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """As many numbers of each head as there are angles; some families leave the others as they are."""
    width = cos.shape[-1]
    turned: Tensor = _Rotated.apply(x[..., :width], cos, sin)
    return turned if width == x.shape[-1] else torch.cat((turned, x[..., width:]), dim=-1)


class _Rotated(torch.autograd.Function):
    """x · cos + (-x₂, x₁) · sin, where x₁ and x₂ are the halves of x."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        ctx.save_for_backward(cos, sin)
        return _turn(x, cos, sin, 1)

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor, None, None]:
        cos, sin = ctx.saved_tensors
        return _turn(upstream[0], cos, sin, -1), None, None


def _turn(x: Tensor, cos: Tensor, sin: Tensor, direction: int) -> Tensor:
    half = x.shape[-1] // 2
    y = x * cos
    y[..., :half].addcmul_(x[..., half:], sin[..., :half], value=-direction)
    y[..., half:].addcmul_(x[..., :half], sin[..., half:], value=direction)
    return y
