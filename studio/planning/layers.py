"""The matrices of one layer of a model, as transformers stores them and as an adapter finds them."""

from __future__ import annotations

import msgspec

from studio.job import Full, Method
from studio.models.local import ModelFacts

_FUSED_QKV = frozenset(
    ["phi3", "gpt2", "gpt_neox", "gpt_bigcode", "bloom", "falcon", "mpt", "persimmon", "dbrx", "codegen"]
)
_NOT_ROTARY = frozenset(["gpt2", "gpt_neo", "gpt_bigcode", "bloom", "mpt", "opt"])
_FUSED_GATE_UP = frozenset(["phi3", "glm", "glm4"])
_SANDWICHED = frozenset(["gemma2", "gemma3", "gemma3_text", "glm4"])
"""Families with norms after attention and MLP too."""
_PARALLEL = frozenset(["gpt_neox", "gptj", "codegen", "falcon", "phi"])
"""Families whose attention and MLP read the same place of the residual stream."""
_QK_NORM = frozenset(["qwen3", "qwen3_moe", "gemma3", "gemma3_text", "olmo2", "olmo3"])
_GELU_IN_STEPS = frozenset(["gpt2", "gpt_neo", "gptj", "codegen", "gpt_bigcode", "phi"])
"""Families whose activation is written out in small steps, each of which keeps its result."""


class Linear(msgspec.Struct, frozen=True):
    """One weight matrix, or `copies` of them side by side."""

    inputs: int
    outputs: int
    copies: int = 1
    ranks: int = 1
    """An adapter on it has this many times the chosen rank."""

    @property
    def size(self) -> int:
        """Weights."""
        return self.copies * self.inputs * self.outputs


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
    fused_qkv: bool
    rotary: bool
    gelu_in_steps: bool
    qk_norm: bool
    norms: int
    """Different tensors of the residual stream's width that norms read."""
    attention: tuple[Linear, ...]
    mlp: tuple[Linear, ...]

    def adapter_parameters(self, rank: int) -> int:
        """Weights of an adapter on every matrix: rank × (inputs + outputs) of each."""
        each = (linear.copies * linear.ranks * (linear.inputs + linear.outputs) for linear in self.linears)
        return rank * sum(each)

    @property
    def expert_weights(self) -> int:
        """Weights of all experts together; 0 where there are none."""
        return sum(linear.size for linear in self.mlp[1:]) if self.experts_per_token else 0

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
    if fused_qkv:
        qkv = (Linear(hidden, queries + 2 * keys),)
    else:
        qkv = (Linear(hidden, queries), Linear(hidden, keys, copies=2))
    if experts:
        mlp = (
            Linear(hidden, experts),
            Linear(hidden, 2 * inner, copies=experts, ranks=2),
            Linear(inner, hidden, copies=experts),
        )
    elif facts.gated_mlp and kind in _FUSED_GATE_UP:
        mlp = (Linear(hidden, 2 * inner), Linear(inner, hidden))
    else:
        mlp = (Linear(hidden, inner, copies=2 if facts.gated_mlp else 1), Linear(inner, hidden))
    return Layer(
        hidden=hidden,
        inner=inner * max(1, facts.experts_per_token),
        queries=queries,
        keys=keys,
        heads=facts.num_attention_heads,
        key_heads=facts.num_key_value_heads,
        experts_per_token=facts.experts_per_token if experts else 0,
        gated=facts.gated_mlp,
        fused_qkv=fused_qkv,
        rotary=kind not in _NOT_ROTARY,
        gelu_in_steps=kind in _GELU_IN_STEPS,
        qk_norm=kind in _QK_NORM,
        norms=4 if kind in _SANDWICHED else 1 if kind in _PARALLEL else 2,
        attention=(*qkv, Linear(queries, hidden)),
        mlp=mlp,
    )


def trainable_parameters(facts: ModelFacts, method: Method) -> int:
    """Weights that learn: all of them, or the adapter's on every matrix but the head."""
    if isinstance(method, Full):
        return facts.parameters
    return facts.num_layers * read_layer(facts).adapter_parameters(method.rank)
