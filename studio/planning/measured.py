"""Measurements that were made before, each in a file of its own named after what it depends on."""

from __future__ import annotations

import contextlib
import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Literal

import msgspec

from studio import __version__
from studio.durable import write_file
from studio.hardware.device import Device
from studio.installation.environments import carried_kit, current_environment
from studio.job import Checkpointing, Learning, Method, Precision, Task, TrainJob
from studio.paths import Home
from studio.planning.measurement import Measurement
from studio.planning.request import PlanRequest

_LIBRARIES = ("torch", "transformers", "peft", "bitsandbytes")


class MeasuredFor(msgspec.Struct, frozen=True, kw_only=True):
    """All that memory and time of a micro-batch depend on, besides its tokens."""

    basis: Literal["dry-run", "probe"]
    model: str
    """SHA-256 of its configuration and the sizes of its weight files: what the weights are changes neither."""
    method: Method
    learning: Learning
    """With what cannot matter taken out."""
    precision: Precision
    gradient_checkpointing: Checkpointing | None
    task: Task
    num_labels: int
    from_scratch: bool
    longest: int
    """Tokens of the longest row."""
    device: tuple[str, int, str]
    """Name, bytes, driver."""
    world_size: int
    """Ranks on a processor share its cores."""
    divided: bool
    """Whether each of them keeps a part of the model."""
    versions: tuple[str, ...]


def measured_for(job: TrainJob, request: PlanRequest, basis: Literal["dry-run", "probe"]) -> MeasuredFor:
    """What a measurement for this run depends on."""
    return MeasuredFor(
        basis=basis,
        model=_shape_of(Path(job.model)),
        method=job.method,
        learning=Learning(
            optimizer=job.learning.optimizer,
            neftune_alpha=float(job.learning.neftune_alpha > 0),
            label_smoothing=float(job.learning.label_smoothing > 0),
            router_balance=float(job.learning.router_balance > 0),
        ),
        precision=request.precision,
        gradient_checkpointing=job.gradient_checkpointing,
        task=job.task,
        num_labels=request.facts.num_labels,
        from_scratch=job.from_scratch,
        longest=int(request.lengths.max(initial=0)),
        device=_hardware(request.device),
        world_size=request.world_size,
        divided=request.divided,
        versions=versions(),
    )


def recall(home: Home, what: MeasuredFor) -> Measurement | None:
    """What was measured for exactly that. None where nothing was; a torn or foreign file counts as nothing."""
    what = msgspec.structs.replace(what, versions=engine_versions(home) or what.versions)
    with contextlib.suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        kept = msgspec.json.decode(file_of(home, what).read_bytes(), type=_Kept)
        if kept.measured_for == what:
            return kept.measurement
    return None


def keep(home: Home, what: MeasuredFor, measurement: Measurement) -> None:
    """For the next run of the kind. Where the disk takes nothing, it is measured again then."""
    write_kept(file_of(home, what), _Kept(what, measurement))


def file_of(home: Home, what: msgspec.Struct, prefix: str = "") -> Path:
    """Where what was measured is kept, by what it depends on."""
    return home.measurements / f"{prefix}{hashlib.sha256(msgspec.json.encode(what)).hexdigest()[:32]}.json"


def write_kept(path: Path, kept: msgspec.Struct) -> None:
    """Write it whole, or nothing where the disk takes nothing."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_file(path, msgspec.json.encode(kept))


@cache
def versions() -> tuple[str, ...]:
    """Of this program and of the libraries that do the work, like "torch 2.13.0"."""
    found = [f"nightshift-studio {__version__}"]
    for name in _LIBRARIES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            found.append(f"{name} {metadata.version(name)}")
    return tuple(found)


def engine_versions(home: Home) -> tuple[str, ...] | None:
    """Of an engine that has libraries of its own, since this process may have none of them; None: `versions`."""
    engine = current_environment(home) if carried_kit() is not None else None
    if engine is None:
        return None
    packages = {name.lower(): version for name, version in engine.packages.items()}
    of_libraries = (f"{name} {packages[name]}" for name in _LIBRARIES if name in packages)
    return (f"nightshift-studio {engine.version}", *of_libraries)


class _Kept(msgspec.Struct, frozen=True):
    measured_for: MeasuredFor
    measurement: Measurement


def _shape_of(model: Path) -> str:
    """Of a model's folder, or of a config.json alone."""
    folder = model.parent if model.name == "config.json" else model
    digest = hashlib.sha256((folder / "config.json").read_bytes())
    for path in sorted(folder.glob("*.safetensors")):
        digest.update(f"{path.name}:{path.stat().st_size}\n".encode())
    return digest.hexdigest()


def _hardware(device: Device) -> tuple[str, int, str]:
    return device.name, device.total_bytes, device.driver
