"""What a row says in the shape of its dataset, or why it cannot be used."""

from __future__ import annotations

import re

import msgspec

from studio.data.cell import Unusable, required_text
from studio.data.conversation import Conversation, from_columns, from_turns
from studio.data.labelled import Labelled, Tagged, read_labelled, read_tagged
from studio.data.problem import Problem, shown
from studio.data.readers.row import Row
from studio.data.shapes import Shape

_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|ï»¿|\ufffd")


class Document(msgspec.Struct, frozen=True):
    """Text of which every token is learnt."""

    text: str


Content = Conversation | Document | Labelled | Tagged


def read_row(row: Row, shape: Shape) -> Content | Problem:
    """What the row says in its shape, or why it cannot be used."""
    try:
        match shape.kind:
            case "text":
                return Document(required_text(row, shape.answer, "the text"))
            case "labels":
                return read_labelled(row, shape)
            case "tags":
                return read_tagged(row, shape)
            case _:
                return from_turns(row, shape) if shape.turns else from_columns(row, shape)
    except Unusable as reason:
        return Problem(
            file=row.file,
            row=row.number,
            column=reason.column,
            kind=reason.kind,
            title=reason.title,
            hint=reason.hint,
            value=shown(reason.value),
        )


def remarks(row: Row, content: Content) -> list[Problem]:
    """What is worth knowing about a row that is used all the same."""
    match content:
        case Conversation(messages=messages):
            texts = [str(turn.get("content") or "") for turn in messages]
        case Tagged(words=words):
            texts = [" ".join(words)]
        case Document(text=text) | Labelled(text=text):
            texts = [text]
    found: list[Problem] = []
    for text in texts:
        if not text.isascii() and (match := _MOJIBAKE.search(text)):
            found.append(
                Problem(
                    file=row.file,
                    row=row.number,
                    kind="mojibake",
                    title=f"Row {row.number} of {row.file} seems to hold damaged characters.",
                    hint="Save the file again as UTF-8 from the program it came from; the row is used as it is.",
                    value=shown(text[max(0, match.start() - 20) : match.end() + 20]),
                    left_out=False,
                )
            )
            break
    if any("\x00" in text for text in texts):
        found.append(
            Problem(
                file=row.file,
                row=row.number,
                kind="control-characters",
                title=f"Row {row.number} of {row.file} holds characters with the code 0.",
                hint="The row is used as it is; removing them is better.",
                left_out=False,
            )
        )
    return found
