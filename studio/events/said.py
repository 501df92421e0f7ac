"""What every event is: frozen, with its name and its time."""

from __future__ import annotations

import time

import msgspec


class Said(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", omit_defaults=True):
    """One line of a journal."""

    at: float = msgspec.field(default_factory=time.time)
    """Seconds since 1970 by the wall clock, which may jump; for people, never for logic."""
