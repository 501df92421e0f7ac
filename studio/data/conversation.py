"""From a row to a conversation, with every reason why a row cannot be one."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from studio.data.cell import Unusable, as_text, optional_text, required_text, whole_value
from studio.data.problem import shown
from studio.data.readers.row import Row, as_list, as_object, kind_of
from studio.data.shapes import Shape
from studio.data.template import Message

_ROLES = {
    "user": "user", "human": "user", "prompter": "user", "customer": "user", "question": "user",
    "assistant": "assistant", "gpt": "assistant", "bot": "assistant", "model": "assistant", "chatgpt": "assistant",
    "bard": "assistant", "answer": "assistant", "agent": "assistant", "ai": "assistant",
    "function_call": "assistant", "tool_call": "assistant",
    "system": "system", "developer": "system",
    "tool": "tool", "observation": "tool", "function": "tool", "tool_response": "tool", "ipython": "tool",
}  # fmt: skip


class Conversation(msgspec.Struct, frozen=True):
    """Turns in order; the model learns to write those of the assistant that are marked."""

    messages: list[Message]
    learnt: list[bool]
    tools: list[Any] | None = None


def from_columns(row: Row, shape: Shape) -> Conversation:
    """A question and its answer from columns of their own. Raises Unusable."""
    messages: list[Message] = []
    if shape.system and (system := optional_text(row, shape.system)):
        messages.append({"role": "system", "content": system})
    if shape.history:
        messages += _history(row, shape.history)
    asked: list[str] = []
    for column in shape.prompt:
        turns = as_list(row.fields.get(column))
        if turns and isinstance(turns[0], dict):
            messages += [_turn(row, column, number, turn)[0] for number, turn in enumerate(turns, 1)]
        elif text := optional_text(row, column):
            asked.append(text)
    if asked:
        messages.append({"role": "user", "content": "\n".join(asked)})
    if not any(message["role"] == "user" for message in messages):
        column = shape.prompt[0]
        raise Unusable(
            "empty-prompt",
            f"Row {row.number} of {row.file} has nothing to answer.",
            f"Fill the column '{column}' or choose other columns to read.",
            column,
        )
    given = row.fields.get(shape.answer)
    several = as_list(given)
    answer = as_object(several[0] if several and len(several) == 1 else given)  # one turn, alone or in a list
    if answer is not None and ("content" in answer or "value" in answer):
        turn = {"role": "assistant", **answer}
        messages.append(_turn(row, shape.answer, 1, turn)[0])
    else:
        messages.append({"role": "assistant", "content": required_text(row, shape.answer, "the answer")})
    return Conversation(messages, [False] * (len(messages) - 1) + [True])


def from_turns(row: Row, shape: Shape) -> Conversation:
    """A conversation that stands whole in one column. Raises Unusable."""
    value = row.fields.get(shape.turns)
    if value is None or value == []:
        raise Unusable(
            "empty-prompt",
            f"Row {row.number} of {row.file} has no conversation.",
            f"Fill '{shape.turns}'.",
            shape.turns,
        )
    given = as_list(value)
    if given is None:
        raise Unusable(
            "wrong-type",
            f"Row {row.number} of {row.file}: '{shape.turns}' is {kind_of(value)}, not a list of turns.",
            'Write it as [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}].',
            shape.turns,
            value,
        )
    turns = [_turn(row, shape.turns, number, turn) for number, turn in enumerate(given, 1)]
    messages = [message for message, _ in turns]
    if shape.system and (system := optional_text(row, shape.system)) and messages[0]["role"] != "system":
        messages.insert(0, {"role": "system", "content": system})
        turns.insert(0, (messages[0], False))
    learnt = [wanted and message["role"] == "assistant" for message, wanted in turns]
    if not any(message["role"] == "assistant" for message in messages):
        raise Unusable(
            "no-assistant-turn",
            f"The conversation in row {row.number} of {row.file} has no turn of the assistant, so nothing to learn.",
            "Add the answer, or leave the row out.",
            shape.turns,
            value,
        )
    if not any(learnt):
        raise Unusable(
            "nothing-to-learn",
            f"Every turn of the assistant in row {row.number} of {row.file} is marked not to be learnt.",
            "Give one of them the weight 1, or leave the row out.",
            shape.turns,
            value,
        )
    return Conversation(messages, learnt, _tools(row, shape))


def _turn(row: Row, column: str, number: int, turn: Any) -> tuple[Message, bool]:
    """One turn, and whether its text is learnt where it is the assistant's."""
    where = f"row {row.number} of {row.file}"
    given = as_object(turn)
    if given is None:
        raise Unusable(
            "wrong-type", f"Turn {number} in {where} is {kind_of(turn)}, not an object.", _TURN_HINT, column, turn
        )
    name = given.get("role", given.get("from"))
    role = _ROLES.get(name.strip().lower()) if isinstance(name, str) else None
    if role is None:
        raise Unusable(
            "unknown-role",
            f"Turn {number} in {where} is by {shown(name) if name else 'nobody'}, which is none of system, user, "
            "assistant and tool.",
            "Write one of these roles.",
            column,
            name,
        )
    message: Message = {"role": role}
    calls = as_list(given.get("tool_calls"))
    content = given.get("content", given.get("value", given.get("text")))
    if (parts := as_list(content)) is not None:
        content = "".join(_part(row, column, number, part) for part in parts)
    if content is None and calls and role == "assistant":
        message["content"] = ""
    else:
        message["content"] = as_text(row, column, content, f"the text of turn {number}", is_answer=role == "assistant")
    if role == "assistant" and not message["content"].strip() and not calls:
        raise Unusable(
            "empty-answer", f"Turn {number} in {where}, an answer, is empty.", "Fill it, or leave the row out.", column
        )
    if calls:
        message["tool_calls"] = whole_value(row, column, calls)
    for extra in ("name", "tool_call_id", "reasoning_content"):
        if isinstance(given.get(extra), str):
            message[extra] = given[extra]
    weight = given.get("weight", given.get("loss_weight", 1))
    return message, weight not in (0, False)


