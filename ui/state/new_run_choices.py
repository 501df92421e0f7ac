"""What was chosen on the New run page, and the small questions that are answered from it alone."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import structs

from studio.api import default_learning_rate, starters
from studio.job import Columns, Data, Full, Lora, Method, RowOfFile, TrainJob
from ui.state.tongue import tr

LARGEST_BATCH = 65536
SUGGESTED = "Suggested"
CHECKS_WITHOUT_PROGRESS = 3
"""After so many in a row a run ends early."""


@dataclass(frozen=True)
class Choices:
    """What the user chose; everything else follows."""

    model: str = ""
    data: str = ""
    held_out: str | None = None
    columns: Columns = field(default_factory=Columns)
    skip_rows: tuple[RowOfFile, ...] = ()
    max_seq_len: int | None = None
    batch: str = "32"
    """As typed."""
    method: Method = field(default_factory=Lora)
    epochs: float = 3.0
    learning_rate: float | None = None
    alternative: str = SUGGESTED
    gpus: int = 1
    """That share the work."""
    stop_early: bool = True
    """Whether the run ends where its held-out loss no longer falls."""


def four_bits(lora: Lora) -> Lora:
    """The same adapter beside weights that are stored in 4 bits."""
    return structs.replace(lora, quantization="nf4-double")


def method_names(smallest: Method) -> tuple[tuple[Method, str], ...]:
    """What can be chosen as a way to learn, with what to call it. Needs an adapter."""
    assert isinstance(smallest, Lora)
    rank = smallest.rank
    return (
        (smallest, tr("Small adapter (LoRA), rank {rank}", rank=rank)),
        (Lora(rank=4 * rank, alpha=4 * smallest.alpha), tr("Larger adapter (LoRA), rank {rank}", rank=4 * rank)),
        (four_bits(smallest), tr("Small adapter, the model in 4 bits (QLoRA), rank {rank}", rank=rank)),
        (Full(), tr("Every weight of the model")),
    )


def target_of(text: str) -> int | None:
    """The target effective batch, where what was typed is one."""
    text = text.replace(",", "")
    number = int(text) if text.isdecimal() else 0
    return number if 0 < number <= LARGEST_BATCH else None


def suggested_rate(choices: Choices, demo: TrainJob) -> float:
    """The learning rate to begin with."""
    if choices.model == demo.model and isinstance(choices.method, Lora) and demo.learning.learning_rate:
        return demo.learning.learning_rate
    return default_learning_rate(choices.method)


def data_of(choices: Choices) -> Data:
    """The rows as they are chosen."""
    return Data(
        train=choices.data,
        held_out=choices.held_out,
        columns=choices.columns,
        skip_rows=choices.skip_rows,
        max_seq_len=choices.max_seq_len,
    )


def updates_of(rows: int, batch: int, epochs: float) -> int:
    """Updates in a run: the last, smaller batch of a pass is used too."""
    return max(1, math.ceil(math.ceil(rows / batch) * epochs - 1e-9))


def starter_of(path: str) -> str:
    """The name of the starter dataset at `path`; empty for any other file."""
    parts = Path(path).parts
    if len(parts) > 3 and parts[-3] == "starter" and parts[-1].startswith("train."):
        return parts[-2] if parts[-2] in starters() else ""
    return ""
