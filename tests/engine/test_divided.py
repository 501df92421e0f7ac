"""A model divided among ranks: the experiment is that of one rank that has all of it."""

import time
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from torch import nn

from studio.engine.checkpoint import Checkpoints
from studio.engine.checks import load_together
from studio.engine.control import Control
from studio.engine.evaluate import held_out_loss
from studio.engine.gradients import OutOfStep
from studio.engine.load import set_checkpointing
from studio.engine.parts import is_divided, part_of, whole
from studio.engine.planner import as_taken_back
from studio.engine.ranks import Ranks
from studio.engine.set_up import divide_model
from studio.engine.split_check import check_split
from studio.events import MemoryRecovered, UpdateFinished
from tests.benchmarks.planner_accuracy.compare import by_dry_run, by_formula
from tests.benchmarks.planner_accuracy.configurations import Configuration, prepare
from tests.benchmarks.planner_accuracy.divided import on_a_rank
from tests.engine.fixtures import ORIGIN, go, make_store
from tests.engine.test_ranks import relative, training_for
from tests.engine.test_watching import plan_for
from tests.support.ranks import Crew


@pytest.fixture(scope="module")
def crew():
    processes = Crew(2)
    yield processes
    processes.end()


def all_of(training):
    return np.concatenate([whole(each.detach()).double().numpy().ravel() for each in training.learns])


def attempt(ranks, folder, method, until, *, divided, kind="llama", checkpointing=False):
    """From the newest checkpoint to `until` of 20 updates, then a checkpoint: what was told, the weights, a check."""
    training = training_for(folder, ranks, method, updates=20, token_budget=80, kind=kind)
    set_checkpointing(training.model, "on" if checkpointing else "off")
    for layer in training.model.modules():
        if isinstance(layer, nn.Dropout):
            layer.p = 0.0  # other splits would draw other places
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


@pytest.mark.storm  # the same from a file, cut as it is read: test_streamed.py
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


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("family", "method", "checkpointing", "precision"),
    [("llama", "full", "on", "bfloat16"), ("qwen2", "LoRA", "off", "float32")],
)
def test_what_a_rank_allocates_is_foretold(crew, tmp_path, family, method, checkpointing, precision):
    one = Configuration(family, method, checkpointing, precision, 128, 4, world_size=2)
    run = prepare(one, tmp_path)
    true = max(true for _, true in crew.do(on_a_rank, 2, run, tmp_path))
    assert by_dry_run(one, run) == pytest.approx(true, rel=0.02)
    assert by_formula(one, run) == pytest.approx(true, rel=0.05)


def find_best(ranks, folder, method):
    """Six updates of which the fourth is the best and the second was, where a checkpoint is dear."""
    training = training_for(folder, ranks, method, updates=6, token_budget=80)
    divide_model(training)
    checkpoints = Checkpoints(Path(folder) / "checkpoints", ORIGIN, 1)
    training.save_seconds = 1e9
    due, best = [], None
    for update, loss in enumerate([5.0, 4.0, 4.5, 3.0, 3.5, 3.5], 1):
        training.update = update
        with torch.no_grad():
            for each in training.learns:
                part_of(each).add_(0.01)
        if ranks.rank == 0:
            due.append(checkpoints.keep_best(training, new_best=checkpoints.note_loss(update, loss)))
        else:
            checkpoints.help_keep_best(training)
        best = all_of(training) if update == 4 else best
    (checkpoints.save if ranks.rank == 0 else checkpoints.help_save)(training)
    ranks.meet()
    return due, best


@pytest.mark.parametrize("method", ["full", "lora"])
def test_the_best_weights_of_a_divided_model_wait_in_memory_and_are_whole_on_the_disk(crew, tmp_path, method):
    (due, best), _ = crew.do(find_best, 2, tmp_path, method)
    assert due == [False] * 6, "no best check costs a checkpoint"
    checkpoints = tmp_path / "checkpoints"
    assert sorted(each.name for each in checkpoints.iterdir()) == ["best-000004", "update-000006"]
    alone = training_for(tmp_path, Ranks(), method, updates=6)
    found = Checkpoints(checkpoints, ORIGIN, 2)
    found.load(alone)
    assert found.load_best(alone)
    assert np.array_equal(all_of(alone), best)


@pytest.mark.storm
def test_a_divided_run_goes_on_whole_and_a_whole_one_divided(tmp_path):
    (tmp_path / "alone").mkdir()
    crew = Crew(3, 600)
    try:
        ((told_alone, alone, *_),) = crew.do(attempt, 1, tmp_path / "alone", "full", 20, divided=False)
        told = []
        for world_size, until, divided in ((2, 5, True), (1, 9, False), (3, 14, True), (2, 20, False)):
            outcomes = crew.do(attempt, world_size, tmp_path, "full", until, divided=divided)
            told += outcomes[0][0]
    finally:
        crew.end()
    assert [each[:3] for each in told] == [each[:3] for each in told_alone]
    for _, weights, *_ in outcomes:
        assert relative(weights, alone) < 2e-6


@pytest.mark.storm
@pytest.mark.parametrize("kind", ["gpt2", "gemma3", "mixtral"])
def test_other_architectures_are_divided_alike(tmp_path, kind):
    """Tied and scaled embeddings, layers with a window, matrices the other way round, experts of three dimensions."""
    (tmp_path / "alone").mkdir()
    crew = Crew(3, 600)
    try:
        ((_, alone, *_),) = crew.do(attempt, 1, tmp_path / "alone", "full", 20, divided=False, kind=kind)
        for _, weights, *_ in crew.do(attempt, 3, tmp_path, "full", 20, divided=True, kind=kind):
            assert relative(weights, alone) < 2e-6
    finally:
        crew.end()


def run_out(ranks, folder):
    """The memory runs out in the first update; what is then said."""
    training = training_for(folder, ranks, "full", updates=3)
    divide_model(training)

    def fail(*_):
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    dict(training.model.named_modules())["model.layers.1.mlp"].register_forward_pre_hook(fail)
    budget = training.token_budget
    with pytest.raises(OutOfStep) as raised:
        go(training, Path(folder) / f"own-{ranks.rank}", save=lambda: None)
    assert raised.value.recovered.token_budget <= budget // 2
    return raised.value.title


def test_out_of_memory_of_a_divided_model_sends_all_back_to_the_checkpoint_with_a_smaller_budget(crew, tmp_path):
    assert crew.do(run_out, 2, tmp_path)[1] == (
        "GPU 2 of 2 ran out of memory at update 1, and no other can go on without it."
    )


def test_the_next_worker_begins_with_what_was_taken_back(tmp_path):
    training = training_for(tmp_path, Ranks(), "full")
    plan = msgspec.structs.replace(plan_for(training, 2**34), divided=True)
    assert as_taken_back(plan, []) == plan
    smaller, recomputed = (
        MemoryRecovered(update=3, rows=2, longest=40, token_budget=budget, how=how)
        for budget, how in ((20, "smaller micro-batches"), (10, "gradient checkpointing"))
    )
    made = as_taken_back(plan, [smaller])
    assert (made.token_budget, made.gradient_checkpointing) == (20, plan.gradient_checkpointing)
    made = as_taken_back(plan, [smaller, recomputed])
    assert (made.token_budget, made.gradient_checkpointing) == (10, "on")
