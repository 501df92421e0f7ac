"""Out of memory: the same rows again in smaller pieces, with the same outcome."""

import pytest
import torch

from studio.errors import MemoryProblem
from studio.events import UpdateFinished, Warned
from studio.job import Full, Lora
from tests.engine.fixtures import make_store, make_training
from tests.engine.test_checkpoint import go


def weights(training):
    return torch.cat([parameter.detach().flatten() for parameter in training.learns])


def run_out(module_name, at_calls, direction):
    """Raises the device's out-of-memory error at these calls of a layer, in its forward or its backward pass."""
    calls = {"count": 0}

    def count(*_):
        calls["count"] += 1
        if calls["count"] in at_calls:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    def watch_gradient(_layer, _inputs, output):
        output = output[0] if isinstance(output, tuple) else output
        if output.requires_grad:
            output.register_hook(lambda _gradient: count())

    def attach(model):
        layer = next(module for name, module in model.named_modules() if name.endswith(module_name))
        if direction == "forward":
            layer.register_forward_pre_hook(lambda *_: count())
        else:
            layer.register_forward_hook(watch_gradient)

    return attach


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
@pytest.mark.parametrize("direction", ["forward", "backward"])
@pytest.mark.parametrize("layer", ["layers.0.mlp", "layers.1.self_attn", "layers.1.mlp"])
@pytest.mark.parametrize("call", [1, 4, 9])
def test_it_is_redone_with_the_outcome_of_an_undisturbed_run(tmp_path, method, direction, layer, call):
    store = make_store(tmp_path / "s")
    calm = make_training(store, method=method, token_budget=160)
    go(calm, tmp_path / "calm")
    disturbed = make_training(store, method=method, token_budget=160)
    run_out(layer, {call}, direction)(disturbed.model)
    finished, events = go(disturbed, tmp_path / "disturbed")
    assert finished
    told = [event for event in events if isinstance(event, Warned)]
    assert len(told) == 1
    assert "redone" in told[0].title
    assert [event.update for event in events if isinstance(event, UpdateFinished)] == [1, 2, 3, 4, 5]
    assert (
        float((weights(calm) - weights(disturbed)).norm() / weights(calm).norm()) <= 1e-5
    )  # another split, another rounding


def test_one_row_that_does_not_fit_is_tried_with_checkpointing_before_the_run_ends_in_words(tmp_path):
    store = make_store(tmp_path / "s")
    training = make_training(store, token_budget=160)
    run_out("layers.0.mlp", set(range(1, 1000)), "forward")(training.model)
    events = []
    before = weights(training)
    with pytest.raises(MemoryProblem, match="one row"):
        go(training, tmp_path / "c", emit=events.append)
    assert any("checkpointing" in event.hint for event in events)
    assert training.update == 0
    assert torch.equal(weights(training), before)


def test_a_retry_into_half_a_gradient_would_be_seen(tmp_path, monkeypatch):
    """The mistake to guard against: gradients of the failed attempt are not dropped."""
    store = make_store(tmp_path / "s")
    dirty = make_training(store, token_budget=160)
    run_out("layers.1.mlp", {2}, "forward")(dirty.model)
    keep, real = {"on": True}, dirty.optimizer.zero_grad

    def forget_once(**options):
        if keep.pop("on", None) is None:
            real(**options)

    monkeypatch.setattr(dirty.optimizer, "zero_grad", forget_once)
    dirty.updates = 1
    calm_once = make_training(store, token_budget=160)
    calm_once.updates = 1
    go(calm_once, tmp_path / "once")
    go(dirty, tmp_path / "dirty")
    assert float((weights(calm_once) - weights(dirty)).norm() / weights(calm_once).norm()) > 1e-3
