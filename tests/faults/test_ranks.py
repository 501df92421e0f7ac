"""Several ranks in trouble: what stands still or was cut off leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from studio.durable import draft_beside, sweep_drafts_of
from tests.support.nightshift import PATIENCE_SECONDS, ROOT

PARENT = """
import signal, subprocess, sys, time
other = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
other.stdout.readline()
print(other.pid, flush=True)
time.sleep(600)
"""
RANK = """
import time
from studio.engine.rank import end_with_parent
end_with_parent()
print("ready", flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process can ask to be ended with another")
def test_a_rank_that_stands_still_is_gone_with_the_killed_rank_0():
    """A stopped process does not notice the end of its pipe, and would keep its card's memory for ever."""
    command = [sys.executable, "-c", PARENT, RANK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True) as rank_0:
        assert rank_0.stdout is not None
        other = psutil.Process(int(rank_0.stdout.readline()))
        os.kill(other.pid, signal.SIGSTOP)
        rank_0.kill()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while other.is_running() and other.status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < deadline, "it stands there for ever"
            time.sleep(0.02)


def test_what_a_killed_process_left_of_a_result_is_swept_away_and_nothing_else(tmp_path):
    left = draft_beside(tmp_path / "result")
    left.mkdir()
    (left / "model.safetensors").write_bytes(b"half")
    others = [tmp_path / "result", draft_beside(tmp_path / "report.html"), draft_beside(tmp_path / "results")]
    for each in others:
        each.mkdir()
    sweep_drafts_of(tmp_path / "result")
    assert sorted(tmp_path.iterdir()) == sorted(others)
