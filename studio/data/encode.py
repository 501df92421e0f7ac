"""From conversations and documents to tokens, each marked as read or learnt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from studio.data.conversation import Conversation
from studio.data.exchange import Reply
from studio.data.store import Example
from studio.data.template import ChatTemplate, Message, TemplateFailure, request
from studio.data.tokenizer import TextTokenizer
from studio.data.words import Encoding, tokens_of

Span = tuple[int, int]

_LEAD = re.compile(r"\s*(?:<think>\s*</think>\s*)?")
"""What templates write between the start of an answer and its words."""
_DOCUMENT_PIECE = 2**20
"""Characters of a document encoded at once."""


class Rendered(msgspec.Struct, frozen=True):
    """A conversation as one text, and where the model's own words stand in it."""

    text: str
    spans: tuple[Span, ...]
    """Characters that are learnt: from the start of an answer through the token that ends it."""
    literal: bool
    """Whether a person typed a control token, so that `TextTokenizer.literal` must encode it."""


class _Asked(msgspec.Struct, frozen=True):
    """A conversation as the template is asked for it."""

    conversation: Conversation
    messages: list[Message]
    """In the roles that the template knows, control tokens that a person typed marked."""
    tools: list[Any] | None
    places: list[int]
    """Of the learnt turns among `messages`."""
    literal: bool


def render(
    conversation: Conversation, template: ChatTemplate, tokenizer: TextTokenizer, *, prompt_only: bool = False
) -> Rendered:
    """One text for one conversation. Raises TemplateFailure.

    `prompt_only`: up to where the last learnt answer would begin.
    """
    if prompt_only:
        return _render_prompt(conversation, template, tokenizer)
    rendered = render_all([conversation], template, tokenizer)[0]
    if isinstance(rendered, TemplateFailure):
        raise rendered
    return rendered


def render_all(
    conversations: Iterable[Conversation], template: ChatTemplate, tokenizer: TextTokenizer
) -> list[Rendered | TemplateFailure]:
    """To each conversation what `render` returns or raises."""
    asked = [_ask(each, template, tokenizer) for each in conversations]
    replies = template.write_all([request(each.messages, each.tools, answers=each.places) for each in asked])
    return [
        reply if isinstance(reply, TemplateFailure) else _find_answers(each, reply, tokenizer)
        for each, reply in zip(asked, replies, strict=True)
    ]


def _render_prompt(conversation: Conversation, template: ChatTemplate, tokenizer: TextTokenizer) -> Rendered:
    end = max(number for number, wanted in enumerate(conversation.learnt) if wanted)
    asked = _ask(Conversation(conversation.messages[:end], [], conversation.tools), template, tokenizer)
    text = template.render(asked.messages, add_generation_prompt=True, tools=asked.tools)
    return Rendered(tokenizer.to_literal(text) if asked.literal else text, (), asked.literal)


def _ask(conversation: Conversation, template: ChatTemplate, tokenizer: TextTokenizer) -> _Asked:
    messages = conversation.messages
    literal = any(tokenizer.typed_control(str(message.get("content") or "")) for message in messages)
    marked = [_marked(message, tokenizer) for message in messages] if literal else messages
    adapted, tools = template.adapt(marked, conversation.tools)
    shift = len(adapted) - len(messages)
    places = [number + shift for number, wanted in enumerate(conversation.learnt) if wanted]
    return _Asked(conversation, adapted, tools, places, literal)


def _find_answers(asked: _Asked, reply: Reply, tokenizer: TextTokenizer) -> Rendered:
    """Where the learnt turns stand in the text that the template wrote."""
    literal, adapted = asked.literal, asked.messages
    if reply.spans:
        return _rendered(reply.text, reply.spans, tokenizer, literal=literal)
    shift = len(adapted) - len(asked.conversation.messages)
    text = tokenizer.to_literal(reply.text) if literal else reply.text
    control = tokenizer.literal_control if literal else tokenizer.control
    spans = list[Span]()
    for place, before in zip(asked.places, reply.befores, strict=True):
        common = len(tokenizer.to_literal(reply.text[: before.common])) if literal else before.common
        content = str(asked.conversation.messages[place - shift].get("content") or "").strip()
        # an answer that was told in other words (tool calls) is searched for in those
        adapted_content = str(adapted[place].get("content") or "").strip()
        words = content if content and content in adapted_content else tokenizer.unmark(adapted_content)
        start, end = _find_answer(text, common, words, control, is_whole=before.is_whole)
        if spans and start < spans[-1][1]:
            start = spans[-1][1]
        if end > start:
            spans.append((start, end))
    return Rendered(text, tuple(spans), literal)


