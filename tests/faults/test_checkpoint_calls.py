"""A disk that refuses any one call of saving a checkpoint: the one before stays, the next attempt works, in words."""

import errno
import os
import shutil

import pytest

from studio.engine.checkpoint import Checkpoints
from studio.errors import DiskProblem, SpaceProblem
from tests.engine.fixtures import ORIGIN, go, make_store, make_training

REFUSALS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk is read-only",
    errno.EIO: "the disk reported an error",
    errno.EFBIG: "the file would be larger than your account may write",
}
CALLS = ("mkdir", "fsync", "rename")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return make_store(tmp_path_factory.mktemp("rows"))


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_a_checkpoint_that_is_refused_leaves_the_one_before_and_the_next_works(tmp_path, monkeypatch, store, number):
    training = make_training(store, updates=1)
    checkpoints = Checkpoints(tmp_path / "c", ORIGIN, 1)
    checkpoints.save(training)
    go(training, tmp_path / "c")
    fresh = make_training(store)
    refused = 0
    for name in CALLS:
        for call in range(20):
            shutil.rmtree(tmp_path / "c" / "update-000001", ignore_errors=True)
            told, was_refused = save_refused(checkpoints, training, monkeypatch, name, call, number)
            if not was_refused:
                break
            refused += 1
            assert told is not None
            assert told.title == f"The checkpoint could not be saved: {REFUSALS[number]}."
            assert told.hint
            assert isinstance(told, SpaceProblem) == (number in {errno.ENOSPC, errno.EDQUOT})
            assert not list((tmp_path / "c").glob(".draft-*"))
            before, damaged = Checkpoints(tmp_path / "c", ORIGIN, 2).load(fresh)
            assert before is not None
            assert damaged == []
            checkpoints.save(training)
            after, _ = Checkpoints(tmp_path / "c", ORIGIN, 2).load(fresh)
            assert after is not None
            assert after.update == 1
    assert refused >= 7, "a folder, three files, their folder, its name and that of the folder above"


def save_refused(checkpoints, training, monkeypatch, name, call, number):
    """What was told when only this call of it was refused, counted from 0; whether it came to that."""
    real, calls, told = getattr(os, name), [], None

    def refusing(*given, **more):
        calls.append(given)
        if len(calls) == call + 1:
            raise OSError(number, os.strerror(number))
        return real(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, name, refusing)
        try:
            checkpoints.save(training)
        except DiskProblem as problem:
            told = problem
    return told, len(calls) > call
