"""What the window asks programs beside it: the one that answers without torch, and the foreman."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studio import api
from studio.errors import StudioError
from ui.feed import Feed
from ui.state.tongue import tr

if TYPE_CHECKING:
    from ui.pages.run import RunPage
    from ui.settings_desk import Question as KeyringQuestion


class BenchDesk:
    """One bench, made when it is first needed, and the lease that tells the foreman of an open window."""

    def __init__(self, home: api.Home, feed: Feed, tell: Callable[[StudioError], None]) -> None:
        self._home, self._feed, self._tell = home, feed, tell
        self._bench: api.Bench | None = None
        self._lease: object | None = None

    def wake(self) -> api.Bench:
        """The bench, where it is not there yet."""
        self._bench = self._bench or api.Bench(self._home)
        return self._bench

    def drop(self) -> None:
        """The next question goes to the engine that is used by then."""
        if self._bench is not None:
            self._bench.drop()

    @property
    def holds_foreman(self) -> bool:
        """Whether the foreman stays for this window."""
        return self._lease is not None

    def hold_foreman(self) -> None:
        """Have a foreman, which looks after runs that wait, as long as the window is open. Raises OSError."""
        self._lease = api.hold_window_lease(self._home)
        api.ensure_foreman(self._home)

    def ask_rows(self, wanted: api.UpdateRowsWanted, page: RunPage) -> None:
        """How the rows of an update begin; the page has their numbers already."""
        try:
            question = self.wake().ask(wanted)
        except OSError:
            return  # the numbers are there without how the rows begin
        self._feed.expect(question, lambda: page.hear_rows(wanted, question.answer))

    def ask_keyring(self, wanted: KeyringQuestion, then: Callable[[object], None]) -> None:
        """What the keyring knows, or that it shall know it."""
        if self._bench is None:
            return
        try:
            question = self._bench.ask(wanted)
        except OSError as problem:
            self._tell(StudioError(tr("The keyring could not be asked."), str(problem)))
            return

        def hear() -> None:
            if question.problem is not None:
                self._tell(StudioError(question.problem.title, question.problem.hint))
            else:
                then(question.answer)

        self._feed.expect(question, hear)

    def ask_about_run(self, wanted: api.RunQuestion, then: Callable[[api.Asked], None]) -> None:
        """What can be asked of a run that ended."""
        try:
            question = self.wake().ask(wanted)
        except OSError as problem:
            self._tell(StudioError(tr("The program that looks into runs could not be started."), str(problem)))
            return
        self._feed.expect(question, lambda: then(question))

    def close(self) -> None:
        """End what belongs to the window; runs and the foreman go on."""
        if self._bench is not None:
            self._bench.close()
        if self._lease is not None:
            self._lease.release()  # type: ignore[attr-defined]
