"""Tells from the headers of its weights whether a model is whole: what is missing would be random numbers."""

from __future__ import annotations

import re
from collections import defaultdict

from studio.errors import ModelProblem
from studio.models.shape import Shape
from studio.models.weights import EMBEDDING, HEAD, Weights

Sides = tuple[int, ...]

_OF_LAYER = re.compile(r"(?:^|\.)(?:layers|h|blocks)\.(\d+)\.(.+)$")
_LAST_NORM = re.compile(r"(?:^|\.)(?:norm|final_layer_norm|ln_f|final_layernorm)\.weight$")
_SEPARATE = frozenset(
    {"llama", "mistral", "qwen2", "qwen3", "gemma", "gemma2", "gemma3_text", "granite", "smollm3", "olmo2", "olmo3"}
)
"""Families whose layers hold queries, keys, values, gate and up as matrices of their own."""
_ALIKE = _SEPARATE | {"phi3", "phi", "gpt2", "gpt_neox", "starcoder2", "cohere", "mixtral", "qwen3_moe"}
"""Families in which all layers, or all that have experts, hold weights of the same names and shapes."""


def check_whole(shape: Shape, weights: Weights) -> None:
    """Raises ModelProblem where weights are missing or have another shape than config.json says."""
    tensors = {name: tensor.shape for name, tensor in weights.tensors.items() if "vision" not in name}
    missing = _missing_tables(shape, list(tensors))
    if shape.model_type in _ALIKE:
        layers = _by_layer(tensors)
        expected = _expected(shape)
        missing += _missing_in_layers(layers, expected)
        _check_sides(layers, expected)
    if missing:
        raise ModelProblem(
            f"{len(missing):,} weights of this model are missing, the first is {missing[0]}.",
            "Download the model again: it would be partly random.",
        )


def _missing_tables(shape: Shape, names: list[str]) -> list[str]:
    """The table of words, the last norm and, where it is no copy of the table, the output head."""
    wanted = {"embed_tokens.weight": EMBEDDING}
    if shape.model_type in _ALIKE:
        wanted["norm.weight"] = _LAST_NORM
    if shape.tied_embeddings is False and shape.architecture.endswith(("ForCausalLM", "LMHeadModel")):
        wanted["lm_head.weight"] = HEAD
    return [told for told, pattern in wanted.items() if not any(pattern.search(name) for name in names)]


def _by_layer(tensors: dict[str, Sides]) -> dict[int, dict[str, Sides]]:
    layers: dict[int, dict[str, Sides]] = defaultdict(dict)
    for name, sides in tensors.items():
        if match := _OF_LAYER.search(name):
            layers[int(match[1])][match[2]] = sides
    return dict(layers)


def _expected(shape: Shape) -> dict[str, Sides]:
    """What every layer must hold, with its shape: (out, in) of matrices."""
    if shape.model_type not in _SEPARATE:
        return {}
    hidden, middle = shape.hidden_size, shape.intermediate_size
    queries, keys = shape.num_attention_heads * shape.head_dim, shape.num_key_value_heads * shape.head_dim
    norms = ["post_attention_layernorm"]
    if shape.model_type in ("olmo2", "olmo3", "gemma2", "gemma3_text"):
        norms.append("post_feedforward_layernorm")
    if shape.model_type in ("gemma2", "gemma3_text"):
        norms.append("pre_feedforward_layernorm")
    if not shape.model_type.startswith("olmo"):
        norms.append("input_layernorm")
    biases: dict[str, Sides] = {}
    if shape.model_type == "qwen2":
        biases = {f"self_attn.{part}_proj.bias": (side,) for part, side in (("q", queries), ("k", keys), ("v", keys))}
    return {
        "self_attn.q_proj.weight": (queries, hidden),
        "self_attn.k_proj.weight": (keys, hidden),
        "self_attn.v_proj.weight": (keys, hidden),
        "self_attn.o_proj.weight": (hidden, queries),
        "mlp.gate_proj.weight": (middle, hidden),
        "mlp.up_proj.weight": (middle, hidden),
        "mlp.down_proj.weight": (hidden, middle),
        **{f"{norm}.weight": (hidden,) for norm in norms},
        **biases,
    }


def _missing_in_layers(layers: dict[int, dict[str, Sides]], expected: dict[str, Sides]) -> list[str]:
    """What the layers must hold or others of their kind hold."""
    kinds: dict[bool, set[str]] = defaultdict(lambda: set(expected))
    for held in layers.values():
        kinds[_has_experts(held)].update(name for name in held if not name.endswith((".inv_freq", "attn.bias")))
    return [
        f"{name} of layer {layer}"
        for layer, held in sorted(layers.items())
        for name in sorted(kinds[_has_experts(held)] - held.keys())
        if not name.endswith("masked_bias")
    ]


def _has_experts(held: dict[str, Sides]) -> bool:
    return any("experts." in name for name in held)


def _check_sides(layers: dict[int, dict[str, Sides]], expected: dict[str, Sides]) -> None:
    first: dict[str, Sides] = layers[min(layers)] if layers else {}
    for layer, held in layers.items():
        for name, sides in held.items():
            wanted = expected.get(name, sides if _has_experts(held) else first.get(name, sides))
            if sides != wanted:
                raise ModelProblem(
                    f"{name} of layer {layer} is {_times(sides)}, and should be {_times(wanted)}.",
                    "The files belong to different models: download all of them again.",
                )


def _times(sides: Sides) -> str:
    return " × ".join(f"{side:,}" for side in sides) or "a single number"
