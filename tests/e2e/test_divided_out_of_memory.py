"""A rank of a divided run really runs out of memory: the run goes on from its checkpoint, as the same experiment."""

import resource

import numpy as np
import psutil
import pytest
from safetensors.numpy import load_file

from studio.events import JobFailed, MemoryRecovered, PlanMade, UpdateFinished
from studio.runs.row_losses import RowLosses
from tests.e2e.test_runs import at_update, start
from tests.e2e.test_several_ranks import events, others

pytestmark = pytest.mark.storm
UPDATES, TARGET = 12, 32
DIVIDED = ("--device", "cpu", "--gpus", "2", "--divide", "--method", "full", "--keep", "last", "--micro-batch", "16")


def no_more_memory(process):
    """From now on every allocation of a process that needs new pages is refused."""
    process.rlimit(psutil.RLIMIT_DATA, (2**20, resource.RLIM_INFINITY))


def row_losses(watch):
    found = RowLosses(watch.run.row_losses, TARGET)
    return np.array([found.read(update, TARGET) for update in range(1, UPDATES + 1)])


def weights(watch):
    tensors = load_file(next(watch.run.result.glob("*.safetensors")))
    return np.concatenate([tensors[name].astype(np.float64).ravel() for name in sorted(tensors)])


def test_a_rank_that_runs_out_of_memory_costs_what_was_not_saved_and_changes_no_number(nightshift, monkeypatch):
    start(nightshift, UPDATES, "--name", "calm", *DIVIDED)
    calm = nightshift.wait(lambda watch: watch.state == "finished", "calm")

    monkeypatch.setenv("MALLOC_MMAP_THRESHOLD_", "65536")  # tensors get pages of their own and give them back
    nightshift.end()  # the foreman hands on what it was started with
    start(nightshift, UPDATES, "--name", "tight", *DIVIDED)
    nightshift.wait(at_update(3), "tight")
    nightshift.call("pause", "tight")
    nightshift.wait(lambda watch: watch.state == "paused", "tight")
    (other,) = others(nightshift)
    no_more_memory(other)
    nightshift.call("resume", "tight")
    tight = nightshift.wait(lambda watch: watch.state == "finished", "tight")

    (recovered,) = events(tight, MemoryRecovered)
    (failed,) = events(tight, JobFailed)
    assert (
        failed.title == f"GPU 2 of 2 ran out of memory at update {recovered.update}, and no other can go on without it."
    )
    (again,) = tight.story.restarts
    assert 1 <= again.from_update < recovered.update, "from a checkpoint"
    before, *_, after = (each.plan for each in events(tight, PlanMade))
    assert after.token_budget == recovered.token_budget < before.token_budget
    assert after.divided

    made = {each.update: each for each in events(tight, UpdateFinished)}
    assert sorted(made) == list(range(1, UPDATES + 1))
    for each in events(calm, UpdateFinished):
        ours = made[each.update]
        assert (ours.num_tokens, ours.num_target_tokens, ours.learning_rate) == (
            each.num_tokens,
            each.num_target_tokens,
            each.learning_rate,
        )
    assert np.allclose(row_losses(tight), row_losses(calm), rtol=1e-4, atol=1e-6), "the same rows in the same order"
    difference = np.linalg.norm(weights(tight) - weights(calm)) / np.linalg.norm(weights(calm))
    assert difference < 1e-6
