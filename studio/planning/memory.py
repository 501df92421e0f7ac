"""Peak memory of one update by formula, component by component, in microseconds.

Put together from what layers keep (activations.py), what the output head holds at once (head_pieces.py) and what is
stored (states.py); `tests/planning/test_memory.py` compares with every byte that torch allocates in the engine's step.
Frozen weights are held in the compute dtype, weights that learn in float32 under autocast.

Symbols: H hidden, M inner width of the MLP (times the experts a token visits), Q and K widths of queries and keys,
L layers, V vocabulary, N padded tokens, n target positions, b bytes of the compute dtype, P weights.
"""

from __future__ import annotations

import msgspec

from studio.hardware.device import Device
from studio.job import Checkpointing, Full, Method, Optimizer, Precision
from studio.models.local import ModelFacts
from studio.plan import MemoryParts
from studio.planning.activations import (
    BYTES,
    copied_weights,
    last_norm_scratch,
    layer_bytes_per_token,
    layer_scratch,
    stream_bytes,
)
from studio.planning.head_pieces import head_bytes
from studio.planning.layers import read_layer, trainable_parameters
from studio.planning.states import frozen_bytes, restored_bytes, state_bytes

_GIB = 2**30
PROCESS_BYTES = round(0.55 * _GIB)
"""Resident memory of a worker that has loaded its libraries; measured 0.45 to 0.6 GiB on Linux."""
CONTEXT_BYTES = round(0.6 * _GIB)
"""Driver context, libraries and their scratch on a card."""
_FRAGMENTATION = 0.04
"""Share of activations and word scores that the allocator holds and cannot use."""


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
    Gradients of an adapter are there twice: the sum, and those of the micro-batch that runs.
    """
    b, full, on_processor = BYTES[precision], isinstance(method, Full), device.kind == "cpu"
    layer, layers = read_layer(facts), facts.num_layers
    learns = trainable_parameters(facts, method)
    stream = stream_bytes(method, b) * layer.hidden * work.tokens
    kept = layer_bytes_per_token(facts, method, precision, on_processor=on_processor) * work.tokens
    scores = head_bytes(facts, work.targets, b, full=full, on_processor=on_processor)
    head = scores + 2 * stream  # before and after the last norm
    table = 4 * facts.vocab_size * facts.hidden_size if full else 0  # the gradient of embeddings
    shared = table if facts.tied_embeddings and not facts.num_labels else 0  # waits for that of the embeddings
    scratch = layer_scratch(layer, work.tokens, method, b) + restored_bytes(facts, method, b)
    last_norm = last_norm_scratch(layer, work.tokens, method, b)
    copies = b * copied_weights(layer, method, b)  # of one layer
    if not full and b == 2:
        copies += b * learns // layers  # the adapter in the compute dtype
    if checkpointing == "off":
        activations = layers * (kept + copies) - (0 if full else stream)  # nothing learns in front of the first norm
        rest = max(head, shared + scratch, shared + last_norm, shared + table - activations)
    else:
        activations = layers * stream
        as_forward_ends = layers * copies if full else 0  # autocast lets go of its copies then
        one_layer = kept - stream + scratch + copies  # its input is there already
        rest = max(head + as_forward_ends, shared + one_layer, shared + last_norm, shared + table - activations)
    return MemoryParts(
        others=device.used_by_others_bytes,
        weights=4 * facts.parameters if isinstance(method, Full) else frozen_bytes(facts, method, b),
        adapters=0 if full else 4 * learns,
        gradients=(4 if full else 8) * learns,
        optimizer=state_bytes(facts, method, optimizer),
        activations=round(activations + rest - scores),
        logits=round(scores),
        workspace=round(
            (PROCESS_BYTES if device.kind == "cpu" else CONTEXT_BYTES) + _FRAGMENTATION * (activations + rest)
        ),
    )
