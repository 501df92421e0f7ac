"""Between the runs and what is always in sight of them: the Home page, the rail, the title of the window, the tray."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from studio import api
from ui.elsewhere_desk import ElsewhereDesk
from ui.feed import Feed
from ui.pages.home import HomePage
from ui.state.home import HomeState
from ui.state.known import learning
from ui.state.rail import device_card
from ui.tray import Tray
from ui.window import Window

Asked = api.AfterJob | api.PushJob | None
"""What is asked of a run that ended."""


class HomeDesk(QObject):
    """Shows what it is told to show, and only when it is told."""

    def __init__(self, window: Window, feed: Feed, elsewhere: ElsewhereDesk, tray: Tray) -> None:
        super().__init__(window)
        self._window, self._feed, self._elsewhere, self._tray = window, feed, elsewhere, tray
        self._state = HomeState()
        starters = api.starters()
        self.page = HomePage(next(iter(starters.values())).examples if starters else ())

    def render(self) -> None:
        """The page as it is now."""
        nothing_yet = self._feed.running and self._feed.complete and not self._feed.runs
        self._window.offer_tour(fits=self._window.place == "home" and nothing_yet)
        there = self._elsewhere.remote.rows()
        self.page.show_view(self._state.view(self._feed.runs, self._feed.machine, time.time(), there))

    def render_around(self, asked: Asked) -> None:
        """How far the run at work is, wherever one is in the window."""
        active = learning(self._feed.runs)
        self._window.rail.set_beside("run", self._state.beside(active))
        self._window.setWindowTitle(self._state.window_title(active))
        self._tray.show_run(active)
        self.render_device(asked)

    def render_device(self, asked: Asked) -> None:
        """The devices, at the bottom of the rail."""
        if self._feed.machine:
            self._window.rail.render_device(device_card(self._feed.machine, self._feed.runs, asked))
