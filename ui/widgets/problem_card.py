"""Rows of a file that cannot be used as they are: where, what stands there, and that the rest is fine."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.state.new_run_view import ProblemRow
from ui.widgets.basics import Card, Elided, IconLabel, Label, body, caption, column, row, rule


class ProblemCard(Card):
    """The first few; the others are counted."""

    def __init__(self) -> None:
        super().__init__("warn")
        self._title = body("", 600)
        self._note = caption().wrapped()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(2, 1)
        self._made: list[QWidget] = []
        self._shown: tuple[ProblemRow, ...] | None = None
        head = row(IconLabel("triangle-alert", "warn", 18), self._title, None, spacing=9)
        self.setLayout(column(head, 6, self._grid, 6, self._note, margins=(14, 11, 14, 11)))

    def show_problems(self, title: str, rows: tuple[ProblemRow, ...], note: str) -> None:
        """Show these."""
        self._title.setText(title)
        self._note.setText(note)
        if rows == self._shown:
            return
        self._shown = rows
        for widget in self._made:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made = []
        for place, name in enumerate(("Row", "Column", "What stands there")):
            self._put(caption(name, 600), 0, place)
        line = 1
        for problem in rows:
            self._put(rule(), line, 0, 3)
            self._put(body(problem.row, 600), line + 1, 0)
            self._put(body(problem.column), line + 1, 1)
            self._put(Elided(problem.value, 13, 500, "bad"), line + 1, 2)
            self._put(_why(problem), line + 2, 0, 3)
            line += 3

    def _put(self, widget: QWidget, line: int, place: int, across: int = 1) -> None:
        self._grid.addWidget(widget, line, place, 1, across, Qt.AlignmentFlag.AlignVCenter)
        self._made.append(widget)


def _why(problem: ProblemRow) -> Label:
    return caption(problem.why).wrapped()
