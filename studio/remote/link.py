"""How the connection to a run on another computer is, as its mirror last wrote it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from studio.durable import draft_beside
from studio.remote.ssh import DEFAULT_COMMAND

LinkState = Literal["connecting", "live", "cut", "refused"]
"""First try · words come · it heals by itself · somebody has to do something first."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """`link.json` in the folder of what is kept of the run."""

    host: str
    run: str
    """As it was asked for: its name there, a part of it, or "last"."""
    command: tuple[str, ...] = DEFAULT_COMMAND
    """How the studio is started there."""
    state: LinkState = "connecting"
    there: str = ""
    """What the computer calls itself."""
    cards: int = 0
    """It has, which can share the work."""
    held: bool = False
    """Whether somebody over there looks after the run, as of the last word."""
    heard_at: float = 0.0
    """Seconds since 1970 of the last word, by this computer's clock; 0: never."""
    title: str = ""
    """Why it is cut or refused."""
    hint: str = ""
    next_at: float = 0.0
    """Seconds since 1970 of the next try; 0: none without being asked."""
    generation: int = 0
    """Grows when everything has to be read anew."""

    @property
    def address(self) -> str:
        """As people write it."""
        return f"{self.host}:{self.run}"


def link_file(folder: Path) -> Path:
    """Where it is written."""
    return folder / "link.json"


def read_link(folder: Path) -> Link | None:
    """As of now; None where nothing is watched there."""
    try:
        return msgspec.json.decode(link_file(folder).read_bytes(), type=Link)
    except (OSError, msgspec.DecodeError):
        return None


def write_link(folder: Path, link: Link, **changes: object) -> Link:
    """Write it with these changes, for whoever looks; not worth waiting for the disk."""
    changed = msgspec.structs.replace(link, **changes)
    draft = draft_beside(link_file(folder))
    draft.write_bytes(msgspec.json.encode(changed))
    draft.replace(link_file(folder))
    return changed
