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
from studio.planning.activations import BYTES, kept_bytes, layer_tape, norm_tape
from studio.planning.head_pieces import head_bytes
from studio.planning.layers import keeps_embeddings, trainable_parameters
from studio.planning.states import frozen_bytes, state_bytes

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
    longest: int = 0
    """Tokens of its longest row; 0: it is one row."""


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
    layers, learns = facts.num_layers, trainable_parameters(facts, method)
    longest = work.longest or work.tokens
    layer = layer_tape(facts, method, precision, work.tokens, longest=longest, on_processor=on_processor)
    norm = norm_tape(facts, method, precision, work.tokens, on_processor=on_processor)
    stream, kept = layer.start.bytes, kept_bytes(layer)
    scores = head_bytes(facts, work.targets, b, full=full, on_processor=on_processor)
    states = layer.start.width * facts.hidden_size * work.targets
    head = stream + max(scores, stream + states)  # what the last norm read, and until targets are chosen what it made
    last_norm = stream + norm.backward_bytes()
    table = 4 * facts.vocab_size * facts.hidden_size if full else 0  # the gradient of embeddings
    shared = table if facts.tied_embeddings and not facts.num_labels else 0  # waits for that of the embeddings
    if checkpointing == "off":
        first = layer_tape(
            facts, method, precision, work.tokens, longest=longest, on_processor=on_processor, first=True
        )
        below = (layers - 2) * kept + kept_bytes(first) if layers > 1 else 0
        moments = (
            below + kept + max(head, shared + last_norm),
            below + stream + layer.forward_bytes(),
            below + shared + layer.backward_bytes() + (stream if layer.keeps_start else 0),
            shared + table,
        )
        peak = max(moments)
    else:
        inputs = layers * stream + (stream if not full and keeps_embeddings(facts) else 0)
        moments = (
            inputs + head + layers * layer.cached,
            inputs + shared + max(last_norm, layer.again_bytes(), layer.backward_bytes()),
            shared + table,
        )
        peak = max(moments)
    return MemoryParts(
        others=device.used_by_others_bytes,
        weights=4 * facts.parameters if isinstance(method, Full) else frozen_bytes(facts, method, b),
        adapters=0 if full else 4 * learns,
        gradients=(4 if full else 8) * learns,
        optimizer=state_bytes(facts, method, optimizer),
        activations=round(peak - scores),
        logits=round(scores),
        workspace=round((PROCESS_BYTES if device.kind == "cpu" else CONTEXT_BYTES) + _FRAGMENTATION * peak),
    )
