"""Names of models on the hub, where they are on this computer once downloaded, and the note of where they came from."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from studio.errors import HubProblem
from studio.paths import Home

ORIGIN = "origin.json"
"""Beside the model: what it is and where it came from."""
_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
_DATASET = "datasets/"
"""What the hub puts before the names of datasets; behind them we write the part that is wanted: `:main/train`."""
_PART = re.compile(r"[\w.-]{1,96}(/[\w.-]{1,96})?", re.ASCII)


class RemoteFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a model on the hub."""

    name: str
    size: int
    sha256: str = ""
    """Of large files."""
    git_id: str = ""
    """SHA-1 over "blob SIZE\\0" and the content, as git names files; of small ones."""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a model came from."""

    model: str
    revision: str
    """Hash of the commit."""
    files: tuple[RemoteFile, ...]


class Dataset(msgspec.Struct, frozen=True):
    """A dataset on the hub."""

    name: str
    """Owner and name."""
    part: str = ""
    """Words of the paths of its files, such as "test" or "main/train"; empty: the rows to learn from."""


def dataset_of(model: str) -> Dataset | None:
    """The dataset that stands in place of a model's name; None: it is a model's. Raises HubProblem."""
    if not model.startswith(_DATASET):
        return None
    name, colon, part = model.removeprefix(_DATASET).partition(":")
    if not _is_name(name) or (colon and not _PART.fullmatch(part)) or ".." in part:
        raise HubProblem(
            f"“{model.removeprefix(_DATASET)[:100]}” is no name of a dataset.",
            "Names have an owner and may name a part: openai/gsm8k:main/train.",
        )
    return Dataset(name, part)


def folder_of(home: Home, model: str) -> Path:
    """Where a model or dataset of the hub is, once it is here. Raises HubProblem where that is no name."""
    if (dataset := dataset_of(model)) is None:
        return home.models / check_name(model).replace("/", "--")
    parts = [*dataset.name.split("/"), *filter(None, dataset.part.split("/"))]
    return home.folder / "datasets" / "--".join(parts)


def draft_of(home: Home, model: str) -> Path:
    """Where its files are until all are here."""
    folder = folder_of(home, model)
    return folder.parent / ".unfinished" / folder.name


def read_origin(folder: Path) -> Origin | None:
    """Where the model in a folder came from; None: not by a download."""
    try:
        return msgspec.json.decode((folder / ORIGIN).read_bytes(), type=Origin)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def check_name(model: str) -> str:
    """Owner and name of a model. Raises HubProblem where it is none."""
    if not _is_name(model):
        raise misnamed(model)
    return model


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and ".." not in text and "--" not in text


def misnamed(model: str) -> HubProblem:
    """What to say of a name that is none."""
    return HubProblem(f"“{model[:100]}” is no name of a model.", "Names have an owner, like Qwen/Qwen3-8B.")


def models_here(home: Home) -> tuple[tuple[str, str], ...]:
    """Folder and name on the hub of every model that was downloaded, by name."""
    folders = sorted(home.models.glob("*/origin.json")) if home.models.is_dir() else []
    found = ((path.parent, read_origin(path.parent)) for path in folders)
    return tuple((str(folder), origin.model) for folder, origin in found if origin is not None)
