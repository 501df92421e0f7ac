"""One row of the user's file, whatever the format."""

from __future__ import annotations

from typing import Any

import msgspec


class Row(msgspec.Struct, frozen=True):
    """What stands in one row."""

    file: str
    number: int
    """As the user counts; see `Problem.row`."""
    fields: dict[str, Any]
    """By column; parts of nested tables as "outer.inner"."""


def flat(record: dict[str, Any]) -> dict[str, Any]:
    """A record with the columns of nested tables as columns of their own, beside the nested table."""
    if not any(isinstance(value, dict) for value in record.values()):
        return record
    result = dict(record)
    for name, value in record.items():
        if isinstance(value, dict):
            for inner, content in value.items():
                result.setdefault(f"{name}.{inner}", content)
    return result
