"""A device that is not there: tensors without memory that tell the engine they are on it, and compute nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

import torch
import torch.distributed as dist
from torch import Tensor
from torch.autograd.graph import _engine_run_backward
from torch.distributed import device_mesh
from torch.overrides import TorchFunctionMode
from torch.utils import checkpoint
from torch.utils.weak import WeakIdKeyDictionary

from studio.engine.ranks import Ranks

_LOW = frozenset(
    [
        *("linear", "matmul", "__matmul__", "__rmatmul__", "mm", "bmm", "mv", "addmm", "addbmm", "baddbmm", "addmv"),
        *("einsum", "conv1d", "conv2d", "conv3d", "prelu", "scaled_dot_product_attention"),
    ]
)
"""What autocast does in the lower precision on every device."""
_EXACT = frozenset(
    [
        *("layer_norm", "group_norm", "norm", "vector_norm", "pow", "__pow__", "__rpow__", "exp", "expm1", "log"),
        *("log1p", "rsqrt", "reciprocal", "softplus", "cosine_similarity", "logsumexp"),
        *("cross_entropy", "nll_loss", "mse_loss"),
    ]
)
"""What autocast does in float32 on a card, after casting to it; https://docs.pytorch.org/docs/stable/amp.html."""
_EXACT_RESULT = frozenset(["softmax", "log_softmax", "sum", "prod", "cumsum", "cumprod"])
"""The same where the operation itself casts."""
_ANSWERS: dict[str, Any] = {"__bool__": True, "__float__": 0.0, "__int__": 0, "__index__": 0, "item": 0}
"""To questions about values, which are not known: two tensors of one form count as equal."""


@contextlib.contextmanager
def stand_in(device: torch.device) -> Iterator[None]:
    """Within this block tensors on the meta device say they are on `device`, and what is put there has no memory."""
    with contextlib.ExitStack() as stack:
        if device.type == "cuda":  # torch refuses to autocast where it finds no card, and others ask what it can do
            stack.enter_context(patch.object(torch.cuda.amp.common, "amp_definitely_not_available", lambda: False))
            stack.enter_context(patch.object(torch.cuda, "is_bf16_supported", lambda *_: True))
            stack.enter_context(patch.object(torch.cuda, "get_device_capability", lambda *_: (8, 0)))  # since Ampere
            stack.enter_context(patch.object(torch.cuda, "set_device", lambda *_: None))
            stack.enter_context(patch.object(torch.cuda, "current_device", lambda: device.index or 0))
            for name in ("Stream", "Event", "stream", "current_stream"):  # everything happens at once
                stack.enter_context(patch.object(torch.cuda, name, getattr(torch.cpu, name)))
        else:
            mesh = device_mesh.init_device_mesh
            stack.enter_context(patch.object(device_mesh, "init_device_mesh", _as_it_is(mesh)))
        checks = checkpoint._allowed_determinism_checks_to_fns  # noqa: SLF001
        stack.enter_context(
            patch.dict(checks, default=checks["none"])
        )  # else it compares what tensors say of themselves
        mode = _StandIn(device)
        stack.enter_context(patch.object(torch, "clear_autocast_cache", mode.casts.clear))
        stack.enter_context(mode)
        yield


@contextlib.contextmanager
def others_stand_in(world_size: int) -> Iterator[Ranks]:
    """Within this block this process is the first of so many that are not there; what it sends them goes nowhere."""
    from torch.testing._internal.distributed.fake_pg import FakeStore

    dist.init_process_group("fake", store=FakeStore(), rank=0, world_size=world_size)
    try:
        yield Ranks(0, world_size)
    finally:
        dist.destroy_process_group()


def _as_it_is(work: Callable[..., Any]) -> Callable[..., Any]:
    """The same with tensors that have memory."""

    def done(*args: Any, **kwargs: Any) -> Any:
        with torch._C.DisableTorchFunction():  # noqa: SLF001
            return work(*args, **kwargs)

    return done


