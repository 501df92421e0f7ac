"""What a user does with whole runs: compare, note, order, delete and bring back, clone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from studio import api
from studio.errors import StudioError
from studio.job import TrainJob
from ui.feed import Feed
from ui.pages.compare import ComparePage
from ui.state import words
from ui.state.clone import choices_of, left_behind
from ui.state.compare import CompareState
from ui.state.known import free_name
from ui.state.tongue import tr
from ui.widgets.notice import Notice

if TYPE_CHECKING:  # made later than this
    from ui.new_run_desk import NewRunDesk


class RunKeeper(QObject):
    """Every change goes to the disk at once; the lists follow."""

    open_asked = Signal(str)

    def __init__(self, home: api.Home, feed: Feed, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._feed, self._notice = home, feed, notice
        self.compared = CompareState()
        self.page: ComparePage | None = None

    # whole runs

    def named(self, job: TrainJob) -> TrainJob:
        """The request under a name that no other run has."""
        return structs.replace(job, name=free_name(job.name, {run.title for run in self._feed.runs}))

    def write_notes(self, name: str, notes: api.RunNotes) -> None:
        """Keep tags and a note."""
        run = self._feed.run(name)
        if run is not None and self._try(lambda: api.write_notes(run, notes)):
            self._feed.look_again(name)

    def arrange(self, names: list[str]) -> None:
        """Work on the waiting runs in this order."""
        if self._try(lambda: api.write_order(self._home, names)):
            self._feed.look_again("")

    def trash(self, name: str) -> None:
        """Delete a run; what is said offers to bring it back."""
        run, job = self._feed.run(name), self._feed.job(name)
        if run is None or job is None or not self._try(lambda: api.trash_run(self._home, run)):
            return
        self.compared.remove(name)
        self._feed.look_again(name)
        self._notice.say(
            "info",
            tr("{name} is in the trash.", name=job.name),
            tr("Nothing of it was removed from the disk."),
            (tr("Undo"), lambda: self._restore(name)),
        )

    def _restore(self, name: str) -> None:
        if self._try(lambda: api.restore_run(self._home, name)):
            self._feed.look_again(name)

    def clone(self, name: str, desk: NewRunDesk) -> None:
        """Fill the New run page in from a run; what the page does not offer is said."""
        job = self._feed.job(name)
        if job is None:
            return
        desk.choose_model(job.model)
        desk.choose_data(job.data.train)
        desk.state.take(choices_of(job, desk.state.choices))
        desk.render()
        left = left_behind(job, desk.state.job()) if desk.state.batch else []
        hint = tr("Change what you like, then press Start.")
        if left:
            hint = tr("Not taken over: {settings}. These are as suggested.", settings=words.listed(left))
        self._notice.say("info", tr("Filled in from {name}.", name=job.name), hint)

    # compare

    def make_page(self) -> ComparePage:
        """The Compare page, made when it is needed."""
        if self.page is None:
            page = self.page = ComparePage()
            page.added.connect(self.add)
            page.row_asked.connect(self._row_asked)
            page.across_chosen.connect(lambda key: self._do(lambda: setattr(self.compared, "across", key)))
            page.curve_chosen.connect(lambda key: self._do(lambda: setattr(self.compared, "curve", key)))
            page.every_setting_asked.connect(self._every_setting)
        return self.page

    def add(self, name: str) -> None:
        """One more run beside the others."""
        if name and not self.compared.add(name):
            self._notice.say("info", tr("Eight runs are compared already."), tr("Take one out first."))
        self.render()

    def render(self) -> None:
        """Show the Compare page as it is now; the runs on it are followed whole."""
        if self.page is None:
            return
        runs = self._feed.runs
        self.compared.suggest(runs)
        self._feed.hold(frozenset(self.compared.names))
        self.page.show_view(self.compared.view(runs))

    def leave(self) -> None:
        """Nobody looks at it now."""
        self._feed.hold(frozenset())

    def _row_asked(self, name: str, what: str) -> None:
        match what:
            case "open":
                self.open_asked.emit(name)
            case "remove":
                self._do(lambda: self.compared.remove(name))
            case _:
                self._do(lambda: self.compared.hidden.symmetric_difference_update({name}))

    def _every_setting(self) -> None:
        self.compared.every_setting = not self.compared.every_setting
        if self.page is not None:
            self.page.show_every(self.compared.every_setting)
        self.render()

    def _do(self, change: Callable[[], None]) -> None:
        change()
        self.render()

    def _try(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except StudioError as problem:
            self._notice.say("bad", problem.title, problem.hint)
            return False
        return True
