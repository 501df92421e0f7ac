"""One cell of a row as text, or why it cannot be used."""

from __future__ import annotations

import math
import re
from typing import Any, Literal

import msgspec

from studio.data.joined import columns_in, fill
from studio.data.readers.row import Row, as_list, as_object, kind_of

_CELL_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|[-+]?(?:nan|NaN|NAN|Infinity)")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Unusable(Exception):
    """Why a row cannot be used."""

    def __init__(self, kind: str, title: str, hint: str, column: str = "", value: object = "") -> None:
        super().__init__(title)
        self.kind, self.title, self.hint, self.column, self.value = kind, title, hint, column, value


def required_text(row: Row, column: str, what: Literal["the answer", "the label", "the text"]) -> str:
    """The text of the column that is learnt."""
    text = _text_of(row, column, what, is_answer=True)
    if not text.strip():
        nothing = {"the answer": "no answer", "the label": "no label", "the text": "no text"}[what]
        raise Unusable(
            "empty-answer",
            f"Row {row.number} of {row.file} has {nothing}.",
            f"Fill the column '{column}' or choose another column for answers.",
            column,
        )
    return text


def optional_text(row: Row, column: str) -> str:
    """The text of a column that may be empty."""
    text = _text_of(row, column, f"'{column}'")
    return text if text.strip() else ""


def _text_of(row: Row, column: str, what: str, *, is_answer: bool = False) -> str:
    """The text of a column, or of several joined by a text with {column} fields."""
    if column in row.fields or columns_in(column) == (column,):
        return as_text(row, column, row.fields.get(column), what, is_answer=is_answer)
    return fill(column, lambda name: as_text(row, name, row.fields.get(name), f"'{name}'", is_answer=is_answer))


def as_text(row: Row, column: str, value: Any, what: str, *, is_answer: bool = False) -> str:
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


def whole_value(row: Row, column: str, value: list[Any]) -> list[Any]:
    """The value, where every text in it is whole characters and every number fits. Raises Unusable."""
    where = f"In row {row.number} of {row.file}, '{column}' holds"
    try:
        msgspec.msgpack.encode(value)
    except UnicodeEncodeError as problem:
        raise Unusable(
            "lone-surrogate",
            f"{where} half a character (a lone surrogate).",
            "Save the file again from the program it came from, or leave the row out.",
            column,
        ) from problem
    except (OverflowError, RecursionError) as problem:
        raise Unusable(
            "wrong-type",
            f"{where} a number of more than 64 bits or too many lists within lists.",
            "Write it as text, or leave the row out.",
            column,
        ) from problem
    return value
