"""LLaMA-Factory, in the environment that it asks for."""

from __future__ import annotations

import importlib.machinery
import sys
import types
from pathlib import Path

from asked import Asked
from meter import Meter
from trainer import Metering, arguments


def learn(asked: Asked, meter: Meter) -> None:
    """Train with a template of the same words."""
    sound = types.ModuleType("torchaudio")  # imported by it for sound, and built for one kind of torch only
    sound.__spec__ = importlib.machinery.ModuleSpec("torchaudio", None)
    sys.modules["torchaudio"] = sound

    from llamafactory.data.formatter import StringFormatter  # pyright: ignore[reportMissingImports]
    from llamafactory.data.template import register_template  # pyright: ignore[reportMissingImports]
    from llamafactory.train.tuner import run_exp  # pyright: ignore[reportMissingImports]

    register_template(
        name="benchmark",
        format_user=StringFormatter(slots=[*([{"bos_token"}] if asked.bos else []), asked.user]),
    )
    options = arguments(asked) | {
        "model_name_or_path": asked.model,
        "stage": "sft",
        "do_train": True,
        "dataset": "rows",
        "dataset_dir": str(Path(asked.ordered).parent),
        "cutoff_len": asked.settings["max_length"],
        "template": "benchmark",
        "finetuning_type": asked.method,
        "overwrite_cache": True,
        "disable_shuffling": True,
        "preprocessing_num_workers": 1,
    }
    if asked.method == "lora":
        options |= {
            "lora_rank": asked.settings["lora_rank"],
            "lora_alpha": asked.settings["lora_alpha"],
            "lora_target": "all",
            "lora_dropout": 0.0,
        }
    run_exp(options, callbacks=[Metering(meter)])
