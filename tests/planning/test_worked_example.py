"""The worked example of the field: Llama-2-13B on a 24 GB RTX 3090, rows of 2048 tokens, 16 of them behind an update.

Byte figures: batch-planning.md §6. Its head holds all word scores at once and ours some at a time, so slopes are
compared with its head put in place of ours.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from studio.cli.app import app
from studio.hardware.device import GIB
from studio.job import Checkpointing, Lora
from studio.plan import MemoryParts
from studio.planning.memory import Work, memory_parts
from tests.planning.models import FREE_3090, LLAMA_2_13B
from tests.support.readme_table import LLAMA_2_13B as CONFIG

ROW = 2048
WORKED_HEAD = (14 * 32_000 + 6 * 5120) * ROW / GIB
NF4 = Lora(rank=16, quantization="nf4-double")
UNFUSED = 40 * (4 * 5120 + 2 * 13_824) * ROW / GIB
"""What norms and gated MLPs keep beyond ours where each is written out in steps."""


def parts(method: Lora, checkpointing: Checkpointing, rows: int) -> MemoryParts:
    work = Work(tokens=rows * ROW, targets=rows * ROW, longest=ROW)
    return memory_parts(LLAMA_2_13B, method, "bfloat16", checkpointing, work, FREE_3090)


def fixed_gib(method: Lora) -> float:
    told = parts(method, "on", 1)
    return (told.weights + told.adapters + told.gradients + told.optimizer) / GIB


def slope_gib(method: Lora) -> float:
    """Of one more row without checkpointing, with the worked example's head."""
    one, two = (parts(method, "off", rows) for rows in (1, 2))
    ours = two.logits - one.logits
    return (two.activations + two.logits - one.activations - one.logits - ours) / GIB + WORKED_HEAD


FRESH = 4 * 62_586_880 / GIB
"""Gradients of one micro-batch: in the worked example there at the peak, in ours not before the last layer is done."""


@pytest.mark.parametrize(
    ("method", "worked"),
    [(NF4, 7.90), (Lora(rank=16, quantization="int8"), 13.63)],
    ids=["nf4-double", "int8"],
)
def test_what_is_there_whatever_the_micro_batch(method: Lora, worked: float) -> None:
    assert fixed_gib(method) == pytest.approx(worked, rel=0.02)


@pytest.mark.parametrize(
    ("method", "worked"),
    [
        (Lora(rank=16), 13.52),
        (NF4, 13.52),
        (Lora(rank=16, quantization="nf4-double", dropout=0.05), 23.72 - UNFUSED),
    ],
    ids=["bf16", "nf4-double", "dropout"],
)
def test_what_one_more_row_costs(method: Lora, worked: float) -> None:
    assert slope_gib(method) == pytest.approx(worked, rel=0.02)


@pytest.mark.parametrize(
    ("method", "checkpointing", "worked"),
    [(Lora(rank=16), "on", 27.3), (NF4, "off", 21.9), (NF4, "on", 10.0 - FRESH)],
    ids=["bf16", "nf4-double", "nf4-double with checkpointing"],
)
def test_what_one_row_needs(method: Lora, checkpointing: Checkpointing, worked: float) -> None:
    assert parts(method, checkpointing, 1).ours / GIB == pytest.approx(worked, rel=0.02)


@pytest.fixture
def plan(tmp_path: Path) -> Any:
    (tmp_path / "config.json").write_text(json.dumps(CONFIG))

    def ask(*options: str) -> dict[str, Any]:
        asked = ["plan", "--model", str(tmp_path / "config.json"), "--home", str(tmp_path / "home")]
        asked += ["--lengths", str(ROW), "--effective-batch", "16", "--gpu", "RTX 3090", "--json", *options]
        done = CliRunner().invoke(app, asked)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout.splitlines()[-1])

    return ask


def test_an_uncompressed_model_fits_in_no_way_and_the_plan_says_what_does(plan: Any) -> None:
    made = plan()
    assert not made["fits"]
    assert made["memory"]["weights"] > made["limit_bytes"]  # alone
    assert any("nf4" in reason for reason in made["reasons"])


def test_without_checkpointing_one_row_at_a_time_fits(plan: Any) -> None:
    made = plan("--quantization", "nf4-double", "--gradient-checkpointing", "off")
    assert (made["micro_batch_size"], made["gradient_accumulation_steps"]) == (1, 16)
    assert parts(NF4, "off", 2).ours > made["limit_bytes"]


def test_with_checkpointing_a_power_of_two_at_a_time_fits(plan: Any) -> None:
    made = plan("--quantization", "nf4-double", "--gradient-checkpointing", "on")
    assert made["fits"]
    assert parts(NF4, "on", 8).ours < made["limit_bytes"]
    assert sum(made["slices"]) == made["effective_batch_size"] == 16
