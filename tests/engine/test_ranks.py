"""Several ranks: the experiment is that of one, whatever their number and whatever happens to one of them."""

import os
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import psutil
import pytest
import torch
from torch import nn

import studio.engine.ranks as ranks_module
import studio.engine.train as train_module
from studio.data.order import EffectiveBatches
from studio.engine import exchange as exchange_module
from studio.engine.checkpoint import Checkpoints
from studio.engine.checks import load_together
from studio.engine.control import Control
from studio.engine.evaluate import held_out_loss
from studio.engine.exchange import _line, measure_exchange
from studio.engine.gradients import GradientSum, add_gradient
from studio.engine.labels import Labels
from studio.engine.load import load_model
from studio.engine.numbers import AfterBadNumbers
from studio.engine.optim import learning_rate_at
from studio.engine.other_ranks import RankLost
from studio.engine.ranks import Ranks
from studio.engine.score_labels import score_labels
from studio.events import MemoryRecovered, UpdateFinished
from studio.job import Full, Learning, Lora
from tests.engine.fixtures import ORIGIN, MicroBatches, go, make_net, make_store, make_training
from tests.engine.plain import plain_loss, take_gradient
from tests.engine.test_tasks import NAMES, labelled_store
from tests.support.ranks import Crew

METHODS = {"lora": Lora(rank=4), "full": Full()}


@pytest.fixture(scope="module")
def crew():
    processes = Crew(4)
    yield processes
    processes.end()


def relative(a, b):
    return float(np.linalg.norm(a - b) / np.linalg.norm(b))


def flat(tensors):
    return torch.cat([each.detach().flatten() for each in tensors]).double().numpy()


def training_for(folder, ranks, method, rows=23, **more):
    """23 rows in batches of 8: the last of an epoch is smaller, and every seventh row has nothing to learn."""
    store = make_store(Path(folder) / f"store-{os.getpid()}-{time.monotonic_ns()}", rows=rows)
    training = make_training(store, method=METHODS[method], **more)
    training.peak_learning_rate = 1e-3
    training.ranks = ranks
    return training


# One gradient


def gradient(ranks, folder, method, kind, mistake=False):
    training = training_for(folder, ranks, method, kind=kind, effective_batch_size=16)
    batch = training.batches[1]
    training.model.eval()
    waiting = MicroBatches(
        training.store, batch.examples, 0, training.device, rank=ranks.rank, world_size=ranks.world_size
    )
    total = GradientSum(training.learns, isolated=training.isolates)
    targets = batch.num_target_tokens
    if mistake:
        targets = int(training.store.num_targets[waiting._examples].sum()) * ranks.world_size
    while micro_batch := waiting.next(60):
        add_gradient(training, micro_batch, targets)
        total.add()
    total.install()
    ranks.add_up(training.learns, torch.zeros(1))
    return take_gradient(training).double().numpy()


def whole_gradient(folder, method, kind):
    training = training_for(folder, Ranks(), method, kind=kind, effective_batch_size=16)
    training.model.eval()
    plain_loss(training).backward()
    return take_gradient(training).double().numpy()


@pytest.mark.parametrize(
    ("method", "kind"), [("lora", "llama"), ("full", "llama"), ("full", "gpt2"), ("lora", "gemma3")]
)
def test_every_number_of_ranks_gives_the_gradient_of_the_one_big_batch(crew, tmp_path, method, kind):
    whole = whole_gradient(tmp_path, method, kind)
    for world_size in (1, 2, 3, 4):
        for ours in crew.do(gradient, world_size, tmp_path, method, kind):
            assert relative(ours, whole) < 2e-6


def test_a_mean_of_the_ranks_means_would_be_seen(crew, tmp_path):
    """What wrappers that average over ranks make of shares with unequal numbers of targets."""
    whole = whole_gradient(tmp_path, "lora", "llama")
    assert relative(crew.do(gradient, 3, tmp_path, "lora", "llama", True)[0], whole) > 0.03


def patchwork(ranks, bucket):
    was, ranks_module._BUCKET = ranks_module._BUCKET, bucket
    parameters = [nn.Parameter(torch.zeros(size)) for size in ((3,), (2, 4), (5,), (1,))]
    if ranks.rank == 0:
        parameters[0].grad = torch.full((3,), 1.0)
    parameters[1].grad = torch.arange(8.0).view(4, 2).t() * (ranks.rank + 1)  # not in one piece
    if ranks.rank == 2:
        parameters[3].grad = torch.tensor([7.0])
    more = torch.tensor([float(ranks.rank), 1.0])
    ranks.add_up(parameters, more)
    ranks_module._BUCKET = was
    return [None if each.grad is None else each.grad.tolist() for each in parameters], more.tolist()


