"""`user@host:run`: a run on another computer, as people write it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import msgspec

from studio.errors import RunProblem
from studio.paths import Home
from studio.runs.folder import RunFolder

_HOST = re.compile(r"(?:[A-Za-z0-9_][\w.-]*@)?(?:[A-Za-z0-9_][\w.-]*|\[[0-9A-Fa-f:.]+(?:%[\w.-]+)?\])", re.ASCII)
"""Nothing that a shell or ssh would take for anything but a name: it begins with no "-" and holds no blank."""
_RUN = re.compile(r"\w[\w.-]{0,120}")


class Address(msgspec.Struct, frozen=True):
    """Where a run is."""

    host: str
    """As ssh is told it: a name or an alias of the user's ssh configuration, with the user where one is said."""
    run: str
    """Its name there, a part of it, or "last"."""

    def __str__(self) -> str:
        return f"{self.host}:{self.run}"

    def mirror(self, home: Home) -> RunFolder:
        """Where what was heard of it is kept on this computer."""
        return RunFolder(home.elsewhere / re.sub(r"[^\w.@-]", "_", self.host) / "runs" / self.run)


def looks_remote(text: str) -> bool:
    """Whether somebody means a run on another computer."""
    return ":" in text and not Path(text).exists()


def read_address(text: str) -> Address:
    """The address in `user@host:run`. Raises RunProblem where it is none."""
    host, colon, run = text.strip().rpartition(":")
    if not colon or not _RUN.fullmatch(run):
        raise RunProblem(
            f"“{text[:80]}” does not name a run on another computer.",
            "Write it as user@host:run; `nightshift runs --on user@host` lists the runs there.",
        )
    return Address(read_host(host), run)


def read_followed(text: str) -> tuple[Address, tuple[str, ...]]:
    """An address, and behind it how the studio is started there; empty: as nightshift. Raises RunProblem."""
    named, _, command = text.strip().partition(" ")
    return read_address(named), tuple(read_command(command))


def read_command(text: str) -> list[str]:
    """How the studio is started, in words as a shell takes them. Raises RunProblem."""
    try:
        return shlex.split(text)
    except ValueError as problem:
        raise RunProblem(f"“{text[:80]}” cannot be taken apart into words.", "Close its quotation marks.") from problem


def read_host(text: str) -> str:
    """A host as ssh is told it. Raises RunProblem where it is none."""
    if not _HOST.fullmatch(text) or len(text) > 250:
        raise RunProblem(
            f"“{text[:80]}” is no name of a computer.",
            "Use a name as ssh knows it, such as user@host or an alias of your ssh configuration.",
        )
    return text
