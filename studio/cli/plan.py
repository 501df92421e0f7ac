"""`nightshift plan`: how an effective batch would be split, here or on hardware that is not here."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated, Any, get_args

import msgspec
import numpy as np
import typer
from numpy.typing import NDArray

from studio.cli.explanation import say_choices, say_explanation
from studio.cli.hub_data import as_files
from studio.cli.options import (
    AlphaOption,
    BatchTokensOption,
    CheckpointingOption,
    DecomposedOption,
    DeviceOption,
    DivideOption,
    DropoutOption,
    EpochsOption,
    FromScratchOption,
    GpusOption,
    HomeOption,
    JsonOption,
    LengthOption,
    MethodOption,
    MicroOption,
    ModelOption,
    OpenBatchOption,
    OptimizerOption,
    QuantizationOption,
    RankOption,
    RankStabilizedOption,
    RateOption,
    TargetOption,
    TaskOption,
    UpdatesOption,
    absolute,
    choice,
    method_of,
    parse_size,
    target_of,
)
from studio.cli.say import percent, say, say_json
from studio.cli.summary import measured_noise
from studio.data.inspect import inspect as inspect_data
from studio.data.remembered import as_decided
from studio.errors import PlanProblem, RunProblem
from studio.foreman.measuring import measure_request
from studio.hardware.cards import find_card
from studio.hardware.detect import Device, Machine
from studio.hardware.detect import detect as detect_devices
from studio.hardware.device import gib
from studio.job import Checkpointing, Data, Learning, Optimizer, Task, TrainJob
from studio.models.local import ModelFacts, read_model, with_labels
from studio.paths import Home, find_home, open_home
from studio.plan import Plan
from studio.planning.advice import Advice, advise
from studio.planning.arithmetic import equation
from studio.planning.calibration import ErrorBars, calibrated, error_bars
from studio.planning.explain import explain
from studio.planning.figures import per_update
from studio.planning.here import plan_here, with_exchange
from studio.planning.measure import as_measured_by, basis_for
from studio.planning.measurement import Measurement
from studio.planning.plan_job import JobToPlan, plan_job
from studio.planning.reasons import shortfall
from studio.planning.request import PlanRequest
from studio.planning.token_target import check_blocks, in_blocks
from studio.runs.folder import list_runs
from studio.runs.watch import read_run

_PARTS = {
    "others": "Other programs",
    "weights": "Model weights",
    "adapters": "Adapter",
    "gradients": "Gradients",
    "optimizer": "Optimizer states",
    "activations": "Activations",
    "logits": "Word scores",
    "workspace": "Driver, libraries",
}


def plan(  # noqa: PLR0913 - a command's options are its arguments
    model: ModelOption,
    effective_batch: OpenBatchOption = None,
    effective_batch_tokens: BatchTokensOption = None,
    data: Annotated[str | None, typer.Option("--data", help="File or folder of rows.")] = None,
    lengths: Annotated[
        int | None, typer.Option("--lengths", min=2, help="In place of data: all rows N tokens.")
    ] = None,
    gpu: Annotated[
        str | None, typer.Option("--gpu", help="Plan as if this card were here and empty, e.g. “RTX 3090”.")
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
    learning_rate: RateOption = None,
    max_seq_len: LengthOption = None,
    gradient_checkpointing: CheckpointingOption = None,
    micro_batch: MicroOption = None,
    device: DeviceOption = None,
    gpus: GpusOption = None,
    divide: DivideOption = None,
    probe: Annotated[
        bool, typer.Option("--probe", help="Measure it on the device, in about half a minute; kept for later.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Count the memory of the step itself, without weights and without a GPU.")
    ] = False,
    explained: Annotated[
        bool, typer.Option("--explain", help="What the split changes and what it does not, in this run's numbers.")
    ] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """How an effective batch would be split, what it needs and why; nothing is trained.

    --json: `effective_batch_size`, `micro_batch_size`, `gradient_accumulation_steps`, `world_size`, `divided`,
    `token_budget`, `gradient_checkpointing`, `memory` (component → bytes), `peak_bytes`, `limit_bytes`, `fits`,
    `basis`, `error_bar`, `seconds_per_update`, `seconds_error_bar` (null before three runs), `reasons`,
    `alternatives`, `choices` (other splits that fit; --micro-batch and --gradient-checkpointing pick one), `advice`
    (list of `sentence`, `hint`), `explanation` (with --explain).
    """
    facts = read_model(model, require_weights=False)
    job = TrainJob(
        name="plan",
        model=absolute(model),
        data=Data(train=absolute(as_files(open_home(home), data)) if data else "", max_seq_len=max_seq_len),
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
            effective_batch_size=target_of(effective_batch, effective_batch_tokens),
            effective_batch_tokens=effective_batch_tokens,
            epochs=epochs,
            updates=updates,
            learning_rate=learning_rate,
            optimizer=choice(optimizer, get_args(Optimizer), "--optimizer"),
        ),
        gradient_checkpointing=choice(gradient_checkpointing, get_args(Checkpointing), "--gradient-checkpointing"),
        micro_batch_size=micro_batch,
        world_size=gpus,
        divided=divide,
    )
    if lengths is not None:
        job = msgspec.structs.replace(job, data=msgspec.structs.replace(job.data, max_seq_len=max_seq_len or lengths))
    job = in_blocks(job, facts.max_positions)
    place = find_home(home)
    job = msgspec.structs.replace(job, data=as_decided(place.folder, job.data))
    facts, row_lengths, targets = _rows(job, facts, lengths, place)
    cards = _devices(gpu, memory, device, gpus or 1)
    asked = JobToPlan(
        job=job,
        facts=facts,
        lengths=row_lengths,
        num_targets=targets,
        device=min(cards, key=lambda each: each.free_bytes),
        cards=cards,
    )
    asked = with_exchange(place, asked)
    if probe or dry_run:
        if probe and (gpu or memory):
            raise typer.BadParameter("measures a device that is here; --dry-run needs none", param_hint="--probe")

        def measuring(request: PlanRequest) -> Measurement | None:
            return measure_request(job, request, basis_for(request) if probe else "dry-run", open_home(home))

        asked = as_measured_by(asked, measuring)
    made = calibrated(plan_job(asked), job.method, place)
    advice = _advice(job, place)
    measured = asked.divided_measurement if made.divided else asked.measurement
    table = explain(asked, made) if explained else None
    bars = error_bars(place, made, job.method)
    if json:
        more = {
            "equation": equation(made),
            "seconds_error_bar": None if bars is None else bars.seconds,
            "measured": None if measured is None else _told(measured),
            "advice": advice,
            "explanation": table,
        }
        say_json({**msgspec.to_builtins(made), **more})
        return
    _say_plan(made, bars)
    if measured is not None and measured.ended_early:
        say(f"  Not everything was measured: {measured.ended_early}")
    for each in advice:
        say(f"  Worth a thought: {each.sentence} {each.hint}")
    if table is not None:
        say_explanation(table)
        say_choices(made)


def plan_of(job: TrainJob, home: Home) -> Plan:
    """The plan of a request that was not started yet, on the devices that are here. Reads its rows.

    Raises StudioError.
    """
    facts = read_model(job.model, require_weights=False)
    job = in_blocks(job, facts.max_positions)
    facts, lengths, targets = _rows(job, facts, None, home)
    cards = _devices_here(detect_devices(), job.device, job.world_size or 1)
    device = min(cards, key=lambda each: each.free_bytes)
    return plan_here(
        home, JobToPlan(job=job, facts=facts, lengths=lengths, num_targets=targets, device=device, cards=cards)
    )


def _rows(
    job: TrainJob, facts: ModelFacts, length: int | None, home: Home
) -> tuple[ModelFacts, NDArray[np.int64], NDArray[np.int64]]:
    """The model with the labels of the data, and (rows,) tokens and target tokens; without data, rows of `length`.

    Raises StudioError.
    """
    if job.data.train:
        report, lengths, targets = inspect_data(
            job.data, Path(job.model), max_positions=facts.max_positions, task=job.task, cache=home.encoded
        )
        check_blocks(job, report.shape, report.max_seq_len)
        return with_labels(facts, len(report.labels)), lengths, targets
    if length is None:
        raise typer.BadParameter("--data FILE or --lengths N is needed", param_hint="--data")
    lengths = np.full(max(1000, job.learning.effective_batch_size), length, dtype=np.int64)
    return facts, lengths, np.ones_like(lengths) if job.task == "classify" else lengths


def _advice(job: TrainJob, home: Home) -> tuple[Advice, ...]:
    """With what the latest run of the same model on the same data tells, where there is one."""
    runs = reversed(list_runs(home)) if job.data.train and home.runs.is_dir() else ()
    for run in runs:
        with contextlib.suppress(RunProblem):
            earlier = run.job()
            if (earlier.model, earlier.data.train) == (job.model, job.data.train):
                return advise(job, before=earlier, noise=measured_noise(read_run(run)))
    return advise(job)


def _told(measurement: Measurement) -> dict[str, Any]:
    return {"seconds": measurement.seconds, "ended_early": measurement.ended_early}


def _devices(gpu: str | None, memory: str | None, wanted: str | None, world_size: int) -> tuple[Device, ...]:
    """The devices to plan for: cards of that name, those that are here, or either with other memory.

    Raises PlanProblem.
    """
    size = None if memory is None else parse_size(memory)
    if gpu is not None:
        if wanted is not None:
            raise typer.BadParameter("names a device that is here, --gpu one that is not", param_hint="--device")
        return (find_card(gpu).as_device(size),) * world_size
    chosen = _devices_here(detect_devices(), wanted, world_size)
    if size is None:
        return chosen
    name = f"a device with {memory}"
    return tuple(
        msgspec.structs.replace(each, total_bytes=size, free_bytes=size, used_by_others_bytes=0, others=(), name=name)
        for each in chosen
    )


def _devices_here(machine: Machine, wanted: str | None, world_size: int) -> tuple[Device, ...]:
    """The one wanted or the best, and where several share the work those with the most free memory besides."""
    found = {each.id: each for each in machine.devices}
    if wanted is not None and wanted not in found:
        raise PlanProblem(f"There is no device “{wanted}”.", f"There is: {', '.join(found)}.")
    first = found[wanted] if wanted else machine.best
    if world_size == 1 or wanted == "cpu":
        return (first,)
    rest = sorted((each for each in machine.gpus if each != first), key=lambda each: -each.free_bytes)
    cards = tuple(each for each in (first, *rest) if each.is_gpu)[:world_size]
    if len(cards) < world_size:
        there = "is no GPU" if not cards else "is only one GPU" if len(cards) == 1 else f"are only {len(cards)} GPUs"
        raise PlanProblem(
            f"There {there} for {world_size} training processes.",
            "Name cards that are not here, like --gpu “RTX 3090”, or let processes share the processor: --device cpu.",
        )
    return cards


def _say_plan(made: Plan, bars: ErrorBars | None) -> None:
    say(f"{equation(made)} on {made.device_name}, gradient checkpointing {made.gradient_checkpointing}")
    need = f"{gib(made.peak_bytes)} of {gib(made.limit_bytes)}, ± {percent(made.error_bar)} by {made.basis}"
    say(f"It fits: {need}." if made.fits else f"It does not fit: {shortfall(made)} ({need}).")
    for name, size in msgspec.structs.asdict(made.memory).items():
        say(f"  {_PARTS[name]:20} {gib(size):>12}")
    runs = "" if bars is None else f", ± {percent(bars.seconds)} by {bars.runs} runs"
    say(f"{made.updates:,} updates of about {per_update(made.seconds_per_update)}{runs}.")
    for reason in made.reasons:
        say(f"  {reason}")
