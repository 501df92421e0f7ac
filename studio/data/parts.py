"""Rows to tokens, a part of the file at a time: what one process does on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import msgspec
import numpy as np
import numpy.typing as npt

from studio.data.content import Document
from studio.data.conversation import Conversation
from studio.data.encode import Rendered, encode_conversations, encode_document, render_all
from studio.data.encode_labels import Numbers, encode_labelled, estimate_labelled
from studio.data.labelled import Labelled, Tagged
from studio.data.pipeline import Reader
from studio.data.problem import Problem, shown
from studio.data.report import Preview
from studio.data.shapes import Shape
from studio.data.store import Example
from studio.data.template import TemplateFailure
from studio.data.tokenizer import TextTokenizer
from studio.job import Columns

ROW = np.dtype(
    [
        ("length", np.uint32),  # tokens that are kept
        ("whole", np.uint32),  # tokens of the row without a limit
        ("first", np.uint32),  # place of the first target that something predicts; `length` where there is none
        ("num_targets", np.uint32),  # targets that something predicts
        ("row", np.uint32),  # as the user counts
        ("file", np.uint32),  # by its place among the files
        ("content", np.uint64),  # equal for rows that say the same
        ("alike", np.uint64),  # equal for rows of the same tokens
    ]
)
"""What is known of each encoded row."""

PREVIEWS = 3
_PREVIEW_CHARACTERS = 20_000
_PREVIEW_WORDS = 1_000
_BYTES_PER_TOKEN = 4
_RENDERED_AT_ONCE = 100
"""Conversations that a template writes with one exchange between processes."""


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """All that the tokens of a row depend on, beside the row."""

    model: str | None
    """Folder of the model; None: tokens are estimated."""
    shape: Shape
    chosen: Columns = Columns()
    """How the user wants the files to be read."""
    files: tuple[str, ...]
    labels: tuple[str, ...]
    limit: int
    """Rows with labels are encoded up to here; others whole."""


class Item(msgspec.Struct, frozen=True, array_like=True):
    """A usable row."""

    file: int
    row: int
    content: bytes
    """In MessagePack."""


class Part(msgspec.Struct, frozen=True, array_like=True):
    """Rows that are encoded together."""

    items: list[Item]
    is_first: bool
    """Whether its first rows are shown to the user."""


class EncodedPart(msgspec.Struct, frozen=True, array_like=True):
    """The same rows as bytes of arrays, without those that the template refused."""

    items: int
    """Rows before that."""
    rows: bytes
    """(rows,) of ROW."""
    tokens: bytes
    """(tokens,) uint32; empty where they are estimated."""
    targets: bytes
    """(tokens,) uint8."""
    labels: bytes
    """(tokens,) int32; empty where the model learns to write."""
    highest_token: int
    problems: list[Problem]
    previews: list[Preview]

    def arrays(self) -> tuple[list[int], list[int], list[int]]:
        """Tokens, targets and labels, (tokens,) each; no labels where the model learns to write."""
        return (
            np.frombuffer(self.tokens, np.uint32).tolist(),
            np.frombuffer(self.targets, np.uint8).tolist(),
            np.frombuffer(self.labels, np.int32).tolist(),
        )


def content_type(shape: Shape) -> type[Any]:
    """What the rows of a shape say."""
    match shape.kind:
        case "text":
            return Document
        case "labels":
            return Labelled
        case "tags":
            return Tagged
        case _:
            return Conversation


def fingerprint(content: bytes) -> int:
    """64 bits that are equal for equal bytes."""
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "little")


class Encoder:
    """Encodes parts, alike in every process."""

    def __init__(self, setup: Setup, reader: Reader | None) -> None:
        self._setup = setup
        self._reader = reader
        self._numbers = Numbers.named(setup.labels)
        self._decoder = msgspec.msgpack.Decoder(content_type(setup.shape))
        self._problems: list[Problem] = []
        self._previews: list[Preview] = []

    @classmethod
    def start(cls, setup: Setup) -> Encoder:
        """With a tokenizer of its own. Raises ModelProblem."""
        return cls(setup, Reader(Path(setup.model)) if setup.model else None)

    def encode(self, part: Part) -> EncodedPart:
        """Tokens of the rows, whole where the model learns to write."""
        self._problems, self._previews = [], []
        wanted = PREVIEWS if part.is_first else 0
        match self._setup.shape.kind:
            case "text":
                made = list(self._documents(part, wanted))
            case "labels" | "tags":
                made = list(self._labelled(part, wanted))
            case _:
                made = list(self._conversations(part, wanted))
        return self._packed(len(part.items), made)

    def _contents(self, part: Part) -> Iterator[tuple[Item, Any]]:
        return ((item, self._decoder.decode(item.content)) for item in part.items)

    def _documents(self, part: Part, previews: int) -> Iterator[tuple[Item, Example, int]]:
        for item, content in self._contents(part):
            text = cast("Document", content).text
            self._preview(item, ((text[:_PREVIEW_CHARACTERS], True),), previews)
            if self._reader is None:
                tokens = np.zeros(_estimate(text) + 1, np.uint32)
            else:
                self._check_typed(item, text, self._reader.tokenizer)
                tokens = encode_document(text, self._reader.tokenizer)
            yield item, Example(tokens, np.ones(len(tokens), np.bool_), item.row), len(tokens)

    def _labelled(self, part: Part, previews: int) -> Iterator[tuple[Item, Example, int]]:
        for item, each in self._contents(part):
            content = cast("Labelled | Tagged", each)
            if (unknown := self._numbers.unknown(content)) is not None:
                self._problems.append(self._unknown_label(item, unknown))
                continue
            self._preview(item, _label_pieces(content), previews)
            if self._reader is None:
                example, whole = estimate_labelled(content, item.row, _estimate(content.text), self._setup.limit)
            else:
                self._check_typed(item, content.text, self._reader.tokenizer)
                example, whole = encode_labelled(
                    content, item.row, self._numbers, self._reader.tokenizer, self._setup.limit
                )
            yield item, example, whole

    def _conversations(self, part: Part, previews: int) -> Iterator[tuple[Item, Example, int]]:
        if self._reader is None:
            for item, content in self._contents(part):
                self._preview(item, _turn_pieces(content), previews)
                example = _estimated(content, item.row)
                yield item, example, len(example.tokens)
            return
        contents = list(self._contents(part))
        for at in range(0, len(contents), _RENDERED_AT_ONCE):
            yield from self._written(contents[at : at + _RENDERED_AT_ONCE], self._reader, previews)

    def _written(
        self, some: list[tuple[Item, Any]], reader: Reader, previews: int
    ) -> Iterator[tuple[Item, Example, int]]:
        """Conversations as the model's template writes them, without those that it refuses."""
        items: list[Item] = []
        texts: list[Rendered] = []
        written = render_all((content for _, content in some), reader.template, reader.tokenizer)
        for (item, _), text in zip(some, written, strict=True):
            if isinstance(text, TemplateFailure):
                self._problems.append(self._refused(item, text))
                continue
            if text.literal:
                self._problems.append(self._typed_control(item))
            if len(self._previews) < previews:
                self._preview(item, _text_pieces(text, reader.tokenizer), previews)
            items.append(item)
            texts.append(text)
        for item, example in zip(
            items, encode_conversations(texts, [item.row for item in items], reader.tokenizer), strict=True
        ):
            yield item, example, len(example.tokens)

    def _packed(self, items: int, made: list[tuple[Item, Example, int]]) -> EncodedPart:
        rows = np.zeros(len(made), ROW)
        for place, (item, example, whole) in enumerate(made):
            rows[place] = _facts(item, example, whole, is_estimate=self._reader is None)
        kept = () if self._reader is None else [example for _, example, _ in made]
        tokens = _joined([example.tokens for example in kept], np.uint32)
        return EncodedPart(
            items=items,
            rows=rows.tobytes(),
            tokens=tokens.tobytes(),
            targets=_joined([example.targets for example in kept], np.uint8).tobytes(),
            labels=_joined([each.labels for each in kept if each.labels is not None], np.int32).tobytes(),
            highest_token=int(tokens.max(initial=0)),
            problems=self._problems,
            previews=self._previews,
        )

    def _file(self, item: Item) -> str:
        return self._setup.files[item.file]

    def _preview(self, item: Item, pieces: tuple[tuple[str, bool], ...], previews: int) -> None:
        if len(self._previews) < previews:
            self._previews.append(Preview(file=self._file(item), row=item.row, pieces=pieces))

    def _check_typed(self, item: Item, text: str, tokenizer: TextTokenizer) -> None:
        if tokenizer.typed_control(text):
            self._problems.append(self._typed_control(item))

    def _unknown_label(self, item: Item, label: str) -> Problem:
        return Problem(
            file=self._file(item),
            row=item.row,
            column=self._setup.shape.answer,
            kind="unknown-label",
            title=f"The label “{shown(label)}” in row {item.row} of {self._file(item)} is in no row to learn from.",
            hint="Add rows with this label to those to learn from, or correct it; the row is left out.",
            value=shown(label),
        )

    def _refused(self, item: Item, failure: TemplateFailure) -> Problem:
        return Problem(
            file=self._file(item),
            row=item.row,
            kind="template",
            title=f"The model's chat template does not accept row {item.row} of {self._file(item)}: "
            f"{failure.title[:200]}",
            hint="Turns of user and assistant should alternate, beginning with the user.",
        )

    def _typed_control(self, item: Item) -> Problem:
        return Problem(
            file=self._file(item),
            row=item.row,
            kind="control-token",
            title=f"Row {item.row} of {self._file(item)} holds text that looks like a control token of the model.",
            hint="It is learnt as ordinary text, not as a control token.",
            left_out=False,
        )


