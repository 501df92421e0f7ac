"""A model divided among ranks: the experiment is that of one rank that has all of it."""

import time
from pathlib import Path

import numpy as np
import pytest

from studio.engine.checkpoint import Checkpoints
from studio.engine.checks import load_together
from studio.engine.control import Control
from studio.engine.evaluate import held_out_loss
from studio.engine.load import set_checkpointing
from studio.engine.parts import is_divided, part_of, whole
from studio.engine.set_up import divide_model
from studio.engine.split_check import check_split
from studio.events import UpdateFinished
from tests.engine.fixtures import ORIGIN, go, make_store
from tests.engine.test_ranks import relative, training_for
from tests.support.ranks import Crew


@pytest.fixture(scope="module")
def crew():
    processes = Crew(3)
    yield processes
    processes.end()


def all_of(training):
    return np.concatenate([whole(each.detach()).double().numpy().ravel() for each in training.learns])


def attempt(ranks, folder, method, until, *, divided, kind="llama", checkpointing=False):
    """From the newest checkpoint to `until` of 20 updates, then a checkpoint: what was told, the weights, a check."""
    training = training_for(folder, ranks, method, updates=20, token_budget=80, kind=kind)
    set_checkpointing(training.model, "on" if checkpointing else "off")
    if divided:
        divide_model(training)
    checkpoints = Checkpoints(Path(folder) / "checkpoints", ORIGIN, 1)
    load_together(checkpoints, training)
    control, told = Control(Path(folder) / "nothing.jsonl", 0, lambda: False), []
    checked = check_split(training, control, print) if divided and training.update == 0 else None

    def emit(event):
        if isinstance(event, UpdateFinished):
            told.append((event.update, event.learning_rate, event.num_tokens, event.train_loss, event.grad_norm))
            control.stop = event.update == until

    save = checkpoints.save if ranks.rank == 0 else checkpoints.help_save if divided else lambda _: None
    go(training, Path(folder) / f"own-{ranks.rank}", control=control, emit=emit, save=lambda: save(training))
    weights = all_of(training)
    held_out = make_store(Path(folder) / f"held-{ranks.rank}-{time.monotonic_ns()}", rows=17, seed=5)
    loss = held_out_loss(training, held_out, control, print).eval_loss
    here = sum(part_of(each).numel() for each in training.model.parameters())
    ranks.meet()
    divided_ones = [is_divided(each) for each in training.learns]
    return told, weights, loss, here, sum(divided_ones), checked


@pytest.mark.parametrize(("method", "checkpointing"), [("full", True), ("lora", False)])
def test_twenty_updates_of_a_divided_model_are_those_of_one_rank(crew, tmp_path, method, checkpointing):
    (tmp_path / "alone").mkdir()
    ((told_alone, alone, loss_alone, size, *_),) = crew.do(attempt, 1, tmp_path / "alone", method, 20, divided=False)
    for told, weights, loss, here, num_divided, checked in crew.do(
        attempt, 2, tmp_path, method, 20, divided=True, checkpointing=checkpointing
    ):
        assert here < 0.6 * size, "each has about half of it"
        assert (num_divided > 0) == (method == "full"), "an adapter is whole everywhere"
        assert relative(weights, alone) < 2e-6
        assert loss == pytest.approx(loss_alone, rel=1e-6)
        assert checked.agreed
        assert [each[:3] for each in told] == [each[:3] for each in told_alone]
        for ours, theirs in zip(told, told_alone, strict=True):
            assert ours[3] == pytest.approx(theirs[3], rel=1e-6)
            assert ours[4] == pytest.approx(theirs[4], rel=2e-3)
