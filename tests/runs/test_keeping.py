"""What is kept beside a run: notes, the order in line, the trash, and the line that lists show."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from studio.durable import draft_beside
from studio.errors import RunProblem
from studio.foreman.queue import Queue
from studio.job import Data, TrainJob
from studio.paths import Home, open_home
from studio.runs.brief import brief_of, keep_brief, kept_brief
from studio.runs.folder import RunFolder, create_run, list_runs
from studio.runs.lease import take_lease
from studio.runs.notes import RunNotes, read_notes, write_notes
from studio.runs.order import in_order, read_order, write_order
from studio.runs.trash import restore_run, trash_run
from tests.ui.run_stories import evaluated, written


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(tmp_path / "home")


def _queued(home: Home, *names: str) -> list[RunFolder]:
    for name in names:
        create_run(home, TrainJob(name=name, model="m", data=Data(train="rows.csv")))
    return list_runs(home)


def test_tags_and_a_note_are_kept_and_a_torn_file_is_an_empty_one(home: Home) -> None:
    (run,) = _queued(home, "one")
    write_notes(run, RunNotes(tags=(" #good", "good", "", "night"), note=" best so far\n"))
    assert read_notes(run) == RunNotes(tags=("good", "night"), note="best so far")
    run.notes.write_bytes(b'{"tags": ["go')
    assert read_notes(run) == RunNotes()


def test_a_run_that_is_still_being_made_is_nobodys_yet(home: Home) -> None:
    run = create_run(home, TrainJob(name="dates", model="m", data=Data(train="d")))
    draft = draft_beside(run.path)
    run.path.rename(draft)  # as it is an instant before it appears, or was left by a process that was killed then
    assert (list_runs(home), Queue(home).next()) == ([], None)
    draft.rename(run.path)
    assert (list_runs(home), Queue(home).next().run) == ([run], run)


def test_the_foreman_works_in_the_order_that_was_chosen(home: Home) -> None:
    one, two, three = _queued(home, "a", "b", "c")
    write_order(home, [three.name, one.name, "2026-01-01-0000-gone"])
    next_one = Queue(home).next()
    assert next_one is not None
    assert next_one.run == three
    assert in_order([one, two, three], read_order(home)) == [three, two, one]


def test_a_run_younger_than_the_order_comes_last_and_an_older_one_first(home: Home) -> None:
    old, one, two, new = _queued(home, "a", "b", "c", "d")
    assert in_order([old, one, two, new], [two.name, one.name]) == [old, two, one, new]
    assert in_order([old, one], []) == [old, one]


def test_a_deleted_run_is_whole_in_the_trash_and_comes_back(home: Home) -> None:
    run, other = _queued(home, "a", "b")
    before = run.job_file.read_bytes()
    trash_run(home, run)
    assert list_runs(home) == [other]
    assert (home.trash / run.name / "job.json").read_bytes() == before
    assert restore_run(home, run.name) == run
    assert run.job_file.read_bytes() == before
    with pytest.raises(RunProblem, match="not in the trash"):
        restore_run(home, run.name)


def test_a_run_that_is_worked_on_is_not_deleted(home: Home) -> None:
    (run,) = _queued(home, "a")
    lease = take_lease(run.lease)
    assert lease is not None
    with pytest.raises(RunProblem, match="being worked on"):
        trash_run(home, run)
    assert list_runs(home) == [run]
    lease.release()
    trash_run(home, run)


def test_a_line_about_a_run_is_kept_until_something_is_written(tmp_path: Path) -> None:
    made = written(tmp_path, "finished", time.time())
    watch = made.watch()
    assert kept_brief(made.run) is None
    keep_brief(watch)
    kept = kept_brief(made.run)
    assert kept == brief_of(watch.story, "finished")
    assert kept.best_eval_loss == pytest.approx(1.16, abs=1e-3)
    assert len(kept.curve) == 60
    made.alive()
    assert kept_brief(made.run) is None, "somebody works on it"
    made.dead()
    made.write([evaluated(1125, time.time())])
    assert kept_brief(made.run) is None, "something was written"


def test_nothing_is_kept_about_a_run_that_may_go_on_by_itself(tmp_path: Path) -> None:
    made = written(tmp_path, "interrupted", time.time())
    keep_brief(made.watch())
    assert not made.run.home.briefs.exists()
