"""Environments as folders: which are whole, and how they are swept, moved and removed."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from studio.durable import draft_beside, sync_folder, write_file
from studio.errors import InstallationProblem
from studio.installation.commands import Left

MANIFEST = "environment.json"
CACHE = ".cache"


def sweep(folder: Path) -> None:
    """Remove what attempts that ended early have left. What is still being written by a dying one goes next time."""
    for left in folder.glob(".draft-*"):
        shutil.rmtree(left, ignore_errors=True)


def whole_environments(folder: Path) -> list[Path]:
    """Those that are complete, by name."""
    return sorted(found.parent for found in folder.glob(f"*/{MANIFEST}") if not found.parent.name.startswith("."))


def publish(draft: Path, folder: Path, manifest: dict[str, Any]) -> None:
    """Make a finished draft appear as `folder`: listed, flushed, renamed."""
    write_file(draft / MANIFEST, json.dumps(manifest, indent=2).encode() + b"\n")
    if hasattr(os, "sync"):
        os.sync()  # one by one, its ten thousands of files would take minutes
    draft.rename(folder)
    sync_folder(folder.parent)


def remove_environment(folder: Path, name: str) -> None:
    """Gone at once for every reader; the files follow."""
    leaving = draft_beside(folder / name)
    try:
        (folder / name).rename(leaving)
    except FileNotFoundError:
        return
    sweep(folder)


def move_environments(folder: Path, to: Path, leaving: Callable[[], bool], progress: Callable[..., None]) -> Path:
    """Copy every whole environment into the folder `to`, which is returned; the old ones stay until they are removed.

    Raises InstallationProblem where there is too little room, OSError, and Left.
    """
    environments = whole_environments(folder)
    needed = sum(tree_bytes(each) for each in environments)
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    check_room(to, needed)
    sweep(to)
    copied = 0

    def copy(source: str, target: str) -> str:
        nonlocal copied
        if leaving():
            raise Left
        shutil.copy2(source, target, follow_symlinks=False)
        copied += os.lstat(source).st_size
        progress(what=Path(source).name, done_bytes=copied, total_bytes=needed)
        return target

    try:
        for each in environments:
            if (to / each.name).exists():
                continue
            draft = to / f".draft-{each.name}-{secrets.token_hex(4)}"
            shutil.copytree(each, draft, symlinks=True, copy_function=copy)
            publish(draft, to / each.name, json.loads((each / MANIFEST).read_bytes()))
    except (Left, OSError, shutil.Error):
        sweep(to)
        raise
    return to


def tree_bytes(folder: Path) -> int:
    """Bytes of all files below."""
    return sum((Path(base) / name).lstat().st_size for base, _, names in os.walk(folder) for name in names)


def check_room(folder: Path, needed_bytes: int) -> None:
    """Raises InstallationProblem where the disk has less than that."""
    free = shutil.disk_usage(folder).free
    if free < needed_bytes:
        raise InstallationProblem(
            f"The disk has {free / 1e9:.1f} GB free, and {needed_bytes / 1e9:.1f} GB are needed.",
            "Free some space, or choose a folder on another disk.",
        )
