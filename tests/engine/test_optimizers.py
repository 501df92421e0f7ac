"""Optimizers and schedules: what decays, what a rate means, and that all of it survives a checkpoint."""

import hashlib
import sys

import bitsandbytes
import pytest
import torch
import transformers
from transformers import get_scheduler

from studio.engine.checkpoint import Checkpoints
from studio.engine.control import Control, ForemanGone
from studio.engine.load import make_trainable
from studio.engine.optim import learning_rate_at, make_optimizer, parameter_groups
from studio.errors import ModelProblem
from studio.job import Full, Learning, Lora
from tests.engine.fixtures import KINDS, ORIGIN, make_net, make_store, make_training
from tests.engine.fixtures import go as learn

CPU = torch.device("cpu")
OPTIMIZERS = ["adamw", "adafactor", "adamw-8bit", "paged-adamw-8bit"]


def go(training, folder, stop_after=None):
    learn(training, folder, control=Control(folder / "commands.jsonl", 0, lambda: training.update == stop_after))


def fingerprint(training):
    """SHA-256 over weights that learn and the whole state of the optimizer, by name."""
    digest = hashlib.sha256()
    for name, parameter in sorted(training.model.named_parameters()):
        if parameter.requires_grad:
            digest.update(name.encode() + parameter.detach().numpy().tobytes())
            for key, value in sorted(training.optimizer.state[parameter].items()):
                digest.update(key.encode())
                digest.update(value.numpy().tobytes() if isinstance(value, torch.Tensor) else repr(value).encode())
    return digest.hexdigest()


def new_training(store, optimizer, method):
    learning = Learning(effective_batch_size=8, updates=6, warmup_fraction=0.2, optimizer=optimizer, weight_decay=0.1)
    model = make_net(hidden_size=128, intermediate_size=128, head_dim=8) if "8bit" in optimizer else make_net()
    return make_training(store, method=method, learning=learning, model=model, updates=6)


@pytest.mark.parametrize("method", [Lora(rank=64, dropout=0.1), Full()], ids=["lora with dropout", "full"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_resumed_run_ends_with_the_bits_of_one_never_interrupted(tmp_path, optimizer, method):
    store = make_store(tmp_path / "s")
    whole = new_training(store, optimizer, method)
    go(whole, tmp_path / "whole")

    first = new_training(store, optimizer, method)
    with pytest.raises(ForemanGone):
        go(first, tmp_path / "parts", stop_after=3)
    second = new_training(store, optimizer, method)
    state, _ = Checkpoints(tmp_path / "parts", ORIGIN, 2).load(second)
    assert state is not None
    assert fingerprint(second) == fingerprint(first) != fingerprint(whole)
    go(second, tmp_path / "parts")
    assert fingerprint(second) == fingerprint(whole)
    kinds = {type(v) if not isinstance(v, torch.Tensor) else v.dtype for s in second.optimizer.state.values()
             for v in s.values()}  # fmt: skip
    assert kinds == ({int, torch.uint8, torch.float32} if "8bit" in optimizer else {torch.float32})


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer_moves_an_adapter_by_about_the_learning_rate(optimizer):
    """Also the half that starts at zero, where a step relative to the weights would be a thousandth of it."""
    model = make_trainable(make_net(hidden_size=128, intermediate_size=128), Lora(rank=64), 0)
    learning = Learning(optimizer=optimizer)
    made = make_optimizer(model, learning, CPU)
    before = {name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad}
    torch.manual_seed(0)
    for group in made.param_groups:
        group["lr"] = 1e-3
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.grad = torch.randn_like(parameter)
    made.step()
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            moved = (parameter.detach() - before[name]).square().mean().sqrt()
            assert moved == pytest.approx(1e-3, rel=0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_weights_decay_as_with_transformers_own_trainer(tmp_path, kind):
    """Matrices and embeddings do; biases and the scales of norms do not."""
    model = make_trainable(make_net(kind), Full(), 0)
    trainer = transformers.Trainer(model, transformers.TrainingArguments(output_dir=str(tmp_path), use_cpu=True))
    expected = set(trainer.get_decay_parameter_names(model))
    names = {id(parameter): name for name, parameter in model.named_parameters()}
    groups = parameter_groups(model, 0.1)
    decays = {names[id(each)] for group in groups if group["weight_decay"] for each in group["params"]}
    assert decays == expected & set(names.values())
    assert any("emb" in name or "wte" in name for name in decays)
    assert sum(len(group["params"]) for group in groups) == len(names)


def test_the_lengths_of_a_decomposed_adapter_do_not_decay():
    model = make_trainable(make_net(), Lora(rank=4, decomposed=True), 0)
    decaying, staying = parameter_groups(model, 0.1)
    assert len(decaying["params"]) == 2 * 14
    assert len(staying["params"]) == 14
    assert staying["weight_decay"] == 0


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_decay_takes_the_same_share_of_matrices_with_every_optimizer_and_leaves_norms_alone(optimizer):
    model = make_trainable(make_net(hidden_size=128), Full(), 0)
    made = make_optimizer(model, Learning(optimizer=optimizer, weight_decay=0.5), CPU)
    for group in made.param_groups:
        group["lr"] = 0.01
    matrix, norm = model.model.layers[0].mlp.up_proj.weight, model.model.norm.weight
    before = matrix.detach().clone()
    for parameter in model.parameters():
        parameter.grad = torch.zeros_like(parameter)
    made.step()
    torch.testing.assert_close(matrix.detach(), before * (1 - 0.5 * 0.01))
    assert torch.equal(norm.detach(), torch.ones_like(norm))


@pytest.mark.parametrize("schedule", ["constant", "linear", "cosine"])
@pytest.mark.parametrize(("updates", "warmup_fraction"), [(1, 0.0), (10, 0.0), (10, 0.3), (137, 0.03), (20, 1.0)])
def test_the_learning_rate_of_every_update_is_that_of_transformers(schedule, updates, warmup_fraction):
    """Theirs warms up from an update at zero, ours from the first step of the ramp: one update ahead until the peak."""
    learning = Learning(schedule=schedule, warmup_fraction=warmup_fraction)
    warmup = round(warmup_fraction * updates)
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=2e-4)
    name = "constant_with_warmup" if schedule == "constant" else schedule
    scheduler = get_scheduler(name, optimizer, num_warmup_steps=warmup, num_training_steps=updates)
    theirs = []
    for _ in range(updates + 1):
        theirs.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    for update in range(1, updates + 1):
        expected = theirs[update] if update < warmup else 2e-4 if update == warmup else theirs[update - 1]
        assert learning_rate_at(update, updates, 2e-4, learning) == pytest.approx(expected, rel=1e-12)


def test_an_8_bit_optimizer_without_its_library_is_refused_with_words(monkeypatch):
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)  # what Python does where a module is not to be found
    with pytest.raises(ModelProblem, match="An 8-bit optimizer needs the library bitsandbytes") as problem:
        make_optimizer(make_trainable(make_net(), Lora(), 0), Learning(optimizer="adamw-8bit"), CPU)
    assert "pip install bitsandbytes" in problem.value.hint


def test_an_8_bit_optimizer_that_does_not_run_here_is_refused_with_words(monkeypatch):
    def no_kernel(*_args):
        raise RuntimeError("no kernel for this device")

    monkeypatch.setattr(bitsandbytes.optim.AdamW8bit, "update_step", no_kernel)
    with pytest.raises(ModelProblem, match="does not run on cpu here"):
        make_optimizer(make_trainable(make_net(), Lora(), 0), Learning(optimizer="adamw-8bit"), CPU)
