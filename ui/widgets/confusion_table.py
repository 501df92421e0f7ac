"""Which label was given where another was expected, as a table with the right ones on its diagonal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.state.judgement import TableView
from ui.state.tongue import tr
from ui.state.words import count
from ui.widgets.basics import Card, CardKind, Elided, Label, caption, card_title, column, row


class ConfusionTable(Card):
    """Made anew whenever it changes: a few labels at most."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: TableView | None = None
        self._inside = QWidget()
        self._note = caption("").wrapped()
        head = row(card_title(tr("Which answers are mixed up")), None)
        key = caption(tr("Down: expected. Across: what the model after your run gave.")).wrapped()
        self._lines = column(head, key, self._inside, self._note, None, spacing=6, margins=(16, 12, 16, 12))
        self.setLayout(self._lines)

    def show_table(self, view: TableView) -> None:
        """Show this."""
        if view == self._shown:
            return
        self._shown = view
        inside = _grid(view)
        self._lines.replaceWidget(self._inside, inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = inside
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))


def _grid(view: TableView) -> QWidget:
    inside = QWidget()
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(3)
    for number, name in enumerate(view.columns):
        head = Elided(name, 12, 400, "mut")
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(head, 0, number + 1)
        grid.setColumnStretch(number + 1, 1)
    for line, (label, counts) in enumerate(zip(view.labels, view.counts, strict=True)):
        name = Elided(label, 12, 500)
        name.setMaximumWidth(92)
        grid.addWidget(name, line + 1, 0)
        for number, many in enumerate(counts):
            right = number == line
            grid.addWidget(_cell(many, right=right), line + 1, number + 1)
    inside.setLayout(grid)
    return inside


def _cell(many: int, *, right: bool) -> Card:
    kind: CardKind = "sunk" if not many else "ground-ok" if right else "ground-bad"
    cell = Card(kind)
    number = Label(count(many), 12, 600 if many else 400, ("ok" if right else "bad") if many else "mut")
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cell.setLayout(row(number, margins=(2, 4, 2, 4)))
    return cell
