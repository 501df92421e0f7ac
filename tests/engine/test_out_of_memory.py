"""Out of memory: the same rows again in smaller pieces, with the same outcome."""

import gc
from functools import cache

import pytest
import torch

import studio.engine.gradients as gradients_module
from studio.data.order import EffectiveBatches
from studio.engine import worker
from studio.engine.checkpoint import Checkpoints
from studio.engine.gradients import GradientSum, unless_out_of_memory
from studio.errors import EngineProblem, MemoryProblem
from studio.events import MemoryRecovered, UpdateFinished, Warned
from studio.job import Full, Lora
from studio.runs.endings import HOPELESS
from tests.engine.fixtures import ORIGIN, go, make_store, make_training

CPU = torch.device("cpu")


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
        return calls

    return attach


def start(store, method, *, token_budget=100, updates=5, **more):
    """A training with a learning rate as people use it: the optimizer then does not blow rounding up."""
    training = make_training(store, method=method, token_budget=token_budget, updates=updates, **more)
    training.peak_learning_rate = 1e-3
    return training


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The rows, and the weights after five updates over them, of each method."""
    folder = tmp_path_factory.mktemp("calm")
    store = make_store(folder / "s")

    @cache
    def of(method):
        calm = start(store, method)
        go(calm, folder / type(method).__name__)
        return store, weights(calm)

    return of


def relative(a, b):
    return float((a - b).norm() / b.norm())


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
@pytest.mark.parametrize("direction", ["forward", "backward"])
@pytest.mark.parametrize("layer", ["layers.0.mlp", "layers.1.self_attn", "layers.1.mlp", "the head"])
@pytest.mark.parametrize("call", [1, 4, 6])
@pytest.mark.parametrize("packed", [True, pytest.param(False, marks=pytest.mark.storm)], ids=["packed", "padded"])
def test_it_is_redone_with_the_outcome_of_an_undisturbed_run(
    tmp_path, monkeypatch, undisturbed, method, direction, layer, call, packed
):
    store, calm = undisturbed(method)
    disturbed = start(store, method, packed=packed)
    if layer == "the head":
        fail_in_the_head(monkeypatch, call, direction)
    else:
        run_out(layer, {call}, direction)(disturbed.model)
    finished, events = go(disturbed, tmp_path / "disturbed")
    assert finished
    told = [event for event in events if isinstance(event, MemoryRecovered)]
    assert len(told) == 1
    assert told[0].token_budget == disturbed.token_budget < 100
    assert [event.update for event in events if isinstance(event, UpdateFinished)] == [1, 2, 3, 4, 5]
    assert relative(weights(disturbed), calm) <= 1e-6


def fail_in_the_head(monkeypatch, call, direction):
    """The head's losses are worked out beside the layer's own forward: fail there, or before its backward."""
    real, count = gradients_module.sum_token_loss, {"calls": 0}

    def failing(*arguments, **options):
        count["calls"] += 1
        if direction == "forward" and count["calls"] == call:
            raise_out_of_memory()
        loss, losses = real(*arguments, **options)
        if count["calls"] == call:
            loss.register_hook(raise_out_of_memory)
        return loss, losses

    monkeypatch.setattr(gradients_module, "sum_token_loss", failing)


def raise_out_of_memory(*_):
    raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")


@pytest.mark.parametrize(("method", "redone"), [(Lora(rank=4), 1), (Full(), 3)], ids=["lora", "full"])
def test_an_adapter_redoes_only_the_micro_batch_that_failed(tmp_path, method, redone):
    """The third of the first update: what came before it is kept, unless its gradients share a place with the sum."""
    store = make_store(tmp_path / "s")
    training = start(store, method, token_budget=60, updates=1, effective_batch_size=16, packed=False)
    calm_calls = run_out("layers.0.mlp", set(), "forward")(training.model)
    go(training, tmp_path / "calm")
    again = start(store, method, token_budget=60, updates=1, effective_batch_size=16, packed=False)
    seen = []
    again.head.body.register_forward_pre_hook(
        lambda _m, _a, given: seen.append(given["input_ids"].shape[0]), with_kwargs=True
    )
    run_out("layers.0.mlp", {3}, "forward")(again.model)
    go(again, tmp_path / "again")
    rows_again = sum(seen) - 14  # 14 of these 16 rows have something to learn
    failed_and_before = seen[:3]
    assert rows_again == sum(failed_and_before[-redone:])
    assert calm_calls["count"] > 3
    assert relative(weights(again), weights(training)) <= 1e-6


def test_one_row_that_does_not_fit_takes_every_way_out_before_the_run_ends_in_words(tmp_path):
    store = make_store(tmp_path / "s")
    training = make_training(store, token_budget=160)
    run_out("layers.0.mlp", set(range(1, 1000)), "forward")(training.model)
    events = []
    before = weights(training)
    with pytest.raises(MemoryProblem, match="one row"):
        go(training, tmp_path / "c", emit=events.append)
    assert [event.how for event in events][-2:] == ["gradient checkpointing", "fewer word scores at once"]
    assert training.update == 0
    assert torch.equal(weights(training), before)


def test_no_tensor_of_a_failed_micro_batch_survives():
    """The exception's frames hold everything the failed call had; nothing may be left of it afterwards."""

    def live_bytes():
        gc.collect()
        return sum(each.untyped_storage().nbytes() for each in gc.get_objects() if issubclass(type(each), torch.Tensor))

    def fails():
        held = torch.ones(1000, requires_grad=True)
        product = (held * 2).exp()
        raise_out_of_memory(product)

    before = live_bytes()
    assert unless_out_of_memory(fails, CPU) is None
    assert live_bytes() == before


