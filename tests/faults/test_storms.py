"""Real runs in trouble, from the command line; storms, since each takes longer than a minute."""

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from functools import partial

import msgspec
import pytest

from studio.events import Event, WaitEnded, WaitStarted, WorkerEnded
from studio.foreman.guard import look_after
from studio.foreman.queue import wanted
from studio.foreman.start import process_environment
from studio.foreman.vigil import Vigil
from studio.foreman.worker import Worker
from studio.runs import pulse
from studio.runs.exit_codes import HUNG
from studio.runs.folder import create_run
from studio.runs.journal import Tail
from studio.runs.lease import holder_of, is_held
from studio.starter import STARTER_MODEL, starter_files
from tests.benchmarks.kill_storm import measure, outcome
from tests.support.nightshift import ROOT, Nightshift

pytestmark = pytest.mark.storm
TRAIN, HELD_OUT = starter_files("dates")


@pytest.fixture
def nightshift(tmp_path):
    program = Nightshift(tmp_path / "home of Zoë 漢字")
    yield program
    program.end()


def queue(nightshift, name, updates, data=TRAIN):
    code, answer, printed = nightshift.call(
        *("train", "--model", str(STARTER_MODEL), "--data", str(data), "--held-out", str(HELD_OUT), "--name", name),
        *("--effective-batch", "32", "--updates", str(updates), "--checkpoint-every", "0.3", "--queue"),
    )
    assert code == 0, printed
    return nightshift.run(answer["run"])


def finish(nightshift, run):
    return nightshift.wait(lambda watch: watch.state == "finished", run.name)


def test_six_kills_lose_no_update_no_bit_and_leave_no_process():
    figures = measure(kills=6, updates=60, seed=3)
    assert figures["kills"] == 6
    assert figures["bit_identical"]
    assert (figures["committed_updates_lost"], figures["unreadable_files"], figures["orphans"]) == (0, [], 0)


def test_a_dataset_that_is_deleted_while_it_is_learnt_from_is_not_missed(nightshift, tmp_path):
    own = tmp_path / "my rows.jsonl"
    shutil.copy(TRAIN, own)
    calm = queue(nightshift, "calm", 30, own)
    reference = outcome(finish(nightshift, calm).run, nightshift)
    run = queue(nightshift, "robbed", 30, own)
    nightshift.wait(lambda watch: watch.story.update >= 5, run.name)
    own.unlink()
    nightshift.kill_worker(run.name)
    assert outcome(finish(nightshift, run).run, nightshift) == reference


