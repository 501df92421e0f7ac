"""Every sentence of the window passes here on its way to the screen, so that it can be in the user's language.

`tr("literal")` is what `pyside6-lupdate` looks for; who has Qt installs what translates.
"""

from __future__ import annotations

from collections.abc import Callable

_translate: list[Callable[[str], str]] = []


def speak(translate: Callable[[str], str] | None) -> None:
    """Pass every sentence through `translate` from now on; None: as it is written, in English."""
    _translate[:] = [translate] if translate else []


def tr(text: str, **values: object) -> str:
    """`text` in the user's language, with its {fields} filled in."""
    said = _translate[0](text) if _translate else text
    return said.format(**values) if values else said


def QT_TR_NOOP(text: str) -> str:  # noqa: N802 - the name that Qt's tools look for
    """Marks a text that is translated later, where it is shown."""
    return text
