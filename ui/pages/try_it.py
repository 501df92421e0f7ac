"""Try: the model before and after a run answers the same questions side by side, or is judged on held-out rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.state.after_run import Told
from ui.state.judgement import JudgementView
from ui.state.tongue import tr
from ui.state.try_it import TryView
from ui.widgets.basics import (
    Button,
    Card,
    IconLabel,
    body,
    caption,
    column,
    link_button,
    row,
    secondary_button,
)
from ui.widgets.chat_input import ChatInput
from ui.widgets.chat_side import ChatSide
from ui.widgets.choice import Choice, Option
from ui.widgets.judge_panel import JudgePanel
from ui.widgets.no_run import NoRun
from ui.widgets.page import Headline
from ui.widgets.run_choice import RunChoice
from ui.widgets.segments import Segments
from ui.widgets.told_strip import ToldStrip

ASK, JUDGE = "ask", "judge"


class TryPage(QWidget):
    """Shows what `ui.state.try_it` and `ui.state.judgement` say."""

    run_chosen = Signal(str)
    part_chosen = Signal(str)
    """Ask or judge."""
    question_chosen = Signal(object)
    """A QuestionToAsk."""
    others_asked = Signal()
    conversation_chosen = Signal(str)
    """Empty: a new one."""
    new_run_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.part = Segments(tr("What to do"), ((ASK, tr("Ask")), (JUDGE, tr("Judge"))), ASK)
        self.part.chosen.connect(self.part_chosen)
        self.run = RunChoice()
        self.run.picked.connect(lambda name: self.run_chosen.emit(str(name)))
        self.headline = Headline(self.part, self.run)
        self.told = ToldStrip()
        self.input, self.judge = ChatInput(), JudgePanel()
        self.sides = (ChatSide(tuned=False), ChatSide(tuned=True))
        self.questions: list[Button] = []
        nothing = NoRun(
            tr("No run has a result yet"),
            tr("As soon as one does, its model answers here beside the one it came from."),
        )
        nothing.new_run_asked.connect(self.new_run_asked)
        self._parts = QStackedWidget()
        for part in (nothing, self._ask_part(), self.judge):
            self._parts.addWidget(part)
        whole = column(self.headline, 8, self.told, 8, self._parts)
        whole.setStretchFactor(self._parts, 1)
        self.setLayout(whole)

    def _ask_part(self) -> QWidget:
        self._at_hand = QHBoxLayout()
        self._at_hand.setSpacing(7)
        self._at_hand_words = caption(tr("From rows it never saw:"))
        self.others = link_button(tr("Others"), "refresh-cw")
        self.others.setAccessibleName(tr("Other questions"))
        self.others.clicked.connect(self.others_asked)
        self.conversation = Choice(tr("Conversation"), "message-square")
        self.conversation.setFixedWidth(200)
        self.conversation.picked.connect(lambda name: self.conversation_chosen.emit(str(name)))
        top = row(self._at_hand_words, 8, self._at_hand, 4, self.others, None, self.conversation)
        sides = row(spacing=14)
        for side in self.sides:
            sides.addWidget(side, 1)
        self._expected = Card()
        self.expected, self._expected_row = body("").wrapped(), caption("")
        said = column(caption(tr("What your file answers"), 600), self.expected, spacing=1)
        line = row(IconLabel("file-text", "mut", 18), said, self._expected_row, spacing=12, margins=(16, 7, 16, 8))
        line.setStretchFactor(said, 1)
        self._expected.setLayout(line)
        part = QWidget()
        whole = column(top, sides, self._expected, self.input, spacing=11)
        whole.setStretchFactor(sides, 1)
        part.setLayout(whole)
        return part

    def show_nothing(self) -> None:
        """No run has a result."""
        self.headline.say(tr("Ask a model before and after your run"), tr("Both get the same question."))
        self.run.hide()
        self.part.hide()
        self.told.show_told(None)
        self._parts.setCurrentIndex(0)

    def show_runs(self, runs: Sequence[tuple[str, str]], chosen: str) -> None:
        """Name and title of those that can be asked."""
        self.part.show()
        self.run.show_runs(runs, chosen)

    def show_chat(self, view: TryView, *, model: str, answering: bool, why_not: str) -> None:
        """The two columns."""
        self._parts.setCurrentIndex(1)
        self.part.choose(ASK)
        line = tr("Left: {model} as it came. Right: after your run. Same settings, so only the training differs.")
        doing = f"{view.doing} …" if view.doing else ""
        self.headline.say(tr("Ask both models the same thing"), doing or line.format(model=model))
        self.told.show_told(view.told)
        for side, shown in zip(self.sides, view.sides, strict=True):
            side.show_side(shown)
        self._expected.setVisible(bool(view.expected))
        self.expected.setText(view.expected)
        self._expected_row.setText(view.expected_row)
        self._show_at_hand(view, enabled=not answering and not why_not)
        new = tr("New conversation")
        self.conversation.set_options((Option("", new), *(Option(name, name) for name in view.conversations)))
        self.conversation.show_value(view.conversation or new)
        self.conversation.setEnabled(not answering)
        self.input.show_state(view.settings, answering=answering, why_not=why_not)

    def _show_at_hand(self, view: TryView, *, enabled: bool) -> None:
        self._at_hand_words.setVisible(bool(view.at_hand))
        self.others.setVisible(view.more_at_hand)
        while len(self.questions) < len(view.at_hand):
            button = secondary_button("", height=28)
            button.clicked.connect(lambda _=False, button=button: self.question_chosen.emit(button.property("asks")))
            self._at_hand.addWidget(button)
            self.questions.append(button)
        for number, button in enumerate(self.questions):
            button.setVisible(number < len(view.at_hand))
            if number < len(view.at_hand):
                question, short, chosen = view.at_hand[number]
                button.setProperty("asks", question)
                button.setText(short)
                button.setToolTip(question.prompt)
                button.setDown(chosen)
                button.setEnabled(enabled)

    def show_judge(
        self,
        view: JudgementView | None,
        *,
        title: str,
        doing: str,
        share: float | None,
        told: Told | None,
        why_not: str,
    ) -> None:
        """The judgement."""
        self._parts.setCurrentIndex(2)
        self.part.choose(JUDGE)
        headline = view.sentence.rstrip(".") if view else tr("Did {run} learn?", run=title)
        self.headline.say(headline, tr("Judged on rows that it never learned from, beside the model it came from."))
        self.told.show_told(told)
        self.judge.show_state(view, doing=doing, share=share, why_not=why_not)