@pytest.mark.parametrize("bucket", [1, 9, 100])
def test_a_gradient_that_a_rank_has_not_got_counts_as_zero_and_one_that_nobody_has_stays_away(crew, bucket):
    expected = ([[1.0] * 3, (torch.arange(8.0).view(4, 2).t() * 6).tolist(), None, [7.0]], [3.0, 3.0])
    assert crew.do(patchwork, 3, bucket) == [expected] * 3


# One trajectory


def trajectory(ranks, folder, method, batch_size=8, updates=20, run_out=()):
    """Weights after the updates, what was said of each, and the out-of-memory that was got over."""
    training = training_for(folder, ranks, method, effective_batch_size=batch_size, updates=updates, token_budget=80)
    if ranks.rank == 1 and run_out:
        calls = iter(range(10**6))

        def fail_now_and_then(*_):
            if next(calls) in run_out:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

        layer = next(each for name, each in training.model.named_modules() if name.endswith("layers.1.mlp"))
        layer.register_forward_pre_hook(fail_now_and_then)
    finished, events = go(training, Path(folder) / f"c-{ranks.rank}-{time.monotonic_ns()}")
    assert finished
    told = [
        (each.train_loss, each.grad_norm, each.learning_rate, each.num_tokens, each.num_target_tokens)
        for each in events
        if isinstance(each, UpdateFinished)
    ]
    return flat(training.learns), told, sum(isinstance(each, MemoryRecovered) for each in events)


@pytest.mark.parametrize("method", METHODS)
def test_twenty_updates_are_the_same_for_one_to_four_ranks(crew, tmp_path, method):
    ((alone, told_alone, _),) = crew.do(trajectory, 1, tmp_path, method)
    assert len(told_alone) == 20
    for world_size in (2, 3, 4):
        outcomes = crew.do(trajectory, world_size, tmp_path, method)
        for weights, told, _ in outcomes:
            assert np.array_equal(weights, outcomes[0][0]), "every rank ends with the same bits"
            assert told == outcomes[0][1]
        assert relative(outcomes[0][0], alone) < 2e-6
        for ours, theirs in zip(outcomes[0][1], told_alone, strict=True):
            assert ours[0] == pytest.approx(theirs[0], rel=1e-6)
            assert ours[1] == pytest.approx(theirs[1], rel=2e-3)  # as far apart as two splits on one rank
            assert ours[2:] == theirs[2:]


def test_a_batch_smaller_than_the_number_of_ranks_leaves_some_without_a_row(crew, tmp_path):
    """Batches of two for three ranks, some of them with one row to learn from or none."""
    ((alone, told_alone, _),) = crew.do(trajectory, 1, tmp_path, "lora", 2)
    assert len(told_alone) == 20
    for weights, told, _ in crew.do(trajectory, 3, tmp_path, "lora", 2):
        assert relative(weights, alone) < 2e-6
        assert [each[2:] for each in told] == [each[2:] for each in told_alone]


@pytest.mark.parametrize("method", METHODS)
def test_out_of_memory_on_one_rank_is_only_a_delay(crew, tmp_path, method):
    ((alone, _, _),) = crew.do(trajectory, 1, tmp_path, method, 16, 6)
    outcomes = crew.do(trajectory, 2, tmp_path, method, 16, 6, (1, 7))
    assert [recovered for *_, recovered in outcomes] == [0, 2]
    for weights, told, _ in outcomes:
        assert len(told) == 6
        assert relative(weights, alone) < 2e-6


def attempt(ranks, folder, until):
    """From the newest checkpoint to `until`; the rows of each update and its learning rate, as this rank knows them."""
    training = training_for(folder, ranks, "lora", updates=20)
    checkpoints = Checkpoints(Path(folder) / "checkpoints", ORIGIN, 1)
    load_together(checkpoints, training)
    control = Control(Path(folder) / "nothing.jsonl", 0, lambda: False)
    rows, rates = [], []
    real = train_module.add_gradient

    def noting(training, micro_batch, *arguments):
        rows.extend((training.update + 1, int(example)) for example in micro_batch.examples)
        return real(training, micro_batch, *arguments)

    def emit(event):
        if isinstance(event, UpdateFinished):
            rates.append((event.update, event.learning_rate))
            control.stop = event.update == until

    train_module.add_gradient = noting
    try:
        save = (lambda: checkpoints.save(training)) if ranks.rank == 0 else lambda: None
        go(training, Path(folder) / f"own-{ranks.rank}", control=control, emit=emit, save=save)
    finally:
        train_module.add_gradient = real
    ranks.meet()
    return rows, rates, flat(training.learns)


