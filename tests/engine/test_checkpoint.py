"""Checkpoints: complete or absent, newest that verifies wins, and a resumed run ends with the same bits."""

import hashlib
import shutil

import msgspec
import pytest
import torch

from studio.commands import Pause, Resume, Stop
from studio.engine.checkpoint import Checkpoints
from studio.engine.control import Control, ForemanGone
from studio.errors import NumbersProblem, RunProblem
from studio.events import Paused, UpdateFinished
from studio.job import Full, Learning, Lora
from studio.runs.journal import Journal
from tests.engine.fixtures import ORIGIN, go, make_store, make_training


def fingerprint(training):
    """SHA-256 over weights that learn and the optimizer's state, by name."""
    digest = hashlib.sha256()
    for name, parameter in sorted(training.model.named_parameters()):
        if parameter.requires_grad:
            digest.update(name.encode() + parameter.detach().numpy().tobytes())
            for key, value in sorted(training.optimizer.state[parameter].items()):
                digest.update(key.encode() + value.numpy().tobytes())
    return digest.hexdigest()


@pytest.mark.parametrize("method", [Lora(rank=4, dropout=0.1), Full()], ids=["lora with dropout", "full"])
@pytest.mark.parametrize("cut", [1, 4, 7])
def test_a_resumed_run_ends_with_the_bits_of_one_never_interrupted(tmp_path, method, cut):
    store = make_store(tmp_path / "s")
    whole = make_training(store, method=method, updates=9)
    _, reference = go(whole, tmp_path / "whole")

    first = make_training(store, method=method, updates=9)

    folder = tmp_path / "parts"
    stopper = Control(folder / "commands.jsonl", 0, lambda: first.update >= cut)
    with pytest.raises(ForemanGone):
        go(first, folder, control=stopper)
    second = make_training(store, method=method, updates=9)
    state, damaged = Checkpoints(folder, ORIGIN, 2).load(second)
    assert state is not None
    assert state.update == second.update == cut
    assert damaged == []
    _, rest = go(second, folder)
    assert fingerprint(second) == fingerprint(whole)
    assert [e.train_loss for e in rest] == [e.train_loss for e in reference if e.update > cut]


@pytest.mark.parametrize("harm", ["delete", "empty", "truncate", "flip"])
@pytest.mark.parametrize("file", ["state.safetensors", "state.json", "manifest.json"])
def test_a_damaged_checkpoint_is_set_aside_and_the_one_before_is_used(tmp_path, harm, file):
    store = make_store(tmp_path / "s")
    training = make_training(store, updates=4)
    checkpoints = Checkpoints(tmp_path / "c", ORIGIN, 1)
    go(training, tmp_path / "c", save_every=0.0)
    target = tmp_path / "c" / "update-000004" / file
    content = target.read_bytes()
    match harm:
        case "delete":
            target.unlink()
        case "empty":
            target.write_bytes(b"")
        case "truncate":
            target.write_bytes(content[: len(content) // 2])
        case "flip":
            middle = len(content) // 2
            target.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    fresh = make_training(store, updates=4)
    state, damaged = checkpoints.load(fresh)
    assert state is not None
    assert state.update == 3
    assert len(damaged) == 1
    assert "update-000004" in damaged[0].reason


def test_the_last_three_and_the_best_are_kept(tmp_path):
    store = make_store(tmp_path / "s")
    training = make_training(store, updates=8)
    checkpoints = Checkpoints(tmp_path / "c", ORIGIN, 1)

    def save():
        checkpoints.note_loss(training.update, abs(training.update - 2))
        checkpoints.save(training)

    go(training, tmp_path / "c", save=save, save_every=0.0)
    save()
    kept = sorted(path.name for path in (tmp_path / "c").glob("update-*"))
    assert kept == ["update-000002", "update-000006", "update-000007", "update-000008"]


def test_a_checkpoint_of_another_request_is_refused(tmp_path):
    training = make_training(make_store(tmp_path / "s"), updates=2)
    Checkpoints(tmp_path / "c", ORIGIN, 1).save(training)
    for change, words in [
        ("job_hash", "another request"),
        ("dataset_hash", "other data"),
        ("model_hash", "another model"),
    ]:
        other = msgspec.structs.replace(ORIGIN, **{change: "changed"})
        with pytest.raises(RunProblem, match=words):
            Checkpoints(tmp_path / "c", other, 2).load(training)


def test_a_half_written_checkpoint_is_not_seen(tmp_path):
    training = make_training(make_store(tmp_path / "s"), updates=2)
    checkpoints = Checkpoints(tmp_path / "c", ORIGIN, 1)
    checkpoints.save(training)
    shutil.copytree(tmp_path / "c" / "update-000000", tmp_path / "c" / ".draft-update-000009-ab")
    again = Checkpoints(tmp_path / "c", ORIGIN, 2)
    state, damaged = again.load(training)
    assert state is not None
    assert (state.update, damaged) == (0, [])
    assert not list((tmp_path / "c").glob(".draft-*"))


def test_pause_saves_and_waits_and_stop_ends_after_this_update(tmp_path):
    store = make_store(tmp_path / "s")
    training = make_training(store, updates=50)
    folder = tmp_path / "c"
    folder.mkdir()
    events = []
    with Journal(folder / "commands.jsonl") as commands:

        def emit(event):
            events.append(event)
            match event:
                case UpdateFinished(update=3):
                    commands.append(Pause())
                case Paused():
                    commands.append(Resume())
                case UpdateFinished(update=12):
                    commands.append(Stop())
                case _:
                    pass

        control = Control(folder / "commands.jsonl", 0, lambda: False)
        import studio.engine.control as module

        module.LOOK_EVERY_SECONDS, before = 0.0, module.LOOK_EVERY_SECONDS
        try:
            finished, _ = go(training, folder, control=control, emit=emit)
        finally:
            module.LOOK_EVERY_SECONDS = before
    assert not finished
    assert training.update == 12
    kinds = [type(event).__name__ for event in events]
    assert kinds.index("Paused") == kinds.index("Resumed") - 1 == 3
    assert sorted(path.name for path in folder.glob("update-*")) == ["update-000003", "update-000012"]


def test_a_loss_that_is_no_number_ends_training_with_the_weights_before_it(tmp_path):
    training = make_training(
        make_store(tmp_path / "s"), updates=5, learning=Learning(effective_batch_size=8, after_bad_numbers="stop")
    )
    training.model.get_output_embeddings().register_forward_hook(
        lambda _m, _i, out: out * float("nan") if training.update == 2 else None
    )
    with pytest.raises(NumbersProblem, match="update 3"):
        go(training, tmp_path / "c")
    assert training.update == 2
    assert all(torch.isfinite(parameter).all() for parameter in training.learns)
