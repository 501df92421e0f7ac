"""From a request and its plan to a model with everything that training it needs; every rank does this alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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
from studio.engine.noise import add_noise
from studio.engine.optim import make_optimizer
from studio.engine.packing import packs_rows
from studio.engine.ranks import Ranks
from studio.engine.training import Training
from studio.errors import ModelProblem
from studio.job import Full, TrainJob
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
) -> Training:
    """Model and optimizer on `device`; in main memory where the plan divides the model, until `divide_model`. Raises
    ModelProblem.

    `build` makes the model that training begins with, `packs` finds out whether its rows can be packed.
    """
    labels = labels_of(job, prepared.labels)
    at_first = torch.device("cpu") if plan.divided else device
    model = make_trainable(build(job, plan.precision, at_first, labels), job.method, job.learning.seed)
    make_lean(model)
    take_over_attention(model)
    set_checkpointing(model, plan.gradient_checkpointing)
    if job.learning.neftune_alpha:
        add_noise(model, job.learning.neftune_alpha, pad_token_id(model))
    head = find_head(model)
    if labels is not None and head is None:
        raise ModelProblem(
            f"The way from {Path(job.model).name} to its labels is not known here.",
            "Choose another model, such as Llama, Qwen or Mistral, or let it write the label as an answer.",
        )
    longest = max(int(each.lengths.max(initial=0)) for each in (prepared.train, prepared.held_out) if each is not None)
    return Training(
        model=model,
        optimizer=make_optimizer(model, job.learning, device),
        head=head,
        packed=packs(model, head, longest) and can_pack(job.learning, device.type, plan.precision),
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


def divide_model(training: Training) -> None:
    """Leave this rank its parts of a model that each of them has in main memory; all ranks do this together.

    Raises ModelProblem.
    """
    from studio.engine.sharded import divide

    if training.device.type == "cuda":
        torch.cuda.set_device(training.device)
    low = training.precision != "float32" and isinstance(training.method, Full)
    dtype = getattr(torch, training.precision) if low else None
    training.divided = divide(training.model, training.device, training.ranks.world_size, dtype)
    training.optimizer = make_optimizer(training.model, training.learning, training.device)
