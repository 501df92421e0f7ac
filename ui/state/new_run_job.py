"""The request that the choices of New run make."""

from __future__ import annotations

import re
from pathlib import Path

from studio.api import Alternative
from studio.job import Learning, TrainJob
from ui.state.data_hub import named_dataset
from ui.state.new_run_choices import (
    CHECKS_WITHOUT_PROGRESS,
    Choices,
    data_of,
    starter_of,
    suggested_rate,
    target_of,
)


def job_of(choices: Choices, demo: TrainJob, split: Alternative | None) -> TrainJob:
    """Needs a valid target. `demo`: what comes with the program; `split`: chosen instead of the suggested one."""
    batch = target_of(choices.batch)
    assert batch is not None
    rate = choices.learning_rate or (suggested_rate(choices, demo) if choices.model == demo.model else None)
    return TrainJob(
        name=run_name(choices.data),
        model=choices.model,
        data=data_of(choices),
        method=choices.method,
        learning=Learning(
            effective_batch_size=batch,
            epochs=choices.epochs,
            learning_rate=rate,
            stop_after_worse=CHECKS_WITHOUT_PROGRESS if choices.stop_early else None,
        ),
        gradient_checkpointing=split.gradient_checkpointing if split else None,
        micro_batch_size=split.micro_batch_size if split else None,
        world_size=choices.gpus if choices.gpus > 1 else None,
    )


def run_name(data: str) -> str:
    """What the run will be called."""
    path, starter = Path(data), starter_of(data)
    if hub := named_dataset(data):
        return re.sub(r"[:/]", " ", hub.partition("/")[2])
    return f"starter {starter}" if starter else path.stem or path.name or "run"
