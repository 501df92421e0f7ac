"""The objects of one large JSON document one after the other, with little of it in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TextIO, cast

from studio.data.readers.source import MAX_LINE_CHARACTERS

_BLOCK = 2**20
_SPACE = re.compile(r"[ \t\n\r]*")
_LONGEST_WORD = 16
"""Characters that numbers and words such as `-Infinity` may still lack at the end of what has been read."""


class Stream:
    """Reads a list, or an object that holds one, from a text file."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._lines = 0
        """Line ends before `_text`."""
        self._column = 0
        """Characters of its first line before `_text`."""
        self._ended = False
        self._decoder = json.JSONDecoder()
        self._read()

    def records(self) -> Iterator[object]:
        """The entries of the list. Raises json.JSONDecodeError with its place in the file where the text is broken."""
        if self._next() == "[":
            yield from self._entries()
        else:
            yield from self._first_list()
        if self._next():
            raise self._error("Extra data")

    def _first_list(self) -> Iterator[object]:
        """The entries of the first list of objects that an object holds; all else is passed over."""
        self._take("{")
        found = False
        while self._next() != "}":
            self._value()
            self._take(":")
            if self._next() == "[" and not found:
                for entry in self._entries():
                    found = found or isinstance(entry, dict)
                    if found:
                        yield entry
            else:
                self._value()
            if self._next() != "}":
                self._take(",")
        self._take("}")

    def _entries(self) -> Iterator[object]:
        self._take("[")
        while self._next() != "]":
            yield self._value()
            if self._next() != "]":
                self._take(",")
                if self._next() == "]":
                    raise self._error("Expecting value")
        self._take("]")

    def _next(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            self._at = cast("re.Match[str]", _SPACE.match(self._text, self._at)).end()
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._read()

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise self._error(f"Expecting '{sign}' delimiter")
        self._at += 1

    def _value(self) -> object:
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as problem:
                is_cut = problem.msg.startswith("Unterminated") or problem.pos > len(self._text) - _LONGEST_WORD
                if self._ended or not is_cut or len(self._text) - self._at > MAX_LINE_CHARACTERS:
                    raise self._error(problem.msg, problem.pos) from problem
            else:
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
            self._read()

    def _read(self) -> None:
        """Some more of the file: as much again as is still needed of what is there."""
        passed = self._text[: self._at]
        ends = passed.count("\n")
        self._lines += ends
        self._column = len(passed) - passed.rindex("\n") - 1 if ends else self._column + len(passed)
        kept = self._text[self._at :]
        more = self._file.read(max(_BLOCK, len(kept)))
        self._ended = not more
        self._text, self._at = kept + more, 0

    def _error(self, message: str, place: int | None = None) -> json.JSONDecodeError:
        problem = json.JSONDecodeError(message, self._text, self._at if place is None else place)
        if problem.lineno == 1:
            problem.colno += self._column
        problem.lineno += self._lines
        return problem
