"""A night in the test's own hands: one run, a foreman's look after it, its card and its clocks."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

from studio.events import Event
from studio.foreman.clocks import Clocks
from studio.foreman.guard import look_after
from studio.foreman.queue import wanted
from studio.foreman.vigil import Vigil
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run
from studio.runs.journal import Tail
from studio.runs.watch import read_run
from tests.support.stand_in import StandIn

FAKES = Path(__file__).parents[1] / "fakes" / "nvml"


class Night:
    """One run, its card and its clocks."""

    def __init__(self, tmp_path, monkeypatch):
        self.home = open_home(tmp_path / "home of Zoë")
        self.run = create_run(self.home, TrainJob(name="night", model="m", data=Data(train="d")))
        self.scenario = tmp_path / "card.json"
        self.now, self.step = Clocks(1e9, 0.0, 0.0), 5.1
        self.nap = lambda: None
        self.card()
        monkeypatch.syspath_prepend(str(FAKES))
        monkeypatch.delitem(sys.modules, "pynvml", raising=False)
        monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
        monkeypatch.setenv("FAKE_NVML_SCENARIO", str(self.scenario))
        monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")

    def card(self, **changes):
        told = json.loads((FAKES / "scenarios" / "rtx3090.json").read_text())
        told["gpus"][0].update(changes)
        self.scenario.write_text(json.dumps(told))

    def clocks(self):
        """Some seconds pass between two looks."""
        self.later(self.step)
        return self.now

    def later(self, seconds):
        self.now = dataclasses.replace(
            self.now, wall=self.now.wall + seconds, passed=self.now.passed + seconds, awake=self.now.awake + seconds
        )

    def set_clock(self, seconds):
        self.now = dataclasses.replace(self.now, wall=self.now.wall + seconds)

    def sleep(self, seconds):
        self.now = dataclasses.replace(self.now, wall=self.now.wall + seconds, passed=self.now.passed + seconds)

    def spend(self, scene, updates=60, workers=None, **more):
        """One night, with the same scene for every worker or one for each."""
        scenes = iter(workers or [])

        def keep_vigil(*given):
            self.vigil = Vigil(*given, clocks=self.clocks, sleep=lambda _: self.nap())
            return self.vigil

        return look_after(
            wanted(self.run),
            lambda: StandIn(updates, next(scenes, scene), **more),
            lambda: False,
            keep_vigil,
        )

    def told(self, *kinds):
        events = [*Tail(self.run.foreman_events, Event).read(), *Tail(self.run.events, Event).read()]
        return [event for event in events if isinstance(event, kinds)]

    def story(self):
        return read_run(self.run).story