class _StandIn(TorchFunctionMode):
    """Does for tensors on the meta device what torch does for those on `device`, where the two differ.

    That is where they are, autocast, kernels of attention, the masks of dropout and questions about values.
    """

    def __init__(self, device: torch.device) -> None:
        super().__init__()
        self._device = device
        self.casts: Any = WeakIdKeyDictionary()
        """Weights that learn in the lower precision; autocast makes each once."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        name = getattr(func, "__name__", "")
        if name == "__get__":
            return self._property(func, args[0])
        if name in _ANSWERS and _on_meta(args[0]):
            return _ANSWERS[name]
        if name == "backward":
            with self:  # torch leaves a mode while it handles a call, but layers are worked out again in this one
                return _engine_run_backward(
                    (args[0],),
                    (torch.ones_like(args[0]),),
                    False,
                    False,
                    (),
                    allow_unreachable=True,
                    accumulate_grad=True,
                )
        if func is not torch.device:
            args, kwargs = _each(self._place, args, kwargs)
        if torch.is_autocast_enabled(self._device.type):
            args, kwargs = self._autocast(name, args, kwargs)
        if name == "scaled_dot_product_attention":
            return _attention(self._device.type, func, *args, **kwargs)
        if name == "_grouped_mm" and args[0].dtype == torch.float32:
            return _GroupedProduct.apply(args[0], args[1])
        if name == "dropout" and self._device.type != "cpu":
            return _dropout(*args, **kwargs)
        return func(*args, **kwargs)

    def _property(self, func: Any, tensor: Tensor) -> Any:
        if _on_meta(tensor):
            if func == torch.Tensor.device.__get__:
                return self._device
            for kind in ("cpu", "cuda", "meta"):
                if func == getattr(torch.Tensor, f"is_{kind}").__get__:
                    return self._device.type == kind
        return func(tensor)

    def _place(self, value: Any) -> Any:
        """No memory for what is meant for the device."""
        if isinstance(value, torch.device) and value.type == self._device.type:
            return torch.device("meta")
        return "meta" if isinstance(value, str) and value in {self._device.type, str(self._device)} else value

    def _autocast(self, name: str, args: Any, kwargs: Any) -> tuple[Any, Any]:
        low = torch.get_autocast_dtype(self._device.type)
        if name in _LOW:
            return _each(lambda value: self._cast(value, low), args, kwargs)
        if self._device.type != "cpu" and name in _EXACT:
            return _each(lambda value: self._cast(value, torch.float32), args, kwargs)
        if self._device.type != "cpu" and name in _EXACT_RESULT and kwargs.get("dtype") is None and _can_cast(args[0]):
            return args, {**kwargs, "dtype": torch.float32}
        return args, kwargs

    def _cast(self, value: Any, dtype: torch.dtype) -> Any:
        if not _can_cast(value) or value.dtype == dtype:
            return value
        if not (value.is_leaf and value.requires_grad and dtype != torch.float32 and torch.is_autocast_cache_enabled()):
            return value.to(dtype)
        if value not in self.casts:
            self.casts[value] = value.to(dtype)
        return self.casts[value]


def _each(change: Callable[[Any], Any], args: Any, kwargs: Any) -> tuple[Any, Any]:
    return tuple(change(value) for value in args), {name: change(value) for name, value in kwargs.items()}


def _on_meta(value: Any) -> bool:
    return isinstance(value, Tensor) and value.device.type == "meta"


def _can_cast(value: Any) -> bool:
    return _on_meta(value) and value.is_floating_point() and value.dtype != torch.float64


def _dropout(x: Tensor, p: float = 0.5, training: bool = True, **_: Any) -> Tensor:
    """A card's kernel keeps a mask of a byte each."""
    return torch.native_dropout(x, p, training)[0] if training and p else x


class _GroupedProduct(torch.autograd.Function):
    """Of experts in float32, which torch knows for every device but the meta device: x (n, i), weights (e, i, o)."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weights: Tensor) -> Tensor:
        ctx.save_for_backward(x, weights)
        return x.new_empty(len(x), weights.shape[-1])

    @staticmethod
    def backward(ctx: Any, *_: Tensor) -> tuple[Tensor | None, Tensor | None]:
        return tuple(
            torch.empty_like(saved) if wanted else None
            for saved, wanted in zip(ctx.saved_tensors, ctx.needs_input_grad, strict=True)
        )  # type: ignore[return-value]


def _attention(
    kind: str, plain: Any, query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | None = None, **options: Any
) -> Tensor:
    """The kernel that the device would choose: all but `plain`, which a meta tensor gets, keep no scores.

    Shapes: query (b, heads, s, d), key and value (b, key heads, s, d), attn_mask (b, 1, s, s).
    """
    aten: Any = torch.ops.aten
    if attn_mask is not None and attn_mask.dtype == torch.bool:
        attn_mask = query.new_full(attn_mask.shape, float("-inf")).masked_fill_(attn_mask, 0.0)
    shared = options.pop("enable_gqa", False)
    if kind == "cpu" and _flash_on_cpu(query, key, value, attn_mask, enable_gqa=shared, **options):
        flash = aten._scaled_dot_product_flash_attention_for_cpu  # noqa: SLF001
        return flash(query, key, value, attn_mask=attn_mask, **options)[0]
    if kind != "cpu" and query.shape[-1] <= _LARGEST_HEAD:
        if attn_mask is None and query.dtype != torch.float32:
            return aten._scaled_dot_product_flash_attention(query, key, value, **options)[0]  # noqa: SLF001
        if key.shape[1] == query.shape[1]:
            bias = None if attn_mask is None else attn_mask.expand(*query.shape[:3], key.shape[2])
            efficient = aten._scaled_dot_product_efficient_attention  # noqa: SLF001
            return efficient(query, key, value, bias, query.requires_grad, **options)[0]
    return plain(query, key, value, attn_mask=attn_mask, enable_gqa=shared, **options)


def _flash_on_cpu(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, **options: Any) -> bool:
    """What torch itself would choose, asked with tensors that take the memory of one vector."""

    def thin(tensor: Tensor) -> Tensor:
        return torch.empty(tensor.shape[-1], dtype=tensor.dtype, device="cpu").expand(tensor.shape)

    choose: Any = torch._fused_sdp_choice  # noqa: SLF001 # pyright: ignore[reportPrivateImportUsage]
    return choose(thin(query), thin(key), thin(value), None if mask is None else thin(mask), **options) == _FLASH


_FLASH = 1
"""As torch numbers its kernels of attention."""
_LARGEST_HEAD = 256
"""Numbers of a head that a card's kernels know."""
