"""What a dataset is, what is wrong with it and how many tokens it has: the same numbers before and after Start."""

from __future__ import annotations

import msgspec
import numpy as np
import numpy.typing as npt

from studio.data.problem import Problem


class TokenCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens of the usable rows as they will be trained on."""

    p50: int = 0
    p95: int = 0
    max: int = 0
    """Of the longest row before it is cut."""
    total: int = 0
    """After cutting, rows to learn from and rows held out."""
    targets: int = 0
    cut: int = 0
    """Rows longer than max_seq_len, of which the beginning is used."""
    nothing_to_learn: int = 0
    """Rows left out because cutting took the whole answer."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """One row as the model will see it."""

    file: str
    row: int
    pieces: tuple[tuple[str, bool], ...]
    """The text in order; True: the model learns to write this piece."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the user's files."""

    file: str
    row: int
    """As the user counts."""


class LongRow(Place, frozen=True, kw_only=True):
    """A row with its tokens before it is cut."""

    tokens: int


class Twin(Place, frozen=True, kw_only=True):
    """A row that says the same as another."""

    of_file: str
    of_row: int


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """One bar of the histogram of lengths."""

    from_tokens: int
    """Shorter rows are in the bars before."""
    to_tokens: int
    """The longest that belongs here."""
    rows: int


class LengthChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What one value of max_seq_len costs in rows and tokens."""

    max_seq_len: int
    max_tokens: int
    """Of the longest row after cutting."""
    tokens: int
    """In all rows after cutting."""
    cut_rows: int
    lost_tokens: int
    """Behind the cuts, and in rows of which nothing to learn is left."""
    nothing_to_learn: int
    """Rows that would be left out."""


class DatasetReport(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to "what is in this file?"."""

    rows: int
    """Usable rows: `train_rows` + `held_out_rows`. For plain text these are blocks of max_seq_len tokens."""
    train_rows: int
    held_out_rows: int
    left_out_rows: int
    """Rows that cannot be used as they are; `problems` says why."""
    shape: str
    """messages, conversations, instruction, prompt-completion, question-answer, columns (picked by hand),
    chosen-rejected (the better answers are learnt), text, labels (one for each row) or tags (one for each word)."""
    shape_confidence: float = 1.0
    """See `Shape.confidence`."""
    columns: tuple[str, ...]
    """All columns of the file."""
    used_columns: tuple[str, ...]
    """Those that are read or learnt, the answer last."""
    problems: tuple[Problem, ...]
    """The first thousand."""
    problem_count: int
    problem_kinds: dict[str, int] = {}
    """All problems by kind."""
    skipped_rows: int = 0
    """Rows that the user asked to leave out."""
    tokens: TokenCounts
    tokens_estimated: bool = False
    """Whether tokens are bytes / 4 because no model is chosen yet."""
    chat_template: str = ""
    """Which way of writing conversations was used: "model", "plain", or empty for text and where no model is chosen."""
    labels: tuple[str, ...] = ()
    """All labels that are learnt, by number; none where the model learns to write."""
    examples: tuple[Preview, ...]
    """The first three rows."""
    max_seq_len: int
    histogram: tuple[Bin, ...] = ()
    """Rows by their tokens before cutting, in at most 32 bars of the same width."""
    cut_rows: tuple[LongRow, ...] = ()
    """Rows of which the beginning is used, the first thousand."""
    unlearnt_rows: tuple[LongRow, ...] = ()
    """Rows of which nothing to learn is left, the first thousand."""
    duplicates: tuple[Twin, ...] = ()
    """Rows to learn from that say the same as an earlier one, the first thousand."""
    duplicate_count: int = 0
    overlap: tuple[Twin, ...] = ()
    """Held-out rows that are also trained on, the first thousand."""
    overlap_count: int = 0
    length_choices: tuple[LengthChoice, ...] = ()
    """Ascending; none for plain text, which loses nothing whatever the length of its blocks."""
    suggested_max_seq_len: int | None = None
    """The shortest of the choices that loses under 1 % of the tokens and leaves no row without its answer."""
    dataset_hash: str = ""
    file_bytes: int


def count_tokens(
    lengths: npt.NDArray[np.int64], targets: int, *, longest: int, cut: int, nothing_to_learn: int
) -> TokenCounts:
    """The numbers of a report. `lengths`: (rows,) tokens after cutting; `longest`: before cutting."""
    if len(lengths) == 0:
        return TokenCounts(nothing_to_learn=nothing_to_learn)
    p50, p95 = (int(value) for value in np.percentile(lengths, [50, 95], method="inverted_cdf"))
    return TokenCounts(
        p50=p50,
        p95=p95,
        max=longest,
        total=int(lengths.sum()),
        targets=targets,
        cut=cut,
        nothing_to_learn=nothing_to_learn,
    )
