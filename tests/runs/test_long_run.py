"""A long run read in pieces and in bulk is the run read whole and event by event."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studio.runs.story import RunStory
from studio.runs.watch import RunWatch
from tests.ui.run_stories import losses, saved, training, update, written


def curves(story: RunStory) -> np.ndarray:
    return np.array(story.curves._all())


@pytest.mark.parametrize("kind", ["running", "finished", "failed"])
def test_pieces_add_up_to_the_whole(tmp_path: Path, kind: str) -> None:
    run = written(tmp_path, kind, 1e9)
    whole, pieces, one_by_one = run.watch(), RunWatch(run.run), RunStory()
    pieces.poll(700)
    assert pieces.behind
    while pieces.behind:
        assert len(pieces.poll(700)) <= 20
    for event in RunWatch(run.run).poll():
        one_by_one.apply(event)
    run.dead()
    for story in (pieces.story, one_by_one):
        assert np.array_equal(curves(story), curves(whole.story), equal_nan=True)
        assert (story.update, story.evaluations) == (whole.story.update, whole.story.evaluations)
    assert (one_by_one.first_at, one_by_one.last_at) == (whole.story.first_at, whole.story.last_at)


def test_a_line_longer_than_a_piece_is_read_whole(tmp_path: Path) -> None:
    run = written(tmp_path, "failed", 1e9)
    watch = RunWatch(run.run)
    watch.poll(20)
    first_line = run.run.events.read_bytes().index(b"\n") + 1
    assert watch.offsets[0] == first_line > 20
    run.dead()


def test_updates_that_do_not_follow_each_other_keep_their_places() -> None:
    story = RunStory()
    story.apply_all([update(1, 2.0, 1.0), update(2, 1.9, 2.0), update(5, 1.5, 3.0), update(2, 1.8, 4.0)])
    assert story.curves.train_loss.tolist() == [2.0, 1.8]
    story.apply_all([update(5, 1.5, 5.0)])
    assert np.isnan(story.curves.train_loss[2:4]).all()
    assert len(story.curves.train_loss) == 5


def test_going_back_forgets_what_will_be_made_again() -> None:
    story = RunStory()
    story.apply_all(training(0.0, 1, 200, losses(200)))
    story.apply_all(training(5000.0, 131, 150, losses(200), attempt=2))
    assert story.saves == [60, 120]
    story.apply_all([saved(150, 6000.0)])
    assert story.saves == [60, 120, 150]
