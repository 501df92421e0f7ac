"""The commands of `nightshift`."""

from __future__ import annotations

import runpy
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec
import numpy as np
import typer

from studio import __version__
from studio.cli.say import duration, fail, gib, say, say_json
from studio.cli.watch import watch_run
from studio.commands import Cancel, Command, Pause, Resume, Stop
from studio.data.inspect import inspect as inspect_data
from studio.errors import EngineProblem, PlanProblem, RunProblem, StudioError
from studio.events import Event, UpdateFinished
from studio.foreman.start import ensure_foreman
from studio.hardware.detect import detect as detect_devices
from studio.job import Columns, Data, Full, Learning, Lora, Method, TrainJob
from studio.models.local import read_model
from studio.paths import Home, open_home
from studio.planning.arithmetic import equation
from studio.planning.plan_job import plan_job
from studio.runs.folder import RunFolder, create_run, find_run, list_runs
from studio.runs.journal import Journal
from studio.runs.story import ACTIVE, RunState, RunWatch
from studio.starter import starter_demo

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Fine-tune a language model on your own GPU. Without a command: opens the window.",
)

HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Folder for settings, runs and caches (or NIGHTSHIFT_HOME).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]
ModelOption = Annotated[str, typer.Option("--model", help="Folder of the model; for `plan` also a bare config.json.")]
BatchOption = Annotated[
    str, typer.Option("--effective-batch", help="Examples behind each update; met exactly, whatever the split.")
]
PromptOption = Annotated[list[str] | None, typer.Option("--prompt", help="Column the model reads; may be repeated.")]
AnswerOption = Annotated[str, typer.Option("--answer", help="Column the model learns to write.")]
RunArgument = Annotated[str, typer.Argument(help="Name of the run, a part of it, or “last”.")]


def main() -> None:
    """Run the program. Expected problems end it with exit code 1 and words; wrong calls with 2."""
    as_json = "--json" in sys.argv[1:]
    try:
        app()
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
    if context.invoked_subcommand is None:
        sys.argv = ["nightshift", *(["--home", str(home)] if home else [])]
        runpy.run_module("ui", run_name="__main__")  # by name: the studio knows no window


@app.command()
def detect(json: JsonOption = False) -> None:
    """Devices, their memory and who else uses it.

    --json: `devices` (list of `name`, `kind`, `total_bytes`, `free_bytes`, `used_by_others_bytes`, …), `threats`.
    """
    machine = detect_devices()
    if json:
        say_json({"devices": machine.devices, "threats": machine.threats, "words": machine.words})
        return
    say(machine.words)
    for device in machine.devices:
        say(
            f"  {device.name}: {gib(device.free_bytes)} free of {gib(device.total_bytes)}, "
            f"{gib(device.used_by_others_bytes)} used by others"
        )
    for threat in machine.threats:
        say(f"  Worth a look: {threat}")


@app.command()
def inspect(
    data: Annotated[str, typer.Argument(help="File or folder of rows.")],
    model: Annotated[str | None, typer.Option("--model", help="Folder whose tokenizer counts the tokens.")] = None,
    prompt: PromptOption = None,
    answer: AnswerOption = "",
    json: JsonOption = False,
) -> None:
    """What the data is, what is wrong with it, and its token numbers.

    --json: `rows`, `shape`, `columns`, `problems` (`file`, `row`, `column`, `kind`, `title`, `hint`), `tokens`
    (`p50`, `p95`, `max`, `total`, `targets`, `cut`, `nothing_to_learn`).
    """
    wanted = Data(train=data, columns=Columns(prompt=tuple(prompt or ()), answer=answer))
    limit = {"max_positions": read_model(model).max_positions} if model else {}
    report, _lengths, _targets = inspect_data(wanted, Path(model) if model else None, **limit)
    if json:
        say_json(report)
        return
    say(f"{report.rows:,} rows, read as {report.shape}, {report.problem_count:,} with problems.")
    say(
        f"Tokens of a row: half have at most {report.tokens.p50:,}, 95 % at most {report.tokens.p95:,}, "
        f"the longest {report.tokens.max:,}."
    )
    for problem in report.problems[:10]:
        say(f"  {problem.title} {problem.hint}")


def _parse_target(text: str) -> int:
    try:
        target = int(text)
    except ValueError:
        raise PlanProblem(
            f"The target effective batch “{text}” is not a whole number.", "Choose one like 32: examples per update."
        ) from None
    if target < 1:
        raise PlanProblem(
            f"The target effective batch is {target}, and an update learns from at least 1 example.",
            "Choose a number like 32.",
        )
    return target


