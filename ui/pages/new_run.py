"""New run: three choices on the left, the plan that follows from them on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.job import Method
from ui.state.new_run_view import NewRunView
from ui.state.tongue import tr
from ui.widgets.basics import Elided, IconLabel, column, primary_button, row, secondary_button
from ui.widgets.choice import Option
from ui.widgets.data_card import DataCard
from ui.widgets.new_run_cards import LearningCard, ModelCard
from ui.widgets.page import Headline, scrolling
from ui.widgets.plan_card import PlanCard

_FILES = "(*.jsonl *.json *.csv *.tsv *.parquet *.xlsx *.xls *.ods *.txt *.md)"


class NewRunPage(QWidget):
    """Tells what was chosen; shows what follows."""

    model_chosen = Signal(str)
    data_chosen = Signal(str)
    start_asked = Signal()
    night_asked = Signal()
    hub_data_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.headline = Headline()
        self.model, self.data, self.learning, self.plan = ModelCard(), DataCard(), LearningCard(), PlanCard()
        self.model.picked.connect(self._pick_model)
        self.data.picked.connect(self._pick_data)
        self.start = primary_button(tr("Start"), "play", 38)
        self.start.setMinimumWidth(94)
        self.start.clicked.connect(self.start_asked)
        self.night = secondary_button(tr("Before the night"), "moon", 38)
        self.night.clicked.connect(self.night_asked)
        starting = QAction(self)
        starting.setShortcut(QKeySequence("Ctrl+Return"))
        starting.triggered.connect(self.start.click)
        opening = QAction(self)
        opening.setShortcut(QKeySequence("Ctrl+O"))
        opening.triggered.connect(lambda: self._pick_data("file"))
        self.addActions([starting, opening])
        self._strip_icon = IconLabel("info", "mut", 16)
        self._strip_title, self._strip_line = Elided("", 13, 600), Elided("", 12, 400, "mut")
        said = column(row(self._strip_icon, self._strip_title, None, spacing=7), 1, self._strip_line)
        strip = row(said, 10, self.night, 10, self.start)
        strip.setStretchFactor(said, 1)
        left = scrolling(column(self.model, self.data, self.learning, None, spacing=12))
        left.setMinimumWidth(420)
        right = column(self.plan, 11, strip)
        right.setStretchFactor(self.plan, 1)
        two = row(left, right, spacing=14)
        two.setStretch(0, 474)
        two.setStretch(1, 548)
        whole = column(self.headline, 13, two)
        whole.setStretchFactor(two, 1)
        self.setLayout(whole)

    def offer(self, models: list[tuple[str, str]], data: list[tuple[str, str, str]]) -> None:
        """What stands in the menus: models (folder, name) and data (path, name, detail), then a way to look further."""
        self.model.choice.set_options(
            (
                *(Option(folder, name) for folder, name in models),
                Option("browse", tr("All models, and which of them fit…")),
                Option("folder", tr("Choose a folder…")),
            )
        )
        self.data.choice.set_options(
            (
                *(Option(path, name, detail) for path, name, detail in data),
                Option("file", tr("Choose a file…")),
                Option("folder", tr("Choose a folder of files…")),
                Option("hub", tr("A dataset of the hub…")),
            )
        )

    def show_view(self, view: NewRunView, methods: tuple[tuple[Method, str], ...]) -> None:
        """Show this."""
        self.headline.say(view.headline, view.line)
        self.model.show_model(view.model)
        self.data.show_data(view.data)
        self.learning.show_learning(view.learning, methods)
        self.plan.show_plan(view.plan)
        self._strip_icon.setVisible(bool(view.start.icon))
        if view.start.icon:
            self._strip_icon.set_icon(view.start.icon)
        self._strip_title.setText(view.start.title)
        self._strip_line.setText(view.start.line)
        self.start.setEnabled(view.start.can_start)
        self.start.setToolTip("" if view.start.can_start else view.start.title)

    def _pick_model(self, value: str) -> None:
        if value == "browse":
            self.model.browse_asked.emit()
            return
        if value == "folder":
            value = QFileDialog.getExistingDirectory(self, tr("Choose the folder of a model"), str(Path.home()))
        if value:
            self.model_chosen.emit(value)

    def _pick_data(self, value: str) -> None:
        if value == "hub":
            self.hub_data_asked.emit()
            return
        if value == "file":
            rows, everything = tr("Rows to learn from"), tr("All files")
            files = f"{rows} {_FILES};;{everything} (*)"
            value = QFileDialog.getOpenFileName(self, tr("Choose the rows to learn from"), str(Path.home()), files)[0]
        elif value == "folder":
            value = QFileDialog.getExistingDirectory(self, tr("Choose a folder of files"), str(Path.home()))
        if value:
            self.data_chosen.emit(value)
