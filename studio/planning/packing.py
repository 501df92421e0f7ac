"""Whether the rows of a micro-batch will stand one after the other; the engine finds out for certain by trying."""

from __future__ import annotations

from studio.hardware.device import Device
from studio.job import Learning, Precision
from studio.models.local import ModelFacts

PACKED_FAMILIES = frozenset(
    [
        "arcee",
        "cohere",
        "cohere2",
        "ernie4_5",
        "exaone4",
        "gemma",
        "gemma3_text",
        "glm",
        "glm4",
        "gpt2",
        "gpt_neox",
        "granite",
        "granitemoe",
        "llama",
        "mistral",
        "mixtral",
        "olmo",
        "olmo2",
        "olmo3",
        "olmoe",
        "phi",
        "phi3",
        "qwen2",
        "qwen2_moe",
        "qwen3",
        "qwen3_moe",
        "seed_oss",
        "smollm3",
        "starcoder2",
    ]
)
"""Where attention alone mixes positions, through transformers' common door."""


def can_pack(learning: Learning, kind: str, precision: Precision) -> bool:
    """Whether this device has attention for packed rows, and the run asks for nothing that needs padded ones.

    Noise on embeddings is scaled by the length of each row, which padded rows show. Cards pack 16-bit numbers only.
    """
    return not learning.neftune_alpha and (kind == "cpu" or (kind == "cuda" and precision != "float32"))


def packs_rows(facts: ModelFacts, learning: Learning, device: Device, precision: Precision) -> bool:
    """What to expect of this model."""
    return can_pack(learning, device.kind, precision) and facts.model_type in PACKED_FAMILIES
