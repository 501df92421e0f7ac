"""What is chosen where the user left something open."""

from __future__ import annotations

import math

from studio.hardware.device import Device
from studio.job import Learning, Lora, Method, Precision, Task
from studio.models.local import ModelFacts


def choose_precision(device: Device, facts: ModelFacts) -> Precision:
    """bfloat16 where it is multiplied: cards from Ampere on, Apple's, AMD's and Intel's, and processors with
    instructions for it; float32 elsewhere, and for models so small that products are no matter on a processor.

    Before it trains, a worker measures whether a processor really is faster so.
    """
    if device.kind == "cpu":
        return "bfloat16" if device.multiplies_bfloat16 and has_large_products(facts) else "float32"
    if device.kind == "cuda" and device.compute_capability is not None and device.compute_capability < (8, 0):
        return "float32"
    return "bfloat16"


def has_large_products(facts: ModelFacts) -> bool:
    """Whether a processor spends most of an update on products: from widths of about 256 × 512 on."""
    return facts.hidden_size * facts.intermediate_size >= 128_000


def default_learning_rate(method: Method, task: Task = "write", *, from_scratch: bool = False) -> float:
    """Peak learning rate: an adapter stands about ten times that of the whole model, random weights even more.

    Labels get an output layer that begins at random. Source: what LoRA (Hu et al. 2021, table 9) and BERT (Devlin et
    al. 2018, appendix A.3) found good for them, 2e-4 to 5e-4 and 2e-5 to 5e-5.
    """
    if from_scratch:
        return 3e-4
    of_adapter = 2e-4 if task == "write" else 5e-4
    return of_adapter if isinstance(method, Lora) else of_adapter / 10


def count_updates(rows: int, learning: Learning) -> int:
    """Updates in a run. The last, smaller batch of each pass is used too."""
    if learning.updates is not None:
        return learning.updates
    per_epoch = math.ceil(rows / learning.effective_batch_size)
    return max(1, math.ceil(per_epoch * learning.epochs))