def test_a_run_whose_checkpoints_are_all_damaged_is_refused_and_begins_again_when_asked(nightshift):
    """One byte of each, in the weights or the optimizer's state."""
    reference = outcome(finish(nightshift, queue(nightshift, "calm", 30)).run, nightshift)
    run = queue(nightshift, "robbed", 30)
    nightshift.wait(lambda watch: watch.story.update >= 10 and len(watch.story.saves) > 1, run.name)
    nightshift.call("stop", run.name)
    nightshift.wait(lambda watch: watch.state == "stopped", run.name)
    for number, state in enumerate(sorted(run.checkpoints.glob("*/state.safetensors"))):
        content = bytearray(state.read_bytes())
        content[len(content) * (number + 1) // 5] ^= 1
        state.write_bytes(content)
    assert nightshift.call("resume", run.name)[0] == 0
    watch = nightshift.wait(lambda watch: watch.state == "failed", run.name)
    assert watch.story.ended.title == "No checkpoint of this run can be read."
    assert watch.story.spawned.attempt == 2
    assert f"resume {run.name} --from-start" in nightshift.say("show", run.name)
    assert nightshift.call("resume", run.name, "--from-start")[0] == 0
    assert outcome(finish(nightshift, run).run, nightshift) == reference
    assert list(run.path.glob("checkpoints-set-aside-1/damaged-*"))


def test_a_run_makes_do_with_few_open_files(nightshift):
    reference = outcome(finish(nightshift, queue(nightshift, "calm", 10)).run, nightshift)
    run = queue(nightshift, "poor", 10)
    foreman = holder_of(nightshift.home.foreman_lease).pid
    usual = resource.prlimit(foreman, resource.RLIMIT_NOFILE)
    resource.prlimit(foreman, resource.RLIMIT_NOFILE, (24, usual[1]))  # workers have it from the foreman
    assert outcome(finish(nightshift, run).run, nightshift) == reference


def test_a_window_killed_again_and_again_is_nothing_to_a_run(nightshift):
    calm = queue(nightshift, "calm", 40)
    reference = outcome(finish(nightshift, calm).run, nightshift)
    run = queue(nightshift, "watched", 40)
    for _ in range(3):
        window = subprocess.Popen(
            [sys.executable, "-m", "ui", "--home", str(nightshift.home.folder)],
            cwd=ROOT,
            env={**process_environment(), "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(2.0)
        assert window.poll() is None
        os.kill(window.pid, signal.SIGKILL)
        window.wait()
    watch = finish(nightshift, run)
    assert watch.story.spawned.attempt == 1
    assert outcome(run, nightshift) == reference


SMALL_DISK = """
set -e
mount -t tmpfs -o size="$7" tmpfs "$1"
mkdir -p "$1/home"
printf '{"keep_free_gb": 0.0}' > "$1/home/settings.json"
"$2" -m studio train --model "$3" --data "$4" --held-out "$5" --effective-batch 32 --updates 60 \
  --checkpoint-every 0.3 --queue --home "$1/home" --json "${@:8}"
run=$(ls -d "$1"/home/runs/*)
until grep -q checkpoint-saved "$run/events.jsonl" 2>/dev/null; do sleep 0.1; done
dd if=/dev/zero of="$1/ballast" bs=64k 2>/dev/null || true
until grep -q wait-started "$run/foreman.jsonl"; do sleep 0.1; rm -f "$1/.poke"; done
sleep 2
rm "$1/ballast"
until grep -q run-ended "$run/foreman.jsonl"; do sleep 0.2; done
cp "$run/foreman.jsonl" "$run/events.jsonl" "$6"
"""


def test_a_disk_that_is_really_full_is_waited_for(tmp_path):
    events = run_on_a_small_disk(tmp_path)
    (started,) = [event for event in events if isinstance(event, WaitStarted)]
    assert started.reason == "disk"
    assert "full" in started.title
    assert any(isinstance(event, WaitEnded) for event in events)


def run_on_a_small_disk(tmp_path, *more, size="60m"):
    """What the foreman told of a finished run on a disk of its own, filled up in the middle and emptied again."""
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    kept.mkdir()
    script = ["bash", "-c", SMALL_DISK, "bash", str(disk), sys.executable, str(STARTER_MODEL), str(TRAIN)]
    done = subprocess.run(
        ["unshare", "-Urmpf", "--mount-proc", *script, str(HELD_OUT), str(kept), size, *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert b'"outcome":"finished"' in (kept / "foreman.jsonl").read_bytes()
    return Tail(kept / "foreman.jsonl", Event).read()


def test_a_worker_that_stands_still_is_ended_and_nothing_is_lost(nightshift, monkeypatch):
    """Stopped by a signal in the middle of an update; the foreman in this very process has ten seconds of patience."""
    calm = queue(nightshift, "calm", 40)
    reference = outcome(finish(nightshift, calm).run, nightshift)
    while is_held(nightshift.home.foreman_lease):
        time.sleep(0.1)
    monkeypatch.setattr(pulse, "FLOOR_SECONDS", 10.0)
    monkeypatch.setattr(pulse, "FACTOR", 0.0)
    run = create_run(nightshift.home, msgspec.structs.replace(calm.job(), name="still"))
    stopped = []

    def leaving():
        watch = nightshift.watch(run.name)
        if not stopped and watch.story.update >= 20:
            holder = holder_of(run.worker_lease)
            stopped.append(holder.pid)
            os.kill(holder.pid, signal.SIGSTOP)
        return False

    try:
        ending = look_after(wanted(run), lambda: Worker(nightshift.home), leaving, partial(Vigil, look_every=0.5))
    finally:
        for pid in stopped:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    assert ending.outcome == "finished"
    exit_codes = [each.exit_code for each in Tail(run.foreman_events, Event).read() if isinstance(each, WorkerEnded)]
    assert exit_codes == [HUNG, 0]
    assert outcome(run, nightshift) == reference
