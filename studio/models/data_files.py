"""Which files of a dataset on the hub hold the rows that are wanted."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import PurePosixPath

import msgspec

from studio.errors import HubProblem
from studio.models.hub import Repository
from studio.models.origin import RemoteFile, dataset_of

_KINDS = (".parquet", ".jsonl", ".csv", ".tsv", ".json")
"""Best first: of a dataset that is there in several formats, one is fetched."""
_PACKED = (".gz", ".zst")
_NO_ROWS = {"dataset_infos.json", "dataset_info.json", "dataset_dict.json", "state.json", "package.json", "config.json"}
_HELD_OUT = ("test", "validation", "valid", "val", "dev", "eval")


class DataPart(msgspec.Struct, frozen=True):
    """A table of a dataset."""

    name: str
    """As it is asked for; empty: nothing has to be chosen."""
    num_bytes: int


def parts_of(repository: Repository) -> tuple[DataPart, ...]:
    """What can be asked for of a dataset, by name: the part that is named already, or a part for each of its tables.

    Raises HubProblem where there is nothing to read.
    """
    dataset = dataset_of(repository.model)
    assert dataset is not None
    try:
        return (DataPart(dataset.part, _size(wanted_files(repository))),)
    except HubProblem:
        folders = sorted({str(PurePosixPath(file.name).parent) for file in repository.files})
        parts = [_part(repository, dataset.name, folder) for folder in folders]
        found = {each.name: each for each in parts if each is not None}
        if not found:
            raise
        return tuple(found.values())


def _part(repository: Repository, name: str, folder: str) -> DataPart | None:
    """The shortest name for the rows to learn from in a folder."""
    words = PurePosixPath(folder).parts
    for part in (*words[:1], *words[-1:], "/".join(words[-2:])):
        with suppress(HubProblem):
            files = wanted_files(msgspec.structs.replace(repository, model=f"datasets/{name}:{part}"))
            if all(str(PurePosixPath(file.name).parent) == folder for file in files):
                return DataPart(part, _size(files))
    return None


def _size(files: tuple[RemoteFile, ...]) -> int:
    return sum(file.size for file in files)


def wanted_files(repository: Repository) -> tuple[RemoteFile, ...]:
    """The files of the part that is named, else those to learn from. Raises HubProblem where that is not one table."""
    dataset = dataset_of(repository.model)
    assert dataset is not None
    rows = _of_one_kind([file for file in repository.files if _is_safe(file.name)])
    if not rows:
        raise HubProblem(
            f"{dataset.name} has no files of rows that can be read.",
            "Choose one with Parquet, JSONL, JSON or CSV files.",
        )
    asked = [word for word in dataset.part.split("/") if word]
    chosen = [file for file in rows if all(word in _words(file.name) for word in asked)]
    if not any(word in ("train", *_HELD_OUT) for word in asked):
        to_learn = [file for file in chosen if "train" in _words(file.name)]
        chosen = to_learn or [file for file in chosen if not set(_HELD_OUT) & set(_words(file.name))]
    folders = sorted({str(PurePosixPath(file.name).parent) for file in chosen})
    if len(folders) != 1:
        there = folders or sorted({str(PurePosixPath(file.name).with_suffix("")) for file in rows})
        what = "several parts" if folders else f"no part “{dataset.part}” but"
        raise HubProblem(
            f"{dataset.name} has {what}: {', '.join(there[:12])}.",
            f"Name one of them: hub:{dataset.name}:{there[0].split('/')[0]}.",
        )
    for file in chosen:
        if not (file.sha256 or file.git_id):
            raise HubProblem(f"The hub tells no hash of {file.name} of {dataset.name}.", "Choose another dataset.")
    return tuple(sorted(chosen, key=lambda file: file.name))


def _of_one_kind(files: list[RemoteFile]) -> list[RemoteFile]:
    for kind in _KINDS:
        endings = (kind, *(kind + packed for packed in _PACKED))
        if found := [file for file in files if file.name.lower().endswith(endings) and file.size]:
            return found
    return []


def _is_safe(name: str) -> bool:
    """Whether a file lies within its folder and holds rows."""
    path = PurePosixPath(name)
    inside = not path.is_absolute() and not any(part.startswith(".") or "\\" in part for part in path.parts)
    return inside and path.name.lower() not in _NO_ROWS


def _words(name: str) -> list[str]:
    """Parts of a path between slashes and other signs, and whole names of folders."""
    return [*re.split(r"[/_.-]", name), *PurePosixPath(name).parts, PurePosixPath(name).stem]
