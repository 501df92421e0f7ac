"""Rows of a file that cannot be used as they are, by kind: where, what stands there, and the buttons that settle it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.job import RowOfFile
from ui.state.data_problems import ProblemGroup, ProblemRow
from ui.state.tongue import tr
from ui.widgets.basics import Card, Elided, IconLabel, Label, body, caption, column, empty, row, rule, secondary_button

_COLUMNS = 5
"""Row, column, what stands there, what is wrong with it, button."""


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
        self._places: tuple[RowOfFile, ...] = ()
        self.skip_all = secondary_button("", None, 28)
        self.skip_all.clicked.connect(lambda: self.skip_asked.emit(self._places))
        head = row(IconLabel("triangle-alert", "warn", 18), self._title, self.skip_all, spacing=9)
        head.setStretchFactor(self._title, 1)
        self.setLayout(column(head, 4, self._holder, 6, self._note, margins=(14, 8, 14, 9)))

    def show_problems(self, title: str, groups: tuple[ProblemGroup, ...], note: str) -> None:
        """Show these."""
        self._title.setText(title)
        self._note.setText(note)
        if groups == self._shown:
            return
        self._shown = groups
        empty(self._holder)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(3, 1)
        if any(group.rows for group in groups):
            for place, name in enumerate((tr("Row"), tr("Column"), tr("What stands there"))):
                grid.addWidget(caption(name, 600), 0, place, 1, 2 if place == 2 else 1)
        for group in groups:
            self._add_group(grid, group, alone=len(groups) == 1 and bool(group.rows))
        self._holder.addWidget(table)
        self._places = tuple(place for group in groups for place in group.places)
        self.skip_all.setText(tr("Skip all {number} rows", number=f"{len(self._places):,}"))
        self.skip_all.setVisible(len([group for group in groups if group.places]) > 1)

    def _add_group(self, grid: QGridLayout, group: ProblemGroup, *, alone: bool) -> None:
        grid.addWidget(rule(), grid.rowCount(), 0, 1, _COLUMNS)
        single = len(group.rows) == len(group.places) == 1
        if not alone and not single:
            grid.addWidget(body(group.title, 600).wrapped(), grid.rowCount(), 0, 1, _COLUMNS)
        for problem in group.rows:
            self._add_row(grid, problem, with_what=single)
        if group.hint and not single:
            grid.addWidget(caption(group.hint).wrapped(), grid.rowCount(), 0, 1, _COLUMNS)
        buttons: list[QWidget] = []
        if group.skip and len(group.places) > 1:
            skip = secondary_button(group.skip, None, 28)
            skip.clicked.connect(lambda: self.skip_asked.emit(group.places))
            buttons.append(skip)
        for name in group.columns:
            use = secondary_button(tr("Use column “{name}”", name=name), "table", 28)
            use.clicked.connect(lambda _=False, name=name: self.column_asked.emit(group.rows[0].column, name))
            buttons.append(use)
        if buttons:
            grid.addWidget(_row_of(*buttons), grid.rowCount(), 0, 1, _COLUMNS)

    def _add_row(self, grid: QGridLayout, problem: ProblemRow, *, with_what: bool) -> None:
        line = grid.rowCount()
        value = Elided(problem.value, 13, 500, "bad")
        what = Elided(problem.what if with_what else "", 12, 400, "mut")
        where: list[Label] = [body(problem.row, 600), Elided(problem.column, 13), value, what]
        for place, label in enumerate(where):
            grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignVCenter)
            label.setAccessibleDescription(problem.why)
        if problem.place:
            skip = secondary_button(tr("Skip"), None, 28)
            skip.setAccessibleName(tr("Skip row {number}", number=problem.row))
            skip.setToolTip(problem.why)
            skip.clicked.connect(lambda _=False, place=problem.place: self._skip_one(place))
            grid.addWidget(skip, line, _COLUMNS - 1)

    def _skip_one(self, place: RowOfFile) -> None:
        self.skip_asked.emit((place,))


def _row_of(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(row(*widgets, None, spacing=8))
    return made
