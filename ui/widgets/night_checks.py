"""A card of checks: a box to tick or an icon, what was found, its state in a word, and a button where one helps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.state.night import CheckLine
from ui.state.tongue import tr
from ui.widgets.basics import Card, Elided, IconLabel, Label, caption, column, empty, row, rule, secondary_button
from ui.widgets.tick import Tick

_STATE_WIDTH, _BUTTON_WIDTH = 132, 150


class CheckRow(QWidget):
    """One of them; what it shows may change, not what kind of row it is."""

    settled = Signal(str, bool)
    asked = Signal(str)

    def __init__(self, shown: CheckLine) -> None:
        super().__init__()
        self._shown = shown
        self.tick = Tick(shown.title) if shown.can_settle else None
        if self.tick is not None:
            self.tick.clicked.connect(lambda on: self.settled.emit(self._shown.name, on))
        mark = self.tick or IconLabel(shown.icon, "mut", 20)
        self._title, self._sentence = Elided("", 14, 600), caption("", 400).wrapped()
        self._icon, self._state = IconLabel(shown.state_icon, shown.tone, 16), Label("", 12, 500)
        self.button = secondary_button("", height=28)
        self.button.clicked.connect(lambda: self.asked.emit(self._shown.does))
        said = column(self._title, 2, self._sentence)
        line = row(mark, 12, said, 12, _wide(_STATE_WIDTH, self._icon, 6, self._state, None), margins=(0, 7, 0, 7))
        line.addWidget(_wide(_BUTTON_WIDTH, None, self.button))
        line.setStretchFactor(said, 1)
        self.setLayout(line)
        self.show_line(shown)

    def show_line(self, shown: CheckLine) -> None:
        """Show this."""
        self._shown = shown
        self._title.setText(shown.title)
        self._sentence.setText(shown.sentence)
        self._icon.set_icon(shown.state_icon, shown.tone)
        self._state.setText(shown.state)
        self._state.set_tone(shown.tone)
        self.button.setVisible(bool(shown.button))
        self.button.set_text(shown.button)
        self.button.setAccessibleName(f"{shown.button}: {shown.title}" if shown.button else "")
        if self.tick is not None:
            self.tick.setAccessibleName(tr("Settled: {what}", what=shown.title))
            self.tick.setChecked(shown.is_settled)


class CheckList(Card):
    """Hidden as long as there is nothing in it."""

    settled = Signal(str, bool)
    asked = Signal(str)
    """What a button does."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.rows: list[CheckRow] = []
        self._kinds: tuple[tuple[str, bool], ...] = ()
        self._inside: QVBoxLayout = column()
        head = row(caption(title, 600), None, caption(hint))
        self.setLayout(column(head, 2, self._inside, margins=(18, 10, 16, 5)))

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """Show these."""
        kinds = tuple((each.name, each.can_settle) for each in lines)
        if kinds != self._kinds:
            self._kinds = kinds
            self._make(lines)
        for made, shown in zip(self.rows, lines, strict=True):
            made.show_line(shown)
        self.setVisible(bool(lines))

    def _make(self, lines: tuple[CheckLine, ...]) -> None:
        self.rows = []
        empty(self._inside)
        for shown in lines:
            if self.rows:
                self._inside.addWidget(rule())
            made = CheckRow(shown)
            made.settled.connect(self.settled)
            made.asked.connect(self.asked)
            self._inside.addWidget(made)
            self.rows.append(made)


def _wide(width: int, *items: QWidget | int | None) -> QWidget:
    made = QWidget()
    made.setFixedWidth(width)
    made.setLayout(row(*items))
    return made
