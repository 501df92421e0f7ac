"""Unpacks a run: nothing of it is here before everything was checked, and then all of it is."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from studio.durable import disk_problem, publish_folder, write_file
from studio.errors import DiskProblem, ModelProblem, RunProblem, SpaceProblem
from studio.events import RunEnded, Warned
from studio.hardware.detect import Machine, detect
from studio.hardware.device import file_size
from studio.job import TrainJob, read_job
from studio.models.local import read_model
from studio.moving.archive import copy_member, damaged, next_member, pieces_of
from studio.moving.base_model import check_model, find_model, missing, place_for
from studio.moving.make_way import make_way
from studio.moving.manifest import MANIFEST, MAX_MANIFEST_BYTES, Manifest, read_manifest
from studio.moving.pack import Tell
from studio.paths import Home
from studio.runs.brief import AT_REST
from studio.runs.folder import Here, RunFolder
from studio.runs.journal import Journal
from studio.runs.lease import take_lease
from studio.runs.trash import trash_run
from studio.runs.watch import read_run

_SPARE_BYTES = 64 * 2**20


class HereAlready(RunProblem):
    """The same run is in this home."""

    def __init__(self, run: RunFolder, packed: Manifest, here: int) -> None:
        self.is_newer = packed.update > here
        if self.is_newer:
            which = f"the packed one is newer (update {packed.update:,}, not {here:,})"
            hint = "With --replace the one here goes to the trash."
        elif here > packed.update:
            which = f"the one here is newer (update {here:,}, not {packed.update:,})"
            hint = "Nothing was changed."
        else:
            which, hint = f"both are at update {here:,}", "Nothing was changed."
        super().__init__(f"{run.name} is here already: {which}.", hint)


def look_into(file: Path) -> Manifest:
    """What a packed file says of itself; its content is not checked. Raises RunProblem, DiskProblem."""
    with _opened(file) as archive:
        return _manifest(archive)


def unpack_run(
    home: Home,
    file: Path,
    *,
    model: Path | None = None,
    replace: bool = False,
    tell: Tell = lambda _done, _total: None,
) -> RunFolder:
    """Put a packed run among those of this home, at rest: whoever wants it goes on with it.

    `model`: the folder of its model, where the studio does not find it by itself. `replace`: an older copy of the run
    goes to the trash. Raises HereAlready, RunProblem, ModelProblem, DiskProblem, and what `tell` raises; nothing is
    left then.
    """
    with _opened(file) as archive, _arriving(home) as place:
        manifest = _manifest(archive)
        older = _refuse_double(home, manifest, replace=replace)
        try:
            _check_room(home, manifest)
            _copy(archive, manifest, place, tell)
            draft = RunFolder(place / "run")
            model = _model(home, manifest, place, draft, model)
            _settle_in(draft, manifest, model, detect())
            if older is not None:
                make_way(older)
                trash_run(home, older)
            path = home.runs / (older.name if older else _free_name(home, manifest))
            publish_folder(draft.path, path)
        except OSError as problem:
            raise disk_problem(problem, f"{manifest.run} could not be unpacked") from problem
    return RunFolder(path)


@contextmanager
def _opened(file: Path) -> Generator[BinaryIO]:
    file = file.expanduser()
    if not file.exists():
        raise DiskProblem(f"There is no file {file}.", "Check the name, or choose the file again.")
    if not file.is_file():
        raise _no_packed_run()
    try:
        archive = file.open("rb")
    except OSError as problem:
        raise disk_problem(problem, f"{file.name} could not be opened") from problem
    with archive:
        yield archive


@contextmanager
def _arriving(home: Home) -> Generator[Path]:
    """A folder for what is being unpacked; it is gone afterwards, also that of a process that was killed."""
    try:
        home.arriving.mkdir(mode=0o700, exist_ok=True)
        lease = take_lease(home.arriving / "lease", patience=0.2)
        if lease is None:
            raise RunProblem("Another run is being unpacked.", "Wait until it is here, then try again.")
        try:
            for left_over in home.arriving.iterdir():
                if left_over.is_dir():
                    shutil.rmtree(left_over, ignore_errors=True)
            place = home.arriving / secrets.token_hex(8)
            place.mkdir(mode=0o700)
            try:
                yield place
            finally:
                shutil.rmtree(place, ignore_errors=True)
        finally:
            lease.release()
    except OSError as problem:
        raise disk_problem(problem, "The run could not be unpacked") from problem


def _manifest(archive: BinaryIO) -> Manifest:
    pieces: list[bytes] = []
    try:
        copy_member(archive, next_member(archive, MANIFEST, MAX_MANIFEST_BYTES), pieces.append)
    except RunProblem as problem:
        raise _no_packed_run() from problem
    content = b"".join(pieces)
    sums: list[bytes] = []
    copy_member(archive, next_member(archive, f"{MANIFEST}.sha256", 64), sums.append)
    if b"".join(sums).decode("ascii", "replace") != hashlib.sha256(content).hexdigest():
        raise damaged("its list of files does not match its fingerprint")
    return read_manifest(content)


def _no_packed_run() -> RunProblem:
    return RunProblem("This file is no packed run.", "Choose one that `nightshift pack` wrote.")


def _refuse_double(home: Home, manifest: Manifest, *, replace: bool) -> RunFolder | None:
    """The older copy that may go to the trash; None where the run is not here. Raises HereAlready."""
    for path in _names(home, manifest):
        if not path.exists():
            return None
        run = RunFolder(path)
        if run.job_file.is_file() and _hash(run.job_file) == manifest.job_hash:
            watch = read_run(run)
            problem = HereAlready(run, manifest, watch.story.update)
            if replace and problem.is_newer:
                return run
            raise problem
    return None


def _names(home: Home, manifest: Manifest) -> Iterator[Path]:
    """Another run may have its name; then it is the second of that name, and so on."""
    yield home.runs / manifest.run
    yield from (home.runs / f"{manifest.run}-{number}" for number in range(2, 1000))


def _free_name(home: Home, manifest: Manifest) -> str:
    return next(path.name for path in _names(home, manifest) if not path.exists())


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _check_room(home: Home, manifest: Manifest) -> None:
    free, needed = shutil.disk_usage(home.folder).free, manifest.size_bytes + _SPARE_BYTES
    if free < needed:
        raise SpaceProblem(
            f"{manifest.run} needs {file_size(needed)}, and {file_size(free)} are free.",
            "Free some space, then unpack it again.",
        )


def _copy(archive: BinaryIO, manifest: Manifest, place: Path, tell: Tell) -> None:
    """Every file into its place, checked. Raises RunProblem at the first that is not what was packed."""
    done, total = 0, manifest.size_bytes

    def counted(write: Callable[[bytes], object], piece: bytes) -> None:
        nonlocal done
        write(piece)
        tell(done := done + len(piece), total)

    for listed in manifest.files:
        if next_member(archive, listed.path, listed.size) != listed.size:
            raise damaged(f"{listed.path} has another size than is said")
        path = place / listed.path
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as file:
            if copy_member(archive, listed.size, lambda piece, file=file: counted(file.write, piece)) != listed.sha256:
                raise damaged(f"{listed.path} does not match its fingerprint")
    if any(b"".join(pieces_of(archive, 512))):
        raise damaged("something follows its last file")


def _model(home: Home, manifest: Manifest, place: Path, draft: RunFolder, named: Path | None) -> Path:
    """The folder of the run's model on this computer. Raises RunProblem where it is not here."""
    job, wanted = _request(draft), manifest.model
    if named is not None:
        return check_model(named.expanduser().resolve(), wanted)
    if (found := find_model(wanted, home, job.model)) is not None:
        return found
    if not (place / "model").is_dir():
        raise missing(wanted)
    check_model(place / "model", wanted)
    read_model(place / "model", require_weights=not job.from_scratch, from_scratch=job.from_scratch)
    folder = place_for(wanted, home)
    home.models.mkdir(mode=0o700, exist_ok=True)
    publish_folder(place / "model", folder)
    return folder


