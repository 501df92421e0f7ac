"""Peak memory of one update by formula, component by component, in microseconds.

Counted after the tensors that transformers' layers keep for the backward pass, with scaled-dot-product attention
without a mask and the loss of target positions only; `tests/planning/test_memory.py` compares with every byte that
torch allocates. Frozen weights are held in the compute dtype, weights that learn in float32 under autocast.

Symbols: H hidden, M inner width of the MLP (times the experts a token visits), Q and K widths of queries and keys,
L layers, V vocabulary, N padded tokens, n target positions, b bytes of the compute dtype, P weights.
"""

from __future__ import annotations

import msgspec

from studio.hardware.device import Device
from studio.job import Checkpointing, Full, Lora, Method, Optimizer, Precision
from studio.models.local import ModelFacts
from studio.plan import MemoryParts
from studio.planning.layers import Layer, read_layer, trainable_parameters
from studio.planning.states import frozen_bytes, restored_bytes, state_bytes

BYTES: dict[Precision, int] = {"float32": 4, "bfloat16": 2, "float16": 2}
_GIB = 2**30
_PROCESS_BYTES = round(0.55 * _GIB)
"""Resident memory of a worker that has loaded its libraries; measured 0.45 to 0.6 GiB on Linux."""
_CONTEXT_BYTES = round(0.6 * _GIB)
"""Driver context, libraries and their scratch on a card."""
_FRAGMENTATION = 0.04
"""Share of activations and word scores that the allocator holds and cannot use."""
_HEAD_BYTES = 12
"""Per word and target position in the backward of the loss: log-probabilities and two gradients, all float32."""


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """The largest micro-batch of a plan."""

    tokens: int
    """Padded tokens in it: N."""
    targets: int
    """Positions that reach the output head: n."""


