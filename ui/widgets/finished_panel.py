"""What stands beside the plot of an ended run: what next, what happened, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.state.outcome import Fact
from ui.state.run import RunView
from ui.state.tongue import tr
from ui.state.words import file_size
from ui.widgets.basics import (
    Button,
    Card,
    Label,
    caption,
    card_title,
    column,
    link_button,
    primary_button,
    row,
    secondary_button,
)
from ui.widgets.happened_card import samples_button
from ui.widgets.happened_list import HappenedList


class FinishedPanel(QWidget):
    """Three cards, 364 wide."""

    new_run_asked = Signal()
    files_asked = Signal()
    report_asked = Signal()
    samples_asked = Signal()
    curves_asked = Signal(bool)
    """Whether the other curves are to be shown."""
    next_asked = Signal(str)
    """"ask", "judge" or "export"."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(364)
        self.try_it, self.try_too = (
            make(tr("Try it"), "message-square") for make in (primary_button, secondary_button)
        )
        self.judge = secondary_button(tr("Judge it"), "zap")
        self.export = secondary_button(tr("Export"), "share")
        self.new_run = secondary_button(tr("New run"), "plus")
        self.files = link_button(tr("Show the files"), "folder-open")
        self.report = link_button(tr("Copy report"), "copy")
        self.files_note = caption("")
        self.happened = HappenedList(tr("No interruption and no warning."))
        self._facts = [(Label("", 18, 500), caption("", 500, "text"), caption("")) for _ in range(4)]
        self.after = QWidget()
        self.after.setLayout(
            column(
                _choice((self.try_it, self.try_too), caption(tr("Ask it your own questions"))),
                _choice((self.judge,), caption(tr("Did it learn, did it forget?"))),
                _choice((self.export,), caption(tr("An adapter, or a full model"))),
                spacing=9,
            )
        )
        next_card = Card()
        next_card.setLayout(
            column(
                card_title(tr("What next?")),
                self.after,
                _choice((self.new_run,), caption(tr("Other rows, another model"))),
                row(self.files, self.files_note, None, self.report, spacing=6),
                spacing=9,
                margins=(16, 12, 16, 14),
            )
        )
        self._story = story = Card()
        self.samples = samples_button()
        self.samples.clicked.connect(self.samples_asked)
        head = row(card_title(tr("What happened")), None, self.samples)
        told = column(head, self.happened, spacing=10, margins=(16, 12, 8, 12))
        told.setStretchFactor(self.happened, 1)
        story.setLayout(told)
        self._numbers = Card()
        grid = QGridLayout()
        grid.setContentsMargins(16, 12, 16, 6)
        grid.setVerticalSpacing(10)
        for number, labels in enumerate(self._facts):
            grid.addLayout(column(*labels, spacing=0), number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        self.curves = link_button(tr("Show its other curves"), "chart-line")
        self.curves.setCheckable(True)
        self.curves.setToolTip(tr("Learning rate, gradient norm, speed, memory and the card, update by update"))
        self.curves.toggled.connect(self._show_curves)
        self._numbers.setLayout(column(grid, row(self.curves, None, margins=(10, 0, 0, 6))))
        self._room = QWidget()
        self._room.hide()
        whole = column(next_card, story, self._numbers, self._room, spacing=12)
        whole.setStretchFactor(self._room, 1)
        whole.setStretchFactor(story, 1)
        self.setLayout(whole)
        for what, buttons in (
            ("ask", (self.try_it, self.try_too)),
            ("judge", (self.judge,)),
            ("export", (self.export,)),
        ):
            for button in buttons:
                button.clicked.connect(lambda _=False, what=what: self.next_asked.emit(what))
        self.new_run.clicked.connect(self.new_run_asked)
        self.files.clicked.connect(self.files_asked)
        self.report.clicked.connect(self.report_asked)

    def _show_curves(self, shown: bool) -> None:
        self.curves.set_text(tr("Hide its other curves") if shown else tr("Show its other curves"))
        self._story.setHidden(shown)  # there is not room for both
        self._room.setVisible(shown)
        self.curves_asked.emit(shown)

    def show_view(self, view: RunView) -> None:
        """Show this."""
        filled = any(action.filled for action in view.actions)
        self.after.setVisible(bool(view.result_bytes))
        self.try_it.setVisible(not filled)
        self.try_too.setVisible(filled)
        self.files_note.setText(file_size(view.result_bytes) if view.result_bytes else tr("No result yet"))
        self.happened.show_list(view.happened)
        self.samples.setVisible(bool(view.samples))
        self._show_facts(view.facts)

    def _show_facts(self, facts: Sequence[Fact]) -> None:
        for number, (value, what, beside) in enumerate(self._facts):
            fact = facts[number] if number < len(facts) else Fact("", "", "")
            value.setText(fact.number)
            what.setText(fact.what)
            beside.setText(fact.beside)


def _choice(buttons: Sequence[Button], note: QWidget) -> QWidget:
    made = QWidget()
    for button in buttons:
        button.setFixedWidth(150)
    line = row(*buttons, note, None, spacing=12)
    made.setLayout(line)
    return made