def _rendered(text: str, spans: Sequence[Span], tokenizer: TextTokenizer, *, literal: bool) -> Rendered:
    if not literal:
        return Rendered(text, tuple(spans), literal)
    places = {place: len(tokenizer.to_literal(text[:place])) for span in spans for place in span}
    return Rendered(tokenizer.to_literal(text), tuple((places[start], places[end]) for start, end in spans), literal)


def encode_conversations(rendered: Sequence[Rendered], rows: Sequence[int], tokenizer: TextTokenizer) -> list[Example]:
    """Tokens for each rendered conversation, in order."""
    encodings: list[Encoding | None] = [None] * len(rendered)
    for literal in (False, True):
        places = [place for place, each in enumerate(rendered) if each.literal is literal]
        if places:
            found = tokenizer.encode([rendered[place].text for place in places], literal=literal)
            for place, encoding in zip(places, found, strict=True):
                encodings[place] = encoding
    result: list[Example] = []
    for each, encoding, row in zip(rendered, encodings, rows, strict=True):
        assert encoding is not None
        tokens = tokens_of(encoding)
        targets = np.zeros(len(tokens), np.bool_)
        for start, end in each.spans:
            first, last = token_range(encoding, start, end, len(each.text), len(tokens))
            targets[first:last] = True
        result.append(Example(tokens, targets, row))
    return result


def encode_prompt(rendered: Rendered, tokenizer: TextTokenizer) -> tuple[int, ...]:
    """The tokens of one text."""
    return tuple(tokenizer.encode([rendered.text], literal=rendered.literal)[0].ids)


def encode_document(text: str, tokenizer: TextTokenizer) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """The tokens of a document, with the model's start and end tokens. Control tokens typed in it stay text."""
    literal = tokenizer.typed_control(text)
    pieces = list(_pieces(text))
    encodings = tokenizer.encode(pieces, literal=literal)
    ids = [*tokenizer.bos_ids, *(number for encoding in encodings for number in encoding.ids), tokenizer.eos_id]
    return np.array(ids, np.uint32)


def end_ids(template: ChatTemplate, tokenizer: TextTokenizer) -> tuple[int, ...]:
    """Tokens after which an answer is over: what the template writes there, and the model's own."""
    answer = Conversation([{"role": "user", "content": "x"}, {"role": "assistant", "content": "y"}], [False, True])
    rendered = render(answer, template, tokenizer)
    found = set(tokenizer.end_ids)
    encoded = encode_conversations([rendered], [0], tokenizer)[0]
    learnt = encoded.tokens[encoded.targets]
    if len(learnt) and (last := int(learnt[-1])) in tokenizer.control_numbers:
        found.add(last)
    return tuple(sorted(found))


def token_range(encoding: Encoding, start: int, end: int, num_characters: int, num_tokens: int) -> tuple[int, int]:
    """Tokens [first, last) that hold the characters [start, end)."""
    first = _token_from(encoding, start, num_characters, num_tokens)
    last = _token_from(encoding, end, num_characters, num_tokens)
    while last < num_tokens and (span := encoding.token_to_chars(last)) is not None and span[0] < end:
        last += 1  # the token began before the end
    return first, last


def _token_from(encoding: Encoding, character: int, num_characters: int, num_tokens: int) -> int:
    """The token of a character, or of the first one after it that has a token."""
    while character < num_characters:
        if (token := encoding.char_to_token(character)) is not None:
            return token
        character += 1
    return num_tokens


def _find_answer(text: str, common: int, words: str, control: re.Pattern[str], *, is_whole: bool) -> Span:
    """Where an answer stands: after what precedes it, through the control token that ends it."""
    start = common
    if not is_whole and words:  # the template writes an earlier turn differently once an answer follows
        start = text.find(words, common)
        if start < 0:
            return 0, 0
    lead = _LEAD.match(text, start)
    begins = lead.end() if lead else start
    if not text.startswith(words, begins):
        begins = text.find(words, start)
    if words and begins >= 0:
        finish = begins + len(words)
        ending = control.search(text, finish)
        if ending and not text[finish : ending.start()].strip():
            return start, ending.end()
        return start, finish
    ending = control.search(text, start)
    return start, ending.end() if ending else len(text)


def _marked(message: Message, tokenizer: TextTokenizer) -> Message:
    content = message.get("content")
    return {**message, "content": tokenizer.mark(content)} if isinstance(content, str) else message


def _pieces(text: str) -> Iterator[str]:
    """A document in parts that end with a line, so that long ones are encoded in parallel."""
    start = 0
    while start < len(text):
        end = start + _DOCUMENT_PIECE
        if end < len(text):
            line_end = text.rfind("\n", start, end)
            end = line_end + 1 if line_end > start else end
        yield text[start:end]
        start = end
