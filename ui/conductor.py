"""Connects the studio, the pages and the window: who is told what, and where one goes next."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt

from studio import api
from studio.errors import StudioError
from studio.job import TrainJob
from ui.bench_desk import BenchDesk
from ui.countdown_desk import CountdownDesk
from ui.elsewhere_desk import ElsewhereDesk
from ui.feed import Feed
from ui.help_desk import HelpDesk
from ui.home_desk import Asked, HomeDesk
from ui.run_desk import RunDesk
from ui.run_keeper import RunKeeper
from ui.state.tongue import tr
from ui.tray import Tray
from ui.window import Window

if TYPE_CHECKING:  # made when it is asked for
    from ui.after_desk import AfterDesk
    from ui.first_start_desk import FirstStartDesk
    from ui.pages.new_run import NewRunPage
    from ui.pages.run import RunPage
    from ui.pages.settings import SettingsPage

_BEHIND_THE_PAGES = ("plan_job", "plan_here", "Bench", "Assistant")
_PAGES = ("ui.state.new_run_plan", "ui.pages.new_run", "ui.new_run_desk", "ui.widgets.loss_card", "ui.pages.run")
"""Loaded one by one before the pages are made."""
_LATER_PAGES = ("ui.pages.settings", "ui.settings_desk", "ui.after_desk", "ui.pages.try_it", "ui.pages.export")
"""Loaded so that the first visit has only the page to make."""


class Conductor(QObject):
    """One per window. Made after the first paint, in slices, so that the window never stands still for long."""

    def __init__(self, home: api.Home, window: Window, *, foreman: bool = True) -> None:
        super().__init__(window)
        self._home, self._window, self._with_foreman = home, window, foreman
        self._settings = QSettings(str(home.folder / "window.ini"), QSettings.Format.IniFormat)
        self._closed = False
        self._last_second = 0.0
        self._cards: NewRunPage | None = None
        self.new_run_page: NewRunPage | None = None
        self.feed = Feed(home, self)
        self.bench = BenchDesk(home, self.feed, self.tell)
        self.keeper = RunKeeper(home, self.feed, window.notice, self)
        self.elsewhere = ElsewhereDesk(home, self._settings, window, self.feed, self.tell)
        self.run_desk = RunDesk(home, window, self.feed, self.bench, self.elsewhere, self.tell)
        self.settings_page: SettingsPage | None = None
        self.after: AfterDesk | None = None
        self.engine: FirstStartDesk | None = None
        self.countdown = CountdownDesk(home, self.feed.run, window.countdown)
        self.help = HelpDesk(window, self.go)
        self.tray = Tray(self)
        self.home = HomeDesk(window, self.feed, self.elsewhere, self.tray)
        self.home_page = self.home.page
        self._hear_pages()
        self._hear_window()
        window.add_page("home", self.home_page)
        self.home.render()
        window.show_page("home")

    def _hear_pages(self) -> None:
        home_page, keeper, elsewhere = self.home_page, self.keeper, self.elsewhere
        home_page.starter_asked.connect(self.start_starter)
        home_page.new_run_asked.connect(lambda: self.go("new run"))
        home_page.open_asked.connect(self.open_run)
        home_page.compare_asked.connect(self._compare)
        home_page.clone_asked.connect(self._clone)
        home_page.trash_asked.connect(keeper.trash)
        home_page.order_asked.connect(keeper.arrange)
        home_page.notes_written.connect(keeper.write_notes)
        home_page.command_asked.connect(self.run_desk.send)
        keeper.open_asked.connect(self.open_run)
        elsewhere.live_on(home_page)
        elsewhere.remote.changed.connect(self._elsewhere_changed)
        elsewhere.run_opened.connect(self._open_remote)
        elsewhere.run_arrived.connect(self.open_run)
        elsewhere.shown_changed.connect(self._shown_changed)
        self.run_desk.new_run_asked.connect(lambda: self.go("new run"))
        self.run_desk.next_asked.connect(self._go_after)

    def _hear_window(self) -> None:
        window, feed = self._window, self.feed
        self.tray.opened.connect(window.come_back)
        window.add_shortcut("Ctrl+N", tr("New run"), lambda: self.go("new run"))
        window.add_shortcut("Ctrl+F", tr("Find a run"), self._find)
        window.place_chosen.connect(self.go)
        window.files_dropped.connect(self.drop)
        window.closed.connect(self.close)
        feed.runs_changed.connect(self._runs_changed)
        feed.shown_changed.connect(self._shown_changed)
        feed.machine_changed.connect(self._machine_changed)
        feed.failed.connect(self.tell)
        feed.ticked.connect(self._ticked)
        feed.ticked.connect(self.run_desk.read_on)

    @property
    def run_page(self) -> RunPage | None:
        """The Run page, once it was made."""
        return self.run_desk.page

    def slices(self) -> list[Callable[[], object]]:
        """What else the start needs, one thing at a time."""
        return [
            self.feed.start,
            *(partial(getattr, api, name) for name in _BEHIND_THE_PAGES),
            *(partial(import_module, name) for name in _PAGES),
            self._make_cards,
            self._make_new_run,
            self.run_desk.make,
            self._look_at_engine,
            self._wake_studio,
            self.elsewhere.remote.begin,
            *(partial(import_module, name) for name in _LATER_PAGES),
            gc.freeze,  # what stays for good is never searched for rubbish again: 60 ms each time
        ]

    def _make_cards(self) -> None:
        """What stands on New run: half of what the page takes."""
        from ui.pages.new_run import NewRunPage

        self._cards = self._cards or NewRunPage()

    def _make_new_run(self) -> None:
        from ui.new_run_desk import NewRunDesk

        if self.new_run_page is not None:
            return
        self._make_cards()
        assert self._cards is not None
        self.desk = NewRunDesk(self._home, self._settings, self._cards, self)
        self.new_run_page = self.desk.page
        self.desk.started.connect(self._start)
        self.feed.ticked.connect(self.desk.tick)
        self._window.add_page("new run", self.desk.place)
        if self.feed.machine:
            self.desk.see_machine(self.feed.machine)

    def _look_at_engine(self) -> None:
        """A program that brings its own Python sets the engine up before anything can be trained."""
        if api.carried_kit() is None:
            return
        from ui.first_start_desk import FirstStartDesk

        self.engine = FirstStartDesk(self._home, self._window, self.tell)
        self.engine.ready.connect(self._wake_studio)
        self.engine.changed.connect(self._engine_changed)
        self.engine.place_asked.connect(self.go)
        self.feed.ticked.connect(self.engine.tick)
        if self.feed.machine:
            self.engine.see_machine(self.feed.machine)
        self.engine.offer()

    def _engine_changed(self) -> None:
        """The next question goes to the engine that is used now."""
        self.bench.drop()
        if self.settings_page is not None:
            self.settings.render()

    def _wake_studio(self) -> None:
        """The warm worker for questions, and the foreman, which looks after runs that wait."""
        if self.engine is not None and self.engine.is_wanted:
            return
        self.bench.wake()
        if not self._with_foreman or self.bench.holds_foreman:
            return
        try:
            self.desk.wake()
            self.bench.hold_foreman()
        except StudioError as problem:
            self.tell(problem)
        except OSError as problem:
            self.tell(StudioError(tr("The training program could not be started."), str(problem)))

    # going places

    def go(self, place: str) -> None:
        """Show a page; make it first where that is still to come."""
        if place in ("home", "new run") and self.engine is not None and self.engine.is_wanted:
            place = "first start"
        if place == "new run":
            self._make_new_run()
            self.desk.show_first()
        elif place == "run":
            self.run_desk.make()
        elif place == "compare" and self.keeper.page is None:
            self._window.add_page("compare", self.keeper.make_page())
        elif place == "settings":
            self._make_settings()
        elif place == "help":
            self.help.open()
        elif place in ("try", "export"):
            self._make_after(place)
        self._window.show_page(place)
        self._window.offer_tour(fits=False)
        if self.after is not None:
            self.after.go(place)
        if place == "compare":
            self.keeper.render()
        else:
            self.keeper.leave()
        if place == "run":
            self.run_desk.choose()
            self.run_desk.render()
        elif place == "home":
            self.home.render()

    def _make_settings(self) -> None:
        from ui.pages.settings import SettingsPage
        from ui.settings_desk import SettingsDesk

        if self.settings_page is None:
            self.settings_page = SettingsPage()
            self.settings = SettingsDesk(self._home, self.settings_page, self.bench.ask_keyring, self.tell, self)
            if self.engine is not None:
                self.settings_page.engine_asked.connect(self.engine.ask)
            self._window.add_page("settings", self.settings_page)
        self.settings.look()

    def _make_after(self, place: str) -> None:
        from ui.after_desk import AfterDesk

        if self.after is None:
            self.after = AfterDesk(self._home, self.feed, self.bench.ask_about_run, self.tell, self)
            self.after.new_run_asked.connect(lambda: self.go("new run"))
        page = self.after.page(place)
        if page is not None:
            self._window.add_page(place, page)

    def _go_after(self, what: str) -> None:
        """From the end of the run that is shown: ask it, judge it or export it."""
        if self.elsewhere.shown:
            self.elsewhere.offer_here()
            return
        place = "export" if what == "export" else "try"
        self._make_after(place)
        if self.after is not None and self.feed.shown is not None:
            self.after.want(self.feed.shown.run.name, what)
        self.go(place)

    def _find(self) -> None:
        if self.help.find():
            return
        self.go("home")
        self.home_page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _compare(self, name: str) -> None:
        self.keeper.add(name)
        self.go("compare")

    def _clone(self, name: str) -> None:
        self.go("new run")
        self.keeper.clone(name, self.desk)

    def open_run(self, name: str) -> None:
        """Show one run."""
        self.run_desk.open(name)
        self.go("run")

    def _open_remote(self) -> None:
        self.run_desk.open_remote()
        self.go("run")

    def drop(self, paths: list[Path]) -> None:
        """A folder with config.json is a model, a packed run comes here, everything else is data."""
        if self.elsewhere.takes(paths):
            return
        self.go("new run")
        self.desk.take_paths(paths)

    def tell(self, problem: StudioError) -> None:
        """Say it above the page."""
        self._window.notice.say("bad", problem.title, problem.hint)

    # doing things

    def start_starter(self) -> None:
        """The main job on what comes with the program."""
        self._start(api.starter_demo())

    def _start(self, job: object) -> None:
        assert isinstance(job, TrainJob)
        if self.after is not None:
            self.after.errand.rest()  # its models take memory that the run is about to measure
        try:
            run = api.start_run(self._home, self.keeper.named(job))
        except StudioError as problem:
            self.tell(problem)
            return
        self._window.notice.hide()
        self.open_run(run.name)

    # hearing things

    def _runs_changed(self) -> None:
        if self._window.place == "run":
            self.run_desk.choose()
        elif self._window.place == "compare":
            self.keeper.render()
        elif self._window.place == "home":
            self.home.render()
        self.home.render_around(self._asked)
        if self.new_run_page is not None:
            self.desk.set_busy(any(run.state in api.ACTIVE or run.state == "queued" for run in self.feed.runs))

    @property
    def _asked(self) -> Asked:
        return self.after.errand.job if self.after is not None else None

    def _machine_changed(self) -> None:
        machine = self.feed.machine
        assert machine is not None
        self.home.render_device(self._asked)
        if self._window.place == "home":
            self.home.render()
        if self.new_run_page is not None:
            self.desk.see_machine(machine)
        if self.run_desk.page is not None:
            self.run_desk.page.set_machine(machine)
        if self.engine is not None:
            self.engine.see_machine(machine)

    def _elsewhere_changed(self) -> None:
        if self._window.place == "home":
            self.home.render()

    def _shown_changed(self) -> None:
        if self._window.place == "run":
            self.run_desk.render()

    def _ticked(self) -> None:
        """Words such as "2 min ago" and "finishes about" change although nothing happens."""
        now = time.monotonic()
        if self.feed.complete:
            self.countdown.look(self.feed.runs, time.time())
        if now - self._last_second < 5:
            return
        self._last_second = now
        if self._window.isMinimized():
            return
        if self._window.place == "home":
            self.home.render()
        elif self._window.place == "run":
            self.run_desk.render()
        elif self._window.place == "new run":
            self.desk.render()

    def close(self) -> None:
        """End what belongs to the window. The runs go on."""
        if self._closed:
            return
        self._closed = True
        self.feed.stop()
        self.elsewhere.close()
        self.tray.close()
        if self.new_run_page is not None:
            self.desk.close()
        if self.after is not None:
            self.after.close()
        if self.engine is not None:
            self.engine.close()
        self.bench.close()
