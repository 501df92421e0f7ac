"""What a dataset comes to before anything is trained: its rows as they will be learnt, and what is wrong with it."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from studio.data.cut import Cut, cut_rows, cut_texts
from studio.data.dataset import Dataset, all_names
from studio.data.duplicates import shared_rows, twins_of
from studio.data.encoded import Encoded, Tell, encode_once
from studio.data.pipeline import Reader, find_labels, length_limit
from studio.data.problem import MAX_KEPT, Problem, Problems
from studio.data.report import Bin, DatasetReport, LengthChoice, LongRow, Twin, count_tokens
from studio.data.split import choose_held_out, choose_last_blocks
from studio.data.store import Counts, Places
from studio.data.template import rewrites_turns
from studio.job import Data, Task

_BARS = 32
_LENGTHS = (128, 256, 512, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12288, 16384, 24576, 32768, 65536, 131072)
_LOSS = 0.01
"""Share of the tokens that a suggested length may lose."""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of one source, to learn from or held out."""

    dataset: Dataset
    encoded: Encoded
    cut: Cut
    kept: npt.NDArray[np.bool_]
    """(rows,) whether the user wants the encoded row."""
    problems: Problems
    skipped: int
    """Rows that the user left out, whether or not they could be used."""

    def place(self, row: int) -> tuple[str, int]:
        """File and row, as the user counts, of an encoded row."""
        file, number = self.encoded.place(row)
        return self.dataset.files[file].name, number


class Examined(msgspec.Struct, frozen=True, kw_only=True):
    """A dataset, encoded and split."""

    train: Side
    held_out: Side
    """The same as `train` where the held-out rows are split off from it."""
    chosen: Counts
    """Numbers of the held-out examples of `held_out`, ascending."""
    reader: Reader | None
    limit: int
    report: DatasetReport
    """Without a hash."""

    @property
    def train_places(self) -> Places:
        """The examples to learn from."""
        places = self.train.cut.places
        return places if self.is_apart else places[np.delete(np.arange(len(places)), self.chosen)]

    @property
    def held_out_places(self) -> Places:
        """The examples held out."""
        return self.held_out.cut.places[self.chosen]

    @property
    def is_apart(self) -> bool:
        """Whether the held-out rows are in files of their own."""
        return self.held_out is not self.train


def examine(
    data: Data, model_folder: Path | None, cache: Path, *, max_positions: int, seed: int, task: Task, tell: Tell
) -> Examined:
    """Read, check, encode and split the data, or find all that in `cache`. Without a model, tokens are estimated.

    Raises DatasetProblem, ModelProblem or DiskProblem. What is wrong with single rows is in the report.
    """
    reader = Reader(model_folder) if model_folder is not None else None
    dataset = Dataset(data.train, data.columns, task=task, pack=data.pack is True)
    labels = find_labels(dataset)
    problems = Problems()
    limit = length_limit(dataset, data.max_seq_len, max_positions, problems)

    def side(rows: Dataset, problems: Problems) -> Side:
        encoded = encode_once(rows, reader, model_folder, cache, limit=limit, labels=labels, tell=tell)
        return _side(rows, encoded, data, limit, problems)

    train = side(dataset, problems)
    if data.held_out:
        held_out = side(Dataset(data.held_out, data.columns, dataset.shape), Problems())
        chosen = np.arange(len(held_out.cut.places), dtype=np.int64)
    else:
        held_out = train
        cut = train.cut
        is_text = dataset.shape.kind == "text"
        chosen = choose_last_blocks(len(cut.sources)) if is_text else choose_held_out(cut.contents, cut.alike, seed)
    report = _report(train, held_out, chosen, data, labels, reader, limit, max_positions)
    return Examined(train=train, held_out=held_out, chosen=chosen, reader=reader, limit=limit, report=report)


def _side(dataset: Dataset, encoded: Encoded, data: Data, limit: int, problems: Problems) -> Side:
    kept = _wanted(encoded, dataset, data)
    is_text = dataset.shape.kind == "text"
    if is_text:
        cut = cut_texts(encoded, limit, kept, pack=data.pack is not False)
    else:
        cut = cut_rows(encoded, limit, kept, has_labels=not dataset.shape.is_conversation)
    skipped = {(each.file, each.row) for each in data.skip_rows}
    unusable = sum(each.left_out and (each.file, each.row) in skipped for each in _told(encoded))
    side = Side(
        dataset=dataset,
        encoded=encoded,
        cut=cut,
        kept=kept,
        problems=problems,
        skipped=unusable + int(np.count_nonzero(~kept)),
    )
    _gather(side, skipped, limit)
    dataset.check_any(len(cut.places), problems)
    return side


