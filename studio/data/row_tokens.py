"""One row as the model will see it: token by token, what is read, what is learnt and what is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from studio.data.dataset import Dataset
from studio.data.parts import Encoder, Item, Part, Setup
from studio.data.pipeline import Reader, find_labels, length_limit
from studio.data.problem import Problems
from studio.data.tokenizer import TextTokenizer
from studio.errors import DatasetProblem
from studio.job import Data, Task

_BEFORE = 8
"""Tokens decoded before each one: a token by itself may be part of a character, or lose its space."""


class TokenPiece(msgspec.Struct, frozen=True, kw_only=True):
    """One token."""

    text: str
    """What it adds to the text; empty where it is part of a character that a later one completes."""
    token: int
    learnt: bool
    label: str = ""
    """What the model says here, where it learns labels."""
    cut: bool = False
    """Whether it lies behind max_seq_len."""


class RowTokens(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the user's file, encoded."""

    file: str
    row: int
    pieces: tuple[TokenPiece, ...]


def row_tokens(
    data: Data, model_folder: Path, row: int, *, file: str = "", max_positions: int = 2048, task: Task = "write"
) -> RowTokens:
    """The tokens of one row, counted as the user does; `file` says in which of several it stands.

    Raises DatasetProblem, also where the row cannot be used, and ModelProblem.
    """
    reader = Reader(model_folder)
    dataset = Dataset(data.train, data.columns, task=task, pack=data.pack is True)
    labels, problems = find_labels(dataset), Problems()
    limit = length_limit(dataset, data.max_seq_len, max_positions, problems)
    for usable in dataset.rows(problems):
        if usable.row.number != row or file not in ("", usable.row.file):
            continue
        setup = Setup(
            model=str(model_folder), shape=dataset.shape, files=(usable.row.file,), labels=labels, limit=2**31 - 1
        )
        encoded = Encoder(setup, reader).encode(Part([Item(0, row, usable.packed)], False))
        if not encoded.rows:
            raise DatasetProblem(encoded.problems[0].title, encoded.problems[0].hint, kind="template", row=row)
        cut_at = len(encoded.tokens) if dataset.shape.kind == "text" else limit  # texts go on in the next block
        pieces = _pieces(encoded.arrays(), reader.tokenizer, labels, cut_at)
        return RowTokens(file=usable.row.file, row=row, pieces=tuple(pieces))
    for problem in problems.kept:
        if problem.row == row and file in ("", problem.file) and problem.left_out:
            raise DatasetProblem(problem.title, problem.hint, kind=problem.kind, file=problem.file, row=row)
    raise DatasetProblem(
        f"{dataset.name} has no row {row:,}.", "Choose a number between the first row and the last.", kind="missing-row"
    )


def _pieces(
    arrays: tuple[list[int], list[int], list[int]], tokenizer: TextTokenizer, names: tuple[str, ...], limit: int
) -> Iterator[TokenPiece]:
    tokens, targets, labels = arrays
    told = 0  # tokens of which the text is out
    for place, token in enumerate(tokens):
        begin = max(0, told - _BEFORE)
        before = tokenizer.decode(tokens[begin:told])
        text = tokenizer.decode(tokens[begin : place + 1])
        whole = not text.endswith("\ufffd") or place + 1 == len(tokens)
        yield TokenPiece(
            text=text[len(before) :] if whole else "",
            token=token,
            learnt=bool(targets[place]) and (place > 0 or bool(labels)),
            label=names[labels[place]] if labels and labels[place] >= 0 else "",
            cut=place >= limit,
        )
        told = place + 1 if whole else told
