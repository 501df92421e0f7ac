"""Real runs of several ranks in trouble, from the command line; storms, since each takes longer than a minute."""

import contextlib
import os
import signal
import time
from functools import partial

import msgspec
import psutil
import pytest

from studio.events import Event, JobFailed, WaitEnded, WaitStarted, WorkerEnded
from studio.foreman.guard import look_after
from studio.foreman.queue import wanted
from studio.foreman.vigil import Vigil
from studio.foreman.worker import Worker
from studio.runs import pulse
from studio.runs.exit_codes import HUNG
from studio.runs.folder import create_run
from studio.runs.journal import Tail
from studio.runs.lease import is_held
from tests.benchmarks.kill_storm import outcome
from tests.benchmarks.rank_storm import Variant, measure_ranks
from tests.e2e.test_runs import start
from tests.e2e.test_several_ranks import TWO, others
from tests.faults.test_storms import run_on_a_small_disk
from tests.support.nightshift import Nightshift

pytestmark = pytest.mark.storm
DIVIDED = ("--method", "full", "--divide")


@pytest.fixture
def nightshift(tmp_path):
    program = Nightshift(tmp_path / "home of Zoë 漢字")
    yield program
    program.end()


@pytest.mark.parametrize("variant", [Variant(2), Variant(2, divided=True)], ids=["whole", "divided"])
def test_blows_to_several_ranks_lose_no_update_no_bit_and_leave_nothing_behind(variant):
    figures = measure_ranks(variant, blows=5, updates=16, seed=5)
    assert figures["blows"] >= 5
    assert figures["bit_identical"]
    assert (figures["committed_updates_lost"], figures["unreadable_files"]) == (0, [])
    assert (figures["left_behind"], figures["orphans"]) == ([], 0)


def test_ranks_that_change_their_number_under_blows_make_the_same_experiment():
    figures = measure_ranks(Variant(2, regroup=True), blows=5, updates=16, seed=6)
    assert figures["same_experiment"], figures["largest_difference"]
    assert (figures["committed_updates_lost"], figures["left_behind"], figures["orphans"]) == (0, [], 0)


def test_a_disk_that_is_really_full_is_waited_for_by_a_divided_run(tmp_path):
    events = run_on_a_small_disk(tmp_path, *TWO, *DIVIDED, size="300m")
    assert {event.reason for event in events if isinstance(event, WaitStarted)} == {"disk"}
    assert any(isinstance(event, WaitEnded) for event in events)


@pytest.mark.parametrize("more", [(), DIVIDED], ids=["whole", "divided"])
def test_another_rank_that_stands_still_is_told_and_the_run_goes_on(nightshift, monkeypatch, more):
    """Stopped for ever in the middle of an update; the foreman in this very process has ten seconds of patience."""
    start(nightshift, 40, "--name", "calm", *TWO, *more)
    calm = nightshift.wait(lambda watch: watch.state == "finished", "calm").run
    while is_held(nightshift.home.foreman_lease):
        time.sleep(0.1)
    monkeypatch.setattr(pulse, "FLOOR_SECONDS", 10.0)
    monkeypatch.setattr(pulse, "FACTOR", 0.0)
    run = create_run(nightshift.home, msgspec.structs.replace(calm.job(), name="still"))
    stopped: list[psutil.Process] = []

    def leaving():
        if not stopped and nightshift.watch(run.name).story.update >= 20:
            stopped.extend(others(nightshift))
            os.kill(stopped[0].pid, signal.SIGSTOP)
        return False

    try:
        ending = look_after(wanted(run), lambda: Worker(nightshift.home), leaving, partial(Vigil, look_every=0.5))
    finally:
        left = [each for each in stopped if each.is_running()]
        for each in left:
            with contextlib.suppress(psutil.Error):
                each.kill()
    assert ending.outcome == "finished"
    assert not left, "it would have kept its device's memory"
    exit_codes = [each.exit_code for each in Tail(run.foreman_events, Event).read() if isinstance(each, WorkerEnded)]
    assert exit_codes == [HUNG, 0]
    assert not [each for each in Tail[Event](run.events, Event).read() if isinstance(each, JobFailed)]
    assert outcome(run, nightshift) == outcome(calm, nightshift)
