"""What one of several devices holds of a divided model beside its part, at each moment of a micro-batch.

After FSDP2 as `studio.engine.sharded` sets it up. A matrix is gathered into a buffer and copied out of it. A layer's
buffer is freed when the next one's is full, on the way back when it is copied out; the head, with embeddings that share
its matrix, stays whole from the first to the end, other embeddings are whole while they are looked up. Gradients of a
layer wait until all are there and are copied into a buffer, which stays until the next layer's is needed. Processes on
a processor exchange by gloo, which meanwhile copies the whole buffer.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from studio.job import Full, Method, Precision
from studio.models.local import ModelFacts
from studio.planning.activations import BYTES
from studio.planning.states import frozen_bytes

When = Literal[
    "gathering embeddings",
    "looking up",
    "first layer",
    "head",
    "last norm",
    "gathering",
    "back in last",
    "summing",
    "back",
    "back in first",
    "embeddings",
    "end",
]


class Together(NamedTuple):
    """Bytes that one device holds for the moment, and none holds of a model that is not divided."""

    weights: int = 0
    gradients: int = 0


def put_together(
    facts: ModelFacts, method: Method, precision: Precision, world_size: int, *, on_processor: bool
) -> dict[When, Together]:
    """What is whole at which moment."""
    b, at_ends = BYTES[precision], weights_at_the_ends(facts)
    tied = facts.tied_embeddings and not facts.num_labels
    if isinstance(method, Full):
        in_layer = (facts.parameters - at_ends) / max(facts.num_layers, 1)
        ends, layer, fresh, summed = 4 * at_ends, b * in_layer, b * in_layer, 4 * in_layer
        of_table = table = 4 * facts.vocab_size * facts.hidden_size
    else:  # layers are gathered as they are stored, compressed or not; what learns is whole anyway
        ends = b * at_ends
        layer = (frozen_bytes(facts, method, b) - ends) / max(facts.num_layers, 1)
        table = b * facts.vocab_size * facts.hidden_size
        fresh = summed = of_table = 0
    head, apart = (ends, 0) if tied else (ends - table, table)
    of_head = 0 if tied or not of_table else head
    gathered = 2 if on_processor else 1  # the buffer and its copy
    sent = gathered + 1 / world_size  # what is summed, its copy and the part that stays
    found: dict[When, tuple[float, float]] = {
        "gathering embeddings": (2 * head + gathered * apart, 0),
        "looking up": (head + 2 * apart, 0),
        "first layer": (head + max((apart or head) + gathered * layer, 2 * layer), 0),
        "head": (head + layer, 0),
        "last norm": (head + layer, of_head),
        "gathering": (head + (1 + gathered) * layer, of_head),
        "back in last": (head + 2 * layer, of_head),
        "summing": (head + layer, of_head + max(fresh + summed, sent * summed)),
        "back": (head + 2 * layer, of_head + summed),
        "back in first": (head + layer, of_head + summed),
        "embeddings": (head, of_head + summed + (of_table if tied else 0)),  # two gradients of one table are added up
        "end": (0, of_head + (1 + sent) * of_table),  # those of embeddings are sent first
    }
    return {when: Together(round(weights), round(gradients)) for when, (weights, gradients) in found.items()}


def weights_at_the_ends(facts: ModelFacts) -> int:
    """Of embeddings and head, which belong to no layer."""
    tables = 1 if facts.tied_embeddings or facts.num_labels else 2
    return min(facts.parameters, tables * facts.vocab_size * facts.hidden_size)
