"""Columns joined by a text with {column} fields, typed where the name of one column may stand."""

from __future__ import annotations

import re
from collections.abc import Callable

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]+)\}")


def columns_in(name: str) -> tuple[str, ...]:
    """The columns of a text with fields, each once; the name itself where it has none."""
    found = tuple(dict.fromkeys(field.group(1).strip() for field in _FIELD.finditer(name) if field.group(1)))
    return found or ((name,) if name else ())


def fill(text: str, value: Callable[[str], str]) -> str:
    """The text with every field filled, {{ and }} as braces; empty where all fields are."""
    values = {column: value(column) for column in columns_in(text)}
    if not any(each.strip() for each in values.values()):
        return ""
    return _FIELD.sub(lambda field: values[field.group(1).strip()] if field.group(1) else field.group()[0], text)