@pytest.mark.parametrize("words", ["CUDA error: CUBLAS_STATUS_ALLOC_FAILED", "MPS backend out of memory (allocated)"])
def test_every_device_has_its_words_for_it_and_other_errors_pass_through(words):
    def fails(problem):
        raise problem

    assert unless_out_of_memory(lambda: fails(RuntimeError(words)), CPU) is None
    with pytest.raises(RuntimeError, match="device-side assert"):
        unless_out_of_memory(lambda: fails(RuntimeError("CUDA error: device-side assert triggered")), CPU)


def test_a_retry_into_half_a_gradient_would_be_seen(tmp_path, monkeypatch):
    """The mistake to guard against: gradients of the failed attempt are not dropped."""
    store = make_store(tmp_path / "s")
    calm = make_training(store, token_budget=100, updates=1)
    go(calm, tmp_path / "calm")
    dirty = make_training(store, token_budget=100, updates=1)
    run_out("layers.0.mlp", {2}, "backward")(dirty.model)  # the layers after it have their gradients by then
    monkeypatch.setattr(GradientSum, "drop_last", lambda _self: True)
    go(dirty, tmp_path / "dirty")
    assert relative(weights(dirty), weights(calm)) > 1e-3


def test_which_rows_meet_is_untouched_by_it(tmp_path):
    store = make_store(tmp_path / "s")
    training = make_training(store, token_budget=160)
    run_out("layers.1.mlp", {2, 5}, "backward")(training.model)
    _, events = go(training, tmp_path / "c")
    expected = EffectiveBatches(store, 8, training.learning.seed)
    for event in events:
        if isinstance(event, UpdateFinished):
            useful = [i for i in expected[event.update].examples if store.num_targets[i]]
            assert event.num_tokens == sum(int(store.lengths[i]) for i in useful)


def break_off(training, at_calls):
    """The optimizer runs out of memory when half of its weights have changed."""
    real, calls = training.optimizer.step, {"count": 0}

    def step():
        calls["count"] += 1
        breaks = calls["count"] in at_calls
        kept = [(each, each.grad) for each in training.learns[1::2]] if breaks else []
        for parameter, _ in kept:
            parameter.grad = None
        real()
        for parameter, gradient in kept:
            parameter.grad = gradient
        if breaks:
            raise_out_of_memory()

    training.optimizer.step = step


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_a_first_step_that_was_broken_off_is_made_again_from_unchanged_weights(tmp_path, undisturbed, method):
    store, calm = undisturbed(method)
    disturbed = start(store, method)
    break_off(disturbed, {1})
    finished, events = go(disturbed, tmp_path / "disturbed")
    assert finished
    (told,) = [event for event in events if isinstance(event, Warned)]
    assert told.title == "Out of memory in the optimizer at update 1, redone"
    assert torch.equal(weights(disturbed), calm)


def test_an_optimizer_that_never_fits_leaves_the_weights_as_they_were(tmp_path):
    training = start(make_store(tmp_path / "s"), Lora(rank=4))
    before = weights(training)
    break_off(training, {1, 2})
    with pytest.raises(MemoryProblem, match="optimizer keeps for each weight"):
        go(training, tmp_path / "c")
    assert training.update == 0
    assert torch.equal(weights(training), before)
    assert not training.optimizer.state


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_a_later_step_that_was_broken_off_is_redone_from_the_last_checkpoint(tmp_path, undisturbed, method):
    """Its half of an update is in no checkpoint, and the next worker ends with the weights of an undisturbed run."""
    store, calm = undisturbed(method)
    broken = start(store, method)
    break_off(broken, {4})
    with pytest.raises(EngineProblem, match="in the middle of update 4") as problem:
        go(broken, tmp_path / "c", save_every=0.0)
    assert problem.value.exit_code not in HOPELESS
    again = start(store, method)
    Checkpoints(tmp_path / "c", ORIGIN, 2).load(again)
    finished, events = go(again, tmp_path / "c")
    assert finished
    assert [event.update for event in events if isinstance(event, UpdateFinished)] == [4, 5]
    assert torch.equal(weights(again), calm)


@pytest.mark.parametrize("problem", [torch.OutOfMemoryError("CUDA out of memory."), MemoryError()])
def test_one_that_nothing_could_make_do_with_is_tried_again_by_another_worker(problem):
    told = worker.out_of_memory(problem)
    assert told.title == "The device ran out of memory."
    assert "Close other programs" in told.hint
    assert told.exit_code not in HOPELESS
