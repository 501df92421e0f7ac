"""What is known of exchanging between devices: kept by what it depends on, and what plans make of it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from studio.hardware.cards import find_card
from studio.hardware.device import Device
from studio.job import Data, Full, Learning, Lora, TrainJob
from studio.paths import Home
from studio.planning.between_devices import bytes_of_gathering, bytes_of_sum, gatherings
from studio.planning.exchange import Exchange, assumed_between
from studio.planning.exchanged import Between, between, keep_exchange, recall_exchange
from studio.planning.here import plan_here, with_exchange
from studio.planning.measurement import Line
from studio.planning.plan_job import JobToPlan, plan_job
from tests.planning.models import FREE_3090, LLAMA_2_13B, PROCESSOR, SMALL, facts

NOON = time.mktime((2026, 11, 21, 12, 0, 0, 0, 0, -1))
FOUND = Exchange(sums=Line(1e-3, 1 / 3e9), gathering=Line(2e-4, 1 / 2e9), at=NOON)


def asked(*cards: Device, model: Any = None, length: int = 1024, **changes: Any) -> JobToPlan:
    job = TrainJob(name="a", model="m", data=Data(train=""), world_size=len(cards), **changes)
    lengths = np.full(1000, length)
    return JobToPlan(
        job=job, facts=model or facts(), lengths=lengths, num_targets=lengths, device=cards[0], cards=cards
    )


TWO = asked(FREE_3090, FREE_3090)
PAIR = Between(devices=("A", "A"), hosts=1, versions=("torch 2.13.0",))


def test_a_busy_moment_tells_less_than_the_quickest_of_the_newest_measurements(tmp_path: Path) -> None:
    keep_exchange(Home(tmp_path), PAIR, FOUND)
    busy = msgspec.structs.replace(FOUND, sums=Line(0.1, 1e-8))
    for _ in range(4):
        keep_exchange(Home(tmp_path), PAIR, busy)
        assert recall_exchange(Home(tmp_path), PAIR) == FOUND
    keep_exchange(Home(tmp_path), PAIR, busy)  # by now it is no moment
    assert recall_exchange(Home(tmp_path), PAIR) == busy


@pytest.mark.parametrize(
    "other", [{"devices": ("A", "B")}, {"devices": ("A",) * 3}, {"hosts": 2}, {"versions": ("torch 2.14.0",)}], ids=str
)
def test_other_devices_numbers_computers_and_versions_tell_nothing(tmp_path: Path, other: dict[str, Any]) -> None:
    keep_exchange(Home(tmp_path), PAIR, FOUND)
    assert recall_exchange(Home(tmp_path), msgspec.structs.replace(PAIR, **other)) is None


def test_a_torn_file_counts_as_nothing_and_a_disk_that_refuses_is_no_problem(tmp_path: Path) -> None:
    keep_exchange(Home(tmp_path / "missing"), PAIR, FOUND)
    assert not (tmp_path / "missing").exists()
    keep_exchange(Home(tmp_path), PAIR, FOUND)
    (kept,) = Home(tmp_path).measurements.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert recall_exchange(Home(tmp_path), PAIR) is None


def test_processes_that_share_a_device_and_cards_in_another_order_are_the_same(tmp_path: Path) -> None:
    home = Home(tmp_path)
    other = find_card("4090").as_device()
    assert between(home, (PROCESSOR,), 2) == between(home, (PROCESSOR, PROCESSOR), 2)
    assert between(home, (FREE_3090, other), 2) == between(home, (other, FREE_3090), 2)
    assert between(home, (PROCESSOR,), 2).devices == (PROCESSOR.name,) * 2
    names = [each.split(" ")[0] for each in between(home, (PROCESSOR,), 2).versions]
    assert names == ["nightshift-studio", "torch"]


def test_the_next_plan_says_when_it_was_measured_and_goes_by_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert "(at 10 GB/s, assumed until a run has measured it)" in plan_job(with_exchange(home, TWO)).reasons[-1]
    keep_exchange(home, between(home, TWO.cards, 2), FOUND)
    made = plan_job(with_exchange(home, TWO))
    assert "(at 3 GB/s, measured here on 2026-11-21)" in made.reasons[-1]
    slower = FOUND.sums.at(bytes_of_sum(TWO.facts, Lora(), 2))
    before = assumed_between(FREE_3090).sums.at(bytes_of_sum(TWO.facts, Lora(), 2))
    assert made.seconds_per_update == pytest.approx(plan_job(TWO).seconds_per_update + slower - before)
    alone = asked(FREE_3090)
    assert with_exchange(home, alone) is alone


def test_the_plan_of_the_window_uses_it_too(tmp_path: Path) -> None:
    model = tmp_path / "m"
    model.mkdir()
    (model / "config.json").write_text("{}")
    two = replace(TWO, job=msgspec.structs.replace(TWO.job, model=str(model)))
    keep_exchange(Home(tmp_path), between(Home(tmp_path), two.cards, 2), FOUND)
    assert "measured here on" in plan_here(Home(tmp_path), two).reasons[-1]


@pytest.mark.parametrize("rate", [1e3, 1e7, 1e12])
def test_how_fast_sums_are_changes_no_split(rate: float) -> None:
    found = Exchange(sums=Line(0.0, 1 / rate), gathering=Line(0.0, 1 / rate), at=NOON)
    made, known = plan_job(TWO), plan_job(replace(TWO, exchange=found))
    assert (known.slices, known.token_budget) == (made.slices, made.token_budget)
    assert known.gradient_checkpointing == made.gradient_checkpointing


def test_a_divided_model_pays_for_every_layer_of_every_micro_batch() -> None:
    divided = asked(FREE_3090, FREE_3090, model=LLAMA_2_13B, micro_batch_size=4)
    slow = Exchange(sums=Line(0.0, 1e-12), gathering=Line(0.5, 1e-12), at=NOON)
    quick, made = (plan_job(replace(divided, exchange=each)) for each in (FOUND, slow))
    assert made.divided
    assert gatherings(LLAMA_2_13B, Lora()) == 2 * 41
    exchanged = made.micro_batches_per_update * 2 * 41 * 0.5
    assert made.seconds_per_update > exchanged
    sent = bytes_of_gathering(LLAMA_2_13B, Lora(), "bfloat16", 2) / 2e9 + 82 * 2e-4
    told = FOUND.sums.at(bytes_of_sum(LLAMA_2_13B, Lora(), 2)) + quick.micro_batches_per_update * sent
    assert made.seconds_per_update - quick.seconds_per_update == pytest.approx(exchanged - told, rel=1e-3)
    assert "(at 2 GB/s, measured here" in quick.reasons[-1]
    assert gatherings(LLAMA_2_13B, Full()) == 3 * 41


def test_a_second_device_that_does_not_pay_is_said_with_what_was_measured() -> None:
    """Cards with a slow cable, cards in slots, processes: the words that a plan ends with."""
    cable = replace(TWO, exchange=Exchange(sums=Line(5e-3, 1e-7), gathering=Line(5e-3, 1e-7), at=NOON))
    small = asked(PROCESSOR, PROCESSOR, model=SMALL, length=16, learning=Learning(effective_batch_size=2))
    shared = Exchange(sums=Line(0.5, 1 / 0.68e9), gathering=Line(0.5, 1 / 0.68e9), at=NOON)
    said = [plan_job(each).reasons[-1] for each in (cable, TWO, replace(small, exchange=shared))]
    ends = ("at 0.01 GB/s, measured here", "at 10 GB/s, assumed until", "at 0.68 GB/s, measured here")
    begins = ("More than one GPU does not pay here", "2 GPUs pay", "More than one process does not pay here")
    for words, begin, end in zip(said, begins, ends, strict=True):
        assert words.startswith(f"{begin}: an update takes ")
        assert end in words
