"""The state of a run follows from its files, whoever reads them and whenever."""

import math

import pytest
from msgspec.structs import replace

from studio.commands import Resume
from studio.errors import RunProblem
from studio.events import (
    Evaluated,
    JobFailed,
    Paused,
    RestartPlanned,
    Resumed,
    RunEnded,
    StageStarted,
    TrainingFinished,
    TrainingStarted,
    UpdateFinished,
    WorkerEnded,
    WorkerSpawned,
)
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run, find_run, list_runs
from studio.runs.journal import Journal
from studio.runs.lease import take_lease
from studio.runs.story import RunStory
from studio.runs.watch import RunWatch, read_run

JOB = TrainJob(name="Support replies!", model="m", data=Data(train="d"))


def update(number, loss=1.0, **more):
    given = dict(
        update=number, train_loss=loss, learning_rate=1e-3, grad_norm=0.5, num_tokens=100, num_target_tokens=10,
        num_padded_tokens=110, micro_batches=2, seconds=0.5, peak_bytes=1000,
    )  # fmt: skip
    return UpdateFinished(**{**given, **more})


def ended(outcome):
    return RunEnded(outcome=outcome, commands_to=0)


def checked(number, loss):
    return Evaluated(update=number, eval_loss=loss, num_target_tokens=1, seconds=1.0)


SPAWNED = WorkerSpawned(pid=1, attempt=1, commands_from=0)
DIED = WorkerEnded(exit_code=-9, attempt=1)
STARTED = TrainingStarted(from_update=0, updates=10, updates_per_epoch=5)


@pytest.mark.parametrize(
    ("events", "looked_after", "state"),
    [
        ([], False, "queued"),
        ([], True, "starting"),
        ([SPAWNED], True, "starting"),
        ([SPAWNED, StageStarted(stage="loading model")], True, "starting"),
        ([SPAWNED, STARTED, update(1)], True, "running"),
        ([SPAWNED, STARTED, update(1), Paused(update=1)], True, "paused"),
        ([SPAWNED, STARTED, update(1), Paused(update=1), Resumed(update=1)], True, "running"),
        ([SPAWNED, STARTED, update(1)], False, "interrupted"),
        ([SPAWNED, STARTED, DIED, RestartPlanned(in_seconds=1, attempt=2)], True, "recovering"),
        ([SPAWNED, STARTED, update(10), TrainingFinished(update=10), ended("finished")], False, "finished"),
        ([SPAWNED, STARTED, ended("stopped")], False, "stopped"),
        ([SPAWNED, ended("cancelled")], False, "stopped"),
        ([SPAWNED, JobFailed(title="t", hint="h", kind="k"), ended("failed")], False, "failed"),
    ],
)  # fmt: skip
def test_the_state_follows_from_the_events_and_the_lease(events, looked_after, state):
    story = RunStory()
    for event in events:
        story.apply(event)
    assert story.state(looked_after=looked_after) == state


def test_a_newer_attempt_replaces_the_updates_it_repeats():
    story = RunStory()
    for event in [STARTED, update(1, 3.0), update(2, 2.0), checked(2, 2.0), update(3, 1.5)]:
        story.apply(event)
    story.apply(TrainingStarted(from_update=1, updates=10, updates_per_epoch=5, attempt=2))
    assert story.update == 1
    assert list(story.curves.train_loss) == [3.0]
    assert story.evaluations == []
    story.apply(update(2, 2.5))
    assert list(story.curves.train_loss) == [3.0, 2.5]
    assert len(story.restarts) == 1


def test_a_loss_that_is_no_number_is_a_gap_and_never_zero():
    story = RunStory()
    story.apply(update(1, None))
    story.apply(update(3, 2.0))  # update 2 had nothing to learn
    assert math.isnan(story.curves.train_loss[0])
    assert math.isnan(story.curves.train_loss[1])
    assert story.train_loss == 2.0


def test_a_run_is_found_by_its_name_or_a_part_of_it(tmp_path):
    home = open_home(tmp_path / "home with spaces ü")
    first = create_run(home, JOB)
    second = create_run(home, JOB)
    assert first.name.endswith("support-replies")
    assert second.name.endswith("support-replies-2")
    assert [run.name for run in list_runs(home)] == sorted([first.name, second.name])
    assert find_run(home, "replies-2") == second
    assert find_run(home, "last") in (first, second)
    assert first.job() == JOB
    with pytest.raises(RunProblem, match="2 runs"):
        find_run(home, "support")
    with pytest.raises(RunProblem, match="There is no run"):
        find_run(home, "nothing")


def test_how_long_a_run_took_does_not_depend_on_which_journal_is_read_first():
    worker = [replace(STARTED, at=10.0), replace(update(1), at=30.0)]
    foreman = [replace(SPAWNED, at=9.0), replace(RunEnded(outcome="finished", commands_to=0), at=33.0)]
    orders = ([*foreman, *worker], [foreman[0], *worker, foreman[1]])
    stories = [RunStory() for _ in orders]
    for story, events in zip(stories, orders, strict=True):
        story.apply_all(events)
    assert [story.seconds for story in stories] == [24.0, 24.0]


def test_a_watch_opened_late_sees_what_one_opened_early_saw(tmp_path):
    run = create_run(open_home(tmp_path), JOB)
    early = RunWatch(run)
    lease = take_lease(run.lease)
    assert lease is not None
    with Journal(run.events) as worker, Journal(run.foreman_events) as foreman:
        foreman.append(SPAWNED)
        worker.append(STARTED)
        for number in range(1, 6):
            worker.append(update(number, 1 / number))
            early.poll()
        late = read_run(run)
        assert early.story == late.story
        assert early.state == late.state == "running"
        lease.release()
        late.poll()
        assert late.state == "interrupted"
        foreman.append(RunEnded(outcome="stopped", commands_to=0))
    late.poll()
    assert late.state == "stopped"
    with Journal(run.commands) as commands:
        commands.append(Resume())
    late.poll()
    assert late.state == "queued"
