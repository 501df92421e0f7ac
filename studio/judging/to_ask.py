"""Held-out rows as questions that a person can ask again: without their template."""

from __future__ import annotations

from pathlib import Path

import msgspec

from studio.judging.questions import held_out_questions
from studio.runs.folder import RunFolder

_WORD = "Question"


class QuestionToAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A held-out row with one question."""

    row: int
    """As the user counts rows."""
    prompt: str
    expected: str
    """What its row answers."""


def questions_to_ask(run: RunFolder, count: int) -> tuple[QuestionToAsk, ...]:
    """The first held-out rows that are read just as if their question were typed; none for texts and labels.

    A row with a system text of its own or with several questions is left out: typed, it would be read otherwise.
    Raises StudioError where the run's data or its model are gone.
    """
    from studio.data.prepare import load_prepared  # a window has no use for these and their libraries
    from studio.data.prompts import typed_prompts
    from studio.data.tokenizer import TextTokenizer

    model, prepared = Path(run.job().model), load_prepared(run.data)
    found = held_out_questions(prepared, model, count)
    if not found or prepared.labels or prepared.held_out is None:
        return ()
    tokenizer = TextTokenizer(model)
    (framed,) = typed_prompts([_WORD], model, is_text=False)
    before, _, after = tokenizer.decode(list(framed.tokens)).partition(_WORD)
    texts = [tokenizer.decode(list(each.prompt_tokens)).removeprefix(before).removesuffix(after) for each in found]
    read = typed_prompts(texts, model, is_text=False)
    return tuple(
        QuestionToAsk(row=prepared.held_out.row(each.example), prompt=text, expected=each.expected)
        for each, text, typed in zip(found, texts, read, strict=True)
        if typed.tokens == each.prompt_tokens
    )
