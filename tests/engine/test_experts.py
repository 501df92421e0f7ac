"""The balance loss of a mixture of experts: that of the whole effective batch, whatever the split."""

import msgspec
import numpy as np
import pytest
import torch

import studio.engine.gradients as gradients_module
import studio.engine.routing as routing_module
import studio.engine.train as train_module
from studio.data.store import ExampleStore
from studio.engine.batches import MicroBatches
from studio.engine.control import Control
from studio.engine.experts import Balance, chosen
from studio.engine.gradients import GradientSum, add_gradient
from studio.engine.load import set_checkpointing
from studio.engine.ranks import Ranks
from studio.engine.routing import balance_of
from studio.engine.split_check import check_split
from studio.errors import ModelProblem
from studio.events import MemoryRecovered, UpdateFinished
from studio.job import Full, Learning, Lora
from tests.engine.fixtures import go, make_net, make_store, make_training
from tests.engine.plain import plain_gradient, plain_loss, relative, take_gradient

KINDS = ("mixtral", "qwen2_moe", "olmoe", "granitemoe", "gpt_oss")
LORA = Lora(rank=4)
WEIGHT = 0.5  # large, so that a mistake in it is seen


def learnable_rows(folder):
    """Rows without a target are left out, and the reference must leave them out too."""
    store = make_store(folder / "all")
    learnt = np.flatnonzero(store.num_targets > 0)
    return ExampleStore.write(folder / "learnt", store.examples(learnt))


def start(tmp_path, kind, method, weight=WEIGHT, **more):
    model = make_net(kind)
    model.router_aux_loss_coef = weight
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "gate.weight" in name or "router" in name:
                parameter.normal_()  # at first all experts are about equally likely, and the loss is flat
    learning = Learning(effective_batch_size=16, updates=4, warmup_fraction=0.2, router_balance=weight)
    store = learnable_rows(tmp_path)
    training = make_training(store, model=model, method=method, effective_batch_size=16, updates=4, learning=learning)
    training.peak_learning_rate = 1e-3
    return training


def split_gradient(training, token_budget, update=1):
    """The gradient of an update as the loop adds it up, without dropout."""
    training.model.eval()
    training.token_budget = token_budget
    batch = training.batches[update]
    micro_batches = MicroBatches(training.store, batch.examples, 0, torch.device("cpu"))
    control = Control(training.store.folder / "commands.jsonl", 0, lambda: False)
    balance = balance_of(training, batch, micro_batches, control, print, Ranks())
    total = GradientSum(training.learns, isolated=training.isolates)
    while micro_batch := micro_batches.next(token_budget):
        assert add_gradient(training, micro_batch, batch.num_target_tokens, balance) is not None
        total.add()
    total.install()
    return take_gradient(training)


METHODS = pytest.mark.parametrize("method", [LORA, Full()], ids=["lora", "full"])


@METHODS
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_that_of_transformers_on_the_one_big_batch_whatever_the_split(tmp_path, kind, method):
    training = start(tmp_path, kind, method)
    whole = plain_gradient(training, output_router_logits=True)
    without = plain_gradient(training)
    assert relative(without, whole) > 0.005
    for token_budget in (1, 40, 90, 200, 10**6):
        assert relative(split_gradient(training, token_budget), whole) <= 2e-6


def each_micro_batch_alone(model, monkeypatch, *, weighted):
    """As if every micro-batch were the whole batch; `weighted` by its share of the tokens."""
    honest = Balance.part

    def alone(balance, scores, real):
        mine = Balance(balance.weight, chosen(model, scores, real), int(real.sum()))
        return honest(mine, scores, real) * (int(real.sum()) / balance.num_tokens if weighted else 1)

    monkeypatch.setattr(Balance, "part", alone)


@METHODS
def test_added_to_every_micro_batch_unweighted_it_would_be_seen(tmp_path, monkeypatch, method):
    """What trainers do that let the model add it where gradients are accumulated."""
    training = start(tmp_path, "mixtral", method)
    whole = plain_gradient(training, output_router_logits=True)
    each_micro_batch_alone(training.model, monkeypatch, weighted=False)
    assert relative(split_gradient(training, 10**6), whole) <= 2e-6  # the one micro-batch is the batch
    assert relative(split_gradient(training, 60), whole) > 0.1


