"""Counts, before an update, how its whole effective batch is routed to the experts of a model."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from studio.data.order import EffectiveBatch
from studio.engine.batches import MicroBatch, MicroBatches
from studio.engine.control import Control
from studio.engine.experts import Balance, chosen, num_experts, watch_routers
from studio.engine.gradients import derived_seed, in_step, real_tokens, set_seed, take_less_memory
from studio.engine.loss import autocast, sum_token_loss
from studio.engine.ranks import Ranks
from studio.engine.training import Training
from studio.events import WorkerEvent


@torch.no_grad()
def balance_of(
    training: Training,
    batch: EffectiveBatch,
    micro_batches: MicroBatches,
    control: Control,
    emit: Callable[[WorkerEvent], None],
    ranks: Ranks,
) -> Balance | None:
    """The balance loss of an effective batch, by one pass over it without a gradient; None where none is asked for.

    `micro_batches`, of which each of `ranks` has its own, start over afterwards. Each sees the dropout it will learn
    with. Raises Cancelled, MemoryProblem and ModelProblem.
    """
    weight = training.learning.router_balance
    if not weight:
        return None
    counts = torch.zeros(num_experts(training.model), dtype=torch.int64, device=training.device)
    while micro_batch := micro_batches.next(training.token_budget):
        control.ask()
        set_seed(training.device, derived_seed(training.learning.seed, batch.update, micro_batch.first))
        some = in_step(training, lambda each=micro_batch: _choices(training, each))
        if some is None:
            micro_batches.give_back(micro_batch)
            emit(take_less_memory(training, micro_batch, batch.update))
        else:
            counts += some
    micro_batches.start_over()
    learnt = batch.examples[training.store.num_targets[batch.examples] > 0]
    return Balance(
        weight=weight,
        choices=torch.tensor(ranks.totals(*counts.tolist())),
        num_tokens=int(training.store.lengths[learnt].sum()),
    )


def _choices(training: Training, micro_batch: MicroBatch) -> Tensor:
    """(e,) of one micro-batch."""
    with autocast(training.device, training.precision), watch_routers(training.model) as scores:
        training.do(
            lambda: sum_token_loss(training.model, training.head, micro_batch, scores_bytes=training.scores_bytes)
        )
    return chosen(training.model, scores, real_tokens(training, micro_batch))
