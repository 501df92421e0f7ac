"""Scores at the places of answers, with any model that reads tokens: what an export is proved by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from studio.data.prompts import held_out_prompts
from studio.engine.loss import autocast
from studio.engine.outcome import Outcome
from studio.export.proof import Case

_CASES = 6
_LONGEST_ANSWER = 32
_LONGEST_PROMPT = 512

Scores = Callable[[Sequence[int]], Tensor]
"""From tokens (n,) to scores (n, v), or (1, labels) where a row has one label."""


@torch.no_grad()
def greedy_cases(outcome: Outcome) -> list[Case]:
    """What the tuned model, as the studio runs it, answers to rows: held-out ones, else the first it learnt from."""
    store = outcome.prepared.held_out or outcome.prepared.train
    scores = model_scores(outcome.tuned, outcome.device, outcome.precision)
    cases: list[Case] = []
    if outcome.labels is not None:
        for example in range(min(_CASES, len(store))):
            tokens = store.tokens(example)[:_LONGEST_PROMPT].astype(np.int64).tolist()
            cases.append(_case(tokens, scores(tokens), 1 if outcome.job.task == "classify" else len(tokens)))
        return cases
    for prompt in held_out_prompts(store, _CASES, Path(outcome.job.model)):
        tokens = list(prompt.tokens[-_LONGEST_PROMPT:])
        model: Any = outcome.tuned
        with autocast(outcome.device, outcome.precision):
            written = model.generate(
                input_ids=torch.tensor([tokens], device=outcome.device),
                attention_mask=torch.ones((1, len(tokens)), dtype=torch.int64, device=outcome.device),
                max_new_tokens=_LONGEST_ANSWER,
                do_sample=False,
                num_beams=1,
                eos_token_id=list(outcome.prepared.end_tokens) or None,
                pad_token_id=outcome.pad_token_id,
            )[0].tolist()
        answer = written[len(tokens) :]
        read = written[:-1]  # what stands before the last token of the answer
        cases.append(_case(read, scores(read), len(answer)))
    return cases


def _case(tokens: list[int], scores: Tensor, places: int) -> Case:
    """The likeliest tokens at the last `places`."""
    log_probs = torch.log_softmax(scores[-places:].double(), -1)
    best, second = log_probs.topk(2, -1).values.unbind(-1)
    return Case(
        tokens=tokens,
        chosen=log_probs.argmax(-1).tolist(),
        log_probs=best.tolist(),
        margins=(best - second).tolist(),
    )


def model_scores(model: Any, device: torch.device, precision: str) -> Scores:
    """The scores of a model of transformers or peft, computed in `precision`."""

    @torch.no_grad()
    def scores(tokens: Sequence[int]) -> Tensor:
        with autocast(device, precision):
            found: Tensor = model(input_ids=torch.tensor([list(tokens)], device=device), use_cache=False).logits
        return (found[0] if found.ndim == 3 else found).float().cpu()

    return scores


def answers_to(scores: Scores, cases: Sequence[Case]) -> tuple[list[list[int]], list[list[float]]]:
    """The likeliest tokens at the compared places of each case, and how likely its own are, in nats."""
    chosen: list[list[int]] = []
    likely: list[list[float]] = []
    for case in cases:
        log_probs = torch.log_softmax(scores(case.tokens)[-len(case.chosen) :].double(), -1)
        chosen.append(log_probs.argmax(-1).tolist())
        likely.append(log_probs.gather(1, torch.tensor(case.chosen).unsqueeze(1)).squeeze(1).tolist())
    return chosen, likely
