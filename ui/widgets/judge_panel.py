"""Whether a run learned: the reasons for the headline, four numbers, the rows behind them, and how to find out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.state.judgement import Fact, JudgementView
from ui.state.tongue import tr
from ui.widgets.basics import (
    Bar,
    Card,
    IconLabel,
    Label,
    body,
    caption,
    card_title,
    column,
    empty,
    primary_button,
    row,
    secondary_button,
)
from ui.widgets.confusion_table import ConfusionTable
from ui.widgets.judged_rows import JudgedRows


class JudgePanel(QWidget):
    """Emits what is asked for."""

    judge_asked = Signal()
    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: JudgementView | None = None
        self._make_question()
        self._icon = IconLabel("circle-check", "ok", 26)
        self.hint = body("", 500).wrapped()
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(5)
        self._verdict = Card()
        words = column(card_title(tr("Why one may think so")), self._reasons, self.hint, spacing=8)
        line = row(column(self._icon, None), words, spacing=14, margins=(18, 14, 18, 14))
        line.setStretchFactor(words, 1)
        self._verdict.setLayout(line)
        self._facts = QHBoxLayout()
        self._facts.setSpacing(12)
        self.rows, self.table = JudgedRows(), ConfusionTable()
        self.table.setFixedWidth(380)
        self._below = row(self.rows, self.table, spacing=12)
        self._below.setStretchFactor(self.rows, 1)
        self._judged = QWidget()
        whole = column(self._verdict, self._facts, self._below, spacing=12)
        whole.setStretchFactor(self._below, 1)
        self._judged.setLayout(whole)
        all_of_it = column(self._judged, self._question, spacing=12)
        all_of_it.setStretchFactor(self._judged, 1)
        all_of_it.addStretch(0)
        self.setLayout(all_of_it)

    def _make_question(self) -> None:
        """The card that offers to judge and says how far it is."""
        self._question = Card()
        self._title = card_title("")
        self.words = body("", tone="mut").wrapped()
        self.bar = Bar()
        self.bar.setAccessibleName(tr("How far judging is"))
        self.judge = primary_button(tr("Judge it"), "zap", 38)
        self.again = secondary_button(tr("Judge again"), "rotate-cw", 34)
        self.cancel = secondary_button(tr("Cancel"), "x", 34)
        for button in (self.judge, self.again):
            button.clicked.connect(self.judge_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        said = column(self._title, self.words, self.bar, spacing=5)
        line = row(said, self.judge, self.again, self.cancel, spacing=12, margins=(18, 12, 16, 12))
        line.setStretchFactor(said, 1)
        self._question.setLayout(line)

    def show_state(self, view: JudgementView | None, *, doing: str, share: float | None, why_not: str) -> None:
        """The judgement, None where there is none yet, and what is being done."""
        self._judged.setVisible(view is not None)
        self.judge.setVisible(view is None and not doing)
        self.again.setVisible(view is not None and not doing)
        self.cancel.setVisible(bool(doing))
        self.bar.setVisible(share is not None)
        self.bar.set_share(share or 0.0)
        for button in (self.judge, self.again):
            button.setEnabled(not why_not)
        if view is not None:
            self._show_view(view)
        if doing:
            self._title.setText(tr("Judging"))
            self.words.setText(f"{doing} …")
        elif view is not None:
            self._title.setText(tr("How this was found out"))
            self.words.setText(why_not or view.made)
        else:
            self._title.setText(tr("Did it learn? Let both models answer rows they never saw"))
            self.words.setText(
                why_not
                or tr(
                    "Compares losses with how sure they are, answers word for word, and looks whether something was "
                    "forgotten. It takes about as long as a few checks on held-out rows during the run."
                )
            )

    def _show_view(self, view: JudgementView) -> None:
        if view == self._shown:
            return
        self._shown = view
        self._icon.set_icon(view.icon, view.tone)
        self.hint.setText(view.hint)
        self.hint.setVisible(bool(view.hint))
        empty(self._reasons)
        for reason in view.reasons:
            self._reasons.addWidget(body(reason).wrapped())
        empty(self._facts)
        for fact in view.facts:
            self._facts.addWidget(_fact(fact), 1)
        self.rows.show_rows(view.rows)
        self.rows.setVisible(any(view.rows.values()))
        self.table.setVisible(view.table is not None)
        if view.table is not None:
            self.table.show_table(view.table)


def _fact(fact: Fact) -> Card:
    card = Card()
    lines = column(
        caption(fact.what), Label(fact.number, 18, 600), caption(fact.beside).wrapped(), None, spacing=2,
        margins=(16, 10, 12, 10),
    )  # fmt: skip
    card.setLayout(lines)
    return card
