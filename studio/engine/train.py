"""The training loop, read from top to bottom."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import torch

from studio.engine.control import Control
from studio.engine.device import Stopwatch, peak_bytes, reset_peak
from studio.engine.gradients import GradientSum, add_gradient, clip_gradients, derived_seed, set_seed, take_less_memory
from studio.engine.optim import learning_rate_at
from studio.engine.routing import balance_of
from studio.engine.step import make_step
from studio.engine.training import Training, UpdateMade
from studio.events import Paused, Resumed, UpdateFinished, UpdateSkipped, WorkerEvent


def train(  # noqa: C901, PLR0912, PLR0913, PLR0915 - one function, read from top to bottom
    training: Training,
    *,
    emit: Callable[[WorkerEvent], None],
    control: Control,
    evaluate: Callable[[], bool],
    evaluate_every: int,
    sample: Callable[[], None],
    save: Callable[[], None],
    save_every_seconds: float,
    after_update: Callable[[UpdateMade], None],
    after_bad_numbers: Callable[[int], None],
) -> bool:
    """Make the updates that are left. True when all are made or learning no longer helps, False where someone asked to
    stop before.

    The loss of an update is the cross-entropy summed over the target tokens of its effective batch and divided once
    by their number, so neither the loss nor its gradient depends on how the batch is split. Several ranks each work on
    their share of it and add up before the step, so all make the same one. `evaluate` says whether to go on;
    `after_update` may change the token budget; `after_bad_numbers` decides what follows an update whose loss or
    gradient is no number, which is passed over. Raises MemoryProblem where not even one row fits, and what ended
    another rank, with the weights as before that update; EngineProblem where a step was broken off, after which nothing
    must be saved; what `after_bad_numbers` raises; Cancelled between two micro-batches; ForemanGone after a checkpoint.
    """
    device, learning, optimizer, ranks = training.device, training.learning, training.optimizer, training.ranks
    learns = training.learns  # looked for once: that takes a millisecond
    gradients = GradientSum(learns, isolated=training.isolates)
    optimizing = Stopwatch(device)

    while training.update < training.updates:
        began = time.perf_counter()
        batch = training.batches[training.update + 1]
        learning_rate = learning_rate_at(batch.update, training.updates, training.peak_learning_rate, learning)
        micro_batches = training.micro_batches(training.store, batch.examples)
        learns_something = batch.num_target_tokens > 0 and batch.update not in training.left_out
        row_losses = torch.zeros(len(batch.examples), device=device)  # in nats, summed over each row's targets
        num_targets: list[int] = []  # of each micro-batch
        reset_peak(device)
        if not training.model.training:
            training.model.train()

        balance = balance_of(training, batch, micro_batches, control, emit, ranks) if learns_something else None
        while learns_something and (micro_batch := micro_batches.next(training.token_budget)):
            control.ask()
            set_seed(device, derived_seed(learning.seed, batch.update, micro_batch.first))
            losses = add_gradient(training, micro_batch, batch.num_target_tokens, balance)
            if losses is not None:
                gradients.add()
                num_targets.append(len(losses))
                row_losses.index_add_(0, micro_batch.places, losses)
                continue
            micro_batches.give_back(micro_batch)  # out of memory: the same rows again, in smaller pieces
            if not gradients.drop_last():
                micro_batches.start_over()
                num_targets.clear()
                row_losses.zero_()
            emit(take_less_memory(training, micro_batch, batch.update))

        if learns_something:
            squared_norms = gradients.install()
            tokens, padded_tokens, counts, peaks = ranks.add_up(
                learns,
                row_losses,
                micro_batches.num_tokens,
                micro_batches.num_padded_tokens,
                micro_batches.count,
                peak_bytes(device),
            )
            optimizing.start()
            grad_norm = clip_gradients(training, learns)  # before clipping
            numbers = torch.cat([row_losses, squared_norms, grad_norm.reshape(1)])
            *of_rows_and_parts, norm = numbers.tolist()  # the one wait for the device
            loss_of_row = of_rows_and_parts[: len(row_losses)]
            train_loss = sum(loss_of_row) / batch.num_target_tokens
            good = math.isfinite(train_loss) and math.isfinite(norm)
            if good:
                make_step(training, batch.update, learning_rate, emit)
            training.update = batch.update
            optimizer.zero_grad(set_to_none=True)
            optimizer_seconds = optimizing.stop()
            if not good:
                emit(UpdateSkipped(update=batch.update, reason="not a number", rows=training.rows_of(batch)))
                after_bad_numbers(batch.update)
                continue
            finished = UpdateFinished(
                update=batch.update,
                train_loss=train_loss,
                learning_rate=learning_rate,
                grad_norm=norm,
                num_tokens=sum(tokens),
                num_target_tokens=batch.num_target_tokens,
                num_padded_tokens=sum(padded_tokens),
                micro_batches=max(counts),
                seconds=time.perf_counter() - began,
                data_seconds=micro_batches.seconds,
                optimizer_seconds=optimizer_seconds,
                peak_bytes=max(*peaks, peak_bytes(device)),
            )
            emit(finished)
            after_update(UpdateMade(finished, loss_of_row, of_rows_and_parts[len(row_losses) :], num_targets))
        else:
            training.update = batch.update
            reason = "left out" if batch.update in training.left_out else "nothing to learn"
            emit(UpdateSkipped(update=batch.update, reason=reason))

        go_on = True
        if training.update % evaluate_every == 0 or training.update == training.updates:
            go_on = evaluate()
        control.ask()
        if control.sample_now:
            sample()
            control.sample_now = False
        leaving = control.stop or control.pause or control.leaves
        overdue = time.monotonic() - training.saved_at > training.seconds_between_saves(save_every_seconds)
        if training.agreed(leaving or control.save_now or overdue or training.is_last_in_step(go_on)):
            save()
            training.saved_at, control.save_now = time.monotonic(), False
        control.leave_where_asked()
        if control.pause and not control.stop:
            emit(Paused(update=training.update))
            control.wait_while_paused()
            if not control.stop:
                emit(Resumed(update=training.update))
        if control.stop and training.update < training.updates:
            return False
        if not go_on:
            return True
    return True
