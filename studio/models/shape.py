"""What a config.json says about a model's shape, read by meaning: families name the same number differently."""

from __future__ import annotations

from typing import cast

import msgspec

from studio.errors import ModelProblem

Config = dict[str, object]
MAX_LAYERS = 10_000

_UNGATED = frozenset(
    {
        "gpt2",
        "gpt_neox",
        "gpt_neo",
        "gptj",
        "gpt_bigcode",
        "falcon",
        "opt",
        "phi",
        "bloom",
        "mpt",
        "codegen",
        "starcoder2",
        "nemotron",
        "biogpt",
        "xglm",
    }
)
"""Families whose feed-forward part is two matrices; the others have a third one, the gate."""
_TIED_BY_DEFAULT = frozenset(
    {
        "gpt2",
        "gpt_neo",
        "gpt_bigcode",
        "falcon",
        "opt",
        "bloom",
        "mpt",
        "gemma",
        "gemma2",
        "gemma3",
        "gemma3_text",
        "cohere",
        "cohere2",
        "biogpt",
        "xglm",
    }
)
_QKV_BIAS = frozenset({"qwen2", "qwen2_moe", "gpt2", "gpt_neox", "phi", "opt", "bloom", "starcoder2", "gpt_bigcode"})
_OUTPUT_BIAS = frozenset({"gpt2", "gpt_neox", "phi", "opt", "bloom", "starcoder2", "gpt_bigcode"})
_QK_NORM = frozenset({"qwen3", "qwen3_moe", "gemma3", "gemma3_text"})
_WIDE_QK_NORM = frozenset({"olmo2", "olmo3"})
"""Families whose norms of queries and keys have a scale for every number of every head."""
_LAYER_NORM = frozenset({"gpt2", "gpt_neox", "phi", "opt", "bloom", "starcoder2", "gpt_bigcode", "falcon"})
"""Families whose norms have a bias beside the scale."""
_NORMS_PER_LAYER = {"gemma2": 4, "gemma3": 4, "gemma3_text": 4, "phi": 1, "cohere": 1, "cohere2": 1, "olmo": 0}


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers that decide how large a model is."""

    model_type: str
    architecture: str
    hidden_size: int
    intermediate_size: int
    """Width of the feed-forward part; of one expert where there are experts."""
    num_layers: int
    num_attention_heads: int
    num_key_value_heads: int
    head_dim: int
    vocab_size: int
    tied_embeddings: bool | None
    """None: config.json does not say."""
    max_positions: int
    num_experts: int
    experts_per_token: int
    gated_mlp: bool
    dtype: str
    """As named in config.json, empty where it is not."""
    parameters: int
    """By the formula: exact for the plain families, close for the others."""


def read_shape(config: Config) -> Shape:
    """The shape in a parsed config.json. Raises ModelProblem where a number is missing or no number."""
    nested = config.get("text_config")
    text: Config = {**config, **cast("Config", nested)} if isinstance(nested, dict) else config
    model_type = str(text.get("model_type", ""))
    hidden = _number(text, "hidden_size", "n_embd", "d_model", "dim")
    heads = _number(text, "num_attention_heads", "n_head", "n_heads", "num_heads")
    experts = _number(text, "num_local_experts", "num_experts", "n_routed_experts", default=0)
    max_positions = _number(
        text, "max_position_embeddings", "n_positions", "max_seq_len", "n_ctx", "seq_length", default=2048
    )
    tied = config.get("tie_word_embeddings", text.get("tie_word_embeddings"))
    architectures = config.get("architectures")
    numbers = Shape(
        model_type=model_type,
        architecture=str(cast("list[object]", architectures)[0])
        if isinstance(architectures, list) and architectures
        else "",
        hidden_size=hidden,
        intermediate_size=_intermediate(text, hidden, experts),
        num_layers=_number(text, "num_hidden_layers", "n_layer", "n_layers", "num_layers"),
        num_attention_heads=heads,
        num_key_value_heads=_key_value_heads(text, heads),
        head_dim=_number(text, "head_dim", default=hidden // heads),
        vocab_size=_number(text, "vocab_size"),
        tied_embeddings=tied if isinstance(tied, bool) else None,
        max_positions=max_positions,
        num_experts=experts,
        experts_per_token=_number(text, "num_experts_per_tok", "num_experts_per_token", default=0) if experts else 0,
        gated_mlp=model_type not in _UNGATED,
        dtype=str(text.get("dtype") or text.get("torch_dtype") or "").removeprefix("torch."),
        parameters=0,
    )
    if numbers.num_layers > MAX_LAYERS:
        raise ModelProblem(
            f"config.json of the model claims {numbers.num_layers:,} layers.", "Download config.json again."
        )
    return msgspec.structs.replace(numbers, parameters=count_parameters(numbers, text))


def tied(shape: Shape, *, output_head_stored: bool | None) -> bool:
    """Whether reading and writing share one table of words: as config.json, the weights or the family say."""
    if shape.tied_embeddings is not None:
        return shape.tied_embeddings
    if output_head_stored is not None:
        return not output_head_stored
    return shape.model_type in _TIED_BY_DEFAULT


def count_parameters(shape: Shape, config: Config) -> int:
    """Numbers in the model, from its shape alone."""
    kind, hidden = shape.model_type, shape.hidden_size
    queries = shape.num_attention_heads * shape.head_dim
    keys = shape.num_key_value_heads * shape.head_dim
    norm = 2 * hidden if kind in _LAYER_NORM else 0 if kind == "olmo" else hidden

    attention = hidden * (queries + 2 * keys) + queries * hidden
    if kind in _QKV_BIAS or config.get("attention_bias") is True or config.get("bias") is True:
        attention += queries + 2 * keys
    if kind in _OUTPUT_BIAS or config.get("attention_bias") is True or config.get("bias") is True:
        attention += hidden
    if kind in _QK_NORM:
        attention += 2 * shape.head_dim
    if kind in _WIDE_QK_NORM:
        attention += queries + keys

    layers = shape.num_layers
    dense = sum(_is_dense(config, layer) for layer in range(layers))
    feed_forward = dense * _feed_forward(shape, config, dense=True)
    feed_forward += (layers - dense) * _feed_forward(shape, config, dense=False)
    norms = _NORMS_PER_LAYER.get(kind, 2)
    if kind == "falcon" and config.get("new_decoder_architecture") is not True:
        norms = 1 if config.get("parallel_attn", True) else 2
    total = layers * (attention + norms * norm) + feed_forward + norm
    total += shape.vocab_size * hidden
    if not tied(shape, output_head_stored=None):
        total += shape.vocab_size * (hidden + (1 if kind == "phi" else 0))
    if kind in ("gpt2", "gpt_bigcode", "gpt_neo"):
        total += shape.max_positions * hidden
    return total


def _is_dense(config: Config, layer: int) -> bool:
    """Whether a layer of a mixture of experts has none."""
    dense_layers = config.get("mlp_only_layers")
    step = max(1, _number(config, "decoder_sparse_step", default=1))
    return (isinstance(dense_layers, list) and layer in dense_layers) or (layer + 1) % step != 0


def _feed_forward(shape: Shape, config: Config, *, dense: bool) -> int:
    """Parameters of one layer's feed-forward part, all experts and their router included."""
    hidden, matrices = shape.hidden_size, 3 if shape.gated_mlp else 2
    if not shape.num_experts or dense:
        width = shape.intermediate_size
        if dense:
            width = _number(config, "intermediate_size", default=width)
        biased = shape.model_type in _OUTPUT_BIAS or config.get("mlp_bias") is True or config.get("bias") is True
        biases = (matrices - 1) * width + hidden if biased else 0
        return matrices * hidden * width + biases
    one = matrices * hidden * shape.intermediate_size
    shared = _number(config, "shared_expert_intermediate_size", default=0)
    return shape.num_experts * (one + hidden) + matrices * hidden * shared + (hidden if shared else 0)


def _intermediate(config: Config, hidden: int, experts: int) -> int:
    names = ("intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size", "hidden_dim")
    if experts:
        names = ("moe_intermediate_size", *names)
    return _number(config, *names, default=4 * hidden)


def _key_value_heads(config: Config, heads: int) -> int:
    if config.get("multi_query") is True and config.get("new_decoder_architecture") is not True:
        return 1
    return _number(config, "num_key_value_heads", "num_kv_heads", "n_head_kv", default=heads)


def _number(config: Config, *names: str, default: int | None = None) -> int:
    """The first of the alternative names that holds a number."""
    for name in names:
        value = config.get(name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**9:
            raise ModelProblem(
                f"config.json of the model gives {str(value)[:40]!r} for {name}, which should be a whole number.",
                "Download config.json again.",
            )
        if value == 0 and default is None:
            raise ModelProblem(f"config.json of the model gives 0 for {name}.", "Download config.json again.")
        return value
    if default is None:
        raise ModelProblem(
            f"config.json of the model does not say its {names[0]}.",
            "Choose the folder of a language model that writes text, such as Llama, Qwen, Mistral or Gemma.",
        )
    return default
