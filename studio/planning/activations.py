"""What one layer keeps for the backward pass, and what it needs while it goes backward.

Counted after the tensors that the engine's own layers keep (studio/engine/lean.py), and for layers of other forms
after those of transformers and peft, with scaled-dot-product attention without a mask. Symbols as in memory.py.
"""

from __future__ import annotations

from studio.job import Full, Lora, Method, Precision
from studio.models.local import ModelFacts
from studio.planning.layers import Layer, Linear, read_layer

BYTES: dict[Precision, int] = {"float32": 4, "bfloat16": 2, "float16": 2}


def layer_bytes_per_token(
    facts: ModelFacts, method: Method, precision: Precision, *, on_processor: bool = False
) -> int:
    """What one layer keeps per token for the backward pass.

    Source: batch-planning.md §3.2 with the predicted row of fused norms and gated MLPs, extended to float32, norms of
    queries and keys, experts and plain MLPs by counting.
    """
    layer, b, full = read_layer(facts), BYTES[precision], isinstance(method, Full)
    exact = _attends_in_float32(layer, b, full=full, on_processor=on_processor)
    kept = _norm_bytes(layer, b, full=full, on_processor=on_processor) + _attention_bytes(layer, b, in_float32=exact)
    kept += _mlp_bytes(layer, 4 if full and layer.experts_per_token else b)
    heads = b * layer.queries if exact else 0  # rounded to the compute dtype; else what attention keeps itself
    match method:
        case Full():
            return kept + _full_bytes(layer, b) + heads
        case Lora():
            return kept + _adapter_bytes(layer, method, b, heads, mask=4 if on_processor else 1)


def stream_bytes(method: Method, b: int) -> int:
    """Of one number of the residual stream: embeddings that learn are in float32, and so is what is added to them."""
    return 4 if isinstance(method, Full) else b


def _attends_in_float32(layer: Layer, b: int, *, full: bool, on_processor: bool) -> bool:
    """Queries in the compute dtype are cast on a processor; rotated in float32, autocast brings them down instead."""
    return on_processor and b == 2 and not (layer.rotary and (full or layer.float32_angles))


def _norm_bytes(layer: Layer, b: int, *, full: bool, on_processor: bool) -> int:
    """Their inputs as they are and one scale; layer norms a mean too, and a card's autocast has them in float32."""
    stream = 4 if full else b
    if layer.rms:
        late = layer.late_norms
        kept = (layer.norms - late) * stream * layer.hidden + late * b * layer.hidden + 4 * layer.norms
    else:
        as_is = on_processor and not layer.gated  # the gated families with layer norms ask for float32 themselves
        kept = layer.norms * ((stream if as_is else 4) * layer.hidden + 8)
    if layer.qk_norm:
        kept += b * (layer.queries + layer.keys) + 4 * (layer.heads + layer.key_heads)
    return kept


def _attention_bytes(layer: Layer, b: int, *, in_float32: bool) -> int:
    """Query, key, value, output; scale of the scores. Rotations keep nothing of their own."""
    if in_float32:
        return 8 * (layer.queries + layer.keys) + 4 * layer.heads
    kept = 2 * b * (layer.queries + layer.keys) + 4 * layer.heads
    if layer.fused_qkv and layer.rotary:
        kept += b * (layer.queries + 2 * layer.keys)  # stays beside the rotated copies of its parts
    return kept


def _mlp_bytes(layer: Layer, b: int) -> int:
    """Gate and up, where it is not ours the activated gate too; or what the activation of a plain MLP needs.

    Inputs and outputs of experts.
    """
    tensors = 2 if layer.lean_mlp else 3 if layer.gated else 4 if layer.gelu_in_steps else 1
    return b * (tensors * layer.inner + 2 * layer.experts_per_token * layer.hidden)


def _full_bytes(layer: Layer, b: int) -> int:
    """Inputs of matrices; under autocast each matrix keeps a cast of its own."""
    if b == 4:
        return b * (layer.inner + 2 * layer.hidden)
    if layer.experts_per_token:  # which work in float32 all the same; their router does not
        return 4 * layer.inner + b * layer.hidden * 4
    casts = (1 if layer.fused_qkv else 3) + (2 if layer.gated and not layer.fused_gate_up else 1)
    return b * (layer.inner + casts * layer.hidden)


