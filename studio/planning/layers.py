"""The matrices of one layer of a model, as transformers stores them and as an adapter finds them."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.job import Full, Lora, Method
from studio.models.local import ModelFacts

_FUSED_QKV = frozenset(
    ["phi3", "gpt2", "gpt_neox", "gpt_bigcode", "bloom", "falcon", "mpt", "persimmon", "dbrx", "codegen"]
)
_NOT_ROTARY = frozenset(["gpt2", "gpt_neo", "gpt_bigcode", "bloom", "mpt", "opt"])
_TWO_ROTATIONS = frozenset(["gemma3", "gemma3_text"])
_POSITION_TABLE = frozenset(["gpt2", "gpt_neo", "gpt_bigcode", "opt"])
_FUSED_GATE_UP = frozenset(["phi3", "glm", "glm4"])
_SANDWICHED = frozenset(["gemma2", "gemma3", "gemma3_text", "glm4"])
"""Families with norms after attention and MLP too."""
_PARALLEL = frozenset(["gpt_neox", "gptj", "codegen", "falcon", "phi"])
"""Families whose attention and MLP read the same place of the residual stream."""
_LATE_NORMS = frozenset(["olmo2", "olmo3"])
"""Families whose norms all read what attention and MLP give."""
_LAYER_NORM = frozenset(["olmo", "cohere", "cohere2", "stablelm"])
"""Families with a gated MLP and layer norms."""
_SCALED_BRANCHES = frozenset(["granite", "granitemoe"])
_BIASED = frozenset(["gpt2", "gpt_bigcode", "gpt_neo", "gpt_neox", "phi", "opt", "bloom", "starcoder2", "codegen"])
_GELU_GATED = frozenset(["gemma", "gemma2", "gemma3", "gemma3_text"])
_OTHER_LINEARS = frozenset(["gpt2", "falcon"])
"""Families whose matrices are no plain linear layers, so that adapters on them stay peft's."""
_FLOAT32_ANGLES = frozenset(["olmo", "olmo2", "olmo3"])
"""Families that rotate in float32 whatever the dtype of their weights."""
_QK_NORM = frozenset(["qwen3", "qwen3_moe", "gemma3", "gemma3_text", "olmo2", "olmo3"])
_GELU_IN_STEPS = frozenset(["gpt2", "gpt_neo", "gptj", "codegen", "gpt_bigcode", "phi"])
"""Families whose activation is written out in small steps, each of which keeps its result."""


_NAMES = {
    "phi3": "self_attn.qkv_proj - - self_attn.o_proj mlp.gate_up_proj - mlp.down_proj",
    "gpt2": "attn.c_attn - - attn.c_proj - mlp.c_fc mlp.c_proj",
    "gpt_bigcode": "attn.c_attn - - attn.c_proj - mlp.c_fc mlp.c_proj",
    "gpt_neox": "attention.query_key_value - - attention.dense - mlp.dense_h_to_4h mlp.dense_4h_to_h",
    "falcon": "self_attention.query_key_value - - self_attention.dense - mlp.dense_h_to_4h mlp.dense_4h_to_h",
    "bloom": "self_attention.query_key_value - - self_attention.dense - mlp.dense_h_to_4h mlp.dense_4h_to_h",
    "starcoder2": "self_attn.q_proj self_attn.k_proj self_attn.v_proj self_attn.o_proj - mlp.c_fc mlp.c_proj",
    "phi": "self_attn.q_proj self_attn.k_proj self_attn.v_proj self_attn.dense - mlp.fc1 mlp.fc2",
}
_USUAL_NAMES = (
    "self_attn.q_proj self_attn.k_proj self_attn.v_proj self_attn.o_proj mlp.gate_proj mlp.up_proj mlp.down_proj"
)
"""Of query, key, value, output, gate, up and down; of fused ones the first."""


