"""Runs of several ranks through the whole program: as reliable as those of one, and the same experiment."""

import os
import signal
import time

import numpy as np
import psutil
import pytest
from safetensors.numpy import load_file

from studio.commands import Resume
from studio.events import Event, JobFailed, TrainingStopped, UpdateFinished
from studio.foreman.requests import send
from studio.foreman.start import ensure_foreman
from studio.runs.journal import Tail
from studio.runs.lease import holder_of, is_held
from studio.starter import STARTER_MODEL
from tests.e2e.test_runs import at_update, ended, start
from ui.state.flags import flags

TWO = ("--device", "cpu", "--gpus", "2")


def others(nightshift):
    """The processes of the other ranks in this home."""
    home = str(nightshift.home.folder)
    found = []
    for process in psutil.process_iter(["cmdline"]):
        if "studio.engine.rank" in (process.info["cmdline"] or []):
            try:
                if process.cwd() == home:
                    found.append(process)
            except psutil.Error:
                continue
    return found


def events(watch, kind):
    return [event for event in Tail[Event](watch.run.events, Event).read() if isinstance(event, kind)]


def until(condition, seconds=30.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.02)


def test_two_ranks_learn_the_same_as_one_and_one_goes_on_from_where_they_paused(nightshift):
    start(nightshift, 40, "--name", "alone", "--device", "cpu")
    alone = nightshift.wait(lambda watch: watch.state == "finished", "alone")
    start(nightshift, 40, "--name", "together", *TWO)
    nightshift.wait(at_update(3), "together")
    assert len(others(nightshift)) == 1
    code, answer, _ = nightshift.call("resume", "together", "--gpus", "33")
    assert code == 1
    assert answer["error"]["title"] == "33 GPUs cannot share 32 examples."
    nightshift.call("pause", "together")
    paused = nightshift.wait(lambda watch: watch.state == "paused", "together")
    assert 3 <= paused.story.update < 40
    assert paused.story.plan is not None
    assert (paused.story.plan.world_size, sum(paused.story.plan.slices)) == (2, 32)

    code, _, printed = nightshift.call("resume", "together", "--gpus", "1")
    assert code == 0, printed
    together = nightshift.wait(lambda watch: watch.state == "finished", "together")
    assert [(each.from_update, each.world_size) for each in together.story.resized] == [(paused.story.update, 1)]
    assert [each.update for each in events(together, UpdateFinished)] == list(range(1, 41)), "no update twice"
    assert f"Started again from update {paused.story.update} on 1 process" in [
        flag.detail for flag in flags(together.story, "finished")
    ]
    assert list(together.story.curves.train_loss) == pytest.approx(list(alone.story.curves.train_loss), rel=1e-4)
    assert [each.learning_rate for each in events(together, UpdateFinished)] == [
        each.learning_rate for each in events(alone, UpdateFinished)
    ]
    assert together.story.evaluations[-1].eval_loss == pytest.approx(alone.story.evaluations[-1].eval_loss, rel=1e-4)
    assert together.run.result.exists()
    until(lambda: not others(nightshift))
    assert not list(together.run.path.glob(".ranks-*")), "nothing of the meeting stays behind"

    words = ("--model", str(STARTER_MODEL), "--lengths", "60", "--effective-batch", "32", *TWO)
    code, plan, printed = nightshift.call("plan", *words)
    assert code == 0, printed
    measured = list(nightshift.home.measurements.glob("exchange-*.json"))  # none where it was too busy
    assert ("GB/s, measured here on 20" if measured else "GB/s, assumed until") in plan["reasons"][-1]


@pytest.mark.storm
def test_a_killed_rank_is_told_in_words_and_the_run_goes_on(nightshift):
    run = start(nightshift, 60, *TWO)
    nightshift.wait(at_update(4), run)
    (other,) = others(nightshift)
    other.kill()
    killed = time.monotonic()
    watch = nightshift.wait(lambda watch: bool(events(watch, JobFailed)), run)
    assert time.monotonic() - killed < 30
    (told,) = events(watch, JobFailed)
    assert told.title == "Training process 2 of 2 ended unexpectedly (the signal SIGKILL)."
    assert watch.story.checkpoint is not None
    assert watch.story.checkpoint.update == watch.story.update, "it was saved before the worker left"
    finished = nightshift.wait(lambda watch: watch.state == "finished", run)
    assert len(finished.story.curves.train_loss) == 60
    assert [each.update for each in events(finished, UpdateFinished)] == list(range(1, 61)), "no update twice"


def stop_at(nightshift, run, update):
    nightshift.wait(at_update(update), run)
    nightshift.call("stop", run)
    watch = nightshift.wait(ended, run)
    assert watch.state == "stopped"
    until(lambda: not others(nightshift))


