"""Packs a run that nobody works on into one file: draft, flushed, renamed."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import time
from collections.abc import Callable, Iterator
from glob import escape
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import msgspec

from studio.durable import disk_problem, draft_beside, sha256_of, sync_folder
from studio.errors import RunProblem
from studio.moving.archive import add_member, end_archive, pieces_of
from studio.moving.base_model import describe, model_files
from studio.moving.manifest import FOLDERS, FORMAT, MANIFEST, SUFFIX, Manifest, PackedFile, moves
from studio.runs.folder import RunFolder
from studio.runs.story import RunState
from studio.runs.watch import RunWatch, read_run

Tell = Callable[[int, int], None]
"""Hears how many bytes are done, of how many; may raise to end it."""
QUIET: frozenset[RunState] = frozenset({"finished", "stopped", "failed", "interrupted", "paused"})
"""States in which nothing of a run changes."""


def pack_run(
    run: RunFolder, to: Path | None, *, with_model: bool = False, tell: Tell = lambda _done, _total: None
) -> Path:
    """Pack a run into the file `to`, or into a file of its name in the folder `to`. The run stays as it is.

    Raises RunProblem where the run is being worked on or `to` is there already, ModelProblem where its model is gone,
    DiskProblem, and what `tell` raises: nothing is left then.
    """
    target = _target(run, to)
    watch = read_run(run)
    if watch.state not in QUIET:
        raise RunProblem(
            f"{run.name} is {watch.state}, so it cannot be packed.", "Pause or stop it first; then it can move."
        )
    if not (run.data / "prepared.json").is_file():
        raise RunProblem(f"{run.name} has not read its rows yet, so there is nothing to move.", "Start it here first.")
    model = Path(run.job().model)
    try:
        for left_over in target.parent.glob(f".draft-{escape(target.name)}-*"):  # of a process that was killed
            left_over.unlink()
        sources = _sources(run, model if with_model else None)
        total = sum(size for _, size in sources.values())
        manifest = _manifest(watch, model, sources, _halves(tell, total, 0), with_model=with_model)
        _write(target, manifest, sources, _halves(tell, total, total))
    except FileNotFoundError as problem:
        raise _changed(run.name) from problem
    except OSError as problem:
        raise disk_problem(problem, f"{run.name} could not be packed") from problem
    watch.poll()
    if watch.state not in QUIET or watch.story.update != manifest.update:
        target.unlink()
        raise _changed(run.name)
    return target


def _halves(tell: Tell, total: int, before: int) -> Callable[[int], None]:
    """Everything is read twice: once for its hash, once to be written."""
    return lambda done: tell((before + done) // 2, total)


def _target(run: RunFolder, to: Path | None) -> Path:
    target = (to or Path.cwd()).expanduser().absolute()
    if target.is_dir():
        target = target / f"{run.name}{SUFFIX}"
    if target.exists():
        raise RunProblem(f"{target.name} is there already.", "Move it away, or name another file with --to.")
    if not target.parent.is_dir():
        raise RunProblem(f"There is no folder {target.parent}.", "Make it first, or name another file with --to.")
    return target


def _changed(name: str) -> RunProblem:
    return RunProblem(f"{name} was changed while it was packed.", "Wait until nobody works on it, then pack it again.")


def _sources(run: RunFolder, model: Path | None) -> dict[str, tuple[Path, int]]:
    """Every file with its size now, by its name in the packed file; job.json first."""
    kept = {f"checkpoints/{folder.name}" for folder in _checkpoints(run)}
    found: list[Path] = []
    for path in sorted(run.path.iterdir()):
        if path.is_dir() and path.name in FOLDERS:
            found += sorted(each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
        elif path.is_file() and not path.is_symlink():
            found.append(path)
    sources: dict[str, tuple[Path, int]] = {}
    for path in sorted(found, key=lambda each: each != run.job_file):
        inside = PurePosixPath(path.relative_to(run.path).as_posix())
        if inside.parts[0] == "checkpoints" and "/".join(inside.parts[:2]) not in kept:
            continue
        if moves(inside) and not any(part.startswith(".draft-") for part in inside.parts):
            sources[f"run/{inside}"] = path, path.stat().st_size
    if model is not None:
        sources |= {f"model/{path.name}": (path, path.stat().st_size) for path in model_files(model)}
    return sources


def _checkpoints(run: RunFolder) -> Iterator[Path]:
    """The newest that is whole, and the one with the lowest held-out loss."""
    named = [path for path in run.checkpoints.glob("update-*") if re.fullmatch(r"update-\d+", path.name)]
    for folder in sorted(named, key=lambda path: int(path.name.removeprefix("update-")), reverse=True):
        if _is_whole(folder):
            number = f"{_best_update(folder):06d}"
            best = {run.checkpoints / f"{kind}-{number}" for kind in ("update", "best")} - {folder}
            yield folder
            yield from (each for each in best if _is_whole(each))
            return


class _Listed(msgspec.Struct, frozen=True):
    size_bytes: int
    sha256: str


class _State(msgspec.Struct, frozen=True):
    best_update: int = 0


def _best_update(checkpoint: Path) -> int:
    return msgspec.json.decode((checkpoint / "state.json").read_bytes(), type=_State).best_update


def _is_whole(checkpoint: Path) -> bool:
    """Whether all files that its list names are there and match it."""
    try:
        listed = msgspec.json.decode((checkpoint / "manifest.json").read_bytes(), type=dict[str, _Listed])
        files = [(checkpoint / name, entry) for name, entry in listed.items()]
        return bool(files) and all(
            path.stat().st_size == entry.size_bytes and sha256_of(path) == entry.sha256 for path, entry in files
        )
    except (OSError, msgspec.DecodeError):
        return False


def _manifest(
    watch: RunWatch,
    model: Path,
    sources: dict[str, tuple[Path, int]],
    tell: Callable[[int], None],
    *,
    with_model: bool,
) -> Manifest:
    files: list[PackedFile] = []
    done = 0
    for name, (path, size) in sources.items():
        digest = hashlib.sha256()
        with path.open("rb") as file:
            for piece in pieces_of(file, size):
                digest.update(piece)
                tell(done := done + len(piece))
        files.append(PackedFile(path=name, size=size, sha256=digest.hexdigest()))
    base = describe(model, packed=with_model)
    return Manifest(
        format=FORMAT,
        run=watch.run.name,
        title=watch.run.job().name,
        state=watch.state,
        update=watch.story.update,
        updates=watch.story.updates,
        job_hash=files[0].sha256,
        host=socket.gethostname(),
        packed_at=time.time(),
        model=base,
        files=tuple(files),
    )


def _write(target: Path, manifest: Manifest, sources: dict[str, tuple[Path, int]], tell: Callable[[int], None]) -> None:
    draft = draft_beside(target)
    try:
        with draft.open("xb") as archive:
            draft.chmod(0o600)
            _write_members(archive, manifest, sources, tell)
            archive.flush()
            os.fsync(archive.fileno())
        draft.rename(target)
        sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def _write_members(
    archive: BinaryIO, manifest: Manifest, sources: dict[str, tuple[Path, int]], tell: Callable[[int], None]
) -> None:
    content = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    done = 0

    def told(pieces: Iterator[bytes]) -> Iterator[bytes]:
        nonlocal done
        for piece in pieces:
            yield piece
            tell(done := done + len(piece))

    add_member(archive, MANIFEST, len(content), iter((content,)))
    add_member(archive, f"{MANIFEST}.sha256", 64, iter((hashlib.sha256(content).hexdigest().encode(),)))
    for listed in manifest.files:
        with sources[listed.path][0].open("rb") as file:  # a journal may have grown since: its beginning is packed
            if add_member(archive, listed.path, listed.size, told(pieces_of(file, listed.size))) != listed.sha256:
                raise _changed(manifest.run)
    end_archive(archive)
