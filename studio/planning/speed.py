"""How long one micro-batch takes: a fixed part per pass and a part per token, from arithmetic and a device's rate."""

from __future__ import annotations

import math
import time
from functools import cache

import numpy as np

from studio.hardware.cards import known_card
from studio.hardware.device import GIB, Device
from studio.hardware.processor import count_cores
from studio.job import Checkpointing, Full, Lora, Method, Precision
from studio.models.local import ModelFacts

_USED_ON_CARD = 0.45
"""Share of what the card can do on paper that training reaches."""
_GUESSED_RATE_PER_GIB = 30
"""Of an unknown card: gigabytes per second for each GiB it has."""
_USED_ON_PROCESSOR = 0.5
"""Share of a core's rate on small products that training reaches: 0.56 with the starter model."""
_GAIN_OF_THREADS = 0.85
"""Four threads do the work of about 3.2."""
_GAIN_OF_BFLOAT16 = 1.4
"""Measured with models of 5 and 30 million weights: 1.3 to 1.7, products alone up to five."""
_SECONDS_PER_LAYER = {"card": 0.9e-3, "processor": 1.5e-3}
"""Launching a layer's kernels forward and backward, whatever the number of tokens: about 150 kernels on a card; on a
processor measured with the starter model (7 ms for a micro-batch more). Several threads wait for each other
at every product: half as much again, measured with a model of 5 million weights (10 ms with three threads, 7 with
one)."""


def device_flops(facts: ModelFacts, device: Device, precision: Precision, *, sharers: int = 1) -> float:
    """Floating-point operations per second that training this model gets out of the device; `sharers`: processes that
    share a processor's cores."""
    if device.kind == "cpu":
        threads = busy_threads(facts, max(1, count_cores() // sharers))
        rate = _core_flops() * threads**_GAIN_OF_THREADS * _USED_ON_PROCESSOR
        return rate * (_GAIN_OF_BFLOAT16 if precision != "float32" and device.multiplies_bfloat16 else 1.0)
    if (card := known_card(device.name)) is not None:
        return (card.single_tflops if precision == "float32" else card.low_tflops) * 1e12 * _USED_ON_CARD
    guess = device.total_bytes / GIB * 3e12  # unknown: larger cards are faster, about 70 TFLOP/s with 24 GiB
    return guess * (0.5 if precision == "float32" else 1.0) * _USED_ON_CARD


def busy_threads(facts: ModelFacts, cores: int) -> int:
    """Threads that the model's matrix products keep busy; small ones only wait.

    One core is left to everything else: threads wait for each other at every product, and where another program takes
    one core of four for a moment, four threads are twenty times slower and three a tenth.
    """
    operations = 2 * 1024 * facts.hidden_size * facts.intermediate_size
    return max(1, min(cores if cores < 3 else cores - 1, operations // 100_000_000))


@cache
def _core_flops() -> float:
    """What one core reaches, measured once in 20 ms.

    The matrices are so small that they are multiplied by one thread: how long several threads wait for each other
    depends on what else the computer does, and differs tenfold from one moment to the next.
    """
    a = np.random.default_rng(0).standard_normal((64, 64), dtype=np.float32)
    product = np.empty_like(a)
    best = math.inf
    until = time.perf_counter() + 0.02
    while (began := time.perf_counter()) < until:
        np.matmul(a, a, out=product)
        best = min(best, time.perf_counter() - began)
    return 2 * 64**3 / best


def seconds_of_pass(facts: ModelFacts, method: Method, checkpointing: Checkpointing, device: Device) -> float:
    """The part of a micro-batch's time that does not depend on its tokens."""
    once = _SECONDS_PER_LAYER["processor" if device.kind == "cpu" else "card"] * facts.num_layers
    if device.kind == "cpu" and busy_threads(facts, count_cores()) > 1:
        once *= 1.5
    once *= 1.3 if checkpointing == "on" else 1.0
    return once + (_seconds_of_restoring(facts, method, checkpointing, device) if device.is_gpu else 0.0)


def _seconds_of_restoring(facts: ModelFacts, method: Method, checkpointing: Checkpointing, device: Device) -> float:
    """Compressed weights are read, written in 16 bits and read again, forward, backward and where recomputed."""
    if not isinstance(method, Lora) or method.quantization is None:
        return 0.0
    stored = 1.0 if method.quantization == "int8" else 0.5
    card = known_card(device.name)
    rate = 1e9 * (card.gigabytes_per_second if card else _GUESSED_RATE_PER_GIB * device.total_bytes / GIB)
    passes = 3 if checkpointing == "on" else 2
    return passes * (stored + 2 + 2) * facts.num_layers * _weights_of_layer(facts) / rate


def flops_per_token(
    facts: ModelFacts, method: Method, checkpointing: Checkpointing, mean_length: float
) -> tuple[float, float]:
    """Operations per padded token in the layers, and per target token in the head.

    Forward 2, input gradient 2 and, where weights learn, weight gradient 2 per weight; recomputing adds 2.
    """
    linear = _weights_of_layer(facts)
    queries = facts.num_attention_heads * facts.head_dim
    full, passes = isinstance(method, Full), passes_of(method, checkpointing)
    attention = 2 * queries * mean_length / 2 * (passes / 2)  # causal: half of the scores
    head = facts.hidden_size * facts.num_scores * (6 if full else 4)
    return facts.num_layers * (linear * passes + attention), head


FORWARD = 2
"""Operations per weight and token."""


def passes_of(method: Method, checkpointing: Checkpointing) -> int:
    """Operations per weight and token of a layer, forward and backward."""
    return FORWARD * ((3 if isinstance(method, Full) else 2) + (checkpointing == "on"))


def _weights_of_layer(facts: ModelFacts) -> int:
    """In matrices that a token meets."""
    inner = facts.intermediate_size * max(1, facts.experts_per_token)
    queries = facts.num_attention_heads * facts.head_dim
    keys = facts.num_key_value_heads * facts.head_dim
    return facts.hidden_size * (2 * queries + 2 * keys + (3 if facts.gated_mlp else 2) * inner)
