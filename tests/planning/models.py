"""Facts of well-known models, and a card, for plans without a file."""

from __future__ import annotations

from typing import Any

import numpy as np

from studio.hardware.device import GIB, Device, Program
from studio.job import Method, Precision, TrainJob
from studio.models.local import ModelFacts
from studio.planning.activations import kept_bytes, layer_tape
from studio.planning.measurement import Measurement
from studio.planning.plan_job import JobToPlan

RTX_3090 = Device(
    id="cuda:0",
    name="NVIDIA GeForce RTX 3090",
    kind="cuda",
    total_bytes=round(23.69 * GIB),
    free_bytes=round(20.17 * GIB),
    used_by_others_bytes=round(3.52 * GIB),
    others=(Program(name="Firefox", used_bytes=round(3.11 * GIB), pid=1),),
    compute_capability=(8, 6),
)
FREE_3090 = Device(
    id="cuda:0",
    name="NVIDIA GeForce RTX 3090",
    kind="cuda",
    total_bytes=round(23.69 * GIB),
    free_bytes=round(23.69 * GIB),
    compute_capability=(8, 6),
)
PROCESSOR = Device(id="cpu", name="CPU, 8 cores", kind="cpu", total_bytes=16 * GIB, free_bytes=14 * GIB)


def facts(**changes: Any) -> ModelFacts:
    """Qwen3-4B by default."""
    told: dict[str, Any] = {
        "name": "Qwen3-4B",
        "folder": "",
        "model_type": "qwen3",
        "architecture": "Qwen3ForCausalLM",
        "parameters": 4_022_468_096,
        "weight_bytes": 8_044_936_192,
        "weights_dtype": "bfloat16",
        "hidden_size": 2560,
        "intermediate_size": 9728,
        "num_layers": 36,
        "num_attention_heads": 32,
        "num_key_value_heads": 8,
        "head_dim": 128,
        "vocab_size": 151_936,
        "tied_embeddings": True,
        "max_positions": 40_960,
        "gated_mlp": True,
        "has_weights": True,
        "chat_template": True,
    }
    return ModelFacts(**{**told, **changes})


def to_plan(
    job: TrainJob,
    facts: ModelFacts,
    lengths: np.ndarray,
    device: Device,
    num_targets: np.ndarray | None = None,
    measurement: Measurement | None = None,
) -> JobToPlan:
    """As many targets as tokens, unless said otherwise."""
    targets = lengths if num_targets is None else num_targets
    return JobToPlan(job=job, facts=facts, lengths=lengths, num_targets=targets, device=device, measurement=measurement)


LLAMA_2_13B = facts(
    name="Llama-2-13b",
    model_type="llama",
    architecture="LlamaForCausalLM",
    parameters=13_015_864_320,
    weight_bytes=26_031_728_640,
    hidden_size=5120,
    intermediate_size=13_824,
    num_layers=40,
    num_attention_heads=40,
    num_key_value_heads=40,
    vocab_size=32_000,
    tied_embeddings=False,
    max_positions=4096,
    chat_template=False,
)
SMALL = facts(
    name="small",
    model_type="llama",
    parameters=3_000_000,
    weight_bytes=12_000_000,
    weights_dtype="float32",
    hidden_size=192,
    intermediate_size=512,
    num_layers=5,
    num_attention_heads=4,
    num_key_value_heads=4,
    head_dim=48,
    vocab_size=1024,
)


def layer_bytes_per_token(facts: ModelFacts, method: Method, precision: Precision) -> int:
    """What one layer keeps per token for the backward pass on a card, its input included."""
    one, two = (kept_bytes(layer_tape(facts, method, precision, tokens, on_processor=False)) for tokens in (1, 2))
    return two - one