class Linear(msgspec.Struct, frozen=True):
    """One weight matrix, or `copies` of them side by side."""

    name: str
    """Its name within the layer; empty where it cannot be chosen for an adapter alone."""
    reads: Literal["attention", "heads", "mlp", "inner", "router"]
    """What it reads: the same as others that feed the attention, what the heads make, as others that begin the MLP,
    what is inside the MLP."""
    inputs: int
    outputs: int
    copies: int = 1
    ranks: int = 1
    """An adapter on it has this many times the chosen rank."""

    @property
    def size(self) -> int:
        """Weights."""
        return self.copies * self.inputs * self.outputs

    def is_called(self, ending: str) -> bool:
        """Whether this is (an ending of) its name, or its name with more before it."""
        return bool(self.name) and (f".{self.name}".endswith(f".{ending}") or ending.endswith(f".{self.name}"))


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """One layer. Widths are those of a token: where there are experts, of all those that it visits."""

    hidden: int
    inner: int
    queries: int
    keys: int
    heads: int
    key_heads: int
    experts_per_token: int
    gated: bool
    fused_gate_up: bool
    lean_mlp: bool
    """Whether the engine's own gated MLP, which keeps less, stands in its place."""
    fused_qkv: bool
    plain_linears: bool
    """Whether the engine's own adapters can stand on its matrices."""
    rotations: int
    """Ways of turning queries and keys by their positions that the layers of a model take turns with."""
    float32_angles: bool
    gelu_in_steps: bool
    qk_norm: bool
    parallel: bool
    """Whether attention and MLP read the same place of the residual stream,"""
    norms_in_parallel: int
    """through so many norms."""
    norms_before: bool
    norms_after: bool
    """Whether norms stand in front of attention and MLP, and behind them."""
    scaled_branches: bool
    """Whether what they make is multiplied by a number before it joins the stream."""
    spread_keys: bool
    """Whether keys and values are copied for each of the heads that share them."""
    biased: bool
    """Whether matrices have biases."""
    names_attention: bool
    """Whether the layer has a name for what attention said until its end."""
    masked: bool
    """Whether attention is given a mask of all pairs of tokens."""
    matrices_as_they_are: bool
    """Whether products read the stored weights themselves, so that autocast keeps its casts of them."""
    head_width: int
    rms: bool
    """Whether these are root-mean-square norms."""
    attention: tuple[Linear, ...]
    mlp: tuple[Linear, ...]

    def targets(self, method: Lora) -> tuple[Linear, ...]:
        """The matrices that get an adapter; all of them where names are chosen that are not known here."""
        if not method.targets:
            return self.linears
        in_attention = self.attention if "attention" in method.targets else ()
        chosen = [
            linear
            for linear in self.linears
            if linear in in_attention or any(linear.is_called(ending) for ending in method.targets)
        ]
        return tuple(chosen) or self.linears

    def width(self, linear: Linear) -> int:
        """Numbers per token that it reads."""
        return {"heads": self.queries, "inner": self.inner}.get(linear.reads, self.hidden)

    @property
    def linears(self) -> tuple[Linear, ...]:
        """All matrices."""
        return self.attention + self.mlp


