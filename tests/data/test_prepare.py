"""From a file to what a run trains on: nothing is lost, nothing depends on the user's file afterwards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from studio.data.inspect import inspect
from studio.data.pipeline import Reader
from studio.data.prepare import load_prepared, prepare
from studio.data.store import Example, ExampleStore
from studio.errors import DatasetProblem, DiskProblem, ModelProblem
from studio.job import Data
from tests.support.models import DATA, make_model

GSM8K = str(DATA / "gsm8k" / "train.jsonl")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "phi", "phi3", weights=False)


def write_rows(path: Path, number: int, answer: str = "answer {}") -> Path:
    rows = [{"question": f"question {i}", "answer": answer.format(i)} for i in range(number)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_every_row_is_learnt_or_held_out_once(model: Path, tmp_path: Path) -> None:
    prepared = prepare(Data(train=GSM8K, score_answers=5), model, tmp_path / "data", max_positions=2048, seed=3)
    assert prepared.held_out is not None
    trained = {prepared.train.row(i) for i in range(len(prepared.train))}
    held_out = {prepared.held_out.row(i) for i in range(len(prepared.held_out))}
    assert 0.03 * 7473 < len(held_out) < 0.05 * 7473
    assert not trained & held_out
    assert trained | held_out == set(range(1, 7474))

    report = prepared.report
    assert (report.rows, report.train_rows, report.held_out_rows, report.left_out_rows) == (
        7473,
        len(trained),
        len(held_out),
        0,
    )
    assert report.tokens.total == prepared.train.lengths.sum() + prepared.held_out.lengths.sum()
    assert report.tokens.targets == prepared.train.num_targets.sum() + prepared.held_out.num_targets.sum()
    assert report.max_seq_len == report.tokens.max == max(prepared.train.lengths.max(), prepared.held_out.lengths.max())
    assert len(report.dataset_hash) == 64

    lines = Path(GSM8K).read_text(encoding="utf-8").split("\n")
    first = sorted(held_out)[:5]
    assert [question.expected for question in prepared.questions] == [json.loads(lines[n - 1])["answer"] for n in first]
    tokens = prepared.held_out.tokens(0)
    prompt = prepared.questions[0].prompt_tokens
    assert tuple(tokens[: len(prompt)].tolist()) == prompt
    assert prepared.held_out.targets(0).argmax() == len(prompt)


def test_a_resumed_run_needs_nothing_of_the_users_files(model: Path, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "faq.jsonl", 120)
    first = prepare(Data(train=str(source), score_answers=3), model, tmp_path / "data", max_positions=512, seed=0)
    source.unlink()
    again = load_prepared(tmp_path / "data")
    assert (again.report, again.questions, again.end_tokens) == (first.report, first.questions, first.end_tokens)
    assert again.train.fingerprint() == first.train.fingerprint()
    assert again.held_out is not None
    assert first.held_out is not None
    assert again.held_out.fingerprint() == first.held_out.fingerprint()

    (tmp_path / "data" / "prepared.json").unlink()
    with pytest.raises(DatasetProblem, match="incomplete"):
        load_prepared(tmp_path / "data")


def test_the_preview_shows_the_numbers_of_the_training(model: Path, tmp_path: Path) -> None:
    for name in ("alpaca/alpaca_en_demo.json", "text/mlx_wikisql_train.jsonl", "sharegpt/glaive_toolcall_en_demo.json"):
        data = Data(train=str(DATA / name))
        prepared = prepare(data, model, tmp_path / Path(name).stem, max_positions=1024, seed=0)
        report, lengths, num_targets = inspect(data, model, max_positions=1024, seed=0)
        assert lengths.tolist() == prepared.train.lengths.tolist()
        assert num_targets.tolist() == prepared.train.num_targets.tolist()
        assert report.tokens == prepared.report.tokens
        assert report.problems == prepared.report.problems
        assert report.examples == prepared.report.examples


def test_the_same_seed_holds_out_the_same_rows_and_another_seed_others(model: Path, tmp_path: Path) -> None:
    source = str(write_rows(tmp_path / "faq.jsonl", 400))
    runs = [
        prepare(Data(train=source), model, tmp_path / name, max_positions=512, seed=seed)
        for name, seed in (("a", 0), ("b", 0), ("c", 1))
    ]
    assert runs[0].report.dataset_hash == runs[1].report.dataset_hash != runs[2].report.dataset_hash


def test_a_held_out_row_has_no_twin_that_is_trained_on(model: Path, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "faq.jsonl", 100)
    source.write_text(source.read_text() + "\n" + "\n".join(source.read_text().split("\n")[:95]))
    prepared = prepare(Data(train=str(source)), model, tmp_path / "data", max_positions=512, seed=0)
    assert prepared.held_out is not None
    assert {prepared.held_out.row(i) for i in range(len(prepared.held_out))} <= {96, 97, 98, 99, 100}


def test_a_tokenizer_of_another_model_is_noticed(model: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(model, tmp_path / "model"))
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "vocab_size": 32000}))
    source = str(write_rows(tmp_path / "faq.jsonl", 3))
    with pytest.raises(ModelProblem, match="knows 32,000 tokens"):
        prepare(Data(train=source), folder, tmp_path / "data", max_positions=512, seed=0)


def test_few_rows_are_all_trained_on(model: Path, tmp_path: Path) -> None:
    prepared = prepare(
        Data(train=str(write_rows(tmp_path / "faq.jsonl", 1))), model, tmp_path / "data", max_positions=512, seed=0
    )
    assert (len(prepared.train), prepared.held_out, prepared.questions) == (1, None, ())


def test_a_file_of_held_out_rows_is_never_trained_on_and_shared_rows_are_said(model: Path, tmp_path: Path) -> None:
    data = Data(
        train=str(write_rows(tmp_path / "train.jsonl", 150)),
        held_out=str(write_rows(tmp_path / "test.jsonl", 7)),
        score_answers=3,
    )
    prepared = prepare(data, model, tmp_path / "data", max_positions=512, seed=0)
    assert prepared.held_out is not None
    assert (len(prepared.train), len(prepared.held_out)) == (150, 7)
    assert [question.question for question in prepared.questions] == ["question 0", "question 1", "question 2"]
    assert [(problem.kind, problem.value) for problem in prepared.report.problems] == [("overlap", "7")]


def test_long_rows_are_cut_and_rows_without_an_answer_left_are_left_out(model: Path, tmp_path: Path) -> None:
    path = tmp_path / "faq.jsonl"
    rows = [
        {"question": "short", "answer": "short"},
        {"question": "short", "answer": "long " * 100},
        {"question": "long " * 100, "answer": "gone"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    prepared = prepare(Data(train=str(path), max_seq_len=40), model, tmp_path / "data", max_positions=512, seed=0)
    assert [prepared.train.row(i) for i in range(len(prepared.train))] == [1, 2]
    assert prepared.train.lengths.max() == 40
    tokens = prepared.report.tokens
    assert (tokens.cut, tokens.nothing_to_learn, prepared.report.left_out_rows) == (1, 1, 1)
    assert [(each.row, each.kind) for each in prepared.report.problems] == [(3, "nothing-to-learn")]


def test_a_text_becomes_blocks_that_lose_no_token(model: Path, tmp_path: Path) -> None:
    source = DATA / "text" / "tinyshakespeare.txt"
    prepared = prepare(Data(train=str(source), max_seq_len=128), model, tmp_path / "data", max_positions=512, seed=0)
    assert prepared.held_out is not None
    reader = Reader(model)
    both = [*prepared.train.examples(), *prepared.held_out.examples()]
    tokens = np.concatenate([example.tokens for example in both])
    assert tokens[-1] == reader.tokenizer.eos_id
    text = source.read_text(encoding="utf-8")
    spoken = reader.tokenizer.decode(tokens[:-1].tolist())
    assert spoken.replace(" ", "") == text.replace(" ", "")
    assert prepared.report.held_out_rows == round(0.04 * len(both))
    assert all(example.targets.all() for example in both)
    assert prepared.train.num_targets[0] == 127


def test_without_a_model_tokens_are_estimated_and_said_so(model: Path) -> None:
    estimate, lengths, _ = inspect(Data(train=GSM8K), None)
    real, _, _ = inspect(Data(train=GSM8K), model)
    assert estimate.tokens_estimated
    assert not real.tokens_estimated
    assert estimate.rows == real.rows
    assert len(lengths) == estimate.train_rows
    assert 0.5 < estimate.tokens.total / real.tokens.total < 2


def test_the_store_gives_back_what_was_written_and_counts_targets_after_the_shift(tmp_path: Path) -> None:
    examples = [
        Example(np.array([5, 6, 7], np.uint32), np.array([True, False, True]), 4),
        Example(np.array([8], np.uint32), np.array([True]), 9),
        Example(np.array([1, 2], np.uint32), np.array([False, True]), 11),
    ]
    ExampleStore.write(tmp_path / "store", examples)
    store = ExampleStore.open(tmp_path / "store")
    assert len(store) == 3
    assert store.lengths.tolist() == [3, 1, 2]
    assert store.num_targets.tolist() == [1, 0, 1]
    assert [store.row(i) for i in range(3)] == [4, 9, 11]
    assert store.tokens(0).tolist() == [5, 6, 7]
    assert store.targets(0).tolist() == [True, False, True]
    assert store.tokens(0).dtype == np.uint32
    assert store.targets(0).dtype == np.bool_


def test_a_store_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    def failing() -> object:
        yield Example(np.array([5, 6], np.uint32), np.array([True, True]), 1)
        raise OSError(28, "No space left on device")

    with pytest.raises(DiskProblem):
        ExampleStore.write(tmp_path / "store", failing())
    assert list(tmp_path.iterdir()) == []
    ExampleStore.write(tmp_path / "store", [Example(np.array([5, 6], np.uint32), np.array([True, True]), 1)])
    (tmp_path / "store" / "tokens.bin").write_bytes(b"1234")
    with pytest.raises(DatasetProblem, match="incomplete"):
        ExampleStore.open(tmp_path / "store")
