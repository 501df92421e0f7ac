"""The same held-out questions before and after learning, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.events import Answer, AnswersScored
from ui.state.outcome import same_questions
from ui.state.tongue import tr
from ui.widgets.basics import Card, CardKind, Elided, IconLabel, Label, body, caption, card_title, column, row
from ui.widgets.page import reading_area


class AnswersCard(Card):
    """A list of questions, each with two answers and a mark on both."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(236)
        self._shown: tuple[AnswersScored, AnswersScored | None] | None = None
        self.note = Elided(tr("from the held-out rows"), 12, tone="mut")
        self._list = reading_area(tr("Questions with the answers before and after"))
        head = row(card_title(tr("The same questions, before and after")), self.note, spacing=10)
        head.setStretchFactor(self.note, 1)
        self.setLayout(column(head, self._list, spacing=8, margins=(16, 12, 8, 12)))

    def show_answers(self, before: AnswersScored, after: AnswersScored | None) -> None:
        """Show these; `after` is missing where the run ended before it was asked again."""
        if (before, after) == self._shown:
            return
        self._shown = (before, after)
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(8)
        for first, second in same_questions(before, after):
            question = body(first.question, 600).wrapped()
            sign = IconLabel("message-square", "mut", 15)
            head = row(sign, question, spacing=8)
            head.setStretchFactor(question, 1)
            head.setAlignment(sign, Qt.AlignmentFlag.AlignVCenter)
            lines.addLayout(head)
            pair = row(spacing=8)
            pair.addWidget(_bubble(tr("Before"), first), 1)
            if second is not None:
                pair.addWidget(_bubble(tr("After"), second), 1)
            lines.addLayout(pair)
        lines.addStretch(1)
        self._list.setWidget(inside)


def _bubble(when: str, answer: Answer) -> Card:
    ground: CardKind = "ground-ok" if answer.right else "sunk"
    made = Card(ground)
    mark = IconLabel("check" if answer.right else "x", "ok" if answer.right else "bad", 14)
    word = Label(tr("right") if answer.right else tr("wrong"), 12, 500, "ok" if answer.right else "bad")
    head = row(caption(when, 600), None, mark, word, spacing=4)
    written = body(answer.written.strip() or tr("(nothing)")).wrapped()
    lines = column(head, written, spacing=2, margins=(11, 6, 11, 7))
    if when == tr("After") and not answer.right:
        lines.addWidget(caption(tr("Right would be: {expected}", expected=answer.expected)).wrapped())
    lines.addStretch(1)
    made.setLayout(lines)
    made.setMinimumWidth(120)
    return made
