"""A held lease proves a living holder; its death frees it."""

import os
import signal
import subprocess
import sys
import time

from studio.runs.lease import holder_of, is_held, take_lease

HOLD = """
import sys, time
from pathlib import Path
from studio.runs.lease import take_lease
print("held" if take_lease(Path(sys.argv[1]), patience=0) else "busy", flush=True)
time.sleep(60)
"""


def hold(path):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def end(process):
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_lease_names_its_holder_and_is_free_after_release(tmp_path):
    path = tmp_path / "lease"
    assert not is_held(path)
    lease = take_lease(path)
    assert lease is not None
    assert is_held(path)
    holder = holder_of(path)
    assert holder is not None
    assert holder.pid == os.getpid()
    lease.release()
    assert not is_held(path)


def test_a_killed_holder_holds_nothing(tmp_path):
    path = tmp_path / "lease"
    process, words = hold(path)
    assert words == "held"
    assert is_held(path)
    assert take_lease(path, patience=0.1) is None
    process.send_signal(signal.SIGKILL)
    end(process)
    assert not is_held(path)
    lease = take_lease(path, patience=0.1)
    assert lease is not None
    lease.release()


def test_of_many_that_want_it_exactly_one_gets_it(tmp_path):
    path = tmp_path / "lease"
    started = [hold(path) for _ in range(6)]
    try:
        assert sorted(words for _, words in started) == ["busy"] * 5 + ["held"]
    finally:
        for process, _ in started:
            end(process)


def test_asking_does_not_disturb_taking(tmp_path):
    path = tmp_path / "lease"
    path.touch()
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        is_held(path)
        lease = take_lease(path)
        assert lease is not None
        lease.release()
