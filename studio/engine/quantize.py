"""Frozen weights in 8 or 4 bits, and whether the library for that runs here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from types import MethodType
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.engine.parts import is_cut, leave
from studio.errors import ModelProblem
from studio.job import Quantization

_BITS = {"nf4": "Weights in 4 bits need", "nf4-double": "Weights in 4 bits need", "int8": "Weights in 8 bits need"}


def bitsandbytes(what: str, device: torch.device, try_out: Callable[[Any], object]) -> Any:
    """The library bitsandbytes, after `try_out` has used it. Raises ModelProblem where it is missing or does not run.

    `what` begins the sentence: "Weights in 4 bits need".
    """
    try:
        import bitsandbytes as library
    except ImportError as problem:
        raise ModelProblem(
            f"{what} the library bitsandbytes, which is not installed.",
            f'Install it with: "{sys.executable}" -m pip install bitsandbytes. Or do without.',
        ) from problem
    try:
        try_out(library)
    except (RuntimeError, NotImplementedError, ValueError, AttributeError, OSError) as problem:
        raise ModelProblem(
            f"{what} the library bitsandbytes, which does not run on {device.type} here.",
            "Do without, or use an NVIDIA card with a current driver.",
        ) from problem
    return library


def load_quantized(
    load: Callable[..., Any],
    quantization: Quantization,
    precision: str,
    device: torch.device,
    heads: Sequence[str] | None = None,
) -> Any:
    """What `load` returns (a model and how loading went), its linear layers but the head quantized on `device`.

    `heads`: what the head may be called; None: it is the layer that scores words.
    Norms and embeddings stay in `precision`, and so does what flows between the layers. Raises ModelProblem.
    """
    library = bitsandbytes(_BITS[quantization], device, lambda found: _multiply(found, quantization, device))
    model, info = load(quantization_config=_config(quantization, precision, heads), device_map={"": device})
    _set_forwards(model, library)
    return model, info


def quantize_stand_in(
    model: Any, quantization: Quantization, precision: str, device: torch.device, heads: Sequence[str] | None = None
) -> None:
    """Give a model whose tensors have no memory the layers that `load_quantized` would load. Raises ModelProblem."""
    from transformers.quantizers.auto import AutoHfQuantizer

    library, dtype = bitsandbytes(_BITS[quantization], device, lambda _: None), getattr(torch, precision)
    quantizer: Any = AutoHfQuantizer.from_config(_config(quantization, precision, heads))
    quantizer.preprocess_model(model, device_map={"": device})
    kept = library.functional.name2qmap  # for all weights to come, whose numbers those of a stand-in must not become
    kept_before = dict(kept)
    for module in model.modules():
        if isinstance(module, library.nn.Linear4bit | library.nn.Linear8bitLt):
            module.weight.data = module.weight.data.new_empty((module.out_features, module.in_features), dtype=dtype)
            module.weight._quantize(device)  # noqa: SLF001 - what moving it to a device calls
            if module.bias is not None:
                module.bias.data = module.bias.data.to(dtype)
    kept.clear()
    kept.update(kept_before)
    _set_forwards(model, library)


def _config(quantization: Quantization, precision: str, heads: Sequence[str] | None) -> Any:
    from transformers import BitsAndBytesConfig

    return BitsAndBytesConfig(
        load_in_4bit=quantization != "int8",
        load_in_8bit=quantization == "int8",
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=quantization == "nf4-double",
        bnb_4bit_compute_dtype=getattr(torch, precision),
        llm_int8_skip_modules=list(heads) if heads is not None else None,  # for 4 bits too
    )


def _set_forwards(model: nn.Module, library: Any) -> None:
    module: Any
    for module in model.modules():
        if isinstance(module, library.nn.Linear4bit):
            module.support_avx512bf16_for_cpu = False  # else repacked for inference, from which nothing flows back
        elif isinstance(module, library.nn.Linear8bitLt):
            module.forward = MethodType(_forward_8bit, module)


def _multiply(library: Any, quantization: Quantization, device: torch.device) -> None:
    """One product with a small quantized layer, forward and backward."""
    if quantization == "int8":
        layer = library.nn.Linear8bitLt(64, 64, bias=False, has_fp16_weights=False)
        layer.weight = library.nn.Int8Params(torch.ones(64, 64), requires_grad=False, has_fp16_weights=False)
        layer.forward = MethodType(_forward_8bit, layer)
    else:
        double = quantization == "nf4-double"
        layer = library.nn.Linear4bit(64, 64, bias=False, quant_type="nf4", compress_statistics=double)
    layer.to(device)(torch.ones(2, 64, device=device, requires_grad=True)).sum().backward()


def leave_scales(layer: Any, parameter: Any, part: Callable[[Tensor], Tensor]) -> None:
    """Of what belongs to compressed weights keep `part`; of 8 bits that is little and stays whole, in the `layer`."""
    if getattr(parameter, "SCB", None) is not None:
        layer.state.SCB, parameter.CB, parameter.SCB = parameter.SCB, None, None
    elif getattr(parameter, "quant_state", None) is not None:
        parameter.quant_state.absmax = part(parameter.quant_state.absmax)


def name_scales(layer: Any) -> None:
    """The scales of a layer of 4 bits become a parameter (blocks, 1), to be divided and put together like its weights.

    Where `leave_scales` came before, it has their form and holds a part of them.
    """
    state = layer.quant_state
    blocks, here = -(-state.shape.numel() // state.blocksize), state.absmax.view(-1, 1)
    scales: Any = nn.Parameter(here, requires_grad=False)
    if is_cut(layer.weight):
        leave(scales, lambda part: part)
        scales.data = scales.data[:1].expand(blocks, 1)
    layer.scales = scales
    layer.forward = MethodType(_forward_4bit, layer)


def _forward_4bit(layer: Any, inputs: Tensor) -> Tensor:
    """The library's own, which finds the scales in one place, also on the way back."""
    layer.quant_state.absmax = layer.scales.view(-1)
    product: Tensor = type(layer).forward(layer, inputs)
    return product


