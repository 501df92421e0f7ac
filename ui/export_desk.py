"""Between the Export page and the studio: what is possible, exports that are made, recipes that are written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from studio import api
from ui.pages.export import ExportPage
from ui.state.after_run import Told, busy_with, told_problem
from ui.state.export import ExportState, recipe_folder, recipe_words
from ui.state.known import KnownRun, model_name
from ui.state.push import PushState
from ui.state.tongue import tr
from ui.try_desk import Result, Surroundings, result_of


class ExportDesk(QObject):
    """What was made of each run is read from its folder; what failed stays as long as the window."""

    def __init__(
        self,
        around: Surroundings,
        ask: Callable[[api.RunQuestion, Callable[[api.Asked], None]], None],
    ) -> None:
        assert isinstance(around, QObject)
        super().__init__(around)
        self._around, self._ask_bench = around, ask
        self.page = ExportPage()
        self._run: KnownRun | None = None
        self._states: dict[Result, ExportState] = {}
        self._pushes: dict[Result, PushState] = {}
        self._told: Told | None = None
        page = self.page
        page.make_asked.connect(self._make)
        page.cancel_asked.connect(self._cancel)
        page.size_chosen.connect(self._choose)
        page.recipe_asked.connect(self._write_recipe)
        page.place_chosen.connect(self._choose_place)
        page.push.push_asked.connect(self._push)
        page.push.cancel_asked.connect(self._cancel_push)
        page.push.export_chosen.connect(lambda folder: self._change_push(lambda state: state.choose(folder)))
        page.push.typed.connect(lambda name: self._change_push(lambda state: state.type(name)))
        page.push.private_chosen.connect(lambda yes: self._change_push(lambda state: setattr(state, "private", yes)))

    @property
    def state(self) -> ExportState:
        """Of the run that is shown."""
        assert self._run is not None
        return self._states[result_of(self._run)]

    @property
    def push(self) -> PushState:
        """Of the run that is shown."""
        assert self._run is not None
        return self._pushes.setdefault(result_of(self._run), PushState())

    def show_run(self, run: KnownRun | None, runs: Sequence[tuple[str, str]]) -> None:
        """This run from now on; None: none has a result."""
        if run is None:
            self._run = None
            self.page.show_nothing()
            return
        if self._run is None or self._run.name != run.name:
            self._told = None
        self._run = run
        self.page.show_runs(runs, run.name)
        folder = self._folder
        if result_of(run) not in self._states:
            self._states[result_of(run)] = ExportState(str(folder.path), model_name(run.job))
            self._look(self.state, folder)
        self.render()

    def _look(self, state: ExportState, folder: api.RunFolder) -> None:
        """See what is there, and ask what is possible."""
        state.see_kept(api.kept_exports(folder))
        state.free_bytes = shutil.disk_usage(state.place or folder.path).free

        def hear(question: api.Asked) -> None:
            if question.problem is not None:
                self._told = told_problem(question.problem)
            else:
                state.see_options(question.answer)
            self.render()

        to = str(state.place) if state.place else None
        self._ask_bench(api.ExportsWanted(run=str(folder.path), to=to), hear)

    @property
    def _folder(self) -> api.RunFolder:
        folder = self._around.folder(self._run.name if self._run else "")
        assert folder is not None
        return folder

    def render(self) -> None:
        """Show it as it is now."""
        if self._run is None:
            return
        state, folder, job = self.state, self._folder, self._around.errand.job
        views = state.views()
        there = state.place or folder.path / "exports"
        self.page.show_exports(
            views,
            title=self._run.title,
            folder=str(there) if any(view.folder for view in views) else "",
            first=None if job else state.first_to_make,
            disk=state.disk,
            where=str(there),
            told=self._told or state.noted or self._around.where,
            why_not=busy_with(job),
        )
        self.push.see_exports(state.made)
        self.page.push.show_view(self.push.view, why_not=busy_with(job))

    def _make(self, kind: api.ExportKind) -> None:
        if self._around.errand.job is not None or self._run is None:
            return
        folder, state = self._folder, self.state

        def hear(event: api.AfterEvent) -> None:
            state.hear(event)
            if isinstance(event, api.Exported | api.AfterFailed):
                self._look(state, folder)

        self._told = None
        try:
            self._around.errand.begin(state.make(kind), hear)
        except OSError as problem:
            title = tr("The program that exports could not be started.")
            hear(api.AfterFailed(title=title, hint=str(problem), kind="OSError"))
            self.render()

    def _cancel(self) -> None:
        self.state.cancel()
        self._around.errand.cancel()
        self.render()

    def _push(self) -> None:
        if self._around.errand.job is not None or self._run is None:
            return
        state = self.push

        def hear(event: api.AfterEvent) -> None:
            state.hear(event)

        try:
            self._around.errand.begin(state.begin(), hear)
        except OSError as problem:
            title = tr("The program that sends it could not be started.")
            hear(api.AfterFailed(title=title, hint=str(problem), kind="OSError"))
            self.render()

    def _cancel_push(self) -> None:
        self.push.cancel()
        self._around.errand.cancel()
        self.render()

    def _change_push(self, change: Callable[[PushState], None]) -> None:
        if self._run is not None:
            change(self.push)
            self.render()

    def _choose(self, kind: api.ExportKind, weight_type: api.WeightType) -> None:
        self.state.choose(kind, weight_type)
        self.render()

    def _choose_place(self, place: Path) -> None:
        self.state.place = place
        self._look(self.state, self._folder)
        self.render()

    def _write_recipe(self, kind: api.RecipeKind, parent: Path) -> None:
        folder = recipe_folder(parent, self._folder.name, kind)

        def hear(question: api.Asked) -> None:
            if question.problem is not None:
                self._told = told_problem(question.problem)
            else:
                self._told = recipe_words(folder, question.answer)
            self.render()

        self._ask_bench(api.RecipeWanted(run=str(self._folder.path), kind=kind, to=str(folder)), hear)
