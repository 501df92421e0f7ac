"""Two hours of a night, by clocks wound by hand, with twelve different faults: it ends finished, the report has all."""

import dataclasses
import sys

import pytest

from studio.events import CheckpointSetAside, MemoryRecovered, UpdateSkipped, WaitStarted
from studio.foreman import guard
from studio.foreman import vigil as vigil_module
from studio.foreman.teller import write_report
from studio.report.facts import gather
from studio.runs.journal import Journal
from tests.support.night import Night

GB = 10**9
FAULTS = {
    "Out of memory at update 40, redone",
    "The loss of update 60 was not a number",
    "The computer slept for 30 min",
    "The computer's clock was put back by 60 min",
    "The NVIDIA GeForce RTX 3090 is 95 °C hot",
    "The disk is nearly full: 0.10 GB free, 1.25 GB needed",
    "The checkpoint could not be saved: the disk is full",
    "The NVIDIA GeForce RTX 3090 does not answer",
    "A checkpoint was damaged and set aside",
    "All checkpoints of this run need 4.00 GB more, and 3.00 GB are free",
}
DEATHS = {"It was ended by the system, most likely because memory ran out, and started again.",
          "It ended with signal 11 and was started again."}  # fmt: skip


@pytest.fixture
def night(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "_BACKOFF_SECONDS", (0.0, 0.0, 0.0))
    yield Night(tmp_path, monkeypatch)
    sys.modules.pop("pynvml", None)


def test_a_night_with_twelve_faults_ends_finished_and_the_report_shows_them(night, monkeypatch):
    free, done = [3 * GB], set()
    monkeypatch.setattr(vigil_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": free[0]}))

    def worker_says(event):
        with Journal(night.run.events) as journal:
            journal.append(event)

    def waits(reason):
        started = night.told(WaitStarted)
        return bool(started) and started[-1].reason == reason

    def put_clock_back():
        night.now = dataclasses.replace(night.now, wall=night.now.wall - 3600)

    recovered = MemoryRecovered(update=40, rows=4, longest=900, token_budget=2048, how="smaller micro-batches")
    at = {
        40: lambda: worker_says(recovered),
        60: lambda: worker_says(UpdateSkipped(update=60, reason="not a number", rows=(7,))),
        80: lambda: night.sleep(1800),
        100: put_clock_back,
        120: lambda: night.card(temperature=95),
        140: lambda: free.__setitem__(0, GB // 10),
        160: lambda: 42,
        180: lambda: -9,
        200: lambda: -11,
        220: lambda: night.card(error="GpuIsLost"),
        240: lambda: worker_says(CheckpointSetAside(folder="damaged-1", reason="state.json is missing.")),
    }

    def scene(update):
        if waits("hot card"):
            night.card(temperature=50)
        if waits("disk"):
            free[0] = 50 * GB
        if update in at and update not in done:
            done.add(update)
            return at[update]()
        return None

    night.nap, night.step = night.card, 20.5
    began = night.now
    ending = night.spend(scene, updates=360, checkpoint=GB, save_every=10)
    assert ending.outcome == "finished"
    assert night.now.passed - began.passed > 7200
    report = gather(night.run)
    assert (report.state, report.update) == ("finished", 360)
    assert {each.title for each in report.incidents} >= FAULTS
    assert {each.detail for each in report.incidents} >= DEATHS
    page = write_report(night.run).read_text()
    assert page.count("<tr>") >= 1 + len(FAULTS) + len(DEATHS)