MethodOption = Annotated[str, typer.Option("--method", help="lora (a small adapter) or full (every weight).")]
RankOption = Annotated[int, typer.Option("--rank", min=1, help="Rank of the adapter.")]
EpochsOption = Annotated[float, typer.Option("--epochs", help="Passes over the rows.")]
UpdatesOption = Annotated[int | None, typer.Option("--updates", min=1, help="Updates to make, in place of passes.")]
LengthOption = Annotated[int | None, typer.Option("--max-seq-len", min=2, help="Longest example in tokens, then cut.")]
CheckpointingOption = Annotated[
    str | None, typer.Option("--gradient-checkpointing", help="off or on; left out: chosen by the plan.")
]
MicroOption = Annotated[
    int | None, typer.Option("--micro-batch", min=1, help="Examples at a time; left out: chosen by the plan.")
]


def _choice(value: str | None, allowed: tuple[str, ...], option: str) -> Any:
    if value is not None and value not in allowed:
        raise typer.BadParameter(f"is one of {', '.join(allowed)}", param_hint=option)
    return value


@app.command()
def plan(  # noqa: PLR0913 - a command's options are its arguments
    model: ModelOption,
    effective_batch: BatchOption,
    data: Annotated[str | None, typer.Option("--data", help="File or folder of rows.")] = None,
    lengths: Annotated[
        int | None, typer.Option("--lengths", min=2, help="In place of data: all rows N tokens.")
    ] = None,
    memory: Annotated[
        str | None, typer.Option("--memory", help="Pretend the device has this much, e.g. 24GiB.")
    ] = None,
    method: MethodOption = "lora",
    rank: RankOption = 16,
    epochs: EpochsOption = 3.0,
    updates: UpdatesOption = None,
    max_seq_len: LengthOption = None,
    gradient_checkpointing: CheckpointingOption = None,
    micro_batch: MicroOption = None,
    device: Annotated[str | None, typer.Option("--device", help="For example cpu or cuda:0.")] = None,
    json: JsonOption = False,
) -> None:
    """How an effective batch would be split, what it needs and why; nothing is trained.

    --json: `effective_batch_size`, `micro_batch_size`, `gradient_accumulation_steps`, `world_size`, `token_budget`,
    `gradient_checkpointing`, `memory` (component → bytes), `peak_bytes`, `limit_bytes`, `fits`, `basis`, `error_bar`,
    `seconds_per_update`, `reasons`, `alternatives`.
    """
    facts = read_model(model, require_weights=False)
    job = TrainJob(
        name="plan",
        model=_absolute(model),
        data=Data(train=_absolute(data) if data else "", max_seq_len=max_seq_len),
        method=_method(method, rank),
        learning=Learning(effective_batch_size=_parse_target(effective_batch), epochs=epochs, updates=updates),
        gradient_checkpointing=_choice(gradient_checkpointing, ("off", "on"), "--gradient-checkpointing"),
        micro_batch_size=micro_batch,
    )
    if data is not None:
        _report, row_lengths, targets = inspect_data(job.data, Path(model), max_positions=facts.max_positions)
    elif lengths is not None:
        row_lengths = targets = np.full(max(1000, job.learning.effective_batch_size), lengths, dtype=np.int64)
    else:
        raise typer.BadParameter("--data FILE or --lengths N is needed", param_hint="--data")
    found = {each.id: each for each in detect_devices().devices}
    if device is not None and device not in found:
        raise PlanProblem(f"There is no device “{device}”.", f"There is: {', '.join(found)}.")
    chosen = found[device] if device else detect_devices().best
    if memory is not None:
        size = _parse_size(memory)
        chosen = msgspec.structs.replace(
            chosen, total_bytes=size, free_bytes=size, used_by_others_bytes=0, others=(), name=f"a device with {memory}"
        )
    made = plan_job(job, facts, row_lengths, targets, chosen)
    if json:
        say_json({**msgspec.to_builtins(made), "equation": equation(made)})
        return
    say(f"{equation(made)} on {made.device_name}, gradient checkpointing {made.gradient_checkpointing}")
    need = f"{gib(made.peak_bytes)} of {gib(made.limit_bytes)}, ± {made.error_bar:.0%} by {made.basis}"
    say(f"It fits: {need}." if made.fits else f"It does not fit: {gib(-made.spare_bytes)} too much ({need}).")
    for name, size in msgspec.structs.asdict(made.memory).items():
        say(f"  {name:12} {gib(size):>12}")
    say(f"{made.updates:,} updates of about {made.seconds_per_update:.2g} s.")
    for reason in made.reasons:
        say(f"  {reason}")


def _parse_size(text: str) -> int:
    units = {"gib": 2**30, "gb": 10**9, "mib": 2**20, "mb": 10**6}
    lower = text.lower().replace(" ", "")
    for unit, size in units.items():
        if lower.endswith(unit):
            try:
                return int(float(lower.removesuffix(unit)) * size)
            except ValueError:
                break
    raise PlanProblem(f"“{text}” is no amount of memory.", "Write it like 24GiB.")


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().resolve())


