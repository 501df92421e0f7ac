"""From a row to a conversation or a text, with every reason why a row cannot be one."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import msgspec

from studio.data.problem import Problem, shown
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
_CELL_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|[-+]?(?:nan|NaN|NAN|Infinity)")
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|ï»¿|\ufffd")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Conversation(msgspec.Struct, frozen=True):
    """Turns in order; the model learns to write those of the assistant that are marked."""

    messages: list[Message]
    learnt: list[bool]
    tools: list[Any] | None = None


class Document(msgspec.Struct, frozen=True):
    """Text of which every token is learnt."""

    text: str


class Unusable(Exception):
    """Why a row cannot be used."""

    def __init__(self, kind: str, title: str, hint: str, column: str = "", value: object = "") -> None:
        super().__init__(title)
        self.kind, self.title, self.hint, self.column, self.value = kind, title, hint, column, value


def read_row(row: Row, shape: Shape) -> Conversation | Document | Problem:
    """What the row says in its shape, or why it cannot be used."""
    try:
        if shape.kind == "text":
            return Document(_text(row, shape.answer, "text"))
        if shape.turns:
            return _from_turns(row, shape)
        return _from_columns(row, shape)
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


def remarks(row: Row, content: Conversation | Document) -> list[Problem]:
    """What is worth knowing about a row that is used all the same."""
    texts = (
        [content.text]
        if isinstance(content, Document)
        else [str(turn.get("content") or "") for turn in content.messages]
    )
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


def _from_columns(row: Row, shape: Shape) -> Conversation:
    messages: list[Message] = []
    if shape.system and (system := _optional(row, shape.system)):
        messages.append({"role": "system", "content": system})
    if shape.history:
        messages += _history(row, shape.history)
    asked: list[str] = []
    for column in shape.prompt:
        turns = as_list(row.fields.get(column))
        if turns and isinstance(turns[0], dict):
            messages += [_turn(row, column, number, turn)[0] for number, turn in enumerate(turns, 1)]
        elif text := _optional(row, column):
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
    answer = as_object(row.fields.get(shape.answer))
    if answer is not None and ("content" in answer or "value" in answer):
        turn = {"role": "assistant", **answer}
        messages.append(_turn(row, shape.answer, 1, turn)[0])
    else:
        messages.append({"role": "assistant", "content": _text(row, shape.answer, "answer")})
    return Conversation(messages, [False] * (len(messages) - 1) + [True])


def _from_turns(row: Row, shape: Shape) -> Conversation:
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
    if shape.system and (system := _optional(row, shape.system)) and messages[0]["role"] != "system":
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
        message["content"] = _checked(row, column, content, f"the text of turn {number}", is_answer=role == "assistant")
    if role == "assistant" and not message["content"].strip() and not calls:
        raise Unusable(
            "empty-answer", f"Turn {number} in {where}, an answer, is empty.", "Fill it, or leave the row out.", column
        )
    if calls:
        message["tool_calls"] = _whole(row, column, calls)
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
        messages.append({"role": "user", "content": _checked(row, column, asked, "a question")})
        messages.append({"role": "assistant", "content": _checked(row, column, answered, "an answer")})
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
    return _whole(row, shape.tools, tools) if tools else None


def _text(row: Row, column: str, what: str) -> str:
    """The text of the column that is learnt."""
    text = _checked(row, column, row.fields.get(column), f"the {what}", is_answer=True)
    if not text.strip():
        raise Unusable(
            "empty-answer",
            f"Row {row.number} of {row.file} has no {what}.",
            f"Fill the column '{column}' or choose another column for answers.",
            column,
        )
    return text


def _optional(row: Row, column: str) -> str:
    text = _checked(row, column, row.fields.get(column), f"'{column}'")
    return text if text.strip() else ""


def _checked(row: Row, column: str, value: Any, what: str, *, is_answer: bool = False) -> str:
    """A value as text. Raises Unusable for what is none."""
    where = f"row {row.number} of {row.file}"
    value = (as_object(value) or {}).get("text", value)  # SQuAD's answers: {"text": […], "answer_start": […]}
    if is_answer and (several := as_list(value)) and isinstance(several[0], str):
        value = several[0]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        raise Unusable(
            "not-a-number",
            f"In {where}, {what} is {value}, no real value.",
            "Fill it, or leave the row out.",
            column,
            value,
        )
    if isinstance(value, (int, float)):
        return str(value)
    if not isinstance(value, str):
        raise Unusable(
            "wrong-type",
            f"In {where}, {what} is {kind_of(value)}, not a text.",
            "Write it as text, or choose another column.",
            column,
            value,
        )
    if len(value) < 12 and _CELL_ERROR.fullmatch(value.strip()):
        raise Unusable(
            "not-a-number" if value.strip()[0] != "#" else "cell-error",
            f"In {where}, {what} is {value.strip()}, which a program wrote in place of a value.",
            "Correct it in the program the file came from, or leave the row out.",
            column,
            value,
        )
    if not value.isascii() and _SURROGATE.search(value):
        raise Unusable(
            "lone-surrogate",
            f"In {where}, {what} holds half a character (a lone surrogate).",
            "Save the file again from the program it came from, or leave the row out.",
            column,
            value,
        )
    return value


def _whole(row: Row, column: str, value: list[Any]) -> list[Any]:
    """The value, where every text in it is whole characters."""
    if _SURROGATE.search(json.dumps(value, ensure_ascii=False, default=str)):
        raise Unusable(
            "lone-surrogate",
            f"In row {row.number} of {row.file}, '{column}' holds half a character (a lone surrogate).",
            "Save the file again from the program it came from, or leave the row out.",
            column,
        )
    return value
