"""Small real models and real example stores for tests of the engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from studio.data.order import EffectiveBatches
from studio.data.store import Example, ExampleStore
from studio.engine.attention import take_over_attention
from studio.engine.batches import MicroBatch, MicroBatches
from studio.engine.checkpoint import Checkpoints, Origin
from studio.engine.control import Control
from studio.engine.gradients import GradientSum, add_gradient
from studio.engine.head import find_head
from studio.engine.lean import make_lean
from studio.engine.load import make_trainable
from studio.engine.numbers import AfterBadNumbers
from studio.engine.optim import make_optimizer
from studio.engine.packing import packs_rows
from studio.engine.train import train
from studio.engine.training import Training
from studio.job import Full, Learning, Lora, Method

VOCABULARY = 97
ORIGIN = Origin(job_hash="job", dataset_hash="data", model_hash="model")
KINDS = ("llama", "mistral", "qwen3", "gemma3", "phi3", "gpt2", "mixtral", "olmo", "olmo2", "granite", "falcon")


def make_store(folder: Path, rows: int = 24, seed: int = 0, longest: int = 40) -> ExampleStore:
    """Rows of very different lengths and numbers of targets, some with nothing to learn."""
    draw = np.random.default_rng(seed)
    examples = []
    for row in range(1, rows + 1):
        length = int(draw.integers(2, longest))
        targets = np.zeros(length, bool)
        if row % 7:
            targets[-int(draw.integers(1, length + 1)) :] = True  # sometimes even the first token
        examples.append(Example(draw.integers(1, VOCABULARY, length).astype(np.uint32), targets, row))
    return ExampleStore.write(folder, examples)


def make_net(kind: str = "llama", seed: int = 0, **more: object) -> nn.Module:
    """A random causal language model of a real architecture: one of `KINDS`, or another named here."""
    import transformers as t

    common = dict(vocab_size=VOCABULARY, hidden_size=32, intermediate_size=48, num_hidden_layers=2,
                  num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=64)  # fmt: skip
    common |= {name: more.pop(name) for name in common.keys() & more.keys()}
    configs = {
        "llama": lambda: t.LlamaConfig(**common, **more),
        "qwen3": lambda: t.Qwen3Config(**common, head_dim=8, **more),
        "gemma3": lambda: t.Gemma3TextConfig(**common, head_dim=8, sliding_window=16, final_logit_softcapping=5.0,
                                              **more),
        "granite": lambda: t.GraniteConfig(**common, logits_scaling=4.0, **more),
        "mistral": lambda: t.MistralConfig(**common, sliding_window=16, **more),
        "phi3": lambda: t.Phi3Config(**common, **{"pad_token_id": 0, **more}),
        "mixtral": lambda: t.MixtralConfig(**common, num_local_experts=4, num_experts_per_tok=2, sliding_window=None,
                                           **more),
        "qwen2_moe": lambda: t.Qwen2MoeConfig(**common, num_experts=6, num_experts_per_tok=3, moe_intermediate_size=24,
                                              shared_expert_intermediate_size=40, decoder_sparse_step=1, **more),
        "olmoe": lambda: t.OlmoeConfig(**common, num_experts=6, num_experts_per_tok=3, **{"eos_token_id": 2, **more}),
        "granitemoe": lambda: t.GraniteMoeConfig(**common, num_local_experts=4, num_experts_per_tok=2, **more),
        "gpt_oss": lambda: t.GptOssConfig(**common, head_dim=8, num_local_experts=4, num_experts_per_tok=2,
                                          **{"pad_token_id": 0, "eos_token_id": 2, **more}),
        "cohere": lambda: t.CohereConfig(**common, logit_scale=0.25, **{"bos_token_id": 1, "eos_token_id": 2, **more}),
        "olmo": lambda: t.OlmoConfig(**common, **{"eos_token_id": 2, **more}),
        "olmo2": lambda: t.Olmo2Config(**common, **{"eos_token_id": 2, **more}),
        "falcon": lambda: t.FalconConfig(vocab_size=VOCABULARY, hidden_size=32, num_hidden_layers=2,
                                         num_attention_heads=4, num_kv_heads=2, new_decoder_architecture=True,
                                         **more),
        "gpt2": lambda: t.GPT2Config(vocab_size=VOCABULARY, n_embd=32, n_layer=2, n_head=4, n_positions=64,
                                     bos_token_id=0, eos_token_id=0, **more),
    }  # fmt: skip
    torch.manual_seed(seed)
    return t.AutoModelForCausalLM.from_config(configs[kind]())


def cuts(
    store: ExampleStore,
    examples: NDArray[np.int64],
    token_budget: int,
    *,
    packed: bool = False,
    device: torch.device | None = None,
) -> list[MicroBatch]:
    """All micro-batches of these examples."""
    waiting = MicroBatches(store, examples, 0, device or torch.device("cpu"), packed=packed)
    found: list[MicroBatch] = []
    while micro_batch := waiting.next(token_budget):
        found.append(micro_batch)
    return found


def gradient_of(training: Training, token_budget: int) -> Tensor:
    """(all parameters,) the gradient of the first update as the loop adds it up, without dropout."""
    batch = training.batches[1]
    training.model.eval()
    total = GradientSum(training.learns, isolated=training.isolates)
    micro_batches = cuts(training.store, batch.examples, token_budget, packed=training.packed, device=training.device)
    for micro_batch in micro_batches:
        assert add_gradient(training, micro_batch, batch.num_target_tokens) is not None
        total.add()
    total.install()
    gradient = torch.cat([p.grad.flatten().clone() for p in training.learns if p.grad is not None])
    training.optimizer.zero_grad(set_to_none=True)
    return gradient


def make_training(
    store: ExampleStore,
    *,
    kind: str = "llama",
    method: Method | None = None,
    token_budget: int = 120,
    effective_batch_size: int = 8,
    updates: int = 5,
    learning: Learning | None = None,
    model: nn.Module | None = None,
    packed: bool = True,
) -> Training:
    """A training as `studio.engine.run` sets it up, with a model of that kind where none is given."""
    learning = learning or Learning(effective_batch_size=effective_batch_size, updates=updates, warmup_fraction=0.2)
    model = make_trainable(model or make_net(kind), method or Lora(rank=4), learning.seed)
    make_lean(model)
    if method is None or isinstance(method, Lora):
        torch.manual_seed(learning.seed + 1)
        for name, parameter in model.named_parameters():
            if "lora_B" in name:  # starts at zero, where half of the gradient would be zero too
                nn.init.normal_(parameter, std=0.02)
    take_over_attention(model)
    head = find_head(model)
    return Training(
        model=model,
        optimizer=make_optimizer(model, learning, torch.device("cpu")),
        store=store,
        batches=EffectiveBatches(store, effective_batch_size, learning.seed),
        method=method or Lora(rank=4),
        head=head,
        packed=packed and packs_rows(model, head, int(store.lengths.max())),
        learning=learning,
        peak_learning_rate=1e-2,
        updates=updates,
        token_budget=token_budget,
        precision="float32",
        device=torch.device("cpu"),
        pad_token_id=0,
    )


def go(training, folder, *, control=None, emit=None, save_every=1e9, save=None, sample=None, after_update=None):
    """Run the real loop, without checks on held-out rows."""
    checkpoints = Checkpoints(folder, ORIGIN, 1)
    events = []
    finished = train(
        training,
        emit=emit or events.append,
        control=control or Control(folder / "commands.jsonl", 0, lambda: False),
        evaluate=lambda: True,
        evaluate_every=10**9,
        sample=sample or (lambda: None),
        save=save or (lambda: checkpoints.save(training)),
        save_every_seconds=save_every,
        after_update=after_update or (lambda _made: None),
        after_bad_numbers=AfterBadNumbers(training, lambda: None, events.append),
    )
    return finished, events


__all__ = ["KINDS", "ORIGIN", "VOCABULARY", "Full", "Lora", "make_net", "make_store", "make_training"]
