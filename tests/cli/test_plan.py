"""`nightshift plan`, called as a user calls it: cards that are not here, advice, explanation, and errors in words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from studio.cli.app import app
from studio.errors import StudioError
from studio.events import NoiseMeasured
from studio.job import Data, Learning, Lora, TrainJob
from studio.paths import open_home
from studio.planning.calibration import Outcome, note_outcome
from studio.runs.folder import create_run
from studio.runs.journal import Journal
from tests.support.readme_table import LLAMA_2_13B, in_readme, worked_example


class Asked:
    """`nightshift plan` for one model, in a home of its own."""

    def __init__(self, folder: Path) -> None:
        (folder / "config.json").write_text(json.dumps(LLAMA_2_13B))
        self.model, self.home = str(folder / "config.json"), folder / "home"

    def _run(self, *options: str) -> Any:
        usual = ("--model", self.model, "--home", str(self.home))
        return CliRunner().invoke(app, ["plan", *usual, *options])

    def plan(self, *options: str) -> dict[str, Any]:
        done = self._run("--lengths", "2048", "--effective-batch", "16", *options, "--json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout.splitlines()[-1])

    def said(self, *options: str) -> str:
        done = self._run("--lengths", "2048", "--effective-batch", "16", *options)
        assert done.exit_code == 0, done.output
        return done.stdout

    def refused(self, *options: str) -> StudioError:
        done = self._run("--lengths", "2048", "--effective-batch", "16", *options)
        assert isinstance(done.exception, StudioError), done.output
        return done.exception


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


def test_a_plan_for_a_card_that_is_not_here(asked: Asked) -> None:
    made = asked.plan("--gpu", "RTX 3090", "--quantization", "nf4-double")
    assert made["fits"]
    assert made["device_name"] == "NVIDIA GeForce RTX 3090"
    assert made["memory"]["others"] == 0
    assert 23.0 < made["limit_bytes"] / 2**30 < 23.69
    assert not asked.plan("--gpu", "3090")["fits"], "13 billion weights in 16 bits"
    assert asked.plan("--gpu", "A100 80GB")["fits"]


def test_a_faster_card_takes_less_time_and_several_share_an_update(asked: Asked) -> None:
    nf4 = ("--quantization", "nf4")
    one = asked.plan("--gpu", "3090", *nf4)
    faster = asked.plan("--gpu", "5090", *nf4)
    four = asked.plan("--gpu", "3090", "--gpus", "4", *nf4)
    assert faster["seconds_per_update"] < 0.5 * one["seconds_per_update"]
    assert four["world_size"] == 4
    assert sum(four["slices"]) == 16
    assert four["seconds_per_update"] == pytest.approx(one["seconds_per_update"] / 4, rel=0.05)


def test_a_card_with_other_memory(asked: Asked) -> None:
    made = asked.plan("--gpu", "3090", "--memory", "12GiB", "--quantization", "nf4-double")
    assert made["device_name"] == "NVIDIA GeForce RTX 3090 with 12.00 GiB"
    assert made["limit_bytes"] < 12 * 2**30


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (("--gpu", "RTX 3095"), "No card called “RTX 3095” is known here."),
        (("--gpu", "A100"), "“A100” is more than one card."),
        (("--gpu", "3090", "--memory", "much"), "“much” is no amount of memory."),
        (("--gpu", "3090", "--gpus", "17"), "17 devices cannot share 16 examples."),
        (("--gpus", "64"), "for 64 training processes."),
    ],
)
def test_hardware_that_cannot_be_is_refused_in_words(asked: Asked, options: tuple[str, ...], title: str) -> None:
    problem = asked.refused(*options)
    assert title in problem.title
    assert problem.hint


def test_advice_is_printed_and_told_as_data(asked: Asked) -> None:
    gpu = ("--gpu", "A100 80GB")
    assert asked.plan(*gpu)["advice"] == []
    (advice,) = asked.plan(*gpu, "--effective-batch", "64")["advice"]
    assert advice["sentence"].startswith("64 examples an update are many for an adapter")
    assert f"Worth a thought: {advice['sentence']} {advice['hint']}" in asked.said(*gpu, "--effective-batch", "64")


def test_a_target_that_differs_from_the_run_before_asks_for_another_rate(asked: Asked, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        "".join(json.dumps({"prompt": f"What is {n}?", "completion": "A number."}) + "\n" for n in range(9))
    )
    model = Path(__file__).parents[2] / "assets" / "starter" / "model"
    earlier = TrainJob(
        name="a",
        model=str(model),
        data=Data(train=str(rows)),
        method=Lora(),
        learning=Learning(effective_batch_size=16),
    )
    run = create_run(open_home(asked.home), earlier)
    usual = ("--home", str(asked.home), "--model", str(model), "--data", str(rows), "--json", "--effective-batch")

    def advice(*options: str) -> list[dict[str, str]]:
        done = CliRunner().invoke(app, ["plan", *usual, *options])
        return json.loads(done.stdout.splitlines()[-1])["advice"]

    assert advice("16", "--micro-batch", "2") == []
    assert advice("32")[0]["hint"].endswith("1.41 times as high: 0.000283.")
    assert advice("32", "--learning-rate", "0.000283") == []
    with Journal(run.events) as events:
        events.append(NoiseMeasured(update=200, examples=160.0, lowest=100.0, highest=250.0, updates=200))
    (noisy,) = advice("16")
    assert "mostly noise below about 160 examples (100 to 250, from 200 updates)" in noisy["sentence"]


def test_the_error_bar_comes_from_earlier_runs_on_that_device(asked: Asked) -> None:
    options = ("--gpu", "3090", "--quantization", "nf4")
    before = asked.plan(*options)
    assert before["seconds_error_bar"] is None
    home = open_home(asked.home)
    for error in (0.01, -0.015, 0.02):
        outcome = Outcome(
            device_name="NVIDIA GeForce RTX 3090", method="lora nf4", basis="formula", predicted_bytes=10**10,
            measured_bytes=round(10**10 * (1 + error)), predicted_seconds=2.0, measured_seconds=2.5,
        )  # fmt: skip
        note_outcome(home, outcome)
    after = asked.plan(*options)
    assert (before["error_bar"], after["error_bar"]) == (0.08, pytest.approx(0.02))
    assert after["seconds_error_bar"] == pytest.approx(0.25)
    assert re.search(r"± 2 % by formula.*updates of about \S+ s, ± 25 % by 3 runs\.", asked.said(*options), re.DOTALL)
    assert asked.plan("--gpu", "4090", "--quantization", "nf4")["error_bar"] == 0.08


def test_the_explanation_is_printed_and_told_as_data(asked: Asked) -> None:
    options = ("--gpu", "3090", "--quantization", "nf4-double", "--micro-batch", "4", "--explain")
    table = asked.plan(*options)["explanation"]
    text = asked.said(*options)
    assert table["micro_batch_sizes"] == [1, 4, 16]
    assert re.search(r"Rows in a micro-batch +1 +4 \(the plan\) +all 16\n", text)
    for line in table["lines"]:
        assert f"{line['what']}: {line['why']}" in text
        if line["values"]:
            note = "changes" if line["changes"] else "the same"
            assert re.search(rf"^{re.escape(line['what'])} .* {note}$", text, re.MULTILINE)
    for sentence in table["exceptions"]:
        assert sentence in text
    assert asked.plan("--gpu", "3090")["explanation"] is None


def test_a_plan_leaves_nothing_behind(asked: Asked) -> None:
    asked.plan("--gpu", "3090", "--explain")
    assert not asked.home.exists()


def test_the_table_in_the_readme_is_what_the_command_prints(tmp_path: Path) -> None:
    """Within three per cent; `python -m tests.support.readme_table` writes it anew."""
    printed, told = worked_example(tmp_path), in_readme()
    for name, (values, unit) in printed.items():
        for cell, value in zip(told[name], values, strict=True):
            size = float(cell.split()[0]) * (2**30 if unit == "bytes" else 1)
            assert size == pytest.approx(value, rel=0.03, abs=2**25 if unit == "bytes" else 0.0), name
