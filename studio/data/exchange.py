"""What the process that renders a chat template is asked and answers, and how much it may take."""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

MAX_SECONDS = 1.0
"""Of processor time for one conversation."""
MAX_BYTES = 2**30
"""Of memory, where the system can limit it."""
TOO_MUCH_MEMORY = "It takes too much memory."


class Program(msgspec.Struct, frozen=True, array_like=True):
    """A template and the special tokens it may name."""

    source: str
    named: dict[str, str]


class Request(msgspec.Struct, frozen=True, array_like=True):
    """A conversation to write as one text."""

    messages: list[Any]
    tools: list[Any] | None = None
    add_generation_prompt: bool = False
    answers: tuple[int, ...] = ()
    """Places of turns of which to tell where their words stand."""


class Before(msgspec.Struct, frozen=True, array_like=True):
    """What a text has in common with that of the turns before an answer, asked with a generation prompt."""

    common: int
    """First characters that are the same."""
    is_whole: bool
    """Whether the text begins with all of the other."""


class Reply(msgspec.Struct, frozen=True, array_like=True):
    """The text of a conversation, or why there is none."""

    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    """Characters of the answers that stand between `{% generation %}` and `{% endgeneration %}`, in order; none where
    the template does not mark each turn of the assistant once."""
    befores: tuple[Before, ...] = ()
    """Of each answer, where there are no spans."""
    failure: str = ""


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """Conversations that are written with one exchange of messages."""

    requests: list[Request]


class Replies(msgspec.Struct, frozen=True, array_like=True):
    """To each request, in order."""

    replies: list[Reply]


def send(file: BinaryIO, message: msgspec.Struct) -> None:
    """Write one message. Raises OSError where nobody reads, OverflowError for a number of more than 64 bits."""
    packed = msgspec.msgpack.encode(message)
    file.write(len(packed).to_bytes(4, "big") + packed)
    file.flush()


def receive(file: BinaryIO) -> bytes:
    """One message. Raises EOFError where the other side is gone."""
    length = file.read(4)
    packed = file.read(int.from_bytes(length, "big"))
    if len(length) < 4 or not packed:
        raise EOFError
    return packed
