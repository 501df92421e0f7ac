"""`nightshift pack RUN` and `unpack FILE`: a run moves to another computer as one file."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from studio.api import send
from studio.cli.options import HomeOption, JsonOption, RunArgument
from studio.cli.say import say, say_json
from studio.commands import Pause
from studio.errors import RunProblem
from studio.hardware.device import file_size
from studio.moving.bring import give
from studio.moving.pack import QUIET, pack_run
from studio.moving.unpack import look_into, unpack_run
from studio.paths import open_home
from studio.runs.folder import RunFolder, find_run
from studio.runs.story import ACTIVE
from studio.runs.watch import read_run

_LOOK_EVERY_SECONDS = 0.1


def pack(
    run: RunArgument,
    to: Annotated[
        Path | None, typer.Option("--to", help="The file, or a folder for it; left out: here. -: standard output.")
    ] = None,
    with_model: Annotated[bool, typer.Option("--with-model", help="Pack the model along, too.")] = False,
    pause: Annotated[bool, typer.Option("--pause", help="Pause the run first, if it is being worked on.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Pack a run into one file: request, events, encoded rows, newest checkpoints, result. It stays here as it is.

    --json: `run`, `file`, `bytes`, `update`, `updates`, `model`.
    """
    where = open_home(home)
    found = find_run(where, run)
    if pause:
        _pause(found)
    if to == Path("-"):
        give(found, with_model=with_model)
        return
    with progress("Packing", quiet=json) as tell:
        file = pack_run(found, to, with_model=with_model, tell=tell)
    manifest = look_into(file)
    if json:
        say_json(
            {
                "run": found.name,
                "file": str(file),
                "bytes": file.stat().st_size,
                "update": manifest.update,
                "updates": manifest.updates,
                "model": manifest.model.name,
            }
        )
        return
    say(f"{file}: {file_size(file.stat().st_size)}, at {_place(manifest.update, manifest.updates)}.")
    say(f"On the other computer: nightshift unpack {shlex.quote(file.name)}")
    if manifest.state not in ("finished", "failed"):
        say("Go on with it there or here, not in both places.")


def unpack(
    file: Annotated[Path, typer.Argument(help="What `nightshift pack` wrote.")],
    model: Annotated[Path | None, typer.Option("--model", help="Folder of its model, where it is not found.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="An older copy of the run goes to the trash.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Put a packed run among the runs of this computer; `nightshift resume` goes on at its update.

    --json: `run`, `update`, `updates`, `model` (its folder here).
    """
    where = open_home(home)
    with progress("Unpacking", quiet=json) as tell:
        run = unpack_run(where, file, model=model, replace=replace, tell=tell)
    watch = read_run(run)
    if json:
        at, of = watch.story.update, watch.story.updates
        say_json({"run": run.name, "update": at, "updates": of, "model": run.job().model})
        return
    say(f"{run.name} is here, at {_place(watch.story.update, watch.story.updates)}.")
    if watch.state != "finished":
        say(f"nightshift resume {run.name} goes on with it.")


def _place(update: int, updates: int) -> str:
    return f"update {update:,} of {updates:,}" if updates else "its beginning"


def _pause(run: RunFolder) -> None:
    """Wait until it is paused. Raises RunProblem where it ends or cannot begin instead."""
    watch = read_run(run)
    if watch.state in QUIET:
        return
    if watch.state not in ACTIVE:
        raise RunProblem(f"{run.name} waits for its turn, so there is nothing to move yet.", "Pack it once it began.")
    send(run.home, run, Pause())
    while watch.state not in QUIET:
        time.sleep(_LOOK_EVERY_SECONDS)
        watch.poll()


@contextmanager
def progress(what: str, *, quiet: bool) -> Generator[Callable[[int, int], None]]:
    """A bar that is told how much is done, of how much."""
    console = Console(stderr=True, highlight=False)
    with Progress(console=console, disable=quiet or not console.is_terminal, transient=True) as bars:
        bar = bars.add_task(what, total=1)
        yield lambda done, total: bars.update(bar, completed=done, total=max(total, 1))
