"""A run goes on elsewhere: as a script without the studio, as settings of other trainers, from its own file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.cli.again import as_again, read_job_file
from studio.errors import RunProblem
from studio.job import Learning, Lora
from studio.recipe.trainers import axolotl, llama_factory, trl
from studio.recipe.write import _facts, script, write_recipe
from studio.runs.folder import RunFolder
from studio.runs.watch import read_run
from studio.starter import STARTER_MODEL
from tests.after.finished import finished_run, make_rows


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    folder = tmp_path_factory.mktemp("run")
    learning = Learning(effective_batch_size=12, updates=3, learning_rate=1e-2, weight_decay=0.1, seed=3)
    rows, held_out = make_rows(folder / "rows.jsonl"), make_rows(folder / "held_out.jsonl", 7)
    method = Lora(rank=4, targets=("attention",))
    return finished_run(folder, rows=rows, held_out=held_out, learning=learning, method=method, score=0)


def test_the_script_makes_the_same_updates_without_the_studio(run: RunFolder, tmp_path: Path) -> None:
    assert write_recipe(run, "python", tmp_path / "recipe") == (
        "It goes on to the last update and keeps those weights.",
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-P", "recipe/train.py"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    watch = read_run(run)
    losses = [each["train_loss"] for each in told if "train_loss" in each]
    assert losses == pytest.approx(list(watch.story.curves.train_loss), abs=1e-4)
    assert told[-1]["eval_loss"] == pytest.approx(watch.story.evaluations[-1].eval_loss, abs=1e-4)
    assert (tmp_path / "recipe/result/adapter_model.safetensors").is_file()
    assert "studio" not in (tmp_path / "recipe/train.py").read_text()


def test_other_trainers_get_the_same_effective_batch_and_rows(run: RunFolder, tmp_path: Path) -> None:
    def read(text: str) -> dict[str, object]:
        return {name: json.loads(value) for name, value in (line.split(": ", 1) for line in text.splitlines())}

    facts, prepared = _facts(run)
    settings = {**facts.settings, "ROWS_AT_ONCE": 4}
    for text in (trl(settings, 64)["trl.yaml"], llama_factory(settings, 64)["llama_factory.yaml"]):
        found = read(text)
        assert found["per_device_train_batch_size"] == 4
        assert found["gradient_accumulation_steps"] == 3
        assert (found["max_steps"], found["learning_rate"], found["seed"]) == (3, 0.01, 3)
    found = read(axolotl(settings, 64)["axolotl.yaml"])
    assert (found["micro_batch_size"], found["gradient_accumulation_steps"]) == (4, 3)
    names = ["self_attn.k_proj", "self_attn.o_proj", "self_attn.q_proj", "self_attn.v_proj"]
    assert found["lora_target_modules"] == names
    write_recipe(run, "axolotl", tmp_path / "a")
    rows = [json.loads(line) for line in (tmp_path / "a/data/train.jsonl").read_text().splitlines()]
    assert [row["input_ids"] for row in rows] == [prepared.train.tokens(number).tolist() for number in range(len(rows))]
    assert sum(label >= 0 for row in rows for label in row["labels"][1:]) == prepared.train.num_targets.sum()
    write_recipe(run, "llama-factory", tmp_path / "l")
    first = json.loads((tmp_path / "l/data/train.json").read_text())[0]
    assert first["instruction"].endswith("<|im_start|>assistant\n")
    assert first["output"].rstrip().endswith("<|im_end|>")


def test_a_recipe_never_overwrites(run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(RunProblem, match="There is something"):
        write_recipe(run, "trl", tmp_path)


def test_every_setting_of_the_script_is_set(run: RunFolder) -> None:
    text = script(_facts(run)[0].settings)
    assert f"MODEL = {str(STARTER_MODEL)!r}" in text
    assert "EFFECTIVE_BATCH_SIZE = 12" in text


def test_a_runs_own_file_asks_for_the_same_run(run: RunFolder, tmp_path: Path) -> None:
    assert read_job_file(run.job_file) == run.job()
    written = 'type = "train"\nname = "again"\nmodel = "m"\n[data]\ntrain = "rows.jsonl"\n[learning]\nupdates = 3\n'
    (tmp_path / "job.toml").write_text(written)
    job = read_job_file(tmp_path / "job.toml")
    assert (job.name, job.learning.updates, job.learning.effective_batch_size) == ("again", 3, 32)
    assert (job.model, job.data.train) == (str(tmp_path / "m"), str(tmp_path / "rows.jsonl")), "paths begin at the file"
    assert as_again(["train", "job.toml", "--queue"]) == ["again", "job.toml", "--queue"]
    assert as_again(["train", "--model", "m.json"]) == ["train", "--model", "m.json"]
    (tmp_path / "bad.toml").write_text('type = "train"\nname = 3\n')
    with pytest.raises(RunProblem, match="asks for no run"):
        read_job_file(tmp_path / "bad.toml")
    with pytest.raises(RunProblem, match="cannot be read"):
        read_job_file(tmp_path / "none.json")
