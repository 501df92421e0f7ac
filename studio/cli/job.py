"""`nightshift job RUN --to slurm|torchrun|skypilot`: a run as a folder that a cluster runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from studio.cli.again import JOB_ENDINGS, read_job_file
from studio.cli.options import HomeOption, JsonOption, choice
from studio.cli.pack import progress
from studio.cli.say import say, say_json
from studio.cluster.scripts import Cluster, Wanted
from studio.cluster.write import write_job_folder
from studio.paths import open_home
from studio.runs.folder import RunFolder, find_run


def job(  # noqa: PLR0913 - a command's options are its arguments
    run: Annotated[str, typer.Argument(help="Name of a run nobody works on, or a file like a run's job.json.")],
    to: Annotated[str, typer.Option("--to", help="slurm, torchrun or skypilot.")],
    nodes: Annotated[int, typer.Option("--nodes", min=1, help="Computers that share the work.")] = 1,
    gpus_per_node: Annotated[
        int, typer.Option("--gpus-per-node", min=1, help="GPUs of each; processes, where the run asks for cpu.")
    ] = 1,
    time: Annotated[str, typer.Option("--time", help="What the job gets at a time, like 24:00:00.")] = "24:00:00",
    partition: Annotated[str, typer.Option("--partition", help="Of the cluster; left out: its default.")] = "",
    gpu: Annotated[str, typer.Option("--gpu", help="Kind of GPU, as the cluster calls it.")] = "",
    model_there: Annotated[
        str, typer.Option("--model-there", help="Folder of the model on the cluster; left out: it is packed along.")
    ] = "",
    folder: Annotated[Path | None, typer.Option("--folder", help="A new folder; left out: here.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Write a run as a folder for several computers: packed run, program, exact versions and a script to read.

    --json: `folder`, `run`, `files`.
    """
    cluster: Cluster = choice(to, get_args(Cluster), "--to")
    where = open_home(home)
    asked = read_job_file(Path(run)) if run.endswith(JOB_ENDINGS) else find_run(where, run)
    called = asked.name if isinstance(asked, RunFolder) else Path(run).stem
    if isinstance(asked, RunFolder) and not asked.events.exists():  # it waits for its turn here
        asked = asked.job()
    wanted = Wanted(
        name="",
        nodes=nodes,
        gpus_per_node=gpus_per_node,
        time=time,
        partition=partition,
        gpu=gpu,
        model=model_there,
    )
    target = (folder or Path(f"{called}-{cluster}")).expanduser().resolve()
    with progress("Packing", quiet=json) as tell:
        name = write_job_folder(where, asked, cluster, wanted, target, tell)
    files = sorted(each.name for each in target.iterdir())
    if json:
        say_json({"folder": str(target), "run": name, "files": files})
        return
    say(f"{target}: how to start it is in its README.md.")
    say("Go on with the run there or here, not in both places.")
