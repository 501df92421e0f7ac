"""Between a run that was the last and the strip above every page: the computer is about to go to sleep."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject

from studio import api
from studio.commands import StayOn
from studio.errors import StudioError
from ui.state.countdown import countdown_words
from ui.state.known import KnownRun
from ui.state.tongue import tr
from ui.widgets.notice import Notice


class CountdownDesk(QObject):
    """Says above every page that the computer is about to go to sleep, second by second, with a way to say no."""

    def __init__(self, home: api.Home, feed_run: Callable[[str], api.RunFolder | None], notice: Notice) -> None:
        super().__init__(notice)
        self._home, self._feed_run, self._notice = home, feed_run, notice
        self._said: tuple[str, str] | None = None
        self._shown: object = None
        """The countdown that is or was shown."""

    def look(self, runs: list[KnownRun], now: float) -> None:
        """Show the last seconds, or nothing."""
        counting = next((run for run in reversed(runs) if run.story and run.story.countdown), None)
        said = countdown_words(counting.story.countdown, now) if counting and counting.story else None
        if said == self._said:
            return
        self._said = said
        if said is None or counting is None:
            self._notice.hide()
            return
        name, event = counting.name, counting.story.countdown if counting.story else None
        if self._shown == event and self._notice.isHidden():
            return  # somebody closed it
        self._shown = event
        self._notice.say("warn", *said, (tr("Stay on"), lambda: self._stay_on(name)))

    def _stay_on(self, name: str) -> None:
        run = self._feed_run(name)
        if run is not None:
            with suppress(StudioError, OSError):
                api.send(self._home, run, StayOn())
