"""Several ranks in trouble: what stands still or was cut off leaves nothing behind."""

import errno
import subprocess
import sys
import time

import psutil
import pytest
from torch.distributed import DistStoreError

from studio.durable import draft_beside, sweep_drafts_of
from studio.engine.other_ranks import OtherRanks, journal_of
from studio.engine.worker import in_words
from studio.errors import EngineProblem, SpaceProblem
from studio.events import JobFailed, WorkerEnded
from studio.foreman import guard
from studio.runs.endings import TRIES
from studio.runs.exit_codes import NOT_MINE
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal
from tests.support.night import Night
from tests.support.nightshift import PATIENCE_SECONDS, ROOT

PARENT = """
import subprocess, sys, time
other = subprocess.Popen([sys.executable, "-m", "studio.engine.rank"], stdin=subprocess.PIPE)
print(other.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process can ask to be ended with another")
def test_a_rank_that_stands_still_is_gone_with_the_killed_rank_0():
    """A stopped process does not notice the end of its pipe, and would keep its card's memory for ever."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True) as rank_0:
        assert rank_0.stdout is not None
        other = psutil.Process(int(rank_0.stdout.readline()))
        until(lambda: other.num_threads() > 1)  # one of them hears the pipe
        other.suspend()
        used = other.cpu_times()
        rank_0.kill()
        until(lambda: not other.is_running() or other.status() == psutil.STATUS_ZOMBIE)
    assert used.user + used.system < 1.0, "it loaded its libraries first, and could not have been ended meanwhile"


def until(condition):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_what_a_killed_process_left_of_a_result_is_swept_away_and_nothing_else(tmp_path):
    left = draft_beside(tmp_path / "result")
    left.mkdir()
    (left / "model.safetensors").write_bytes(b"half")
    others = [tmp_path / "result", draft_beside(tmp_path / "report.html"), draft_beside(tmp_path / "results")]
    for each in others:
        each.mkdir()
    sweep_drafts_of(tmp_path / "result")
    assert sorted(tmp_path.iterdir()) == sorted(others)


def test_a_killed_meeting_is_cleared_wherever_the_run_goes_on(tmp_path):
    """A run whose ranks met on one computer may go on on several, and back."""
    (tmp_path / ".ranks-here").mkdir()
    (tmp_path / ".ranks-here" / "store").touch()
    (tmp_path / ".ranks-on-several").touch()
    OtherRanks(RunFolder(tmp_path), 1, lambda _: None)  # by one alone too
    assert list(tmp_path.iterdir()) == []


FULL = SpaceProblem("The run's events could not be written: the disk is full.", "Free some space, then try again.")


@pytest.mark.parametrize("has_words", [True, False])
def test_a_rank_that_finds_the_disk_full_makes_the_run_wait_for_space(tmp_path, monkeypatch, has_words):
    """Not start again and again; its words may have found no room either."""
    code = f"import sys; sys.stdin.read(); sys.exit({SpaceProblem.exit_code})"
    monkeypatch.setattr(
        "studio.engine.other_ranks._start",
        lambda: subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE),
    )
    with OtherRanks(RunFolder(tmp_path), 2, lambda _: None) as others:
        if has_words:
            with Journal(journal_of(others._meeting, 1)) as journal:
                journal.append(JobFailed(title=FULL.title, hint=FULL.hint, kind="SpaceProblem"))
        others._processes[0].stdin.close()
        others._processes[0].wait()
        with pytest.raises(SpaceProblem) as told:
            others.look()
    assert (told.value.title, told.value.hint) == (FULL.title, FULL.hint)


def test_ranks_that_cannot_meet_for_want_of_space_say_so(tmp_path):
    """`DistStoreError` is what torch raises where the file of the meeting cannot grow."""
    full = DistStoreError("No space left on device")
    told = [in_words(full), in_words(OSError(errno.ENOSPC, "No space left on device"))]
    assert [(type(each), each.title) for each in told] == 2 * [(SpaceProblem, FULL.title)]
    with pytest.raises(SpaceProblem), OtherRanks(RunFolder(tmp_path), 1, lambda _: None).ranks.together():
        raise full
    assert type(in_words(RuntimeError("Connection closed by peer"))) is EngineProblem


@pytest.fixture
def night(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "_BACKOFF_SECONDS", (0.0, 0.0, 0.0))
    return Night(tmp_path, monkeypatch)


def test_a_worker_whose_foreman_was_killed_may_finish_a_long_update_before_the_next_begins(night):
    """Each worker of the next foreman waits half a minute for the run; an update may take longer than three of them."""
    taken = [lambda _: NOT_MINE] * (TRIES + 2)
    assert night.spend(None, workers=[*taken, lambda _: None], device="CPU").outcome == "finished"


def test_a_run_that_is_never_let_go_is_given_up(night, monkeypatch):
    monkeypatch.setattr(guard, "_ORPHAN_SECONDS", 0.0)
    assert night.spend(lambda _: NOT_MINE, device="CPU").outcome == "failed"
    assert len(night.told(WorkerEnded)) == TRIES
