"""The strip that says on how many devices a run can go on: what changes, what never does, and the button."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.state.regroup import Regroup
from ui.state.tongue import tr
from ui.widgets.basics import Card, IconLabel, body, caption, column, row, secondary_button
from ui.widgets.segments import SegmentsPlace


class RegroupStrip(Card):
    """Hidden where there is nothing to choose."""

    asked = Signal(object)
    """A Command for the run."""

    def __init__(self) -> None:
        super().__init__("plain")
        self._view: Regroup | None = None
        self.title, self.line = body("", 600), caption("").wrapped()
        self.numbers = SegmentsPlace(tr("How many share the rest"))
        self.go_on = secondary_button("", "play")
        self.go_on.clicked.connect(lambda: self._view and self.asked.emit(self._view.command))
        words = column(self.title, self.line, spacing=1)
        line = row(
            IconLabel("layers", "accent", 18), words, self.numbers, self.go_on, spacing=12, margins=(14, 6, 8, 6)
        )
        line.setStretchFactor(words, 1)
        self.setLayout(line)
        self.hide()

    def show_regroup(self, view: Regroup | None) -> None:
        """Show this; None: there is nothing to choose."""
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        self.title.setText(view.title)
        self.line.setText(view.line)
        self.numbers.show_choices(view.numbers if len(view.numbers) > 1 else (), view.chosen)
        self.go_on.set_text(view.button)
        self.go_on.setEnabled(not view.reason)
        self.go_on.setToolTip(view.reason)
