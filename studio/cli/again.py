"""`nightshift train JOB.toml`: a run's own file, or one like it, run again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from studio.cli.options import HomeOption, JsonOption, QueueOption
from studio.cli.say import say, say_json
from studio.cli.train import wait_for
from studio.errors import RunProblem
from studio.foreman.requests import start_run
from studio.job import TrainJob, read_job
from studio.models.local import read_model
from studio.paths import open_home
from studio.planning.check_method import check_method

JOB_ENDINGS = (".toml", ".json")
_NAME_ONE = "Name the job.json in a run's folder, or a changed copy of it."


def read_job_file(path: Path) -> TrainJob:
    """The request in a job.json of a run, or the same in TOML; its paths begin at the file. Raises RunProblem."""
    try:
        content = path.read_bytes()
        if path.suffix == ".toml":
            job = msgspec.toml.decode(content, type=TrainJob)
        else:
            job = read_job(content)
    except OSError as problem:
        raise RunProblem(
            f"{path} cannot be read: {problem.strerror or problem}.", "Name a run's job.json."
        ) from problem
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise RunProblem(
            f"{path.name} asks for no run: {problem}.", "Take a run's job.json and change that."
        ) from problem
    if not isinstance(job, TrainJob):
        raise RunProblem(f"{path.name} is not the request of a training run.", _NAME_ONE)
    folder = path.expanduser().resolve().parent
    held_out = str(folder / job.data.held_out) if job.data.held_out else None
    data = msgspec.structs.replace(job.data, train=str(folder / job.data.train), held_out=held_out)
    return msgspec.structs.replace(job, model=str(folder / job.model), data=data)


def as_again(arguments: Sequence[str]) -> list[str]:
    """`train FILE …` is the command `again FILE …`; every other call stays as it is."""
    if len(arguments) > 1 and arguments[0] == "train" and arguments[1].endswith(JOB_ENDINGS):
        return ["again", *arguments[1:]]
    return list(arguments)


def again(
    file: Annotated[Path, typer.Argument(help="A run's job.json, or the same in TOML.")],
    queue: QueueOption = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Run what a run's own file asks for, as a new run. The same as `train FILE`.

    --json: as `train`.
    """
    job = read_job_file(file)
    check_method(job, read_model(job.model, from_scratch=job.from_scratch))
    run = start_run(open_home(home), job)
    if not queue:
        wait_for(run, as_json=json)
    elif json:
        say_json({"run": run.name, "state": "queued"})
    else:
        say(f"{run.name} is queued. `nightshift show {run.name}` tells how it goes.")
