"""Peak memory of one update by formula, component by component, in microseconds.

Saved activations per token and layer follow the tensors that transformers' layers keep for the backward pass, with
scaled-dot-product attention and the loss of target positions only; the head's peak is that of the softmax backward.
Symbols: H hidden, M inner width of the MLP (times experts a token visits), Q and K widths of queries and keys,
L layers, V vocabulary, b bytes of the compute dtype.
"""

from __future__ import annotations

import msgspec

from studio.hardware.device import Device
from studio.job import Checkpointing, Full, Lora, Method, Precision
from studio.models.local import ModelFacts
from studio.plan import MemoryParts

BYTES: dict[Precision, int] = {"float32": 4, "bfloat16": 2, "float16": 2}
_GIB = 2**30
_PROCESS_BYTES = round(0.55 * _GIB)
"""Resident memory of a worker that has loaded its libraries; measured 0.45 to 0.6 GiB on Linux."""
_CONTEXT_BYTES = round(0.6 * _GIB)
"""Driver context, libraries and their scratch on a card."""


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """The largest micro-batch of a plan."""

    tokens: int
    """Padded tokens in it."""
    targets: int
    """Positions that reach the output head."""


def usable_bytes(device: Device) -> int:
    """Memory that programs may use together: some is left for the screen, the driver or the system."""
    if device.kind == "cpu":
        return round(device.total_bytes * 0.95)
    return device.total_bytes - max(_GIB // 5, device.total_bytes // 50)


def trainable_parameters(facts: ModelFacts, method: Method) -> int:
    """Weights that learn: all of them, or rank × (in + out) of every linear layer but the head."""
    if isinstance(method, Full):
        return facts.parameters
    hidden, inner = facts.hidden_size, facts.intermediate_size
    queries = facts.num_attention_heads * facts.head_dim
    keys = facts.num_key_value_heads * facts.head_dim
    attention = 2 * (hidden + queries) + 2 * (hidden + keys)
    mlp = (3 if facts.gated_mlp else 2) * (hidden + inner) * max(1, facts.num_experts)
    return method.rank * facts.num_layers * (attention + mlp)


def layer_bytes_per_token(facts: ModelFacts, method: Method, precision: Precision) -> float:
    """What one layer keeps per token for the backward pass."""
    hidden, b = facts.hidden_size, BYTES[precision]
    inner = facts.intermediate_size * max(1, facts.experts_per_token)
    queries = facts.num_attention_heads * facts.head_dim
    keys = facts.num_key_value_heads * facts.head_dim
    mlp_tensors = 3 if facts.gated_mlp else 6  # gate, up and their product; an ungated tanh-GELU keeps its steps
    kept = 8 * hidden + 2 * b * (queries + keys) + mlp_tensors * b * inner + 4 * facts.num_attention_heads
    match method:
        case Full():
            kept += 4 * b * hidden + b * inner  # norms and their outputs, input of the last projection
            return kept * (1.75 if b == 2 else 1.0)  # float32 weights under autocast keep casts of both sides
        case Lora(dropout=dropout):
            if b == 2:  # float32 adapters under autocast: each keeps a cast of its own input
                kept += b * (3 * hidden + queries + (2 if facts.gated_mlp else 1) * hidden + inner)
            else:  # inputs are shared by q, k, v and by gate, up
                kept += b * (2 * hidden + inner)
            linears = 4 * hidden + queries + inner
            return kept + (linears * (1 + b) if dropout else 0)


def memory_parts(
    facts: ModelFacts,
    method: Method,
    precision: Precision,
    checkpointing: Checkpointing,
    work: Work,
    device: Device,
) -> MemoryParts:
    """Bytes by component at the peak of an update with gradients and states resident; `work`: its largest part."""
    b = BYTES[precision]
    learns = trainable_parameters(facts, method)
    full = isinstance(method, Full)
    layer = layer_bytes_per_token(facts, method, precision) * work.tokens
    head_per_target = (14 if b == 2 else 12) * facts.vocab_size + 4 * b * facts.hidden_size
    logits = head_per_target * work.targets
    if checkpointing == "off":
        activations = facts.num_layers * layer
    else:
        kept = facts.num_layers * b * facts.hidden_size * work.tokens
        inner = facts.intermediate_size * max(1, facts.experts_per_token)
        activations = kept + layer + 2 * b * inner * work.tokens
    on_card = device.kind != "cpu"
    slack = 0.04 * (activations + logits)  # fragmentation
    return MemoryParts(
        others=device.used_by_others_bytes,
        weights=(4 if full else b) * facts.parameters + (b * facts.parameters if full and b == 2 else 0),
        adapters=0 if full else 4 * learns,
        gradients=4 * learns,
        optimizer=8 * learns,
        activations=round(activations),
        logits=round(logits),
        workspace=(_CONTEXT_BYTES if on_card else _PROCESS_BYTES) + round(slack),
    )
