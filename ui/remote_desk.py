"""Follows runs on other computers for the window: connects, looks, passes on what is asked; never waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from studio import api
from studio.commands import Command
from studio.errors import StudioError
from studio.job import TrainJob
from ui.state.remote import LinkView, RemoteRow, link_view, remote_row

_PIECE_BYTES = 4_000_000
_SOON_MS = 20
"""Between looks while somebody waits for a run to be shown."""
_AGE_SECONDS = 1.0
"""Between looks at the clock while a connection is cut."""


@dataclass
class _Followed:
    there: api.RemoteRun
    watch: api.RunWatch | None = None
    job: TrainJob | None = None
    brief: api.RunBrief | None = None
    generation: int = 0
    wanted: bool = False
    """Whether somebody waits to see it on its page."""


class RemoteDesk(QObject):
    """One process per run that is followed; `tick` reads what it wrote."""

    changed = Signal()
    """Something is to be told on Home."""
    shown_changed = Signal()
    """Something happened in the run that is shown."""
    ready = Signal(str)
    """A run that was opened can be shown now."""
    failed = Signal(object)
    """A StudioError worth telling."""

    def __init__(self, home: api.Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._runs: dict[str, _Followed] = {}
        self._aged = 0.0
        self.shown = ""
        """The address of the run on the page; empty: none of these."""

    def begin(self) -> None:
        """Those that are remembered; the ones that were at work are followed at once."""
        for there in api.remote_runs(self._home):
            followed = self._runs[there.key] = _Followed(there, generation=there.link.generation)
            self._look(followed)
            if followed.brief is None or followed.brief.state not in api.AT_REST:
                self._try(there.connect)
        if self._runs:
            self.changed.emit()

    def add(self, text: str) -> bool:
        """Follow `user@host:run`, behind which may stand how the studio is started there; it is shown as soon as
        something is known. False where that names no run."""
        try:
            address, command = api.read_followed(text)
            there = api.add_remote(self._home, address, *([command] if command else []))
        except StudioError as problem:
            self.failed.emit(problem)
            return False
        followed = self._runs.setdefault(there.key, _Followed(there, generation=there.link.generation))
        followed.wanted = True
        self._try(followed.there.connect)
        self._look(followed)
        self.changed.emit()
        self._look_soon()
        return True

    def open(self, key: str) -> None:
        """Show it; connect where nothing is."""
        followed = self._runs.get(key)
        if followed is None:
            return
        followed.wanted = True
        if not followed.there.followed or followed.there.link.state in ("cut", "refused"):
            self._try(followed.there.connect)
        self._look(followed)
        self._look_soon()

    def again(self, key: str) -> None:
        """Try to connect now."""
        if key in self._runs:
            self._try(self._runs[key].there.connect)

    def forget(self, key: str) -> None:
        """Follow it no more; what was heard is removed, the run itself is not touched."""
        followed = self._runs.pop(key, None)
        if followed is not None:
            followed.there.forget()
            self.changed.emit()

    def send(self, command: Command) -> bool:
        """Ask something of the run that is shown. False where it would not arrive, which is told."""
        followed = self._runs.get(self.shown)
        return followed is not None and self._try(lambda: followed.there.send(command))

    def ask_rows(self, update: int) -> api.RowsAsked | None:
        """The rows of an update of the run that is shown; None where nobody can be asked."""
        followed = self._runs.get(self.shown)
        try:
            return followed.there.ask_rows(update) if followed is not None else None
        except OSError:
            return None

    def seen(self, key: str) -> tuple[api.RunWatch, TrainJob] | None:
        """What its page shows; None before its first word."""
        followed = self._runs.get(key)
        if followed is None or followed.watch is None or followed.job is None:
            return None
        return followed.watch, followed.job

    def to_bring(self) -> tuple[api.BringWanted, str]:
        """What brings the run that is shown here, and its title."""
        followed = self._runs[self.shown]
        link = followed.there.link
        wanted = api.BringWanted(host=link.host, run=link.run, command=link.command)
        return wanted, followed.job.name if followed.job else link.run

    def link(self, key: str) -> LinkView | None:
        """How the connection is."""
        return link_view(self._runs[key].there.link, time.time()) if key in self._runs else None

    def cards(self, key: str) -> int:
        """How many cards the computer of this run has."""
        return self._runs[key].there.link.cards if key in self._runs else 0

    def rows(self) -> tuple[RemoteRow, ...]:
        """All of them, by address."""
        now = time.time()
        return tuple(remote_row(each.there.link, each.job, each.brief, now) for _, each in sorted(self._runs.items()))

    def tick(self) -> None:
        """One look at everything."""
        news = False
        for key, followed in tuple(self._runs.items()):
            if self._look(followed):
                news = True
                if key == self.shown:
                    self.shown_changed.emit()
        now = time.monotonic()
        aging = any(each.there.link.state != "live" for each in self._runs.values())
        if news or (aging and now - self._aged > _AGE_SECONDS):
            self._aged = now
            self.changed.emit()

    def _look_soon(self) -> None:
        """More often than the window's timer does, as long as somebody waits and there is hope."""
        hopeful = ("connecting", "live")
        waits = [each for each in self._runs.values() if each.wanted and each.there.link.state in hopeful]
        for followed in waits:
            self._look(followed)
        if waits:
            QTimer.singleShot(_SOON_MS, self, self._look_soon)

    def _look(self, followed: _Followed) -> bool:
        changed = followed.there.look()
        if followed.there.link.generation != followed.generation:
            followed.watch, followed.generation = None, followed.there.link.generation
        if followed.watch is None:
            if not followed.there.known:
                return changed
            try:
                followed.job = followed.there.folder.job()
            except StudioError:
                return changed  # the next look may see it whole
            followed.watch = api.RunWatch(followed.there.folder)
        before = followed.watch.state
        if followed.watch.poll(_PIECE_BYTES) or followed.watch.state != before or followed.brief is None:
            followed.brief = api.brief_of(followed.watch.story, followed.watch.state)
            changed = True
        if followed.wanted and not followed.watch.behind:
            followed.wanted = False
            self.ready.emit(followed.there.key)
        return changed

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except StudioError as problem:
            self.failed.emit(problem)
            return False
        return True

    def close(self) -> None:
        """With the window; the runs go on."""
        for followed in self._runs.values():
            followed.there.close()
