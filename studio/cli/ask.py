"""Commands that look and train nothing: detect, inspect, plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import msgspec
import numpy as np
import typer

from studio.cli.options import (
    AlphaOption,
    AnswerOption,
    BatchOption,
    CheckpointingOption,
    DecomposedOption,
    DropoutOption,
    EpochsOption,
    FromScratchOption,
    GpusOption,
    JsonOption,
    LengthOption,
    MethodOption,
    MicroOption,
    ModelOption,
    OptimizerOption,
    PromptOption,
    QuantizationOption,
    RankOption,
    RankStabilizedOption,
    TargetOption,
    TaskOption,
    UpdatesOption,
    absolute,
    choice,
    method_of,
    parse_size,
    parse_target,
)
from studio.cli.say import percent, say, say_json
from studio.data.inspect import inspect as inspect_data
from studio.errors import PlanProblem
from studio.hardware.detect import detect as detect_devices
from studio.hardware.device import gib
from studio.job import Columns, Data, Learning, Optimizer, Task, TrainJob
from studio.models.local import read_model, with_labels
from studio.planning.arithmetic import equation
from studio.planning.plan_job import plan_job


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


def inspect(
    data: Annotated[str, typer.Argument(help="File or folder of rows.")],
    model: Annotated[str | None, typer.Option("--model", help="Folder whose tokenizer counts the tokens.")] = None,
    prompt: PromptOption = None,
    answer: AnswerOption = "",
    task: TaskOption = "write",
    json: JsonOption = False,
) -> None:
    """What the data is, what is wrong with it, and its token numbers.

    --json: `rows`, `shape`, `columns`, `problems` (`file`, `row`, `column`, `kind`, `title`, `hint`), `tokens`
    (`p50`, `p95`, `max`, `total`, `targets`, `cut`, `nothing_to_learn`).
    """
    wanted = Data(train=data, columns=Columns(prompt=tuple(prompt or ()), answer=answer))
    limit = {"max_positions": read_model(model, require_weights=False).max_positions} if model else {}
    kind = choice(task, get_args(Task), "--task")
    report, _lengths, _targets = inspect_data(wanted, Path(model) if model else None, task=kind, **limit)
    if json:
        say_json(report)
        return
    say(f"{report.rows:,} rows, read as {report.shape}, {report.problem_count:,} with problems.")
    if report.labels:
        say(f"{len(report.labels):,} labels: {', '.join(report.labels[:20])}{', …' if len(report.labels) > 20 else ''}")
    say(
        f"Tokens of a row: half have at most {report.tokens.p50:,}, 95 % at most {report.tokens.p95:,}, "
        f"the longest {report.tokens.max:,}."
    )
    for problem in report.problems[:10]:
        say(f"  {problem.title} {problem.hint}")


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
    task: TaskOption = "write",
    method: MethodOption = "lora",
    rank: RankOption = 16,
    alpha: AlphaOption = None,
    dropout: DropoutOption = 0.0,
    target: TargetOption = None,
    rank_stabilized: RankStabilizedOption = False,
    decomposed: DecomposedOption = False,
    quantization: QuantizationOption = None,
    from_scratch: FromScratchOption = False,
    optimizer: OptimizerOption = "adamw",
    epochs: EpochsOption = 3.0,
    updates: UpdatesOption = None,
    max_seq_len: LengthOption = None,
    gradient_checkpointing: CheckpointingOption = None,
    micro_batch: MicroOption = None,
    device: Annotated[str | None, typer.Option("--device", help="For example cpu or cuda:0.")] = None,
    gpus: GpusOption = None,
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
        model=absolute(model),
        data=Data(train=absolute(data) if data else "", max_seq_len=max_seq_len),
        task=choice(task, get_args(Task), "--task"),
        method=method_of(
            method,
            rank=rank,
            alpha=alpha,
            dropout=dropout,
            targets=target,
            rank_stabilized=rank_stabilized,
            decomposed=decomposed,
            quantization=quantization,
        ),
        from_scratch=from_scratch,
        learning=Learning(
            effective_batch_size=parse_target(effective_batch),
            epochs=epochs,
            updates=updates,
            optimizer=choice(optimizer, get_args(Optimizer), "--optimizer"),
        ),
        gradient_checkpointing=choice(gradient_checkpointing, ("off", "on"), "--gradient-checkpointing"),
        micro_batch_size=micro_batch,
        world_size=gpus,
    )
    if data is not None:
        report, row_lengths, targets = inspect_data(
            job.data, Path(model), max_positions=facts.max_positions, task=job.task
        )
        facts = with_labels(facts, len(report.labels))
    elif lengths is not None:
        row_lengths = np.full(max(1000, job.learning.effective_batch_size), lengths, dtype=np.int64)
        targets = np.ones_like(row_lengths) if job.task == "classify" else row_lengths
    else:
        raise typer.BadParameter("--data FILE or --lengths N is needed", param_hint="--data")
    machine = detect_devices()
    found = {each.id: each for each in machine.devices}
    if device is not None and device not in found:
        raise PlanProblem(f"There is no device “{device}”.", f"There is: {', '.join(found)}.")
    chosen = found[device] if device else machine.best
    if memory is not None:
        size = parse_size(memory)
        chosen = msgspec.structs.replace(
            chosen, total_bytes=size, free_bytes=size, used_by_others_bytes=0, others=(), name=f"a device with {memory}"
        )
    made = plan_job(job, facts, row_lengths, targets, chosen)
    if json:
        say_json({**msgspec.to_builtins(made), "equation": equation(made)})
        return
    say(f"{equation(made)} on {made.device_name}, gradient checkpointing {made.gradient_checkpointing}")
    need = f"{gib(made.peak_bytes)} of {gib(made.limit_bytes)}, ± {percent(made.error_bar)} by {made.basis}"
    say(f"It fits: {need}." if made.fits else f"It does not fit: {gib(-made.spare_bytes)} too much ({need}).")
    for name, size in msgspec.structs.asdict(made.memory).items():
        say(f"  {name:12} {gib(size):>12}")
    say(f"{made.updates:,} updates of about {made.seconds_per_update:.2g} s.")
    for reason in made.reasons:
        say(f"  {reason}")
