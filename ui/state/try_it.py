"""A conversation with both models of a run: what was asked, what each side wrote, and what can be asked next."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from studio.api import (
    AfterEvent,
    AfterFailed,
    AnswerEnded,
    Exchange,
    Noted,
    Progressed,
    QuestionToAsk,
    Side,
    TextWritten,
    TryEnded,
    TryJob,
)
from studio.job import TrainJob
from ui.state import words
from ui.state.after_run import Told, progress_words, told
from ui.state.known import free_name, model_name
from ui.state.tongue import QT_TR_NOOP, tr

SIDES: tuple[Side, Side] = ("base", "tuned")
AT_HAND = 3
"""Held-out questions shown at once."""
DICE = (
    ("0", QT_TR_NOOP("Likeliest words"), 0.0),
    ("0.7", QT_TR_NOOP("Some variety"), 0.7),
    ("1", QT_TR_NOOP("As it comes"), 1.0),
)
LENGTHS = (64, 256, 1024)
_SHORT = 22
_NAME_LENGTH = 40


@dataclass(frozen=True)
class Settings:
    """How both sides write."""

    temperature: float = 0.0
    max_new_tokens: int = 256
    seed: int = 0


Progress = Literal["waiting", "writing", "end", "length", "stop", "none"]


@dataclass
class Answer:
    """What one side wrote."""

    text: str = ""
    progress: Progress = "waiting"
    num_tokens: int = 0
    seconds: float = 0.0


@dataclass
class Turn:
    """A question and both answers."""

    prompt: str
    answers: dict[Side, Answer] = field(default_factory=lambda: {side: Answer() for side in SIDES})
    question: QuestionToAsk | None = None
    """The held-out row that it is."""


@dataclass(frozen=True)
class ShownTurn:
    """A question and one side's answer, in words."""

    prompt: str
    answer: str
    writing: bool
    beside: str
    """Why it ends here, where it was not over."""


@dataclass(frozen=True)
class SideView:
    """One of the two columns."""

    title: str
    name: str
    progress: Progress | Literal[""]
    """Of the last answer; empty: nothing was asked."""
    turns: tuple[ShownTurn, ...]
    footer: str


@dataclass(frozen=True)
class TryView:
    """The page as it is now."""

    sides: tuple[SideView, SideView]
    at_hand: tuple[tuple[QuestionToAsk, str, bool], ...]
    """Questions with a short name; whether it is the one that was asked."""
    more_at_hand: bool
    expected: str
    expected_row: str
    settings: str
    doing: str
    told: Told | None
    conversation: str
    conversations: tuple[str, ...]


