"""Held-out rows as questions with the answers that are expected of them, read from what was encoded for the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from studio.data.prepare import Prepared


class HeldOutQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """One held-out row, up to its last answer."""

    example: int
    """In the store of held-out rows."""
    prompt_tokens: tuple[int, ...]
    """Everything before the last answer; the whole row where labels are learnt."""
    question: str
    """As the model reads it."""
    expected: str
    """The last answer, without the token that ends it; labels of words joined by spaces."""
    expected_tokens: int


def held_out_questions(prepared: Prepared, model: Path, count: int) -> list[HeldOutQuestion]:
    """The first rows with something to answer; none for plain text, which asks nothing."""
    store = prepared.held_out
    if store is None or (not prepared.labels and prepared.report.shape == "text"):
        return []
    from studio.data.tokenizer import TextTokenizer  # a window has no use for its library

    tokenizer = TextTokenizer(model)
    controls = tokenizer.control_numbers
    found: list[HeldOutQuestion] = []
    for example in np.flatnonzero(store.num_targets > 0)[:count].tolist():
        tokens, targets, labels = store.tokens(example), store.targets(example), store.labels(example)
        if labels is not None:
            names = [prepared.labels[int(each)] for each in labels if each >= 0]
            prompt, answer, expected = tokens, names, " ".join(names)
        else:
            last = int(np.flatnonzero(targets)[-1])
            read = np.flatnonzero(~targets[:last])
            if not len(read):
                continue
            start = int(read[-1]) + 1
            prompt, answer = tokens[:start], [int(each) for each in tokens[start : last + 1]]
            expected = tokenizer.decode([each for each in answer if each not in controls]).strip()
        numbers = [int(each) for each in prompt]
        question = tokenizer.decode([each for each in numbers if each not in controls]).strip()
        found.append(
            HeldOutQuestion(
                example=example,
                prompt_tokens=tuple(numbers),
                question=question,
                expected=expected,
                expected_tokens=len(answer),
            )
        )
    return found
