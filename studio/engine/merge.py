"""Adapter and base become one model, tensor by tensor, so that memory stays near the largest file of weights."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import load_file
from torch import Tensor, nn

from studio.engine.labels import Labels
from studio.engine.load import load_model
from studio.engine.quantize import bitsandbytes
from studio.errors import ModelProblem
from studio.job import Lora, Quantization, TrainJob

_INDEX = "model.safetensors.index.json"
_PREFIX = "base_model.model."


@dataclass(frozen=True)
class Change:
    """What an adapter does to one matrix (o, i)."""

    down: Tensor
    """(r, i), lora_A."""
    up: Tensor
    """(o, r), lora_B."""
    scale: float
    transposed: bool = False
    """Whether the matrix is stored as (i, o), as GPT-2's are."""
    lengths: Tensor | None = None
    """(o,) of the rows of the changed matrix, where DoRA learns them."""

    def apply(self, weight: Tensor) -> Tensor:
        """The changed matrix, in float32. Formula: Hu et al. 2021, and Liu et al. 2024 eq. 5 for DoRA."""
        wide = weight.float()
        delta = self.scale * (self.up.float() @ self.down.float())  # (o, i)
        changed = wide + (delta.T if self.transposed else delta)
        if self.lengths is None:
            return changed
        rows = changed.T if self.transposed else changed
        rows = rows * (self.lengths.float().flatten() / rows.norm(dim=1)).unsqueeze(1)
        return rows.T if self.transposed else rows


def read_changes(adapter: Path) -> dict[str, Change]:
    """What the adapter in a folder changes, by the name of the module. Raises ModelProblem where it does more than add
    to matrices."""
    config = json.loads((adapter / "adapter_config.json").read_text(encoding="utf-8"))
    tensors = load_file(adapter / "adapter_model.safetensors")
    names = {name.rsplit(".lora_A.", 1)[0] for name in tensors if ".lora_A." in name}
    known = {f"{name}.{kind}" for name in names for kind in ("lora_A.weight", "lora_B.weight")}
    known |= {f"{name}.lora_magnitude_vector" for name in names}
    if config.get("target_parameters") or set(tensors) - known:
        raise CannotStream("the adapter changes more than matrices")
    changes: dict[str, Change] = {}
    for name in names:
        module = name.removeprefix(_PREFIX)
        down, up = tensors[f"{name}.lora_A.weight"], tensors[f"{name}.lora_B.weight"]
        if down.ndim != 2:
            raise CannotStream("the adapter changes more than matrices")
        rank = down.shape[0]
        alpha = _of_pattern(config.get("alpha_pattern") or {}, module, config["lora_alpha"])
        changes[module] = Change(
            down=down,
            up=up,
            scale=alpha / (math.sqrt(rank) if config.get("use_rslora") else rank),
            transposed=bool(config.get("fan_in_fan_out")),
            lengths=tensors.get(f"{name}.lora_magnitude_vector"),
        )
    return changes


class CannotStream(Exception):
    """Adapter or model are such that they must be merged in memory, as a whole; the text says why."""


def _of_pattern(pattern: dict[str, float], module: str, otherwise: float) -> float:
    return next((value for key, value in pattern.items() if module == key or module.endswith(f".{key}")), otherwise)


def merged_tensors(job: TrainJob, result: Path, precision: str) -> Iterator[tuple[str, Callable[[], Tensor]]]:
    """Name and, when called, value of each tensor of the tuned model, as the base's files name them.

    Raises CannotStream where what the adapter changes is not found among those names, before the first is given.
    """
    if not isinstance(job.method, Lora) or job.from_scratch:
        return ((name, read) for name, read in stored_tensors(result))
    changes = read_changes(result)
    stored = list(stored_tensors(Path(job.model)))
    places = _match(changes, [name for name, _ in stored])
    quantized = _quantized_modules(job, places) if job.method.quantization else {}
    return (
        (name, _merged(read, places.get(name), quantized.get(name), job.method.quantization, precision))
        for name, read in stored
    )


