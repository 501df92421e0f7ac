"""Runs on other computers and runs that move, between Home, the Run page and the studio."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from studio import api
from studio.commands import Command
from studio.errors import StudioError
from ui.feed import Feed
from ui.move_desk import SUFFIX, MoveDesk
from ui.pages.home import HomePage
from ui.pages.run import RunPage
from ui.remote_desk import RemoteDesk
from ui.rest_desk import AT_WORK, RestDesk
from ui.state.tongue import tr
from ui.window import Window


class ElsewhereDesk(QObject):
    """Whoever shows pages hears `run_opened`, then asks for what is shown."""

    run_opened = Signal()
    """A run on another computer wants to be on the Run page."""
    run_arrived = Signal(str)
    """A run was unpacked."""
    shown_changed = Signal()

    def __init__(
        self, home: api.Home, settings: QSettings, window: Window, feed: Feed, tell: Callable[[StudioError], None]
    ) -> None:
        super().__init__(window)
        self._feed, self._notice = feed, window.notice
        self._page: HomePage | None = None
        self._run_page: RunPage | None = None
        self.remote = RemoteDesk(home, self)
        self.move = MoveDesk(home, settings, window.notice, window)
        self.rest = RestDesk(home, feed, window.notice, self)
        self.rest.rested.connect(self.move.begin)
        self.remote.failed.connect(tell)
        self.remote.ready.connect(self._open)
        self.remote.changed.connect(self.render)
        self.remote.shown_changed.connect(self.shown_changed)
        self.move.arrived.connect(self._arrived)
        feed.ticked.connect(self.remote.tick)
        feed.ticked.connect(self.move.tick)

    def live_on(self, page: HomePage) -> None:
        """Its runs stand on this page."""
        self._page = page
        page.elsewhere.asked.connect(self._asked)
        page.elsewhere.added.connect(self.follow)
        page.move_asked.connect(self._pack)

    # runs on other computers

    def follow(self, text: str) -> None:
        """A run as user@host:run, shown once something is known of it."""
        if self.remote.add(text) and self._page is not None:
            self._page.elsewhere.taken()

    @property
    def shown(self) -> bool:
        """Whether such a run is on the Run page."""
        return bool(self.remote.shown)

    def leave(self) -> None:
        """Another run is shown now."""
        self.remote.shown = ""

    def send(self, command: Command) -> None:
        """Ask something of the run that is shown; where it would not arrive, that is told."""
        if not self.remote.send(command) and self._run_page is not None:
            self._run_page.not_asked()

    def _ask_rows(self, wanted: api.UpdateRowsWanted) -> None:
        """The rows of an update, from the other computer to the page."""
        page = self._run_page
        assert page is not None
        question = self.remote.ask_rows(wanted.update)
        if question is None:
            page.hear_rows(wanted, None)
        else:
            self._feed.expect(question, lambda: page.hear_rows(wanted, question.answer))

    def again(self) -> None:
        """Try to connect to it now."""
        self.remote.again(self.remote.shown)

    def show_on(self, page: RunPage) -> None:
        """Bring the page up to now, where it shows such a run."""
        if self._run_page is None:
            self._run_page = page
            page.rows_asked_elsewhere.connect(self._ask_rows)
        seen = self.remote.seen(self.remote.shown)
        page.link.show_link(self.remote.link(self.remote.shown))
        if seen is not None:
            page.show_run(*seen, elsewhere=True, cards=self.remote.cards(self.remote.shown))

    def offer_here(self) -> None:
        """Say why its models cannot be asked on this computer, and bring it here where somebody wants that."""
        wanted, title = self.remote.to_bring()
        self._notice.say(
            "info",
            tr("The result of this run is not on this computer."),
            tr("Brought here, it can be tried, judged and exported. It also stays where it is."),
            (tr("Bring it here"), lambda: self.move.begin(wanted, title)),
        )

    def render(self) -> None:
        """Its lines on Home as they are now."""
        if self._page is not None:
            self._page.show_elsewhere(self.remote.rows())
        if self.shown:
            self.shown_changed.emit()

    def _open(self, key: str) -> None:
        self.remote.shown = key
        self.run_opened.emit()

    def _asked(self, key: str, what: str) -> None:
        match what:
            case "open":
                self.remote.open(key)
            case "again":
                self.remote.again(key)
            case _:
                if key == self.remote.shown:
                    self.leave()
                self.remote.forget(key)

    # runs that move

    def takes(self, paths: list[Path]) -> bool:
        """Unpack a packed run that was dropped. False where none was."""
        packed = [path for path in paths if path.suffix == SUFFIX]
        for path in packed[:1]:
            self.move.unpack(path)
        return bool(packed)

    def _pack(self, name: str, with_model: bool) -> None:
        run = next((run for run in self._feed.runs if run.name == name), None)
        if run is None:
            return
        if run.state in AT_WORK:
            self.rest.offer(name, run.title, lambda: self.move.choose(name, with_model=with_model))
        else:
            self.move.pack(name, run.title, with_model=with_model)

    def _arrived(self, name: str) -> None:
        self._feed.read_anew(name)
        self.run_arrived.emit(name)

    def close(self) -> None:
        """With the window; the runs go on."""
        self.remote.close()
        self.move.close()
