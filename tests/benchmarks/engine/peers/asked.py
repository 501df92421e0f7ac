"""What a peer is asked to do, and the model it does it with."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Asked:
    """The request, as the benchmark writes it."""

    peer: str
    model: str
    ordered: str
    """The rows in the order in which they are learnt from."""
    method: str
    updates: int
    scratch: str
    """A folder for whatever the trainer writes."""
    packed_rows: int
    """Rows of full length with about as many tokens as an effective batch."""
    user: str
    """A question as the model reads it."""
    bos: bool
    """Whether a start token comes before it."""
    settings: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Asked:
        """The request in a file."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    @property
    def accumulation(self) -> int:
        """Micro-batches behind an update."""
        return self.settings["effective_batch_size"] // self.settings["micro_batch_size"]


def load_tokenizer(asked: Asked) -> Any:
    """The tokenizer of the model's folder."""
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(asked.model)


def load_model(asked: Asked) -> Any:
    """The model in float32, with an adapter beside it where one is asked for.

    The adapter starts from the same values as ours: torch is seeded right before it is made.
    """
    import torch
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(asked.model, dtype=torch.float32)
    model.config.use_cache = False
    if asked.method == "full":
        return model
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(asked.settings["seed"])
    config = LoraConfig(
        r=asked.settings["lora_rank"],
        lora_alpha=asked.settings["lora_alpha"],
        lora_dropout=0.0,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )
    return get_peft_model(model, config)
