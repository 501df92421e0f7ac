"""Commands that start a run and watch it: train, demo."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, get_args

import msgspec
import typer

from studio.cli.hub_data import as_files
from studio.cli.nodes import help_train, train_on_nodes
from studio.cli.options import (
    AlphaOption,
    AnswerOption,
    BadNumbersOption,
    BatchTokensOption,
    CheckpointingOption,
    DecomposedOption,
    DeviceOption,
    DivideOption,
    DropoutOption,
    EncodingOption,
    EpochsOption,
    EvaluateEveryOption,
    FromScratchOption,
    GpusOption,
    HomeOption,
    JsonOption,
    KeepOption,
    LengthOption,
    MethodOption,
    MicroOption,
    ModelOption,
    NeftuneOption,
    NodeRankOption,
    NodesOption,
    OpenBatchOption,
    OptimizerOption,
    PackOption,
    PromptOption,
    QuantizationOption,
    QueueOption,
    RankOption,
    RankStabilizedOption,
    RateOption,
    RendezvousOption,
    RouterBalanceOption,
    SampleOption,
    ScheduleOption,
    SeparatorOption,
    SmoothingOption,
    StopAfterWorseOption,
    TargetOption,
    TaskOption,
    UpdatesOption,
    WarmupOption,
    WeightDecayOption,
    absolute,
    choice,
    method_of,
    target_of,
)
from studio.cli.say import say, say_json
from studio.cli.summary import failure, say_summary, summary
from studio.cli.watch import watch_run
from studio.cluster.torchrun import read_nodes
from studio.data.remembered import as_decided
from studio.events import Event, UpdateFinished
from studio.foreman.requests import start_run
from studio.hardware.detect import detect as detect_devices
from studio.job import (
    CHECKPOINT_EVERY_SECONDS,
    AfterBadNumbers,
    Checkpointing,
    Columns,
    Data,
    Learning,
    Optimizer,
    Schedule,
    Task,
    TrainJob,
)
from studio.models.local import read_model
from studio.paths import open_home
from studio.planning.check_method import check_method
from studio.planning.token_target import in_blocks
from studio.runs.folder import RunFolder
from studio.runs.watch import RunWatch
from studio.starter import starter_demo


def train(  # noqa: PLR0913 - a command's options are its arguments
    model: ModelOption,
    data: Annotated[str, typer.Option("--data", help="File or folder of rows to learn from.")],
    effective_batch: OpenBatchOption = None,
    effective_batch_tokens: BatchTokensOption = None,
    held_out: Annotated[str | None, typer.Option("--held-out", help="Rows to check with; left out: split off.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="Name of the run.")] = None,
    prompt: PromptOption = None,
    answer: AnswerOption = "",
    separator: SeparatorOption = "",
    encoding: EncodingOption = "",
    task: TaskOption = "write",
    pack: PackOption = None,
    sample: SampleOption = None,
    score: Annotated[int, typer.Option("--score", min=0, help="Held-out rows to answer before and after.")] = 0,
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
    learning_rate: RateOption = None,
    schedule: ScheduleOption = "cosine",
    warmup: WarmupOption = 0.03,
    weight_decay: WeightDecayOption = 0.0,
    neftune_alpha: NeftuneOption = 0.0,
    router_balance: RouterBalanceOption = 0.0,
    label_smoothing: SmoothingOption = 0.0,
    evaluate_every: EvaluateEveryOption = None,
    stop_after_worse: StopAfterWorseOption = None,
    keep: KeepOption = "best",
    after_bad_numbers: BadNumbersOption = "skip",
    seed: Annotated[int, typer.Option("--seed", min=0)] = 0,
    gradient_checkpointing: CheckpointingOption = None,
    micro_batch: MicroOption = None,
    precision: Annotated[str | None, typer.Option("--precision", help="float32 or bfloat16.")] = None,
    device: DeviceOption = None,
    gpus: GpusOption = None,
    divide: DivideOption = None,
    nodes: NodesOption = 1,
    node_rank: NodeRankOption = 0,
    rendezvous: RendezvousOption = None,
    checkpoint_every: Annotated[
        float, typer.Option("--checkpoint-every", min=0, help="Seconds.")
    ] = CHECKPOINT_EVERY_SECONDS,
    queue: QueueOption = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Fine-tune a model on your rows. The run goes on by itself if this command is ended.

    --nodes: call the same on each of several computers, with --node-rank 0, 1 and so on;
    there Ctrl+C saves and leaves, and the same computers go on with `resume`.

    --json: `run`, `state`, `update`, `updates`, `train_loss`, `eval_loss`, `seconds`, `checkpoint`, `result`.
    """
    facts, where = read_model(model, from_scratch=from_scratch), open_home(home)
    on_nodes = read_nodes(nodes, node_rank, rendezvous, gpus) if nodes > 1 or node_rank or rendezvous else None
    if on_nodes and node_rank > 0:
        help_train(where, on_nodes, absolute(model))
        return
    job = TrainJob(
        name=name or f"{facts.name} {Path(data).stem}",
        model=absolute(model),
        data=Data(
            train=absolute(as_files(where, data)),
            held_out=absolute(as_files(where, held_out)) if held_out else None,
            columns=Columns(prompt=tuple(prompt or ()), answer=answer, separator=separator, encoding=encoding),
            max_seq_len=max_seq_len,
            pack=pack,
            score_answers=score,
        ),
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
            schedule=choice(schedule, get_args(Schedule), "--schedule"),
            warmup_fraction=warmup,
            weight_decay=weight_decay,
            optimizer=choice(optimizer, get_args(Optimizer), "--optimizer"),
            neftune_alpha=neftune_alpha,
            router_balance=router_balance,
            label_smoothing=label_smoothing,
            evaluate_every=evaluate_every,
            stop_after_worse=stop_after_worse,
            after_bad_numbers=choice(after_bad_numbers, get_args(AfterBadNumbers), "--after-bad-numbers"),
            seed=seed,
        ),
        gradient_checkpointing=choice(gradient_checkpointing, get_args(Checkpointing), "--gradient-checkpointing"),
        micro_batch_size=micro_batch,
        precision=choice(precision, ("float32", "bfloat16"), "--precision"),
        device=device,
        world_size=gpus,
        divided=divide,
        sample_prompts=tuple(sample or ()),
        keep=choice(keep, ("best", "last"), "--keep"),
        checkpoint_every_seconds=checkpoint_every,
    )
    job = in_blocks(job, facts.max_positions)
    check_method(job, facts)
    job = msgspec.structs.replace(job, data=as_decided(where.folder, job.data))
    if on_nodes:
        train_on_nodes(where, job, on_nodes, as_json=json)
        return
    run = start_run(where, job)
    if queue:
        if json:
            say_json({"run": run.name, "state": "queued"})
        else:
            say(f"{run.name} is queued. `nightshift show {run.name}` tells how it goes.")
        return
    wait_for(run, as_json=json)


def demo(
    home: HomeOption = None, seed: Annotated[int, typer.Option("--seed", min=0)] = 0, json: JsonOption = False
) -> None:
    """The main job on what comes with the program: teach the starter model to write dates, end to end.

    --json: as `train`, and `held_out_before`, `held_out_after`, `first_loss_seconds`.
    """
    where = open_home(home)
    if not json:
        say(detect_devices().words)
    wait_for(start_run(where, starter_demo(seed)), as_json=json)


def wait_for(run: RunFolder, *, as_json: bool) -> None:
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
    told = summary(watch)
    if first_loss:
        told["first_loss_seconds"] = round(first_loss[0], 2)
    told["wall_seconds"] = round(time.monotonic() - began, 2)
    if watch.state == "failed":
        raise failure(watch)
    if as_json:
        say_json(told)
    else:
        say_summary(watch)
