"""One side of a conversation: the questions with this model's answers, growing as it writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.state.tongue import QT_TR_NOOP, tr
from ui.state.try_it import ShownTurn, SideView
from ui.widgets.basics import (
    Card,
    CardKind,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    card_title,
    column,
    row,
    rule,
    secondary_button,
)
from ui.widgets.chip import Chip, ChipTone
from ui.widgets.page import scrolling

_CURSOR = "▌"
_CHIPS: dict[str, tuple[str, str, ChipTone]] = {
    "waiting": ("hourglass", QT_TR_NOOP("Waiting"), "quiet"),
    "writing": ("refresh-cw", QT_TR_NOOP("Writing"), "info"),
    "end": ("circle-check", QT_TR_NOOP("Done"), "ok"),
    "length": ("circle-check", QT_TR_NOOP("Cut"), "warn"),
    "stop": ("square", QT_TR_NOOP("Stopped"), "quiet"),
    "none": ("circle", QT_TR_NOOP("Not answered"), "quiet"),
}


class _Bubble(Card):
    """Who says it, and what."""

    def __init__(self, kind: CardKind, icon: str, who: str) -> None:
        super().__init__(kind)
        self.text = Label("", 14).wrapped()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.beside = caption("").wrapped()
        head = row(IconLabel(icon, "mut", 15), caption(who, 600), None, spacing=8)
        self.setLayout(column(head, self.text, self.beside, spacing=4, margins=(13, 9, 13, 10)))


class _Exchange(QWidget):
    """A question and the answer."""

    def __init__(self, *, tuned: bool) -> None:
        super().__init__()
        self.question = _Bubble("sunk", "message-square", tr("You"))
        self.answer = _Bubble("ground-info" if tuned else "sunk", "box", tr("Answer"))
        self.question.beside.hide()
        self.setLayout(column(self.question, self.answer, spacing=11))

    def show_turn(self, turn: ShownTurn) -> None:
        self.question.text.setText(turn.prompt)
        self.answer.text.setText(turn.answer + (_CURSOR if turn.writing else ""))
        self.answer.beside.setText(turn.beside)
        self.answer.beside.setVisible(bool(turn.beside))
        self.answer.setVisible(bool(turn.answer or turn.writing or turn.beside))


class ChatSide(Card):
    """A column of the page."""

    def __init__(self, *, tuned: bool) -> None:
        super().__init__()
        self._tuned = tuned
        self.exchanges: list[_Exchange] = []
        self._title, self._name = card_title(""), Elided("", 12, tone="mut")
        self.chip = Chip()
        self.footer = caption("")
        self.copy = secondary_button(tr("Copy"), "copy", 28)
        self.copy.clicked.connect(self._copy)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(14)
        self.nothing = body(tr("The answer stands here, word by word as it is written."), tone="mut").wrapped()
        self._lines.addWidget(self.nothing)
        self._lines.addStretch(1)
        self._area = scrolling(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._follow)
        self._at_end = True
        self._area.verticalScrollBar().valueChanged.connect(self._moved)
        names = column(self._title, self._name, spacing=1)
        head = row(names, self.chip)
        head.setStretchFactor(names, 1)
        whole = column(
            head,
            10,
            self._area,
            10,
            rule(),
            10,
            row(self.footer, None, self.copy),
            margins=(16, 12, 16, 12),
        )
        whole.setStretchFactor(self._area, 1)
        self.setLayout(whole)

    def show_side(self, view: SideView) -> None:
        """Show this; what is there already only changes its words."""
        self._title.setText(view.title)
        self._name.setText(view.name)
        self._area.setAccessibleName(tr("{side}: questions and answers", side=view.title))
        self.copy.setAccessibleName(tr("Copy the answer: {side}", side=view.title))
        self.chip.setVisible(bool(view.progress))
        if view.progress:
            icon, word, tone = _CHIPS[view.progress]
            self.chip.show_state(icon, tr(word), tone)
        self.footer.setText(view.footer)
        self.copy.setEnabled(bool(view.turns and view.turns[-1].answer))
        self.nothing.setVisible(not view.turns)
        while len(self.exchanges) > len(view.turns):
            gone = self.exchanges.pop()
            self._lines.removeWidget(gone)
            gone.deleteLater()
        while len(self.exchanges) < len(view.turns):
            made = _Exchange(tuned=self._tuned)
            self._lines.insertWidget(len(self.exchanges), made)
            self.exchanges.append(made)
        for exchange, turn in zip(self.exchanges, view.turns, strict=True):
            exchange.show_turn(turn)

    def _moved(self, value: int) -> None:
        self._at_end = value >= self._area.verticalScrollBar().maximum() - 4

    def _follow(self, _low: int, high: int) -> None:
        if self._at_end:
            self._area.verticalScrollBar().setValue(high)

    def _copy(self) -> None:
        if self.exchanges:
            QGuiApplication.clipboard().setText(self.exchanges[-1].answer.text.text())
