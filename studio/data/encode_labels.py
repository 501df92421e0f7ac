"""From texts with a label, or words with theirs, to tokens with labels: plain text as the tokenizer takes it."""

from __future__ import annotations

import msgspec
import numpy as np

from studio.data.labelled import Labelled, Tagged
from studio.data.store import Example
from studio.data.tokenizer import TextTokenizer
from studio.data.words import Encoding

_NONE = -1


class Numbers(msgspec.Struct, frozen=True):
    """The number of each label."""

    of: dict[str, int]

    @classmethod
    def named(cls, names: tuple[str, ...]) -> Numbers:
        """By their place among `names`."""
        return cls({name: number for number, name in enumerate(names)})

    def unknown(self, content: Labelled | Tagged) -> str | None:
        """A label of the row that has no number."""
        found = (content.label,) if isinstance(content, Labelled) else content.tags
        return next((name for name in found if name not in self.of), None)


def encode_labelled(
    content: Labelled | Tagged, row: int, numbers: Numbers, tokenizer: TextTokenizer, limit: int
) -> tuple[Example, int]:
    """At most `limit` tokens from the start of the text, and how many there would be without a limit.

    The label of a text stands at its last token, which has seen all of it (transformers takes the last that is no
    padding); that of a word at its first token. Control tokens typed in the text stay text.
    """
    literal = tokenizer.typed_control(content.text)
    encoding = tokenizer.encode([content.text], literal=literal)[0]
    opening, closing = tokenizer.bos_ids, tokenizer.closing_ids
    room = max(1, limit - len(opening) - len(closing))
    ids = [*opening, *encoding.ids[:room], *closing][:limit]
    labels = np.full(len(ids), _NONE, np.int32)
    if isinstance(content, Labelled):
        seen = [at for at, each in enumerate(ids) if each != tokenizer.pad_id]
        labels[seen[-1] if seen else -1] = numbers.of[content.label]
    else:
        _label_words(labels[len(opening) :][:room], content, encoding, numbers)
    whole = len(opening) + len(encoding.ids) + len(closing)
    return Example(np.array(ids, np.uint32), labels != _NONE, row, labels), whole


def _label_words(
    labels: np.ndarray[tuple[int], np.dtype[np.int32]], content: Tagged, encoding: Encoding, numbers: Numbers
) -> None:
    """Write each word's label at its first token; a token that begins two words keeps the label of the first."""
    begins = 0
    for word, tag in zip(content.words, content.tags, strict=True):
        token = next(
            (at for each in range(len(word)) if (at := encoding.char_to_token(begins + each)) is not None), None
        )
        if token is not None and token < len(labels) and labels[token] == _NONE:
            labels[token] = numbers.of[tag]
        begins += len(word) + 1


def estimate_labelled(content: Labelled | Tagged, row: int, num_tokens: int, limit: int) -> tuple[Example, int]:
    """An example of about the right length with as many labels, for counting without a model."""
    kept = max(1, min(num_tokens, limit))
    labels = np.full(kept, _NONE, np.int32)
    labels[-min(kept, 1 if isinstance(content, Labelled) else len(content.words)) :] = 0
    return Example(np.zeros(kept, np.uint32), labels != _NONE, row, labels), max(1, num_tokens)
