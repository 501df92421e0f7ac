"""The request of a run as names and values for people, to be laid beside another one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import msgspec

from studio.job import TrainJob
from ui.state import words
from ui.state.known import data_name, model_name
from ui.state.tongue import QT_TR_NOOP, tr

_NAMES = {
    "model": QT_TR_NOOP("Model"),
    "data.train": QT_TR_NOOP("Rows"),
    "data.held_out": QT_TR_NOOP("Held-out rows"),
    "data.max_seq_len": QT_TR_NOOP("Longest example"),
    "method.type": QT_TR_NOOP("Method"),
    "method.rank": QT_TR_NOOP("Adapter rank"),
    "method.alpha": QT_TR_NOOP("Adapter alpha"),
    "method.dropout": QT_TR_NOOP("Adapter dropout"),
    "method.quantization": QT_TR_NOOP("Weights stored in"),
    "learning.effective_batch_size": QT_TR_NOOP("Effective batch"),
    "learning.epochs": QT_TR_NOOP("Passes over the rows"),
    "learning.updates": QT_TR_NOOP("Updates asked for"),
    "learning.learning_rate": QT_TR_NOOP("Learning rate"),
    "learning.schedule": QT_TR_NOOP("Learning rate over time"),
    "learning.warmup_fraction": QT_TR_NOOP("Warm-up"),
    "learning.weight_decay": QT_TR_NOOP("Weight decay"),
    "learning.optimizer": QT_TR_NOOP("Optimizer"),
    "learning.max_grad_norm": QT_TR_NOOP("Largest gradient"),
    "learning.seed": QT_TR_NOOP("Random seed"),
    "precision": QT_TR_NOOP("Precision"),
    "task": QT_TR_NOOP("Task"),
    "keep": QT_TR_NOOP("Weights kept"),
}
_NO_SETTING = (
    "name",
    "device",
    "checkpoint_every_seconds",
    "micro_batch_size",
    "gradient_checkpointing",
    "world_size",
    "divided",
    "data.score_answers",
    "sample_prompts",
)
"""What a run is called, how it is split and what it is asked meanwhile changes nothing it learns."""


def settings_of(job: TrainJob) -> dict[str, str]:
    """Every setting that can change what is learnt: its name and its value in words."""
    flat = _flat(cast("dict[str, Any]", msgspec.to_builtins(job)))
    if "method.alpha" in flat:  # it follows the rank, so that only a ratio of one's own differs
        flat["method.alpha"] = tr("{ratio} × rank", ratio=f"{flat['method.alpha'] / flat['method.rank']:g}")
    flat["model"], flat["data.train"] = model_name(job), data_name(job)
    return {
        tr(_NAMES[key]) if key in _NAMES else key.rpartition(".")[2].replace("_", " ").capitalize(): _value(key, value)
        for key, value in flat.items()
        if key not in _NO_SETTING
    }


def differing(jobs: list[TrainJob]) -> dict[str, list[str]]:
    """The settings that are not the same in all jobs, each with its value in every job; "–" where there is none."""
    every = [settings_of(job) for job in jobs]
    names = list(dict.fromkeys(name for each in every for name in each))
    table = {name: [each.get(name, "–") for each in every] for name in names}
    return {name: values for name, values in table.items() if len(set(values)) > 1}


def _flat(part: dict[str, Any], before: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in part.items():
        if isinstance(value, dict):
            found |= _flat(cast("dict[str, Any]", value), f"{before}{key}.")
        else:
            found[before + key] = value
    return found


def _value(key: str, value: Any) -> str:
    match value:
        case None | () | [] | "":
            return tr("as suggested")
        case bool():
            return tr("yes") if value else tr("no")
        case float() if key == "learning.learning_rate":
            return words.rate(value)
        case int() | float():
            return f"{value:,g}" if abs(value) < 1e6 else f"{value:,}"
        case list():
            return words.listed([str(each) for each in cast("list[Any]", value)])
        case "lora":
            return "LoRA"
        case "full":
            return tr("every weight")
        case str() if key == "data.held_out":
            return Path(value).name
        case _:
            return str(value)
