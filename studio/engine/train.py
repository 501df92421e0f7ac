"""The training loop: one function, read from top to bottom."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from studio.data.store import ExampleStore
from studio.engine.batches import EffectiveBatches, micro_batches
from studio.engine.control import Control, ForemanGone
from studio.engine.device import peak_bytes, reset_peak
from studio.engine.loss import autocast, sum_token_loss
from studio.engine.optim import learning_rate_at
from studio.errors import NumbersProblem
from studio.events import Paused, Resumed, UpdateFinished, UpdateSkipped, WorkerEvent
from studio.job import Learning


@dataclass
class Training:
    """What the loop works on; `update` is how far it is."""

    model: nn.Module
    optimizer: torch.optim.Optimizer
    store: ExampleStore
    batches: EffectiveBatches
    learning: Learning
    peak_learning_rate: float
    updates: int
    """In the whole run."""
    token_budget: int
    precision: str
    device: torch.device
    pad_token_id: int
    update: int = 0
    """Updates made so far."""

    @property
    def learns(self) -> list[nn.Parameter]:
        """The weights that learn."""
        return [parameter for parameter in self.model.parameters() if parameter.requires_grad]


def train(
    training: Training,
    *,
    emit: Callable[[WorkerEvent], None],
    control: Control,
    evaluate: Callable[[], None],
    evaluate_every: int,
    save: Callable[[], None],
    save_every_seconds: float,
) -> bool:
    """Make the updates that are left. True when all are made, False where someone asked to stop before.

    The loss of an update is the cross-entropy summed over the target tokens of its effective batch and divided once
    by their number, so neither the loss nor its gradient depends on how the batch is split.
    Raises NumbersProblem where loss or gradient is no longer a number, with the weights as before that update;
    Cancelled between two micro-batches; ForemanGone after a checkpoint.
    """
    device, learning = training.device, training.learning
    saved_at = time.monotonic()

    while training.update < training.updates:
        began = time.perf_counter()
        batch = training.batches[training.update + 1]
        learning_rate = learning_rate_at(batch.update, training.updates, training.peak_learning_rate, learning)
        num_tokens = num_padded_tokens = num_micro_batches = 0
        train_loss = torch.zeros((), device=device)
        reset_peak(device)
        training.model.train()

        for micro_batch in micro_batches(training.store, batch.examples, training.token_budget, training.pad_token_id):
            control.ask()
            torch.manual_seed(derived_seed(learning.seed, batch.update, num_micro_batches))
            with autocast(device, training.precision):
                loss_sum = sum_token_loss(training.model, micro_batch.to(device))
            loss = loss_sum / batch.num_target_tokens
            loss.backward()
            train_loss += loss.detach()
            num_tokens += micro_batch.num_tokens
            num_padded_tokens += micro_batch.input_ids.numel()
            num_micro_batches += 1

        if batch.num_target_tokens:
            grad_norm: Tensor = nn.utils.clip_grad_norm_(training.learns, learning.max_grad_norm)  # before clipping
            if not (math.isfinite(float(train_loss)) and math.isfinite(float(grad_norm))):
                training.optimizer.zero_grad(set_to_none=True)
                raise NumbersProblem(
                    f"The loss is no longer a number at update {batch.update}.",
                    "Everything up to the update before is kept. A smaller learning rate usually helps.",
                )
            for group in training.optimizer.param_groups:
                group["lr"] = learning_rate
            training.optimizer.step()
            training.optimizer.zero_grad(set_to_none=True)
            training.update = batch.update
            emit(
                UpdateFinished(
                    update=batch.update,
                    train_loss=float(train_loss),
                    learning_rate=learning_rate,
                    grad_norm=float(grad_norm),
                    num_tokens=num_tokens,
                    num_target_tokens=batch.num_target_tokens,
                    num_padded_tokens=num_padded_tokens,
                    micro_batches=num_micro_batches,
                    seconds=time.perf_counter() - began,
                    peak_bytes=peak_bytes(device),
                )
            )
        else:
            training.update = batch.update
            emit(UpdateSkipped(update=batch.update))

        if training.update % evaluate_every == 0 or training.update == training.updates:
            evaluate()
        control.ask()
        leaving = control.stop or control.pause or control.foreman_gone
        if leaving or control.save_now or time.monotonic() - saved_at > save_every_seconds:
            save()
            saved_at, control.save_now = time.monotonic(), False
        if control.foreman_gone:
            raise ForemanGone
        if control.pause and not control.stop:
            emit(Paused(update=training.update))
            control.wait_while_paused()
            if not control.stop:
                emit(Resumed(update=training.update))
        if control.stop and training.update < training.updates:
            return False
    return True


def derived_seed(seed: int, update: int, micro_batch: int) -> int:
    """A seed for one micro-batch that depends on nothing that ran before (SplitMix64's finalizer)."""
    mixed = (seed * 0x9E3779B97F4A7C15 + update * 0xBF58476D1CE4E5B9 + micro_batch * 0x94D049BB133111EB) % 2**64
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = ((mixed ^ (mixed >> shift)) * factor) % 2**64
    return (mixed ^ (mixed >> 31)) % 2**63
