"""What one of several devices holds of a divided model beside its part, at each moment of a micro-batch.

After FSDP2 as `studio.engine.sharded` sets it up. A matrix is gathered into a buffer and copied out of it. A layer's
buffer is freed when the next one's is full, on the way back when it is copied out; embeddings and head stay whole from
the first layer to the end. Gradients of a layer wait until all are there and are copied into a buffer, which stays
until the next layer's is needed.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from studio.job import Full, Method, Precision
from studio.models.local import ModelFacts
from studio.planning.activations import BYTES
from studio.planning.states import frozen_bytes

When = Literal[
    "first layer", "head", "last norm", "back in last", "summing", "back", "back in first", "embeddings", "end"
]


class Together(NamedTuple):
    """Bytes that one device holds for the moment, and none holds of a model that is not divided."""

    weights: int = 0
    gradients: int = 0


def put_together(facts: ModelFacts, method: Method, precision: Precision) -> dict[When, Together]:
    """What is whole at which moment."""
    b, at_ends = BYTES[precision], weights_at_the_ends(facts)
    if isinstance(method, Full):
        in_layer = (facts.parameters - at_ends) / max(facts.num_layers, 1)
        ends, layer, fresh, summed = 4 * at_ends, b * in_layer, b * in_layer, 4 * in_layer
        summed_ends = 2 * ends
        head = 0 if facts.tied_embeddings or facts.num_labels else 4 * facts.vocab_size * facts.hidden_size
    else:  # layers are gathered as they are stored, compressed or not; what learns is whole anyway
        ends = b * at_ends
        layer = (frozen_bytes(facts, method, b) - ends) / max(facts.num_layers, 1)
        fresh = summed = summed_ends = head = 0
    found: dict[When, tuple[float, float]] = {
        "first layer": (2 * ends + 2 * layer, 0),
        "head": (ends + layer, 0),
        "last norm": (ends + layer, head),
        "back in last": (ends + 2 * layer, head),
        "summing": (ends + layer, head + fresh + summed),
        "back": (ends + 2 * layer, head + summed),
        "back in first": (ends + layer, head + summed),
        "embeddings": (ends, head + summed),
        "end": (0, summed_ends),
    }
    return {when: Together(round(weights), round(gradients)) for when, (weights, gradients) in found.items()}


def weights_at_the_ends(facts: ModelFacts) -> int:
    """Of embeddings and head, which belong to no layer."""
    tables = 1 if facts.tied_embeddings or facts.num_labels else 2
    return min(facts.parameters, tables * facts.vocab_size * facts.hidden_size)
