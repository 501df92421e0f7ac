"""Between the pages of New run and their state: folds what the user does, asks the bench, remembers what was used."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QStackedWidget

from studio import api
from studio.job import InspectJob
from ui.data_desk import DataDesk
from ui.measure_desk import MeasureDesk
from ui.model_desk import ModelDesk
from ui.night_desk import NightDesk
from ui.pages.new_run import NewRunPage
from ui.state.data_hub import named_dataset
from ui.state.data_lengths import price_a_suggestion
from ui.state.judged_for import judged_for
from ui.state.new_run import NewRun
from ui.state.new_run_page import new_run_view
from ui.state.new_run_plan import ON_GPUS
from ui.state.other_gpus import try_another_number
from ui.state.tongue import tr
from ui.state.ways_out import OTHER_MODEL, try_a_way_out, ways_out
from ui.tokens_desk import TokensDesk

RECENT = 6


class NewRunDesk(QObject):
    """Everything on the pages ends in `_follow`: ask what must be asked, show what follows.

    `place` holds the page itself and those behind it: models, tokens, Before the night; one at a time.
    """

    asked = Signal(object)
    """An InspectJob was put to the bench."""
    started = Signal(object)
    """A TrainJob."""

    def __init__(self, home: api.Home, settings: QSettings, page: NewRunPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._settings = home, settings
        self._bench = api.Bench(home)
        self._question: api.Asked | None = None
        self.state = NewRun(partial(api.plan_here, home), partial(api.error_bars, home))
        self.page = page
        self.models = ModelDesk(home, self)
        self.tokens = TokensDesk(home, self.state, self)
        self.measure = MeasureDesk(home, self.state, self)
        self.night = NightDesk(home, self.state, self.measure, self._bench)
        self.hub_data = DataDesk(home, page.data.hub, self.models.bench, self)
        self.place = QStackedWidget()
        for each in (page, self.models.page, self.tokens.page, self.night.page):
            self.place.addWidget(each)
        page.model_chosen.connect(self.choose_model)
        page.data_chosen.connect(self.choose_data)
        page.model.browse_asked.connect(self._browse)
        page.hub_data_asked.connect(lambda: self.hub_data.open(shown=True))
        self.hub_data.chosen.connect(self.choose_data)
        self.hub_data.fetched.connect(lambda folder: self._remember("recent/data", folder))
        page.data.columns_picked.connect(lambda reads, writes: self._do(self.state.choose_columns, reads, writes))
        page.data.writing_picked.connect(lambda *said: self._do(self.state.choose_writing, *said))
        page.data.found_asked.connect(lambda: self._do(self.state.choose_found))
        page.data.skip_asked.connect(lambda rows: self._do(self.state.skip, rows))
        page.data.unskip_asked.connect(lambda: self._do(self.state.skip_none))
        page.data.stop_asked.connect(self._stop_reading)
        page.data.look_asked.connect(self._look)
        page.learning.batch_typed.connect(lambda text: self._do(self.state.choose_batch, text))
        page.learning.method_picked.connect(lambda method: self._do(self.state.choose_method, method))
        page.learning.epochs_picked.connect(lambda epochs: self._do(self.state.choose_epochs, epochs))
        page.learning.rate_picked.connect(lambda rate: self._do(self.state.choose_rate, rate))
        page.plan.alternative_picked.connect(self._take_alternative)
        page.plan.gpus_picked.connect(lambda gpus: self._do(self.state.choose_gpus, gpus))
        page.plan.way_out_asked.connect(self._take_way_out)
        page.plan.measure_asked.connect(self.measure.start)
        page.plan.measuring_left.connect(self.measure.stop)
        page.night_asked.connect(self._open_night)
        page.start_asked.connect(self._start)
        self.measure.changed.connect(self.render)
        self.night.page.start_asked.connect(self._start)
        self.night.left.connect(self._go_back)
        self.night.changed.connect(self.render)
        self.models.chosen.connect(self._take_model)
        self.models.left.connect(self._go_back)
        self.models.changed.connect(self.render)
        self.tokens.left.connect(self._go_back)
        self.tokens.length_chosen.connect(lambda length: self._do(self.state.choose_length, length))
        self.tokens.skip_asked.connect(lambda rows: self._do(self.state.skip, rows))
        self._offer()
        self.render()

    def wake(self) -> None:
        """Have the bench ready before it is asked. Raises OSError."""
        self._bench.start()

    def tick(self) -> None:
        """One look at what was asked and at downloads; a slice of the verdicts. At most one plan is made."""
        planned = False
        if (job := self.state.question()) is not None:
            self._ask(job)
            self.render()
        question = self._question
        if question is not None:
            before = question.progress
            if question.poll():
                self._question = None
                self._hear(question)
                planned = True
            elif question.progress is not before:
                self.state.progress = question.progress
                self.render()
        if not planned and self._plan_ahead():
            self.render()
        self.models.tick(visible=self.models.page.isVisible())
        self.tokens.tick()
        self.measure.tick()
        self.hub_data.tick()
        self.night.tick(near=self.place.isVisible() and self._question is None)

    def _plan_ahead(self) -> bool:
        """The next plan that something on the page waits for; False where there is none."""
        wants_price = self.place.currentWidget() is self.tokens.page
        price = wants_price and price_a_suggestion(self.state)
        return try_a_way_out(self.state) or price or try_another_number(self.state)

    def close(self) -> None:
        """End what belongs to these pages."""
        self._bench.close()
        self.models.close()
        self.tokens.close()
        self.measure.close()
        self.hub_data.close()

    def show_first(self) -> None:
        """Somebody comes to New run: the page itself, whatever was opened from it before."""
        if self.place.currentWidget() is not self.page:
            self._go_back()

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
        self.hub_data.open(shown=False)
        self.state.choose_data(path, held_out)
        self._follow()

    def take_paths(self, paths: list[Path]) -> None:
        """Dropped files: a folder with config.json is a model, the first of the others is the data."""
        self.place.setCurrentWidget(self.page)
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

    def render(self) -> None:
        """Show what follows."""
        view = new_run_view(
            self.state, time.time(), self.models.download, self.measure.state, self.night.state.worth_a_look
        )
        self.page.show_view(view, self.state.method_names)
        if self.place.currentWidget() is self.tokens.page:
            self.tokens.render()
        elif self.place.currentWidget() is self.models.page:
            self.models.judge_for(judged_for(self.state))
        elif self.place.currentWidget() is self.night.page:
            self.night.render()

    def _do(self, change: Callable[..., object], *values: object) -> None:
        change(*values)
        self._follow()

    def _follow(self) -> None:
        job = self.state.question()
        if job is not None:
            self._ask(job)
        self.render()

    def _ask(self, job: InspectJob) -> None:
        """An older question that has no answer yet is given up, however large its file."""
        if self._question is not None:
            self._bench.drop()
            self._question = None
        self.asked.emit(job)
        try:
            self._question = self._bench.ask(api.DataWanted(job=job, just_chosen=self.state.just_chosen))
        except OSError as problem:
            self.state.hear(job, None, (tr("The file could not be looked at."), str(problem)))

    def _hear(self, question: api.Asked) -> None:
        assert isinstance(question.question, api.DataWanted)
        problem = question.problem
        said = (problem.title, problem.hint) if problem else None
        self.state.hear(question.question.job, question.answer, said, problem.columns if problem else ())
        self._follow()

    def _stop_reading(self) -> None:
        if self._question is not None:
            self._bench.drop()
            self._question = None
        self._do(self.state.stop_reading)

    def _browse(self) -> None:
        self.models.judge_for(judged_for(self.state))
        self.place.setCurrentWidget(self.models.page)
        self.models.open(self._model_names(), self.state.choices.model)

    def _look(self) -> None:
        self.place.setCurrentWidget(self.tokens.page)
        self.tokens.open()

    def _open_night(self) -> None:
        self.place.setCurrentWidget(self.night.page)
        self.night.open()

    def _go_back(self) -> None:
        self.place.setCurrentWidget(self.page)
        self.render()

    def _take_model(self, folder: str) -> None:
        """From the page of models, or once a download has ended."""
        self.choose_model(folder)
        if self.place.currentWidget() is self.models.page:
            self._go_back()

    def _take_alternative(self, name: str) -> None:
        if name.startswith(ON_GPUS):
            self._do(self.state.choose_gpus, int(name.removeprefix(ON_GPUS)))
        else:
            self._do(self.state.choose_alternative, name)

    def _take_way_out(self, key: str) -> None:
        if key.startswith("rows:"):
            self._use_starter(key.removeprefix("rows:"))
            return
        if key == OTHER_MODEL:
            self._browse()
            self.models.page.fitting.setChecked(True)
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
            self.measure.stop()
            self.started.emit(self.state.job())

    def _offer(self) -> None:
        data = [(train, tr("Starter: {name}", name=title), "") for train, _, title in _starter_paths()]
        used = tr("used before")
        data += [(path, named_dataset(path) or Path(path).name, used) for path in self._recent("recent/data")]
        self.page.offer(self._model_names(), data)

    def _model_names(self) -> list[tuple[str, str]]:
        models = [(self.state.demo.model, tr("Starter model"))]
        return models + [(path, _name_of(path)) for path in self._recent("recent/models") if path != models[0][0]]

    def _recent(self, key: str) -> list[str]:
        found = self._settings.value(key)
        paths = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return [path for path in paths if isinstance(path, str) and Path(path).exists()][:RECENT]

    def _remember(self, key: str, path: str) -> None:
        if path == self.state.demo.model or not Path(path).exists():
            return
        self._settings.setValue(key, [path, *(each for each in self._recent(key) if each != path)][:RECENT])
        self._offer()


def _name_of(folder: str) -> str:
    """Without the owner, which stands in the name of the folder of a download."""
    return Path(folder).name.split("--")[-1]


def _starter_paths() -> list[tuple[str, str, str]]:
    """Rows to learn from, held-out rows and title of each starter dataset."""
    found: list[tuple[str, str, str]] = []
    for name, starter in api.starters().items():
        train, held_out = api.starter_files(name)
        found.append((str(train), str(held_out), starter.title))
    return found
