"""From a request and its plan to a model with everything that training it needs; every rank does this alike."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

from studio.data.order import EffectiveBatches
from studio.data.prepare import Prepared
from studio.data.store import ExampleStore
from studio.engine.attention import take_over_attention
from studio.engine.head import Head, find_head
from studio.engine.labels import Labels, labels_of
from studio.engine.lean import make_lean
from studio.engine.load import make_trainable, model_for, pad_token_id, set_checkpointing
from studio.engine.loss import autocast
from studio.engine.noise import add_noise
from studio.engine.optim import make_optimizer
from studio.engine.packing import packs_rows
from studio.engine.parts import is_cut
from studio.engine.ranks import Ranks
from studio.engine.streamed import can_stream, cut_as_read, left_in_files
from studio.engine.training import Training
from studio.errors import ModelProblem
from studio.job import Full, Lora, Precision, TrainJob
from studio.plan import Plan
from studio.planning.packing import can_pack
from studio.planning.plan_job import peak_learning_rate


@dataclass(frozen=True)
class Rows:
    """As much of `Prepared` as setting up needs."""

    train: ExampleStore
    held_out: ExampleStore | None = None
    labels: tuple[str, ...] = ()


def make_training(
    job: TrainJob,
    prepared: Prepared | Rows,
    plan: Plan,
    device: torch.device,
    ranks: Ranks,
    *,
    build: Callable[[TrainJob, str, torch.device, Labels | None], nn.Module] = model_for,
    packs: Callable[[nn.Module, Head | None, int], bool] = packs_rows,
    in_files: bool = False,
) -> Training:
    """Model and optimizer on `device`. Where the plan divides the model it has no numbers yet, or whole ones in main
    memory, until `divide_model`. Raises ModelProblem.

    `build` makes the model that training begins with, `packs` finds out whether its rows can be packed. `in_files`: all
    that learns waits for a checkpoint, in whose file it may stay; `find_ways` is then to be called.
    """
    labels = labels_of(job, prepared.labels)
    cuts = plan.divided and build is model_for and can_stream(job)
    quantized = isinstance(job.method, Lora) and job.method.quantization is not None
    at_first = torch.device("cpu") if plan.divided and not quantized else device
    left_out = left_in_files() if in_files else nullcontext()
    with cut_as_read(job, labels, ranks.rank, plan.world_size, device) if cuts else left_out:
        model = build(job, plan.precision, at_first, labels)
    training = _around(make_trainable(model, job.method, job.learning.seed), job, prepared, plan, device, ranks, labels)
    training.in_files = in_files
    if not any(is_cut(each) for each in training.model.parameters()):
        find_ways(training, packs)
    return training


def _around(
    model: nn.Module,
    job: TrainJob,
    prepared: Prepared | Rows,
    plan: Plan,
    device: torch.device,
    ranks: Ranks,
    labels: Labels | None,
) -> Training:
    set_checkpointing(model, plan.gradient_checkpointing)
    if job.learning.neftune_alpha:
        add_noise(model, job.learning.neftune_alpha, pad_token_id(model))
    longest = max(int(each.lengths.max(initial=0)) for each in (prepared.train, prepared.held_out) if each is not None)
    return Training(
        model=model,
        optimizer=make_optimizer(model, job.learning, device),
        longest=longest,
        store=prepared.train,
        batches=EffectiveBatches(prepared.train, job.learning.effective_batch_size, job.learning.seed),
        method=job.method,
        labels=labels,
        learning=job.learning,
        peak_learning_rate=peak_learning_rate(job),
        updates=plan.updates,
        token_budget=plan.token_budget,
        precision=plan.precision,
        device=device,
        pad_token_id=pad_token_id(model),
        checkpointing=plan.gradient_checkpointing != "off",
        long_rows_only=plan.gradient_checkpointing == "long",
        ranks=ranks,
    )


def find_ways(training: Training, packs: Callable[[nn.Module, Head | None, int], bool] = packs_rows) -> None:
    """How this model computes fastest: each way is tried, so its numbers must be there. Raises ModelProblem."""
    model, divided = training.model, training.divided
    if divided is None:
        make_lean(model)
    else:
        for some in divided.in_turn():
            make_lean(model, some)
    take_over_attention(model)
    training.head = find_head(model)
    if training.labels is not None and training.head is None:
        config: Any = model.config
        raise ModelProblem(
            f"The way from {Path(config.name_or_path).name} to its labels is not known here.",
            "Choose another model, such as Llama, Qwen or Mistral, or let it write the label as an answer.",
        )
    may_pack = can_pack(training.learning, training.device.type, cast("Precision", training.precision))
    training.packed = packs(model, training.head, training.longest) and may_pack


def divide_model(training: Training) -> None:
    """Leave this rank its parts of a model, all of which do this together; then find its ways, unless they are known.

    Raises ModelProblem.
    """
    from studio.engine.sharded import divide

    if training.device.type == "cuda":
        torch.cuda.set_device(training.device)
    low = training.precision != "float32" and isinstance(training.method, Full)
    dtype = getattr(torch, training.precision) if low else None
    untried = any(is_cut(each) for each in training.model.parameters())
    training.divided = divide(training.model, training.device, training.ranks.world_size, dtype)
    training.optimizer = make_optimizer(training.model, training.learning, training.device)
    if untried:
        with torch.no_grad(), autocast(training.device, training.precision):
            training.do(lambda: find_ways(training))