def _request(draft: RunFolder) -> TrainJob:
    try:
        job = read_job(draft.job_file.read_bytes())
    except msgspec.DecodeError as problem:
        raise damaged("its request cannot be read") from problem
    if not isinstance(job, TrainJob):
        raise ModelProblem(f"{draft.name} is no run that trains.", "Choose another file.")
    return job


def _settle_in(run: RunFolder, manifest: Manifest, model: Path, machine: Machine) -> None:
    """Where things are on this computer, and a last word in its journal: at rest, and that it came from elsewhere."""
    job = _request(run)
    known = {device.id for device in machine.devices}
    cards = len(machine.gpus)
    world_size = min(job.world_size, cards) if job.world_size and cards and job.device != "cpu" else job.world_size
    here = Here(model=str(model), device=job.device if job.device in known else None, world_size=world_size)
    write_file(run.here_file, msgspec.json.encode(here) + b"\n")
    with Journal(run.foreman_events) as journal:
        if manifest.state not in AT_REST:  # else the foreman would go on with it at once
            heard = run.commands.stat().st_size if run.commands.exists() else 0
            journal.append(RunEnded(at=manifest.packed_at, outcome="stopped", commands_to=heard))
        where = f"update {manifest.update:,}" if manifest.update else "its beginning"
        journal.append(
            Warned(
                at=time.time(),
                title=f"Moved here from {manifest.host}, at {where}",
                hint="It goes on with the same rows in the same order; the plan is made anew for this computer.",
            )
        )
