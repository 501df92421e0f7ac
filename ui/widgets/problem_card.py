"""Rows of a file that cannot be used as they are, by kind: where, what stands there, and the buttons that settle it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from studio.job import RowOfFile
from ui.state.data_problems import ProblemGroup, ProblemRow
from ui.widgets.basics import (
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    column,
    row,
    rule,
    secondary_button,
)


class ProblemCard(Card):
    """The first few of each kind; the others are counted."""

    skip_asked = Signal(tuple)
    """RowOfFile of each row to leave out."""
    column_asked = Signal(str, str)
    """The column that is used, and the one to use instead."""

    def __init__(self) -> None:
        super().__init__("warn")
        self._title = body("", 600).wrapped()
        self._note = caption().wrapped()
        self._groups = column(spacing=9)
        self._shown: tuple[ProblemGroup, ...] | None = None
        head = row(IconLabel("triangle-alert", "warn", 18), self._title, spacing=9)
        head.setStretchFactor(self._title, 1)
        self.setLayout(column(head, 8, self._groups, 8, self._note, margins=(14, 11, 14, 11)))

    def show_problems(self, title: str, groups: tuple[ProblemGroup, ...], note: str) -> None:
        """Show these."""
        self._title.setText(title)
        self._note.setText(note)
        if groups == self._shown:
            return
        self._shown = groups
        _empty(self._groups)
        for place, group in enumerate(groups):
            if place:
                self._groups.addWidget(rule())
            self._groups.addWidget(self._group(group, alone=len(groups) == 1 and group.title == title))

    def _group(self, group: ProblemGroup, *, alone: bool) -> QWidget:
        made = QWidget()
        lines = column(spacing=6)
        if not alone:
            lines.addWidget(body(group.title, 600).wrapped())
        if group.rows:
            lines.addLayout(self._table(group.rows, single=len(group.places) == 1))
        if group.hint:
            lines.addWidget(caption(group.hint).wrapped())
        buttons = row(spacing=8)
        if group.skip:
            skip = secondary_button(group.skip, None, 28)
            skip.clicked.connect(lambda: self.skip_asked.emit(group.places))
            buttons.addWidget(skip)
        for name in group.columns:
            use = secondary_button(f"Use column “{name}”", "table", 28)
            use.clicked.connect(lambda _=False, name=name: self.column_asked.emit(group.rows[0].column, name))
            buttons.addWidget(use)
        buttons.addStretch(1)
        if buttons.count() > 1:
            lines.addLayout(buttons)
        made.setLayout(lines)
        return made

    def _table(self, rows: tuple[ProblemRow, ...], *, single: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(2, 1)
        for place, name in enumerate(("Row", "Column", "What stands there")):
            grid.addWidget(caption(name, 600), 0, place)
        for line, problem in enumerate(rows, start=1):
            value = Elided(problem.value, 13, 500, "bad")
            where: list[Label] = [body(problem.row, 600), Elided(problem.column, 13), value]
            for place, label in enumerate(where):
                grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignVCenter)
            if problem.place and not single:
                skip = secondary_button("Skip this row", None, 28)
                skip.setAccessibleName(f"Skip row {problem.row}")
                skip.clicked.connect(lambda _=False, place=problem.place: self._skip_one(place))
                grid.addWidget(skip, line, 3)
        return grid

    def _skip_one(self, place: RowOfFile) -> None:
        self.skip_asked.emit((place,))


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
