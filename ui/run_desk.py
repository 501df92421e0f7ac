"""Between the Run page and the runs: which one is on it, and what is asked of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio import api
from studio.commands import Command
from studio.errors import StudioError
from ui.bench_desk import BenchDesk
from ui.elsewhere_desk import ElsewhereDesk
from ui.feed import Feed
from ui.state.known import learning
from ui.state.tongue import tr
from ui.window import Window

if TYPE_CHECKING:  # made when it is asked for
    from ui.pages.run import RunPage


class RunDesk(QObject):
    """The run at work is on the page, else the newest, unless another one was opened."""

    new_run_asked = Signal()
    next_asked = Signal(str)
    """What to do with the run that ended: try, judge or export it."""

    def __init__(
        self,
        home: api.Home,
        window: Window,
        feed: Feed,
        bench: BenchDesk,
        elsewhere: ElsewhereDesk,
        tell: Callable[[StudioError], None],
    ) -> None:
        """`elsewhere`: whose run may be on the page instead."""
        super().__init__(window)
        self._home, self._window, self._feed, self._tell = home, window, feed, tell
        self._bench, self._elsewhere = bench, elsewhere
        self._opened_by_hand = False
        self.page: RunPage | None = None

    def make(self) -> RunPage:
        """The page, made where it is not there yet."""
        from ui.pages.run import RunPage

        if self.page is not None:
            return self.page
        page = self.page = RunPage()
        page.asked.connect(self._send_to_shown)
        page.rows_asked.connect(lambda wanted: self._bench.ask_rows(wanted, page))
        page.told.connect(lambda title, hint: self._tell(StudioError(title, hint)))
        page.new_run_asked.connect(self.new_run_asked)
        page.finished.next_asked.connect(self.next_asked)
        page.link.again_asked.connect(self._elsewhere.again)
        self._window.add_page("run", page)
        if self._feed.machine:
            page.set_machine(self._feed.machine)
        self.choose()
        return page

    def open(self, name: str) -> None:
        """Put this run on the page."""
        self._opened_by_hand = True
        self._elsewhere.leave()
        self.make()
        self._show(name)

    def open_remote(self) -> None:
        """The run on another computer that was opened comes onto the page."""
        self._opened_by_hand = True
        self.make()

    def choose(self) -> None:
        """The run at work, else the newest, unless another one was opened."""
        if self.page is None or self._elsewhere.shown or (self._opened_by_hand and self._feed.shown is not None):
            return
        runs = self._feed.runs
        wanted = learning(runs) or (runs[-1] if runs else None)
        shown = self._feed.shown
        if wanted is None:
            self.page.show_nothing()
        elif shown is None or shown.run.name != wanted.name:
            self._show(wanted.name)

    def _show(self, name: str) -> None:
        self._feed.show(name)
        job = self._feed.job(name)
        if self._feed.shown is not None and job is not None and self.page is not None:
            self.page.show_run(self._feed.shown, job)

    def render(self) -> None:
        """Show the run as it is now."""
        if self.page is not None and (self._elsewhere.shown or self._feed.shown is not None):
            self._elsewhere.show_on(self.page)
            self.page.render()

    def read_on(self) -> None:
        """After every look: a long run that is being read comes to the page in parts, and what it waits for."""
        if self.page is None or self._feed.shown is None:
            return
        if self._feed.shown.behind:
            self.page.read_on()
        elif (number := self.page.rest_to_tell) is not None and self._feed.machine is not None:
            rest = api.rest_of(self._feed.shown.run, self._feed.shown.story, self._feed.machine, number)
            self.page.hear_rest(number, rest)

    def send(self, name: str, command: Command) -> None:
        """Ask something of a run."""
        run = self._feed.run(name)
        if run is None:
            return
        try:
            api.send(self._home, run, command)
            self._feed.look_again(name)
        except StudioError as problem:
            self._tell(problem)
        except OSError as problem:
            self._tell(StudioError(tr("The run could not be told."), str(problem)))

    def _send_to_shown(self, command: Command) -> None:
        if self._elsewhere.shown:
            self._elsewhere.send(command)
        elif self._feed.shown is not None:
            self.send(self._feed.shown.run.name, command)
