"""Hours of a night in some minutes: a real worker, clocks that run sixty times as fast, twelve faults, one report."""

import os
import signal
import time
from functools import partial
from types import SimpleNamespace

import msgspec
import pytest

from studio.events import Event, TrainingStarted, UpdateFinished, WaitEnded, WaitStarted
from studio.foreman import guard
from studio.foreman import vigil as vigil_module
from studio.foreman.clocks import Clocks
from studio.foreman.guard import look_after
from studio.foreman.queue import wanted
from studio.foreman.teller import write_report
from studio.foreman.vigil import Vigil
from studio.foreman.worker import Worker
from studio.job import Data, Learning, Lora, TrainJob
from studio.report.facts import gather
from studio.runs import pulse
from studio.runs.folder import create_run
from studio.runs.journal import Tail
from studio.runs.lease import holder_of
from studio.settings import Settings, write_settings
from studio.starter import STARTER_MODEL, starter_files
from tests.benchmarks.kill_storm import outcome
from tests.support.nightshift import Nightshift

pytestmark = pytest.mark.storm
FASTER = 60.0
UPDATES = 170
FAULTS = {
    "It was ended by the system, most likely because memory ran out, and started again.",
    "It ended with signal 11 and was started again.",
    "It ended with signal 7 and was started again.",
    "It ended with signal 6 and was started again.",
    "The training program stopped answering",
    "The disk is nearly full: 0.00 MB free, ",
    "The computer slept for 30 min",
    "The computer's clock was put back by 60 min",
    "The computer's clock was put forward by 2 h 0 min",
    "A checkpoint was damaged and set aside",
    "Nobody looked after the run for a while",
    "All checkpoints of this run need ",
}


class RealNight:
    """Plays one fault after the other; between two of them the run gets further and saves."""

    def __init__(self, run) -> None:
        self.run, self.free, self.leaves = run, 5_000_000, False
        self._began = time.monotonic()
        self._slept = self._set = 0.0
        self._events, self._foreman = Tail(run.events, Event), Tail(run.foreman_events, Event)
        self._update, self._made, self._waits = 0, 0, False
        self._faults = iter(
            [
                lambda: self._signal(signal.SIGKILL),
                self._sleep,
                lambda: self._signal(signal.SIGSEGV),
                lambda: self._set_clock(-3600),
                lambda: self._signal(signal.SIGSTOP),
                self._fill_disk,
                lambda: self._signal(signal.SIGBUS),
                lambda: self._set_clock(7200),
                self._damage,
                lambda: self._signal(signal.SIGABRT),
                self._leave,
            ]
        )

    def clocks(self) -> Clocks:
        awake = FASTER * (time.monotonic() - self._began)
        return Clocks(1e9 + awake + self._slept + self._set, awake + self._slept, awake)

    def leaving(self) -> bool:
        """Called by the foreman all the time."""
        for event in [*self._events.read(), *self._foreman.read()]:
            match event:
                case TrainingStarted():
                    self._made = 0
                case UpdateFinished():
                    self._made += 1
                case WaitStarted():
                    self._waits, self.free = True, 10**12
                case WaitEnded():
                    self._waits = False
                case _:
                    pass
        if self._made >= 8 and not self._waits and self._saved() > self._update:
            self._update, self._made = self._saved(), 0
            next(self._faults, lambda: None)()
        return self.leaves

    def _saved(self) -> int:
        return max(
            (int(each.name.removeprefix("update-")) for each in self.run.checkpoints.glob("update-*")), default=0
        )

    def _signal(self, number) -> None:
        holder = holder_of(self.run.worker_lease)
        assert holder is not None
        os.kill(holder.pid, number)

    def _sleep(self) -> None:
        self._slept += 1800

    def _set_clock(self, seconds) -> None:
        self._set += seconds

    def _fill_disk(self) -> None:
        self.free = 0

    def _damage(self) -> None:
        self._signal(signal.SIGKILL)
        newest = self.run.checkpoints / f"update-{self._saved():06d}" / "state.safetensors"
        os.truncate(newest, newest.stat().st_size // 2)

    def _leave(self) -> None:
        self.leaves = True


@pytest.fixture
def nightshift(tmp_path):
    program = Nightshift(tmp_path / "home of Zoë 漢字")
    write_settings(program.home, Settings(keep_free_gb=0.0))
    yield program
    program.end()


def test_a_night_with_twelve_faults_ends_with_the_weights_of_a_calm_one_and_the_report_shows_all(
    nightshift, monkeypatch
):
    rows, held_out = starter_files("dates")
    job = TrainJob(
        name="calm",
        model=str(STARTER_MODEL),
        data=Data(train=str(rows), held_out=str(held_out)),
        method=Lora(),
        learning=Learning(effective_batch_size=32, updates=UPDATES),
        checkpoint_every_seconds=0.5,
    )
    calm = create_run(nightshift.home, job)
    assert look_after(wanted(calm), lambda: Worker(nightshift.home), lambda: False).outcome == "finished"

    run = create_run(nightshift.home, msgspec.structs.replace(job, name="night"))
    night = RealNight(run)
    monkeypatch.setattr(guard, "_BACKOFF_SECONDS", (0.1, 0.1, 0.1))
    monkeypatch.setattr(pulse, "FACTOR", 4.0)
    monkeypatch.setattr(vigil_module.shutil, "disk_usage", lambda _: SimpleNamespace(free=night.free))
    vigil = partial(Vigil, clocks=night.clocks, look_every=20.0)
    ending = look_after(wanted(run), lambda: Worker(nightshift.home), night.leaving, vigil)
    assert ending is None, "the foreman left as the last of the faults"
    night.leaves = False
    ending = look_after(wanted(run), lambda: Worker(nightshift.home), night.leaving, vigil)
    assert ending is not None
    assert ending.outcome == "finished"
    assert night.clocks().passed > 7200
    assert outcome(run, nightshift) == outcome(calm, nightshift)
    told = [text for each in gather(run).incidents for text in (each.title, each.detail)]
    missing = {fault for fault in FAULTS if not any(text.startswith(fault) for text in told)}
    assert missing == set()
    assert "finished" in write_report(run).read_text("utf-8")
