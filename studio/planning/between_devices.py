"""What devices that share the work send each other.

An update ends with one sum of all gradients (a ring: each device sends and receives 2 · (W - 1) / W of them). A divided
model (FSDP2, `studio.engine.sharded`) is put together layer by layer, forward and backward, for every micro-batch:
(W - 1) / W of its matrices each time, embeddings and head once, and as much of their gradients is summed on the way
back where they learn.
"""

from __future__ import annotations

from studio.job import Full, Method, Precision
from studio.models.local import ModelFacts
from studio.planning.activations import BYTES
from studio.planning.layers import trainable_parameters
from studio.planning.put_together import weights_at_the_ends
from studio.planning.states import frozen_bytes


def bytes_of_sum(facts: ModelFacts, method: Method, world_size: int) -> float:
    """Sent and received by each device for the gradients of an update, float32."""
    return 2 * (world_size - 1) / world_size * 4 * trainable_parameters(facts, method)


def bytes_of_gathering(facts: ModelFacts, method: Method, precision: Precision, world_size: int) -> float:
    """Sent and received by each device for a micro-batch of a divided model."""
    share, b, ends = (world_size - 1) / world_size, BYTES[precision], weights_at_the_ends(facts)
    if isinstance(method, Full):  # embeddings and head as they are stored; all gradients are summed in float32
        return share * (2 * b * (facts.parameters - ends) + 4 * ends + 4 * facts.parameters)
    return share * (2 * frozen_bytes(facts, method, b) - b * ends)


def gatherings(facts: ModelFacts, method: Method) -> int:
    """Exchanges for a micro-batch of a divided model: each layer and what is at the ends, forward and backward, and
    where weights learn their gradients."""
    return (3 if isinstance(method, Full) else 2) * (facts.num_layers + 1)
