"""The values on the device card of the rail, apart from what makes them: the first paint need not wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class DeviceCard:
    """The card at the bottom of the rail."""

    name: str
    total: str
    in_use: str
    details: str
    share: float
    doing: str
    doing_icon: str
    tone: Literal["ok", "warn", "mut"]
