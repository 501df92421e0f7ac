"""What happened, what was kept, what to do: the cards of a run that could not go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.state.kept import Kept
from ui.state.run import RunView
from ui.state.tongue import tr
from ui.widgets.basics import (
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    card_title,
    column,
    empty,
    row,
    secondary_button,
)
from ui.widgets.happened_list import HappenedList


class StoryPanel(QWidget):
    """Never shows anything that only a programmer could read."""

    def __init__(self) -> None:
        super().__init__()
        self.happened = HappenedList(roomy=True)
        self.sign = IconLabel("info", "accent", 20)
        self._kept: tuple[Kept, ...] | None = None
        self._kept_lines = QVBoxLayout()
        self._kept_lines.setSpacing(13)
        self.what_to_do = card_title(tr("What to do"))
        self.sentence = body("").wrapped()
        first, second, third = Card(), Card(), Card()
        told = column(
            row(self.sign, card_title(tr("What happened")), None, spacing=10),
            self.happened,
            spacing=12,
            margins=(20, 16, 12, 14),
        )
        told.setStretchFactor(self.happened, 1)
        first.setLayout(told)
        second.setLayout(
            column(
                row(IconLabel("shield-check", "ok", 20), card_title(tr("What was kept")), None, spacing=10),
                self._kept_lines,
                None,
                spacing=14,
                margins=(20, 16, 16, 14),
            )
        )
        self.to_do_sign = IconLabel("arrow-right", "accent", 20)
        third.setLayout(
            column(
                row(self.to_do_sign, self.what_to_do, None, spacing=10),
                self.sentence,
                spacing=8,
                margins=(20, 14, 20, 14),
            )
        )
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(first, 0, 0)
        grid.addWidget(second, 0, 1)
        grid.addWidget(third, 1, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setLayout(grid)

    def show_view(self, view: RunView) -> None:
        """Show this."""
        self.happened.show_list(view.happened)
        bad = view.chip == "failed"
        self.sign.set_icon("circle-x" if bad else "info", "bad" if bad else "accent")
        title, sentence = view.what_to_do
        self.what_to_do.setText(title)
        self.sentence.setText(sentence)
        self._show_kept(view.kept)

    def _show_kept(self, kept: tuple[Kept, ...]) -> None:
        if kept == self._kept:
            return
        self._kept = kept
        empty(self._kept_lines)
        for each in kept:
            line = QWidget()
            words = column(body(each.title, 600).wrapped(), caption(each.detail).wrapped(), spacing=1)
            sign = IconLabel(each.icon, each.tone, 18)
            both = row(sign, words, spacing=10)
            both.setStretchFactor(words, 1)
            both.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
            line.setLayout(both)
            self._kept_lines.addWidget(line)


class Details(Card):
    """For someone who can help: where the log lies, and a report to copy."""

    report_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path = Elided("", 12, tone="mut")
        self.copy = secondary_button(tr("Copy report"), "copy", 30)
        self.copy.clicked.connect(self.report_asked)
        line = row(
            IconLabel("file-text", "mut", 18),
            Label(tr("Details for someone who can help"), 13, 600),
            self.path,
            self.copy,
            spacing=10,
            margins=(18, 9, 16, 9),
        )
        line.setStretchFactor(self.path, 1)
        self.setLayout(line)
