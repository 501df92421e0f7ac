"""Checks on held-out rows and numbers that are none: what is kept, when a run ends, and the way back."""

from types import SimpleNamespace

import pytest
import torch

from studio.engine.checkpoint import Checkpoints
from studio.engine.checks import Checks
from studio.engine.control import Control
from studio.engine.evaluate import held_out_loss
from studio.engine.numbers import AfterBadNumbers
from studio.engine.samples import Samples
from studio.engine.train import train
from studio.errors import NumbersProblem
from studio.events import CheckpointSaved, Evaluated, UpdateFinished, UpdateSkipped, Warned, WentBack
from studio.job import CHECKPOINT_EVERY_SECONDS, Full, Learning, Lora
from tests.engine.fixtures import ORIGIN, make_store, make_training


def checked(training, folder, *, evaluate_every=1):
    """The real loop with the real checks. (finished, events, checkpoints)"""
    events = []
    held_out = make_store(folder / "held-out", rows=8, seed=9)
    control = Control(folder / "commands.jsonl", 0, lambda: False)
    checkpoints = Checkpoints(folder / "checkpoints", ORIGIN, 1)
    samples = Samples(training, None, [], list, [], control, events.append)
    checks = Checks(training, held_out, samples, checkpoints, control, events.append)
    if training.learning.after_bad_numbers == "go back":
        checks.save()
    finished = train(
        training,
        emit=events.append,
        control=control,
        evaluate=checks.evaluate,
        evaluate_every=evaluate_every,
        sample=checks.sample,
        save=checks.save,
        save_every_seconds=1e9,
        after_update=lambda _made: None,
        after_bad_numbers=AfterBadNumbers(training, checks.go_back, events.append),
    )
    return finished, events, checkpoints


def weights(training):
    return torch.cat([parameter.detach().flatten().clone() for parameter in training.learns])


def test_a_run_ends_when_the_held_out_loss_no_longer_falls_and_the_best_weights_are_there(tmp_path):
    """Random rows can only be learnt by heart, so held-out rows soon get worse."""
    learning = Learning(effective_batch_size=8, updates=60, stop_after_worse=3, schedule="constant")
    training = make_training(make_store(tmp_path / "s"), learning=learning, updates=60)
    finished, events, checkpoints = checked(training, tmp_path)
    losses = [event.eval_loss for event in events if isinstance(event, Evaluated)]
    best = losses.index(min(losses)) + 1
    assert finished
    assert training.update == len(losses) == best + 3 < 60
    assert [event.best for event in events if isinstance(event, Evaluated)][best - 1 :] == [True, False, False, False]
    checkpoints.save(training)
    assert checkpoints.load_best(training)
    control = Control(tmp_path / "commands.jsonl", 0, lambda: False)
    again = held_out_loss(training, make_store(tmp_path / "again", rows=8, seed=9), control, print)
    assert again.eval_loss == pytest.approx(min(losses), rel=1e-6)


def test_the_checkpoint_of_the_best_is_one_that_the_clock_asked_for(tmp_path):
    training = make_training(make_store(tmp_path / "s"), updates=2)
    training.saved_at = float("-inf")  # one is due
    _, events, _ = checked(training, tmp_path)
    best = [event.update for event in events if isinstance(event, Evaluated) and event.best]
    assert best[0] == 1
    assert [event.update for event in events if isinstance(event, CheckpointSaved)] == best[:1]


def test_how_many_checks_were_worse_survives_a_restart(tmp_path):
    training = make_training(make_store(tmp_path / "s"))
    before = Checkpoints(tmp_path / "c", ORIGIN, 1)
    for update, loss in ((1, 3.0), (2, 3.5), (3, 3.6)):
        before.note_loss(update, loss)
    training.update = 3
    before.save(training)
    after = Checkpoints(tmp_path / "c", ORIGIN, 2)
    after.load(make_training(make_store(tmp_path / "s2")))
    assert (after.best_update, after.best_loss, after.worse_in_a_row) == (1, 3.0, 2)


def break_at(training, updates):
    """The body's hidden states are no numbers in these updates, counted by what was made before."""

    def spoil(_module, _inputs, output):
        if training.update + 1 in updates and training.model.training:
            output.last_hidden_state = output.last_hidden_state * float("nan")
        return output

    training.head.body.register_forward_hook(spoil)


@pytest.mark.parametrize("choice", ["skip", "go back", "stop"])
def test_a_loss_that_is_no_number_never_reaches_the_weights(tmp_path, choice):
    learning = Learning(effective_batch_size=8, updates=6, after_bad_numbers=choice)
    training = make_training(make_store(tmp_path / "s"), learning=learning, updates=6)
    break_at(training, {3})
    if choice == "stop":
        with pytest.raises(NumbersProblem, match="update 3"):
            checked(training, tmp_path, evaluate_every=100)
        assert training.update == 2
        return
    finished, events, _ = checked(training, tmp_path, evaluate_every=100)
    assert finished
    assert all(torch.isfinite(parameter).all() for parameter in training.learns)
    skipped = [(event.update, event.reason) for event in events if isinstance(event, UpdateSkipped)]
    made = [event.update for event in events if isinstance(event, UpdateFinished)]
    if choice == "skip":
        assert skipped == [(3, "not a number")]
        assert made == [1, 2, 4, 5, 6]
        assert len(next(event for event in events if isinstance(event, UpdateSkipped)).rows) == 8
    else:
        assert skipped == [(3, "not a number"), (3, "left out")]
        assert made == [1, 2, 1, 2, 4, 5, 6]
        assert [event.to_update for event in events if isinstance(event, WentBack)] == [0]


