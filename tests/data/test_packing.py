"""Plain texts joined into blocks: every token once, the end token between documents, nothing but text."""

from __future__ import annotations

import csv
import json
from itertools import chain
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from studio.data.inspect import inspect
from studio.data.pipeline import Reader
from studio.data.prepare import Prepared, prepare
from studio.errors import DatasetProblem
from studio.job import Columns, Data
from studio.starter import STARTER_MODEL

TEXTS = [f"Letter {number}: " + "the river rises and the old mill turns. " * (1 + number % 5) for number in range(60)]
LENGTH = 32


def write_documents(path: Path) -> Path:
    """A column of texts beside one of titles, which are words too."""
    rows = [{"title": f"letter number {number}", "text": text} for number, text in enumerate(TEXTS)]
    match path.suffix:
        case ".csv":
            with path.open("w", newline="", encoding="utf-8") as file:
                table = csv.DictWriter(file, ["title", "text"])
                table.writeheader()
                table.writerows(rows)
        case ".parquet":
            pq.write_table(pa.Table.from_pylist(rows), path)
        case _:
            path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def encode(source: Path, folder: Path, *, pack: bool | None) -> Prepared:
    data = Data(train=str(source), pack=pack, max_seq_len=LENGTH, columns=Columns(answer="text"))
    return prepare(data, STARTER_MODEL, folder / "data", max_positions=512, seed=0)


def documents() -> list[list[int]]:
    """The tokens of each document with its end token."""
    reader = Reader(STARTER_MODEL)
    return [[*encoding.ids, reader.tokenizer.eos_id] for encoding in reader.tokenizer.encode(TEXTS)]


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("pack", [None, True])
def test_documents_of_every_kind_of_file_are_joined_with_the_end_token_between(
    ending: str, pack: bool | None, tmp_path: Path
) -> None:
    prepared = encode(write_documents(tmp_path / f"letters.{ending}"), tmp_path, pack=pack)
    assert prepared.held_out is not None
    both = [*prepared.train.examples(), *prepared.held_out.examples()]
    assert np.concatenate([block.tokens for block in both]).tolist() == list(chain.from_iterable(documents()))
    assert {len(block.tokens) for block in both[:-1]} == {LENGTH}
    assert all(block.targets.all() for block in both)
    assert prepared.train.num_targets.tolist() == [LENGTH - 1] * len(prepared.train)  # the first has nothing before it


def test_unpacked_no_block_holds_two_documents(tmp_path: Path) -> None:
    source = write_documents(tmp_path / "letters.jsonl")
    prepared = encode(source, tmp_path, pack=False)
    assert prepared.held_out is not None
    both = [*prepared.train.examples(), *prepared.held_out.examples()]
    assert np.concatenate([block.tokens for block in both]).tolist() == list(chain.from_iterable(documents()))
    end = Reader(STARTER_MODEL).tokenizer.eos_id
    for block in both:
        assert end not in block.tokens[:-1]
    assert len({block.row for block in both}) == len(TEXTS)
    data = Data(train=str(source), pack=False, max_seq_len=LENGTH, columns=Columns(answer="text"))
    assert inspect(data, STARTER_MODEL)[1].tolist() == prepared.train.lengths.tolist()


def test_packing_finds_the_text_beside_other_columns(tmp_path: Path) -> None:
    source = write_documents(tmp_path / "letters.jsonl")
    found = inspect(Data(train=str(source), pack=True, max_seq_len=LENGTH), STARTER_MODEL)[0]
    assert (found.shape, found.used_columns) == ("text", ("text",))


def test_questions_and_answers_are_not_joined_into_blocks(tmp_path: Path) -> None:
    source = tmp_path / "faq.jsonl"
    source.write_text(json.dumps({"question": "Why?", "answer": "So."}), encoding="utf-8")
    for columns in (Columns(), Columns(prompt=("question",), answer="answer")):
        with pytest.raises(DatasetProblem, match="Only plain text can be joined") as refused:
            inspect(Data(train=str(source), pack=True, columns=columns), STARTER_MODEL)
        assert "There are: question, answer." in refused.value.hint
