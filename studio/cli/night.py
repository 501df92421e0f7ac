"""`nightshift night`: what could spoil the night, and what settles it."""

from __future__ import annotations

from typing import Annotated

import typer

from studio.cli.options import HomeOption, JsonOption
from studio.cli.say import say, say_json
from studio.foreman.night import Check, check_night
from studio.paths import open_home
from studio.runs.folder import find_run
from studio.runs.story import RunWatch


def night(
    run: Annotated[str | None, typer.Argument(help="A run whose plan is looked at too.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Before the night: sleep, lid, power, updates, other programs, disk. Nothing here stops a run.

    --json: `checks`, each with `name`, `title`, `sentence`, `fix` and `state`: fine, worth a look or could not check.
    """
    where = open_home(home)
    plan = None
    if run is not None:
        watch = RunWatch(find_run(where, run))
        watch.poll()
        plan = watch.story.plan
    checks = check_night(where, plan)
    if json:
        say_json({"checks": checks})
        return
    open_ones = sum(each.state == "worth a look" for each in checks)
    say(
        {0: "Nothing is open.", 1: "One thing is worth a look."}.get(open_ones, f"{open_ones} things are worth a look.")
    )
    for each in checks:
        say(_line(each))


def _line(check: Check) -> str:
    mark = {"worth a look": "!", "could not check": "?", "fine": "✓"}[check.state]
    sentence = f"  {mark} {check.title}. {check.sentence}"
    return f"{sentence} {check.fix}".rstrip() if check.fix else sentence
