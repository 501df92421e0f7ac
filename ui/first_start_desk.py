"""Between the page of the first start and the process that sets the engine up, moves or removes it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from studio import __version__, api
from studio.errors import RunProblem, StudioError
from ui.pages.first_start import FirstStartPage
from ui.state.first_start import Errand, FirstStart
from ui.state.tongue import tr
from ui.window import Window


class FirstStartDesk(QObject):
    """One thing at a time. The engine is used as soon as it is proved and no run is in the way."""

    ready = Signal()
    """The engine is there, and the user wants to go on."""
    changed = Signal()
    """Another engine is used, or none any more."""
    place_asked = Signal(str)
    """Where one goes next."""

    def __init__(self, home: api.Home, window: Window, tell: Callable[[StudioError], None]) -> None:
        super().__init__(window)
        self._home, self._window, self._tell_above = home, window, tell
        self.state = FirstStart()
        self.page = FirstStartPage()
        self.page.begin_asked.connect(self._begin)
        self.page.cancel_asked.connect(self._cancel)
        self._running: api.SettingUp | None = None
        self._tidying: api.SettingUp | None = None
        self._errand: Errand = "make"
        self._replaced = ""
        """The environment that a repair replaces."""
        self._before: tuple[Path, tuple[str, ...]] | None = None
        """Where environments were before they are moved."""
        self._second = 0
        window.add_page("first start", self.page)
        self.render()

    @property
    def is_wanted(self) -> bool:
        """Whether nothing can be trained before the engine is set up."""
        return api.engine_missing(self._home)

    @property
    def is_newer(self) -> bool:
        """Whether this program is another version than the engine that is used."""
        current = api.current_environment(self._home)
        return api.carried_kit() is not None and current is not None and current.version != __version__

    def see_machine(self, machine: api.Machine) -> None:
        """Its cards decide what is set up."""
        if self._running is not None or api.carried_kit() is None:
            return
        self.state.see(
            api.engine_wanted(self._home, machine), has_former=api.current_environment(self._home) is not None
        )
        self.render()

    def offer(self) -> None:
        """Show the page where nothing can be done before; say where something newer could be set up. One that was
        made while a run was going is used now."""
        waiting = api.waiting_environment(self._home) if api.carried_kit() is not None else None
        if waiting is not None:
            with contextlib.suppress(StudioError):  # a run is going still
                api.use_environment(self._home, waiting.name)
        if self.is_wanted:
            self.place_asked.emit("home")
        elif self.is_newer:
            self._window.notice.say(
                "info",
                tr("This window is newer than its engine."),
                tr("A newer engine can be set up beside it; the one before stays as the way back."),
                (tr("Show"), lambda: self.place_asked.emit("first start")),
            )

    def ask(self, what: str) -> None:
        """From Settings: "repair", "back", "move" or "remove", which is offered once more before it is done."""
        if what == "remove":
            self._window.notice.say(
                "info",
                tr("Without the engine nothing can be trained, tried or exported."),
                tr("Runs and models stay. To set it up again, some GB are fetched."),
                (tr("Remove it"), lambda: self._ask("remove")),
            )
        else:
            self._ask(what)

    def _ask(self, what: str) -> None:
        to = None
        if what == "move":
            chosen = QFileDialog.getExistingDirectory(self._window, tr("Where the engine is moved to"))
            if not chosen:
                return
            to = Path(chosen) / "nightshift-engine"
        try:
            self._do(what, to)
        except StudioError as problem:
            self._tell_above(problem)
        except OSError as problem:
            self._tell_above(StudioError(tr("The engine could not be changed."), str(problem)))
        else:
            self.place_asked.emit("settings" if what == "back" else "first start")

    def _do(self, what: str, to: Path | None) -> None:
        current = api.current_environment(self._home)
        match what:
            case "repair":
                self._replaced = current.name if current is not None else ""
                self._make()
            case "back":
                api.go_back(self._home)
                self.changed.emit()
            case "move" if to is not None:
                names = tuple(each.name for each in api.list_environments(self._home))
                self._before = (api.environments_folder(self._home), names)
                self._run("move", api.move_environments(self._home, to))
            case "remove":
                self._run("remove", api.remove_all(self._home))
            case _:
                pass

    def _begin(self) -> None:
        if self.state.phase == "done":
            self.ready.emit()
            self.place_asked.emit("home")
        elif self.state.phase == "waiting":
            self._take_into_use()
        elif self._running is None and self.state.phase in ("ready", "failed"):
            self._make()

    def _make(self) -> None:
        try:
            wanted = self.state.wanted or api.engine_wanted(self._home)
            self._run("make", api.make_environment(self._home, wanted))
        except (StudioError, OSError) as problem:
            self._tell(problem)

    def _run(self, errand: Errand, running: api.SettingUp) -> None:
        self._running, self._errand = running, errand
        self.state.begin(errand, time.time())
        self.render()

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def tick(self) -> None:
        """One look."""
        if self._tidying is not None:
            self._tidying.poll()
            if self._tidying.gone:
                self._tidying = None
        running = self._running
        if running is None:
            return
        events = running.poll()
        for event in events:
            self.state.hear(event)
        if running.gone:
            self._take_into_use()
        elif events or int(time.time()) != self._second:
            self._second = int(time.time())
            self.render()

    def _take_into_use(self) -> None:
        running = self._running
        if running is None or isinstance(running.ended, api.SettingUpFailed | api.SettingUpStopped):
            self._running = None
            self.render()
            return
        try:
            running.take_into_use()
        except RunProblem as problem:
            self.state.wait(str(problem))
        except (StudioError, OSError) as problem:
            self._running = None
            self._tell(problem)
        else:
            self._running = None
            self.state.succeed()
            self._tidy()
            self.changed.emit()
        self.render()

    def _tidy(self) -> None:
        """Remove what nobody uses any more: before a move or a repair, and all older than the way back."""
        try:
            if self._before is not None:
                folder, names = self._before
                self._tidying = api.remove_environments(self._home, names, folder)
            elif self._replaced:
                self._tidying = api.remove_environments(self._home, (self._replaced,))
            elif self._errand == "make":
                self._tidying = api.remove_superfluous(self._home)
        except (StudioError, OSError):
            return  # it takes some room until the next time
        finally:
            self._before, self._replaced = None, ""

    def _tell(self, problem: StudioError | OSError) -> None:
        if isinstance(problem, StudioError):
            self.state.fail(problem.title, problem.hint)
        else:
            self.state.fail(f"{problem.strerror or problem}.", str(problem.filename or ""))
        self.render()

    def render(self) -> None:
        """Show it as it is now."""
        self.page.show_view(self.state.view(time.time()))

    def close(self) -> None:
        """With the window; what was fetched is kept."""
        for each in (self._running, self._tidying):
            if each is not None:
                each.close()
        self._running = self._tidying = None
