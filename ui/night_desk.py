"""Between the page Before the night and what it shows: looks again by itself, keeps choices."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from studio import api
from studio.errors import StudioError
from ui.measure_desk import MeasureDesk
from ui.pages.before_the_night import BeforeTheNightPage
from ui.state.hints import in_line
from ui.state.new_run import NewRun
from ui.state.night import Night
from ui.state.settings import changed

Question = api.NightWanted | api.WebhookGiven | api.WebhookWanted
LOOK_SECONDS, SELDOM_SECONDS = 15.0, 120.0
"""Between two looks: while the page is shown, and while New run is."""


class NightDesk(QObject):
    """What was found is asked of the answering process, since it takes some tenths of a second."""

    left = Signal()
    changed = Signal()
    """Something that New run shows too."""

    def __init__(self, home: api.Home, run: NewRun, measure: MeasureDesk, bench: api.Bench) -> None:
        super().__init__(measure)
        self._home, self._run, self._measure = home, run, measure
        self._bench = bench
        self._asked: list[tuple[api.Asked, Callable[[api.Asked], None]]] = []
        self._looked_at = float("-inf")
        self._plan: api.Plan | None = None
        self.state = Night()
        self.page = page = BeforeTheNightPage()
        page.left.connect(self.left)
        page.look_asked.connect(self.look)
        page.settled.connect(self._settle)
        page.asked.connect(self._do)
        page.switches.changed.connect(self._choose)
        page.switches.address_given.connect(self._keep_address)

    def open(self) -> None:
        """The page is shown."""
        self.state.restart_asked, self.state.restart_problem = False, ""
        self.look()
        self.render()

    def look(self) -> None:
        """Look at the computer now."""
        self._looked_at = time.monotonic()
        self._plan = self._run.chosen if isinstance(self._run.chosen, api.Plan) and self._has_plan else None
        self._ask(api.NightWanted(plan=self._plan), self._hear)

    def tick(self, *, near: bool) -> None:
        """One look at the answers; a new question where it is time. `near`: New run or this page is shown, and rows
        are not being read, behind which a question would wait."""
        for entry in list(self._asked):
            if entry[0].poll():
                self._asked.remove(entry)
                entry[1](entry[0])
                self.render()
        shown = self.page.isVisible()
        if self._asked or not near or not (shown or self._has_plan):
            return
        due = LOOK_SECONDS if shown else SELDOM_SECONDS
        if time.monotonic() - self._looked_at > due or (shown and self._is_other_plan()):
            self.look()

    def render(self) -> None:
        """Show what follows."""
        if not self.page.isVisible():
            return
        now = time.time()
        settings = api.read_settings(self._home)
        if settings.webhook != "off" and self.state.has_address is None:
            self._ask_for_address()
        measure = self._measure.state.view(self._run, now)
        self.page.show_view(self.state.view(self._run, settings, now, measure.button))

    @property
    def _has_plan(self) -> bool:
        return isinstance(self._run.chosen, api.Plan) and self._run.chosen.fits

    def _is_other_plan(self) -> bool:
        return self._has_plan and self._run.chosen is not self._plan

    def _hear(self, asked: api.Asked) -> None:
        before = self.state.worth_a_look
        problem = asked.problem
        self.state.hear(asked.answer or (), in_line(problem) if problem else "")
        if self.state.worth_a_look != before:
            self.changed.emit()

    def _settle(self, name: str, is_settled: bool) -> None:
        self.state.settle(name, is_settled=is_settled)
        self.render()
        self.changed.emit()

    def _do(self, what: str) -> None:
        match what:
            case "keep awake":
                self._choose("keep_awake", True)
            case "measure":
                self._measure.start()
            case "restart":
                self._restart()
            case _:
                self.look()

    def _restart(self) -> None:
        """At the second click."""
        if self.state.restart_asked:
            self.state.restart_problem = api.restart_computer() or ""
        self.state.restart_asked = not self.state.restart_asked
        self.render()

    def _choose(self, key: str, value: object) -> None:
        if key == "stop_early":
            self._run.choose_stop_early(wanted=bool(value))
            self.changed.emit()
            self.render()
            return
        with suppress(StudioError):
            api.write_settings(self._home, changed(api.read_settings(self._home), key, value))
        self.look()
        self.render()

    def _ask_for_address(self) -> None:
        if not any(isinstance(asked.question, api.WebhookWanted) for asked, _ in self._asked):
            self._ask(api.WebhookWanted(), self._hear_address)

    def _hear_address(self, asked: api.Asked) -> None:
        self.state.has_address = bool(asked.answer)

    def _keep_address(self, address: str) -> None:
        self._ask(api.WebhookGiven(address=address), self._hear_kept)

    def _hear_kept(self, asked: api.Asked) -> None:
        self.state.has_address = asked.problem is None

    def _ask(self, question: Question, then: Callable[[api.Asked], None]) -> None:
        with suppress(OSError):
            self._asked.append((self._bench.ask(question), then))
