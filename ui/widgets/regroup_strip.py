"""The strip that asks on how many devices a run goes on: what changes, what never does, and the button."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.state.regroup import Regroup
from ui.state.tongue import tr
from ui.widgets.basics import Card, IconLabel, body, caption, column, link_button, primary_button, row
from ui.widgets.segments import Segments


class RegroupStrip(Card):
    """Hidden while nobody asks."""

    asked = Signal(object)
    """A Command for the run."""
    chosen = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("plain")
        self._view: Regroup | None = None
        self.title, self.line = body("", 600).wrapped(), caption("", tone="text").wrapped()
        self.numbers: Segments | None = None
        self._numbers_line = row()
        self.go_on = primary_button(tr("Continue"), "play")
        self.go_on.clicked.connect(lambda: self._view and self.asked.emit(self._view.command))
        self.leave = link_button(tr("Not now"), height=34)
        self.leave.clicked.connect(self.left)
        words = column(self.title, self.line, spacing=2)
        line = row(IconLabel("layers", "accent", 18), words, self._numbers_line, spacing=12, margins=(14, 9, 10, 9))
        line.addLayout(row(self.leave, self.go_on, spacing=8))
        line.setStretchFactor(words, 1)
        self.setLayout(line)
        self.hide()

    def show_question(self, view: Regroup | None) -> None:
        """Show this; None: nobody asks."""
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        self._show_numbers(view)
        self.title.setText(view.title)
        self.line.setText(view.line)
        self.go_on.set_text(view.button)
        self.go_on.setEnabled(not view.reason)
        self.go_on.setToolTip(view.reason)

    def _show_numbers(self, view: Regroup) -> None:
        """Only where there is a choice among several."""
        shown = view.numbers if len(view.numbers) > 1 else ()
        keys = tuple(key for key, _ in shown)
        if keys != (tuple(self.numbers.buttons) if self.numbers else ()):
            if self.numbers is not None:
                self.numbers.hide()
                self.numbers.deleteLater()
            self.numbers = Segments(tr("How many share the rest"), shown, view.chosen) if keys else None
            if self.numbers is not None:
                self.numbers.chosen.connect(lambda key: self.chosen.emit(int(key)))
                self._numbers_line.addWidget(self.numbers)
        if self.numbers is not None:
            self.numbers.choose(view.chosen)
