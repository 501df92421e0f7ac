"""Any partition of an effective batch gives the loss and the gradient of the whole, as closely as numbers allow."""

import numpy as np
import pytest
import torch
from torch import nn

import studio.engine.train as train_module
from studio.data.store import Example, ExampleStore
from studio.engine.batches import collate
from studio.engine.checkpoint import Checkpoints
from studio.engine.control import Control, ForemanGone
from studio.engine.gradients import GradientSum, add_gradient
from studio.engine.head import find_head
from studio.engine.load import make_trainable, set_checkpointing
from studio.errors import ModelProblem
from studio.events import UpdateFinished, UpdateSkipped
from studio.job import Full, Learning, Lora
from studio.planning import head_pieces
from tests.engine.fixtures import KINDS, ORIGIN, VOCABULARY, cuts, go, gradient_of, make_net, make_store, make_training
from tests.engine.plain import one_big_batch, plain_gradient, plain_loss, relative, summed_loss, take_gradient

METHODS = pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
PARTITIONS = {
    "halves": [8, 8],
    "quarters": [4, 4, 4, 4],
    "eighths": [2] * 8,
    "one by one": [1] * 16,
    "uneven": [1, 7, 2, 6],
}


def in_parts(training, sizes, update=1):
    """The gradient of an update by micro-batches of exactly these sizes, whatever is in them, and its loss."""
    batch = training.batches[update]
    total = GradientSum(training.learns, isolated=training.isolates)
    loss = 0.0
    for rows in np.split(np.arange(len(batch.examples)), np.cumsum(sizes)[:-1]):
        lengths = training.store.lengths[batch.examples[rows]]
        num_padded_tokens = lengths.sum() if training.packed else len(rows) * lengths.max()
        micro_batch = collate(
            training.store, batch.examples[rows], rows, 0, int(num_padded_tokens), packed=training.packed
        )
        losses = add_gradient(training, micro_batch, batch.num_target_tokens)
        loss += float(losses.double().sum())
        total.add()
    total.install()
    return take_gradient(training), loss / batch.num_target_tokens


def whole_gradient(training, update=1, **more):
    """By torch's own cross-entropy on one padded batch, in the model's precision; and its loss."""
    loss, count = summed_loss(training.model, training.store, training.batches[update].examples, **more)
    (loss / count).backward()
    return take_gradient(training), float(loss.detach()) / count


class Float64Norm(nn.Module):
    """What the norm of a Llama is before it is rounded to float32 inside."""

    def __init__(self, norm):
        super().__init__()
        self.weight, self.epsilon = norm.weight, norm.variance_epsilon

    def forward(self, hidden):
        return self.weight * hidden * torch.rsqrt(hidden.square().mean(-1, keepdim=True) + self.epsilon)


def in_float64(training):
    """The same training, every number in float64."""
    model = training.model.double().eval()
    for module in list(model.modules()):
        for name, child in module.named_children():
            if hasattr(child, "variance_epsilon"):
                setattr(module, name, Float64Norm(child))
    training.head = find_head(model)
    assert training.head is not None
    return training


@METHODS
@pytest.mark.parametrize("kind", ["llama", "gpt2"])
def test_in_float64_every_partition_is_the_whole_to_twelve_digits(tmp_path, kind, method):
    training = in_float64(make_training(make_store(tmp_path / "s"), kind=kind, method=method, effective_batch_size=16))
    whole, loss = whole_gradient(training)
    assert whole.dtype == torch.float64
    for sizes in ([16], *PARTITIONS.values()):
        gradient, in_pieces = in_parts(training, sizes)
        assert relative(gradient, whole) <= 1e-12, sizes
        assert in_pieces == pytest.approx(loss, rel=1e-12)


@METHODS
def test_in_float32_every_partition_is_the_whole_to_six_digits(tmp_path, method):
    training = make_training(make_store(tmp_path / "s"), method=method, effective_batch_size=16)
    training.model.eval()
    whole, loss = whole_gradient(training)
    for sizes in ([16], *PARTITIONS.values()):
        gradient, in_pieces = in_parts(training, sizes)
        assert relative(gradient, whole) <= 2e-6, sizes
        assert in_pieces == pytest.approx(loss, rel=1e-6)


