"""What `train` and `resume` do with --nodes: this computer is one of several that train a run."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager

from rich.console import Console

from studio.cli.say import say, say_json
from studio.cli.summary import failure, say_summary, summary
from studio.cli.watch import watch_run
from studio.cluster.torchrun import Nodes, Torchrun
from studio.commands import Resume
from studio.errors import RunProblem
from studio.job import TrainJob
from studio.paths import Home
from studio.runs.folder import RunFolder, create_run, find_run
from studio.runs.journal import Journal
from studio.runs.story import ACTIVE
from studio.runs.watch import RunWatch, read_run

_LOOK_EVERY_SECONDS = 0.1


def train_on_nodes(home: Home, job: TrainJob, nodes: Nodes, *, as_json: bool) -> None:
    """Begin a run on the first of several computers and watch it to its end."""
    _watch(home, create_run(home, job, by_torchrun=True), nodes, as_json=as_json)


def resume_on_nodes(home: Home, name: str, nodes: Nodes, *, as_json: bool) -> None:
    """Go on with a run, on the first or on another of several computers. Raises RunProblem."""
    if nodes.node_rank > 0:
        help_train(home, nodes)
        return
    run = find_run(home, name)
    watch = read_run(run)
    if watch.state not in ("stopped", "failed", "interrupted", "queued"):
        hint = f"`nightshift {'stop' if watch.state in ACTIVE else 'show'} {run.name}` "
        hint += "first; then it goes on here." if watch.state in ACTIVE else "tells how it goes."
        raise RunProblem(f"{run.name} is {watch.state}.", hint)
    run.torchrun_file.touch()
    with Journal(run.commands) as commands:
        commands.append(Resume(at=time.time()))
    _watch(home, run, nodes, as_json=as_json)


def help_train(home: Home, nodes: Nodes, model: str | None = None) -> None:
    """Train along with the first computer until its run has ended."""
    say(f"Computer {nodes.node_rank + 1} of {nodes.nodes}: trains with {nodes.host}, whose run it is.")
    with _torchrun(home, nodes, str(home.runs / "of-the-first"), model) as torchrun:
        while not torchrun.look():
            time.sleep(_LOOK_EVERY_SECONDS)
    say(f"The run has ended; {nodes.host} tells how.")


def _watch(home: Home, run: RunFolder, nodes: Nodes, *, as_json: bool) -> None:
    if not as_json:
        say(f"{run.name} begins when all {nodes.nodes} computers have called; they meet at {nodes.host}:{nodes.port}.")
    watch = RunWatch(run)
    with _torchrun(home, nodes, str(run.path)) as torchrun:

        def look(_: Console) -> None:
            torchrun.look()

        try:
            watch_run(watch, quiet=as_json, at_each_look=look)
        except KeyboardInterrupt:
            say(f"{run.name} is saved. `nightshift resume {run.name} --nodes …` on each computer goes on.")
            raise
        torchrun.wait()
    watch.poll()
    if watch.state == "failed":
        raise failure(watch)
    if as_json:
        say_json(summary(watch))
    else:
        say_summary(watch)


@contextmanager
def _torchrun(home: Home, nodes: Nodes, run: str, model: str | None = None) -> Generator[Torchrun]:
    torchrun = Torchrun(home, nodes, run, model)
    try:
        yield torchrun
    finally:
        torchrun.end()
