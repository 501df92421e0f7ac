"""Advice about targets: with numbers, where it is due, and never about a mere split."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest

from studio.job import Data, Full, Learning, Lora, TrainJob
from studio.planning.advice import advise, learning_rate_factor, same_memory_beta_2
from studio.planning.noise_scale import NoiseScale


def job(target: int = 32, **changes: Any) -> TrainJob:
    learning = {name: changes.pop(name) for name in ("learning_rate", "optimizer") if name in changes}
    told = TrainJob(
        name="a", model="m", data=Data(train="d"), learning=Learning(effective_batch_size=target, **learning)
    )
    return msgspec.structs.replace(told, **changes)


def noise(examples: float, lowest: float, highest: float | None) -> NoiseScale:
    return NoiseScale(examples=examples, lowest=lowest, highest=highest, updates=120)


@pytest.mark.parametrize("target", [16, 17, 24, 32])
@pytest.mark.parametrize("method", [Lora(), Full()])
def test_usual_targets_need_no_advice(target: int, method: Lora | Full) -> None:
    assert advise(job(target, method=method)) == ()


def test_a_large_target_is_advised_against_for_adapters_only() -> None:
    (advice,) = advise(job(64))
    assert advice.sentence.startswith("64 examples an update are many for an adapter: beyond about 32")
    assert advice.hint == "With 32 the same passes make 2 times as many updates."
    assert advise(job(64, method=Full())) == ()
    assert len(advise(job(33))) == 1


def test_a_small_target_is_told_with_the_memory_of_adam() -> None:
    (advice,) = advise(job(4))
    assert "the last 4,000 examples (β₂ = 0.999, 1,000 updates)" in advice.sentence
    assert "where β₂ can be set, 0.99975 remembers" in advice.hint
    assert "With 1 example an update" in advise(job(1))[0].sentence
    assert advise(job(4, optimizer="adafactor")) == ()


def test_beta_2_keeps_its_memory_in_examples() -> None:
    assert round(same_memory_beta_2(1, 16, 0.95), 3) == 0.997, "the pair of Marek et al."
    for target in (1, 2, 4, 8):
        beta = same_memory_beta_2(target)
        half_life = math.log(0.5) / math.log(beta) * target
        assert half_life == pytest.approx(math.log(0.5) / math.log(0.999) * 16)


@pytest.mark.parametrize(("old", "new", "rate"), [(16, 32, "0.000283"), (32, 16, "0.000141"), (8, 32, "0.0004")])
def test_another_target_wants_another_learning_rate(old: int, new: int, rate: str) -> None:
    (advice,) = advise(job(new), before=job(old))
    assert f"The target was {old} and is {new} now, at the same learning rate of 0.0002" in advice.sentence
    assert advice.hint.endswith(f": {rate}.")


@pytest.mark.parametrize(
    "change",
    [
        {"micro_batch_size": 2},
        {"world_size": 4},
        {"gradient_checkpointing": "on"},
        {"device": "cuda:1"},
        {"precision": "float32"},
        {"name": "again"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_split_wants_nothing(change: dict[str, Any]) -> None:
    assert advise(job(**change), before=job()) == ()
    assert advise(job(), before=job(**change)) == ()


@pytest.mark.parametrize(
    "change",
    [{"learning_rate": 3e-4}, {"method": Full()}, {"optimizer": "adafactor"}, {"method": Full(), "from_scratch": True}],
    ids=str,
)
def test_rates_that_do_not_compare_are_not_compared(change: dict[str, Any]) -> None:
    assert advise(job(16, **change), before=job(32)) == ()


def test_the_rule_is_the_root_for_adam_and_the_ratio_for_sgd() -> None:
    assert learning_rate_factor(4, "adamw") == learning_rate_factor(4, "paged-adamw-8bit") == 2
    assert learning_rate_factor(4, "sgd") == 4
    assert learning_rate_factor(0.25, "adamw") * learning_rate_factor(4, "adamw") == 1


def test_measured_noise_is_told_where_the_target_is_clearly_beside_it() -> None:
    (wasteful,) = advise(job(200, method=Full()), noise=noise(20, 15, 30))
    assert "about 20 examples (15 to 30, from 120 updates)" in wasteful.sentence
    assert "200 an update need 11 times as many examples" in wasteful.sentence
    (noisy,) = advise(job(16), noise=noise(160, 100, 300))
    assert "with 16 an update it takes 11 times as many updates" in noisy.sentence
    assert "about 160 examples (100 to 300, from 120 updates)" in noisy.sentence
    assert "towards 160" in noisy.hint
    (noisier,) = advise(job(16), noise=noise(12_345, 11_111, 20_500))
    assert "about 12,000 examples (11,000 to 20,000, from 120 updates)" in noisier.sentence
    assert "770 times as many updates" in noisier.sentence


@pytest.mark.parametrize("told", [noise(30, 20, 45), noise(60, 10, None), noise(60, 40, 90), noise(0, 0, 0.1)], ids=str)
def test_noise_that_is_uncertain_or_near_the_target_brings_no_advice(told: NoiseScale) -> None:
    assert advise(job(32), noise=told) == ()
