"""Targets in tokens: whole blocks or a sentence with the nearest that are."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import PlanProblem
from studio.job import Data, Learning, TrainJob
from studio.planning.arithmetic import equation
from studio.planning.plan_job import plan_job
from studio.planning.token_target import blocks_in, check_blocks, in_blocks
from tests.planning.models import PROCESSOR, SMALL, to_plan


def job(tokens: int | None = 16_384, size: int = 1, **data: Any) -> TrainJob:
    learning = Learning(effective_batch_size=size, effective_batch_tokens=tokens)
    return TrainJob(name="a", model="m", data=Data(train="d", **data), learning=learning)


@given(st.integers(-5, 10**7), st.integers(2, 8192))
def test_a_target_is_met_exactly_or_the_nearest_are_named(tokens: int, block: int) -> None:
    try:
        assert blocks_in(tokens, block) * block == tokens > 0
    except PlanProblem as problem:
        named = [int(word.replace(",", "")) for word in problem.hint.split() if word[0].isdigit()]
        assert all(each % block == 0 and each > 0 for each in named)
        assert min(abs(each - tokens) for each in named) <= max(block, block - tokens)
        assert len(named) == (1 if tokens < block else 2)


def test_freezing_writes_the_number_of_blocks_and_their_length_down() -> None:
    frozen = in_blocks(job(max_seq_len=1024), 4096)
    assert (frozen.learning.effective_batch_size, frozen.data.max_seq_len) == (16, 1024)
    assert frozen.learning.effective_batch_tokens == 16_384
    assert in_blocks(job(), 4096).data.max_seq_len == 512  # blocks have that length where none is asked for
    assert in_blocks(job(max_seq_len=8192), 256).learning.effective_batch_size == 64  # the model reads no more
    assert in_blocks(job(None, 7), 4096) == job(None, 7)


@pytest.mark.parametrize("asked", [job(pack=False), msgspec.structs.replace(job(), task="classify"), job(10_000)])
def test_what_joins_no_blocks_or_no_whole_ones_is_refused(asked: TrainJob) -> None:
    with pytest.raises(PlanProblem) as caught:
        in_blocks(asked, 4096)
    assert caught.value.hint


def test_before_it_runs_the_data_must_be_what_was_counted_on() -> None:
    frozen = in_blocks(job(max_seq_len=1024), 4096)
    check_blocks(frozen, "text", 1024)
    check_blocks(frozen, "text", 300)  # a file shorter than a block
    check_blocks(job(None, 3), "messages", 17)
    with pytest.raises(PlanProblem, match="not joined into blocks"):
        check_blocks(frozen, "messages", 1024)
    with pytest.raises(PlanProblem, match="8 blocks of 1,024 are not the target of 16,384"):
        check_blocks(job(size=8, max_seq_len=1024), "text", 1024)


def test_the_plan_and_its_equation_show_both() -> None:
    frozen = in_blocks(job(max_seq_len=1024), 4096)
    plan = plan_job(to_plan(msgspec.structs.replace(frozen, micro_batch_size=4), SMALL, np.full(900, 1024), PROCESSOR))
    assert (plan.effective_batch_tokens, plan.effective_batch_size) == (16_384, 16)
    assert equation(plan) == "16,384 tokens = 16 × 1,024; 16 = 4 × 4 × 1 process"
