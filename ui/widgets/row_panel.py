"""The rows behind a chosen update with their own losses, highest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.state.row_losses import RowLine, RowsView
from ui.state.tongue import tr
from ui.widgets.basics import Card, Elided, Label, Tone, body, caption, card_title, column, icon_button, row, rule
from ui.widgets.page import reading_area

_LOSS_WIDTH = 50
_TARGETS_WIDTH = 56


class RowPanel(Card):
    """Beside the plot, as long as an update is chosen."""

    moved = Signal(int)
    """By so many updates."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(284)
        self.setAccessibleName(tr("Rows of the chosen update"))
        self._shown: RowsView | None = None
        self.title = card_title("")
        self.back = icon_button("chevron-left", tr("Update before"))
        self.on = icon_button("chevron-right", tr("Next update"))
        self.close_button = icon_button("x", tr("Back to what happened (Esc)"))
        for button, move in ((self.back, -1), (self.on, 1)):
            button.clicked.connect(lambda _=False, by=move: self.moved.emit(by))
        self.close_button.clicked.connect(self.closed)
        self.words = body("").wrapped()
        self.head = caption("", 600, "text")
        self._list = reading_area(tr("Rows, the highest loss first"))
        tokens = _right(tr("Tokens"), 600)
        tokens.setToolTip(tr("Tokens of the row that the model learns to write"))
        names = row(caption(tr("Row"), 600), None, tokens, _right(tr("Loss"), 600, _LOSS_WIDTH), spacing=8)
        names.setContentsMargins(0, 0, 14, 0)
        top = row(self.title, None, self.back, self.on, self.close_button, spacing=6)
        top.setContentsMargins(0, 0, 8, 0)
        self._names = QWidget()
        self._names.setLayout(column(rule(), 6, self.head, 6, names))
        whole = column(top, self.words, self._names, self._list, spacing=8, margins=(16, 12, 6, 12))
        whole.setStretchFactor(self._list, 1)
        self.setLayout(whole)

    def show_view(self, view: RowsView) -> None:
        """Show these rows."""
        if view == self._shown:
            return
        at = self._list.verticalScrollBar().value() if self._shown and self._shown.title == view.title else 0
        self._shown = view
        self.title.setText(view.title)
        self.words.setText("\n".join(view.sentences))
        self.back.setEnabled(view.can_go_back)
        self.on.setEnabled(view.can_go_on)
        self._names.setVisible(bool(view.lines))
        self.head.setText(view.head)
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(8)
        for each in view.lines:
            lines.addWidget(_line(each))
        lines.addStretch(1)
        self._list.setWidget(inside)
        inside.adjustSize()
        self._list.verticalScrollBar().setValue(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _right(text: str, weight: int = 400, width: int = _TARGETS_WIDTH, tone: Tone = "mut") -> Label:
    made = caption(text, weight, tone)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setFixedWidth(width)
    return made


def _line(line: RowLine) -> QWidget:
    tone: Tone = "bad" if line.stands_out else "text"
    number, value = Label(line.row, 13, 600, tone), _right(line.loss, 600, _LOSS_WIDTH, tone)
    numbers = row(number, None, _right(line.targets), value, spacing=8)
    made = QWidget()
    begins = Elided(line.begins, 12, tone="mut")
    made.setLayout(column(numbers, begins, spacing=1))
    begins.setVisible(bool(line.begins))
    made.setToolTip(line.begins)
    made.setAccessibleName(tr("Row {row}, loss {loss}", row=line.row, loss=line.loss))
    return made
