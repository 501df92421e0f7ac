"""Held-out rows with what both models answered and what was expected: the best, the worst, the first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.state.judgement import ROWS, RowsShown, RowView
from ui.state.tongue import tr
from ui.widgets.basics import Card, CardKind, IconLabel, Label, body, caption, card_title, column, row
from ui.widgets.page import scrolling
from ui.widgets.segments import Segments


class JudgedRows(Card):
    """A list that scrolls; which rows is chosen above it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[RowsShown, tuple[RowView, ...]] = {}
        self._which: RowsShown = "best"
        self.which = Segments(tr("Rows"), tuple((key, tr(word)) for key, word in ROWS), self._which)
        self.which.chosen.connect(self._choose)
        self._area = scrolling(QWidget())
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(tr("Held-out rows with both answers"))
        head = row(card_title(tr("The rows behind it")), None, self.which)
        whole = column(head, self._area, spacing=8, margins=(16, 12, 10, 12))
        whole.setStretchFactor(self._area, 1)
        self.setLayout(whole)

    def show_rows(self, rows: dict[RowsShown, tuple[RowView, ...]]) -> None:
        """Show these."""
        if rows != self._rows:
            self._rows = rows
            self._fill()

    def _choose(self, key: RowsShown) -> None:
        self._which = key
        self._fill()

    def _fill(self) -> None:
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(8)
        for each in self._rows.get(self._which, ()):
            question = body(each.question, 600).wrapped()
            head = row(question, caption(f"{each.row} · {each.losses}"), spacing=10)
            head.setStretchFactor(question, 1)
            lines.addLayout(head)
            pair = row(spacing=8)
            pair.addWidget(_bubble(tr("Before"), each.base, each.base_right), 1)
            pair.addWidget(_bubble(tr("After"), each.tuned, each.tuned_right), 1)
            lines.addLayout(pair)
            if not each.tuned_right and each.expected:
                lines.addWidget(caption(tr("Expected: {answer}", answer=each.expected)).wrapped())
        lines.addStretch(1)
        self._area.setWidget(inside)


def _bubble(when: str, text: str, right: bool | None) -> Card:
    ground: CardKind = "ground-ok" if right else "sunk"
    made = Card(ground)
    head = row(caption(when, 600), None, spacing=4)
    if right is not None:
        head.addWidget(IconLabel("check" if right else "x", "ok" if right else "bad", 14))
        head.addWidget(Label(tr("right") if right else tr("wrong"), 12, 500, "ok" if right else "bad"))
    made.setLayout(column(head, body(text).wrapped(), None, spacing=2, margins=(11, 6, 11, 7)))
    made.setMinimumWidth(120)
    return made
