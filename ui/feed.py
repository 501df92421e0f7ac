"""The window's one timer: looks at the runs, the machine and the answers of the bench, and tells the pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from studio import api
from studio.errors import StudioError
from studio.job import TrainJob
from ui.state.known import KnownRun

TICK_MS = 250
MACHINE_SECONDS = 2.0
FOLDER_SECONDS = 1.0
TROUBLE_SECONDS = 15.0
BUDGET_SECONDS = 0.03
"""For runs that nothing is happening in, per tick; a few events are read in a millisecond."""


class Question(Protocol):
    """What the bench was asked."""

    @property
    def done(self) -> bool:
        """Whether there is an answer or a problem."""
        ...

    def poll(self) -> bool:
        """Look once."""
        ...


class _Followed:
    def __init__(self, watch: api.RunWatch, job: TrainJob) -> None:
        self.watch, self.job = watch, job
        self.seen = False

    def known(self) -> KnownRun:
        return KnownRun(self.watch.run.name, self.job, self.watch.story, self.watch.state)


class Feed(QObject):
    """Polls files; never waits and starts no thread."""

    runs_changed = Signal()
    """Something happened in a run, or a run appeared."""
    shown_changed = Signal()
    """Something happened in the run that is shown."""
    machine_changed = Signal()
    ticked = Signal()
    """After every look."""
    failed = Signal(object)
    """A StudioError worth telling."""

    def __init__(self, home: api.Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._runs: dict[str, _Followed] = {}
        self._unreadable: set[str] = set()
        self._turn = 0
        self._shown: str | None = None
        self._asked: list[tuple[Question, Callable[[], None]]] = []
        self._next_machine = self._next_folder = self._blind_until = 0.0
        self.machine: api.Machine | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @property
    def running(self) -> bool:
        """Whether the timer ticks."""
        return self._timer.isActive()

    @property
    def runs(self) -> list[KnownRun]:
        """All runs that were read at least once, oldest first."""
        return [self._runs[name].known() for name in sorted(self._runs) if self._runs[name].seen]

    def watch(self, name: str) -> api.RunWatch | None:
        """The watch of a run."""
        return self._runs[name].watch if name in self._runs else None

    def job(self, name: str) -> TrainJob | None:
        """The request of a run."""
        return self._runs[name].job if name in self._runs else None

    @property
    def shown(self) -> api.RunWatch | None:
        """The watch of the run that is shown."""
        return self.watch(self._shown) if self._shown else None

    def show(self, name: str) -> None:
        """Follow this run on every tick."""
        self._shown = name
        self._look_for_runs()

    def expect(self, question: Question, then: Callable[[], None]) -> None:
        """Call `then` once the question has an answer."""
        self._asked.append((question, then))

    def tick(self) -> None:
        """One look at everything that is due."""
        now = time.monotonic()
        self._hear_answers()
        changed = False
        try:
            if now >= self._next_folder:
                self._next_folder = now + FOLDER_SECONDS
                changed = self._look_for_runs()
            if now >= self._blind_until:
                changed = self._read_runs() or changed
        except OSError as problem:
            self._next_folder = self._blind_until = now + TROUBLE_SECONDS
            self.failed.emit(
                StudioError(f"The runs cannot be read: {problem.strerror}.", f"Look at {self._home.runs}.")
            )
        if now >= self._next_machine:
            self._next_machine = now + MACHINE_SECONDS
            self._look_at_machine()
        if changed:
            self.runs_changed.emit()
        self.ticked.emit()

    def _hear_answers(self) -> None:
        for entry in list(self._asked):
            question, then = entry
            if question.done or question.poll():
                self._asked.remove(entry)
                then()

    def _look_for_runs(self) -> bool:
        changed = False
        folders = {run.name: run for run in api.list_runs(self._home)}
        for name in self._runs.keys() - folders.keys():
            del self._runs[name]
            changed = True
        for name, run in folders.items():
            if name in self._runs or name in self._unreadable:
                continue
            try:
                self._runs[name] = _Followed(api.RunWatch(run), run.job())
            except StudioError as problem:
                self._unreadable.add(name)
                self.failed.emit(problem)
        return changed

    def _read_runs(self) -> bool:
        """The runs that something happens in, and as many of the others as there is time for."""
        deadline = time.perf_counter() + BUDGET_SECONDS
        names = sorted(self._runs, reverse=True)
        lively = {name for name in names if self._is_lively(name)}
        changed = sum(self._read(name) for name in names if name in lively) > 0
        quiet = [name for name in names if name not in lively]
        for _ in range(len(quiet)):
            if time.perf_counter() > deadline:
                break
            self._turn = (self._turn + 1) % len(quiet)
            changed = self._read(quiet[self._turn]) or changed
        return changed

    def _is_lively(self, name: str) -> bool:
        followed = self._runs[name]
        return name == self._shown or (followed.seen and followed.watch.state in api.ACTIVE)

    def _read(self, name: str) -> bool:
        followed = self._runs[name]
        before = followed.watch.state if followed.seen else None
        events = followed.watch.poll()
        changed = bool(events) or followed.watch.state != before
        followed.seen = True
        if changed and name == self._shown:
            self.shown_changed.emit()
        return changed

    def _look_at_machine(self) -> None:
        own = frozenset(
            followed.watch.story.spawned.pid
            for followed in self._runs.values()
            if followed.seen and followed.watch.state in api.ACTIVE and followed.watch.story.spawned
        )
        self.machine = api.detect(own, self._home.folder if isinstance(self._home.folder, Path) else None)
        self.machine_changed.emit()
