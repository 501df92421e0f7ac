"""`nightshift night`: what could spoil the night, and what settles it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from studio.cli.again import JOB_ENDINGS, read_job_file
from studio.cli.options import HomeOption, JsonOption
from studio.cli.plan import plan_of
from studio.cli.say import say, say_json
from studio.foreman.night import Check, check_night
from studio.paths import Home, open_home
from studio.plan import Plan
from studio.runs.folder import find_run
from studio.runs.watch import read_run


def night(
    run: Annotated[
        str | None, typer.Argument(help="A run, or the job.json or .toml of one to be started: its plan counts too.")
    ] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Before the night: sleep, lid, power, updates, other programs, disk. Nothing here stops a run.

    --json: `checks`, each with `name`, `title`, `sentence`, `fix` and `state`: fine, worth a look or could not check.
    """
    where = open_home(home)
    checks = check_night(where, None if run is None else _plan(where, run))
    if json:
        say_json({"checks": checks})
        return
    open_ones = sum(each.state == "worth a look" for each in checks)
    say(
        {0: "Nothing is open.", 1: "One thing is worth a look."}.get(open_ones, f"{open_ones} things are worth a look.")
    )
    for each in checks:
        say(_line(each))


def _plan(home: Home, named: str) -> Plan:
    """As a run was planned; of one that did not begin, and of a file, as it would be. Raises StudioError."""
    if named.endswith(JOB_ENDINGS):
        return plan_of(read_job_file(Path(named)), home)
    watch = read_run(find_run(home, named))
    return watch.story.plan or plan_of(watch.run.job(), home)


def _line(check: Check) -> str:
    mark = {"worth a look": "!", "could not check": "?", "fine": "✓"}[check.state]
    sentence = f"  {mark} {check.title}. {check.sentence}"
    return f"{sentence} {check.fix}".rstrip() if check.fix else sentence
