"""Between the New run page and its state: folds what the user does, asks the bench, remembers what was used last."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from studio import api
from studio.job import InspectJob
from ui.pages.new_run import NewRunPage
from ui.state.new_run import NewRun
from ui.state.new_run_page import new_run_view
from ui.state.ways_out import ways_out

RECENT = 6


class NewRunDesk(QObject):
    """Everything on the page ends in `_follow`: ask what must be asked, show what follows."""

    asked = Signal(object)
    """An InspectJob for the bench."""
    started = Signal(object)
    """A TrainJob."""

    def __init__(self, page: NewRunPage, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._settings = page, settings
        self.state = NewRun()
        page.model_chosen.connect(self.choose_model)
        page.data_chosen.connect(self.choose_data)
        page.data.columns_picked.connect(lambda reads, writes: self._do(self.state.choose_columns, reads, writes))
        page.learning.batch_typed.connect(lambda text: self._do(self.state.choose_batch, text))
        page.learning.method_picked.connect(lambda method: self._do(self.state.choose_method, method))
        page.learning.epochs_picked.connect(lambda epochs: self._do(self.state.choose_epochs, epochs))
        page.learning.rate_picked.connect(lambda rate: self._do(self.state.choose_rate, rate))
        page.plan.alternative_picked.connect(lambda name: self._do(self.state.choose_alternative, name))
        page.plan.way_out_asked.connect(self._take_way_out)
        page.start_asked.connect(self._start)
        self._offer()
        self.render()

    def choose_model(self, folder: str) -> None:
        """The folder of a model."""
        self.state.choose_model(folder)
        if self.state.facts is not None:
            self._remember("recent/models", folder)
        self._follow()

    def choose_data(self, path: str) -> None:
        """A file, a folder, or one of the starter's, which brings its own held-out rows."""
        held_out = next((held for train, held, _ in _starter_paths() if train == path), None)
        if held_out is None:
            self._remember("recent/data", path)
        self.state.choose_data(path, held_out)
        self._follow()

    def take_paths(self, paths: list[Path]) -> None:
        """Dropped files: a folder with config.json is a model, the first of the others is the data."""
        models = [path for path in paths if (path / "config.json").is_file()]
        others = [path for path in paths if path not in models]
        if models:
            self.choose_model(str(models[0]))
        if others:
            self.choose_data(str(others[0]))

    def see_machine(self, machine: api.Machine) -> None:
        """The plan follows the memory of the moment."""
        if self.state.see_machine(machine):
            self.render()

    def set_busy(self, busy: bool) -> None:
        """Whether another run goes first."""
        if busy != self.state.busy:
            self.state.busy = busy
            self.render()

    def hear(self, job: InspectJob, answer: api.Inspection | None, problem: tuple[str, str] | None) -> None:
        """The bench's answer."""
        self.state.hear(job, answer, problem)
        self._follow()

    def render(self) -> None:
        """Show what follows."""
        self._page.show_view(new_run_view(self.state, time.time()), self.state.method_names)

    def _do(self, change, *values: object) -> None:  # type: ignore[no-untyped-def]
        change(*values)
        self._follow()

    def _follow(self) -> None:
        question = self.state.question()
        if question is not None:
            self.asked.emit(question)
        self.render()

    def _take_way_out(self, key: str) -> None:
        if key.startswith("rows:"):
            self._use_starter(key.removeprefix("rows:"))
            return
        choices = next((choices for way, choices in ways_out(self.state) if way.key == key), None)
        if choices is not None:
            self.state.take(choices)
            self._follow()

    def _use_starter(self, name: str) -> None:
        train = next((train for train, _, _ in _starter_paths() if Path(train).parent.name == name), None)
        if train is not None:
            self.choose_data(train)

    def _start(self) -> None:
        if new_run_view(self.state, time.time()).start.can_start:
            self.started.emit(self.state.job())

    def _offer(self) -> None:
        models = [(self.state.demo.model, "Starter model")]
        models += [(folder, Path(folder).name) for folder in self._recent("recent/models") if folder != models[0][0]]
        data = [(train, f"Starter: {title}", "") for train, _, title in _starter_paths()]
        data += [(path, Path(path).name, "used before") for path in self._recent("recent/data")]
        self._page.offer(models, data)

    def _recent(self, key: str) -> list[str]:
        found = self._settings.value(key)
        paths = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return [path for path in paths if isinstance(path, str) and Path(path).exists()][:RECENT]

    def _remember(self, key: str, path: str) -> None:
        if path == self.state.demo.model or not Path(path).exists():
            return
        self._settings.setValue(key, [path, *(each for each in self._recent(key) if each != path)][:RECENT])
        self._offer()


def _starter_paths() -> list[tuple[str, str, str]]:
    """Rows to learn from, held-out rows and title of each starter dataset."""
    found: list[tuple[str, str, str]] = []
    for name, starter in api.starters().items():
        train, held_out = api.starter_files(name)
        found.append((str(train), str(held_out), starter.title))
    return found
