"""The watch over memory in a real training: it changes the token budget, and nothing that is learnt."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
import torch

from studio.engine.watching import Watching
from studio.events import UpdateFinished, Warned
from studio.job import Full, Learning, Lora
from studio.planning.choose import plan_batch
from studio.planning.request import PlanRequest
from tests.engine.fixtures import go, make_store, make_training
from tests.planning.models import PROCESSOR, SMALL


def plan_for(training, limit_bytes):
    lengths = np.asarray(training.store.lengths, np.int64)
    made = plan_batch(
        PlanRequest(
            facts=SMALL,
            method=training.method,
            learning=Learning(effective_batch_size=8),
            lengths=lengths,
            num_targets=lengths,
            device=PROCESSOR,
            precision="float32",
        )
    )
    return msgspec.structs.replace(made, token_budget=training.token_budget, limit_bytes=limit_bytes)


def train_watched(folder, method, limit_bytes):
    training = make_training(make_store(folder), method=method, token_budget=160)
    training.peak_learning_rate = 1e-3
    told = []
    watching = Watching(training, plan_for(training, limit_bytes), told.append)
    budgets = []

    def emit(event):
        if isinstance(event, UpdateFinished):
            watching.after_update(event.seconds, event.num_padded_tokens)
            budgets.append(training.token_budget)

    go(training, folder, emit=emit)
    return torch.cat([each.detach().flatten() for each in training.learns]), budgets, told


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_where_memory_is_short_micro_batches_get_smaller_and_the_same_is_learnt(tmp_path, method):
    free, calm_budgets, nothing = train_watched(tmp_path / "free", method, 2**60)
    short, budgets, told = train_watched(tmp_path / "short", method, 2**20)
    longest = max(make_store(tmp_path / "again").lengths)
    assert (set(calm_budgets), nothing) == ({160}, [])
    assert budgets[-1] == longest < 160
    assert all(isinstance(each, Warned) for each in told)
    assert told[0].title.startswith("Other programs now use ")
    assert "what is learnt stays the same" in told[-1].hint
    torch.testing.assert_close(short, free, rtol=1e-4, atol=2e-6)


def test_looking_costs_a_run_next_to_nothing(tmp_path):
    training = make_training(make_store(tmp_path))
    watching = Watching(training, plan_for(training, 2**60), print)
    watching.after_update(1.0, 100)  # opens what it reads
    import timeit

    assert timeit.timeit(lambda: watching.after_update(1.0, 100), number=1000) < 0.1