def _merged(
    read: Callable[[], Tensor],
    change: Change | None,
    is_quantized: bool | None,
    quantization: Quantization | None,
    precision: str,
) -> Callable[[], Tensor]:
    def value() -> Tensor:
        weight = read()
        if is_quantized and quantization is not None:
            weight = as_quantized(weight.to(getattr(torch, precision)), quantization)
        return weight if change is None else change.apply(weight)

    return value


def as_quantized(weight: Tensor, quantization: Quantization) -> Tensor:
    """The values that a frozen matrix (o, i) has once it is stored in few bits: those the adapter learnt beside."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    library = bitsandbytes("Merging weights in few bits needs", device, lambda _: None)
    there = weight.to(device)
    if quantization == "int8":
        numbers, scales, _ = library.functional.int8_vectorwise_quant(there.half())
        return (numbers.float() * scales.float().unsqueeze(1) / 127).cpu()
    packed, state = library.functional.quantize_4bit(
        there, blocksize=64, quant_type="nf4", compress_statistics=quantization == "nf4-double"
    )
    return library.functional.dequantize_4bit(packed, state).cpu()


def stored_tensors(folder: Path) -> Iterator[tuple[str, Callable[[], Tensor]]]:
    """Name and, when called, value of each tensor in the files of a model, file by file."""
    index = folder / _INDEX
    if index.is_file():
        placed: dict[str, str] = json.loads(index.read_text(encoding="utf-8"))["weight_map"]
        files = sorted(set(placed.values()))
    else:
        files = ["model.safetensors"]
    for file in files:
        with safe_open(folder / file, framework="pt") as opened:
            for name in opened.keys():  # noqa: SIM118 - it is no dictionary
                yield name, _reader(folder / file, name)


def _reader(path: Path, name: str) -> Callable[[], Tensor]:
    def read() -> Tensor:
        with safe_open(path, framework="pt") as opened:
            return opened.get_tensor(name)

    return read


def _match(changes: dict[str, Change], names: list[str]) -> dict[str, Change]:
    """The changes by the names of the stored tensors, which may lack or have a first part more than the modules."""
    places: dict[str, Change] = {}
    for module, change in changes.items():
        wanted = f"{module}.weight"
        found = [name for name in names if name == wanted]
        found = found or [name for name in names if wanted.endswith(f".{name}") or name.endswith(f".{wanted}")]
        if len(found) != 1 or found[0] in places:
            raise CannotStream(f"{wanted} is stored under another name")
        places[found[0]] = change
    return places


def _quantized_modules(job: TrainJob, places: dict[str, Change]) -> dict[str, bool]:
    """The stored tensors that training kept in few bits: matrices of linear layers other than the head."""
    from transformers import AutoConfig, AutoModelForCausalLM

    config = AutoConfig.from_pretrained(job.model, trust_remote_code=False, local_files_only=True)
    with torch.device("meta"):
        model: Any = AutoModelForCausalLM.from_config(config, trust_remote_code=False)
    head = model.get_output_embeddings()
    linear = {
        f"{name}.weight" for name, each in model.named_modules() if isinstance(each, nn.Linear) and each is not head
    }
    stored = {name for name, _ in stored_tensors(Path(job.model))}
    found = {name: name in linear or any(each.endswith(f".{name}") for each in linear) for name in stored}
    if any(not found[name] for name in places):
        raise CannotStream("the stored names are not those of the modules")
    return found


def merge_whole(job: TrainJob, result: Path, precision: str) -> Any:
    """The merged model in memory: for experts, labels and whatever else is no plain matrix. Raises ModelProblem."""
    from peft import PeftModel
    from transformers import AutoConfig

    if isinstance(job.method, Lora) and job.method.quantization is not None:
        raise ModelProblem(
            "This adapter cannot be merged: its base is stored in few bits and is no plain stack of matrices.",
            "Export the adapter: it works beside its base model.",
        )
    labels = None
    if job.task != "write":
        names: Any = AutoConfig.from_pretrained(result, trust_remote_code=False).id2label
        labels = Labels(job.task, tuple(names[number] for number in sorted(names)), job.learning.seed)
    base: Any = load_model(Path(job.model), precision, torch.device("cpu"), labels=labels)
    return PeftModel.from_pretrained(base, result).merge_and_unload()