def test_resumed_by_another_number_of_ranks_it_is_the_same_experiment(crew, tmp_path):
    (tmp_path / "alone").mkdir()
    ((rows_alone, rates_alone, weights_alone),) = crew.do(attempt, 1, tmp_path / "alone", 20)
    rows, rates = [], []
    for world_size, until in ((4, 5), (1, 12), (2, 20)):
        outcomes = crew.do(attempt, world_size, tmp_path, until)
        rows += [each for ours, _, _ in outcomes for each in ours]
        rates += outcomes[0][1]
    assert sorted(rows) == sorted(rows_alone)
    assert rates == rates_alone
    assert relative(outcomes[0][2], weights_alone) < 2e-6
    training = training_for(tmp_path, Ranks(), "lora", updates=20)
    expected = EffectiveBatches(training.store, 8, training.learning.seed)
    for update in range(1, 21):
        useful = [int(i) for i in expected[update].examples if training.store.num_targets[i]]
        assert sorted(example for number, example in rows if number == update) == sorted(useful)
    assert rates == [(n, learning_rate_at(n, 20, 1e-3, training.learning)) for n in range(1, 21)]


def spoiled(ranks, folder, choice):
    """One rank's gradient of update 4 is not a number."""
    learning = Learning(effective_batch_size=8, updates=9, after_bad_numbers=choice)
    training = training_for(folder, ranks, "lora", learning=learning, updates=9)
    layer = next(each for name, each in training.model.named_modules() if name.endswith("layers.1.mlp"))
    last = ranks.world_size - 1
    layer.register_forward_hook(
        lambda _layer, _inputs, output: output * float("nan") if training.update == 3 and ranks.rank == last else None
    )
    checkpoints = Checkpoints(Path(folder) / f"checkpoints-{choice}-{ranks.world_size}", ORIGIN, 1)
    told = []
    train_module.train(
        training,
        emit=told.append,
        control=Control(Path(folder) / "nothing.jsonl", 0, lambda: False),
        evaluate=lambda: True,
        evaluate_every=10**9,
        sample=lambda: None,
        save=lambda: checkpoints.save(training) if ranks.rank == 0 and training.update == 2 else None,
        save_every_seconds=0.0,
        after_update=lambda _made: None,
        after_bad_numbers=AfterBadNumbers(training, lambda: load_together(checkpoints, training) and None, told.append),
    )
    ranks.meet()
    return flat(training.learns), [(type(each).__name__, each.update) for each in told]


@pytest.mark.parametrize(("choice", "passes"), [("skip", 9), ("go back", 11)])
def test_a_gradient_that_is_no_number_on_one_rank_is_passed_over_by_all(crew, tmp_path, choice, passes):
    ((alone, told_alone),) = crew.do(spoiled, 1, tmp_path, choice)
    assert ("UpdateSkipped", 4) in told_alone
    outcomes = crew.do(spoiled, 3, tmp_path, choice)
    for weights, told in outcomes:
        assert np.array_equal(weights, outcomes[0][0])
        assert told == told_alone
        assert sum(name.startswith("Update") for name, _ in told) == passes
        assert relative(weights, alone) < 2e-6


def checked(ranks, folder):
    training = training_for(folder, ranks, "lora")
    held_out = make_store(Path(folder) / f"held-out-{os.getpid()}-{time.monotonic_ns()}", rows=17, seed=5)
    control = Control(Path(folder) / "nothing.jsonl", 0, lambda: False)
    return held_out_loss(training, held_out, control, print).eval_loss


def test_ranks_share_a_check_on_held_out_rows(crew, tmp_path):
    (alone,) = crew.do(checked, 1, tmp_path)
    for world_size in (2, 3):
        told = crew.do(checked, world_size, tmp_path)
        assert len(set(told)) == 1
        assert told[0] == pytest.approx(alone, rel=1e-6)


