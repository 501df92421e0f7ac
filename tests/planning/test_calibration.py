"""Predicted against measured, kept between runs: error bars that are right, and files that may be torn."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from studio.errors import DiskProblem
from studio.events import PlanMade, TrainingStarted, UpdateFinished
from studio.job import Full, Learning, Lora
from studio.paths import Home
from studio.planning.calibration import Outcome, calibrated, error_bars, note_outcome, note_run, outcome_of
from studio.planning.choose import plan_batch
from studio.planning.request import PlanRequest
from studio.runs.journal import Tail
from studio.runs.story import RunStory
from tests.planning.models import LLAMA_2_13B, RTX_3090

NF4 = Lora(quantization="nf4-double")
LENGTHS = np.full(1000, 1024, np.int64)
PLAN = plan_batch(
    PlanRequest(
        facts=LLAMA_2_13B,
        method=NF4,
        learning=Learning(),
        lengths=LENGTHS,
        num_targets=LENGTHS,
        device=RTX_3090,
        precision="bfloat16",
    )
)


def outcome(peak_error: float = 0.0, seconds_error: float = 0.0, **changes: Any) -> Outcome:
    told = Outcome(
        device_name=RTX_3090.name,
        method="lora nf4-double",
        basis="formula",
        predicted_bytes=10**10,
        measured_bytes=round(10**10 * (1 + peak_error)),
        predicted_seconds=4.0,
        measured_seconds=4.0 * (1 + seconds_error),
    )
    return msgspec.structs.replace(told, **changes)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_before_three_runs_the_general_error_stays(home: Home) -> None:
    for error in (0.01, 0.02):
        note_outcome(home, outcome(error))
        assert calibrated(PLAN, NF4, home) == PLAN
    note_outcome(home, outcome(-0.03, 0.4))
    assert calibrated(PLAN, NF4, home).error_bar == pytest.approx(0.03)
    bars = error_bars(home, PLAN, NF4)
    assert bars is not None
    assert (bars.peak, bars.seconds, bars.runs) == (pytest.approx(0.03), pytest.approx(0.4), 3)


def test_only_the_error_bar_changes(home: Home) -> None:
    for _ in range(3):
        note_outcome(home, outcome(0.05))
    changed = calibrated(PLAN, NF4, home)
    assert changed == msgspec.structs.replace(PLAN, error_bar=0.05)


@pytest.mark.parametrize(
    "other", [{"device_name": "NVIDIA GeForce RTX 4090"}, {"method": "full"}, {"basis": "probe"}], ids=str
)
def test_other_devices_methods_and_bases_tell_nothing(home: Home, other: dict[str, Any]) -> None:
    for _ in range(5):
        note_outcome(home, outcome(0.5, **other))
    assert error_bars(home, PLAN, NF4) is None


def test_nine_of_ten_later_runs_stay_within_the_bar(home: Home, tmp_path: Path) -> None:
    draw = np.random.default_rng(0)
    inside = trials = 0
    for trial in range(60):
        place = Home(tmp_path / f"{trial}")
        place.folder.mkdir()
        for error in draw.normal(0.01, 0.03, 20):
            note_outcome(place, outcome(float(error)))
        bars = error_bars(place, PLAN, NF4)
        assert bars is not None
        later = draw.normal(0.01, 0.03, 200)
        inside, trials = inside + int((np.abs(later) <= bars.peak).sum()), trials + len(later)
    assert 0.87 < inside / trials < 0.95


def test_old_surprises_are_forgotten_after_fifty_runs(home: Home) -> None:
    for _ in range(10):
        note_outcome(home, outcome(3.0))
    for _ in range(50):
        note_outcome(home, outcome(0.02))
    bars = error_bars(home, PLAN, NF4)
    assert bars is not None
    assert bars.peak == pytest.approx(0.02)


@pytest.mark.parametrize(
    "damage",
    [
        b'{"device_name": "NVIDIA Ge',
        b"\xff\xfe\x00\n",
        b'{"device_name": 7}\n[]\nnull\n\n',
        b'{"at":1.0,"device_name":"NVIDIA GeForce RTX 3090","method":"lora nf4-double","basis":"formula",'
        b'"predicted_bytes":0,"measured_bytes":1,"predicted_seconds":0,"measured_seconds":0}\n',
    ],
)
def test_damaged_lines_cost_only_themselves(home: Home, damage: bytes) -> None:
    for error in (0.01, 0.02):
        note_outcome(home, outcome(error))
    with (home.folder / "calibration.jsonl").open("ab") as file:
        file.write(damage)
    note_outcome(home, outcome(0.04))
    bars = error_bars(home, PLAN, NF4)
    assert bars is not None
    assert (bars.peak, bars.runs) == (pytest.approx(0.04), 3)


def test_what_a_run_needed_is_its_largest_peak_and_its_mean_time_without_the_first_update() -> None:
    told = outcome_of(PLAN, NF4, [5e9, math.nan, 7e9, 6e9], [60.0, math.nan, 2.0, 4.0], outside_bytes=10**9)
    assert told is not None
    assert (told.measured_bytes, told.measured_seconds) == (8 * 10**9, 3.0)
    assert (told.predicted_bytes, told.predicted_seconds) == (PLAN.peak_bytes, PLAN.seconds_per_update)
    assert told.method == "lora nf4-double"
    assert told.peak_error == pytest.approx(8e9 / PLAN.peak_bytes - 1)


@pytest.mark.parametrize("seconds", [[], [1.0], [1.0, 2.0], [1.0, math.nan, 2.0]])
def test_too_few_updates_tell_nothing(seconds: list[float]) -> None:
    assert outcome_of(PLAN, Full(), [1e9] * len(seconds), seconds) is None


def test_a_disk_that_refuses_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(DiskProblem, match="could not be noted"):
        note_outcome(Home(tmp_path / "missing"), outcome())


def story_of(seconds: list[float], peak_bytes: list[int], *, planned: bool = True) -> RunStory:
    story = RunStory()
    if planned:
        story.apply(PlanMade(plan=PLAN))
    story.apply(TrainingStarted(from_update=0, updates=len(seconds), updates_per_epoch=10))
    for update, (took, peak) in enumerate(zip(seconds, peak_bytes, strict=True), start=1):
        story.apply(
            UpdateFinished(
                update=update, train_loss=1.0, learning_rate=1e-4, grad_norm=1.0, num_tokens=9, num_target_tokens=9,
                num_padded_tokens=9, micro_batches=1, seconds=took, peak_bytes=peak,
            )
        )  # fmt: skip
    return story


def test_a_run_that_went_on_counts_from_where_this_process_began(home: Home) -> None:
    story = story_of([9.0, 9.0, 9.0, 7.0, 2.0, 4.0], [90, 90, 90, 5, 6, 4])
    note_run(home, story, NF4, from_update=3, outside_bytes=10)
    (kept,) = Tail[Outcome](home.folder / "calibration.jsonl", Outcome).read()
    assert (kept.measured_bytes, kept.measured_seconds, kept.basis) == (16, 3.0, "formula")


def test_a_run_without_a_plan_or_of_an_update_leaves_nothing_and_a_full_disk_is_no_problem(home: Home) -> None:
    note_run(home, story_of([1.0] * 5, [1] * 5, planned=False), NF4)
    note_run(home, story_of([1.0], [1]), NF4)
    assert not (home.folder / "calibration.jsonl").exists()
    note_run(Home(home.folder / "missing"), story_of([1.0] * 5, [1] * 5), NF4)