@METHODS
@pytest.mark.parametrize("rows", [16, 64, pytest.param(256, marks=pytest.mark.storm)])
def test_in_bfloat16_a_partition_is_as_close_to_the_truth_as_the_whole(tmp_path, method, rows):
    store = make_store(tmp_path / "s", rows=rows)
    truth, _ = whole_gradient(in_float64(make_training(store, method=method, effective_batch_size=rows)))
    training = make_training(store, method=method, effective_batch_size=rows)
    training.precision = "bfloat16"
    training.model.eval()
    whole, _ = in_parts(training, [rows])
    rounding = relative(whole.double(), truth)
    assert 1e-3 < rounding < 0.2
    for sizes in ([1] * rows, [4] * (rows // 4), [rows - 3, 3]):
        gradient, _ = in_parts(training, sizes)
        assert relative(gradient.double(), truth) <= 1.15 * rounding, sizes


@METHODS
def test_the_smaller_last_batch_of_an_epoch_is_divided_by_its_own_targets(tmp_path, method):
    training = make_training(make_store(tmp_path / "s", rows=23), method=method, effective_batch_size=16)
    training.model.eval()
    assert len(training.batches[2].examples) == 7
    whole, _ = whole_gradient(training, update=2)
    gradient, _ = in_parts(training, [2, 5], update=2)
    assert relative(gradient, whole) <= 2e-6
    nominal = int(training.store.num_targets.sum() / 23 * 16)  # the mistake of several trainers
    wrong = gradient * training.batches[2].num_target_tokens / nominal
    assert relative(wrong, whole) > 0.1


def test_targets_counted_before_the_shift_would_be_seen(tmp_path):
    """Where every token is a target, the first of each row is never predicted."""
    store = ExampleStore.write(tmp_path / "s", [all_learnt(length, row) for row, length in enumerate(range(2, 10), 1)])
    training = make_training(store, effective_batch_size=8)
    whole = plain_gradient(training)
    batch = training.batches[1]
    assert relative(gradient_of(training, 20), whole) <= 2e-6
    before_the_shift = sum(int(store.targets(int(example)).sum()) for example in batch.examples)
    wrong = whole * batch.num_target_tokens / before_the_shift
    assert relative(wrong, whole) > 0.1


def all_learnt(length, row):
    tokens = np.random.default_rng(row).integers(1, VOCABULARY, length).astype(np.uint32)
    return Example(tokens, np.ones(length, np.bool_), row)


def nothing_learnt(length, row):
    return Example(all_learnt(length, row).tokens, np.zeros(length, np.bool_), row)


@METHODS
def test_rows_of_one_token_and_micro_batches_with_nothing_to_learn_add_nothing(tmp_path, method):
    examples = [all_learnt(9, 1), nothing_learnt(9, 2), all_learnt(1, 3), nothing_learnt(1, 4), all_learnt(5, 5)]
    store = ExampleStore.write(tmp_path / "s", examples)
    training = make_training(store, method=method, effective_batch_size=5)
    training.model.eval()
    whole, loss = whole_gradient(training)
    for sizes in ([5], [1] * 5, [2, 3]):
        gradient, in_pieces = in_parts(training, sizes)
        assert torch.isfinite(gradient).all()
        assert relative(gradient, whole) <= 2e-6
        assert in_pieces == pytest.approx(loss, rel=1e-6)
    assert relative(gradient_of(training, 3), whole) <= 2e-6


def test_an_update_with_nothing_to_learn_is_passed_over_and_said_so(tmp_path):
    examples = [nothing_learnt(length, length) for length in range(1, 9)]
    training = make_training(ExampleStore.write(tmp_path / "s", examples), updates=2, effective_batch_size=4)
    before = [parameter.detach().clone() for parameter in training.learns]
    finished, events = go(training, tmp_path / "c")
    assert finished
    assert [(event.update, event.reason) for event in events if isinstance(event, UpdateSkipped)] == [
        (1, "nothing to learn"),
        (2, "nothing to learn"),
    ]
    assert all(torch.equal(a, b) for a, b in zip(before, training.learns, strict=True))


def gradient_with_dropout(training, *, checkpointing, preserve=True):
    set_checkpointing(training.model, "on" if checkpointing else "off")
    if not preserve:  # as a trainer that forgets the random numbers of the first pass
        training.model.get_base_model().activation_checkpointing_enable(
            activation_checkpointing_kwargs={"use_reentrant": False, "preserve_rng_state": False}
        )
    training.model.train()
    batch = training.batches[1]
    for micro_batch in cuts(training.store, batch.examples, 100):
        torch.manual_seed(int(micro_batch.examples[0]))
        add_gradient(training, micro_batch, batch.num_target_tokens)
    return take_gradient(training)


@pytest.mark.parametrize("method", [Lora(rank=4, dropout=0.1), Full()], ids=["lora", "full"])
@pytest.mark.parametrize("kind", ["llama", "gpt2"])
def test_recomputing_activations_draws_the_same_dropout(tmp_path, kind, method):
    dropout = {"attention_dropout": 0.1} if kind == "llama" else {"resid_pdrop": 0.1, "attn_pdrop": 0.1}
    model = make_net(kind, **dropout)
    training = make_training(make_store(tmp_path / "s"), model=model, method=method, effective_batch_size=16)
    kept = gradient_with_dropout(training, checkpointing=False)
    recomputed = gradient_with_dropout(training, checkpointing=True)
    assert relative(recomputed, kept) <= 1e-6
    training.model.eval()
    without, _ = in_parts(training, [16])
    assert relative(without, kept) > 0.01  # there is dropout


def test_other_dropout_when_recomputing_would_be_seen(tmp_path):
    training = make_training(make_store(tmp_path / "s"), method=Lora(rank=4, dropout=0.1), effective_batch_size=16)
    kept = gradient_with_dropout(training, checkpointing=False)
    assert relative(gradient_with_dropout(training, checkpointing=True, preserve=False), kept) > 0.01


def test_a_run_resumed_with_another_token_budget_meets_the_same_rows_at_the_same_learning_rate(tmp_path, monkeypatch):
    store = make_store(tmp_path / "s")
    met: list[set[int]] = []
    real = train_module.add_gradient

    def noting(training, micro_batch, *others):
        while len(met) < training.update + 1:
            met.append(set())
        met[training.update] |= set(micro_batch.examples.tolist())
        return real(training, micro_batch, *others)

    monkeypatch.setattr(train_module, "add_gradient", noting)

    def learn(training, folder, **more):
        _, events = go(training, folder, **more)
        return [event for event in events if isinstance(event, UpdateFinished)]

    whole = learn(make_training(store, updates=9), tmp_path / "whole")
    met_by_whole, met = met, []
    first = make_training(store, updates=9)
    leaves = Control(tmp_path / "parts" / "commands.jsonl", 0, lambda: first.update >= 4)
    with pytest.raises(ForemanGone):
        learn(first, tmp_path / "parts", control=leaves)
    second = make_training(store, updates=9, token_budget=37)
    Checkpoints(tmp_path / "parts", ORIGIN, 2).load(second)
    rest = learn(second, tmp_path / "parts")
    assert met == met_by_whole
    assert len(met) == 9
    assert [event.learning_rate for event in rest] == [event.learning_rate for event in whole[4:]]
    assert [event.micro_batches for event in rest] != [event.micro_batches for event in whole[4:]]
    assert [event.train_loss for event in rest] == pytest.approx([event.train_loss for event in whole[4:]], rel=1e-4)


@METHODS
@pytest.mark.parametrize("token_budget", [1, 90, 10**6])
def test_the_reported_loss_is_the_sum_over_all_targets_divided_by_their_number(tmp_path, method, token_budget):
    store = make_store(tmp_path / "s")
    training = make_training(store, method=method, effective_batch_size=16, updates=1, token_budget=token_budget)
    total, count = 0.0, 0
    with torch.no_grad():
        for example in training.batches[1].examples:  # row by row, from scratch
            loss, targets = summed_loss(training.model.eval(), store, [example])
            total, count = total + float(loss), count + targets
    _, events = go(training, tmp_path / "c")
    told = next(event for event in events if isinstance(event, UpdateFinished))
    assert told.train_loss == pytest.approx(total / count, rel=1e-6)
    assert told.num_target_tokens == count


def test_a_model_whose_batches_share_statistics_is_refused():
    """With batch norm the loss of a row depends on the rows beside it, so no two splits agree."""
    for norm in (nn.BatchNorm1d(32), nn.SyncBatchNorm(32)):
        for method in (Lora(rank=4), Full()):
            model = make_net()
            model.model.layers[1].mlp.norm = norm
            with pytest.raises(ModelProblem, match="batch norm") as problem:
                make_trainable(model, method, 0)
            assert "model.layers.1.mlp.norm" in problem.value.title
            assert problem.value.hint


STILL = {"attn_pdrop": 0.0, "resid_pdrop": 0.0, "embd_pdrop": 0.0}  # GPT-2 drops out unless told otherwise
HEADS = {kind: (kind, STILL if kind == "gpt2" else {}) for kind in KINDS} | {
    "llama, tied": ("llama", {"tie_word_embeddings": True}),
    "gemma3, not tied": ("gemma3", {"tie_word_embeddings": False}),
    "granite, tied": ("granite", {"tie_word_embeddings": True}),
    "gpt2, not tied": ("gpt2", {"tie_word_embeddings": False, **STILL}),
    "cohere": ("cohere", {}),
}


@METHODS
@pytest.mark.parametrize("name", HEADS)
def test_every_family_learns_as_with_transformers_own_loss(tmp_path, monkeypatch, name, method):
    """Update by update, with the head in pieces of seven positions and the batch in micro-batches."""
    monkeypatch.setattr(head_pieces, "FEWEST_POSITIONS", 7)
    kind, options = HEADS[name]
    store = make_store(tmp_path / "s")

    def start():
        learning = Learning(effective_batch_size=16, updates=6, warmup_fraction=0.2)
        training = make_training(
            store, model=make_net(kind, **options), method=method, effective_batch_size=16, updates=6, learning=learning
        )
        training.peak_learning_rate, training.scores_bytes = 2e-3, 1
        return training

    ours = start()
    assert ours.head is not None
    assert ours.head.in_pieces
    _, events = go(ours, tmp_path / "c")
    told = [event for event in events if isinstance(event, UpdateFinished)]

    theirs, losses, norms = start(), [], []
    theirs.model.train()
    for event in told:
        loss = plain_loss(theirs, event.update)
        loss.backward()
        norms.append(float(nn.utils.clip_grad_norm_(theirs.learns, 1.0)))
        for group in theirs.optimizer.param_groups:
            group["lr"] = event.learning_rate
        theirs.optimizer.step()
        theirs.optimizer.zero_grad()
        losses.append(float(loss.detach()))
    assert len(told) == 6
    assert losses[-1] < losses[0]
    assert [event.train_loss for event in told] == pytest.approx(losses, rel=2e-5)
    assert [event.grad_norm for event in told] == pytest.approx(norms, rel=2e-4)


@METHODS
@pytest.mark.parametrize("kind", ["llama", "gemma3", "granite", "cohere", "gpt2"])
@pytest.mark.parametrize("whole_head", [False, True], ids=["in pieces", "whole"])
def test_label_smoothing_is_that_of_torch(tmp_path, monkeypatch, kind, method, whole_head):
    monkeypatch.setattr(head_pieces, "FEWEST_POSITIONS", 7)
    learning = Learning(effective_batch_size=16, label_smoothing=0.1)
    training = make_training(
        make_store(tmp_path / "s"), kind=kind, method=method, effective_batch_size=16, learning=learning
    )
    training.scores_bytes = 1
    if whole_head:
        training.head, training.packed = None, False
    training.model.eval()
    plain, _ = whole_gradient(training)
    whole, loss = whole_gradient(training, label_smoothing=0.1)
    assert relative(whole, plain) > 0.02
    for sizes in ([16], [1] * 16, [3, 13]):
        gradient, in_pieces = in_parts(training, sizes)
        assert relative(gradient, whole) <= 3e-6
        assert in_pieces == pytest.approx(loss, rel=1e-6)


def test_the_one_big_batch_of_these_tests_holds_every_row(tmp_path):
    store = make_store(tmp_path / "s")
    ids, mask, labels = one_big_batch(store, range(len(store)))
    assert mask.sum() == store.lengths.sum()
    assert (labels[:, 1:] != -100).sum() == store.num_targets.sum()
    assert ids.shape == labels.shape
