"""Finds the template behind a finished English sentence of the studio, and says it in another language.

The studio speaks English and keeps its sentences in files that older versions, workers and other computers wrote. So
no sentence carries its parts: those are found again by the template, "{host} does not answer.", which is in the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

_FIELD = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z“\d])")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_QUOTED = re.compile(r"(?:'\{(\w+)\}'|“\{(\w+)\}”)")
_DEPTH = 3


@dataclass(frozen=True)
class _Template:
    text: str
    pattern: re.Pattern[str]
    anchor: str
    """The longest piece between two values: a sentence without it cannot be this one."""
    quoted: frozenset[str]
    """The values that stand between quotation marks: a word there is a name of the user's and stays as it is."""


class Templates:
    """Those of one language.

    `measures` are templates whose values are numbers, "{number} GiB", as the window and the studio both write them.
    """

    def __init__(
        self,
        texts: Iterable[str],
        translate: Callable[[str], str],
        numeral: Callable[[str], str] = str,
        measures: Iterable[str] = (),
    ) -> None:
        texts = tuple(texts)
        self._translate, self._numeral = translate, numeral
        self._whole = frozenset(text for text in texts if not _FIELD.search(text))
        made = sorted((_compiled(text) for text in texts if _FIELD.search(text)), key=_fixed_letters, reverse=True)
        self._made = (*(_measure(text) for text in measures), *made)
        self.translated = lru_cache(4096)(self._translated)

    def _translated(self, sentence: str, depth: int = 0) -> str:
        """`sentence` in the language; as it is, where no template fits."""
        said = self._one(sentence, depth)
        if said is not None:
            return said
        parts = _SENTENCE_END.split(sentence)
        if len(parts) == 1:
            return sentence
        return " ".join(self._one(part, depth) or part for part in parts)

    def _one(self, sentence: str, depth: int) -> str | None:
        if sentence in self._whole:
            return self._translate(sentence)
        for template in self._made:
            match = template.anchor in sentence and template.pattern.fullmatch(sentence)
            if match and not any(_SENTENCE_END.search(value) for value in match.groups()):
                return self._filled(template, match.groupdict(), depth)
        return None

    def _filled(self, template: _Template, values: dict[str, str], depth: int) -> str:
        said = self._translate(template.text)

        def filled(field: re.Match[str]) -> str:
            value = values.get(f"_{field[1]}", field[0])
            return value if field[1] in template.quoted and " " not in value else self._value(value, depth)

        return _FIELD.sub(filled, said)

    def _value(self, value: str, depth: int) -> str:
        if _NUMBER.fullmatch(value):
            return self._numeral(value)
        return self._one(value, depth + 1) or value if depth < _DEPTH else value


def _fixed_letters(template: _Template) -> int:
    return len(_FIELD.sub("", template.text))


def _compiled(text: str) -> _Template:
    pieces = _FIELD.split(text)  # literal, name, literal, name, …
    seen: set[str] = set()
    pattern = ""
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            pattern += re.escape(piece)
        else:
            beside = index + 2 < len(pieces) and not pieces[index + 1]
            value = "(?:.+?[.;:,!?] )?" if beside else ".+?"  # of two that touch the first is a sentence or nothing
            pattern += f"(?P=_{piece})" if piece in seen else f"(?P<_{piece}>{value})"
            seen.add(piece)
    quoted = frozenset(one or other for one, other in _QUOTED.findall(text))
    return _Template(text, re.compile(pattern, re.DOTALL), max(pieces[::2], key=len), quoted)


def _measure(text: str) -> _Template:
    pieces = _FIELD.split(text)
    pattern = "".join(
        f"(?P<_{piece}>{_NUMBER.pattern})" if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)
    )
    return _Template(text, re.compile(pattern), max(pieces[::2], key=len), frozenset())
