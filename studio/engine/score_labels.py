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
) -> AnswersScored:
    """Compare the label with the highest score with the right one, for all rows or all words of them.

    `questions`: the texts of the first few rows, to be shown. Raises MemoryProblem.
    """
    began = time.perf_counter()
    training.model.eval()
    examples = np.arange(len(held_out))
    micro_batches = MicroBatches(held_out, examples, training.pad_token_id, training.device, packed=training.packed)
    given: list[list[int]] = [[] for _ in range(len(held_out))]  # of each row, in the order of its words
    right: list[list[int]] = [[] for _ in range(len(held_out))]
    while micro_batch := micro_batches.next(training.token_budget):
        labels = unless_out_of_memory(lambda each=micro_batch: _best(training, each), training.device)
        if labels is None:
            micro_batches.give_back(micro_batch)
            emit(take_less_memory(training, micro_batch, training.update))
            continue
        places, targets = micro_batch.places.tolist(), micro_batch.targets.tolist()
        for place, label, target in zip(places, labels.tolist(), targets, strict=True):
            given[place].append(label)
            right[place].append(target)

    pairs = Counter(
        (target, label) for rows in zip(right, given, strict=True) for target, label in zip(*rows, strict=True)
    )
    return AnswersScored(
        update=update,
        rows=pairs.total(),
        right=sum(times for (target, label), times in pairs.items() if target == label),
        examples=tuple(
            Answer(question.question, question.expected, " ".join(names[label] for label in labels), labels == expected)
            for question, labels, expected in zip(questions, given, right, strict=False)
        ),
        mix_ups=tuple(
            MixUp(names[target], names[label], times)
            for (target, label), times in pairs.most_common()
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
