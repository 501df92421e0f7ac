"""A folder of datasets is told file by file."""

from __future__ import annotations

from pathlib import Path

from studio.data.survey import several_datasets, survey
from studio.job import Columns
from tests.support.models import DATA

ROWS = {
    "alpaca/alpaca_en_demo.json": ("instruction", 999),
    "alpaca/identity.json": ("instruction", 91),
    "csv/awesome_chatgpt_prompts_2024.csv": ("", 0),
    "csv/banking77_test.csv": ("question-answer", 3080),
    "dpo/lf_dpo_en_demo.json": ("chosen-rejected", 300),
    "gsm8k/test.jsonl": ("question-answer", 1319),
    "gsm8k/train.jsonl": ("question-answer", 7473),
    "gsm8k_parquet/test.parquet": ("prompt-completion", 1319),
    "messages/lf_v1_sft_demo.jsonl": ("messages", 500),
    "messages/openai_toy_chat_fine_tuning.jsonl": ("messages", 5),
    "multilingual/xquad.zh.json": ("question-answer", 1190),
    "prompt_completion/mlx_wwdc25_valid.jsonl": ("prompt-completion", 144),
    "sharegpt/fastchat_dummy_conversation.json": ("conversations", 500),
    "sharegpt/glaive_toolcall_en_demo.json": ("conversations", 300),
    "text/mlx_wikisql_train.jsonl": ("text", 1000),
    "text/tinyshakespeare.txt": ("text", 1),
}


def test_every_real_dataset_has_its_shape_and_its_rows() -> None:
    files = several_datasets(str(DATA), Columns())
    assert {each.file: (each.shape, each.rows) for each in files} == ROWS
    (unsure,) = [each for each in files if not each.shape]
    assert "act, prompt" in unsure.problem
    assert all(each.confidence == 1 for each in files if each.shape and each.file != "gsm8k_parquet/test.parquet")


def test_files_of_one_shape_are_one_dataset(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("question,answer\n1,2\n")
    (tmp_path / "b.jsonl").write_text('{"question": "3", "answer": "4"}\n{broken\n')
    (tmp_path / "README.md").write_text("# About\n")
    assert several_datasets(str(tmp_path), Columns()) == ()
    assert [(each.file, each.rows, each.left_out_rows) for each in survey(tmp_path, Columns())] == [
        ("a.csv", 1, 0),
        ("b.jsonl", 1, 1),
    ]