_TURN_HINT = 'Write each turn as {"role": "user", "content": "…"}.'


def _part(row: Row, column: str, number: int, part: Any) -> str:
    if isinstance(part, str):
        return part
    if (given := as_object(part)) is not None:
        text = given.get("text", given.get("value", given.get("content")))
        if given.get("type", "text") in ("text", "input_text", "output_text") and isinstance(text, str):
            return text
    raise Unusable(
        "wrong-type",
        f"Turn {number} in row {row.number} of {row.file} holds something other than text.",
        "Only text can be learnt; leave pictures and sounds out.",
        column,
        part,
    )


def _history(row: Row, column: str) -> list[Message]:
    """Alpaca's earlier turns: a list of [question, answer]."""
    value = row.fields.get(column)
    pairs = [as_list(pair) for pair in as_list(value) or [None]] if value else list[None]()
    if any(pair is None or len(pair) != 2 for pair in pairs):
        raise Unusable(
            "wrong-type",
            f"Row {row.number} of {row.file}: '{column}' is not a list of pairs of question and answer.",
            'Write it as [["question", "answer"], …].',
            column,
            value,
        )
    messages: list[Message] = []
    for asked, answered in filter(None, pairs):
        messages.append({"role": "user", "content": as_text(row, column, asked, "a question")})
        messages.append({"role": "assistant", "content": as_text(row, column, answered, "an answer")})
    return messages


def _tools(row: Row, shape: Shape) -> list[Any] | None:
    value = row.fields.get(shape.tools) if shape.tools else None
    if isinstance(value, str) and value.strip():
        try:
            value = json.loads(value)
        except ValueError as problem:
            raise Unusable(
                "broken-json",
                f"Row {row.number} of {row.file}: the tools are not valid JSON.",
                "Correct them, or leave the row out.",
                shape.tools,
                value,
            ) from problem
    tools = as_list(value)
    return whole_value(row, shape.tools, tools) if tools else None
