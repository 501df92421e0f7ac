"""What the model makes of rows it never learns from: their loss, and its answers word for word."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from studio.data.prepare import Question
from studio.data.store import ExampleStore
from studio.engine.batches import MicroBatch
from studio.engine.control import Control
from studio.engine.gradients import in_step, take_less_memory
from studio.engine.loss import autocast, sum_token_loss
from studio.engine.training import Training
from studio.events import Answer, AnswersScored, Evaluated, WorkerEvent

_ROWS_AT_A_TIME = 100
_SHOWN = 12


def updates_between_checks(training: Training, held_out: ExampleStore | None) -> int:
    """What the user chose, else sixteen checks in a run, or fewer where they would take more than a tenth of it; at
    least one in the middle.

    A check reads its tokens once where learning goes over them about three times as long.
    """
    if training.learning.evaluate_every:
        return training.learning.evaluate_every
    if held_out is None:
        return training.updates
    learnt_tokens = training.updates * training.store.lengths.mean() * training.learning.effective_batch_size
    checks = 0.1 * 3 * learnt_tokens / max(1, int(held_out.lengths.sum()))
    return max(1, round(training.updates / min(16.0, max(2.0, checks))))


@torch.no_grad()
def held_out_loss(
    training: Training, held_out: ExampleStore, control: Control, emit: Callable[[WorkerEvent], None]
) -> Evaluated:
    """The loss in nats per target token over all held-out rows, through the same micro-batches as training; ranks share
    the rows and all know the loss.

    Where the device runs out of memory the same rows are tried again with less. Raises Cancelled and MemoryProblem.
    """
    began = time.perf_counter()
    ranks = training.ranks
    training.model.eval()
    micro_batches = training.micro_batches(held_out, np.arange(len(held_out)))
    sums: list[Tensor] = []
    while micro_batch := micro_batches.next(training.token_budget):
        control.ask()
        loss = in_step(training, lambda each=micro_batch: _loss(training, each))
        if loss is None:
            micro_batches.give_back(micro_batch)
            emit(take_less_memory(training, micro_batch, training.update))
        else:
            sums.append(loss)
    (loss_sum,) = ranks.totals(sum(torch.stack(sums).tolist()) if sums else 0.0)
    num_target_tokens = int(held_out.num_targets.sum())
    return Evaluated(
        update=training.update,
        eval_loss=loss_sum / num_target_tokens if num_target_tokens else 0.0,
        num_target_tokens=num_target_tokens,
        seconds=time.perf_counter() - began,
    )


def _loss(training: Training, micro_batch: MicroBatch) -> Tensor:
    with autocast(training.device, training.precision):
        return training.do(
            lambda: sum_token_loss(training.model, training.head, micro_batch, scores_bytes=training.scores_bytes)[0]
        )


@torch.no_grad()
def score_answers(
    training: Training, tokenizer: Any, questions: Sequence[Question], end_tokens: Sequence[int], update: int
) -> AnswersScored:
    """Answer every question greedily and compare with the right answer, word for word."""
    began = time.perf_counter()
    model: Any = training.model
    model.eval()
    answers: list[Answer] = []
    for first in range(0, len(questions), _ROWS_AT_A_TIME):
        asked = questions[first : first + _ROWS_AT_A_TIME]
        longest = max(len(tokenizer.encode(each.expected, add_special_tokens=False)) for each in asked)
        prompts = [each.prompt_tokens for each in asked]
        answered = write_answers(training, tokenizer, prompts, end_tokens, max_new_tokens=longest + 4)
        for question, written in zip(asked, answered, strict=True):
            right = written.strip() == question.expected.strip()
            answers.append(Answer(question.question, question.expected, written.strip(), right))
    return AnswersScored(
        update=update,
        rows=len(answers),
        right=sum(answer.right for answer in answers),
        examples=tuple(answers[:_SHOWN]),
        seconds=time.perf_counter() - began,
    )


@torch.no_grad()
def write_answers(
    training: Training,
    tokenizer: Any,
    prompts: Sequence[Sequence[int]],
    end_tokens: Sequence[int],
    *,
    max_new_tokens: int,
) -> list[str]:
    """The greedy continuations of the prompts, each up to any of `end_tokens`.

    Prompts are padded on the left, so that all answers start together.
    """
    model: Any = training.model
    longest = max(len(each) for each in prompts)
    input_ids = torch.full((len(prompts), longest), training.pad_token_id)
    attention_mask = torch.zeros_like(input_ids)
    for row, tokens in enumerate(prompts):
        input_ids[row, longest - len(tokens) :] = torch.tensor(tokens)
        attention_mask[row, longest - len(tokens) :] = 1
    with autocast(training.device, training.precision):
        written = model.generate(
            input_ids=input_ids.to(training.device),
            attention_mask=attention_mask.to(training.device),
            max_new_tokens=max_new_tokens,
            do_sample=False,
            num_beams=1,
            eos_token_id=list(end_tokens) or None,
            pad_token_id=training.pad_token_id,
            use_cache=True,
        )
    return [tokenizer.decode(row[longest:], skip_special_tokens=True) for row in written]
