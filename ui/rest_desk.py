"""Brings a run at work to rest before it moves: offers the ways, waits, and says when it rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from studio import api
from studio.commands import Command, Pause, Stop
from studio.errors import StudioError
from ui.feed import Feed
from ui.state.tongue import tr
from ui.widgets.notice import Notice

AT_WORK: tuple[api.RunState, ...] = ("starting", "running", "recovering")


@dataclass(frozen=True)
class _Waiting:
    name: str
    title: str
    wanted: api.PackWanted


class RestDesk(QObject):
    """One run at a time."""

    rested = Signal(object, str)
    """The PackWanted that waited for it, and the run's title."""

    def __init__(self, home: api.Home, feed: Feed, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._feed, self._notice = home, feed, notice
        self._waiting: _Waiting | None = None
        feed.ticked.connect(self.tick)

    def offer(self, name: str, title: str, choose: Callable[[], api.PackWanted | None]) -> None:
        """Ask how it shall rest. `choose` asks where it goes to, before anything is done; None: nowhere."""

        def rest(command: Command) -> None:
            wanted = choose()
            if wanted is not None:
                self._rest(_Waiting(name, title, wanted), command)

        self._notice.say(
            "info",
            tr("{name} is at work. It can move once it rests.", name=title),
            tr("Paused, it can go on here or there. Stopped, it also has a result here. Nothing is lost either way."),
            (tr("Pause and move"), lambda: rest(Pause())),
            (tr("Stop, save and move"), lambda: rest(Stop())),
        )

    def _rest(self, waiting: _Waiting, command: Command) -> None:
        run = self._feed.run(waiting.name)
        try:
            if run is not None and self._state(waiting.name) in AT_WORK:
                api.send(self._home, run, command)
                self._feed.look_again(waiting.name)
        except (StudioError, OSError) as problem:
            self._notice.say("bad", tr("The run could not be told."), str(problem))
            return
        self._waiting = waiting
        self._notice.say(
            "info",
            tr("{name} comes to rest", name=waiting.title),
            tr("It ends its update and saves. Then it is packed."),
            (tr("Call it off"), self._call_off),
        )

    def _call_off(self) -> None:
        if self._waiting is not None:
            title, self._waiting = self._waiting.title, None
            self._notice.say("info", tr("{name} is not packed.", name=title), tr("Press Resume to let it go on here."))

    def tick(self) -> None:
        """One look."""
        waiting = self._waiting
        if waiting is not None and (state := self._state(waiting.name)) not in AT_WORK:
            self._waiting = None
            if state is not None:
                self.rested.emit(waiting.wanted, waiting.title)

    def _state(self, name: str) -> api.RunState | None:
        return next((run.state for run in self._feed.runs if run.name == name), None)
