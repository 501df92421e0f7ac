"""Writes a run as a folder that a cluster can run: the packed run, the program, exact versions, and a script."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from studio.cluster.environment import copy_program, requirements
from studio.cluster.scripts import Cluster, Wanted, scripts
from studio.data.prepare import prepare
from studio.durable import disk_problem, draft_beside, publish_folder
from studio.errors import RunProblem
from studio.events import RunEnded
from studio.job import TrainJob
from studio.models.local import read_model
from studio.moving.pack import pack_run
from studio.paths import Home, open_home
from studio.planning.check_method import check_method
from studio.runs.folder import RunFolder, create_run
from studio.runs.journal import Journal
from studio.runs.watch import read_run

PACKED = "run.nightshift"
Tell = Callable[[int, int], None]


def write_job_folder(
    home: Home, asked: RunFolder | TrainJob, cluster: Cluster, wanted: Wanted, folder: Path, tell: Tell
) -> str:
    """Write the folder, whole or not at all. Returns the name of the run in it.

    `asked`: a run that nobody works on, or a request, whose rows are read now. `tell` hears of bytes packed. Raises
    RunProblem, PlanProblem, DatasetProblem, ModelProblem and DiskProblem.
    """
    if folder.exists():
        raise RunProblem(f"There is something in {folder} already.", "Name a folder that is not there yet.")
    wanted.check()
    if isinstance(asked, RunFolder):
        _refuse_finished(asked)
    draft = draft_beside(folder)
    try:
        draft.mkdir(parents=True, mode=0o700)
        if isinstance(asked, RunFolder):
            run, job = asked.name, asked.job()
            pack_run(asked, draft / PACKED, with_model=not wanted.model, tell=tell)
        else:
            run, job = _pack_new(home, asked, draft / PACKED, with_model=not wanted.model, tell=tell), asked
        copy_program(draft / "program")
        lines = requirements(few_bits=job.stores_in_few_bits)
        (draft / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        wanted = msgspec.structs.replace(wanted, name=run, on_processors=job.device == "cpu")
        for name, text in scripts(cluster, wanted).items():
            (draft / name).write_text(text, encoding="utf-8", newline="\n")
        publish_folder(draft, folder)
    except OSError as problem:
        raise disk_problem(problem, "The job could not be written") from problem
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return run


def _refuse_finished(run: RunFolder) -> None:
    if read_run(run).state == "finished":
        raise RunProblem(
            f"{run.name} is finished, so nothing is left for a cluster to do.",
            f"For the same experiment once more, name its request: {run.job_file}",
        )


def _pack_new(home: Home, job: TrainJob, to: Path, *, with_model: bool, tell: Tell) -> str:
    """A run that never began here: its rows are read, and it waits at its beginning."""
    facts = read_model(job.model, from_scratch=job.from_scratch)
    check_method(job, facts)
    with tempfile.TemporaryDirectory(dir=to.parent) as aside:
        run = create_run(open_home(Path(aside)), job)
        prepare(
            job.data,
            Path(job.model),
            run.data,
            max_positions=facts.max_positions,
            seed=job.learning.seed,
            task=job.task,
            cache=home.encoded,
        )
        with Journal(run.foreman_events) as journal:
            journal.append(RunEnded(outcome="stopped", commands_to=0))
        pack_run(run, to, with_model=with_model, tell=tell)
        return run.name
