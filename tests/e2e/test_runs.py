"""Runs from the command line: real processes, real files, whatever happens to them."""

import hashlib
import json
import os
import signal
import subprocess
import sys

import pytest
from safetensors.numpy import load_file

from studio.events import Event, TrainingStopped
from studio.foreman.start import ensure_foreman
from studio.runs.journal import Tail
from studio.runs.lease import is_held
from studio.starter import STARTER_MODEL, starter_files
from tests.support.nightshift import ROOT

TRAIN, HELD_OUT = starter_files("dates")
SHORT = ("train", "--model", str(STARTER_MODEL), "--data", str(TRAIN), "--held-out", str(HELD_OUT))


def start(nightshift, updates=40, *more):
    code, answer, printed = nightshift.call(
        *SHORT, "--effective-batch", "32", "--updates", str(updates), "--checkpoint-every", "0.5", "--queue", *more
    )
    assert code == 0, printed
    return answer["run"]


def weights(run):
    return {name: hashlib.sha256(each.tobytes()).hexdigest() for name, each in
            load_file(run.result / "adapter_model.safetensors").items()}  # fmt: skip


def at_update(number):
    return lambda watch: watch.story.update >= number


def ended(watch):
    return watch.state in ("finished", "stopped", "failed")


def test_a_run_pauses_goes_on_stops_and_is_resumed_to_its_end(nightshift):
    run = start(nightshift, 60)
    nightshift.wait(at_update(3))
    code, answer, _ = nightshift.call("pause", run)
    assert (code, answer["run"]) == (0, run)
    paused = nightshift.wait(lambda watch: watch.state == "paused")
    assert paused.story.checkpoint is not None
    assert paused.story.checkpoint.update == paused.story.update

    code, answer, _ = nightshift.call("show", run)
    assert (code, answer["state"]) == (0, "paused")
    nightshift.call("resume", run)
    nightshift.wait(lambda watch: watch.story.update > paused.story.update)
    nightshift.call("stop", run)
    stopped = nightshift.wait(ended)
    assert stopped.state == "stopped"
    assert 0 < stopped.story.update < 60
    assert stopped.story.result is not None  # what was learnt so far can be used

    code, answer, _ = nightshift.call("resume", run)
    assert code == 0
    finished = nightshift.wait(lambda watch: watch.state == "finished")
    assert finished.story.update == 60
    assert len(finished.story.curves.train_loss) == 60
    code, answer, _ = nightshift.call("pause", run)
    assert code == 1
    assert "finished" in answer["error"]["title"]


def test_cancel_ends_at_once_without_a_result(nightshift):
    run = start(nightshift, 500)
    nightshift.wait(at_update(2))
    nightshift.call("cancel", run)
    watch = nightshift.wait(ended)
    assert watch.state == "stopped"
    assert not watch.run.result.exists()
    told = [event for event in Tail[Event](watch.run.events, Event).read() if isinstance(event, TrainingStopped)]
    assert [(event.by, event.update) for event in told] == [("cancel", watch.story.update)]


def test_a_killed_worker_loses_no_update_and_ends_with_the_same_weights(nightshift):
    undisturbed = start(nightshift, 30)
    reference = nightshift.wait(lambda watch: watch.state == "finished", undisturbed)
    run = start(nightshift, 30)
    for number in (4, 15):
        nightshift.wait(lambda watch, n=number: watch.story.update >= n and watch.state == "running", run)
        nightshift.kill_worker(run)
        nightshift.wait(lambda watch: watch.state in ("recovering", "starting"), run)
    watch = nightshift.wait(ended, run)
    assert watch.state == "finished"
    assert len(watch.story.restarts) + 1 >= 2
    assert list(watch.story.curves.train_loss) == list(reference.story.curves.train_loss)
    assert weights(watch.run) == weights(reference.run)


def test_a_killed_foreman_leaves_no_orphan_and_the_next_goes_on(nightshift):
    run = start(nightshift, 400)
    nightshift.wait(at_update(3))
    os.kill(nightshift.foreman_pid(), signal.SIGKILL)
    folder = nightshift.run(run)
    watch = nightshift.wait(lambda watch: watch.state == "interrupted" and not is_held(folder.worker_lease))
    kept = watch.story.checkpoint
    assert kept is not None
    assert kept.update == watch.story.update  # it saved before it left
    ensure_foreman(nightshift.home)
    nightshift.wait(lambda watch: watch.state == "running" and watch.story.update > kept.update)
    nightshift.call("cancel", run)
    nightshift.wait(ended)