def _wanted(encoded: Encoded, dataset: Dataset, data: Data) -> npt.NDArray[np.bool_]:
    """(rows,) False for those that the user left out."""
    kept = np.ones(len(encoded), np.bool_)
    for number, path in enumerate(dataset.files):
        if rows := [skipped.row for skipped in data.skip_rows if skipped.file == path.name]:
            kept &= ~((encoded.column("file") == number) & np.isin(encoded.column("row"), rows))
    return kept


def _told(encoded: Encoded) -> tuple[Problem, ...]:
    return (*encoded.found.reading, *encoded.found.encoding)


def _gather(side: Side, skipped: set[tuple[str, int]], limit: int) -> None:
    """All that is wrong with the rows, in the order of the files."""
    found, nothing = side.encoded.found, side.cut.nothing
    kinds = Counter(found.kinds)
    kinds["nothing-to-learn"] += len(nothing)
    told = [*_told(side.encoded), *(_nothing_to_learn(each, limit) for each in _long_rows(side, nothing))]
    gone = [each for each in told if (each.file, each.row) in skipped]
    kinds.subtract(each.kind for each in gone)
    left_out_rows = found.left_out_rows + len(nothing) - sum(each.left_out and each.row > 0 for each in gone)
    order = {path.name: number for number, path in enumerate(side.dataset.files)}
    told = [each for each in told if (each.file, each.row) not in skipped]
    told.sort(key=lambda each: (order.get(each.file, 0), each.row))
    side.problems.join(told, +kinds, left_out_rows)


def _long_rows(side: Side, numbers: Counts) -> tuple[LongRow, ...]:
    """The first thousand of these encoded rows."""
    places = ((*side.place(row), side.encoded.whole(row)) for row in numbers[:MAX_KEPT].tolist())
    return tuple(LongRow(file=file, row=row, tokens=tokens) for file, row, tokens in places)


def _twins(side: Side) -> tuple[int, tuple[Twin, ...]]:
    """How many rows to learn from say the same as an earlier one, and the first thousand."""
    wanted = np.flatnonzero(side.kept)
    twins, originals = twins_of(side.encoded.column("content")[wanted])
    return len(twins), _pairs(side, wanted[twins], side, wanted[originals])


def _overlap(held_out: Side, train: Side) -> tuple[int, tuple[Twin, ...]]:
    """How many held-out rows are also trained on, and the first thousand."""
    mark = "content" if train.dataset.shape.kind == "text" else "alike"
    ours, theirs = np.flatnonzero(held_out.kept), np.flatnonzero(train.kept)
    both, originals = shared_rows(held_out.encoded.column(mark)[ours], train.encoded.column(mark)[theirs])
    return len(both), _pairs(held_out, ours[both], train, theirs[originals])


def _pairs(side: Side, rows: Counts, other: Side, originals: Counts) -> tuple[Twin, ...]:
    some = zip(rows[:MAX_KEPT].tolist(), originals[:MAX_KEPT].tolist(), strict=True)
    places = ((*side.place(row), *other.place(original)) for row, original in some)
    return tuple(Twin(file=file, row=row, of_file=of_file, of_row=of_row) for file, row, of_file, of_row in places)


def _report(
    train: Side, held_out: Side, chosen: Counts, data: Data, labels: tuple[str, ...],
    reader: Reader | None, limit: int, max_positions: int,
) -> DatasetReport:  # fmt: skip
    sides = [train] if held_out is train else [train, held_out]
    shape = train.dataset.shape
    twins = [_twins(side) for side in sides]
    for side, (count, pairs) in zip(sides, twins, strict=True):
        if count:
            side.problems.add(_duplicates(side.dataset.name, count, pairs[0]))
    overlap_count, overlap = (0, ()) if held_out is train else _overlap(held_out, train)
    problems = Problems()
    for side in sides:
        problems.join(side.problems.kept, side.problems.kinds, side.problems.left_out_rows)
    if overlap_count:
        problems.add(_shared(held_out.dataset.name, overlap_count))
    lengths = np.concatenate([side.cut.places.lengths for side in sides]).astype(np.int64)
    is_text = shape.kind == "text"
    whole = lengths if is_text else np.concatenate([side.encoded.column("whole")[side.kept] for side in sides])
    choices = () if is_text else _length_choices(sides, max_positions)
    if shape.turns and reader is not None and not reader.template.is_prefix_stable:
        problems.add(rewrites_turns(train.dataset.name))
    way = "" if not shape.is_conversation or reader is None else "plain" if reader.template.is_plain else "model"
    return DatasetReport(
        rows=len(lengths),
        train_rows=len(lengths) - len(chosen),
        held_out_rows=len(chosen),
        left_out_rows=problems.left_out_rows,
        skipped_rows=sum(side.skipped for side in sides),
        shape=shape.kind,
        shape_confidence=shape.confidence,
        columns=_writable(all_names(*(side.dataset.columns for side in sides))),
        used_columns=_writable(shape.used_columns),
        problems=tuple(problems.kept),
        problem_count=problems.count,
        problem_kinds=dict(problems.kinds),
        tokens=count_tokens(
            lengths,
            sum(int(side.cut.places.num_targets.sum()) for side in sides),
            longest=int(whole.max(initial=0)),
            cut=sum(len(side.cut.cut) for side in sides),
            nothing_to_learn=sum(len(side.cut.nothing) for side in sides),
        ),
        tokens_estimated=reader is None,
        chat_template=way,
        labels=labels,
        examples=train.encoded.found.previews,
        max_seq_len=int(lengths.max(initial=0)) if data.max_seq_len is None else limit,
        histogram=histogram(whole),
        cut_rows=_long_rows(train, train.cut.cut),
        unlearnt_rows=_long_rows(train, train.cut.nothing),
        duplicates=twins[0][1],
        duplicate_count=twins[0][0],
        overlap=overlap,
        overlap_count=overlap_count,
        length_choices=choices,
        suggested_max_seq_len=_suggested(choices),
        file_bytes=sum(side.dataset.file_bytes for side in sides),
    )


