"""The window's one timer: looks at the runs, the machine and the answers of the bench, and tells the pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from heapq import nlargest
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from studio import api
from studio.errors import StudioError
from studio.job import TrainJob
from ui.state.known import KnownRun
from ui.state.tongue import tr

TICK_MS = 250
CATCHING_UP_MS = 5
"""Between looks while there is something that was never read; the pages hear of it as often as usual."""
MACHINE_SECONDS = 2.0
FOLDER_SECONDS = 1.0
TROUBLE_SECONDS = 15.0
SETTLED_NS = 2_000_000_000
PIECE_BYTES = 1_000_000
"""Of a journal that are read at once: about ten milliseconds, and it stays in the processor's cache."""
BUDGET_SECONDS = 0.03
"""For what was never read, per tick."""
LOOKS_AT_QUIET = 10
"""Runs at rest that are looked at per tick, in turn."""
LOOKS_TO_KEEP = 50
"""The same while there are some of which nothing is kept on the disk yet."""
LONG = 1000
"""Updates of a run whose story is not held longer than it is needed."""
FLOCK_SECONDS = 1.0
"""Between two tellings while many runs are read for the first time."""
NEWEST = 3
"""Runs whose story is kept although they are at rest: Home tells of them."""


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
    """One run: read whole while something happens in it or somebody looks at it, else by the line about it."""

    def __init__(self, run: api.RunFolder) -> None:
        self.run = run
        self.job = run.job()
        self.notes = api.read_notes(run)
        self.brief: api.RunBrief | None = None
        self._watch: api.RunWatch | None = None
        self._news = False

    @property
    def behind(self) -> bool:
        """Whether a part of its journal is still to be read."""
        return self._watch is not None and self._watch.behind

    @property
    def watch(self) -> api.RunWatch:
        """What follows it whole."""
        if self._watch is None:
            self._watch = api.RunWatch(self.run)
            self._poll(self._watch)
        return self._watch

    @property
    def story(self) -> api.RunStory | None:
        """What its events add up to, where it is followed whole."""
        return self._watch.story if self._watch else None

    @property
    def unkept(self) -> bool:
        """Whether it is at rest and could be kept on the disk."""
        return self._watch is not None and self.brief is not None and self.brief.state in api.AT_REST

    def look(self, *, whole: bool, deadline: float = 0.0, keep: bool = True) -> bool:
        """Read what is new, a piece at least and no further one after `deadline`; True where something changed.

        What is kept of a run at rest is written now, or with `keep` False by a later look, unless it is long.
        """
        before = self.brief
        if whole:
            return self._poll(self._watch, deadline) if self._watch else bool(self.watch)
        if self._watch is None and (kept := api.kept_brief(self.run)) is not None:
            self.brief = kept
        else:
            known = self._watch is not None
            watch = self.watch  # read as it is made
            if known or watch.behind:
                self._poll(watch, deadline)
            if self.behind:
                return False
            if (keep or len(watch.story.curves.at) > LONG) and api.keep_brief(watch):
                self._watch = None  # what was written since then is seen by its length
        return self.brief != before

    def _poll(self, watch: api.RunWatch, deadline: float = 0.0) -> bool:
        state = watch.state
        self._news = bool(watch.poll(PIECE_BYTES)) or self._news
        while watch.behind and time.monotonic() < deadline:
            watch.poll(PIECE_BYTES)
        if watch.behind:
            return False
        news, self._news = self._news, False
        if not news and watch.state == state and self.brief is not None:
            return False
        self.brief = api.brief_of(watch.story, watch.state)
        return True


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
        self._new: dict[str, api.RunFolder] = {}
        """Not read yet, newest last."""
        self._names: list[str] = []
        """Of all runs, oldest first."""
        self._order: list[str] = []
        self._unreadable: set[str] = set()
        self._turn = 0
        self._shown: str | None = None
        self._at_work: set[str] = set()
        """Now, or the last that were: what follows a run is told in its journal too."""
        self._held: frozenset[str] = frozenset()
        self._asked: list[tuple[Question, Callable[[], None]]] = []
        self._next_machine = self._next_folder = self._blind_until = 0.0
        self._folder_seen = 0
        self._known: list[KnownRun] | None = None
        """All runs as of the last look."""
        self._untold = False
        """Whether something changed that the pages were not told of yet."""
        self._next_telling = 0.0
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
        """All runs that were read at least once, oldest first; those in line in the order that was chosen."""
        if self._known is None:
            self._known = [
                KnownRun(name, followed.job, followed.brief, followed.story, followed.notes)
                for name in self._names
                if (followed := self._runs.get(name)) is not None and followed.brief is not None
            ]
        return self._known

    @property
    def complete(self) -> bool:
        """Whether every run was read."""
        return not self._new

    def run(self, name: str) -> api.RunFolder | None:
        """The folder of a run."""
        return self._runs[name].run if name in self._runs else None

    def watch(self, name: str) -> api.RunWatch | None:
        """The watch of a run."""
        if name not in self._runs:
            return None
        if self._runs[name].story is None:
            self._known = None  # from now on its story is known
        return self._runs[name].watch

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
        if name in self._new:
            self._meet(name)

    def hold(self, names: frozenset[str]) -> None:
        """Follow these runs whole, as long as nothing else is asked for."""
        self._held = names

    def look_again(self, name: str) -> None:
        """Somebody just changed something about this run, or about which there are."""
        self._folder_seen = 0
        self._look_for_runs()
        if name in self._new:
            self._meet(name)
        elif name in self._runs:
            self._runs[name].notes = api.read_notes(self._runs[name].run)
            self._look(name, whole=True)
        self._known = None
        self.runs_changed.emit()

    def read_anew(self, name: str) -> None:
        """Another folder stands in place of this run's: nothing that was read of it holds."""
        self._runs.pop(name, None)
        self.look_again(name)

    def expect(self, question: Question, then: Callable[[], None]) -> None:
        """Call `then` once the question has an answer."""
        self._asked.append((question, then))

    def tick(self) -> None:
        """One look at everything that is due."""
        now = time.monotonic()
        self._hear_answers()
        changed = self._untold
        try:
            if now >= self._next_folder:
                self._next_folder = now + FOLDER_SECONDS
                changed = self._look_for_runs() or changed
            if now >= self._blind_until:
                changed = self._read_runs(now + BUDGET_SECONDS) or changed
        except OSError as problem:
            self._next_folder = self._blind_until = now + TROUBLE_SECONDS
            self.failed.emit(
                StudioError(
                    tr("The runs cannot be read: {strerror}.", strerror=problem.strerror),
                    tr("Look at {runs}.", runs=self._home.runs),
                )
            )
        if now >= self._next_machine and not self._new:
            self._next_machine = now + MACHINE_SECONDS
            self._look_at_machine()
        behind = bool(self._new) or any(followed.behind for followed in self._runs.values())
        self._timer.setInterval(CATCHING_UP_MS if behind else TICK_MS)
        self._tell(changed, now, at_once=not behind)
        self.ticked.emit()

    def _tell(self, changed: bool, now: float, *, at_once: bool) -> None:
        """Runs that are read for the first time are told of in flocks: a page with all of them is drawn each time."""
        self._untold = changed and not at_once and now < self._next_telling
        if changed and not self._untold:
            self._next_telling = now + (TICK_MS / 1000 if at_once else FLOCK_SECONDS)
            self.runs_changed.emit()

    def _hear_answers(self) -> None:
        for entry in list(self._asked):
            question, then = entry
            if question.done or question.poll():
                self._asked.remove(entry)
                then()

    def _look_for_runs(self) -> bool:
        order = api.read_order(self._home)
        stamp = self._home.runs.stat().st_mtime_ns
        if stamp == self._folder_seen and order == self._order:
            return False
        settled = time.time_ns() - stamp > SETTLED_NS  # two changes within one tick of the disk's clock look like one
        self._folder_seen, self._order = stamp if settled else 0, order
        runs = api.in_order(api.list_runs(self._home), order)
        names = [run.name for run in runs]
        changed = names != self._names
        self._names, self._known = names, None
        for name in self._runs.keys() - set(names):
            del self._runs[name]
        new = {run.name: run for run in runs if run.name not in self._runs and run.name not in self._unreadable}
        self._new = {name: new[name] for name in sorted(new)}
        return changed

    def _read_runs(self, deadline: float) -> bool:
        """The runs that something happens in, some of the others, and as many of the new ones as there is time for."""
        whole = self._followed_whole()
        changed = False
        while self._new and time.monotonic() < deadline:
            changed = self._meet(next(reversed(self._new))) or changed
        for name in whole & self._runs.keys():
            changed = self._look(name, whole=True, deadline=deadline) or changed
        if self._new:
            return changed
        quiet = [name for name in self._runs if name not in whole]
        unkept = any(self._runs[name].unkept for name in quiet)
        for _ in range(min(len(quiet), LOOKS_TO_KEEP if unkept else LOOKS_AT_QUIET)):
            self._turn = (self._turn + 1) % len(quiet)
            changed = self._look(quiet[self._turn], whole=False, deadline=deadline) or changed
        return changed

    def _followed_whole(self) -> set[str]:
        wanted = {*self._held, *nlargest(NEWEST, self._names)} | ({self._shown} if self._shown else set[str]())
        at_work = {name for name, run in self._runs.items() if run.brief and run.brief.state not in api.AT_REST}
        self._at_work = at_work or self._at_work
        return wanted | self._at_work

    def _meet(self, name: str) -> bool:
        run = self._new.pop(name)
        try:
            self._runs[run.name] = followed = _Followed(run)
        except StudioError as problem:
            self._unreadable.add(run.name)
            self.failed.emit(problem)
            return False
        self._known = None
        return followed.look(whole=run.name in (self._shown, *self._held), keep=not self._new)

    def _look(self, name: str, *, whole: bool, deadline: float = 0.0) -> bool:
        followed = self._runs[name]
        story = followed.story
        changed = followed.look(whole=whole, deadline=deadline)
        if changed or followed.story is not story:
            self._known = None
        if changed and name == self._shown:
            self.shown_changed.emit()
        return changed

    def _look_at_machine(self) -> None:
        own = frozenset(
            followed.story.spawned.pid
            for followed in self._runs.values()
            if followed.story and followed.brief and followed.brief.state in api.ACTIVE and followed.story.spawned
        )
        self.machine = api.detect(own, self._home.folder if isinstance(self._home.folder, Path) else None)
        self.machine_changed.emit()
