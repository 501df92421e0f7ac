"""One thing that was looked at to see whether the program can work here."""

from __future__ import annotations

import msgspec


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, whether it is as it should be, and if not, what to do."""

    name: str
    good: bool
    told: str
    """What was found."""
    fix: str = ""
    """What to do; empty where it is good."""
