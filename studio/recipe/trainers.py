"""The settings of a run as other trainers want them told: TRL, Axolotl, LLaMA-Factory."""

from __future__ import annotations

import json
from typing import Any

Settings = dict[str, Any]
_OPTIMIZERS = {
    "adamw": "adamw_torch",
    "adamw-8bit": "adamw_8bit",
    "paged-adamw-8bit": "paged_adamw_8bit",
    "adafactor": "adafactor",
}
_SCHEDULES = {"constant": "constant_with_warmup", "linear": "linear", "cosine": "cosine"}


def trl(settings: Settings, max_seq_len: int) -> dict[str, str]:
    """For `trl sft`: the encoded rows in data/, learnt where `completion_mask` says so."""
    lora: Settings = settings["LORA"] or {}
    given: Settings = {
        "model_name_or_path": settings["MODEL"],
        "dataset_name": "data",
        "dataset_train_split": "train",
        "completion_only_loss": True,
        "packing": False,
        "max_length": max_seq_len,
        **_trainer(settings),
        "use_peft": bool(lora),
        "lora_task_type": "CAUSAL_LM" if lora else None,
        "lora_r": lora.get("r"),
        "lora_alpha": lora.get("lora_alpha"),
        "lora_dropout": lora.get("lora_dropout"),
        "lora_target_modules": lora.get("target_modules"),
        "use_rslora": lora.get("use_rslora"),
        "use_dora": lora.get("use_dora"),
        **_few_bits(settings),
    }
    return {"trl.yaml": _yaml(given)}


def axolotl(settings: Settings, max_seq_len: int) -> dict[str, str]:
    """For `axolotl train`: a dataset without a type is one that is encoded already."""
    lora: Settings = settings["LORA"] or {}
    few_bits = settings["QUANTIZATION"]
    every_layer = lora.get("target_modules") == "all-linear"
    given: Settings = {
        "base_model": settings["MODEL"],
        "datasets": [{"path": "data/train.jsonl", "ds_type": "json", "type": None}],
        "sequence_len": max_seq_len,
        "sample_packing": False,
        "pad_to_sequence_len": False,
        "micro_batch_size": settings["ROWS_AT_ONCE"],
        "gradient_accumulation_steps": settings["EFFECTIVE_BATCH_SIZE"] // settings["ROWS_AT_ONCE"],
        "max_steps": settings["UPDATES"],
        "optimizer": _OPTIMIZERS[settings["OPTIMIZER"]],
        "learning_rate": settings["LEARNING_RATE"],
        "lr_scheduler": _SCHEDULES[settings["SCHEDULE"]],
        "warmup_steps": round(settings["WARMUP_FRACTION"] * settings["UPDATES"]),
        "weight_decay": settings["WEIGHT_DECAY"],
        "max_grad_norm": settings["MAX_GRAD_NORM"],
        "seed": settings["SEED"],
        "bf16": settings["PRECISION"] == "bfloat16",
        "fp16": settings["PRECISION"] == "float16",
        "adapter": ("qlora" if few_bits and few_bits != "int8" else "lora") if lora else None,
        "load_in_8bit": few_bits == "int8",
        "load_in_4bit": few_bits not in (None, "int8"),
        "lora_r": lora.get("r"),
        "lora_alpha": lora.get("lora_alpha"),
        "lora_dropout": lora.get("lora_dropout"),
        "lora_target_linear": every_layer if lora else None,
        "lora_target_modules": None if every_layer else lora.get("target_modules"),
        "peft_use_rslora": lora.get("use_rslora"),
        "peft_use_dora": lora.get("use_dora"),
        "output_dir": "result",
    }
    return {"axolotl.yaml": _yaml(given)}


def llama_factory(settings: Settings, max_seq_len: int) -> dict[str, str]:
    """For `llamafactory-cli train`: rows as texts that hold their control tokens, and the template that adds none."""
    lora: Settings = settings["LORA"] or {}
    targets = lora.get("target_modules")
    few_bits = settings["QUANTIZATION"]
    given: Settings = {
        "model_name_or_path": settings["MODEL"],
        "stage": "sft",
        "do_train": True,
        "finetuning_type": "lora" if lora else "full",
        "lora_rank": lora.get("r"),
        "lora_alpha": lora.get("lora_alpha"),
        "lora_dropout": lora.get("lora_dropout"),
        "lora_target": ("all" if targets == "all-linear" else ",".join(targets)) if targets else None,
        "use_rslora": lora.get("use_rslora"),
        "use_dora": lora.get("use_dora"),
        "quantization_bit": {None: None, "int8": 8}.get(few_bits, 4),
        "quantization_method": "bnb" if few_bits else None,
        "dataset_dir": "data",
        "dataset": "rows",
        "template": "empty",
        "cutoff_len": max_seq_len,
        "packing": False,
        **_trainer(settings),
    }
    info = {"rows": {"file_name": "train.json"}}
    return {"llama_factory.yaml": _yaml(given), "data/dataset_info.json": json.dumps(info, indent=2) + "\n"}


def _trainer(settings: Settings) -> dict[str, Any]:
    """The arguments of transformers' Trainer, which TRL and LLaMA-Factory take as they are."""
    return {
        "per_device_train_batch_size": settings["ROWS_AT_ONCE"],
        "gradient_accumulation_steps": settings["EFFECTIVE_BATCH_SIZE"] // settings["ROWS_AT_ONCE"],
        "max_steps": settings["UPDATES"],
        "optim": _OPTIMIZERS[settings["OPTIMIZER"]],
        "learning_rate": settings["LEARNING_RATE"],
        "lr_scheduler_type": _SCHEDULES[settings["SCHEDULE"]],
        "warmup_steps": round(settings["WARMUP_FRACTION"] * settings["UPDATES"]),
        "weight_decay": settings["WEIGHT_DECAY"],
        "max_grad_norm": settings["MAX_GRAD_NORM"],
        "label_smoothing_factor": settings["LABEL_SMOOTHING"],
        "seed": settings["SEED"],
        "bf16": settings["PRECISION"] == "bfloat16",
        "fp16": settings["PRECISION"] == "float16",
        "output_dir": "result",
    }


def _few_bits(settings: Settings) -> dict[str, Any]:
    few_bits = settings["QUANTIZATION"]
    return {
        "load_in_8bit": few_bits == "int8",
        "load_in_4bit": few_bits not in (None, "int8"),
        "use_bnb_nested_quant": few_bits == "nf4-double",
        "bnb_4bit_quant_type": "nf4" if few_bits not in (None, "int8") else None,
    }


def _yaml(given: dict[str, Any]) -> str:
    """One line each; every JSON value is a YAML value. What is not set is left out."""
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in given.items() if value is not None)
