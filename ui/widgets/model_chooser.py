"""Which model: a list to search, each with whether it fits, and the selected one in full."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.state.model_details import DetailsView
from ui.state.model_list import ModelLine
from ui.state.tongue import tr
from ui.widgets.basics import Card, caption, column, row, secondary_button
from ui.widgets.model_lines import ModelLines
from ui.widgets.model_panel import ModelPanel
from ui.widgets.page import Headline


class ModelChooser(QWidget):
    """Tells what is searched and selected; shows what follows."""

    searched = Signal(str)
    only_fitting = Signal(bool)
    hub_asked = Signal()
    selected = Signal(str)
    taken = Signal(str)
    folder_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        back = secondary_button(tr("Back to New run"), "chevron-left", 34)
        back.clicked.connect(self.left)
        folder = secondary_button(tr("Choose a folder…"), "folder-open", 34)
        folder.clicked.connect(self.folder_asked)
        self.headline = Headline(folder, back)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Name, maker, licence or language, like “qwen”, “apache” or “de”"))
        self.search.setAccessibleName(tr("Search models"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedHeight(34)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self.hub_asked)
        self.fitting = secondary_button(tr("Only those that fit"), "circle", 34)
        self.fitting.setCheckable(True)
        self.fitting.toggled.connect(lambda only: self.fitting.set_icon("circle-check" if only else "circle"))
        self.fitting.toggled.connect(self.only_fitting)
        top = row(self.search, 12, self.fitting)
        top.setStretchFactor(self.search, 1)
        self.lines = ModelLines()
        self.lines.selected.connect(self.selected)
        self.lines.taken.connect(self.taken)
        self.hub = secondary_button(tr("Search the hub"), "search", 34)
        self.hub.clicked.connect(self.hub_asked)
        self._hub_line = caption().wrapped()
        below = row(self.hub, 12, self._hub_line)
        below.setStretchFactor(self._hub_line, 1)
        left = Card()
        inside = column(top, 8, self.lines, 8, below, margins=(14, 14, 14, 12))
        inside.setStretchFactor(self.lines, 1)
        left.setLayout(inside)
        self.panel = ModelPanel()
        self.panel.setFixedWidth(400)
        two = row(left, self.panel, spacing=14)
        two.setStretchFactor(left, 1)
        whole = column(self.headline, 13, two)
        whole.setStretchFactor(two, 1)
        self.setLayout(whole)
        leaving = QAction(self)
        leaving.setShortcut(QKeySequence("Esc"))
        leaving.triggered.connect(self.left)
        self.addAction(leaving)

    def show_list(self, lines: tuple[ModelLine, ...], selected: str, assumption: str, hub: tuple[str, str]) -> None:
        """Show these lines; `hub`: the words on the button that searches further, and what came of it."""
        self.headline.say(tr("Which model should learn?"), assumption)
        self.lines.show_lines(lines, selected)
        self.hub.set_text(hub[0])
        self.hub.setVisible(bool(hub[0]))
        self._hub_line.setText(hub[1])

    def show_details(self, view: DetailsView | None) -> None:
        """Show the selected model."""
        self.panel.show_details(view)