def _adapter_bytes(layer: Layer, method: Lora, b: int, heads: int, mask: int) -> int:
    """Inputs of the adapter's matrices and what flows between them. Frozen matrices keep nothing.

    Inputs are shared by query, key, value and by gate, up; peft's own layers under autocast keep a cast each, and
    those with dropout a mask and a copy of what is left.
    """
    targets = [linear for linear in layer.targets(method) if linear.reads != "router"]
    own = [linear for linear in targets if b < 4 and not _is_lean(layer, linear, method)]
    shared = {linear.reads: layer.width(linear) for linear in targets if linear not in own}
    if method.dropout:
        kept = (mask + b) * sum(layer.width(linear) for linear in targets)
    else:
        kept = b * sum(width for reads, width in shared.items() if reads != "heads")
        kept += heads if "heads" in shared else 0  # else attention keeps it already
        kept += b * sum(layer.width(linear) for linear in own)
    lengths = 2 * b * sum(linear.outputs for linear in targets) if method.decomposed else 0  # both parts of an output
    return kept + method.rank * len(targets) * b + lengths


def _is_lean(layer: Layer, linear: Linear, method: Lora) -> bool:
    """Whether the engine's own adapter stands there rather than peft's."""
    plain = not (method.dropout or method.decomposed or method.quantization)
    return plain and bool(linear.name) and layer.plain_linears


def copied_weights(layer: Layer, method: Method, b: int) -> int:
    """Frozen or float32 weights that a layer keeps once more for its backward pass.

    Autocast keeps float32 matrices in the compute dtype, but not those of experts; an adapter on experts is added to
    copies of their weights.
    """
    if isinstance(method, Full):
        return sum(linear.size for linear in layer.linears) - layer.expert_weights if b == 2 else 0
    return 0 if method.targets else layer.expert_weights


def layer_scratch(layer: Layer, tokens: int, method: Method, b: int) -> int:
    """The most that is in flight while one layer goes backward and still keeps everything, beyond what it keeps."""
    late = 0
    if layer.late_norms:  # input and gradient in float32, two products of them, and the stream's own gradient
        stream = stream_bytes(method, b)
        late = (stream + (b if stream > b else 0) + (16 if b < 4 else 8)) * layer.hidden * tokens
    if isinstance(method, Full):
        return max(late, _full_scratch(layer, tokens, b))
    return max(late, _adapter_scratch(layer, tokens, method, b), _lengths_bytes(layer, method))


def _full_scratch(layer: Layer, tokens: int, b: int) -> int:
    """Gradients of the MLP's insides, then of its last matrix, which under autocast is there in both dtypes."""
    stream = 4 * layer.hidden * tokens
    if layer.lean_mlp:
        matrix = (4 if b == 4 else 6) * layer.hidden * layer.inner
        return stream + max(2 * b * layer.inner * tokens, b * layer.inner * tokens + matrix)
    if layer.gated or layer.gelu_in_steps:
        in_flight = 8 if b == 4 else 6 if layer.experts_per_token else 4
    else:
        in_flight = b
    return stream + in_flight * layer.inner * tokens + 4 * layer.hidden * layer.inner


def _adapter_scratch(layer: Layer, tokens: int, method: Lora, b: int) -> int:
    """Gradients of the MLP's insides; what the last adapter read is let go of by then.

    peft's own layers under autocast come to their most in the forward pass, with a float32 copy of what they read;
    dropout has one more, and lengths learnt apart take more on the way back.
    """
    last = [linear for linear in layer.targets(method) if linear.reads == "inner"]
    if not last:
        in_flight = 3 * b
    elif layer.experts_per_token:
        in_flight = 8 if b == 4 else 6
    elif b == 4 or _is_lean(layer, last[0], method):
        simple = not (layer.gated or layer.gelu_in_steps) and _is_lean(layer, last[0], method)
        in_flight = (3 if method.dropout else 1 if simple else 2) * b
    else:
        in_flight = 14 if method.decomposed else 10 if method.dropout else 8
    return (in_flight * layer.inner + b * layer.hidden) * tokens


def last_norm_scratch(layer: Layer, tokens: int, method: Method, b: int) -> int:
    """The norm in front of the head on its way back: its input and gradient, and two products of them in float32."""
    stream = stream_bytes(method, b)
    products = stream if not layer.rms else 8 if stream == 4 else 16  # with float32 copies of input and gradient
    return (2 * stream + products) * layer.hidden * tokens


def _lengths_bytes(layer: Layer, method: Lora) -> int:
    """Scratch for the lengths of changed weights: a unit matrix, the change, the change scaled, and the sum."""
    if not method.decomposed:
        return 0
    return max(12 * linear.inputs * linear.outputs + 4 * linear.inputs**2 for linear in layer.targets(method))
