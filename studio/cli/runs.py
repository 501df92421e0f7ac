"""Commands about runs that are there: runs, show, pause, resume, stop, cancel."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from studio.cli.elsewhere import OnOption, ThereOption, asked_there, runs_there
from studio.cli.nodes import resume_on_nodes
from studio.cli.options import (
    FromStartOption,
    GpusOption,
    HomeOption,
    JsonOption,
    NodeRankOption,
    NodesOption,
    RendezvousOption,
    RunArgument,
)
from studio.cli.rows import say_rows
from studio.cli.say import say, say_json
from studio.cli.summary import failure, say_summary, summary
from studio.cluster.torchrun import read_nodes
from studio.commands import Cancel, Command, Pause, Resume, SampleNow, Stop
from studio.errors import RunProblem
from studio.foreman.requests import send
from studio.hardware.detect import detect
from studio.job import TrainJob
from studio.paths import open_home
from studio.planning.arithmetic import count_devices
from studio.runs.folder import find_run, list_runs
from studio.runs.story import ACTIVE, RunState
from studio.runs.update_rows import rows_of_update
from studio.runs.watch import RunWatch, read_run


def runs(
    on: OnOption = None, command: ThereOption = "nightshift", home: HomeOption = None, json: JsonOption = False
) -> None:
    """All runs and their states, of this computer or of another one. --json: `runs`, each as `show`."""
    if on is not None:
        runs_there(on, command, as_json=json)
        return
    watches = [RunWatch(run) for run in list_runs(open_home(home))]
    for watch in watches:
        watch.poll()
    if json:
        say_json({"runs": [summary(watch) for watch in watches]})
        return
    if not watches:
        say("There are no runs yet. `nightshift demo` makes the first.")
    for watch in watches:
        story = watch.story
        loss = f"loss {story.train_loss:.3f}" if story.train_loss is not None else ""
        at = f"update {story.update:>6,} of {story.updates:<6,}" if story.updates else ""
        say(f"{watch.run.name:44} {watch.state:12} {at} {loss}".rstrip())


def show(
    run: RunArgument,
    update: Annotated[int | None, typer.Option("--update", help="The rows of this update and their losses.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """How one run goes, or which rows made the loss of an update.

    --json: as `train`; with --update: `run`, `update`, `train_loss`, `rows`, the least known first, each with `row`,
    `loss` (nats, summed), `targets`, `loss_per_target`, `text`.
    """
    if asked_there(home, run, "show", *(("--update", str(update)) if update is not None else ()), as_json=json):
        return
    watch = read_run(find_run(open_home(home), run))
    if update is not None:
        rows = rows_of_update(watch.run, update)
        loss = watch.story.curves.train_loss[update - 1]
        if json:
            say_json({"run": watch.run.name, "update": update, "train_loss": loss, "rows": rows})
        else:
            say_rows(update, rows)
        return
    if json:
        say_json(summary(watch))
        return
    say_summary(watch)
    if watch.state == "failed":
        say(str(failure(watch)))


_AFTER_THIS_UPDATE = "after this update."
_QUEUED: frozenset[RunState] = frozenset({"queued"})
_ACTIVE = ACTIVE | _QUEUED


def _send(home: Path | None, name: str, command: Command, states: Mapping[RunState, str], *, as_json: bool) -> None:
    """Append a command where the run's state allows it; `states` maps those that do to what to say."""
    to_do = type(command).__name__.removesuffix("Now").lower()
    if asked_there(home, name, to_do, as_json=as_json):
        return
    where = open_home(home)
    run = find_run(where, name)
    watch = read_run(run)
    if watch.state not in states:
        raise RunProblem(
            f"{run.name} is {watch.state}, so there is nothing to {to_do}.",
            f"`nightshift show {run.name}` tells how it goes.",
        )
    send(where, run, command)
    if as_json:
        say_json(summary(watch))
    else:
        say(f"{run.name}: {states[watch.state]}")


def pause(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Finish this update, save, and wait for `resume`."""
    states = dict.fromkeys(_ACTIVE - {"paused"}, f"pauses {_AFTER_THIS_UPDATE}")
    _send(home, run, Pause(), states, as_json=json)


def resume(
    run: RunArgument,
    gpus: GpusOption = None,
    nodes: NodesOption = 1,
    node_rank: NodeRankOption = 0,
    rendezvous: RendezvousOption = None,
    from_start: FromStartOption = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Go on after a pause, or from the last checkpoint of a run that ended before its end; --gpus: on so many GPUs,
    with the same rows in the same order; --nodes: on several computers, as `train` does; --from-start: with the first
    update again.
    """
    if nodes > 1 or node_rank or rendezvous:
        resume_on_nodes(open_home(home), run, read_nodes(nodes, node_rank, rendezvous, gpus), as_json=json)
        return
    options = [*(("--gpus", str(gpus)) if gpus is not None else ()), *(("--from-start",) if from_start else ())]
    if options and asked_there(home, run, "resume", *options, as_json=json):
        return
    on = "" if gpus is None else f" {_shared_by(find_run(open_home(home), run).job(), gpus)}"
    at_rest: tuple[RunState, ...] = ("stopped", "failed", "interrupted")
    states: dict[RunState, str] = dict.fromkeys(at_rest, f"goes on from its last checkpoint{on}.")
    if from_start:
        states = dict.fromkeys(("stopped", "failed"), f"begins again{on}; its checkpoints are set aside in its folder.")
    if gpus is None and not from_start:
        states |= {"paused": "goes on.", "running": "goes on."}
    elif gpus is not None:
        _refuse_too_many(home, run, gpus)
        if not from_start:
            states |= {"paused": f"continues{on}.", "running": f"saves after this update and continues{on}."}
    _send(home, run, Resume(gpus=gpus, from_start=from_start), states, as_json=json)


def _shared_by(job: TrainJob, number: int) -> str:
    on_gpu = job.device != "cpu"
    return f"{'on' if on_gpu else 'with'} {count_devices(number, on_gpu=on_gpu)}"


def _refuse_too_many(home: Path | None, name: str, gpus: int) -> None:
    """Raises RunProblem where an update has fewer rows than that, or the computer fewer GPUs."""
    job = find_run(open_home(home), name).job()
    rows = job.learning.effective_batch_size
    if gpus > rows:
        examples = f"{rows} example{'' if rows == 1 else 's'}"
        raise RunProblem(f"{gpus} GPUs cannot share {examples}.", f"Use at most {rows}.")
    here = len(detect().gpus)
    if gpus > max(here, 1) and job.device != "cpu":
        there = f"{here or 'no'} GPU{'s' if here > 1 else ''}"
        asked = f"This computer has {there}, and {gpus} were asked for."
        raise RunProblem(asked, f"Use at most {max(here, 1)}; the run stays as it is.")


def stop(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Finish this update, save checkpoint and result, and end. Can be resumed."""
    states = dict.fromkeys(_ACTIVE, f"stops {_AFTER_THIS_UPDATE}")
    _send(home, run, Stop(), states, as_json=json)


def sample(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Answer the run's prompts after this update, or the first two held-out questions; `show` prints the answers."""
    states = dict.fromkeys(_ACTIVE - {"paused"}, f"answers {_AFTER_THIS_UPDATE}")
    _send(home, run, SampleNow(), states, as_json=json)


def cancel(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """End at once, without a result. The last checkpoint is kept."""
    states = dict.fromkeys(_ACTIVE, "ends at once.")
    _send(home, run, Cancel(), states, as_json=json)
