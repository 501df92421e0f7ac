"""Every sentence of the window passes here on its way to the screen, so that it can be in the user's language.

`tr("literal")` is what `pyside6-lupdate` looks for; who has Qt installs what translates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.state.templates import Templates


@dataclass(frozen=True)
class Tongue:
    """One language other than English."""

    code: str
    """As in "zh_CN"."""
    translate: Callable[[str], str]
    plural: Callable[[str, int], str]
    """What fits a number, of a text with %n in it; empty where there is no translation."""
    numeral: Callable[[str], str]
    """Digits, separators and decimal point of an English number in those of the language."""
    templates: Templates
    """The sentences of the studio."""


_spoken: list[Tongue] = []


def speak(tongue: Tongue | None) -> None:
    """Say every sentence in `tongue` from now on; None: as it is written, in English."""
    _spoken[:] = [tongue] if tongue else []


def tr(text: str, **values: object) -> str:
    """`text` in the user's language, with its {fields} filled in."""
    said = _spoken[0].translate(text) if _spoken else text
    if not values:
        return said
    return said.format(**{name: numeral(str(v)) if isinstance(v, int | float) else v for name, v in values.items()})


def full_stop(sentence: str) -> str:
    """With the sign that ends a sentence."""
    return tr("{sentence}.", sentence=sentence)


def said_of(what: str, value: str) -> str:
    """ "Device: its memory", with the colon of the language."""
    return tr("{what}: {value}", what=what, value=value)


def tr_counted(number: int, written: str, thing: str, things: str) -> str:
    """ "3 rows", in the plural form that the language has for `number`; `written` is that number for people."""
    said = _spoken[0].plural(f"%n {thing}", number) if _spoken else ""
    return said.replace("%n", written) if said else f"{written} {tr(thing if number == 1 else things)}"


def tr_studio(sentence: str) -> str:
    """A sentence that the studio made, which may hold numbers and names, in the user's language."""
    return _spoken[0].templates.translated(sentence) if _spoken and sentence else sentence


def numeral(written: str) -> str:
    """A number as the user's language writes it: "12,480.5"."""
    return _spoken[0].numeral(written) if _spoken else written


def left_to_right(text: str) -> str:
    """A formula, which reads so in every language."""
    if not _spoken:
        return text
    for sign in (" = ", " × ", " + ", " → "):
        text = text.replace(sign, f" \u200e{sign[1]}\u200e ")  # or Arabic digits would turn what stands between them
    return f"\u2066{text}\u2069"


def spoken() -> bool:
    """Whether another language than English is spoken."""
    return bool(_spoken)


def language() -> str:
    """The language that is spoken, as in "zh_CN"; empty: English."""
    return _spoken[0].code if _spoken else ""


def QT_TR_NOOP(text: str) -> str:  # noqa: N802 - the name that Qt's tools look for
    """Marks a text that is translated later, where it is shown."""
    return text
