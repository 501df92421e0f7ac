"""Before Start: every number and list is that of the training, and what the user decides is kept."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from studio.data.inspect import inspect
from studio.data.preflight import histogram
from studio.data.prepare import prepare
from studio.data.remembered import Choices, recall, remember
from studio.data.report import DatasetReport, Twin
from studio.data.row_tokens import row_tokens
from studio.errors import DatasetProblem
from studio.job import Columns, Data, RowOfFile
from studio.starter import STARTER_MODEL
from tests.support.models import DATA
from tests.support.nightshift import Nightshift


def write_rows(path: Path, answers: list[str], question: str = "question {}") -> Path:
    rows = [{"question": question.format(i), "answer": answer} for i, answer in enumerate(answers)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def look(source: Path, **options) -> DatasetReport:
    return inspect(Data(train=str(source), **options), STARTER_MODEL, max_positions=512)[0]


def test_each_length_costs_what_training_with_it_shows(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    answers = ["word " * int(n) for n in random.geometric(0.02, 300)]
    source = write_rows(tmp_path / "faq.jsonl", answers, "Why? " * 20 + "{}")
    choices = look(source).length_choices
    longest = look(source).tokens.max
    assert [each.max_seq_len for each in choices] == [128, 256, longest]
    assert 256 < longest < 512
    whole = look(source, max_seq_len=512)
    assert whole.length_choices == choices
    for choice in choices:
        report = look(source, max_seq_len=choice.max_seq_len)
        assert report.tokens.total == choice.tokens
        assert report.tokens.cut == choice.cut_rows == len(report.cut_rows)
        assert report.tokens.nothing_to_learn == choice.nothing_to_learn
        assert choice.tokens + choice.lost_tokens == choices[-1].tokens + choices[-1].lost_tokens
        assert all(row.tokens > choice.max_seq_len for row in report.cut_rows)


def test_the_suggested_length_is_the_shortest_that_loses_next_to_nothing(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "faq.jsonl", ["short"] * 2000 + ["long " * 150])
    report = look(source)
    assert report.suggested_max_seq_len == 128
    assert report.length_choices[0].cut_rows == 1
    source = write_rows(tmp_path / "lost.jsonl", ["short"] * 2000, "question {}")
    with source.open("a") as file:
        file.write("\n" + json.dumps({"question": "long " * 150, "answer": "lost if cut"}))
    report = look(source)
    assert report.suggested_max_seq_len == report.length_choices[-1].max_seq_len  # no answer may be lost


def test_rows_with_nothing_left_to_learn_are_listed_with_their_length(tmp_path: Path) -> None:
    source = tmp_path / "faq.jsonl"
    rows = [{"question": "a", "answer": "b"}, {"question": "word " * 90, "answer": "gone"}]
    source.write_text("\n".join(map(json.dumps, rows)))
    report = look(source, max_seq_len=40)
    (row,) = report.unlearnt_rows
    assert (row.file, row.row) == ("faq.jsonl", 2)
    assert row.tokens == look(source).tokens.max
    assert report.problem_kinds == {"nothing-to-learn": 1}


def test_duplicates_are_listed_with_the_row_they_repeat(tmp_path: Path) -> None:
    source = tmp_path / "faq.jsonl"
    lines = [json.dumps({"question": q, "answer": "x"}) for q in ("a", "b", "a", "c", "b", "a")]
    source.write_text("\n".join(lines))
    report = look(source)
    assert report.duplicates == tuple(
        Twin(file="faq.jsonl", row=row, of_file="faq.jsonl", of_row=of) for row, of in ((3, 1), (5, 2), (6, 1))
    )
    (problem,) = report.problems
    assert (problem.kind, problem.value, problem.left_out) == ("duplicate", "3", False)
    assert problem.title == "3 rows say the same as an earlier one, the first is row 3."


def test_held_out_rows_that_are_trained_on_are_listed(tmp_path: Path) -> None:
    train = write_rows(tmp_path / "train.jsonl", ["a", "b", "c", "d"])
    held_out = tmp_path / "test.jsonl"
    held_out.write_text("\n".join([*train.read_text().split("\n")[1:3], '{"question": "new", "answer": "e"}']))
    report = look(train, held_out=str(held_out))
    assert report.overlap == (
        Twin(file="test.jsonl", row=1, of_file="train.jsonl", of_row=2),
        Twin(file="test.jsonl", row=2, of_file="train.jsonl", of_row=3),
    )


def test_more_problems_than_are_listed_are_all_counted(tmp_path: Path) -> None:
    source = tmp_path / "faq.jsonl"
    source.write_text('{"question": "a", "answer": "b"}\n' + '{"question": "a", "answer": ""}\n' * 1500 + "broken\n")
    report = look(source)
    assert (report.rows, report.left_out_rows, report.problem_count, len(report.problems)) == (1, 1501, 1501, 1000)
    assert report.problem_kinds == {"empty-answer": 1500, "broken-json": 1}


def test_the_histogram_holds_every_row_once() -> None:
    lengths = np.random.default_rng(0).integers(1, 3000, 5000)
    bars = histogram(lengths)
    assert len(bars) <= 32
    assert [each.to_tokens + 1 for each in bars[:-1]] == [each.from_tokens for each in bars[1:]]
    for each in bars:
        assert each.rows == np.count_nonzero((lengths >= each.from_tokens) & (lengths <= each.to_tokens))
    assert histogram(np.array([7]))[-1].rows == 1


def test_skipped_rows_are_neither_learnt_nor_held_out_and_nothing_is_encoded_for_it(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "faq.jsonl", [f"answer {i}" for i in range(200)])
    with source.open("a") as file:
        file.write('\n{"question": "no answer", "answer": ""}')
    cache, told = tmp_path / "cache", []
    inspect(Data(train=str(source)), STARTER_MODEL, max_positions=512, cache=cache)
    skip = tuple(RowOfFile("faq.jsonl", row) for row in (3, 17, 201))
    data = Data(train=str(source), skip_rows=skip)
    prepared = prepare(data, STARTER_MODEL, tmp_path / "run", max_positions=512, seed=0, cache=cache, tell=told.append)
    assert prepared.held_out is not None
    both = [*prepared.train.examples(), *prepared.held_out.examples()]
    assert {example.row for example in both} == set(range(1, 201)) - {3, 17}
    report = prepared.report
    assert (report.rows, report.skipped_rows, report.left_out_rows, report.problem_count) == (198, 3, 0, 0)
    assert not any(each.rows for each in told)


def test_a_row_is_shown_token_by_token_with_its_targets(tmp_path: Path) -> None:
    source = DATA / "gsm8k" / "train.jsonl"
    data = Data(train=str(source), max_seq_len=60)
    shown = row_tokens(data, STARTER_MODEL, 17)
    row = json.loads(source.read_text(encoding="utf-8").split("\n")[16])
    assert row["question"] in "".join(piece.text for piece in shown.pieces)
    learnt = "".join(piece.text for piece in shown.pieces if piece.learnt)
    assert learnt.startswith(row["answer"])
    assert [piece.cut for piece in shown.pieces] == [False] * 60 + [True] * (len(shown.pieces) - 60)
    prepared = prepare(Data(train=str(source)), STARTER_MODEL, tmp_path / "run", max_positions=4096, seed=0)
    assert prepared.held_out is not None
    both = [*prepared.train.examples(), *prepared.held_out.examples()]
    (example,) = [each for each in both if each.row == 17]
    assert [piece.token for piece in shown.pieces] == example.tokens.tolist()
    assert [piece.learnt for piece in shown.pieces] == example.targets.tolist()


def test_characters_of_several_tokens_are_shown_whole(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "faq.jsonl", ["早上好 🌙 ok"])
    shown = row_tokens(Data(train=str(source)), STARTER_MODEL, 1)
    assert "早上好 🌙 ok" in "".join(piece.text for piece in shown.pieces)


def test_a_row_that_cannot_be_used_or_is_not_there_is_told(tmp_path: Path) -> None:
    source = tmp_path / "faq.jsonl"
    source.write_text('{"question": "a", "answer": "b"}\n{"question": "a", "answer": ""}\n')
    with pytest.raises(DatasetProblem, match=r"Row 2 of faq\.jsonl has no answer"):
        row_tokens(Data(train=str(source)), STARTER_MODEL, 2)
    with pytest.raises(DatasetProblem, match="has no row 9"):
        row_tokens(Data(train=str(source)), STARTER_MODEL, 9)


def test_what_was_decided_about_a_file_is_known_the_next_time(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "faq.jsonl", ["a", "b"])
    other = write_rows(tmp_path / "other.jsonl", ["a"])
    decided = Choices(columns=Columns(answer="answer"), skip_rows=(RowOfFile("faq.jsonl", 2),))
    remember(tmp_path / "home", source, decided)
    assert recall(tmp_path / "home", source) == decided
    assert recall(tmp_path / "home", other) == Choices()
    write_rows(source, ["a", "new", "b"])
    assert recall(tmp_path / "home", source) == Choices(columns=Columns(answer="answer"))  # row 2 is another row now


def test_the_command_skips_remembers_and_shows_rows(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "faq.jsonl", ["a", "b", "c"])
    nightshift = Nightshift(tmp_path / "home")
    call = ("inspect", str(source), "--model", str(STARTER_MODEL))
    _, first, _ = nightshift.call(*call, "--skip", "2", "--remember")
    assert (first["rows"], first["skipped_rows"]) == (2, 1)
    assert nightshift.call(*call)[1]["rows"] == 2
    shown = nightshift.say(*call, "--row", "3")
    assert "[c" in shown
    assert nightshift.call(*call, "--skip", "second")[0] == 1
