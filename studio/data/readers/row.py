"""One row of the user's file, whatever the format."""

from __future__ import annotations

from typing import Any, cast

import msgspec

from studio.data.problem import Problem


class Row(msgspec.Struct, frozen=True):
    """What stands in one row."""

    file: str
    number: int
    """As the user counts; see `Problem.row`."""
    fields: dict[str, Any]
    """By column; parts of nested tables as "outer.inner"."""


def flat(record: dict[str, Any]) -> dict[str, Any]:
    """A record with the columns of nested tables as columns of their own, beside the nested table."""
    result = record
    for name, value in record.items():
        for inner, content in (as_object(value) or {}).items():
            result = dict(record) if result is record else result
            result.setdefault(f"{name}.{inner}", content)
    return result


def as_object(value: object) -> dict[str, Any] | None:
    """The value where it is an object with named parts."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_list(value: object) -> list[Any] | None:
    """The value where it is a list."""
    return cast("list[Any]", value) if isinstance(value, list) else None


def kind_of(value: object) -> str:
    """What a value is, in words."""
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case str():
            return "a text"
        case None:
            return "empty"
        case bool():
            return "a yes/no value"
        case int() | float():
            return "a number"
        case _:
            return type(value).__name__


def too_long(file: str, number: int) -> Problem:
    """A line of a text file that is too long to be read."""
    return Problem(
        file=file,
        row=number,
        kind="too-long",
        title=f"Line {number} of {file} has more characters than can be read.",
        hint="Shorten it.",
    )
