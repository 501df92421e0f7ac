"""The experiment asked for is the experiment that runs: one gradient, whatever the split."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from studio.data.order import EffectiveBatches, epoch_order
from studio.engine.control import Control
from studio.engine.head import find_head
from studio.engine.loss import sum_token_loss
from studio.engine.split_check import check_split
from studio.job import Full, Lora
from tests.engine.fixtures import cuts, gradient_of, make_net, make_store, make_training
from tests.engine.plain import plain_gradient, relative


@pytest.mark.parametrize("kind", ["llama", "qwen3", "gemma3", "granite", "gpt2"])
@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_every_split_gives_the_gradient_of_the_one_big_batch(tmp_path, kind, method):
    training = make_training(make_store(tmp_path / "s"), kind=kind, method=method, effective_batch_size=16)
    whole = plain_gradient(training)
    for token_budget in (1, 40, 90, 200, 10**6):
        assert relative(gradient_of(training, token_budget), whole) < 2e-6


def test_a_mean_of_means_would_be_seen(tmp_path):
    """The mistake most trainers made: each micro-batch divided by its own number of target tokens."""
    training = make_training(make_store(tmp_path / "s"), effective_batch_size=16)
    whole = plain_gradient(training)
    batch = training.batches[1]
    split = cuts(training.store, batch.examples, 60)
    for micro_batch in split:
        loss, _ = sum_token_loss(training.model, training.head, micro_batch)
        (loss / len(micro_batch.targets) / len(split)).backward()
    wrong = torch.cat([p.grad.flatten() for p in training.learns])
    assert relative(wrong, whole) > 0.1


def test_the_loss_is_that_of_all_target_tokens(tmp_path):
    store = make_store(tmp_path / "s")
    model = make_net().eval().requires_grad_(False)
    total, count = 0.0, 0
    for example in range(len(store)):
        ids = torch.from_numpy(store.tokens(example).astype(np.int64))
        targets = torch.from_numpy(np.array(store.targets(example)))[1:]
        scores = model(input_ids=ids.unsqueeze(0)).logits[0, :-1]
        total += float(F.cross_entropy(scores[targets], ids[1:][targets], reduction="sum"))
        count += int(targets.sum())
    assert count == store.num_targets.sum()
    head = find_head(model)
    ours = sum(float(sum_token_loss(model, head, each)[0]) for each in cuts(store, np.arange(len(store)), 100))
    assert ours == pytest.approx(total, rel=1e-5)


def test_scores_are_worked_out_for_target_positions_only(tmp_path):
    store, model = make_store(tmp_path / "s"), make_net()
    seen = []
    model.get_output_embeddings().register_forward_hook(lambda _m, _i, out: seen.append(out.shape[1]))
    for micro_batch in cuts(store, np.arange(len(store)), 10**6):
        sum_token_loss(model, None, micro_batch)
    assert sum(seen) == store.num_targets.sum()


def test_which_rows_meet_depends_on_seed_and_epoch_alone(tmp_path):
    store = make_store(tmp_path / "s", rows=23)
    batches = EffectiveBatches(store, 8, seed=3)
    assert batches.per_epoch == 3
    first = [batches[update].examples.tolist() for update in (1, 2, 3)]
    assert [len(each) for each in first] == [8, 8, 7]  # the last, smaller one is used
    assert sorted(example for each in first for example in each) == list(range(23))
    assert [EffectiveBatches(store, 8, seed=3)[u].examples.tolist() for u in (3, 1, 2)] == [
        first[2],
        first[0],
        first[1],
    ]
    assert batches[4].examples.tolist() != first[0]
    assert EffectiveBatches(store, 8, seed=4)[1].examples.tolist() != first[0]


def test_the_order_never_changes_between_versions():
    assert epoch_order(10, seed=0, epoch=0).tolist() == ORDER_0
    assert epoch_order(10, seed=7, epoch=2).tolist() == ORDER_7


ORDER_0 = [0, 2, 9, 1, 8, 5, 4, 3, 6, 7]
ORDER_7 = [6, 7, 8, 4, 0, 1, 5, 3, 9, 2]


def test_micro_batches_hold_the_rows_of_the_batch_and_keep_the_budget(tmp_path):
    store = make_store(tmp_path / "s")
    batch = EffectiveBatches(store, 16, seed=0)[1]
    split = cuts(store, batch.examples, 80)
    assert sum(len(cut.targets) for cut in split) == batch.num_target_tokens
    assert all(cut.num_padded_tokens <= 80 for cut in split)
    assert len(split) > 1


def test_a_batch_with_nothing_to_learn_makes_no_micro_batch(tmp_path):
    store = make_store(tmp_path / "s")
    empty = np.flatnonzero(store.num_targets == 0)
    assert len(empty)
    assert cuts(store, empty, 80) == []


@pytest.mark.parametrize("token_budget", [25, 100, 10**6])
@pytest.mark.parametrize("packed", [True, False])
def test_the_check_at_start_finds_another_split_whatever_the_budget(tmp_path, token_budget, packed):
    training = make_training(make_store(tmp_path / "s"), token_budget=token_budget, packed=packed)
    check = check_split(training, Control(tmp_path / "commands.jsonl", 0, lambda: False), print)
    assert check is not None
    assert check.agreed
    assert check.micro_batches[0] != check.micro_batches[1]


def test_the_check_at_start_agrees_for_an_honest_split_and_sees_a_dishonest_one(tmp_path, monkeypatch):
    training = make_training(make_store(tmp_path / "s"), effective_batch_size=16)
    control = Control(tmp_path / "commands.jsonl", 0, lambda: False)
    honest = check_split(training, control, print)
    assert honest is not None
    assert honest.agreed
    assert honest.relative_error < 1e-5
    assert honest.micro_batches[0] != honest.micro_batches[1]

    import studio.engine.gradients as module

    def per_micro_batch(model, head, micro_batch, **more):
        loss, losses = sum_token_loss(model, head, micro_batch, **more)
        return loss / len(micro_batch.targets), losses

    monkeypatch.setattr(module, "sum_token_loss", per_micro_batch)
    dishonest = check_split(training, control, print)
    assert dishonest is not None
    assert not dishonest.agreed
