"""Every way a run's result can leave, with its size and what stands in its way, and the exports that are there."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import msgspec

from studio.after import ExportKind, Proof, WeightType
from studio.errors import Remedy, StudioError
from studio.export.drafts import sweep_drafts
from studio.export.preflight import check, default_type, needed_bytes
from studio.models.local import ModelFacts, read_model
from studio.runs.folder import RunFolder

_FLOATS: tuple[WeightType, ...] = ("float32", "bfloat16", "float16")
_IN_GGUF: tuple[WeightType, ...] = ("float16", "q8_0")


class ExportOption(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of export with one type of numbers."""

    kind: ExportKind
    weight_type: WeightType | None
    """None: an adapter has its own."""
    needed_bytes: int
    """On the disk."""
    problem: str = ""
    """Empty: it is possible."""
    hint: str = ""
    remedy: Remedy = ""


class KeptExport(msgspec.Struct, frozen=True, kw_only=True):
    """An export in the run's folder, proved."""

    kind: ExportKind
    weight_type: WeightType | None
    folder: str
    size_bytes: int
    proof: Proof


def export_options(run: RunFolder, to: Path | None = None) -> tuple[ExportOption, ...]:
    """All of them, the usual type of each kind first; what a killed export left in the run's folder is removed.

    Raises ModelProblem where the base model is gone.
    """
    sweep_drafts(run.path / "exports")
    job = run.job()
    facts = read_model(job.model, from_scratch=job.from_scratch)
    found: list[ExportOption] = []
    for kind in get_args(ExportKind):
        for weight_type in _types(facts, kind):
            met = StudioError("")
            try:
                check(facts, kind, weight_type, job.method, job.task, to or run.path, from_scratch=job.from_scratch)
            except StudioError as problem:
                met = problem
            option = ExportOption(
                kind=kind,
                weight_type=weight_type,
                needed_bytes=needed_bytes(facts, kind, weight_type),
                problem=met.title,
                hint=met.hint,
                remedy=met.remedy,
            )
            found.append(option)
    return tuple(found)


def _types(facts: ModelFacts, kind: ExportKind) -> tuple[WeightType | None, ...]:
    match kind:
        case "adapter":
            return (None,)
        case "merged":
            usual = default_type(facts, kind, None)
            return (usual, *(each for each in _FLOATS if each != usual))
        case "gguf" | "ollama":
            return _IN_GGUF


def kept_exports(run: RunFolder) -> list[KeptExport]:
    """Those in the run's folder that were made from the result as it is now."""
    found: list[KeptExport] = []
    for file in sorted((run.path / "exports").glob("*/proof.json")):
        kind, _, weight_type = file.parent.name.partition("-")
        try:
            if file.stat().st_mtime_ns < (run.result / "README.md").stat().st_mtime_ns:
                continue
            size = sum(path.stat().st_size for path in file.parent.iterdir())
            kept = {"kind": kind, "weight_type": weight_type or None, "folder": str(file.parent), "size_bytes": size}
            proof = msgspec.json.decode(file.read_bytes(), type=Proof)
            found.append(msgspec.convert({**kept, "proof": msgspec.structs.asdict(proof)}, KeptExport))
        except (OSError, msgspec.ValidationError, msgspec.DecodeError):
            continue  # not one of ours
    return found
