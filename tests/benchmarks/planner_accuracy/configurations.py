"""The runs whose memory is compared: families, methods and shapes of micro-batches."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from studio.data.store import Example, ExampleStore
from studio.job import Checkpointing, Data, Full, Learning, Lora, Method, Precision, TrainJob
from studio.models.local import ModelFacts, read_model
from studio.plan import Plan
from studio.planning.choose import plan_batch
from studio.planning.request import PlanRequest
from tests.planning.models import PROCESSOR
from tests.planning.test_memory import config

FAMILIES = (
    *("llama", "qwen2", "qwen3", "gemma3", "phi3", "gpt2", "mixtral"),
    *("granite", "mistral", "olmo", "olmo2", "starcoder2", "falcon", "gemma", "smollm3"),
)
METHODS: dict[str, Method] = {
    "full": Full(),
    "LoRA": Lora(rank=8),
    "QLoRA nf4": Lora(rank=8, quantization="nf4"),
    "DoRA": Lora(rank=8, decomposed=True),
    "QLoRA int8": Lora(rank=8, quantization="int8"),
    "LoRA, dropout": Lora(rank=8, dropout=0.1),
}
SHAPES = ((128, 1), (256, 8), (2048, 1), (128, 16), (1024, 2), (512, 4), (4096, 1), (8192, 1))
"""(tokens of a row, rows)"""
WORDS = 4096


@dataclass(frozen=True)
class Configuration:
    """One run."""

    family: str
    method: str
    checkpointing: Checkpointing
    precision: Precision
    length: int
    rows: int
    world_size: int = 1
    """More than one: the model is divided among so many ranks."""

    @property
    def title(self) -> str:
        """In one line."""
        recomputes = "checkpointing" if self.checkpointing == "on" else ""
        ranks = f" on each of {self.world_size} ranks" if self.world_size > 1 else ""
        return (
            f"{self.family}, {self.method}, {self.precision}, {self.rows} × {self.length}{ranks} {recomputes}".strip()
        )


def configurations() -> Iterator[Configuration]:
    """Every family with three methods and both kinds of checkpointing, other methods with one; shapes take turns."""
    number = 0
    precisions: tuple[Precision, ...] = ("bfloat16", "float32", "bfloat16")
    for family in FAMILIES:
        for method in METHODS:
            if family != "llama" and method not in ("full", "LoRA", "QLoRA nf4"):
                continue
            for checkpointing in ("off", "on"):
                length, rows = SHAPES[number % len(SHAPES)]
                yield Configuration(family, method, checkpointing, precisions[number % 3], length, rows)
                number += 1


@dataclass(frozen=True)
class Run:
    """A configuration with a model, rows and a plan of its own, in a folder."""

    facts: ModelFacts
    job: TrainJob
    plan: Plan
    store: ExampleStore


def prepare(one: Configuration, folder: Path, *, weights: bool = True, **sizes: int) -> Run:
    """A model in `folder`, with random weights or none, and rows enough for two micro-batches an update on each rank.

    `sizes` take the place of those in its configuration.
    """
    import torch
    from transformers import AutoModelForCausalLM

    made = config(one.family, WORDS)
    for name, size in {"max_position_embeddings": 8192, **sizes}.items():
        setattr(made, name, size)
    made.save_pretrained(folder)
    if weights:
        torch.manual_seed(0)
        AutoModelForCausalLM.from_config(made, dtype=torch.float32).save_pretrained(folder)
    facts = read_model(folder, require_weights=False)
    per_update = 2 * one.rows * one.world_size
    draw = np.random.default_rng(0)
    examples = (
        Example(draw.integers(3, WORDS, one.length).astype(np.uint32), np.ones(one.length, bool), row)
        for row in range(1, per_update + 1)
    )
    store = ExampleStore.write(folder / "rows", examples)
    learning = Learning(effective_batch_size=per_update, updates=2, schedule="constant", learning_rate=1e-4)
    job = TrainJob(
        name="accuracy", model=str(folder), data=Data(train=""), method=METHODS[one.method], learning=learning
    )
    plan = plan_batch(
        PlanRequest(
            facts=facts,
            method=job.method,
            learning=learning,
            lengths=store.lengths,
            num_targets=store.num_targets,
            device=PROCESSOR,
            precision=one.precision,
            micro_batch_size=one.rows,
            gradient_checkpointing=one.checkpointing,
            world_size=one.world_size,
            divided=one.world_size > 1,
        )
    )
    return Run(facts, job, plan, store)


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder for one run."""
    return tempfile.TemporaryDirectory(prefix="accuracy-")