def _facts(item: Item, example: Example, whole: int, *, is_estimate: bool) -> tuple[int, ...]:
    begins = int(example.labels is None)  # the first token has nothing before it, but may have a label
    predicted = example.targets[begins:]
    number = int(np.count_nonzero(predicted))
    content = fingerprint(item.content)
    return (
        len(example.tokens),
        whole,
        begins + int(predicted.argmax()) if number else len(example.tokens),
        number,
        item.row,
        item.file,
        content,
        content if is_estimate else fingerprint(example.tokens.tobytes()),
    )


def _joined(arrays: list[npt.NDArray[Any]], dtype: npt.DTypeLike) -> npt.NDArray[Any]:
    return np.concatenate(arrays).astype(dtype, copy=False) if arrays else np.zeros(0, dtype)


def _estimate(text: str) -> int:
    return -(-len(text.encode(errors="replace")) // _BYTES_PER_TOKEN)


def _estimated(conversation: Conversation, row: int) -> Example:
    """An example of about the right length, with no real tokens."""
    flags: list[bool] = []
    for message, learnt in zip(conversation.messages, conversation.learnt, strict=True):
        flags += [False] * 4 + [learnt] * (_estimate(str(message.get("content") or "")) + 1)
    return Example(np.zeros(len(flags), np.uint32), np.array(flags, np.bool_), row)


def _turn_pieces(conversation: Conversation) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (str(message.get("content") or "")[:_PREVIEW_CHARACTERS], learnt)
        for message, learnt in zip(conversation.messages, conversation.learnt, strict=True)
    )


def _label_pieces(content: Labelled | Tagged) -> tuple[tuple[str, bool], ...]:
    if isinstance(content, Labelled):
        return ((content.text[:_PREVIEW_CHARACTERS], False), (f" → {content.label}", True))
    return tuple(
        piece
        for word, tag in zip(content.words, content.tags, strict=True)
        for piece in ((f"{word} ", False), (f"{tag} ", True))
    )[:_PREVIEW_WORDS]


def _text_pieces(rendered: Rendered, tokenizer: TextTokenizer) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in (*rendered.spans, (len(rendered.text), len(rendered.text))):
        pieces += [(rendered.text[at:start], False), (rendered.text[start:end], True)]
        at = end
    return tuple((tokenizer.readable(text)[:_PREVIEW_CHARACTERS], learnt) for text, learnt in pieces if text)