def _forward_8bit(layer: Any, inputs: Tensor) -> Tensor:
    """In place of the library's own forward, which also rounds inputs to 8 bits.

    Which of them it spares depends on the other rows of the micro-batch, and so would the gradient.
    """
    if getattr(layer.weight, "CB", None) is not None:
        layer.init_8bit_state()
    rounded = layer.weight if layer.state.CB is None else layer.state.CB
    product: Tensor = _Product8bit.apply(inputs, rounded, layer.state.SCB, layer.bias)
    return product


class _Product8bit(torch.autograd.Function):
    """inputs · weightsᵀ + bias with frozen weights, which are restored for the moment of each product."""

    @staticmethod
    def forward(ctx: Any, inputs: Tensor, rounded: Tensor, scales: Tensor, bias: Tensor | None) -> Tensor:
        """Shapes: inputs (…, i), rounded (o, i) int8, scales (o,) float32 for 127, bias (o,)."""
        kind = inputs.device.type
        dtype = torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else inputs.dtype
        ctx.save_for_backward(rounded, scales)
        return F.linear(inputs.to(dtype), _restore(rounded, scales, dtype), None if bias is None else bias.to(dtype))

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None, None]:
        """The gradient of the inputs alone."""
        rounded, scales = ctx.saved_tensors
        return gradients[0] @ _restore(rounded, scales, gradients[0].dtype), None, None, None


def _restore(rounded: Tensor, scales: Tensor, dtype: torch.dtype) -> Tensor:
    return rounded.to(dtype).mul_((scales / 127).to(dtype).unsqueeze(1))


def weights_in(parameter: nn.Parameter) -> int:
    """Weights that a parameter stands for: two of 4 bits share a byte."""
    state = getattr(parameter, "quant_state", None)
    return parameter.numel() if state is None else state.shape.numel()