def read_layer(facts: ModelFacts) -> Layer:
    """The layer of a model with these facts."""
    kind, hidden, inner = facts.model_type, facts.hidden_size, facts.intermediate_size
    queries, keys = facts.num_attention_heads * facts.head_dim, facts.num_key_value_heads * facts.head_dim
    experts = facts.num_experts
    fused_qkv = kind in _FUSED_QKV
    spread_keys = kind == "falcon" and facts.num_key_value_heads > 1
    q, k, v, o, gate, up, down = _NAMES.get(kind, _USUAL_NAMES).split()
    if fused_qkv:
        qkv = (Linear(q, "attention", hidden, queries + 2 * keys),)
    else:
        qkv = (
            Linear(q, "attention", hidden, queries),
            Linear(k, "attention", hidden, keys),
            Linear(v, "attention", hidden, keys),
        )
    if experts:
        mlp = (
            Linear("", "router", hidden, experts),
            Linear("", "mlp", hidden, 2 * inner, copies=experts, ranks=2),
            Linear("", "inner", inner, hidden, copies=experts),
        )
    elif facts.gated_mlp and kind in _FUSED_GATE_UP:
        mlp = (Linear(gate, "mlp", hidden, 2 * inner), Linear(down, "inner", inner, hidden))
    else:
        gates = (Linear(gate, "mlp", hidden, inner),) if facts.gated_mlp else ()
        mlp = (*gates, Linear(up, "mlp", hidden, inner), Linear(down, "inner", inner, hidden))
    return Layer(
        hidden=hidden,
        inner=inner * max(1, facts.experts_per_token),
        queries=queries,
        keys=keys,
        heads=facts.num_attention_heads,
        key_heads=facts.num_key_value_heads,
        experts_per_token=facts.experts_per_token if experts else 0,
        gated=facts.gated_mlp,
        fused_gate_up=kind in _FUSED_GATE_UP,
        lean_mlp=facts.gated_mlp and not experts and kind not in _FUSED_GATE_UP | _GELU_GATED,
        fused_qkv=fused_qkv,
        plain_linears=kind not in _OTHER_LINEARS,
        rotations=0 if kind in _NOT_ROTARY else 2 if kind in _TWO_ROTATIONS else 1,
        float32_angles=kind in _FLOAT32_ANGLES,
        gelu_in_steps=kind in _GELU_IN_STEPS,
        qk_norm=kind in _QK_NORM,
        parallel=kind in _PARALLEL,
        norms_in_parallel=2 if kind == "gpt_neox" or spread_keys else 1,
        norms_before=kind not in _LATE_NORMS,
        norms_after=kind in _SANDWICHED | _LATE_NORMS,
        scaled_branches=kind in _SCALED_BRANCHES,
        spread_keys=spread_keys,
        names_attention=kind in ("gpt2", "gpt_bigcode"),
        biased=kind in _BIASED,
        masked=kind == "falcon",
        matrices_as_they_are=kind != "falcon",
        head_width=facts.head_dim,
        rms=facts.gated_mlp and kind not in _LAYER_NORM,
        attention=(*qkv, Linear(o, "heads", queries, hidden)),
        mlp=mlp,
    )


def keeps_embeddings(facts: ModelFacts) -> bool:
    """Whether the stream begins with something made of the embeddings, which themselves stay beside it.

    Checkpointing an adapter makes them learn for the sake of what follows; torch then holds on to them.
    """
    return facts.model_type in _SCALED_BRANCHES | _POSITION_TABLE


class Matrix(msgspec.Struct, frozen=True):
    """Weights that learn and lie in one tensor; `count` tensors of this shape."""

    count: int
    rows: int
    columns: int
    """0: a vector of `rows`."""
    copies: int = 1
    """Matrices in one tensor."""

    @property
    def size(self) -> int:
        """Weights in one tensor."""
        return self.copies * self.rows * max(1, self.columns)


def trainable_matrices(facts: ModelFacts, method: Method) -> list[Matrix]:
    """Everything that learns, by shape: all weights, or those of the adapter. Vectors of a whole model as one."""
    layer, count = read_layer(facts), facts.num_layers
    if isinstance(method, Full):
        tables = 1 if facts.tied_embeddings else 2
        found = [Matrix(count, linear.outputs, linear.inputs, linear.copies) for linear in layer.linears]
        found.append(Matrix(tables, facts.vocab_size, facts.hidden_size))
        if facts.model_type in _POSITION_TABLE:
            found.append(Matrix(1, facts.max_positions, facts.hidden_size))
        rest = facts.parameters - sum(matrix.count * matrix.size for matrix in found)
        return [*found, Matrix(1, max(0, rest), 0)]
    found: list[Matrix] = []
    for linear in layer.targets(method):
        ranks = method.rank * linear.ranks * linear.copies
        found += [Matrix(count, ranks, linear.inputs), Matrix(count, linear.outputs, ranks)]
        if method.decomposed:
            found.append(Matrix(count, linear.outputs, 0))
    if facts.num_labels:  # the output layer is new and learns whole
        found.append(Matrix(1, facts.num_labels, facts.hidden_size))
    return found


def trainable_parameters(facts: ModelFacts, method: Method) -> int:
    """Weights that learn: all of them, or the adapter's."""
    if isinstance(method, Full):
        return facts.parameters
    return sum(matrix.count * matrix.size for matrix in trainable_matrices(facts, method))