def test_weighted_but_with_the_choices_of_each_micro_batch_alone_it_would_be_seen(tmp_path, monkeypatch):
    training = start(tmp_path, "mixtral", Full())
    whole = plain_gradient(training, output_router_logits=True)
    each_micro_batch_alone(training.model, monkeypatch, weighted=True)
    assert relative(split_gradient(training, 40), whole) > 1e-3


def test_padding_that_is_counted_would_be_seen(tmp_path, monkeypatch):
    training = start(tmp_path, "mixtral", Full())
    whole = plain_gradient(training, output_router_logits=True)
    for module in (gradients_module, routing_module):
        monkeypatch.setattr(module, "real_tokens", lambda _, each: torch.ones(each.input_ids.numel(), dtype=torch.bool))
    assert relative(split_gradient(training, 10**6), whole) > 0.01


@METHODS
def test_recomputing_activations_changes_nothing(tmp_path, method):
    training = start(tmp_path, "mixtral", method)
    kept = split_gradient(training, 90)
    set_checkpointing(training.model, "on")
    training.model.train()
    batch = training.batches[1]
    micro_batches = MicroBatches(training.store, batch.examples, 0, torch.device("cpu"))
    control = Control(tmp_path / "commands.jsonl", 0, lambda: False)
    balance = balance_of(training, batch, micro_batches, control, print, Ranks())
    while micro_batch := micro_batches.next(90):
        add_gradient(training, micro_batch, batch.num_target_tokens, balance)
    assert relative(take_gradient(training), kept) <= 1e-6


@METHODS
def test_the_loop_learns_as_transformers_does_with_its_own_loss(tmp_path, method):
    ours, theirs = start(tmp_path, "mixtral", method), start(tmp_path, "mixtral", method)
    _, events = go(ours, tmp_path / "c")
    told = [event for event in events if isinstance(event, UpdateFinished)]
    norms, losses = [], []
    for event in told:
        loss = plain_loss(theirs, event.update, output_router_logits=True)
        losses.append(float(plain_loss(theirs, event.update).detach()))
        loss.backward()
        norms.append(float(torch.nn.utils.clip_grad_norm_(theirs.learns, 1.0)))
        for group in theirs.optimizer.param_groups:
            group["lr"] = event.learning_rate
        theirs.optimizer.step()
        theirs.optimizer.zero_grad()
    assert len(told) == 4
    assert [event.grad_norm for event in told] == pytest.approx(norms, rel=2e-4)
    assert [event.train_loss for event in told] == pytest.approx(losses, rel=2e-5)  # of the targets alone


def test_out_of_memory_while_counting_loses_nothing(tmp_path, monkeypatch):
    calm = start(tmp_path, "mixtral", LORA)
    go(calm, tmp_path / "calm")
    disturbed = start(tmp_path, "mixtral", LORA)
    calls, real = [], routing_module._choices

    def failing(training, micro_batch):
        calls.append(len(micro_batch.examples))
        if len(calls) == 2:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return real(training, micro_batch)

    monkeypatch.setattr(routing_module, "_choices", failing)
    _, events = go(disturbed, tmp_path / "c")
    assert sum(isinstance(event, MemoryRecovered) for event in events) == 1
    calm_weights, weights = (torch.cat([each.detach().flatten() for each in t.learns]) for t in (calm, disturbed))
    assert relative(weights, calm_weights) <= 1e-6


def test_the_check_at_start_covers_it(tmp_path, monkeypatch):
    training = start(tmp_path, "mixtral", LORA)
    control = Control(tmp_path / "commands.jsonl", 0, lambda: False)
    honest = check_split(training, control, print)
    assert honest is not None
    assert honest.agreed
    part = Balance.part
    monkeypatch.setattr(Balance, "part", lambda *given: part(*given) * (given[0].num_tokens / float(given[2].sum())))
    dishonest = check_split(training, control, print)
    assert dishonest is not None
    assert not dishonest.agreed


def test_without_it_nothing_is_counted(tmp_path, monkeypatch):
    training = start(tmp_path, "mixtral", LORA, weight=0.0)
    asked = []
    monkeypatch.setattr(train_module, "balance_of", lambda *given: asked.append(balance_of(*given)))
    go(training, tmp_path / "c")
    assert asked == [None] * 4


def test_a_family_without_it_is_refused(tmp_path):
    training = make_training(make_store(tmp_path / "s"))
    training.learning = msgspec.structs.replace(training.learning, router_balance=0.01)
    with pytest.raises(ModelProblem, match="no balance loss for the experts of Llama") as problem:
        go(training, tmp_path / "c")
    assert problem.value.hint
