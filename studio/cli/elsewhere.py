"""`nightshift watch`, and what other commands do with a run on another computer, named `user@host:run`."""

from __future__ import annotations

import json as json_text
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from studio.cli.options import HomeOption, JsonOption
from studio.cli.say import say, say_json
from studio.cli.summary import failure, say_summary, summary
from studio.cli.watch import watch_run
from studio.errors import RunProblem, StudioError
from studio.paths import open_home
from studio.remote.address import Address, looks_remote, read_address, read_command, read_host
from studio.remote.link import LinkState, read_link
from studio.remote.ssh import run_there
from studio.remote.watching import RemoteRun, follow_apart
from studio.runs.folder import find_run
from studio.runs.watch import RunWatch

_ENVIRONMENT = "NIGHTSHIFT_THERE"
ThereOption = Annotated[
    str,
    typer.Option(
        "--command",
        envvar=_ENVIRONMENT,
        help="How the studio is started on the other computer, if not as nightshift.",
    ),
]
OnOption = Annotated[str | None, typer.Option("--on", help="Those of another computer, over ssh: user@host.")]
_LOOK_EVERY_SECONDS = 0.05
_DEFAULT = "nightshift"


def watch(
    run: Annotated[str, typer.Argument(help="Name of a run, or user@host:run for one on another computer.")],
    command: ThereOption = _DEFAULT,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Show a run's progress until it ends; Ctrl+C ends the watching, not the run.

    A run on another computer is watched over the system's ssh, and goes on being watched after a cut. --json: `show`.
    """
    if not looks_remote(run):
        watched = RunWatch(find_run(open_home(home), run))
        _watch_to_end(watched, lambda: say_json(summary(watched)) if json else say_summary(watched), quiet=json)
        return
    address, words = read_address(run), _words(command)
    there = follow_apart(open_home(home), address, tuple(words))
    try:
        there.connect()
        _wait_until_known(there)
        shown = partial(_say_there, address, [*words, "show"], as_json=json)  # its name, and where its result lies
        _watch_to_end(RunWatch(there.folder), shown, quiet=json, link=_LinkTold(there))
    finally:
        there.forget()


def _watch_to_end(
    watch: RunWatch, say_how_it_is: Callable[[], None], *, quiet: bool, link: _LinkTold | None = None
) -> None:
    try:
        watch_run(watch, quiet=quiet, at_each_look=link.look if link else lambda _: None)
    except KeyboardInterrupt:
        say(f"{watch.run.name} goes on without being watched.")
        raise
    say_how_it_is()
    if watch.state == "failed":
        raise failure(watch)


def _wait_until_known(there: RemoteRun) -> None:
    """Until its files begin to come. Raises StudioError where somebody has to do something first."""
    while not (there.link.state == "live" and there.known):
        there.look()
        if there.link.state in ("refused", "cut"):
            raise RunProblem(there.link.title, there.link.hint)
        time.sleep(_LOOK_EVERY_SECONDS)


class _LinkTold:
    """Says once when the connection is cut, and when it is back. Raises RunProblem where it cannot heal."""

    def __init__(self, there: RemoteRun) -> None:
        self._there = there
        self._said: LinkState = "live"

    def look(self, console: Console) -> None:
        """One look."""
        self._there.look()
        link = self._there.link
        if link.state == self._said or link.state == "connecting":
            return
        self._said = link.state
        match link.state:
            case "live":
                console.print("The connection is back.")
            case "cut":
                age = time.time() - link.heard_at
                console.print(f"{link.title} Last heard {age:.0f} s ago; the run itself does not depend on it.")
            case _:
                raise RunProblem(link.title, link.hint)


def runs_there(host: str, command: str, *, as_json: bool) -> None:
    """What `nightshift runs` says on another computer. Raises StudioError."""
    host = read_host(host.strip())
    printed = run_there(host, [*_words(command), "runs", *(["--json"] if as_json else [])])
    if as_json:
        say_json(_last_object(host, printed))
    else:
        say(printed.rstrip())


def asked_there(home: Path | None, name: str, verb: str, *options: str, as_json: bool) -> bool:
    """Where the run is on another computer, do this there and say what it says. False where the run is here.

    Raises StudioError.
    """
    if not looks_remote(name):
        return False
    address = read_address(name)
    link = read_link(address.mirror(open_home(home)).path)
    command = link.command if link is not None else _words(os.environ.get(_ENVIRONMENT, _DEFAULT))
    _say_there(address, [*command, verb, *options], as_json=as_json)
    return True


def _say_there(address: Address, words: Sequence[str], *, as_json: bool) -> None:
    """What a command says of the run on its computer."""
    printed = run_there(address.host, [*words, *(["--json"] if as_json else []), "--", address.run])
    if as_json:
        say_json(_last_object(address.host, printed))
    else:
        say(printed.rstrip())


def _last_object(host: str, printed: str) -> dict[str, Any]:
    try:
        return json_text.loads(printed.strip().splitlines()[-1])
    except (IndexError, ValueError) as problem:
        raise StudioError(f"{host} did not answer as a studio does.", "Update the studio there.") from problem


def _words(command: str) -> list[str]:
    return read_command(command) or [_DEFAULT]
