"""From a dataset to examples: the one way that both the preview and the training go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import cast

import msgspec
import numpy as np

from studio.data.content import Document
from studio.data.conversation import Conversation
from studio.data.dataset import Dataset, Usable
from studio.data.encode import (
    Rendered,
    cut_into_blocks,
    encode_conversations,
    encode_document,
    end_ids,
    render,
)
from studio.data.encode_labels import Numbers, encode_labelled, estimate_labelled
from studio.data.labelled import Labelled, Tagged, label_names
from studio.data.problem import Problem, Problems, shown
from studio.data.readers.row import Row
from studio.data.report import Preview
from studio.data.store import Example
from studio.data.template import ChatTemplate, TemplateFailure
from studio.data.tokenizer import TextTokenizer

_ROWS_AT_ONCE = 1000
_PREVIEWS = 3
_PREVIEW_CHARACTERS = 20_000
_PREVIEW_WORDS = 1_000
_BYTES_PER_TOKEN = 4
LONGEST_BY_DEFAULT = 2048
BLOCK_BY_DEFAULT = 512


class Made(msgspec.Struct, frozen=True):
    """An example and what it was made from (None for plain text)."""

    example: Example
    source: Conversation | Labelled | Tagged | None


class Tally:
    """What is counted while examples are made."""

    def __init__(self, labels: tuple[str, ...] = ()) -> None:
        self.labels = labels
        """Of the rows to learn from."""
        self.problems = Problems()
        self.lengths: list[int] = []
        self.num_targets: list[int] = []
        self.fingerprints: list[int] = []
        """Equal for equal examples."""
        self.longest = 0
        self.cut = 0
        self.nothing_to_learn = 0
        self.previews: list[Preview] = []

    def count(self, example: Example) -> None:
        """One more example."""
        self.lengths.append(len(example.tokens))
        self.num_targets.append(example.num_targets)
        digest = hashlib.blake2b(example.tokens.tobytes(), digest_size=8).digest()
        self.fingerprints.append(int.from_bytes(digest, "little"))

    @property
    def targets(self) -> int:
        """Over all examples."""
        return sum(self.num_targets)


class Reader:
    """How a model reads text: its tokenizer and its template. Raises ModelProblem."""

    def __init__(self, model_folder: Path) -> None:
        self.tokenizer = TextTokenizer(model_folder)
        self.template = ChatTemplate(model_folder, self.tokenizer)

    @property
    def end_tokens(self) -> tuple[int, ...]:
        """After any of these an answer is over."""
        try:
            return end_ids(self.template, self.tokenizer)
        except TemplateFailure:
            return tuple(sorted(self.tokenizer.end_ids))


def length_limit(dataset: Dataset, asked: int | None, max_positions: int, problems: Problems) -> int:
    """The most tokens an example may have."""
    if asked is None:
        return min(max_positions, BLOCK_BY_DEFAULT if dataset.shape.kind == "text" else LONGEST_BY_DEFAULT)
    if asked > max_positions:
        problems.add(
            Problem(
                file=dataset.name,
                kind="longer-than-model",
                title=f"The model reads {max_positions:,} tokens at most, so rows are cut there and not at {asked:,}.",
                left_out=False,
            )
        )
    return max(2, min(asked, max_positions))


def find_labels(dataset: Dataset) -> tuple[str, ...]:
    """The labels that rows to learn from have, read once for them alone; none where the model learns to write.

    Raises DatasetProblem.
    """
    if dataset.shape.kind not in ("labels", "tags"):
        return ()
    rows = (cast("Labelled | Tagged", usable.content) for usable in dataset.rows(Problems()))
    return label_names(rows, dataset.name)


def make_examples(
    dataset: Dataset,
    reader: Reader | None,
    limit: int,
    tally: Tally,
    labels: tuple[str, ...] = (),
    *,
    pack: bool = True,
) -> Iterator[Made]:
    """Examples in the order of the rows, none longer than `limit` tokens. Without a reader, tokens are estimated.

    `labels`: what `find_labels` found in the rows to learn from. `pack`: whether a block of plain text may hold several
    documents.
    """
    match dataset.shape.kind:
        case "text":
            yield from _blocks(dataset, reader, limit, tally, pack=pack)
        case "labels" | "tags":
            yield from _labelled(dataset, reader, limit, tally, labels)
        case _:
            yield from _conversations(dataset, reader, limit, tally)


def _labelled(
    dataset: Dataset, reader: Reader | None, limit: int, tally: Tally, labels: tuple[str, ...]
) -> Iterator[Made]:
    numbers = Numbers.named(labels)
    for usable in dataset.rows(tally.problems):
        row, content = usable.row, cast("Labelled | Tagged", usable.content)
        if (unknown := numbers.unknown(content)) is not None:
            tally.problems.add(_unknown_label(row, dataset.shape.answer, unknown))
            continue
        _preview(tally, row, _label_pieces(content))
        if reader is None:
            example, whole = estimate_labelled(content, row.number, _estimate(content.text), limit)
        else:
            if reader.tokenizer.typed_control(content.text):
                tally.problems.add(_typed_control(row))
            example, whole = encode_labelled(content, row.number, numbers, reader.tokenizer, limit)
        tally.longest = max(tally.longest, whole)
        if example.num_targets == 0:
            tally.nothing_to_learn += 1
            tally.problems.add(_nothing_to_learn(row, whole, limit))
            continue
        tally.cut += len(example.tokens) < whole
        tally.count(example)
        yield Made(example, content)


def _conversations(dataset: Dataset, reader: Reader | None, limit: int, tally: Tally) -> Iterator[Made]:
    usable = dataset.rows(tally.problems)
    while batch := list(islice(usable, _ROWS_AT_ONCE)):
        for row, conversation, example in _encode_batch(batch, reader, tally):
            tally.longest = max(tally.longest, len(example.tokens))
            kept = _cut(example, limit)
            if kept.num_targets == 0:
                tally.nothing_to_learn += 1
                tally.problems.add(_nothing_to_learn(row, len(example.tokens), limit))
                continue
            tally.cut += len(kept.tokens) < len(example.tokens)
            tally.count(kept)
            yield Made(kept, conversation)


def _encode_batch(
    batch: list[Usable], reader: Reader | None, tally: Tally
) -> Iterator[tuple[Row, Conversation, Example]]:
    if reader is None:
        for each in batch:
            conversation = cast("Conversation", each.content)
            _preview(tally, each.row, _turn_pieces(conversation))
            yield each.row, conversation, _estimated(conversation, each.row.number)
        return
    rows: list[Row] = []
    conversations: list[Conversation] = []
    texts: list[Rendered] = []
    for each in batch:
        conversation = cast("Conversation", each.content)
        try:
            text = render(conversation, reader.template, reader.tokenizer)
        except TemplateFailure as failure:
            tally.problems.add(_refused(each.row, failure))
            continue
        if text.literal:
            tally.problems.add(_typed_control(each.row))
        if len(tally.previews) < _PREVIEWS:
            _preview(tally, each.row, _text_pieces(text, reader.tokenizer))
        rows.append(each.row)
        conversations.append(conversation)
        texts.append(text)
    examples = encode_conversations(texts, [row.number for row in rows], reader.tokenizer)
    yield from zip(rows, conversations, examples, strict=True)


def _blocks(dataset: Dataset, reader: Reader | None, limit: int, tally: Tally, *, pack: bool) -> Iterator[Made]:
    def documents() -> Iterator[tuple[np.ndarray[tuple[int], np.dtype[np.uint32]], int]]:
        for usable in dataset.rows(tally.problems):
            text = cast("Document", usable.content).text
            _preview(tally, usable.row, ((text[:_PREVIEW_CHARACTERS], True),))
            if reader is None:
                tokens = np.zeros(_estimate(text) + 1, np.uint32)
            else:
                if reader.tokenizer.typed_control(text):
                    tally.problems.add(_typed_control(usable.row))
                tokens = encode_document(text, reader.tokenizer)
            yield tokens, usable.row.number

    groups = [documents()] if pack else ([document] for document in documents())
    for example in chain.from_iterable(cut_into_blocks(group, limit) for group in groups):
        tally.count(example)
        tally.longest = max(tally.longest, len(example.tokens))
        yield Made(example, None)


def _cut(example: Example, limit: int) -> Example:
    if len(example.tokens) <= limit:
        return example
    return Example(example.tokens[:limit], example.targets[:limit], example.row)


def _estimate(text: str) -> int:
    return -(-len(text.encode(errors="replace")) // _BYTES_PER_TOKEN)


def _estimated(conversation: Conversation, row: int) -> Example:
    """An example of about the right length, with no real tokens."""
    flags: list[bool] = []
    for message, learnt in zip(conversation.messages, conversation.learnt, strict=True):
        flags += [False] * 4 + [learnt] * (_estimate(str(message.get("content") or "")) + 1)
    return Example(np.zeros(len(flags), np.uint32), np.array(flags, np.bool_), row)


def _preview(tally: Tally, row: Row, pieces: tuple[tuple[str, bool], ...]) -> None:
    if len(tally.previews) < _PREVIEWS:
        tally.previews.append(Preview(file=row.file, row=row.number, pieces=pieces))


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


def _nothing_to_learn(row: Row, length: int, limit: int) -> Problem:
    where = f"Row {row.number} of {row.file}"
    if length > limit:
        title = f"{where} has {length:,} tokens; cut at {limit:,}, nothing of the answer is left."
        hint = "Choose a larger length, or shorten what stands before the answer."
    else:
        title, hint = f"{where} has nothing to learn: the model's chat template drops the answer.", "Leave the row out."
    return Problem(file=row.file, row=row.number, kind="nothing-to-learn", title=title, hint=hint)


def _unknown_label(row: Row, column: str, label: str) -> Problem:
    return Problem(
        file=row.file,
        row=row.number,
        column=column,
        kind="unknown-label",
        title=f"The label “{shown(label)}” in row {row.number} of {row.file} is in no row to learn from.",
        hint="Add rows with this label to those to learn from, or correct it; the row is left out.",
        value=shown(label),
    )


def _refused(row: Row, failure: TemplateFailure) -> Problem:
    return Problem(
        file=row.file,
        row=row.number,
        kind="template",
        title=f"The model's chat template does not accept row {row.number} of {row.file}: {failure.title[:200]}",
        hint="Turns of user and assistant should alternate, beginning with the user.",
    )


def _typed_control(row: Row) -> Problem:
    return Problem(
        file=row.file,
        row=row.number,
        kind="control-token",
        title=f"Row {row.number} of {row.file} holds text that looks like a control token of the model.",
        hint="It is learnt as ordinary text, not as a control token.",
        left_out=False,
    )
