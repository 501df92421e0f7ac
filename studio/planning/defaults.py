"""What is chosen where the user left something open."""

from __future__ import annotations

import math

from studio.hardware.device import Device
from studio.job import Learning, Lora, Method, Precision


def choose_precision(device: Device) -> Precision:
    """bfloat16 on cards that multiply it (Ampere and later, Apple, AMD and Intel cards), float32 elsewhere."""
    if device.kind == "cpu":
        return "float32"
    if device.kind == "cuda" and device.compute_capability is not None and device.compute_capability < (8, 0):
        return "float32"
    return "bfloat16"


def default_learning_rate(method: Method, *, from_scratch: bool = False) -> float:
    """Peak learning rate: an adapter stands about ten times that of the whole model, random weights even more."""
    if from_scratch:
        return 3e-4
    return 2e-4 if isinstance(method, Lora) else 2e-5


def count_updates(rows: int, learning: Learning) -> int:
    """Updates in a run. The last, smaller batch of each pass is used too."""
    if learning.updates is not None:
        return learning.updates
    per_epoch = math.ceil(rows / learning.effective_batch_size)
    return max(1, math.ceil(per_epoch * learning.epochs))
