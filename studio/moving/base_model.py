"""The model a run began with: what tells it from every other, and where it is on this computer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from studio.durable import sha256_of
from studio.errors import ModelProblem, RunProblem
from studio.models.fingerprint import fingerprint_of
from studio.models.on_disk import models_on_disk
from studio.models.origin import folder_of, read_origin
from studio.moving.manifest import BaseModel, PackedFile, is_model_file
from studio.paths import Home
from studio.starter import STARTER_MODEL

_SMALL_BYTES = 64 * 2**20
"""Files up to this size are read whole; of larger ones the fingerprint takes pieces."""


def describe(folder: Path, *, packed: bool) -> BaseModel:
    """What tells the model in a folder from every other. Raises ModelProblem where it is gone."""
    try:
        files = tuple(_described(path, whole=packed) for path in model_files(folder))
        fingerprint = fingerprint_of(folder)
    except OSError as problem:
        raise ModelProblem(
            f"The model {folder.name} of this run cannot be read.", f"Put {folder} back, then pack the run."
        ) from problem
    origin = read_origin(folder)
    return BaseModel(
        name=origin.model if origin else folder.name,
        on_hub=origin is not None,
        revision=origin.revision if origin else "",
        fingerprint=fingerprint,
        files=files,
        packed=packed,
    )


def model_files(folder: Path) -> list[Path]:
    """Those that make up the model, by name."""
    return sorted(path for path in folder.iterdir() if path.is_file() and is_model_file(path.name))


def _described(path: Path, *, whole: bool) -> PackedFile:
    size = path.stat().st_size
    sha256 = sha256_of(path) if whole or size <= _SMALL_BYTES else ""
    return PackedFile(path=f"model/{path.name}", size=size, sha256=sha256)


def find_model(wanted: BaseModel, home: Home, was: str) -> Path | None:
    """The first folder on this computer that holds that very model; None: it is not here. `was`: where it was."""
    return next((folder for folder in _places(wanted, home, was) if _is_it(folder, wanted)), None)


def check_model(folder: Path, wanted: BaseModel) -> Path:
    """The folder, where it holds that very model. Raises ModelProblem."""
    difference = _difference(folder, wanted)
    if difference:
        raise ModelProblem(
            f"{folder.name} is not the model this run began with: {difference}.", f"It began with {asked_for(wanted)}."
        )
    return folder


class ModelMissing(RunProblem):
    """The model of a packed run is not on this computer."""


def missing(wanted: BaseModel) -> ModelMissing:
    """The one sentence that asks for it."""
    first = f"`nightshift download {wanted.name}` fetches it" if wanted.on_hub else "Copy its folder to this computer"
    return ModelMissing(
        f"This run needs the model {asked_for(wanted)}, which is not on this computer.",
        f"{first}; or say where it is with --model FOLDER, or pack the run again with --with-model.",
    )


def asked_for(wanted: BaseModel) -> str:
    """Its name, with what tells its version."""
    return f"{wanted.name} ({wanted.revision[:8]})" if wanted.revision else wanted.name


def place_for(wanted: BaseModel, home: Home) -> Path:
    """Where a model that was packed along goes."""
    if wanted.on_hub and not (folder := folder_of(home, wanted.name)).exists():
        return folder
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", wanted.name).strip("-.")[:80] or "model"
    return home.models / f"{name}-{wanted.fingerprint[:8]}"


def _places(wanted: BaseModel, home: Home, was: str) -> Iterator[Path]:
    yield from (Path(was), STARTER_MODEL)
    yield place_for(wanted, home)
    if home.models.is_dir():
        yield from sorted(path for path in home.models.iterdir() if path.is_dir())
    yield from (Path(model.folder) for model in models_on_disk(home))


def _is_it(folder: Path, wanted: BaseModel) -> bool:
    return (folder / "config.json").is_file() and not _difference(folder, wanted)


def _difference(folder: Path, wanted: BaseModel) -> str:
    """The first thing that is not alike, in words; empty where everything is. Sizes first: they cost nothing."""
    try:
        here = {path.name: path for path in model_files(folder)} if folder.is_dir() else {}
        for file in wanted.files:
            path = here.get(Path(file.path).name)
            if path is None:
                return f"it has no {Path(file.path).name}"
            if path.stat().st_size != file.size:
                return f"{path.name} has another size"
        for file in wanted.files:
            path = here[Path(file.path).name]
            if file.sha256 and file.size <= _SMALL_BYTES and sha256_of(path) != file.sha256:
                return f"{path.name} differs"
        return "" if fingerprint_of(folder) == wanted.fingerprint else "its weights differ"
    except OSError as problem:
        return f"it cannot be read ({problem.strerror})"
