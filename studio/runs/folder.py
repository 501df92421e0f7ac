"""The run folder: what lies where in it, how it is made and how it is found again."""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

import msgspec

from studio.durable import disk_problem, draft_beside, publish_folder, write_file
from studio.errors import RunProblem
from studio.job import TrainJob, read_job, write_job
from studio.paths import Home


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """Where a run that came from another computer finds what it needs on this one; its request stays as it was."""

    model: str
    """Folder of the model."""
    device: str | None
    world_size: int | None


class RunFolder(msgspec.Struct, frozen=True):
    """One run: a frozen request and everything that came of it."""

    path: Path

    @property
    def name(self) -> str:
        """The folder's name, which is the run's."""
        return self.path.name

    @property
    def home(self) -> Home:
        """Where it lies."""
        return Home(self.path.parent.parent)

    @property
    def job_file(self) -> Path:
        """The frozen request."""
        return self.path / "job.json"

    @property
    def here_file(self) -> Path:
        """Only of a run that came from another computer."""
        return self.path / "here.json"

    @property
    def torchrun_file(self) -> Path:
        """Only of a run that torchrun starts on several computers: the foreman leaves it alone."""
        return self.path / "torchrun"

    @property
    def events(self) -> Path:
        """Written by the worker."""
        return self.path / "events.jsonl"

    @property
    def foreman_events(self) -> Path:
        """Written by the foreman."""
        return self.path / "foreman.jsonl"

    @property
    def row_losses(self) -> Path:
        """The worker's: the loss of every row of every update."""
        return self.path / "row-losses.bin"

    @property
    def commands(self) -> Path:
        """Written by whoever asks something of the run."""
        return self.path / "commands.jsonl"

    @property
    def notes(self) -> Path:
        """What its owner wrote about it."""
        return self.path / "notes.json"

    @property
    def lease(self) -> Path:
        """Locked while the foreman looks after the run."""
        return self.path / "lease"

    @property
    def worker_lease(self) -> Path:
        """Locked by the worker, so that there is never a second one."""
        return self.path / "worker.lease"

    @property
    def data(self) -> Path:
        """What was encoded for this run."""
        return self.path / "data"

    @property
    def log(self) -> Path:
        """Everything the worker's process printed."""
        return self.path / "worker.log"

    @property
    def checkpoints(self) -> Path:
        """One folder per checkpoint."""
        return self.path / "checkpoints"

    @property
    def result(self) -> Path:
        """What using the outcome needs."""
        return self.path / "result"

    def job(self) -> TrainJob:
        """The frozen request, with the places of this computer. Raises RunProblem where it cannot be read."""
        try:
            job = read_job(self.job_file.read_bytes())
            here = msgspec.json.decode(self.here_file.read_bytes(), type=Here) if self.here_file.exists() else None
        except (OSError, msgspec.DecodeError) as problem:
            raise RunProblem(
                f"The request of {self.name} cannot be read.",
                "Its folder is damaged or was written by a newer version; start the run again as a new one.",
            ) from problem
        if not isinstance(job, TrainJob):
            raise RunProblem(f"{self.name} is not a training run.", "Choose another run.")
        if here is None:
            return job
        return msgspec.structs.replace(job, model=here.model, device=here.device, world_size=here.world_size)


def create_run(home: Home, job: TrainJob, now: float | None = None, *, by_torchrun: bool = False) -> RunFolder:
    """A new run folder, queued from the instant it appears, unless torchrun starts it. Raises DiskProblem."""
    stamp = time.strftime("%Y-%m-%d-%H%M", time.localtime(now))
    slug = re.sub(r"[^a-z0-9]+", "-", job.name.lower()).strip("-")[:40] or "run"
    draft = None
    try:
        for number in range(1, 1000):
            path = home.runs / (f"{stamp}-{slug}" if number == 1 else f"{stamp}-{slug}-{number}")
            if path.exists():
                continue
            draft = draft_beside(path)
            draft.mkdir(mode=0o700)
            write_file(draft / "job.json", write_job(job))
            if by_torchrun:
                RunFolder(draft).torchrun_file.touch()
            publish_folder(draft, path)
            return RunFolder(path)
    except OSError as problem:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)
        raise disk_problem(problem, "The run could not be created") from problem
    raise RunProblem("There are a thousand runs of this name already.", "Give the run another name.")


def list_runs(home: Home) -> list[RunFolder]:
    """All runs, oldest first; a draft is none yet, even where its request is written already."""
    with os.scandir(home.runs) as found:  # a thousand paths are slow to make and to sort
        shown = [entry for entry in found if not entry.name.startswith(".")]
    names = sorted(entry.name for entry in shown if os.path.isfile(f"{entry.path}/job.json"))  # noqa: PTH113
    return [RunFolder(home.runs / name) for name in names]


def find_run(home: Home, name: str) -> RunFolder:
    """The run of this name, "last" for the newest, or the only one whose name contains `name`.

    Raises RunProblem where there is none, or more than one.
    """
    runs = list_runs(home)
    if name == "last" and runs:
        return max(runs, key=lambda run: run.job_file.stat().st_mtime_ns)
    exact = [run for run in runs if run.name == name]
    matching = exact or [run for run in runs if name and name in run.name]
    if len(matching) == 1:
        return matching[0]
    if matching:
        names = ", ".join(run.name for run in matching[-3:])
        raise RunProblem(f"{len(matching)} runs are called something with “{name}”.", f"Say which one: {names}.")
    raise RunProblem(f"There is no run “{name}”.", "`nightshift runs` lists them.")
