"""Problems of the studio in words of the window, where their hints name an option of a command."""

from __future__ import annotations

from typing import Protocol

from studio.errors import Remedy
from ui.state.tongue import QT_TR_NOOP, tr, tr_studio

_IN_WINDOW: dict[Remedy, str] = {
    "other device": QT_TR_NOOP("Close other programs, then try again."),
    "other folder": QT_TR_NOOP("Free some space, or choose another place for exports."),
    "token to read": QT_TR_NOOP(
        "Create a token of the kind “Read” at https://huggingface.co/settings/tokens and keep it under Settings."
    ),
    "token to write": QT_TR_NOOP(
        "Create a token of the kind “Write” at https://huggingface.co/settings/tokens and keep it under Settings."
    ),
    "name or token": QT_TR_NOOP(
        "Check how it is spelt, the owner too; for a private one keep your token first, under Settings."
    ),
}


class Problem(Protocol):
    """What went wrong and what to do."""

    @property
    def title(self) -> str: ...
    @property
    def hint(self) -> str: ...


def in_window(hint: str, remedy: Remedy) -> str:
    """A hint; where it names the option of a command, one that names what is on the page."""
    return tr(_IN_WINDOW[remedy]) if remedy in _IN_WINDOW else tr_studio(hint)


def in_line(problem: Problem) -> str:
    """Title and hint beside each other, in the user's language."""
    remedy: Remedy = getattr(problem, "remedy", "")
    return f"{tr_studio(problem.title)} {in_window(problem.hint, remedy)}".strip()
