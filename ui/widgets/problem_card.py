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
        self._holder = column()
        self._shown: tuple[ProblemGroup, ...] | None = None
        head = row(IconLabel("triangle-alert", "warn", 18), self._title, spacing=9)
        head.setStretchFactor(self._title, 1)
        self.setLayout(column(head, 6, self._holder, 8, self._note, margins=(14, 11, 14, 11)))

    def show_problems(self, title: str, groups: tuple[ProblemGroup, ...], note: str) -> None:
        """Show these."""
        self._title.setText(title)
        self._note.setText(note)
        if groups == self._shown:
            return
        self._shown = groups
        _empty(self._holder)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(2, 1)
        if any(group.rows for group in groups):
            for place, name in enumerate(("Row", "Column", "What stands there")):
                grid.addWidget(caption(name, 600), 0, place)
        for group in groups:
            self._add_group(grid, group, alone=len(groups) == 1 and bool(group.rows))
        self._holder.addWidget(table)
        places = tuple(place for group in groups for place in group.places)
        if len([group for group in groups if group.places]) > 1:
            everything = secondary_button(f"Skip all {len(places):,} rows", None, 28)
            everything.clicked.connect(lambda: self.skip_asked.emit(places))
            self._holder.addSpacing(8)
            self._holder.addWidget(_row_of(everything))

    def _add_group(self, grid: QGridLayout, group: ProblemGroup, *, alone: bool) -> None:
        grid.addWidget(rule(), grid.rowCount(), 0, 1, 4)
        single = len(group.rows) == len(group.places) == 1
        if not alone and not single:
            grid.addWidget(body(group.title, 600).wrapped(), grid.rowCount(), 0, 1, 4)
        for problem in group.rows:
            self._add_row(grid, problem)
        hint = group.rows[0].why if single else group.hint
        if hint:
            grid.addWidget(caption(hint).wrapped(), grid.rowCount(), 0, 1, 4)
        buttons: list[QWidget] = []
        if group.skip and len(group.places) > 1:
            skip = secondary_button(group.skip, None, 28)
            skip.clicked.connect(lambda: self.skip_asked.emit(group.places))
            buttons.append(skip)
        for name in group.columns:
            use = secondary_button(f"Use column “{name}”", "table", 28)
            use.clicked.connect(lambda _=False, name=name: self.column_asked.emit(group.rows[0].column, name))
            buttons.append(use)
        if buttons:
            grid.addWidget(_row_of(*buttons), grid.rowCount(), 0, 1, 4)

    def _add_row(self, grid: QGridLayout, problem: ProblemRow) -> None:
        line = grid.rowCount()
        value = Elided(problem.value, 13, 500, "bad")
        where: list[Label] = [body(problem.row, 600), Elided(problem.column, 13), value]
        for place, label in enumerate(where):
            grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignVCenter)
        if problem.place:
            skip = secondary_button("Skip this row", None, 28)
            skip.setAccessibleName(f"Skip row {problem.row}")
            skip.clicked.connect(lambda _=False, place=problem.place: self._skip_one(place))
            grid.addWidget(skip, line, 3)

    def _skip_one(self, place: RowOfFile) -> None:
        self.skip_asked.emit((place,))


def _row_of(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(row(*widgets, None, spacing=8))
    return made


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
