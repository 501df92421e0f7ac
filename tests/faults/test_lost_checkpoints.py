"""No checkpoint of a run can be read: it is refused in words, and only a person lets it begin again."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from studio.commands import Resume
from studio.engine.checkpoint import Checkpoints
from studio.engine.checks import load_or_refuse
from studio.errors import CheckpointProblem
from studio.events import CheckpointSetAside, RestartPlanned, TrainingStarted, WorkerSpawned
from studio.foreman import guard
from studio.foreman.requests import send
from tests.engine.fixtures import ORIGIN, go, make_store, make_training
from tests.support.night import Night


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return make_store(tmp_path_factory.mktemp("rows"))


@pytest.fixture
def learnt(tmp_path, store):
    """The folder of three checkpoints."""
    go(make_training(store, updates=3), tmp_path / "c", save_every=0.0)
    return tmp_path / "c"


def resumed(folder, store, *, had_one=True):
    """What a worker that goes on finds, and what it tells."""
    training, told = make_training(store), []
    state = load_or_refuse(Checkpoints(folder, ORIGIN, 2), training, told.append, had_one=had_one)
    return state, training, told


def cut(folder):
    for state in folder.glob("update-*/state.safetensors"):
        os.truncate(state, 100)


@pytest.mark.parametrize("had_one", [True, False], ids=["known from the events", "events lost too"])
def test_where_no_checkpoint_can_be_read_the_run_is_refused_and_what_is_left_is_kept(learnt, store, had_one):
    cut(learnt)
    told = []
    with pytest.raises(CheckpointProblem) as refused:
        load_or_refuse(Checkpoints(learnt, ORIGIN, 2), make_training(store), told.append, had_one=had_one)
    assert refused.value.title == "No checkpoint of this run can be read."
    assert f"What is left of 3 is kept in {learnt}." in refused.value.hint
    assert "start it again from the beginning" in refused.value.hint
    assert [type(each) for each in told] == [CheckpointSetAside] * 3
    assert "state.safetensors of update-000003 does not match its fingerprint" in told[0].reason
    assert len(list(learnt.glob("damaged-*"))) == 3
    with pytest.raises(CheckpointProblem):  # a second try begins nothing either
        resumed(learnt, store, had_one=had_one)


def test_a_copy_that_is_put_back_is_gone_on_from(learnt, store, tmp_path):
    shutil.copytree(learnt / "update-000002", tmp_path / "copy")
    cut(learnt)
    with pytest.raises(CheckpointProblem):
        resumed(learnt, store)
    shutil.copytree(tmp_path / "copy", learnt / "update-000002")
    state, training, told = resumed(learnt, store)
    assert (state.update, training.update, told) == (2, 2, [])


@pytest.mark.parametrize("part", ["weight", "exp_avg", "exp_avg_sq", "step"])
def test_one_byte_anywhere_in_a_checkpoint_is_found_and_the_one_before_is_used(learnt, store, part):
    file = learnt / "update-000003" / "state.safetensors"
    content = bytearray(file.read_bytes())
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    begin, end = next(told["data_offsets"] for name, told in header.items() if name.startswith(f"{part}."))
    content[8 + size + (begin + end) // 2] ^= 1
    file.write_bytes(content)
    state, training, told = resumed(learnt, store)
    assert state.update == training.update == 2
    assert [each.reason for each in told] == ["state.safetensors of update-000003 does not match its fingerprint."]


def test_checkpoints_that_are_gone_altogether_are_missed(learnt, store):
    shutil.rmtree(learnt)
    with pytest.raises(CheckpointProblem, match="are gone") as refused:
        resumed(learnt, store)
    assert f"Put a whole copy of one into {learnt}" in refused.value.hint


def test_a_run_that_never_learnt_anything_begins(tmp_path, store):
    assert resumed(tmp_path / "c", store, had_one=False)[0] is None
    Checkpoints(tmp_path / "c", ORIGIN, 1).save(make_training(store))  # of the weights before the first update
    cut(tmp_path / "c")
    state, training, told = resumed(tmp_path / "c", store, had_one=False)
    assert (state, training.update, len(told)) == (None, 0, 1)


@pytest.fixture
def night(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "_BACKOFF_SECONDS", (0.0, 0.0, 0.0))
    monkeypatch.setattr("studio.foreman.requests.ensure_foreman", lambda _: None)
    return Night(tmp_path, monkeypatch)


def begun(night):
    return [(each.attempt, each.from_update) for each in night.told(TrainingStarted)]


def worker(at, code):
    """One that ends with `code` before update `at` + 1."""
    return lambda update: code if update == at else None


REFUSED = CheckpointProblem.exit_code


def test_after_a_restart_too_it_ends_in_words_at_once(night):
    """The worker dies; the next finds its checkpoints damaged. No third is tried."""
    ending = night.spend(None, workers=[worker(25, -9), worker(20, REFUSED)], save_every=10)
    assert (ending.outcome, ending.title) == ("failed", "No checkpoint of this run can be read.")
    assert len(night.told(WorkerSpawned)) == 2
    assert len(night.told(RestartPlanned)) == 1
    assert night.story().has_lost_checkpoints


def test_whoever_asks_for_it_gets_the_first_update_again_and_what_was_there_is_kept(night):
    night.spend(worker(25, REFUSED), save_every=10)
    assert night.story().has_checkpoint
    send(night.home, night.run, Resume(from_start=True))
    ending = night.spend(None, workers=[worker(15, -9), lambda _: None], save_every=10)
    assert ending.outcome == "finished"
    assert begun(night) == [(1, 0), (2, 0), (3, 10)], "it begins again once, not after every restart"
    (kept,) = night.run.path.glob("checkpoints-set-aside-*")
    assert {path.name for path in kept.iterdir()} >= {"update-000010", "update-000020"}
    assert not night.story().has_lost_checkpoints
    send(night.home, night.run, Resume())
    assert night.spend(lambda _: None).outcome == "finished"
    assert begun(night)[-1] == (4, 60), "an old wish is not heard twice"


def test_what_was_set_aside_is_not_missed(night):
    night.spend(worker(25, REFUSED), save_every=10)
    send(night.home, night.run, Resume(from_start=True))
    night.spend(worker(0, 50), updates=9)
    assert not night.story().has_checkpoint, "no worker got as far as a checkpoint"
    send(night.home, night.run, Resume())
    night.spend(worker(7, 50), updates=9, save_every=5)
    assert night.story().has_checkpoint


def test_a_disk_that_refuses_to_set_them_aside_ends_it_in_words(night, monkeypatch):
    night.spend(worker(25, REFUSED), save_every=10)
    send(night.home, night.run, Resume(from_start=True))
    real = Path.rename

    def refusing(path, target):
        if "set-aside" in str(target):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, target)

    monkeypatch.setattr(Path, "rename", refusing)
    ending = night.spend(lambda _: None)
    assert (ending.outcome, ending.title) == (
        "failed",
        "The checkpoints could not be set aside: the disk is read-only.",
    )
    assert (night.run.checkpoints / "update-000020").is_dir()
