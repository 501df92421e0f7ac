"""The labels that a model gives to held-out rows or their words, beside the right ones."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from studio.data.prepare import Question
from studio.data.store import ExampleStore
from studio.engine.batches import MicroBatch, MicroBatches
from studio.engine.gradients import take_less_memory, unless_out_of_memory
from studio.engine.loss import autocast, states_at_targets
from studio.engine.ranks import Ranks
from studio.engine.training import Training
from studio.events import Answer, AnswersScored, MixUp, WorkerEvent

_MIX_UPS = 10


@torch.no_grad()
def score_labels(
    training: Training,
    held_out: ExampleStore,
    questions: Sequence[Question],
    names: tuple[str, ...],
    update: int,
    emit: Callable[[WorkerEvent], None],
    ranks: Ranks,
) -> AnswersScored:
    """Compare the label with the highest score with the right one, for all rows or all words of them.

    `ranks` share the rows, and all know the outcome. `questions`: the texts of the first few rows, to be shown. Raises
    MemoryProblem.
    """
    began = time.perf_counter()
    training.model.eval()
    micro_batches = MicroBatches(
        held_out,
        np.arange(len(held_out)),
        training.pad_token_id,
        training.device,
        packed=training.packed,
        rank=ranks.rank,
        world_size=ranks.world_size,
    )
    starts: list[int] = [0, *np.cumsum(held_out.num_targets).tolist()]  # of each row's words among all
    pairs = torch.zeros(starts[-1], 2, dtype=torch.int64)  # the right label of each word, and the one given
    while micro_batch := micro_batches.next(training.token_budget):
        labels = unless_out_of_memory(lambda each=micro_batch: _best(training, each), training.device)
        if labels is None:
            micro_batches.give_back(micro_batch)
            emit(take_less_memory(training, micro_batch, training.update))
            continue
        at = np.concatenate([np.arange(starts[row], starts[row + 1]) for row in micro_batch.examples])
        pairs[torch.from_numpy(at)] = torch.stack([micro_batch.targets, labels], 1).cpu()
    ranks.total(pairs)

    times_given = Counter(map(tuple, pairs.tolist()))
    of_rows = [pairs[starts[row] : starts[row + 1]].T.tolist() for row in range(len(questions))]
    return AnswersScored(
        update=update,
        rows=len(pairs),
        right=int((pairs[:, 0] == pairs[:, 1]).sum()),
        examples=tuple(
            Answer(question.question, question.expected, " ".join(names[label] for label in labels), labels == expected)
            for question, (expected, labels) in zip(questions, of_rows, strict=True)
        ),
        mix_ups=tuple(
            MixUp(names[target], names[label], times)
            for (target, label), times in times_given.most_common()
            if target != label
        )[:_MIX_UPS],
        seconds=time.perf_counter() - began,
    )


def _best(training: Training, micro_batch: MicroBatch) -> Tensor:
    """(n,) the label with the highest score at each position that has a target."""
    head = training.head
    assert head is not None, "a model that gives labels is refused where its parts are unknown"
    with autocast(training.device, training.precision):
        return head.finish(head.layer(states_at_targets(head, micro_batch))).argmax(1)
