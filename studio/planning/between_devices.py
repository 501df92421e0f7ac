"""What devices that share the work send each other, and what they keep where a model is divided among them.

An update ends with one sum of all gradients (a ring: each device sends and receives 2 · (W - 1) / W of them). A divided
model (FSDP2, `studio.engine.sharded`) is put together layer by layer, forward and backward, for every micro-batch:
(W - 1) / W of its matrices each time, and as much of their gradients is summed on the way back where they learn.
"""

from __future__ import annotations

import msgspec

from studio.job import Full, Method, Precision
from studio.models.local import ModelFacts
from studio.plan import MemoryParts
from studio.planning.activations import BYTES
from studio.planning.layers import trainable_parameters

_GATHERED_LAYERS = 2
"""The one that works and the one that is put together meanwhile."""


def bytes_of_sum(facts: ModelFacts, method: Method, world_size: int) -> float:
    """Sent and received by each device for the gradients of an update, float32."""
    return 2 * (world_size - 1) / world_size * 4 * trainable_parameters(facts, method)


def bytes_of_gathering(facts: ModelFacts, method: Method, precision: Precision, world_size: int) -> float:
    """Sent and received by each device for a micro-batch of a divided model."""
    share, ends = (world_size - 1) / world_size, _at_the_ends(facts)
    stored = BYTES[precision]
    layers = 2 * stored * (facts.parameters - ends)
    if isinstance(method, Full):  # embeddings and head as they are stored; all gradients are summed in float32
        return share * (layers + 2 * 4 * ends + 4 * facts.parameters)
    return share * (layers + 2 * stored * ends)


def gatherings(facts: ModelFacts, method: Method) -> int:
    """Exchanges for a micro-batch of a divided model: each layer and what is at the ends, forward and backward, and
    where weights learn their gradients."""
    return (3 if isinstance(method, Full) else 2) * (facts.num_layers + 1)


def divided_parts(
    whole: MemoryParts, facts: ModelFacts, method: Method, precision: Precision, world_size: int
) -> MemoryParts:
    """What one of the devices needs where each keeps 1 / W of every matrix: `whole` is what it needs with all of it.

    Whole at once are embeddings and head, two layers, and where weights learn the gradient of a layer, as it is made
    and as it is sent. Norms are counted as matrices: they are a thousandth.
    """
    ends = _at_the_ends(facts)
    layer = (facts.parameters - ends) / max(facts.num_layers, 1)
    stored = BYTES[precision]
    if not isinstance(method, Full):
        gathered = stored * (ends + _GATHERED_LAYERS * layer)
        return msgspec.structs.replace(whole, weights=round(whole.weights / world_size + gathered))
    gathered = 4 * ends + stored * _GATHERED_LAYERS * layer
    fresh = max((stored + 4) * layer, 2 * 4 * ends)  # that of the embeddings comes last
    return msgspec.structs.replace(
        whole,
        weights=round(whole.weights / world_size + gathered),
        gradients=round(whole.gradients / world_size + fresh),
        optimizer=round(whole.optimizer / world_size),
    )


def _at_the_ends(facts: ModelFacts) -> int:
    """Weights of embeddings and head, which belong to no layer."""
    tables = 1 if facts.tied_embeddings or facts.num_labels else 2
    return min(facts.parameters, tables * facts.vocab_size * facts.hidden_size)
