"""What the consumer of an export is asked, what it answers, and whether that is what the studio shows."""

from __future__ import annotations

import msgspec

from studio.after import Proof, WeightType
from studio.job import Quantization, Task

_ROUNDING: dict[str, float] = {"float32": 1e-3, "float16": 0.02, "bfloat16": 0.15, "q8_0": 0.15}
"""Nats between the two likeliest words within which rounding to such numbers may decide between them."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens that a model reads and what the studio's model says at the last of them."""

    tokens: list[int]
    chosen: list[int]
    """Likeliest token, or label, at each of the last places that are compared."""
    log_probs: list[float]
    """Of those, in nats."""
    margins: list[float]
    """By how many nats they are likelier than the second."""


class Spelling(msgspec.Struct, frozen=True):
    """A text and its tokens, control tokens written out."""

    text: str
    tokens: list[int]


class ProofOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What the process that proves an export does: `studio.engine.proof`, one line on its standard input."""

    path: str
    """Folder of the adapter or model, or the GGUF file."""
    base: str | None
    """Folder of the base beside which an adapter works."""
    task: Task
    precision: str
    quantization: Quantization | None
    """Of the base."""
    device: str
    cases: list[Case]
    spellings: list[Spelling]


class ProofAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the consumer said, in the order of the cases and spellings."""

    consumer: str
    chosen: list[list[int]]
    log_probs: list[list[float]]
    """Of the tokens that the studio's model chose."""
    spellings: list[list[int]]


def compare(order: ProofOrder, answer: ProofAnswer, weight_type: WeightType, precision: str) -> Proof:
    """Whether consumer and studio say the same. Both round, to `weight_type` and to `precision`."""
    tie = _ROUNDING[weight_type] + (_ROUNDING[precision] if precision != weight_type else 0.0)
    different = near_ties = tokens = 0
    largest = 0.0
    first = ""
    for number, (case, chosen, log_probs) in enumerate(zip(order.cases, answer.chosen, answer.log_probs, strict=True)):
        for place, wanted in enumerate(case.chosen):
            tokens += 1
            largest = max(largest, abs(case.log_probs[place] - log_probs[place]))
            if chosen[place] == wanted:
                continue
            if case.margins[place] <= tie:
                near_ties += 1
                continue
            different += 1
            first = first or (
                f"In answer {number + 1} the studio's word {place + 1} is token {wanted:,}, {answer.consumer} takes "
                f"token {chosen[place]:,}."
            )
    for spelling, found in zip(order.spellings, answer.spellings, strict=True):
        if spelling.tokens != found:
            different += 1
            first = first or f"{answer.consumer} reads “{spelling.text[:60]}” as other tokens."
    return Proof(
        consumer=answer.consumer,
        answers=len(order.cases),
        tokens=tokens,
        different=different,
        near_ties=near_ties,
        largest_difference=largest,
        first_difference=first,
    )
