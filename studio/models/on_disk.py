"""Models that are on this computer already: those fetched by the studio, and those in the hub's own cache."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from studio.errors import ModelProblem
from studio.models.local import read_model
from studio.models.origin import read_origin
from studio.paths import Home

_PREFIX = "models--"


class ModelHere(msgspec.Struct, frozen=True, kw_only=True):
    """A whole model in a folder."""

    id: str
    """Owner and name on the hub."""
    revision: str
    """Hash of the commit."""
    folder: str
    source: Literal["studio", "hub cache"]
    parameters: int
    weight_bytes: int


def models_on_disk(home: Home) -> tuple[ModelHere, ...]:
    """By name; the studio's own before the same one in the cache. Nothing is written, and what is no model to train
    here is left out."""
    found: dict[str, ModelHere] = {}
    for model in (*_fetched(home), *_cached(hub_cache())):
        found.setdefault(model.id, model)
    return tuple(sorted(found.values(), key=lambda model: model.id.lower()))


def hub_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Where huggingface_hub keeps what other programs fetched, by its own settings."""
    if named := environment.get("HF_HUB_CACHE") or environment.get("HUGGINGFACE_HUB_CACHE"):
        return Path(named).expanduser()
    if named := environment.get("HF_HOME"):
        return Path(named).expanduser() / "hub"
    cache = environment.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache).expanduser() / "huggingface" / "hub"


def _fetched(home: Home) -> Iterator[ModelHere]:
    for folder in _folders(home.models):
        if (origin := read_origin(folder)) is not None:
            yield from _model(folder, origin.model, origin.revision, "studio")


def _cached(cache: Path) -> Iterator[ModelHere]:
    """The version that `main` stood for when it was last fetched, else the newest folder."""
    for folder in _folders(cache):
        owner, separator, name = folder.name.removeprefix(_PREFIX).partition("--")
        if not folder.name.startswith(_PREFIX) or not separator:
            continue
        try:
            revision = (folder / "refs" / "main").read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            revision = ""
        snapshots = {each.name: each for each in _folders(folder / "snapshots")}
        snapshot = snapshots.get(revision) or next(reversed(snapshots.values()), None)
        if snapshot is not None:
            yield from _model(snapshot, f"{owner}/{name}", snapshot.name, "hub cache")


def _folders(place: Path) -> list[Path]:
    """The last one written to last; none where the place is not there."""
    try:
        inside = [path for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")]
        return sorted(inside, key=lambda path: path.stat().st_mtime)
    except OSError:
        return []


def _model(folder: Path, name: str, revision: str, source: Literal["studio", "hub cache"]) -> Iterator[ModelHere]:
    try:
        facts = read_model(folder)
    except (ModelProblem, OSError):
        return
    yield ModelHere(
        id=name, revision=revision, folder=str(folder), source=source,
        parameters=facts.parameters, weight_bytes=facts.weight_bytes,
    )  # fmt: skip
