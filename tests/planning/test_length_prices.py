"""The price of each max_seq_len: the plan's own numbers for the rows that it leaves."""

from __future__ import annotations

import itertools
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from studio.job import Data, Learning, Lora, TrainJob
from studio.models.catalog import find_listed
from studio.planning.length_prices import length_prices
from studio.planning.plan_job import JobToPlan, plan_job
from tests.planning.models import FREE_3090, to_plan


def asked(lengths: np.ndarray, answer: int) -> JobToPlan:
    learning = Learning(effective_batch_size=32)
    job = TrainJob(name="prices", model="", data=Data(train=""), method=Lora(), learning=learning)
    made = to_plan(job, find_listed("Qwen3-4B").facts, lengths, FREE_3090)
    return replace(made, num_targets=np.full(len(lengths), answer, dtype=np.int64))


def test_shorter_rows_need_less_memory_and_time_and_cost_rows() -> None:
    lengths = np.repeat(np.array([100, 700, 3000, 12_000], dtype=np.int64), 64)
    whole = asked(lengths, answer=50)
    one_by_one = msgspec.structs.replace(whole.job, micro_batch_size=1, gradient_checkpointing="on")
    prices = length_prices(replace(whole, job=one_by_one), (1024, 4096, 16_384))
    assert [each.max_seq_len for each in prices] == [1024, 4096, 16_384]
    assert [each.left_out_rows for each in prices] == [128, 64, 0]  # the answer stands behind the cut
    assert [each.cut_rows for each in prices] == [0, 0, 0]
    for shorter, longer in itertools.pairwise(prices):
        assert shorter.need_bytes < longer.need_bytes
        assert shorter.epoch_seconds < longer.epoch_seconds


def test_a_price_is_that_of_the_plan_for_the_same_rows() -> None:
    lengths = np.arange(200, 1800, dtype=np.int64)
    whole = asked(lengths, answer=1000)
    (price,) = length_prices(whole, (1024,))
    cut, targets = np.minimum(lengths, 1024), 1000 - np.maximum(lengths - 1024, 0)
    plan = plan_job(replace(whole, lengths=cut, num_targets=targets))
    assert (price.need_bytes, price.fits, price.cut_rows) == (plan.peak_bytes, plan.fits, 1800 - 1025)
    assert price.epoch_seconds == pytest.approx(plan.seconds_per_update * len(lengths) / 32)


def test_a_million_rows_cost_no_more_time_to_price_than_some_thousand() -> None:
    chance = np.random.default_rng(0)
    lengths = chance.integers(50, 2000, 200_000)
    few = length_prices(asked(lengths[::50], answer=50), (2048,))[0]
    many = length_prices(asked(lengths, answer=50), (2048,))[0]
    assert many.need_bytes == pytest.approx(few.need_bytes, rel=0.02)
    assert many.epoch_seconds == pytest.approx(50 * few.epoch_seconds, rel=0.05)


def test_a_length_that_leaves_nothing_to_learn_fits_nowhere() -> None:
    (price,) = length_prices(asked(np.full(64, 500, dtype=np.int64), answer=50), (128,))
    assert (price.left_out_rows, price.fits) == (64, False)
