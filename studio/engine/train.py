"""The training loop, read from top to bottom, and what it does with one effective batch."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from studio.data.store import ExampleStore
from studio.engine.batches import EffectiveBatch, EffectiveBatches, micro_batches
from studio.engine.control import Control, ForemanGone
from studio.engine.device import peak_bytes, reset_peak
from studio.engine.load import set_checkpointing
from studio.engine.loss import autocast, sum_token_loss
from studio.engine.optim import learning_rate_at
from studio.errors import MemoryProblem, NumbersProblem
from studio.events import Paused, Resumed, UpdateFinished, UpdateSkipped, Warned, WorkerEvent
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
    checkpointing: bool = False
    """Whether activations are recomputed."""
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
    Raises NumbersProblem where loss or gradient is no longer a number and MemoryProblem where not even one row fits,
    both with the weights as before that update; Cancelled between two micro-batches; ForemanGone after a checkpoint.
    """
    device, learning = training.device, training.learning
    saved_at = time.monotonic()

    while training.update < training.updates:
        began = time.perf_counter()
        batch = training.batches[training.update + 1]
        learning_rate = learning_rate_at(batch.update, training.updates, training.peak_learning_rate, learning)
        reset_peak(device)
        training.model.train()

        added = add_up_gradients(training, batch, control)
        while added is None:  # out of memory: the same rows again, in smaller micro-batches
            emit(take_less_memory(training, batch))
            added = add_up_gradients(training, batch, control)
        train_loss = float(added.train_loss)

        if batch.num_target_tokens:
            grad_norm: Tensor = nn.utils.clip_grad_norm_(training.learns, learning.max_grad_norm)  # before clipping
            if not (math.isfinite(train_loss) and math.isfinite(float(grad_norm))):
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
                    train_loss=train_loss,
                    learning_rate=learning_rate,
                    grad_norm=float(grad_norm),
                    num_tokens=added.num_tokens,
                    num_target_tokens=batch.num_target_tokens,
                    num_padded_tokens=added.num_padded_tokens,
                    micro_batches=added.micro_batches,
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


@dataclass
class Added:
    """What came of the micro-batches of one effective batch, besides the gradients."""

    train_loss: Tensor
    """Nats per target token, a scalar on the device."""
    num_tokens: int = 0
    num_padded_tokens: int = 0
    micro_batches: int = 0


def add_up_gradients(training: Training, batch: EffectiveBatch, control: Control) -> Added | None:
    """Add the gradient of an effective batch to the weights that learn.

    None where the device ran out of memory: the gradients so far are dropped. Raises Cancelled.
    """
    device, added = training.device, Added(torch.zeros((), device=training.device))
    ran_out = False
    try:
        for micro_batch in micro_batches(training.store, batch.examples, training.token_budget, training.pad_token_id):
            control.ask()
            torch.manual_seed(derived_seed(training.learning.seed, batch.update, added.micro_batches))
            with autocast(device, training.precision):
                loss_sum = sum_token_loss(training.model, micro_batch.to(device))
            loss = loss_sum / batch.num_target_tokens
            loss.backward()
            added.train_loss += loss.detach()
            added.num_tokens += micro_batch.num_tokens
            added.num_padded_tokens += micro_batch.input_ids.numel()
            added.micro_batches += 1
    except torch.OutOfMemoryError:
        ran_out = True  # nothing else in here: as long as the exception lives, its frames keep their tensors
    if not ran_out:
        return added
    training.optimizer.zero_grad(set_to_none=True)
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    return None


def take_less_memory(training: Training, batch: EffectiveBatch) -> Warned:
    """Halve the token budget, or recompute activations where one row is too much already.

    Raises MemoryProblem where nothing is left to save.
    """
    longest = int(training.store.lengths[batch.examples].max())
    if training.token_budget >= 2 * longest:
        training.token_budget = max(longest, training.token_budget // 2)
        how = f"now in micro-batches of at most {training.token_budget:,} tokens"
    elif not training.checkpointing:
        set_checkpointing(training.model, "on")
        training.checkpointing = True
        how = "now with gradient checkpointing"
    else:
        raise MemoryProblem(
            f"Even one row of {longest:,} tokens does not fit into the memory at update {batch.update}.",
            "Everything up to the update before is kept. Close other programs and continue, or cut rows shorter.",
        )
    return Warned(
        title=f"Out of memory at update {batch.update}, redone",
        hint=f"The same rows were learnt from again, {how}; nothing was lost.",
    )


def derived_seed(seed: int, update: int, micro_batch: int) -> int:
    """A seed for one micro-batch that depends on nothing that ran before (SplitMix64's finalizer)."""
    mixed = (seed * 0x9E3779B97F4A7C15 + update * 0xBF58476D1CE4E5B9 + micro_batch * 0x94D049BB133111EB) % 2**64
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = ((mixed ^ (mixed >> shift)) * factor) % 2**64
    return (mixed ^ (mixed >> 31)) % 2**63
