"""Whether a result can be exported: known before hours of training and before hours of writing."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from typing import get_args

import msgspec

from studio.after import ExportKind, WeightType
from studio.errors import DiskProblem, ModelProblem, RunProblem, StudioError
from studio.export.gguf_family import family_of
from studio.hardware.device import gib
from studio.job import Full, Lora, Method, Task
from studio.models.local import ModelFacts, read_json_object, read_model

_BYTES: dict[WeightType, float] = {"float32": 4.0, "bfloat16": 2.0, "float16": 2.0, "q8_0": 34 / 32}
_ADAPTER_BYTES = 300_000_000


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """One way to export, and what stands in its way."""

    kind: ExportKind
    possible: bool
    needed_bytes: int
    """On the disk."""
    problem: str = ""
    hint: str = ""


def check_all(model: str, method: Method, task: Task, to: Path, *, from_scratch: bool = False) -> list[Checked]:
    """Every way to export a model after such a training. Raises ModelProblem where there is no such model."""
    facts = read_model(model, from_scratch=from_scratch)
    found: list[Checked] = []
    for kind in get_args(ExportKind):
        needed = needed_bytes(facts, kind, None)
        try:
            check(facts, kind, None, method, task, to, from_scratch=from_scratch)
            found.append(Checked(kind=kind, possible=True, needed_bytes=needed))
        except StudioError as problem:
            found.append(
                Checked(kind=kind, possible=False, needed_bytes=needed, problem=problem.title, hint=problem.hint)
            )
    return found


def check(
    facts: ModelFacts,
    kind: ExportKind,
    weight_type: WeightType | None,
    method: Method,
    task: Task,
    to: Path,
    *,
    from_scratch: bool = False,
) -> None:
    """Raises the StudioError that says why it cannot be exported like this, and what to do instead."""
    if kind == "adapter" and (isinstance(method, Full) or from_scratch):
        raise RunProblem("Every weight learnt, so there is no adapter.", "Export it merged: that is the whole model.")
    if weight_type == "q8_0" and kind not in ("gguf", "ollama"):
        raise RunProblem(
            "q8_0 is a type of GGUF files only.", "Choose float16, bfloat16 or float32, or export as gguf or ollama."
        )
    if kind in ("gguf", "ollama"):
        _check_gguf(facts, method, task)
    if kind == "ollama":
        from studio.export.ollama import modelfile_template

        modelfile_template(Path(facts.folder))
    needed, free = needed_bytes(facts, kind, weight_type), _free(to)
    if free < needed:
        raise DiskProblem(
            f"The export needs {gib(needed)} on the disk, and {gib(free)} are free.",
            "Free some space, or name a folder on another disk with --to.",
            remedy="other folder",
        )


def needed_bytes(facts: ModelFacts, kind: ExportKind, weight_type: WeightType | None) -> int:
    """On the disk, with a twentieth to spare."""
    if kind == "adapter":
        return min(_ADAPTER_BYTES, facts.weight_bytes)
    return int(1.05 * facts.parameters * _BYTES[default_type(facts, kind, weight_type)])


def default_type(facts: ModelFacts, kind: ExportKind, wanted: WeightType | None) -> WeightType:
    """What weights are written in: as asked, else as the base has them; in a GGUF file float16."""
    if wanted is not None:
        return wanted
    if kind in ("gguf", "ollama"):
        return "float16"
    return facts.weights_dtype if facts.weights_dtype in ("float32", "bfloat16", "float16") else "float32"


def _check_gguf(facts: ModelFacts, method: Method, task: Task) -> None:
    if importlib.util.find_spec("gguf") is None:
        raise ModelProblem("The library gguf, which writes such files, is not installed.", "pip install gguf")
    if task != "write":
        raise ModelProblem("A model that gives labels cannot become a GGUF file.", "Export it merged.")
    if isinstance(method, Lora) and facts.num_experts and method.quantization:
        raise ModelProblem("Experts beside weights in few bits cannot be merged.", "Export the adapter.")
    from studio.export.gguf_tokenizer import gguf_tokenizer  # a window has no use for its library

    folder = Path(facts.folder)
    family_of(read_json_object(folder / "config.json"))
    gguf_tokenizer(folder, facts.vocab_size)


def _free(to: Path) -> int:
    """Bytes that can be written where `to` will be."""
    there = next(each for each in (to, *to.parents) if each.exists())
    return shutil.disk_usage(there).free