@pytest.mark.storm
@pytest.mark.parametrize("divided", [False, True])
def test_a_run_that_goes_on_with_other_numbers_of_ranks_is_the_same_experiment(nightshift, divided):
    more = ("--method", "full", "--divide") if divided else ()
    start(nightshift, 40, "--name", "alone", "--device", "cpu", *more)
    alone = nightshift.wait(lambda watch: watch.state == "finished", "alone")
    start(nightshift, 40, "--name", "moved", "--device", "cpu", "--gpus", "2" if divided else "4", *more)
    stop_at(nightshift, "moved", 4)
    assert nightshift.call("resume", "moved", "--gpus", "1")[0] == 0
    at_work = nightshift.wait(at_update(12), "moved")
    send(nightshift.home, at_work.run, Resume(gpus=2))  # no command is soon enough where updates are quick
    moved = nightshift.wait(lambda watch: watch.state == "finished", "moved")
    assert [each.world_size for each in moved.story.resized] == [1, 2]
    assert moved.story.plan is not None
    assert moved.story.plan.divided == divided
    assert list(moved.story.curves.train_loss) == pytest.approx(list(alone.story.curves.train_loss), rel=1e-4)
    assert {file.name for file in moved.run.result.iterdir()} == {file.name for file in alone.run.result.iterdir()}
    ours, theirs = (load_file(next(each.run.result.glob("*.safetensors"))) for each in (moved, alone))
    assert ours.keys() == theirs.keys()
    for name, weights in ours.items():
        assert np.allclose(weights, theirs[name], atol=2e-4), name


@pytest.mark.storm
def test_a_killed_rank_of_a_divided_model_costs_what_was_not_saved_and_no_more(nightshift):
    run = start(nightshift, 60, *TWO, "--method", "full", "--divide")
    watch = nightshift.wait(lambda watch: watch.story.checkpoint is not None and watch.story.update > 8, run)
    worker = holder_of(watch.run.worker_lease)
    assert worker is not None
    for process in (psutil.Process(worker.pid), *others(nightshift)):
        sockets = [each for each in process.net_connections("inet") if each.status == "LISTEN"]
        assert {each.laddr.ip for each in sockets} <= {"127.0.0.1"}
    (other,) = others(nightshift)
    other.kill()
    watch = nightshift.wait(lambda watch: bool(events(watch, JobFailed)), run)
    assert events(watch, JobFailed)[0].title == "Training process 2 of 2 ended unexpectedly (the signal SIGKILL)."
    finished = nightshift.wait(lambda watch: watch.state == "finished", run)
    assert len(finished.story.curves.train_loss) == 60
    (again,) = finished.story.restarts
    assert again.from_update >= 4, "from a checkpoint"


@pytest.mark.storm
def test_a_killed_worker_takes_its_ranks_with_it_and_the_run_goes_on(nightshift):
    run = start(nightshift, 60, *TWO)
    nightshift.wait(at_update(4), run)
    (other,) = others(nightshift)
    nightshift.kill_worker(run)
    until(lambda: not other.is_running() or other.status() == psutil.STATUS_ZOMBIE, 10)
    finished = nightshift.wait(lambda watch: watch.state == "finished", run)
    assert len(finished.story.curves.train_loss) == 60


@pytest.mark.storm
def test_cancel_ends_all_ranks_at_once(nightshift):
    run = start(nightshift, 500, *TWO)
    nightshift.wait(at_update(2), run)
    nightshift.call("cancel", run)
    watch = nightshift.wait(ended, run)
    assert [event.by for event in events(watch, TrainingStopped)] == ["cancel"]
    until(lambda: not others(nightshift), 10)


@pytest.mark.storm
def test_a_pause_may_last_and_a_killed_foreman_leaves_no_rank_behind(nightshift):
    run = start(nightshift, 400, *TWO)
    nightshift.wait(at_update(3), run)
    nightshift.call("pause", run)
    paused = nightshift.wait(lambda watch: watch.state == "paused", run)
    time.sleep(3)
    assert len(others(nightshift)) == 1
    nightshift.call("resume", run)
    nightshift.wait(lambda watch: watch.story.update > paused.story.update, run)
    os.kill(nightshift.foreman_pid(), signal.SIGKILL)
    folder = nightshift.run(run)
    watch = nightshift.wait(lambda watch: watch.state == "interrupted" and not is_held(folder.worker_lease), run)
    until(lambda: not others(nightshift), 10)
    kept = watch.story.checkpoint
    assert kept is not None
    assert kept.update == watch.story.update
    ensure_foreman(nightshift.home)
    nightshift.wait(lambda watch: watch.state == "running" and watch.story.update > kept.update, run)
    nightshift.call("cancel", run)
    nightshift.wait(ended, run)


@pytest.mark.storm
def test_nobody_listens_to_the_network_while_ranks_work_together(nightshift):
    run = start(nightshift, 200, *TWO)
    watch = nightshift.wait(at_update(2), run)
    worker = holder_of(watch.run.worker_lease)
    assert worker is not None
    for process in (psutil.Process(worker.pid), *others(nightshift)):
        sockets = [each for each in process.net_connections("inet") if each.status == "LISTEN"]
        assert {each.laddr.ip for each in sockets} <= {"127.0.0.1"}
    nightshift.call("cancel", run)
    nightshift.wait(ended, run)


def test_more_ranks_than_rows_in_an_update_are_refused_in_words(nightshift):
    asked = ("plan", "--model", str(STARTER_MODEL), "--lengths", "20", "--effective-batch", "2", "--gpus", "3",
             "--device", "cpu")  # fmt: skip
    code, answer, _ = nightshift.call(*asked, home=False)
    assert code == 1
    assert answer["error"]["title"] == "3 devices cannot share 2 examples."