@pytest.mark.storm
def test_a_run_waits_for_the_one_before_and_can_be_given_up_before_it_began(nightshift):
    first = start(nightshift, 60, "--name", "first")
    second = start(nightshift, 3, "--name", "second")
    third = start(nightshift, 3, "--name", "third")
    assert nightshift.watch(second).state == "queued"
    code, _, printed = nightshift.call("stop", third)
    assert code == 0, printed
    assert nightshift.wait(ended, second).state == "finished"
    assert nightshift.wait(ended, third).state == "stopped"
    assert nightshift.watch(third).story.update == 0
    assert nightshift.watch(first).state == "finished"
    code, answer, _ = nightshift.call("runs")
    assert [each["state"] for each in answer["runs"]] == ["finished", "finished", "stopped"]


def test_a_worker_that_cannot_live_is_given_up_after_three_tries_in_words(nightshift):
    run = start(nightshift, 400)
    for attempt in (1, 2, 3):
        nightshift.wait(lambda watch, n=attempt: watch.story.spawned and watch.story.spawned.attempt == n
                        and is_held(watch.run.worker_lease), run)  # fmt: skip
        nightshift.kill_worker(run)
        nightshift.wait(lambda watch: not is_held(watch.run.worker_lease), run)
    watch = nightshift.wait(ended, run)
    assert watch.state == "failed"
    assert watch.story.ended is not None
    assert "3 times" in watch.story.ended.title
    code, answer, _ = nightshift.call("show", run)
    assert (code, answer["state"]) == (0, "failed")
    assert answer["problem"]["title"]


def test_two_foremen_never_work_in_one_home(nightshift):
    for _ in range(5):
        ensure_foreman(nightshift.home)
    run = start(nightshift, 3)
    watch = nightshift.wait(ended, run)
    assert watch.state == "finished"
    assert watch.story.spawned is not None
    assert watch.story.spawned.attempt == 1


@pytest.mark.storm
def test_the_split_changes_nothing_but_the_work(nightshift):
    """Promise 1 through the whole program: the losses of every split are those of any other."""
    splits = [("--micro-batch", "5"), ("--micro-batch", "32", "--gradient-checkpointing", "on")]
    start(nightshift, 4, "--name", "planned")
    for number, split in enumerate(splits):
        start(nightshift, 4, "--name", f"otherwise-{number}", *split)
    planned = nightshift.wait(ended, "planned")
    for number in range(len(splits)):
        otherwise = nightshift.wait(ended, f"otherwise-{number}")
        assert otherwise.state == "finished"
        assert list(otherwise.story.curves.train_loss) == pytest.approx(list(planned.story.curves.train_loss), rel=2e-4)
        plan = otherwise.story.plan
        assert plan is not None
        assert sum(plan.slices) == plan.effective_batch_size == 32


@pytest.mark.storm
def test_a_checkpoint_that_cannot_be_written_ends_the_run_in_words_and_it_can_go_on(nightshift):
    """No file may grow beyond 1.5 MB: the rows fit, a checkpoint does not."""
    limit = f"ulimit -f 1500; exec '{sys.executable}' -m studio "
    call = " ".join(f"'{word}'" for word in (*SHORT, "--effective-batch", "32", "--updates", "6", "--json"))
    done = subprocess.run(
        ["bash", "-c", f"{limit} {call} --home '{nightshift.home.folder}'"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    problem = json.loads(done.stdout.strip().splitlines()[-1])["error"]
    assert problem["title"].startswith("The checkpoint could not be saved")
    assert problem["hint"]
    watch = nightshift.watch()
    assert watch.state == "failed"
    assert not list(watch.run.checkpoints.glob("*")), "nothing half-written stays behind"
    nightshift.end()  # its successor has room
    code, _, printed = nightshift.call("resume", watch.run.name)
    assert code == 0, printed
    assert nightshift.wait(lambda watch: watch.state == "finished").story.update == 6
