"""`nightshift report RUN`: what became of a run, read in the morning. `nightshift stay-on RUN`."""

from __future__ import annotations

import time

from studio.cli.options import HomeOption, JsonOption, RunArgument
from studio.cli.say import say, say_json
from studio.commands import StayOn
from studio.durable import disk_problem
from studio.errors import RunProblem
from studio.foreman.requests import send
from studio.foreman.teller import write_report
from studio.paths import open_home
from studio.report.facts import gather, when
from studio.report.page import cost_in_words, figures
from studio.runs.folder import find_run
from studio.runs.watch import read_run


def report(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """What became of a run: when, why, what happened in the night and what to do next; also as report.html.

    --json: the fields of the report, and `file`.
    """
    found = find_run(open_home(home), run)
    told = gather(found)
    try:
        file = write_report(found)
    except OSError as problem:
        raise disk_problem(problem, "The report could not be written") from problem
    if json:
        say_json({**{name: getattr(told, name) for name in told.__struct_fields__}, "file": str(file)})
        return
    say(told.headline)
    if told.why:
        say(told.why)
    for name, value in figures(told):
        say(f"  {name + ':':32} {value}")
    for each in told.incidents:
        say(f"  {when(each.at)}  {each.title} (cost {cost_in_words(each)}). {each.detail}".rstrip())
    for probe in told.probes:
        say(f"“{probe.prompt}” before: {probe.before} After: {probe.after}")
    for step in told.next_steps:
        say(step)
    say(f"The whole report: {file}")


def stay_on(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Call off that the computer goes to sleep or shuts down after a run."""
    where = open_home(home)
    found = find_run(where, run)
    countdown = read_run(found).story.countdown
    if countdown is None or time.time() > countdown.at + countdown.seconds + 60:
        raise RunProblem(f"Nothing was going to follow {found.name}.", "The computer stays on anyway.")
    send(where, found, StayOn())
    if json:
        say_json({"run": found.name, "stays_on": True})
    else:
        say("The computer stays on.")
