"""Between the pages Try and Export and the studio: one errand at a time, about one run at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio import api
from studio.errors import StudioError
from ui.errand import Errand
from ui.export_desk import ExportDesk
from ui.feed import Feed
from ui.state.after_run import Told, where_now
from ui.state.known import KnownRun
from ui.try_desk import TryDesk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

AskBench = Callable[[api.RunQuestion, Callable[[api.Asked], None]], None]


class AfterDesk(QObject):
    """Makes the pages when one first goes there."""

    new_run_asked = Signal()

    def __init__(
        self,
        home: api.Home,
        feed: Feed,
        ask: AskBench,
        tell: Callable[[StudioError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed, self._ask, self._tell = feed, ask, tell
        self.errand = Errand(home, self)
        self.desks: dict[str, TryDesk | ExportDesk] = {}
        self._place = ""
        self._chosen = ""
        self._with_result: dict[str, bool] = {}
        feed.ticked.connect(self.errand.tick)
        feed.runs_changed.connect(self._runs_changed)
        feed.machine_changed.connect(self.render)
        self.errand.changed.connect(self._errand_changed)

    def page(self, place: str) -> QWidget | None:
        """The page of a place, where it was not made before; None where it was."""
        if place in self.desks:
            return None
        desk = TryDesk(self, self._ask, self._tell) if place == "try" else ExportDesk(self, self._ask)
        self.desks[place] = desk
        desk.page.run_chosen.connect(self.choose)
        desk.page.new_run_asked.connect(self.new_run_asked)
        return desk.page

    def go(self, place: str) -> None:
        """The page is shown, or another one of the window."""
        self._place = place if place in self.desks else ""
        if self._place:
            self._with_result.clear()
            self._see_runs()

    def choose(self, name: str) -> None:
        """Everything here is about this run from now on."""
        self._chosen = name
        self._see_runs()

    def want(self, name: str, what: str) -> None:
        """Ask, judge or export this run; whoever wants it goes there next."""
        self._chosen = name
        desk = self.desks.get("try")
        if what in ("ask", "judge") and isinstance(desk, TryDesk):
            desk.show_part("judge" if what == "judge" else "ask")

    @property
    def runs(self) -> list[KnownRun]:
        """Those with a result, newest first."""
        found = [run for run in self._feed.runs if run.state in (*api.AT_REST, "interrupted") and self._ready(run.name)]
        return found[::-1]

    def folder(self, name: str) -> api.RunFolder | None:
        """Of a run."""
        return self._feed.run(name)

    @property
    def where(self) -> Told | None:
        """Where models answer now, where that is worth telling."""
        return where_now(self._feed.runs, self._feed.machine)

    def _ready(self, name: str) -> bool:
        if name not in self._with_result:
            run = self._feed.run(name)
            self._with_result[name] = run is not None and api.has_result(run)
        return self._with_result[name]

    def _runs_changed(self) -> None:
        self._give_memory_back()
        if self._place:
            self._with_result = {name: True for name, there in self._with_result.items() if there}
            self._see_runs()

    def _errand_changed(self) -> None:
        self._give_memory_back()
        self.render()

    def _give_memory_back(self) -> None:
        """A run at work goes before a chat that only waits for its next question."""
        if any(run.state in api.ACTIVE for run in self._feed.runs):
            self.errand.rest()

    def _see_runs(self) -> None:
        runs = self.runs
        known = {run.name: run for run in runs}
        if self._chosen not in known:
            self._chosen = runs[0].name if runs else ""
        desk = self.desks[self._place]
        desk.show_run(known.get(self._chosen), [(run.name, run.title) for run in runs])

    def render(self) -> None:
        """Show what is on the screen as it is now."""
        if self._place:
            self.desks[self._place].render()

    def close(self) -> None:
        """With the window."""
        self.errand.close()
