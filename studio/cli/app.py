"""`nightshift`: its commands, and the one place where problems become words and exit codes."""

from __future__ import annotations

import os
import runpy
import sys
from typing import Annotated

import typer

from studio import __version__
from studio.cli import (
    again,
    ask,
    doctor,
    elsewhere,
    environment,
    export,
    inspect,
    job,
    judge,
    models,
    night,
    pack,
    plan,
    push,
    recipe,
    report,
    runs,
    settings,
    train,
    try_it,
)
from studio.cli.options import HomeOption
from studio.cli.say import fail, say
from studio.errors import StudioError

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Fine-tune a language model on your own GPU. Without a command: opens the window.",
)


def main() -> None:
    """Run the program. Expected problems end it with exit code 1 and words; wrong calls with 2."""
    as_json = "--json" in sys.argv[1:]
    try:
        sys.argv[1:] = again.as_again(sys.argv[1:])
        app(prog_name="nightshift")
    except StudioError as problem:
        fail(problem, as_json=as_json)
    except KeyboardInterrupt:
        raise SystemExit(130) from None


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    home: HomeOption = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Fine-tune a language model on your own GPU. Without a command: opens the window."""
    if version:
        say(f"Nightshift Studio {__version__}")
        raise typer.Exit
    if home is not None:
        os.environ["NIGHTSHIFT_HOME"] = str(home)  # every command opens this home, unless it names another
    if context.invoked_subcommand is None:
        sys.argv = ["nightshift"]
        runpy.run_module("ui", run_name="__main__")  # by name: the studio knows no window


for _command in (
    ask.detect,
    inspect.inspect,
    models.models,
    models.download,
    models.token,
    plan.plan,
    train.train,
    train.demo,
    runs.runs,
    runs.show,
    runs.pause,
    runs.resume,
    runs.stop,
    runs.sample,
    runs.cancel,
    report.report,
    report.stay_on,
    night.night,
    settings.settings,
    settings.webhook,
    export.export,
    push.push,
    judge.judge,
    recipe.recipe,
    again.again,
    doctor.doctor,
    pack.pack,
    pack.unpack,
    job.job,
    elsewhere.watch,
):
    app.command()(_command)
app.command("try")(try_it.try_it)
app.add_typer(environment.environment, name="environment")
