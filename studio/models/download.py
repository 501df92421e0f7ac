"""Fetches a model or dataset from the hub: room first, one pinned version, on after cuts, each file checked by hash."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from studio.durable import disk_problem, publish_folder, sync_file, write_file
from studio.errors import DiskProblem, HubProblem
from studio.hardware.device import file_size
from studio.job import DownloadJob
from studio.models.data_files import wanted_files
from studio.models.download_events import (
    DownloadDelayed,
    DownloadEvent,
    DownloadFinished,
    DownloadProgressed,
    DownloadStarted,
    FileFetchedAgain,
)
from studio.models.files import needed_files
from studio.models.hub import Busy, Hub, Repository, gated_problem
from studio.models.local import read_model
from studio.models.origin import ORIGIN, Origin, RemoteFile, dataset_of, draft_of, folder_of, read_origin
from studio.paths import Home

_SPARE_BYTES = 2**30
"""Of the disk, left to others."""
_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds before each further try in which nothing more arrived."""
_TELL_EVERY_SECONDS = 0.5
_SPEED_SECONDS = 10.0


class Interrupted(Exception):
    """Raised by `attend`: the connection is closed, and the download goes on after the pause."""


@dataclass
class Downloading:
    """What a download needs besides its job: where to tell, whom to ask, how to wait."""

    hub: Hub
    emit: Callable[[DownloadEvent], None]
    attend: Callable[[], None] = lambda: None
    """Called with every piece; raises Interrupted where a pause begins. What else it raises ends the download, of
    which everything is kept."""
    wait_while_paused: Callable[[], None] = lambda: None
    """Called once the connection is closed for a pause."""
    pauses: tuple[float, ...] = _PAUSES

    def sleep(self, seconds: float) -> None:
        """Wait, attentively."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                self.attend()
            except Interrupted:
                self.wait_while_paused()
            time.sleep(min(left, 0.1))


def download(home: Home, job: DownloadJob, with_: Downloading) -> Path:
    """The folder of the model, complete and checked; what is there of an earlier attempt is used.

    There must be no other download of this model at the same time.

    Raises HubProblem, ModelProblem, DiskProblem, and what `attend` raises.
    """
    folder, draft = folder_of(home, job.model), draft_of(home, job.model)
    try:
        draft.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _download(job, folder, draft, with_)
    except OSError as problem:
        raise disk_problem(problem, f"{job.model} could not be written") from problem


def discard(home: Home, model: str) -> None:
    """Remove what is there of an unfinished download."""
    shutil.rmtree(draft_of(home, model), ignore_errors=True)


def _download(job: DownloadJob, folder: Path, draft: Path, with_: Downloading) -> Path:
    if (here := read_origin(folder)) is not None and job.revision in (None, here.revision):
        with contextlib.suppress(OSError):  # of another version
            draft.rmdir()
        with_.emit(_finished(here, folder))
        return folder
    if folder.exists():
        raise HubProblem(
            f"Another version of {job.model} is here already.", f"Move the folder {folder} away, then download again."
        )
    repository = _patiently(lambda: _look_up(job, draft, with_.hub), with_)
    if repository.gated and not with_.hub.has_token:
        raise gated_problem(job.model, has_token=False)
    is_dataset = dataset_of(job.model) is not None
    small, weights = (wanted_files(repository), ()) if is_dataset else needed_files(repository)
    origin = Origin(model=job.model, revision=repository.revision, files=(*small, *weights))
    write_file(draft / ORIGIN, msgspec.json.format(msgspec.json.encode(origin), indent=1))
    progress = _Progress(with_.emit, sum(file.size for file in origin.files), _have(draft, origin.files))
    _check_room(draft, progress)
    with_.emit(
        DownloadStarted(
            model=job.model,
            revision=repository.revision,
            files=len(origin.files),
            total_bytes=progress.total,
            have_bytes=progress.have,
        )
    )
    for file in small:
        _fetch(repository, file, draft, with_, progress)
    if not is_dataset:
        read_model(draft / "config.json")  # refused before gigabytes are fetched for nothing
        for file in weights:
            _fetch(repository, file, draft, with_, progress)
        read_model(draft)
    publish_folder(draft, folder)
    with_.emit(_finished(origin, folder))
    return folder


def _finished(origin: Origin, folder: Path) -> DownloadFinished:
    return DownloadFinished(
        model=origin.model,
        revision=origin.revision,
        folder=str(folder),
        total_bytes=sum(file.size for file in origin.files),
    )


def _look_up(job: DownloadJob, draft: Path, hub: Hub) -> Repository:
    """The version of which a part is here, unless another one is asked for; else that one or the newest."""
    begun = read_origin(draft)
    found = hub.look_up(job.model, job.revision or (begun.revision if begun else None))
    if begun is not None and begun.revision != found.revision:
        shutil.rmtree(draft)
        draft.mkdir(mode=0o700)
    return found


def _have(draft: Path, files: tuple[RemoteFile, ...]) -> int:
    """Bytes that are here of an earlier attempt."""
    return sum(
        min(path.stat().st_size, file.size)
        for file in files
        for path in (draft / file.name, _part(draft, file))
        if path.is_file()
    )


def _part(draft: Path, file: RemoteFile) -> Path:
    return draft / f"{file.name}.part"


def _check_room(draft: Path, progress: _Progress) -> None:
    need, free = progress.total - progress.have, shutil.disk_usage(draft).free
    if need + _SPARE_BYTES > free:
        raise DiskProblem(
            f"There is too little room: the files need {file_size(need)} more, {file_size(free)} are free.",
            f"Free {file_size(need + _SPARE_BYTES - free)}, or choose another home folder with --home.",
        )


@dataclass
class _Progress:
    """How much of all files is here, told now and then with the speed."""

    emit: Callable[[DownloadEvent], None]
    total: int
    have: int
    _told_at: float = -1e9
    _recent: deque[tuple[float, int]] = field(default_factory=deque[tuple[float, int]])

    def add(self, file: RemoteFile, num_bytes: int) -> None:
        """Bytes that arrived, or with a minus were thrown away."""
        now = time.monotonic()
        if not self._recent:
            self._recent.append((now, self.have))
        self.have += num_bytes
        if now - self._told_at < _TELL_EVERY_SECONDS and self.have < self.total:
            return
        self._told_at = now
        self._recent.append((now, self.have))
        while self._recent[0][0] < now - _SPEED_SECONDS and len(self._recent) > 2:
            self._recent.popleft()
        then, had = self._recent[0]
        speed = max(0.0, (self.have - had) / (now - then)) if now > then else 0.0
        left = (self.total - self.have) / speed if speed else None
        self.emit(
            DownloadProgressed(
                file=file.name,
                have_bytes=self.have,
                total_bytes=self.total,
                bytes_per_second=speed,
                seconds_left=left,
            )
        )


def _fetch(repository: Repository, file: RemoteFile, draft: Path, with_: Downloading, progress: _Progress) -> None:
    """The file, whole and checked. One that does not match its hash is fetched once more."""
    target, part = draft / file.name, _part(draft, file)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if target.is_file() and target.stat().st_size == file.size:
        return  # it got this name once it had been checked
    for again in (False, True):
        if again:
            with_.emit(FileFetchedAgain(file=file.name))
        if _receive(repository, file, part, with_, progress):
            sync_file(part)
            part.replace(target)
            return
        progress.add(file, -part.stat().st_size)
        part.unlink()
    raise HubProblem(
        f"{file.name} of {repository.model} arrived damaged twice: it does not match the hash the hub tells.",
        "Try again later, or through another network; nothing of it is used.",
    )


def _receive(repository: Repository, file: RemoteFile, part: Path, with_: Downloading, progress: _Progress) -> bool:
    """Fill up the part, over as many connections as it takes; whether it matches its hash."""
    tries = 0
    with _Received(part, file, progress) as received:
        while received.size < file.size:
            before = received.size
            try:
                _read_once(repository, file, received, with_)
                short = HubProblem("The connection was cut.", "Check the connection; what was downloaded is kept.")
                cut = None if received.size == file.size else Busy(short)
            except Interrupted:
                with_.wait_while_paused()
                continue
            except Busy as problem:
                cut = problem
            if cut is not None:
                tries = 1 if received.size > before else tries + 1
                _wait(cut, tries, with_)
        return received.matches


def _read_once(repository: Repository, file: RemoteFile, received: _Received, with_: Downloading) -> None:
    with with_.hub.read(repository, file, received.size) as (begins_at, chunks):
        if begins_at != received.size:
            received.restart()
        for chunk in chunks:
            received.write(chunk[: file.size - received.size])
            with_.attend()
            if received.size == file.size:
                return


class _Received:
    """A part of a file, with the hash of what it holds."""

    def __init__(self, path: Path, file: RemoteFile, progress: _Progress) -> None:
        self._file, self._progress = file, progress
        self._handle = path.open("ab+")
        if self._handle.tell() > file.size:
            self._handle.truncate(0)
        self.size = self._handle.seek(0, os.SEEK_END)
        self._begin_hash()
        self._handle.seek(0)
        while chunk := self._handle.read(2**20):
            self._hash.update(chunk)

    def __enter__(self) -> _Received:
        return self

    def __exit__(self, *_problem: object) -> None:
        self._handle.close()

    def write(self, chunk: bytes) -> None:
        self._handle.write(chunk)
        self._hash.update(chunk)
        self.size += len(chunk)
        self._progress.add(self._file, len(chunk))

    def restart(self) -> None:
        """The hub begins anew."""
        self._handle.truncate(0)
        self._progress.add(self._file, -self.size)
        self.size = 0
        self._begin_hash()

    @property
    def matches(self) -> bool:
        """Whether all of it is here and is what the hub says."""
        self._handle.flush()
        return self._hash.hexdigest() == (self._file.sha256 or self._file.git_id)

    def _begin_hash(self) -> None:
        if self._file.sha256:
            self._hash = hashlib.sha256()
        else:
            self._hash = hashlib.sha1(b"blob %d\0" % self._file.size, usedforsecurity=False)


def _patiently(ask: Callable[[], Repository], with_: Downloading) -> Repository:
    tries = 0
    while True:
        try:
            return ask()
        except Busy as busy:
            tries += 1
            _wait(busy, tries, with_)


def _wait(busy: Busy, tries: int, with_: Downloading) -> None:
    """Before the next try; after the last one the problem itself is raised."""
    if tries > len(with_.pauses):
        raise busy.problem
    seconds = with_.pauses[tries - 1]
    if busy.wait_seconds is not None:
        seconds = min(max(seconds, busy.wait_seconds), 600.0)
    with_.emit(DownloadDelayed(title=busy.problem.title, seconds=seconds))
    with_.sleep(seconds)
