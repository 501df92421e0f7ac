"""Loads a model and its tokenizer from a folder, and puts what learns beside or into it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from studio.engine.labels import (
    LABEL_LAYERS,
    Labels,
    auto_class,
    config_with,
    find_label_layer,
    kind_of_task,
    knows_labels,
    label_layer_name,
    split_missing,
    start_label_layer,
)
from studio.engine.quantize import load_quantized, weights_in
from studio.errors import ModelProblem
from studio.job import Checkpointing, Full, Lora, Method, Quantization, TrainJob


def model_for(job: TrainJob, precision: str, device: torch.device, labels: Labels | None = None) -> nn.Module:
    """The model that `job` begins with, on `device`: as it is in its folder, or with random weights.

    Raises ModelProblem.
    """
    if job.from_scratch:
        return random_model(Path(job.model), job.learning.seed, labels).to(device)
    quantization = job.method.quantization if isinstance(job.method, Lora) else None
    return load_model(Path(job.model), precision, device, quantization, labels)


def load_model(
    folder: Path,
    precision: str,
    device: torch.device,
    quantization: Quantization | None = None,
    labels: Labels | None = None,
) -> nn.Module:
    """The causal language model in `folder` with its weights in `precision`, on `device`.

    With `labels` it gives these in place of words; its output layer is new where the folder's model gave others.
    Never runs code from the folder and never reads pickles. Raises ModelProblem where weights are missing or do not
    fit the model, and where they cannot be quantized here.
    """
    loader = auto_class(labels)

    def load(**more: Any) -> Any:
        return loader.from_pretrained(
            folder,
            dtype=getattr(torch, precision),
            trust_remote_code=False,
            use_safetensors=True,
            local_files_only=True,
            output_loading_info=True,
            **with_labels,
            **more,
        )

    try:
        with_labels = {"config": config_with(folder, labels), "ignore_mismatched_sizes": True} if labels else {}
        heads = None if labels is None else LABEL_LAYERS
        model, info = load() if quantization is None else load_quantized(load, quantization, precision, device, heads)
    except (OSError, ValueError, KeyError, RuntimeError) as problem:
        raise ModelProblem(
            f"The model in {folder.name} could not be loaded: {_first_line(problem)}",
            "Download or copy the model again, or choose another one.",
        ) from problem
    unlike = [each[0] if isinstance(each, tuple) else str(each) for each in info["mismatched_keys"]]
    missing = sorted(info["missing_keys"]) + sorted(unlike)
    if labels is not None:
        of_layer, missing = split_missing(missing)
        start_label_layer(model, labels.seed, anew=bool(of_layer) or not knows_labels(folder, labels))
    if missing:
        raise ModelProblem(
            f"{len(missing)} weights of {folder.name} are missing or have another size, such as {missing[0]}.",
            "The folder does not hold the whole model. Download or copy it again.",
        )
    return model if quantization is not None else model.to(device)


def random_model(
    folder: Path, seed: int, labels: Labels | None = None, dtype: torch.dtype = torch.float32
) -> nn.Module:
    """A model of the shape in `folder`/config.json whose weights, in `dtype`, depend on `seed` alone.

    Raises ModelProblem.
    """
    from transformers import AutoConfig

    torch.manual_seed(seed)
    try:
        if labels is None:
            config = AutoConfig.from_pretrained(folder, trust_remote_code=False, local_files_only=True)
        else:
            config = config_with(folder, labels)
        model: nn.Module = auto_class(labels).from_config(config, dtype=dtype, trust_remote_code=False)
    except (OSError, ValueError, KeyError, RuntimeError) as problem:
        raise ModelProblem(
            f"No model can be made from config.json of {folder.name}: {_first_line(problem)}",
            "Take the config.json of a model that transformers knows, and change its sizes only.",
        ) from problem
    return model


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

    The adapter's first values depend on `seed` alone. Raises ModelProblem where its targets are not there, and where
    the model has batch norm.
    """
    refuse_batch_norm(model)
    match method:
        case Lora():
            from peft import LoraConfig, get_peft_model

            config = LoraConfig(
                r=method.rank,
                lora_alpha=method.alpha,  # type: ignore[arg-type]
                lora_dropout=method.dropout,
                use_rslora=method.rank_stabilized,
                use_dora=method.decomposed,
                target_modules=find_targets(model, method.targets) if method.targets else "all-linear",
                fan_in_fan_out=_is_gpt2_like(model),
                task_type=kind_of_task(model),  # its layer for labels learns whole
                exclude_modules=label_layer_name(model) or None,
            )
            torch.manual_seed(seed)
            adapted: nn.Module = get_peft_model(model, config)
            return adapted
        case Full():
            for parameter in model.parameters():
                parameter.requires_grad_(True)
            return model.float()


def refuse_batch_norm(model: nn.Module) -> None:
    """Raises ModelProblem where a layer mixes the rows of a micro-batch: the gradient would depend on the split."""
    for name, module in model.named_modules():
        if isinstance(module, nn.modules.batchnorm._BatchNorm):  # noqa: SLF001 - all of its kinds, and only those
            raise ModelProblem(
                f"The model has a batch norm ({name}), so what it learns from a row depends on the rows beside it.",
                "No split would be the effective batch you asked for. Choose a model without batch norm.",
            )


def find_targets(model: nn.Module, wanted: Sequence[str]) -> list[str]:
    """Endings of the names of all linear layers that are wanted, "attention" written out.

    Raises ModelProblem where one names no linear layer; the output head is none.
    """
    head = find_label_layer(model) or model.get_output_embeddings()  # type: ignore[operator]
    linear = [name for name, each in model.named_modules() if _is_linear(each) and each is not head]
    in_attention = {".".join(name.split(".")[-2:]) for name in linear if "att" in name.split(".")[-2]}
    found: set[str] = set()
    for ending in wanted:
        if ending == "attention" and in_attention:
            found |= in_attention
        elif any(name == ending or name.endswith(f".{ending}") for name in linear):
            found.add(ending)
        else:
            there = sorted({name.split(".")[-1] for name in linear})
            raise ModelProblem(
                f"The model has no linear layer “{ending}” for an adapter.",
                f"There is: {', '.join(there)}; or write attention for all layers of the attention.",
            )
    return sorted(found)


def _is_linear(module: nn.Module) -> bool:
    from transformers.pytorch_utils import Conv1D

    return isinstance(module, nn.Linear | Conv1D)


def _is_gpt2_like(model: nn.Module) -> bool:
    """Whether matrices are stored the other way round, (inputs, outputs); once quantized they no longer are."""
    from transformers.pytorch_utils import Conv1D

    return any(isinstance(each, Conv1D) or getattr(each, "source_cls", None) is Conv1D for each in model.modules())


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
    sizes = [(weights_in(parameter), parameter.requires_grad) for parameter in model.parameters()]
    return sum(size for size, _ in sizes), sum(size for size, learns in sizes if learns)
