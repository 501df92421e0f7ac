"""One row as the model will see it, for the page that shows it: which tokens come from whom, and what is learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import RowShown, ShownToken, Turn
from ui.state import words
from ui.state.tongue import QT_TR_NOOP, tr

Kind = Literal["learned", "read", "format", "learned format", "cut"]
_ROLES = {
    "system": ("info", QT_TR_NOOP("Told beforehand")),
    "user": ("message-square", QT_TR_NOOP("Asked")),
    "assistant": ("message-square", QT_TR_NOOP("Answer")),
    "tool": ("sliders", QT_TR_NOOP("Told by a tool")),
    "text": ("file-text", QT_TR_NOOP("Text")),
}
_LONGEST = 4000
"""Characters of a turn that are shown; its tokens are all there."""


@dataclass(frozen=True)
class TokenBox:
    """One token in reading order."""

    text: str
    kind: Kind
    starts_line: bool
    """Whether it stands at the start of a line."""
    tip: str


@dataclass(frozen=True)
class TurnBubble:
    """What one side says."""

    icon: str
    who: str
    text: str
    learned: bool


@dataclass(frozen=True)
class RowView:
    """A row in both ways."""

    place: str
    counts: str
    bubbles: tuple[TurnBubble, ...]
    boxes: tuple[TokenBox, ...]


def row_view(shown: RowShown, several_files: bool) -> RowView:
    """The row in words and in tokens."""
    learnt = sum(each.learnt and not each.cut for each in shown.tokens)
    cut = sum(each.cut for each in shown.tokens)
    counts = tr(
        "{tokens}, {number} of them learned",
        tokens=words.counted(len(shown.tokens), "token"),
        number=words.count(learnt),
    )
    if cut:
        counts = tr("{counts}, {number} cut off", counts=counts, number=words.count(cut))
    place = tr("Row {number}", number=words.count(shown.row))
    if several_files:
        place = tr("Row {number} of {file}", number=words.count(shown.row), file=shown.file)
    return RowView(
        place=place,
        counts=counts,
        bubbles=tuple(_bubble(turn) for turn in shown.turns),
        boxes=token_boxes(shown.tokens, shown.turns),
    )


def token_boxes(tokens: tuple[ShownToken, ...], turns: tuple[Turn, ...]) -> tuple[TokenBox, ...]:
    """A box for each token. What no turn says was added by the chat format."""
    spans = _spans("".join(each.text for each in tokens), turns)
    boxes: list[TokenBox] = []
    at, starts_line = 0, False
    for number, token in enumerate(tokens, 1):
        end = at + len(token.text)
        said = any(begin < end and at < stop for begin, stop in spans)
        kind = _kind(token, said)
        made = TokenBox(_visible(token.text), kind, starts_line, _tip(number, token, kind))
        boxes.append(made)
        starts_line = token.text.endswith("\n")
        at = end
    return tuple(boxes)


def _kind(token: ShownToken, said: bool) -> Kind:
    if token.cut:
        return "cut"
    if token.learnt:
        return "learned" if said else "learned format"
    return "read" if said else "format"


def _spans(text: str, turns: tuple[Turn, ...]) -> list[tuple[int, int]]:
    """Where the turns stand in the text; one that the template rewrote is nowhere."""
    found: list[tuple[int, int]] = []
    at = 0
    for turn in turns:
        said = turn.text.strip()
        begin = text.find(said, at) if said else -1
        if begin >= 0:
            at = begin + len(said)
            found.append((begin, at))
    return found


def _visible(text: str) -> str:
    """Short signs for what cannot be seen: "‹im_end›" for a mark of the format, ⏎ for a line break."""
    if text.startswith("<|") and text.endswith("|>"):
        return f"‹{text[2:-2]}›"
    shown = text.replace("\n", "⏎").replace("\t", "⇥")
    return shown.strip(" ") or "␣" * len(shown) or "·"


def _tip(number: int, token: ShownToken, kind: Kind) -> str:
    said = {
        "learned": tr("learned"),
        "learned format": tr("learned, added by the chat format"),
        "read": tr("only read"),
        "format": tr("only read, added by the chat format"),
        "cut": tr("cut off"),
    }[kind]
    told = tr("Token {number}: {said}", number=words.count(number), said=said)
    return tr("{told}, labelled {label}", told=told, label=token.label) if token.label else told


def _bubble(turn: Turn) -> TurnBubble:
    icon, who = _ROLES.get(turn.role, ("message-square", turn.role.capitalize()))
    text = turn.text.strip()
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    named = tr("{who}, learned", who=tr(who)) if turn.learnt else tr(who)
    return TurnBubble(icon, named, text or tr("(nothing)"), turn.learnt)
