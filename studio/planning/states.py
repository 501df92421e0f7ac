"""Bytes of the optimizer's state and of weights that are stored in fewer bits."""

from __future__ import annotations

from studio.job import Lora, Method, Optimizer, Quantization
from studio.models.local import ModelFacts
from studio.planning.layers import Layer, Linear, read_layer, trainable_matrices, trainable_parameters

_BYTES_PER_WEIGHT: dict[Quantization, float] = {
    "nf4": 0.5 + 4 / 64,
    "nf4-double": 0.5 + 1 / 64 + 4 / (64 * 256),
    "int8": 1.0,
}
"""Four bits and a float32 scale for 64 of them; double: an 8-bit scale, and a float32 one for 256 of those. With 8
bits a float32 scale per output comes on top."""
_SMALLEST_IN_8_BITS = 4096
"""Weights; states of smaller tensors stay float32."""


def state_bytes(facts: ModelFacts, method: Method, optimizer: Optimizer) -> int:
    """What the optimizer keeps between updates. Pages of a paged one count as if none had moved to main memory."""
    if optimizer == "adamw":
        return 8 * trainable_parameters(facts, method)
    total = 0.0
    for matrix in trainable_matrices(facts, method):
        if optimizer == "adafactor":
            shape = matrix.copies * (matrix.rows + matrix.columns)
            total += matrix.count * 4 * (shape if matrix.columns else matrix.rows)
        elif matrix.columns == 0 or matrix.size < _SMALLEST_IN_8_BITS:
            total += matrix.count * 8 * matrix.size
        else:
            total += matrix.count * (2 + 8 / 256) * matrix.size
    return round(total)


def frozen_bytes(facts: ModelFacts, method: Lora, b: int) -> int:
    """Weights under an adapter: linear layers as they are stored, all else in `b` bytes each."""
    if method.quantization is None:
        return b * facts.parameters
    stored = facts.num_layers * sum(linear.size for linear in _stored(read_layer(facts)))
    small = stored * _BYTES_PER_WEIGHT[method.quantization] + b * (facts.parameters - stored)
    if method.quantization == "int8":
        small += 4 * facts.num_layers * sum(linear.outputs for linear in _stored(read_layer(facts)))
    return round(small)


def _stored(layer: Layer) -> list[Linear]:
    """Experts and their router are no linear layers of their own and stay as they are."""
    return [linear for linear in layer.linears if linear.name]
