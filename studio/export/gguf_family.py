"""Which models llama.cpp knows here, and the `llama.*` entries of a GGUF file that say how large each part is."""

from __future__ import annotations

import math
from typing import Any, cast

import msgspec

from studio.errors import ModelProblem


class Family(msgspec.Struct, frozen=True):
    """How the models of one `model_type` are written."""

    architecture: str
    """As gguf names it."""
    interleaved: bool = False
    """Whether llama.cpp rotates neighbouring numbers, so that rows of queries and keys change places."""
    norms_from_zero: bool = False
    """Whether scales of norms are stored as their difference from 1."""


FAMILIES = {
    "llama": Family("LLAMA", interleaved=True),
    "mistral": Family("LLAMA", interleaved=True),
    "qwen2": Family("QWEN2"),
    "qwen3": Family("QWEN3"),
    "gemma": Family("GEMMA", norms_from_zero=True),
    "gemma2": Family("GEMMA2", norms_from_zero=True),
    "gemma3_text": Family("GEMMA3", norms_from_zero=True),
    "phi3": Family("PHI3"),
    "phi": Family("PHI2"),
}


def family_of(config: dict[str, Any]) -> Family:
    """The family of a model by its config.json. Raises ModelProblem where it cannot be written as it is."""
    kind = str(config.get("model_type"))
    if kind not in FAMILIES:
        raise _refused(f"models of the kind {kind} are not known here", f"Known are: {', '.join(FAMILIES)}.")
    for rope in _ropes(config):
        if rope.get("rope_type", rope.get("type", "default")) not in _ROPES:
            raise _refused(f"it stretches positions in a way ({rope.get('rope_type')}) that is not written here")
    if kind in ("gemma2", "gemma3_text"):
        head = int(config.get("head_dim") or 256)
        scalar = config.get("query_pre_attn_scalar") or 256
        of_27b = int(config["hidden_size"]) // int(config["num_attention_heads"])
        layers = int(config["num_hidden_layers"])
        if scalar != (of_27b if layers in (46, 62) else head):
            raise _refused("it scales its attention otherwise than llama.cpp does")
    return FAMILIES[kind]


_ROPES = ("default", "linear", "llama3", "yarn")


def _ropes(config: dict[str, Any]) -> list[dict[str, Any]]:
    """How positions are turned: one way, or one for each kind of layer."""
    rope: dict[str, Any] = config.get("rope_parameters") or config.get("rope_scaling") or {}
    several = [cast("dict[str, Any]", each) for each in rope.values() if isinstance(each, dict)]
    return several or [rope]


def rope_of(config: dict[str, Any]) -> dict[str, Any]:
    """How positions are turned in layers with full attention, with `rope_theta`."""
    rope: dict[str, Any] = config.get("rope_parameters") or config.get("rope_scaling") or {}
    rope = rope.get("full_attention") or rope
    return {"rope_theta": config.get("rope_theta") or 10_000.0, "rope_type": "default", **rope}


def write_facts(writer: Any, config: dict[str, Any], name: str) -> None:
    """The entries that say how large a model is, into a `gguf.GGUFWriter`. `config`: complete, with all defaults."""
    import gguf

    heads = int(config["num_attention_heads"])
    head_dim = int(config.get("head_dim") or config["hidden_size"] // heads)
    rope = rope_of(config)
    kind = str(config["model_type"])
    context = int(config["max_position_embeddings"])
    window = config.get("sliding_window") if config.get("use_sliding_window", True) else None
    writer.add_type(gguf.GGUFType.MODEL)
    writer.add_name(name)
    writer.add_context_length(min(context, window) if kind == "mistral" and window else context)
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(heads)
    writer.add_head_count_kv(config.get("num_key_value_heads") or heads)
    writer.add_key_length(head_dim)
    writer.add_value_length(head_dim)
    writer.add_vocab_size(config["vocab_size"])
    writer.add_rope_dimension_count(int(head_dim * (rope.get("partial_rotary_factor") or 1)))
    writer.add_rope_freq_base(float(rope["rope_theta"]))
    if kind == "phi":
        writer.add_layer_norm_eps(float(config["layer_norm_eps"]))
    else:
        writer.add_layer_norm_rms_eps(float(config["rms_norm_eps"]))
    if kind in ("gemma2", "gemma3_text", "phi3") and window:
        writer.add_sliding_window(int(window))
    if kind == "gemma2":
        writer.add_attn_logit_softcapping(float(config["attn_logit_softcapping"]))
        writer.add_final_logit_softcapping(float(config["final_logit_softcapping"]))
    if rope["rope_type"] == "linear":
        writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(float(rope["factor"]))
    if rope["rope_type"] == "yarn":
        writer.add_rope_scaling_type(gguf.RopeScalingType.YARN)
        writer.add_rope_scaling_factor(float(rope["factor"]))
        writer.add_rope_scaling_orig_ctx_len(int(rope.get("original_max_position_embeddings") or context))


def llama3_factors(config: dict[str, Any]) -> list[float] | None:
    """By how much each pair of a head turns more slowly (Llama 3.1); None: not at all."""
    rope = rope_of(config)
    if rope["rope_type"] != "llama3":
        return None
    size = int(config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"])
    factor, low, high = float(rope["factor"]), float(rope["low_freq_factor"]), float(rope["high_freq_factor"])
    before = int(rope["original_max_position_embeddings"])
    factors: list[float] = []
    for pair in range(0, size, 2):
        turns = before * float(rope["rope_theta"]) ** (-pair / size) / (2 * math.pi)
        smooth = min(max((turns - low) / (high - low), 0.0), 1.0)
        factors.append(1 / ((1 - smooth) / factor + smooth))
    return factors


def _refused(why: str, hint: str = "") -> ModelProblem:
    return ModelProblem(
        f"This model cannot become a GGUF file: {why}.",
        f"{hint} Export it merged: transformers and vLLM read that.".strip(),
    )
