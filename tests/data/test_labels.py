"""Rows with a label, and words with theirs: what the model reads, where labels stand, and what is wrong with rows."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from transformers import AutoTokenizer

from studio.data.inspect import inspect
from studio.data.prepare import Prepared, load_prepared, prepare
from studio.errors import DatasetProblem
from studio.job import Columns, Data, Task
from studio.starter import STARTER_MODEL
from tests.support.models import DATA, make_model

BANKING = str(DATA / "csv" / "banking77_test.csv")
INTENTS = [("Where is my card?", "card"), ("Send money", "transfer"), ("Is it here?", "card"), ("Pay Bo", "transfer")]
SENTENCES = [
    (["Ada", "lives", "in", "Paris", "."], ["PERSON", "O", "O", "PLACE", "O"]),
    (["“", "Hello", "”", ",", "unbelievably"], ["O", "O", "O", "O", "O"]),
]


def encode(source: Path | str, folder: Path, task: Task, model: Path = STARTER_MODEL, **more: Any) -> Prepared:
    return prepare(Data(train=str(source), **more), model, folder / "data", max_positions=512, seed=0, task=task)


def write_jsonl(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def write_intents(path: Path, labels: dict[str, Any] | None = None) -> Path:
    rows = [{"text": text, "label": (labels or {}).get(label, label)} for text, label in INTENTS]
    match path.suffix:
        case ".csv":
            with path.open("w", newline="", encoding="utf-8") as file:
                table = csv.DictWriter(file, ["text", "label"])
                table.writeheader()
                table.writerows(rows)
        case ".parquet":
            pq.write_table(pa.Table.from_pylist(rows), path)
        case _:
            write_jsonl(path, rows)
    return path


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_every_kind_of_file_gives_the_same_labels_at_the_last_token(ending: str, tmp_path: Path) -> None:
    prepared = encode(write_intents(tmp_path / f"rows.{ending}"), tmp_path, "classify")
    assert (prepared.report.shape, prepared.labels) == ("labels", ("card", "transfer"))
    assert prepared.report.used_columns == ("text", "label")
    for number, (_text, label) in enumerate(INTENTS):
        labels = prepared.train.labels(number)
        assert labels is not None
        assert labels.tolist() == [-1] * (len(labels) - 1) + [prepared.labels.index(label)]
    assert prepared.train.num_targets.tolist() == [1] * 4


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_numbers_as_labels_are_told_apart_by_size(ending: str, tmp_path: Path) -> None:
    source = write_intents(tmp_path / f"rows.{ending}", {"card": 10, "transfer": 9})
    assert encode(source, tmp_path, "classify").labels == ("9", "10")


@pytest.mark.parametrize("name", ["starter", "phi-2", "phi-3-mini", "falcon"])
def test_tokens_are_those_that_a_plain_tokenizer_gives(name: str, tmp_path: Path) -> None:
    model = STARTER_MODEL if name == "starter" else make_model(tmp_path / "m", tokenizer=name, weights=False)
    prepared = encode(write_intents(tmp_path / "rows.csv"), tmp_path, "classify", model)
    tokenizer = AutoTokenizer.from_pretrained(model)
    for number, (text, _label) in enumerate(INTENTS):
        assert prepared.train.tokens(number).tolist() == tokenizer(text)["input_ids"]


def test_the_label_stands_where_plain_transformers_looks_for_the_end(tmp_path: Path) -> None:
    """A tokenizer may end texts by itself; a token that also fills rows up is passed over."""
    model = Path(shutil.copytree(STARTER_MODEL, tmp_path / "m"))
    table = json.loads((model / "tokenizer.json").read_text(encoding="utf-8"))
    end = json.loads((model / "tokenizer_config.json").read_text(encoding="utf-8"))["eos_token"]
    number = next(token["id"] for token in table["added_tokens"] if token["content"] == end)
    table["post_processor"]["single"].append({"SpecialToken": {"id": end, "type_id": 0}})
    table["post_processor"]["special_tokens"] = {end: {"id": end, "ids": [number], "tokens": [end]}}
    (model / "tokenizer.json").write_text(json.dumps(table), encoding="utf-8")
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    source = write_intents(tmp_path / "rows.csv")
    for pad, place in ((0, -1), (number, -2)):
        (model / "config.json").write_text(json.dumps({**config, "pad_token_id": pad}), encoding="utf-8")
        prepared = encode(source, tmp_path / str(pad), "classify", model)
        labels = prepared.train.labels(0)
        assert prepared.train.tokens(0).tolist() == AutoTokenizer.from_pretrained(model)(INTENTS[0][0])["input_ids"]
        assert prepared.train.tokens(0)[-1] == number
        assert labels is not None
        assert labels[place] >= 0


def test_a_long_text_keeps_its_start_and_its_label(tmp_path: Path) -> None:
    rows = [{"text": f"word {number} " * 50, "label": "ab"[number % 2]} for number in range(4)]
    source = write_jsonl(tmp_path / "rows.jsonl", rows)
    whole = encode(source, tmp_path / "whole", "classify")
    cut = encode(source, tmp_path / "cut", "classify", max_seq_len=20)
    assert cut.report.tokens.cut == 4
    assert cut.train.tokens(1).tolist() == whole.train.tokens(1).tolist()[:20]
    labels = cut.train.labels(1)
    assert labels is not None
    assert labels[-1] == 1


def test_real_rows_are_counted_as_training_counts_them_and_survive_a_restart(tmp_path: Path) -> None:
    prepared = encode(BANKING, tmp_path, "classify")
    assert (len(prepared.labels), prepared.report.rows) == (77, 3080)
    assert prepared.held_out is not None
    first = prepared.held_out.labels(0)
    assert first is not None
    assert prepared.questions[0].expected == prepared.labels[first[-1]]
    again = load_prepared(tmp_path / "data")
    assert (again.labels, again.questions) == (prepared.labels, prepared.questions)
    assert again.train.fingerprint() == prepared.train.fingerprint()
    report, lengths, num_targets = inspect(Data(train=BANKING), STARTER_MODEL, max_positions=512, task="classify")
    assert (report.tokens, report.labels) == (prepared.report.tokens, prepared.labels)
    assert lengths.tolist() == prepared.train.lengths.tolist()
    assert num_targets.tolist() == prepared.train.num_targets.tolist()


def test_a_held_out_label_that_no_row_teaches_is_told_by_row(tmp_path: Path) -> None:
    held_out = write_jsonl(
        tmp_path / "held.jsonl", [{"text": "Pay Al", "label": "transfer"}, {"text": "Hi", "label": "greeting"}]
    )
    prepared = encode(write_intents(tmp_path / "rows.csv"), tmp_path, "classify", held_out=str(held_out))
    assert prepared.labels == ("card", "transfer")
    assert prepared.report.held_out_rows == 1
    problem = prepared.report.problems[-1]
    assert (problem.row, problem.column, problem.left_out) == (2, "label", True)
    assert problem.title == "The label “greeting” in row 2 of held.jsonl is in no row to learn from."


def test_rows_without_a_label_or_text_are_left_out_in_words(tmp_path: Path) -> None:
    rows = [{"text": text, "label": label} for text, label in INTENTS]
    rows += [{"text": "Hi", "label": ""}, {"text": " ", "label": "card"}, {"text": "Hi", "label": ["a", "b"]}]
    prepared = encode(write_jsonl(tmp_path / "rows.jsonl", rows), tmp_path, "classify")
    titles = [problem.title for problem in prepared.report.problems]
    assert titles == [
        "Row 5 of rows.jsonl has no label.",
        "Row 6 of rows.jsonl has no text.",
        "The label in row 7 of rows.jsonl is a list, not one label.",
    ]
    assert prepared.report.left_out_rows == 3


@pytest.mark.parametrize(
    ("labels", "words"), [(["same"] * 40, "have the same label, “same”"), (list(range(40)), "40 different labels")]
)
def test_what_is_no_set_of_labels_is_refused(labels: list[Any], words: str, tmp_path: Path) -> None:
    rows = [{"text": f"text {number}", "label": label} for number, label in enumerate(labels)]
    with pytest.raises(DatasetProblem, match=words):
        encode(write_jsonl(tmp_path / "rows.jsonl", rows), tmp_path, "classify")


def test_columns_can_be_chosen_and_unknown_ones_are_named(tmp_path: Path) -> None:
    rows = [{"a": text, "b": "subject", "c": label, "d": 1} for text, label in INTENTS]
    source = write_jsonl(tmp_path / "rows.jsonl", rows)
    with pytest.raises(DatasetProblem, match="looks like the labels") as refused:
        encode(source, tmp_path, "classify")
    assert "There are: a, b, c, d." in refused.value.hint
    prepared = encode(source, tmp_path, "classify", columns=Columns(prompt=("b", "a"), answer="c"))
    tokenizer = AutoTokenizer.from_pretrained(STARTER_MODEL)
    assert prepared.train.tokens(0).tolist() == tokenizer("subject\nWhere is my card?")["input_ids"]


def tags_file(path: Path) -> Path:
    return write_jsonl(path, [{"tokens": words, "ner_tags": tags} for words, tags in SENTENCES])


@pytest.mark.parametrize("name", ["starter", "phi-2", "phi-3-mini", "falcon"])
def test_the_label_of_a_word_stands_on_its_first_token(name: str, tmp_path: Path) -> None:
    model = STARTER_MODEL if name == "starter" else make_model(tmp_path / "m", tokenizer=name, weights=False)
    prepared = encode(tags_file(tmp_path / "tags.jsonl"), tmp_path, "tag", model)
    assert prepared.labels == ("O", "PERSON", "PLACE")
    tokenizer = AutoTokenizer.from_pretrained(model)
    for number, (words, tags) in enumerate(SENTENCES):
        tokens = tokenizer(" ".join(words))
        labels = prepared.train.labels(number)
        assert labels is not None
        assert prepared.train.tokens(number).tolist() == tokens["input_ids"]
        starts = [len(" ".join(words[:place])) + (place > 0) for place in range(len(words))]
        firsts = [tokens.char_to_token(start) for start in starts]
        assert {at: prepared.labels[labels[at]] for at in range(len(labels)) if labels[at] >= 0} == dict(
            zip(firsts, tags, strict=True)
        )


def test_words_beyond_the_length_have_no_label_and_uneven_rows_are_told(tmp_path: Path) -> None:
    rows = [{"words": ["one", "two", "three"] * 10, "tags": ["A", "B", "A"] * 10}, {"words": ["one"], "tags": []}]
    prepared = encode(write_jsonl(tmp_path / "rows.jsonl", rows), tmp_path, "tag", max_seq_len=8)
    assert len(prepared.train) == 1
    assert 0 < prepared.train.num_targets[0] < 9
    assert prepared.report.problems[0].title == "In row 2 of rows.jsonl, 'tags' is empty."


def test_a_label_is_shown_as_what_is_learnt(tmp_path: Path) -> None:
    report = encode(write_intents(tmp_path / "rows.csv"), tmp_path, "classify").report
    assert report.examples[0].pieces == (("Where is my card?", False), (" → card", True))
