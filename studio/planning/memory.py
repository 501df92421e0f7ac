"""Peak memory of one update by formula, component by component, in microseconds.

Put together from what layers keep (activations.py), what the output head holds at once (head_pieces.py) and what is
stored (states.py); `tests/planning/test_memory.py` compares with every byte that torch allocates in the engine's step.
Frozen weights are held in the compute dtype, weights that learn in float32 under autocast.

Symbols: H hidden, M inner width of the MLP (times the experts a token visits), Q and K widths of queries and keys,
L layers, V vocabulary, N padded tokens, n target positions, b bytes of the compute dtype, P weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import msgspec

from studio.hardware.device import Device
from studio.job import Checkpointing, Full, Method, Optimizer, Precision
from studio.models.local import ModelFacts
from studio.plan import MemoryParts
from studio.planning.activations import BYTES, angle_bytes, balance_bytes, kept_bytes, layer_tape, norm_tape
from studio.planning.head_pieces import head_bytes
from studio.planning.layers import keeps_embeddings, read_layer, trainable_parameters
from studio.planning.put_together import Together, When, put_together
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
    packed: bool = False
    """Whether its rows stand one after the other: each token then has a position of its own."""


def usable_bytes(device: Device) -> int:
    """Memory that programs may use together: some is left for the screen, the driver or the system."""
    if device.kind == "cpu":
        return round(device.total_bytes * 0.95)
    return device.total_bytes - max(_GIB // 5, device.total_bytes // 50)


def memory_parts(  # noqa: PLR0913 - what memory depends on
    facts: ModelFacts,
    method: Method,
    precision: Precision,
    checkpointing: Checkpointing,
    work: Work,
    device: Device,
    optimizer: Optimizer = "adamw",
    *,
    balanced: bool = False,
    divided_among: int = 1,
) -> MemoryParts:
    """Bytes by component at the peak of an update with gradients and states resident; `work`: its largest part.

    Off: everything all layers keep, and the larger of the head's and one layer's scratch. On: the input of each layer,
    and the larger of the head and one layer recomputed. Long: as off, for micro-batches that are not recomputed in a
    run where others are. Gradients of an adapter are there twice, the sum and those of the micro-batch that runs; what
    these still lack at the peak is taken off the activations, which they follow. `balanced`: whether experts are kept
    in balance, for which the scores of all routers are kept until the loss is there. `divided_among`: devices of which
    each keeps a part of every matrix. Norms, and scales of weights in 8 bits and of scales, are counted as if they were
    divided too: they are a thousandth.
    """
    full = isinstance(method, Full)
    learns = trainable_parameters(facts, method)
    on_processor = device.kind == "cpu"
    scores = head_bytes(facts, work.targets, BYTES[precision], full=full, on_processor=on_processor)
    fresh = 0 if full else 4 * learns
    divided = divided_among > 1
    whole = put_together(facts, method, precision, divided_among, on_processor=on_processor) if divided else {}
    moments = _moments(
        facts, method, precision, checkpointing, work, scores, on_processor=on_processor, divided=divided
    )
    needs = ((each.bytes + round(fresh * each.share), whole.get(each.when, Together())) for each in moments)
    peak, together = max(needs, key=lambda need: need[0] + sum(need[1]))
    peak -= fresh
    peak += _micro_batch_bytes(facts, method, precision, work)
    peak += facts.num_layers * balance_bytes(facts, BYTES[precision], work.tokens) if balanced else 0
    stored = 4 * facts.parameters if full else frozen_bytes(facts, method, BYTES[precision])
    return MemoryParts(
        others=device.used_by_others_bytes,
        weights=stored // divided_among + together.weights,
        adapters=0 if full else 4 * learns,
        gradients=4 * learns // (divided_among if full else 1) + fresh + together.gradients,
        optimizer=state_bytes(facts, method, optimizer) // (divided_among if full else 1),
        activations=max(0, peak - scores),
        logits=min(scores, peak),
        workspace=round((PROCESS_BYTES if on_processor else CONTEXT_BYTES) + _FRAGMENTATION * peak),
    )


class _Moment(NamedTuple):
    when: When
    bytes: int
    share: float = 0.0
    """Of the micro-batch's gradients, as many as there are by then."""


def _moments(
    facts: ModelFacts,
    method: Method,
    precision: Precision,
    checkpointing: Checkpointing,
    work: Work,
    scores: int,
    *,
    on_processor: bool,
    divided: bool,
) -> Iterator[_Moment]:
    """When the most may be there; what is put together of a `divided` model comes on top."""
    full, layers = isinstance(method, Full), facts.num_layers
    longest = work.longest or work.tokens
    tape = partial(
        layer_tape, facts, method, precision, work.tokens, longest=longest, on_processor=on_processor, divided=divided
    )
    layer = tape()
    norm = norm_tape(facts, method, precision, work.tokens, on_processor=on_processor)
    stream, kept = layer.start.bytes, kept_bytes(layer)
    states = layer.start.width * facts.hidden_size * work.targets
    head = stream + max(scores, stream + states)  # what the last norm read, and until targets are chosen what it made
    last_norm = stream + norm.backward_bytes()
    mask = longest**2 if read_layer(facts).masked else 0  # of bytes, from which layers make their own
    table = 4 * facts.vocab_size * facts.hidden_size if full else 0  # the gradient of embeddings
    shared = table if facts.tied_embeddings and not facts.num_labels else 0  # waits for that of the embeddings
    yield _Moment("embeddings", shared + table, 1.0)
    yield _Moment("end", 0, 1.0)
    yield _Moment("gathering embeddings", 0)
    yield _Moment("looking up", stream)
    yield _Moment("first layer", stream)
    if checkpointing == "on":
        again = max(layer.again_bytes(), layer.backward_bytes())
        beside = mask + (stream if not full and keeps_embeddings(facts) else 0)
        inputs = beside + layers * stream + shared
        yield _Moment("head", beside + layers * (stream + layer.cached) + head)
        yield _Moment("last norm", inputs + last_norm)
        yield _Moment("gathering", inputs)
        yield _Moment("back in last", inputs + again)
        yield _Moment("summing", inputs)
        yield _Moment("back", inputs - (stream if layers > 1 else 0) + again)
        yield _Moment("back in first", beside + stream + shared + again, 1 - 1 / layers)
    else:
        first = layer
        if checkpointing == "off":
            first = tape(first=True)
        below = (layers - 2) * kept + kept_bytes(first) if layers > 1 else 0
        backward = shared + layer.backward_bytes() + (stream if layer.keeps_start else 0)
        yield _Moment("head", below + kept + head)
        yield _Moment("last norm", below + kept + shared + last_norm)
        yield _Moment("gathering", below + kept + shared)
        yield _Moment("back in last", below + stream + layer.forward_bytes() + mask)
        yield _Moment("back in last", below + backward)
        yield _Moment("summing", below + stream + shared)
        yield _Moment("back", below - (kept if layers > 2 else 0) + backward)
        yield _Moment("back in first", backward, 1 - 1 / layers)


def _micro_batch_bytes(facts: ModelFacts, method: Method, precision: Precision, work: Work) -> int:
    """What belongs to a micro-batch and to no layer: tokens and positions in 64 bits, of each target where it is, what
    it is, whose it is and its loss twice, and the sine and cosine of every position.
    """
    positions = work.tokens if work.packed else work.longest or work.tokens
    return 8 * (work.tokens + positions) + 32 * work.targets + positions * angle_bytes(facts, method, BYTES[precision])
