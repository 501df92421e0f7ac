"""What stands on the Run page before there is a run."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.state.tongue import tr
from ui.widgets.basics import Card, Label, body, column, primary_button, row
from ui.widgets.loss_card import SamplePicture


class NoRun(QWidget):
    """One inviting card with one button."""

    new_run_asked = Signal()

    def __init__(self, title: str = "", sentence: str = "") -> None:
        super().__init__()
        card = Card()
        self.begin = primary_button(tr("New run"), "plus", 38)
        self.begin.clicked.connect(self.new_run_asked)
        words = body(sentence or tr("Start a run and watch it learn here, update by update."), tone="mut")
        inside = column(
            SamplePicture(), 4, Label(title or tr("Nothing is running yet"), 16, 600), words, 8, self.begin,
            spacing=8, margins=(48, 36, 48, 40),
        )  # fmt: skip
        for index in range(inside.count()):
            inside.setAlignment(inside.itemAt(index).widget() or card, Qt.AlignmentFlag.AlignHCenter)
        card.setLayout(inside)
        self.setLayout(column(None, row(None, card, None), None, None))