class TryState:
    """Of one run; folds what the worker tells."""

    def __init__(self, run: str, job: TrainJob, updates: int) -> None:
        self._run, self._job, self._updates = run, job, updates
        self.settings = Settings()
        self.turns: list[Turn] = []
        self.conversation = ""
        """Empty: the next question begins one."""
        self.conversations: list[str] = []
        self.doing = ""
        self.told: Told | None = None
        self.questions: Sequence[QuestionToAsk] = ()
        self._first_at_hand = 0

    @property
    def writes(self) -> bool:
        """Whether the run's model answers at all: one that gives labels does not."""
        return self._job.task == "write"

    # what is asked

    def ask(self, prompt: str, question: QuestionToAsk | None = None) -> TryJob:
        """Ask both sides. A held-out question begins a conversation, since it stood alone in its row."""
        if question is not None or not self.conversation:
            self.begin_conversation()
            self.conversation = conversation_name(prompt, self.conversations)
            self.conversations.insert(0, self.conversation)
        self.turns.append(Turn(prompt, question=question))
        self.told = None
        self.doing = tr("Getting ready")
        return TryJob(
            run=self._run,
            prompt=prompt,
            conversation=self.conversation,
            temperature=self.settings.temperature,
            max_new_tokens=self.settings.max_new_tokens,
            seed=self.settings.seed,
        )

    def begin_conversation(self) -> None:
        """Forget what was said; it stays kept."""
        self.turns, self.conversation, self.told = [], "", None

    def open_conversation(self, name: str, exchanges: Sequence[Exchange]) -> None:
        """Go on with one that was kept."""
        self.begin_conversation()
        self.conversation = name
        by_prompt = {each.prompt: each for each in self.questions}
        for each in exchanges:
            answers: dict[Side, Answer] = {
                side: Answer(each.answers.get(side, ""), _ended(side in each.answers)) for side in SIDES
            }
            self.turns.append(Turn(each.prompt, answers, by_prompt.get(each.prompt)))

    def other_questions(self) -> None:
        """Others at hand."""
        self._first_at_hand = (self._first_at_hand + AT_HAND) % max(len(self.questions), 1)

    # what is told

    def hear(self, event: AfterEvent) -> None:
        """Fold one event."""
        match event:
            case Progressed():
                self.doing = progress_words(event)
            case TextWritten(side=side, text=text):
                self.doing = ""
                answer = self.turns[-1].answers[side]
                answer.text += text
                answer.progress = "writing"
            case AnswerEnded(side=side):
                self.turns[-1].answers[side] = Answer(event.text, event.reason, event.num_tokens, event.seconds)
            case TryEnded():
                self._leave_unanswered()
            case Noted():
                self.told = told(event)
            case AfterFailed():
                self._leave_unanswered()
                self.told = told(event)
            case _:
                pass

    def _leave_unanswered(self) -> None:
        self.doing = ""
        for answer in self.turns[-1].answers.values():
            if answer.progress in ("waiting", "writing"):
                answer.progress = "stop" if answer.text else "none"

    # what is shown

    def view(self, where: Told | None = None) -> TryView:
        """In words. `where`: where models answer now, where that is worth telling."""
        last = self.turns[-1] if self.turns else None
        asked = last.question if last else None
        best = self._job.keep == "best"
        after = tr("best version") if best else tr("after {updates}", updates=words.counted(self._updates, "update"))
        names = {
            "base": (tr("Before"), tr("{model} as it came", model=model_name(self._job))),
            "tuned": (tr("After"), tr("with {run}, {after}", run=self._job.name, after=after)),
        }
        base, tuned = (self._side(side, *names[side]) for side in SIDES)
        shown = self.questions[self._first_at_hand : self._first_at_hand + AT_HAND]
        return TryView(
            sides=(base, tuned),
            at_hand=tuple((each, short(each.prompt), each == asked) for each in shown),
            more_at_hand=len(self.questions) > AT_HAND,
            expected=asked.expected if asked else "",
            expected_row=tr("row {row}, held out", row=words.count(asked.row)) if asked else "",
            settings=self._settings(),
            doing=self.doing,
            told=self.told or where,
            conversation=self.conversation,
            conversations=tuple(self.conversations),
        )

    def _side(self, side: Side, title: str, name: str) -> SideView:
        turns = tuple(_shown(turn.prompt, turn.answers[side]) for turn in self.turns)
        last = self.turns[-1].answers[side] if self.turns else None
        footer = ""
        if last is not None and last.num_tokens and last.seconds:
            speed, took = words.count(last.num_tokens / last.seconds), words.duration(last.seconds)
            tokens = words.counted(last.num_tokens, "token")
            footer = tr("{tokens} · {speed} per second · {took}", tokens=tokens, speed=speed, took=took)
        return SideView(title, name, last.progress if last else "", turns, footer)

    def _settings(self) -> str:
        dice = next(word for _, word, value in DICE if value == self.settings.temperature)
        longest = tr("up to {tokens}", tokens=words.counted(self.settings.max_new_tokens, "token"))
        return tr(
            "{dice} · {longest} · the same dice for both (seed {seed})",
            dice=tr(dice),
            longest=longest,
            seed=self.settings.seed,
        )


def _ended(there: bool) -> Progress:
    return "end" if there else "none"


def _shown(prompt: str, answer: Answer) -> ShownTurn:
    beside = {
        "length": tr("Cut here: this is the longest answer you allow."),
        "stop": tr("Stopped here."),
        "none": tr("Not answered."),
    }.get(answer.progress, "")
    empty = tr("(nothing)") if answer.progress == "end" and not answer.text else ""
    return ShownTurn(prompt, answer.text or empty, answer.progress == "writing", beside)


def short(prompt: str) -> str:
    """A question as the word on a button."""
    said = " ".join(prompt.split())
    return said if len(said) <= _SHORT else f"{said[: _SHORT - 1].rstrip()}…"


def conversation_name(prompt: str, taken: Collection[str]) -> str:
    """A name for what begins with this question, which can be the name of a file."""
    said = " ".join(re.sub(r"[^\w .-]+", " ", prompt).split())[:_NAME_LENGTH].strip(" .-") or "Conversation"
    return free_name(said, taken)
