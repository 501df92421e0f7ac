"""Models that give labels: how they are loaded, their new output layer, and where that is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from studio.errors import ModelProblem
from studio.job import Task, TrainJob

LABEL_LAYERS = ("score", "classifier")
"""What transformers calls the layer that turns hidden states into scores of labels."""


@dataclass(frozen=True)
class Labels:
    """What a model is to tell apart."""

    task: Task
    names: tuple[str, ...]
    """By number."""
    seed: int
    """All that the first values of the output layer depend on."""


def labels_of(job: TrainJob, names: tuple[str, ...]) -> Labels | None:
    """What `job` wants told apart, with `names` from its data; None: it learns to write."""
    return Labels(job.task, names, job.learning.seed) if job.task != "write" else None


def auto_class(labels: Labels | None) -> Any:
    """The class of transformers that builds such a model; None: one that writes."""
    import transformers

    if labels is None:
        return transformers.AutoModelForCausalLM
    if labels.task == "classify":
        return transformers.AutoModelForSequenceClassification
    return transformers.AutoModelForTokenClassification


def config_with(folder: Path, labels: Labels) -> Any:
    """The config in `folder` with these labels. Raises ModelProblem where no such model can give labels."""
    from transformers import AutoConfig

    config: Any = AutoConfig.from_pretrained(folder, trust_remote_code=False, local_files_only=True)
    if type(config) not in auto_class(labels)._model_mapping:  # noqa: SLF001 - the only list of them there is
        what = "rows" if labels.task == "classify" else "words"
        raise ModelProblem(
            f"Models of the kind {config.model_type} cannot label {what} here.",
            "Choose another model, such as Llama, Qwen or Mistral, or let it write the label as an answer.",
        )
    config.id2label = dict(enumerate(labels.names))
    config.label2id = {name: number for number, name in enumerate(labels.names)}
    config.problem_type = "single_label_classification" if labels.task == "classify" else None
    return config


def knows_labels(folder: Path, labels: Labels) -> bool:
    """Whether the model in `folder` has learnt these labels already."""
    from transformers import AutoConfig

    config: Any = AutoConfig.from_pretrained(folder, trust_remote_code=False, local_files_only=True)
    return config.id2label == dict(enumerate(labels.names))


def find_label_layer(model: nn.Module) -> nn.Module | None:
    """The layer of a model of transformers that scores labels; None where it writes."""
    return next((getattr(model, name) for name in label_layer_name(model)), None)


def label_layer_name(model: nn.Module) -> list[str]:
    """Its name; none where the model writes."""
    return [name for name in LABEL_LAYERS if isinstance(getattr(model, name, None), nn.Module)][:1]


def label_output(model: nn.Module) -> nn.Module | None:
    """From hidden states to scores of labels: dropout where the model has some, and the layer."""
    layer, dropout = find_label_layer(model), getattr(model, "dropout", None)
    return nn.Sequential(dropout, layer) if layer is not None and isinstance(dropout, nn.Module) else layer


def split_missing(missing: list[str]) -> tuple[list[str], list[str]]:
    """Names of weights of the label layer, and of all others."""
    of_layer = [name for name in missing if name.split(".")[0] in LABEL_LAYERS]
    return of_layer, [name for name in missing if name not in of_layer]


@torch.no_grad()
def start_label_layer(model: nn.Module, seed: int, *, anew: bool) -> None:
    """Give the label layer of `model` float32 weights; `anew`: first values that depend on `seed` alone."""
    layer: Any = find_label_layer(model)
    layer.float()
    if not anew:
        return
    config: Any = model.config
    draw = torch.Generator().manual_seed(seed)
    first = torch.empty(layer.weight.shape).normal_(0.0, getattr(config, "initializer_range", 0.02), generator=draw)
    layer.weight.copy_(first)
    if layer.bias is not None:
        layer.bias.zero_()


def kind_of_task(model: nn.Module) -> str:
    """What peft calls it."""
    name = type(model).__name__
    endings = {"ForSequenceClassification": "SEQ_CLS", "ForTokenClassification": "TOKEN_CLS"}
    return next((task for ending, task in endings.items() if name.endswith(ending)), "CAUSAL_LM")
