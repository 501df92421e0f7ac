"""What an update tells: its parts' seconds, and besides its event rows, memory, and the noise in its gradient."""

import time

import numpy as np
import torch

from studio.engine.after_update import AfterUpdate
from studio.engine.gradients import GradientSum, add_gradient
from studio.engine.watching import Watching
from studio.events import NoiseMeasured
from studio.job import Full, Lora
from studio.runs.row_losses import RowLosses
from tests.engine.fixtures import cuts, go, make_store, make_training
from tests.engine.test_watching import plan_for


def test_the_squared_norms_are_those_of_what_each_micro_batch_adds(tmp_path):
    training = make_training(make_store(tmp_path / "s"))
    batch = training.batches[1]
    total = GradientSum(training.learns, isolated=True)
    expected = []
    for micro_batch in cuts(training.store, batch.examples, 60):
        add_gradient(training, micro_batch, batch.num_target_tokens)
        expected.append(sum(float(each.grad.square().sum()) for each in training.learns if each.grad is not None))
        total.add()
    assert np.allclose(total.install().numpy(), expected, rtol=1e-5)
    assert len(total.install()) == 0


def test_an_adapter_tells_the_noise_of_its_gradient_every_hundred_updates(tmp_path):
    noise = told(tmp_path, Lora(rank=4))
    assert [each.update for each in noise] == [100]
    assert 0 < noise[0].lowest < noise[0].examples
    assert noise[0].updates == 100


def test_the_seconds_of_an_update_are_those_of_its_parts_and_of_forward_and_backward(tmp_path):
    training = make_training(make_store(tmp_path / "s"), updates=2)
    calm = training.optimizer.step
    training.optimizer.step = lambda: (time.sleep(0.05), calm())
    made = []
    go(training, tmp_path, after_update=made.append)
    for told in (each.event for each in made):
        assert told.optimizer_seconds >= 0.05
        assert 0 < told.data_seconds < told.seconds - told.optimizer_seconds


def test_where_gradients_are_not_kept_apart_nothing_is_told(tmp_path):
    made = []
    training = make_training(make_store(tmp_path / "s"), method=Full(), updates=2, token_budget=40)
    go(training, tmp_path, after_update=made.append)
    assert [each.squared_norms for each in made] == [[], []]


def told(folder, method):
    torch.manual_seed(0)
    training = make_training(make_store(folder / "s", rows=96), method=method, updates=100, token_budget=40)
    training.peak_learning_rate = 1e-4
    events = []
    after = AfterUpdate(
        RowLosses(folder / "rows", 8), Watching(training, plan_for(training, 2**60), events.append), events.append
    )
    go(training, folder, after_update=after)
    assert len(RowLosses(folder / "rows", 8).read(100, 8) or []) == 8
    return [each for each in events if isinstance(each, NoiseMeasured)]
