"""`nightshift export`: a result in the form that others read, proved before it counts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from studio.after import Exported, ExportJob, ExportKind, WeightType
from studio.cli.asked import absolute, ask
from studio.cli.options import DeviceOption, HomeOption, JsonOption, RunArgument, WeightsOption, choice
from studio.cli.say import duration, say, say_json
from studio.errors import RunProblem
from studio.export.preflight import Checked, check_all
from studio.hardware.device import file_size
from studio.job import Lora
from studio.paths import Home, open_home
from studio.runs.folder import find_run


def export(  # noqa: PLR0913 - a command's options are its arguments
    run: RunArgument = "last",
    kind: Annotated[str, typer.Option("--as", help="adapter, merged, gguf or ollama.")] = "merged",
    to: Annotated[Path | None, typer.Option("--to", help="A new folder; left out: in the run's folder.")] = None,
    weights: WeightsOption = None,
    device: DeviceOption = None,
    check: Annotated[bool, typer.Option("--check", help="Only say what is possible.")] = False,
    model: Annotated[str | None, typer.Option("--model", help="With --check: a model not trained yet.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Write a run's result as an adapter, one merged model, a GGUF file or for Ollama, and prove that it answers alike.

    --json: `folder`, `kind`, `size_bytes`, `seconds`, `proof` (`consumer`, `answers`, `tokens`, `different`,
    `near_ties`, `largest_difference`); with --check: `checks`, each `kind`, `possible`, `needed_bytes`, `problem`,
    `hint`.
    """
    where = open_home(home)
    if check or model:
        _say_checks(_checks(where, run, model, to), as_json=json)
        return
    job = ExportJob(
        run=str(find_run(where, run).path),
        kind=choice(kind, get_args(ExportKind), "--as"),
        to=absolute(to),
        weight_type=choice(weights, get_args(WeightType), "--weights"),
        device=device,
    )
    exported = ask(where, job, quiet=json)
    assert isinstance(exported, Exported)
    if json:
        say_json(exported)
        return
    proof = exported.proof
    say(f"{exported.folder}: {file_size(exported.size_bytes)} in {duration(exported.seconds)}.")
    ties = f", {proof.near_ties} of them near ties that rounding decided" if proof.near_ties else ""
    say(f"{proof.consumer} read it and answered {proof.answers} prompts alike, {proof.tokens} tokens{ties}.")


def _checks(home: Home, run: str, model: str | None, to: Path | None) -> list[Checked]:
    if model is not None:
        return check_all(model, Lora(), "write", to or home.folder)
    folder = find_run(home, run)
    job = folder.job()
    return check_all(job.model, job.method, job.task, to or folder.path, from_scratch=job.from_scratch)


def _say_checks(checks: list[Checked], *, as_json: bool) -> None:
    if as_json:
        say_json({"checks": checks})
    else:
        for each in checks:
            say(
                f"{each.kind:8} "
                + (f"needs {file_size(each.needed_bytes)}" if each.possible else f"{each.problem} {each.hint}")
            )
    if not any(each.possible for each in checks):
        raise RunProblem("It cannot be exported at all.", checks[0].hint)
