"""Prompts to answer while a model learns: typed by a person, or taken from held-out rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from studio.data.conversation import Conversation
from studio.data.encode import encode_document, encode_prompt, render
from studio.data.pipeline import Reader
from studio.data.store import ExampleStore
from studio.data.tokenizer import TextTokenizer

_OPENING = 16
"""Tokens of a text that the model goes on from."""


class Prompt(msgspec.Struct, frozen=True):
    """What the model is asked."""

    text: str
    tokens: tuple[int, ...]
    """Everything before the answer, as in training."""


def typed_prompts(texts: Sequence[str], model_folder: Path, *, is_text: bool) -> tuple[Prompt, ...]:
    """As the model reads questions in its rows, or the beginning of a text where it learns from those.

    Raises ModelProblem and TemplateFailure.
    """
    reader = Reader(model_folder)
    return tuple(Prompt(text, _text(text, reader) if is_text else _question(text, reader)) for text in texts)


def _question(text: str, reader: Reader) -> tuple[int, ...]:
    asked = Conversation([{"role": "user", "content": text}, {"role": "assistant", "content": ""}], [False, True])
    return encode_prompt(render(asked, reader.template, reader.tokenizer, prompt_only=True), reader.tokenizer)


def _text(text: str, reader: Reader) -> tuple[int, ...]:
    return tuple(encode_document(text, reader.tokenizer)[:-1].tolist())  # without the token that ends it


def held_out_prompts(store: ExampleStore, count: int, model_folder: Path) -> tuple[Prompt, ...]:
    """The first rows up to where their last answer begins; the beginning of those that are learnt whole."""
    tokenizer = TextTokenizer(model_folder)
    prompts: list[Prompt] = []
    for example in np.flatnonzero(store.num_targets > 0)[:count].tolist():
        tokens, targets = store.tokens(example), store.targets(example)
        read = np.flatnonzero(~targets[: int(np.flatnonzero(targets)[-1])])  # before the last target
        length = int(read[-1]) + 1 if len(read) else min(_OPENING, len(tokens) // 2)
        if length:
            prompts.append(Prompt(tokenizer.decode(tokens[:length].tolist()), tuple(tokens[:length].tolist())))
    return tuple(prompts)