def _method(name: str, rank: int) -> Method:
    _choice(name, ("lora", "full"), "--method")
    return Lora(rank=rank, alpha=2.0 * rank) if name == "lora" else Full()


@app.command()
def train(  # noqa: PLR0913 - a command's options are its arguments
    model: ModelOption,
    data: Annotated[str, typer.Option("--data", help="File or folder of rows to learn from.")],
    effective_batch: BatchOption,
    held_out: Annotated[str | None, typer.Option("--held-out", help="Rows to check with; left out: split off.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="Name of the run.")] = None,
    prompt: PromptOption = None,
    answer: AnswerOption = "",
    score: Annotated[int, typer.Option("--score", min=0, help="Held-out rows to answer before and after.")] = 0,
    method: MethodOption = "lora",
    rank: RankOption = 16,
    epochs: EpochsOption = 3.0,
    updates: UpdatesOption = None,
    max_seq_len: LengthOption = None,
    learning_rate: Annotated[float | None, typer.Option("--learning-rate", help="Left out: suggested.")] = None,
    seed: Annotated[int, typer.Option("--seed", min=0)] = 0,
    gradient_checkpointing: CheckpointingOption = None,
    micro_batch: MicroOption = None,
    precision: Annotated[str | None, typer.Option("--precision", help="float32 or bfloat16.")] = None,
    device: Annotated[str | None, typer.Option("--device", help="For example cpu or cuda:0.")] = None,
    checkpoint_every: Annotated[float, typer.Option("--checkpoint-every", min=0, help="Seconds.")] = 300.0,
    queue: Annotated[bool, typer.Option("--queue/--wait", help="Return at once, or wait until it ends.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Fine-tune a model on your rows. The run goes on by itself if this command is ended.

    --json: `run`, `state`, `update`, `updates`, `train_loss`, `eval_loss`, `seconds`, `checkpoint`, `result`.
    """
    target = _parse_target(effective_batch)
    facts = read_model(model)
    job = TrainJob(
        name=name or f"{facts.name} {Path(data).stem}",
        model=_absolute(model),
        data=Data(
            train=_absolute(data),
            held_out=_absolute(held_out) if held_out else None,
            columns=Columns(prompt=tuple(prompt or ()), answer=answer),
            max_seq_len=max_seq_len,
            score_answers=score,
        ),
        method=_method(method, rank),
        learning=Learning(
            effective_batch_size=target, epochs=epochs, updates=updates, learning_rate=learning_rate, seed=seed
        ),
        gradient_checkpointing=_choice(gradient_checkpointing, ("off", "on"), "--gradient-checkpointing"),
        micro_batch_size=micro_batch,
        precision=_choice(precision, ("float32", "bfloat16"), "--precision"),
        device=device,
        checkpoint_every_seconds=checkpoint_every,
    )
    where = open_home(home)
    run = _start(where, job)
    if queue:
        if json:
            say_json({"run": run.name, "state": "queued"})
        else:
            say(f"{run.name} is queued. `nightshift show {run.name}` tells how it goes.")
        return
    _wait(run, as_json=json)


@app.command()
def demo(
    home: HomeOption = None, seed: Annotated[int, typer.Option("--seed", min=0)] = 0, json: JsonOption = False
) -> None:
    """The main job on what comes with the program: teach the starter model to write dates, end to end.

    --json: as `train`, and `held_out_before`, `held_out_after`, `first_loss_seconds`.
    """
    where = open_home(home)
    if not json:
        say(detect_devices().words)
    _wait(_start(where, starter_demo(seed)), as_json=json)


def _start(home: Home, job: TrainJob) -> RunFolder:
    run = create_run(home, job)
    ensure_foreman(home)
    return run


def _wait(run: RunFolder, *, as_json: bool) -> None:
    """Watch until the run ends, then say how. Exit code 1 where it failed."""
    began = time.monotonic()
    first_loss: list[float] = []

    def note(event: Event) -> None:
        if isinstance(event, UpdateFinished) and not first_loss:
            first_loss.append(time.monotonic() - began)

    watch = RunWatch(run)
    try:
        watch_run(watch, quiet=as_json, on_event=note)
    except KeyboardInterrupt:
        say(f"The run goes on. `nightshift stop {run.name}` ends it and saves; `nightshift show {run.name}` looks.")
        raise
    summary = _summary(watch)
    if first_loss:
        summary["first_loss_seconds"] = round(first_loss[0], 2)
    summary["wall_seconds"] = round(time.monotonic() - began, 2)
    if watch.state == "failed":
        raise _failure(watch)
    if as_json:
        say_json(summary)
    else:
        _say_summary(watch)


def _failure(watch: RunWatch) -> StudioError:
    ended = watch.story.ended
    title, hint = (ended.title, ended.hint) if ended else ("", "")
    return EngineProblem(title or "The run failed.", hint or f"The details are in {watch.run.log}.")


def _summary(watch: RunWatch) -> dict[str, Any]:
    story = watch.story
    return {
        "run": watch.run.name,
        "state": watch.state,
        "update": story.update,
        "updates": story.updates,
        "train_loss": story.train_loss,
        "eval_loss": story.eval_loss,
        "seconds": round(story.seconds, 2),
        "checkpoint": str(watch.run.checkpoints / story.checkpoint.folder) if story.checkpoint else None,
        "result": story.result.folder if story.result else None,
        "held_out_before": story.before.exact_match if story.before else None,
        "held_out_after": story.after.exact_match if story.after else None,
        "problem": _problem(watch),
    }


def _problem(watch: RunWatch) -> dict[str, str] | None:
    ended = watch.story.ended
    return {"title": ended.title, "hint": ended.hint} if ended and watch.state == "failed" else None


def _say_summary(watch: RunWatch) -> None:
    story = watch.story
    say(f"{watch.run.name} is {watch.state}: update {story.update:,} of {story.updates:,}, {duration(story.seconds)}.")
    if story.before and story.after:
        say(f"Right on rows it never saw: {story.before.exact_match:.0%} before, {story.after.exact_match:.0%} after.")
    if story.train_loss is not None:
        held_out = f", held-out {story.eval_loss:.3f}" if story.eval_loss is not None else ""
        say(f"Loss {story.train_loss:.3f}{held_out}.")
    if story.result:
        say(f"Result: {story.result.folder}")


@app.command()
def runs(home: HomeOption = None, json: JsonOption = False) -> None:
    """All runs and their states. --json: `runs`, each as `show`."""
    watches = [RunWatch(run) for run in list_runs(open_home(home))]
    for watch in watches:
        watch.poll()
    if json:
        say_json({"runs": [_summary(watch) for watch in watches]})
        return
    if not watches:
        say("There are no runs yet. `nightshift demo` makes the first.")
    for watch in watches:
        story = watch.story
        loss = f"loss {story.train_loss:.3f}" if story.train_loss is not None else ""
        say(f"{watch.run.name:44} {watch.state:12} update {story.update:>6,} of {story.updates:<6,} {loss}")


@app.command()
def show(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """How one run goes. --json: as `train`."""
    watch = RunWatch(find_run(open_home(home), run))
    watch.poll()
    if json:
        say_json(_summary(watch))
        return
    _say_summary(watch)
    if watch.state == "failed":
        say(str(_failure(watch)))


def _send(home: Path | None, name: str, command: Command, states: Mapping[RunState, str], *, as_json: bool) -> None:
    """Append a command where the run's state allows it; `states` maps those that do to what to say."""
    where = open_home(home)
    run = find_run(where, name)
    watch = RunWatch(run)
    watch.poll()
    if watch.state not in states:
        raise RunProblem(
            f"{run.name} is {watch.state}, so there is nothing to {type(command).__name__.lower()}.",
            f"`nightshift show {run.name}` tells how it goes.",
        )
    with Journal(run.commands) as commands:
        commands.append(msgspec.structs.replace(command, at=time.time()))
    ensure_foreman(where)
    if as_json:
        say_json(_summary(watch))
    else:
        say(f"{run.name}: {states[watch.state]}")


_AFTER_THIS_UPDATE = "after this update."
_QUEUED: frozenset[RunState] = frozenset({"queued"})
_ACTIVE = ACTIVE | _QUEUED


@app.command()
def pause(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Finish this update, save, and wait for `resume`."""
    states = dict.fromkeys(_ACTIVE - {"paused"}, f"pauses {_AFTER_THIS_UPDATE}")
    _send(home, run, Pause(), states, as_json=json)


@app.command()
def resume(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Go on after a pause, or from the last checkpoint of a run that ended before its end."""
    states: dict[RunState, str] = {
        "paused": "goes on.",
        "running": "goes on.",
        "stopped": "goes on from its last checkpoint.",
        "failed": "goes on from its last checkpoint.",
        "interrupted": "goes on from its last checkpoint.",
    }
    _send(home, run, Resume(), states, as_json=json)


@app.command()
def stop(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Finish this update, save checkpoint and result, and end. Can be resumed."""
    states = dict.fromkeys(_ACTIVE, f"stops {_AFTER_THIS_UPDATE}")
    _send(home, run, Stop(), states, as_json=json)


@app.command()
def cancel(run: RunArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """End at once, without a result. The last checkpoint is kept."""
    states = dict.fromkeys(_ACTIVE, "ends at once.")
    _send(home, run, Cancel(), states, as_json=json)