def usable_bytes(device: Device) -> int:
    """Memory that programs may use together: some is left for the screen, the driver or the system."""
    if device.kind == "cpu":
        return round(device.total_bytes * 0.95)
    return device.total_bytes - max(_GIB // 5, device.total_bytes // 50)


def memory_parts(
    facts: ModelFacts,
    method: Method,
    precision: Precision,
    checkpointing: Checkpointing,
    work: Work,
    device: Device,
    optimizer: Optimizer = "adamw",
) -> MemoryParts:
    """Bytes by component at the peak of an update with gradients and states resident; `work`: its largest part.

    Off: everything all layers keep, and the larger of the head's and one layer's scratch. On: the input of each layer,
    and the larger of the head and one layer recomputed. "long" is counted as "on".
    """
    b, full = BYTES[precision], isinstance(method, Full)
    layer, layers = read_layer(facts), facts.num_layers
    learns = trainable_parameters(facts, method)
    kept = layer_bytes_per_token(facts, method, precision) * work.tokens
    scratch = _scratch_bytes(layer, work.tokens, method, b) + restored_bytes(facts, method, b)
    head = _head_bytes(facts, work.targets, full=full)
    copies = b * _copied_weights(layer, method, b)  # of one layer
    if checkpointing == "off":
        activations = layers * (kept + copies)
        rest = max(head, scratch)
    else:
        activations = layers * (4 if full else b) * layer.hidden * work.tokens
        as_forward_ends = layers * copies if full else 0  # autocast lets go of its copies then
        rest = max(head, kept + scratch + copies, as_forward_ends)
    return MemoryParts(
        others=device.used_by_others_bytes,
        weights=4 * facts.parameters if isinstance(method, Full) else frozen_bytes(facts, method, b),
        adapters=0 if full else 4 * learns,
        gradients=4 * learns,
        optimizer=state_bytes(facts, method, optimizer),
        activations=round(activations + max(rest - head, 0)),
        logits=round(min(head, rest)),
        workspace=round(
            (_PROCESS_BYTES if device.kind == "cpu" else _CONTEXT_BYTES) + _FRAGMENTATION * (activations + rest)
        ),
    )


def layer_bytes_per_token(facts: ModelFacts, method: Method, precision: Precision) -> int:
    """What one layer keeps per token for the backward pass.

    Source: batch-planning.md §3.2, extended to float32, norms of queries and keys, experts and plain MLPs by counting.
    """
    layer, b, full = read_layer(facts), BYTES[precision], isinstance(method, Full)
    kept = layer.norms * (4 * layer.hidden + 4)  # their inputs in float32 and one scale
    kept += 2 * b * (layer.queries + layer.keys) + 4 * layer.heads  # query, key, value, output; scale of the scores
    if layer.fused_qkv and layer.rotary:
        kept += b * (layer.queries + 2 * layer.keys)  # stays beside the rotated copies of its parts
    if layer.qk_norm:
        kept += 4 * (layer.queries + layer.keys) + 4 * (layer.heads + layer.key_heads)
    kept += _mlp_bytes(layer, 4 if full and layer.experts_per_token else b)
    match method:
        case Full():
            kept += _full_bytes(layer, b)
        case Lora():
            kept += _adapter_bytes(layer, method, b)
    return kept


def _mlp_bytes(layer: Layer, b: int) -> int:
    """Gate, its activation and up, or what the activation of a plain MLP needs; inputs and outputs of experts."""
    tensors = 3 if layer.gated else 4 if layer.gelu_in_steps else 1
    return b * (tensors * layer.inner + 2 * layer.experts_per_token * layer.hidden)


def _full_bytes(layer: Layer, b: int) -> int:
    """What gradients of weights need beside: inputs of norms' weights and of matrices.

    Under autocast norms work in float32 and each matrix keeps a cast of its own input.
    """
    rms = layer.norms if layer.gated else 0  # layer norms keep nothing but their input
    kept = rms * 4 * layer.hidden + b * layer.inner
    if layer.qk_norm:
        kept += (4 if b == 4 or layer.norms == 4 else 2) * (layer.queries + layer.keys)
    if b == 4:
        return kept + 2 * b * layer.hidden
    shared = 1 if layer.fused_qkv else 3
    return kept + b * layer.hidden * (shared + (2 if layer.gated else 1))


def _adapter_bytes(layer: Layer, method: Lora, b: int) -> int:
    """Inputs of the adapter's matrices and what flows between them. Frozen matrices keep nothing.

    In float32 inputs are shared by query, key, value and by gate, up; under autocast each keeps a cast of its own.
    """
    targets = [linear for linear in layer.targets(method) if linear.reads != "router"]
    inputs = [layer.width(linear) for linear in targets]
    between = method.rank * len(targets) * b
    if b == 4:
        shared = {linear.reads: layer.width(linear) for linear in targets if linear.reads != "heads"}  # kept already
        kept = b * sum(shared.values())
    else:
        kept = b * sum(inputs)
    dropout = sum(inputs) * (1 + b) if method.dropout else 0  # a mask, and a copy of one's own
    lengths = 2 * b * sum(linear.outputs for linear in targets) if method.decomposed else 0  # both parts of an output
    return kept + between + dropout + lengths


def _copied_weights(layer: Layer, method: Method, b: int) -> int:
    """Frozen or float32 weights that a layer keeps once more for its backward pass.

    Autocast keeps float32 matrices in the compute dtype; an adapter on experts is added to copies of their weights.
    """
    if isinstance(method, Full):
        return sum(linear.size for linear in layer.linears) if b == 2 else 0
    return 0 if method.targets else layer.expert_weights


def _scratch_bytes(layer: Layer, tokens: int, method: Method, b: int) -> int:
    """Gradients in flight while one layer's MLP goes backward; with full training the gradient of its matrix too.

    Adapters in float32 give float32 gradients beside those of the layer, and lengths learnt apart once more.
    """
    if isinstance(method, Full):
        return ((4 if b == 2 else 8) * layer.inner + 4 * layer.hidden) * tokens + 4 * layer.hidden * layer.inner
    on_mlp = any(linear.reads == "inner" for linear in layer.targets(method))
    in_flight = 8 if on_mlp or b == 4 else 4
    if method.decomposed and on_mlp and b == 2:
        in_flight += 6
    backward = (in_flight * layer.inner + (4 if on_mlp else 8) * layer.hidden) * tokens
    return max(backward, _lengths_bytes(layer, method))


def _lengths_bytes(layer: Layer, method: Lora) -> int:
    """Scratch for the lengths of changed weights: a unit matrix, the change, the change scaled, and the sum."""
    if not method.decomposed:
        return 0
    return max(12 * linear.inputs * linear.outputs + 4 * linear.inputs**2 for linear in layer.targets(method))


def _head_bytes(facts: ModelFacts, targets: int, *, full: bool) -> int:
    """The output head and the loss, at the larger of the softmax backward and the gradient of the head's weights."""
    softmax = (_HEAD_BYTES * facts.num_scores + (12 if full else 4) * facts.hidden_size) * targets
    if not full:
        return softmax
    return max(softmax, 6 * facts.num_scores * targets + 4 * facts.num_scores * facts.hidden_size)
