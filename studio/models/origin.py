"""Names of models on the hub, where they are on this computer once downloaded, and the note of where they came from."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from studio.errors import HubProblem
from studio.paths import Home

ORIGIN = "origin.json"
"""Beside the model: what it is and where it came from."""
_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}")


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


def folder_of(home: Home, model: str) -> Path:
    """Where a model of the hub is, once it is here. Raises HubProblem where that is no name."""
    return home.models / check_name(model).replace("/", "--")


def draft_of(home: Home, model: str) -> Path:
    """Where its files are until all are here."""
    return home.models / ".unfinished" / folder_of(home, model).name


def read_origin(folder: Path) -> Origin | None:
    """Where the model in a folder came from; None: not by a download."""
    try:
        return msgspec.json.decode((folder / ORIGIN).read_bytes(), type=Origin)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def check_name(model: str) -> str:
    """Owner and name of a model. Raises HubProblem where it is none."""
    if not _NAME.fullmatch(model) or ".." in model or "--" in model:
        raise misnamed(model)
    return model


def misnamed(model: str) -> HubProblem:
    """What to say of a name that is none."""
    return HubProblem(f"“{model[:100]}” is no name of a model.", "Names have an owner, like Qwen/Qwen3-8B.")
