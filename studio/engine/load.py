"""Loads a model and its tokenizer from a folder, and puts what learns beside or into it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from studio.errors import ModelProblem
from studio.job import Checkpointing, Full, Lora, Method


def load_model(folder: Path, precision: str, device: torch.device) -> nn.Module:
    """The causal language model in `folder` with its weights in `precision`, on `device`.

    Never runs code from the folder and never reads pickles. Raises ModelProblem where weights are missing or do not
    fit the model.
    """
    from transformers import AutoModelForCausalLM

    loader: Any = AutoModelForCausalLM
    try:
        model, info = loader.from_pretrained(
            folder,
            dtype=getattr(torch, precision),
            trust_remote_code=False,
            use_safetensors=True,
            local_files_only=True,
            output_loading_info=True,
        )
    except (OSError, ValueError, KeyError, RuntimeError) as problem:
        raise ModelProblem(
            f"The model in {folder.name} could not be loaded: {_first_line(problem)}",
            "Download or copy the model again, or choose another one.",
        ) from problem
    missing = sorted(info["missing_keys"]) + sorted(str(each) for each in info["mismatched_keys"])
    if missing:
        raise ModelProblem(
            f"{len(missing)} weights of {folder.name} are missing or have another size, such as {missing[0]}.",
            "The folder does not hold the whole model. Download or copy it again.",
        )
    return model.to(device)


def _first_line(problem: Exception) -> str:
    line = str(problem).strip().split("\n")[0]
    return line if line.endswith(".") else f"{line}."


def load_tokenizer(folder: Path) -> Any:
    """The tokenizer in `folder`, for answering and for the result; encoding of data does not use it."""
    from transformers import AutoTokenizer

    try:
        return AutoTokenizer.from_pretrained(folder, trust_remote_code=False, local_files_only=True)
    except (OSError, ValueError, KeyError) as problem:
        raise ModelProblem(
            f"The tokenizer in {folder.name} could not be loaded: {_first_line(problem)}",
            "Download or copy the model again, with its tokenizer files.",
        ) from problem


def pad_token_id(model: nn.Module) -> int:
    """What fills a row up. Never seen by a position that learns, so any token will do where none is named."""
    config: Any = model.config
    return config.pad_token_id if isinstance(config.pad_token_id, int) and config.pad_token_id >= 0 else 0


def make_trainable(model: nn.Module, method: Method, seed: int) -> nn.Module:
    """The model with the weights that learn in float32: gradients then add up in float32 too.

    The adapter's first values depend on `seed` alone.
    """
    match method:
        case Lora():
            from peft import LoraConfig, get_peft_model
            from transformers.pytorch_utils import Conv1D

            torch.manual_seed(seed)
            config = LoraConfig(
                r=method.rank,
                lora_alpha=method.alpha,  # type: ignore[arg-type]
                lora_dropout=method.dropout,
                target_modules="all-linear",
                fan_in_fan_out=any(isinstance(module, Conv1D) for module in model.modules()),  # GPT-2's kind of layer
                task_type="CAUSAL_LM",
            )
            adapted: nn.Module = get_peft_model(model, config)  # type: ignore[arg-type]
            return adapted
        case Full():
            for parameter in model.parameters():
                parameter.requires_grad_(True)
            return model.float()


def set_checkpointing(model: nn.Module, checkpointing: Checkpointing) -> None:
    """Turn gradient checkpointing on or off."""
    control: Any = model
    new_name = hasattr(control, "activation_checkpointing_enable")  # transformers renamed both
    if checkpointing == "off":
        (control.activation_checkpointing_disable if new_name else control.gradient_checkpointing_disable)()
    elif new_name:
        control.activation_checkpointing_enable(activation_checkpointing_kwargs={"use_reentrant": False})
    else:
        control.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})


def count_parameters(model: nn.Module) -> tuple[int, int]:
    """All parameters, and those that learn."""
    sizes = [(parameter.numel(), parameter.requires_grad) for parameter in model.parameters()]
    return sum(size for size, _ in sizes), sum(size for size, learns in sizes if learns)
