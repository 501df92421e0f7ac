"""Between the page of models and its state: searches, downloads, and hands over the folder that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from studio import api
from studio.errors import StudioError
from studio.job import DownloadJob
from ui.state.hints import in_line
from ui.state.model_details import details_view
from ui.state.model_download import DownloadState
from ui.state.model_list import JudgedFor, ModelList
from ui.state.tongue import tr
from ui.widgets.model_chooser import ModelChooser

SLICE_SECONDS = 0.05
"""For verdicts and folders, per tick."""


class ModelDesk(QObject):
    """The download goes on while other pages are shown; it ends with the window, and goes on when asked again."""

    chosen = Signal(str)
    """The folder of a model."""
    left = Signal()
    changed = Signal()
    """Something about the download that other pages show."""

    def __init__(self, home: api.Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self.bench = api.Bench(home)
        """For short questions, also those of other pages."""
        self._asked: list[tuple[api.Asked, Callable[[api.Asked], None]]] = []
        self._running: api.Download | None = None
        self._used: list[tuple[str, str]] = []
        self._has_token: bool | None = None
        self._searching = ""
        self._said = ""
        self._refused = ""
        self._chosen_folder = ""
        self.download: DownloadState | None = None
        self.state = ModelList()
        self.page = page = ModelChooser()
        page.searched.connect(self._search_here)
        page.only_fitting.connect(self._filter)
        page.hub_asked.connect(self._search_hub)
        page.selected.connect(self.select)
        page.taken.connect(lambda _: self._act(self._action()))
        page.folder_asked.connect(self._pick_folder)
        page.left.connect(self.left)
        page.panel.action_asked.connect(self._act)
        page.panel.pause_asked.connect(self._pause)
        page.panel.cancel_asked.connect(self._cancel)
        page.panel.token_given.connect(self._keep_token)

    def open(self, folders: list[tuple[str, str]], chosen: str) -> None:
        """Show the page: the folders (with names) that were used before, and the model of the run."""
        self._used = folders
        self._see_folders(api.models_here(self._home))
        self._ask(api.ModelsHereWanted(), self._hear_models)
        self._chosen_folder = chosen
        self.state.selected = self.state.selected or chosen
        self.page.search.setFocus()
        self.render()

    def _see_folders(self, here: tuple[tuple[str, str], ...]) -> None:
        """Those that were used before, then those on this computer by folder and name on the hub."""
        hubs, used = dict(here), dict(self._used)
        known = [(folder, name, hubs.get(folder, "")) for folder, name in self._used]
        self.state.see_folders(
            known + [(folder, hub.split("/")[-1], hub) for folder, hub in here if folder not in used]
        )

    def _hear_models(self, asked: api.Asked) -> None:
        if asked.problem is None:
            self._see_folders(tuple((each.folder, each.id) for each in asked.answer))

    def judge_for(self, asked: JudgedFor | None) -> None:
        """For which rows, target, method and device the models are judged."""
        self.state.judge_for(asked)

    def select(self, key: str) -> None:
        """One of the lines."""
        self.state.selected = key
        self._refused = ""
        known = self.state.known(key)
        if known is not None and known.gated and not known.is_here and self._has_token is None:
            self._ask(api.TokenWanted(), self._hear_token)
        self.render()

    def tick(self, *, visible: bool) -> None:
        """One look at the download and the answers; verdicts while the page is shown."""
        changed = self._follow_download()
        for entry in list(self._asked):
            if entry[0].poll():
                self._asked.remove(entry)
                entry[1](entry[0])
                changed = True
        if visible and not self.state.is_ready:
            changed = self.state.work(SLICE_SECONDS) or changed
        if changed and visible:
            self.render()

    def render(self) -> None:
        """Show what follows."""
        state = self.state
        words = state.words.strip()
        hub = tr("Search the hub for “{words}”", words=words) if words and not self._searching else ""
        self.page.show_list(state.lines(self._chosen_folder), state.selected, state.assumption, (hub, self._said))
        known = state.known(state.selected)
        if known is None:
            self.page.show_details(None)
            return
        free = api.free_disk_bytes(self._home)
        self.page.show_details(
            details_view(known, state.fit(known.key), free, self.download, self._has_token, self._refused)
        )

    def close(self) -> None:
        """End what belongs to this page; what was downloaded is kept."""
        self.bench.close()
        if self._running is not None and self._running.ended is None:
            self._running.close()

    # searching

    def _search_here(self, text: str) -> None:
        self.state.words = text
        self._said = ""
        self.state.work(SLICE_SECONDS)
        self.render()

    def _filter(self, only: bool) -> None:
        self.state.only_fitting = only
        self.render()

    def _search_hub(self) -> None:
        self._searching = self.state.words.strip()
        if self._searching:
            self._said = tr("Searching the hub for “{words}”.", words=self._searching)
            self._ask(api.SearchWanted(words=self._searching), self._hear_search)
            self.render()

    def _hear_search(self, asked: api.Asked) -> None:
        words, self._searching = self._searching, ""
        if asked.problem is not None:
            self._said = in_line(asked.problem)
            return
        self.state.see_found(asked.answer)
        found = len(asked.answer)
        self._said = tr("{number} models on the hub for “{words}”.", number=found, words=words)
        if found < 2:
            self._said = (
                tr("1 model on the hub for “{words}”.", words=words)
                if found
                else tr("No models on the hub for “{words}”.", words=words)
            )

    # getting a model

    def _action(self) -> str:
        known = self.state.known(self.state.selected)
        if known is None or not self.page.panel.action.isEnabled():
            return ""
        return details_view(known, self.state.fit(known.key), 2**62, self.download, self._has_token).action

    def _act(self, action: str) -> None:
        known = self.state.known(self.state.selected)
        if known is None or not action:
            return
        if action == "use":
            self.chosen.emit(known.folder)
        elif action == "look up":
            self._refused = tr("Asking the hub.")
            self._ask(api.ModelWanted(model=known.hub), self._hear_details)
        else:
            self._start_download(known.hub)
        self.render()

    def _hear_details(self, asked: api.Asked) -> None:
        self._refused = in_line(asked.problem) if asked.problem else ""
        if asked.answer is not None:
            self.state.see_details(asked.answer)
            if asked.answer.gated and self._has_token is None:
                self._ask(api.TokenWanted(), self._hear_token)

    def _start_download(self, model: str) -> None:
        self._end_download()
        self.download = DownloadState(model)
        try:
            self._running = api.Download(self._home, DownloadJob(model=model))
        except OSError as problem:
            self.download.problem = (tr("The download could not be started."), str(problem))
        self.changed.emit()

    def _follow_download(self) -> bool:
        if self._running is None or self.download is None:
            return False
        events = self._running.poll()
        for event in events:
            self.download.apply(event)
        if self._running.ended is not None:
            self._end_download()
            if self.download.folder:
                self.chosen.emit(self.download.folder)
        if events:
            self.changed.emit()
        return bool(events)

    def _end_download(self) -> None:
        if self._running is not None:
            self._running.close()
            self._running = None

    def _pause(self) -> None:
        if self._running is not None and self.download is not None:
            (self._running.resume if self.download.paused else self._running.pause)()

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    # tokens and folders

    def _keep_token(self, token: str) -> None:
        self._refused = tr("Keeping the token.")
        self._ask(api.TokenGiven(token=token), self._hear_kept)
        self.render()

    def _hear_kept(self, asked: api.Asked) -> None:
        self._refused = in_line(asked.problem) if asked.problem else ""
        self._has_token = self._has_token or asked.problem is None

    def _hear_token(self, asked: api.Asked) -> None:
        self._has_token = bool(asked.answer)

    def _pick_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, tr("Choose the folder of a model"), str(Path.home()))
        if folder:
            self.chosen.emit(folder)

    def _ask(self, question: object, then: Callable[[api.Asked], None]) -> None:
        with suppress(OSError, StudioError):
            self._asked.append((self.bench.ask(question), then))  # type: ignore[arg-type]