def test_skipping_and_going_back_end_with_the_same_weights(tmp_path):
    """Going back repeats the updates before, which are the same again; both leave update 3 out."""
    ends = []
    for choice in ("skip", "go back"):
        learning = Learning(effective_batch_size=8, updates=6, after_bad_numbers=choice)
        training = make_training(make_store(tmp_path / f"s {choice}"), learning=learning, updates=6)
        break_at(training, {3})
        (tmp_path / choice).mkdir()
        checked(training, tmp_path / choice, evaluate_every=100)
        ends.append(weights(training))
    assert torch.equal(*ends)


@pytest.mark.parametrize("choice", ["skip", "go back"])
def test_three_in_a_row_end_the_run_in_words_with_the_weights_before_them(tmp_path, choice):
    learning = Learning(effective_batch_size=8, updates=9, after_bad_numbers=choice)
    training = make_training(make_store(tmp_path / "s"), learning=learning, updates=9)
    break_at(training, {3, 4, 5, 6})
    with pytest.raises(NumbersProblem, match="updates 3, 4, 5") as caught:
        checked(training, tmp_path, evaluate_every=100)
    assert "smaller learning rate" in caught.value.hint
    assert training.update == 2
    assert all(torch.isfinite(parameter).all() for parameter in training.learns)


def checks_of(training, folder):
    control = Control(folder / "commands.jsonl", 0, lambda: False)
    checkpoints = Checkpoints(folder / "c", ORIGIN, 1)
    held_out = make_store(folder / "held-out", rows=8, seed=9)
    samples = Samples(training, None, [], list, [], control, print)
    return Checks(training, held_out, samples, checkpoints, control, lambda _: None), checkpoints


def names(folder):
    return sorted(path.name for path in (folder / "c").iterdir())


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_many_best_checks_cost_no_more_than_their_share_and_the_best_weights_are_there_at_the_end(tmp_path, method):
    """Every check but the last two finds the lowest loss so far."""
    training = make_training(make_store(tmp_path / "s"), method=method, updates=14)
    checks, checkpoints = checks_of(training, tmp_path)
    losses = iter([*range(20, 9, -1), 30, 31])
    best = None
    for update in range(1, 14):
        training.update = update
        with torch.no_grad():
            training.learns[0].add_(0.01)
        new_best = checkpoints.note_loss(update, float(next(losses)))
        if new_best and checkpoints.keep_best(training):
            checks.save()
        best = weights(training) if new_best else best
    assert names(tmp_path) == ["update-000001"], "the first was saved, which told what one costs"
    checks.save()
    assert names(tmp_path) == ["best-000011", "update-000001", "update-000013"]
    assert checkpoints.load_best(training)
    assert training.update == 11
    assert torch.equal(weights(training), best)


def test_best_weights_are_saved_at_once_where_that_is_cheap(tmp_path):
    training = make_training(make_store(tmp_path / "s"), updates=4)
    _, checkpoints = checks_of(training, tmp_path)
    training.update = 1
    checkpoints.save(training)
    training.saved_at -= 1000 * 3600
    assert checkpoints.keep_best(training)


def test_a_worker_that_dies_before_held_weights_are_written_finds_them_again(tmp_path):
    """It goes on from a checkpoint before them, and what an earlier one left is replaced."""
    training = make_training(make_store(tmp_path / "s"), updates=9)
    _, first = checks_of(training, tmp_path)
    first.save(training)
    for worker in range(2):
        training.update = 5
        checkpoints = Checkpoints(tmp_path / "c", ORIGIN, worker)
        checkpoints.load(training)
        assert training.update == 0
        training.update = 5
        training.save_seconds = 100.0
        checkpoints.note_loss(5, 1.0)
        assert not checkpoints.keep_best(training)
        training.update = 7
        if worker == 0:  # it dies when the best is written and the checkpoint is not
            checkpoints._write_held(training)
    checkpoints.save(training)
    assert names(tmp_path) == ["best-000005", "update-000000", "update-000007"]
    after = Checkpoints(tmp_path / "c", ORIGIN, 3)
    after.load(training)
    assert after.load_best(training)
    assert training.update == 5


def test_held_weights_that_a_later_check_surpasses_are_never_written(tmp_path):
    training = make_training(make_store(tmp_path / "s"), updates=9)
    _, checkpoints = checks_of(training, tmp_path)
    checkpoints.save(training)
    for update, loss in ((3, 2.0), (6, 1.0)):
        training.update = update
        checkpoints.note_loss(update, loss)
        training.save_seconds = 100.0
        assert not checkpoints.keep_best(training)
    checkpoints.save(training)
    assert names(tmp_path) == ["update-000000", "update-000006"]


def test_where_a_checkpoint_is_dear_fewer_are_written_and_that_is_said_once(tmp_path):
    """Unless so many were asked for."""
    training = make_training(make_store(tmp_path / "s"))
    checks, checkpoints = checks_of(training, tmp_path)
    told = []
    checks._emit, checks._save_every_seconds = told.append, CHECKPOINT_EVERY_SECONDS

    def save(seconds):
        training.update += 1
        saved = checkpoints.save(training)
        training.save_seconds = seconds
        return saved

    checks._checkpoints = SimpleNamespace(save=lambda _: save(2.0))
    checks.save()
    assert training.seconds_between_saves(CHECKPOINT_EVERY_SECONDS) == CHECKPOINT_EVERY_SECONDS
    assert not [each for each in told if isinstance(each, Warned)]
    checks._checkpoints = SimpleNamespace(save=lambda _: save(84.0))
    checks.save()
    checks.save()
    assert training.seconds_between_saves(CHECKPOINT_EVERY_SECONDS) == pytest.approx(8400)
    assert training.seconds_between_saves(60.0) == 60.0
    (warned,) = [each for each in told if isinstance(each, Warned)]
    assert warned.title == "A checkpoint takes 84 s, so one is written every 2 h 20 min"
