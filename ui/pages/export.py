"""Export: the result in the forms that other programs read, each proved, and the run as a recipe for other trainers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from ui.state.after_run import Told
from ui.state.export import KINDS, RECIPES, ExportView
from ui.state.tongue import left_to_right, tr
from ui.widgets.basics import Card, Elided, IconLabel, body, caption, column, link_button, row, secondary_button
from ui.widgets.export_card import ExportCard
from ui.widgets.no_run import NoRun
from ui.widgets.page import Headline, scrolling
from ui.widgets.push_line import PushLine
from ui.widgets.run_choice import RunChoice
from ui.widgets.told_strip import ToldStrip


class ExportPage(QWidget):
    """Shows what `ui.state.export` says."""

    run_chosen = Signal(str)
    make_asked = Signal(str)
    cancel_asked = Signal()
    size_chosen = Signal(str, str)
    place_chosen = Signal(object)
    """A folder for exports."""
    recipe_asked = Signal(str, object)
    """The kind, and the folder in which a new one is made."""
    new_run_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder = ""
        self.open = secondary_button(tr("Open folder"), "folder-open")
        self.open.clicked.connect(lambda: _open(self._folder))
        self.run = RunChoice()
        self.run.picked.connect(lambda name: self.run_chosen.emit(str(name)))
        self.headline = Headline(self.open, self.run)
        self.told = ToldStrip()
        self.cards = {kind: ExportCard() for kind in KINDS}
        cards = row(spacing=12)
        for card in self.cards.values():
            card.make_asked.connect(self.make_asked)
            card.cancel_asked.connect(self.cancel_asked)
            card.folder_asked.connect(_open)
            card.size_chosen.connect(self.size_chosen)
            cards.addWidget(card, 1)
        self.disk = body("", 600)
        nothing = NoRun(
            tr("No run has a result yet"),
            tr("As soon as one does, you can take its model along from here, in four forms."),
        )
        nothing.new_run_asked.connect(self.new_run_asked)
        inside = column(cards, self._recipes(), spacing=12)
        inside.setStretchFactor(cards, 1)
        self._parts = QStackedWidget()
        self._parts.addWidget(nothing)
        self._parts.addWidget(scrolling(inside))
        whole = column(self.headline, 8, self.told, 8, self._parts)
        whole.setStretchFactor(self._parts, 1)
        self.setLayout(whole)

    def _recipes(self) -> Card:
        card = Card()
        buttons = row(spacing=8)
        self.recipes = {}
        for kind, name in RECIPES:
            button = secondary_button(name, height=30)
            button.setAccessibleName(tr("Save the recipe for {trainer}", trainer=name))
            button.clicked.connect(lambda _=False, kind=kind: self._choose_folder(kind))
            self.recipes[kind] = button
            buttons.addWidget(button)
        title = body(tr("Run it again elsewhere"), 600)
        words = caption(tr("Its own rows and settings, as a script or for another trainer"))
        self._disk_sign = IconLabel("hard-drive", "mut", 18)
        self.place = link_button(tr("Choose another place"), "folder-open")
        self.place.clicked.connect(self._choose_place)
        self.push = PushLine()
        self.where = Elided("", 12, tone="mut")
        card.setLayout(
            column(
                row(self._disk_sign, self.disk, self.where, None, self.place, spacing=12),
                row(IconLabel("file-text", "mut", 18), column(title, words, spacing=1), None, buttons, spacing=12),
                self.push,
                spacing=9,
                margins=(16, 10, 16, 11),
            )
        )
        return card

    def _choose_folder(self, kind: str) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Where to save the recipe"))
        if chosen:
            self.recipe_asked.emit(kind, Path(chosen))

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Where exports go"))
        if chosen:
            self.place_chosen.emit(Path(chosen))

    def show_nothing(self) -> None:
        """No run has a result."""
        self.headline.say(tr("Take a model with you"), tr("Every export is loaded again and proved."))
        self.run.hide()
        self.open.hide()
        self.told.show_told(None)
        self._parts.setCurrentIndex(0)

    def show_runs(self, runs: Sequence[tuple[str, str]], chosen: str) -> None:
        """Name and title of those that can be exported."""
        self.run.show_runs(runs, chosen)
        self._parts.setCurrentIndex(1)

    def show_exports(
        self,
        views: Sequence[ExportView],
        *,
        title: str,
        folder: str,
        first: str | None,
        disk: str,
        where: str,
        told: Told | None,
        why_not: str,
    ) -> None:
        """The cards. `folder`: where exports are; empty: there are none."""
        self._folder = folder
        self.headline.say(
            tr("Take {run} with you", run=title),
            tr("Every export is loaded again and must answer alike before it counts as done."),
        )
        self.open.setVisible(bool(folder))
        self.told.show_told(told)
        self.disk.setText(disk)
        self.where.setText(left_to_right(where))
        for view in views:
            self.cards[view.kind].show_view(view, first=view.kind == first, why_not=why_not)


def _open(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