def histogram(whole: npt.NDArray[np.integer[Any]]) -> tuple[Bin, ...]:
    """At most 32 bars of the same width, a power of two, from the tokens (rows,) of each row."""
    if len(whole) == 0:
        return ()
    width = 1 << max(0, math.ceil(math.log2((int(whole.max()) + 1) / _BARS)))
    counts = np.bincount(whole // width)
    return tuple(
        Bin(from_tokens=place * width, to_tokens=(place + 1) * width - 1, rows=count)
        for place, count in enumerate(counts.tolist())
    )


def _length_choices(sides: list[Side], max_positions: int) -> tuple[LengthChoice, ...]:
    """The usual lengths that cut some row, and the first that cuts none."""
    whole = np.concatenate([side.encoded.column("whole")[side.kept] for side in sides]).astype(np.int64)
    first = np.concatenate([side.encoded.column("first")[side.kept] for side in sides])
    if sides[0].dataset.shape.kind == "labels":
        first[:] = 0  # the label stands at the last token that is left
    longest = int(whole.max(initial=0))
    usual = [each for each in (*_LENGTHS, max_positions) if each <= max_positions]
    useful = sorted({each for each in usual if each < longest} | {min(longest, max_positions)})
    return tuple(_length_choice(length, whole, first) for length in useful)


def _length_choice(length: int, whole: Counts, first: npt.NDArray[np.integer[Any]]) -> LengthChoice:
    kept = np.minimum(whole, length)
    gone = first >= kept
    kept[gone] = 0
    return LengthChoice(
        max_seq_len=length,
        max_tokens=int(kept.max(initial=0)),
        tokens=int(kept.sum()),
        cut_rows=int(np.count_nonzero((whole > length) & ~gone)),
        lost_tokens=int(whole.sum() - kept.sum()),
        nothing_to_learn=int(np.count_nonzero(gone)),
    )


def _suggested(choices: tuple[LengthChoice, ...]) -> int | None:
    if not choices:
        return None
    last = choices[-1]
    fit = (
        each.max_seq_len
        for each in choices
        if each.nothing_to_learn == last.nothing_to_learn
        and each.lost_tokens - last.lost_tokens <= _LOSS * max(1, last.tokens)
    )
    return next(fit)


def _writable(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of columns that can be written down, whatever stands in the file."""
    return tuple(name.encode("utf-8", "replace").decode() for name in names)


def _nothing_to_learn(row: LongRow, limit: int) -> Problem:
    where = f"Row {row.row} of {row.file}"
    if row.tokens > limit:
        title = f"{where} has {row.tokens:,} tokens; cut at {limit:,}, nothing of the answer is left."
        hint = "Choose a larger length, or shorten what stands before the answer."
    else:
        title, hint = f"{where} has nothing to learn: the model's chat template drops the answer.", "Leave the row out."
    return Problem(file=row.file, row=row.row, kind="nothing-to-learn", title=title, hint=hint)


def _duplicates(name: str, count: int, first: Twin) -> Problem:
    return Problem(
        file=name,
        kind="duplicate",
        title=f"{count:,} {'row says' if count == 1 else 'rows say'} the same as an earlier one, "
        f"the first is row {first.row}.",
        hint="They are used as they are. Delete them if they were not meant to count more than once.",
        value=str(count),
        left_out=False,
    )


def _shared(file: str, count: int) -> Problem:
    return Problem(
        file=file,
        kind="overlap",
        title=f"{count:,} held-out {'row is' if count == 1 else 'rows are'} also trained on.",
        hint="The check on held-out rows will look better than it is. Delete them from one of the files.",
        value=str(count),
        left_out=False,
    )
