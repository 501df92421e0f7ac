"""What a run should wait for rather than fail of: a full disk, a hot card, a card that does not answer."""

from __future__ import annotations

from dataclasses import dataclass

from studio.events import WaitReason, WaitStarted
from studio.hardware.device import file_size
from studio.settings import Settings

KEPT_CHECKPOINTS = 4
"""The last three and the best."""
COOLER_BY_CELSIUS = 15
"""A hot card must cool down by this much, or the run would stop and go every minute."""


@dataclass(frozen=True)
class Surroundings:
    """What surrounds a run at one moment. None: not known, which never stops a run."""

    free_bytes: int | None = None
    checkpoint_bytes: int | None = None
    """Size of one real checkpoint of this run."""
    celsius: int | None = None
    """Of the hottest card it uses."""
    card_lost: bool = False
    """Its card is there no more, or does not answer."""
    card: str = "graphics card"
    folder: str = ""


def trouble(seen: Surroundings, settings: Settings, waiting_for: WaitReason | None = None) -> WaitStarted | None:
    """What the run should wait for now; None where nothing is in its way.

    `waiting_for`: what it waits for already. A wait ends later than it would begin, so that a run does not go to and
    fro.
    """
    if seen.card_lost:
        return WaitStarted(
            reason="lost card",
            title=f"The {seen.card} does not answer",
            hint="The run goes on when it is back. If it stays away, restart the computer: nothing is lost.",
        )
    if _low(seen, settings, waiting=waiting_for == "disk"):
        needs, free = (seen.checkpoint_bytes or 0) + settings.keep_free_gb * 1e9, seen.free_bytes or 0
        return WaitStarted(
            reason="disk",
            title=f"The disk is nearly full: {file_size(free)} free, {file_size(needs)} needed",
            hint=f"Free some space on the disk of {seen.folder}; the run then goes on by itself.",
        )
    limit = settings.pause_above_celsius - (COOLER_BY_CELSIUS if waiting_for == "hot card" else 0)
    if settings.pause_above_celsius and seen.celsius is not None and seen.celsius > limit:
        return WaitStarted(
            reason="hot card",
            title=f"The {seen.card} is {seen.celsius} °C hot",
            hint=f"The run goes on below {settings.pause_above_celsius - COOLER_BY_CELSIUS + 1} °C. Look at its fans "
            "and at the air around it.",
        )
    return None


def planned_bytes(checkpoint_bytes: int, present: int) -> int:
    """What all planned checkpoints still take: those that are kept and the draft of the next, without the `present`
    ones."""
    return checkpoint_bytes * max(KEPT_CHECKPOINTS + 1 - present, 1)


def _low(seen: Surroundings, settings: Settings, *, waiting: bool) -> bool:
    """Whether the next checkpoint, that of the pause and what is kept free no longer fit."""
    if seen.free_bytes is None:
        return False
    checkpoints = (2 if waiting else 1) * (seen.checkpoint_bytes or 0)
    return seen.free_bytes < checkpoints + settings.keep_free_gb * 1e9
