"""An export on its way to the hub: which one, under which name, who sees it, how far it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studio.api import AfterEvent, AfterFailed, KeptExport, Noted, Progressed, Pushed, PushJob
from ui.state import words
from ui.state.hints import in_line
from ui.state.tongue import tr

_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


@dataclass(frozen=True)
class PushView:
    """The line below the cards."""

    exports: tuple[tuple[str, str, str], ...]
    """Folder, title and size of each that is proved; none: the line says so and offers nothing."""
    chosen: str
    name: str
    private: bool
    working: bool
    share: float
    note: str
    is_bad: bool
    address: str
    """Of its page, once it is there."""
    can_push: bool


class PushState:
    """Of one run; folds what the process that sends it tells."""

    def __init__(self) -> None:
        self.name = ""
        """Owner and name, as it was typed."""
        self.private = True
        self._chosen = ""
        self._exports: tuple[tuple[str, str, str], ...] = ()
        self._working = False
        self._cancelled = False
        self._progress: Progressed | None = None
        self._delayed = ""
        self._pushed: Pushed | None = None
        self._problem = ""

    def see_exports(self, titled: Sequence[tuple[str, KeptExport]]) -> None:
        """Those that are proved, with their titles."""
        self._exports = tuple((made.folder, title, words.file_size(made.size_bytes)) for title, made in titled)
        folders = [folder for folder, _, _ in self._exports]
        if self._chosen not in folders:
            self._chosen = folders[0] if folders else ""

    def choose(self, folder: str) -> None:
        """Another export."""
        self._chosen, self._pushed, self._problem = folder, None, ""

    def type(self, name: str) -> None:
        """What stands in the field."""
        self.name, self._pushed, self._problem = name.strip(), None, ""

    def begin(self) -> PushJob:
        """Send it."""
        self._working, self._cancelled, self._progress, self._delayed = True, False, None, ""
        self._pushed, self._problem = None, ""
        return PushJob(folder=self._chosen, name=self.name, private=self.private)

    def cancel(self) -> None:
        """It was asked to end."""
        self._cancelled = True

    def hear(self, event: AfterEvent) -> None:
        """Fold one event."""
        match event:
            case Progressed():
                self._progress, self._delayed = event, ""
            case Noted():
                self._delayed = in_line(event)
            case Pushed():
                self._pushed, self._working = event, False
            case AfterFailed():
                self._working = False
                if not event.was_cancelled:
                    self._problem = in_line(event)
            case _:
                pass

    @property
    def view(self) -> PushView:
        """As it is now."""
        progress = self._progress
        return PushView(
            exports=self._exports,
            chosen=self._chosen,
            name=self.name,
            private=self.private,
            working=self._working,
            share=progress.done / progress.total if progress is not None and progress.total else 0.0,
            note=self._note(),
            is_bad=bool(self._problem),
            address=self._pushed.address if self._pushed else "",
            can_push=bool(self._exports and _NAME.fullmatch(self.name)) and not self._working,
        )

    def _note(self) -> str:
        if self._problem:
            return self._problem
        if self._pushed is not None:
            who = tr("Only you see it.") if self._pushed.private else tr("Everybody can see it.")
            return tr("It is there, and every file is the same as here. {who}", who=who)
        if self._cancelled and self._working:
            return tr("Cancelling …")
        if self._delayed:
            return self._delayed
        if self._working:
            return self._how_far()
        if not self._exports:
            return tr("As soon as one of these is made, it can go to the Hugging Face hub.")
        return tr("Your rows stay here; only you see it, unless you choose otherwise.")

    def _how_far(self) -> str:
        if self._progress is None:
            return tr("Asking the hub.")
        done, total = words.file_size(self._progress.done), words.file_size(self._progress.total)
        return tr("{done} of {total} have arrived.", done=done, total=total)
