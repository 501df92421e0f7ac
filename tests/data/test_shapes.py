"""What columns mean: found with a confidence, picked by hand, joined by a text with fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from studio.data.conversation import Conversation
from studio.data.dataset import Dataset
from studio.data.problem import Problems
from studio.data.readers.row import Row
from studio.data.shapes import find_shape
from studio.errors import DatasetProblem
from studio.job import Columns

TURNS = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
SHAREGPT = [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]
BETTER = {"chosen": "good", "rejected": "bad"}

FOUND: list[tuple[dict[str, Any], str, tuple[str, ...]]] = [
    ({"messages": TURNS}, "messages", ("messages",)),
    ({"id": 1, "messages": TURNS, "tools": []}, "messages", ("tools", "messages")),
    ({"messages": TURNS, "functions": []}, "messages", ("functions", "messages")),
    ({"conversations": SHAREGPT, "system": "s"}, "conversations", ("system", "conversations")),
    ({"dialog": TURNS}, "messages", ("dialog",)),
    ({"talk": TURNS}, "messages", ("talk",)),
    ({"instruction": "a", "input": "", "output": "b"}, "instruction", ("instruction", "input", "output")),
    ({"prompt": "a", "completion": "b"}, "prompt-completion", ("prompt", "completion")),
    ({"Question": "a", "Answer": "b"}, "question-answer", ("Question", "Answer")),
    ({"Frage": "a", "Antwort": "b"}, "question-answer", ("Frage", "Antwort")),
    ({"context": "c", "question": "a", "answers": {"text": ["b"]}}, "question-answer",
     ("context", "question", "answers")),
    ({"prompt": "a", **BETTER}, "chosen-rejected", ("prompt", "chosen")),
    ({"chosen": TURNS, "rejected": TURNS}, "chosen-rejected", ("chosen",)),
    ({"prompt": TURNS[:1], "chosen": TURNS[1:], "rejected": TURNS[1:]}, "chosen-rejected", ("prompt", "chosen")),
    ({"conversations": SHAREGPT[:1], "chosen": SHAREGPT[1], "rejected": SHAREGPT[1]}, "chosen-rejected",
     ("conversations", "chosen")),
    ({"text": "some words"}, "text", ("text",)),
    ({"id": 7, "text": "some words"}, "text", ("text",)),
    ({"paragraph": "some words"}, "text", ("paragraph",)),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "kind", "used"), FOUND, ids=["-".join(row[0]) for row in FOUND])
def test_a_shape_is_found_and_read(tmp_path: Path, fields: dict[str, Any], kind: str, used: tuple[str, ...]) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(fields))
    dataset, problems = Dataset(path, Columns()), Problems()
    (row,) = dataset.rows(problems)
    assert (dataset.shape.kind, dataset.shape.used_columns) == (kind, used)
    if isinstance(row.content, Conversation):
        assert row.content.messages[-1]["content"] in ("b", "good")
        assert row.content.messages[-1]["role"] == "assistant"
    assert problems.kept == []


def test_confidence_falls_with_rows_that_lack_what_is_needed_and_with_names_that_only_hint() -> None:
    good, poor = {"question": "a", "answer": "b"}, {"question": "a", "answer": ""}
    assert find_shape([good] * 4, Columns()).confidence == 1.0
    assert find_shape([good, good, good, poor], Columns()).confidence == 0.75
    assert find_shape([{"question": "a", "extra.answer": "b"}], Columns()).confidence == 0.7
    assert find_shape([{"paragraph": "a b"}], Columns()).confidence == 0.7
    assert find_shape([{"paragraph": "a b"}], Columns(answer="paragraph")).confidence == 1.0


def test_columns_are_joined_by_a_text_with_fields(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("city,country,fact,year\nOslo,Norway,cold,1048\n,,mild,\n")
    columns = Columns(prompt=("Tell me about {city} ({ country }). {{short}}",), answer="{fact}, {year}")
    dataset, problems = Dataset(path, columns), Problems()
    (row,) = dataset.rows(problems)
    assert isinstance(row.content, Conversation)
    assert [turn["content"] for turn in row.content.messages] == [
        "Tell me about Oslo (Norway). {short}",
        "cold, 1048",
    ]
    assert dataset.shape.used_columns == ("city", "country", "fact", "year")
    assert [(problem.kind, problem.row) for problem in problems.kept] == [("empty-prompt", 3)]


def test_a_field_without_a_column_is_answered_with_those_that_exist() -> None:
    with pytest.raises(DatasetProblem, match="'town'") as caught:
        find_shape([{"city": "Oslo", "fact": "cold"}], Columns(prompt=("About {town}:",), answer="fact"))
    assert (caught.value.kind, caught.value.column) == ("missing-column", "town")
    assert "city, fact" in caught.value.hint


def test_braces_in_a_value_are_text() -> None:
    from studio.data.cell import optional_text

    row = Row("a.csv", 2, {"city": "{fact}", "fact": "x"})
    assert optional_text(row, "In {city}") == "In {fact}"


def test_turns_with_weight_0_are_read_and_not_learnt(tmp_path: Path) -> None:
    weighted = [*TURNS, {"role": "user", "content": "c"}, {"role": "assistant", "content": "d"}]
    weighted[1] = {**TURNS[1], "weight": 0}
    path = tmp_path / "chat.jsonl"
    path.write_text(json.dumps({"messages": weighted}))
    (row,) = Dataset(path, Columns()).rows(Problems())
    assert isinstance(row.content, Conversation)
    assert row.content.learnt == [False, False, False, True]