def labelled(ranks, folder):
    model = load_model(Path(folder) / "model", "float32", torch.device("cpu"), labels=Labels("tag", NAMES, 0))
    store = labelled_store(Path(folder) / f"{ranks.world_size}-{ranks.rank}", "tag")
    training = make_training(store, model=model, token_budget=60)
    return score_labels(training, store, (), NAMES, 0, print, ranks)


def test_ranks_share_the_scoring_of_labels(crew, tmp_path):
    make_net("qwen3", pad_token_id=0).save_pretrained(tmp_path / "model")
    (alone,) = crew.do(labelled, 1, tmp_path)
    assert alone.rows > alone.right
    for told in crew.do(labelled, 3, tmp_path):
        assert (told.rows, told.right) == (alone.rows, alone.right)
        assert set(told.mix_ups) == set(alone.mix_ups)


# How fast they are


def exchanged(ranks):
    torch.manual_seed(7)
    state = torch.get_rng_state()
    began = time.process_time()
    found = measure_exchange(ranks, torch.device("cpu"))
    spent = time.process_time() - began
    assert torch.equal(torch.get_rng_state(), state), "learning goes on as if nothing had been measured"
    return found and (found.sums, found.gathering), spent


def test_all_ranks_find_out_alike_how_long_exchanging_takes(crew):
    for world_size in (2, 3):
        found = None
        while found is None:  # a computer may be too busy to tell, which all of them say then
            (found, spent), *others = crew.do(exchanged, world_size)
            assert [each for each, _ in others] == [found] * (world_size - 1)
        assert spent < 1
        for line in found:
            assert 1e6 < 1 / line.slope < 1e12
            assert 0 <= line.fixed < 1


@pytest.fixture
def pass_time(monkeypatch):
    """Lets seconds pass on the clock of the exchanges, which no other program lengthens."""
    passed = [0.0]
    monkeypatch.setattr(exchange_module, "time", SimpleNamespace(perf_counter=lambda: sum(passed), time=time.time))
    return passed.append


def test_a_slow_connection_is_told_by_what_little_can_be_sent_in_time(pass_time):
    tried = []

    def sleeping(numbers):
        tried.append(numbers)
        return lambda: pass_time(0.002 + 4 * numbers / 10e6)

    line = _line(Ranks(), sleeping, 1.0)
    assert tried == [2**10, 2**13, 2**16]
    assert line is not None
    assert 1 / line.slope == pytest.approx(10e6)


def test_a_busy_moment_is_gone_through_with_fewer_tries(pass_time):
    calls = []

    def exchange(numbers):
        return lambda: (calls.append(numbers), pass_time(0.05 + 4 * numbers / 1e9))

    line = _line(Ranks(), exchange, 1.0)
    assert [calls.count(numbers) for numbers in (2**10, 2**13, 2**16, 2**19)] == [6, 6, 2, 0]
    assert line is not None
    assert line.fixed == pytest.approx(0.05)


def test_where_more_takes_no_longer_nothing_is_known(pass_time):
    assert _line(Ranks(), lambda numbers: lambda: pass_time(0.02 - numbers / 2**23), 1.0) is None


def deserted(ranks):
    ranks.meet()
    if ranks.rank == 1:
        exchange_module._sums_of_update(ranks, torch.device("cpu"), 2**10)()  # the first that the other one measures
        torch.distributed.destroy_process_group()
        return None
    ranks._explain = lambda _problem: RankLost("It is gone.", "")
    with pytest.raises(RankLost):
        measure_exchange(ranks, torch.device("cpu"))
    return "told"


def test_a_rank_that_is_gone_while_they_measure_ends_it_as_any_exchange(crew):
    assert crew.do(deserted, 2) == ["told", None]


# What they do not do


def listening(ranks):
    ranks.meet()
    sockets = [each.laddr.ip for each in psutil.Process().net_connections("inet") if each.status == "LISTEN"]
    ranks.meet()
    return sockets


def test_nothing_listens_beyond_this_computer(crew):
    sockets = [address for each in crew.do(listening, 3) for address in each]
    assert sockets, "they do talk"
    assert set(sockets) <= {"127.0.0.1", "::1"}


def test_one_rank_alone_copies_nothing_and_waits_for_nobody():
    parameter = nn.Parameter(torch.zeros(3))
    parameter.grad = gradient = torch.ones(3)
    alone = Ranks()
    alone.add_up([parameter], torch.zeros(1))
    alone.meet()
    assert parameter.grad is gradient
    assert alone.totals(3, 4) == alone.largest(3, 4) == [3, 4]
    assert not torch.distributed.is_initialized()
