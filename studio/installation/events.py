"""What happens while the engine's environment is made, moved or removed, as the process that does it tells it."""

from __future__ import annotations

from typing import Literal

import msgspec

Step = Literal["room", "python", "torch", "packages", "proof", "list", "move", "remove"]


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    at: float = 0.0
    """Seconds since 1970."""


class StepStarted(_Event, frozen=True, kw_only=True, tag="step-started"):
    """It is worked on this now."""

    step: Step


class StepFinished(_Event, frozen=True, kw_only=True, tag="step-finished"):
    """That is done."""

    step: Step
    seconds: float


class StepProgressed(_Event, frozen=True, kw_only=True, tag="progressed"):
    """How far it is."""

    step: Step
    what: str = ""
    """The package or file at hand."""
    done_bytes: int = 0
    total_bytes: int = 0
    """Of that; 0: not known."""
    fetched_bytes: int = 0
    """In all."""
    placing: int = 0
    """Packages that are put in place now."""


class ProofMade(_Event, frozen=True, kw_only=True, tag="checked"):
    """One part of the proof that training works here."""

    name: str
    good: bool
    told: str
    fix: str = ""


class WayNoted(_Event, frozen=True, kw_only=True, tag="noted"):
    """It goes another way than usual."""

    words: str


class EnvironmentMade(_Event, frozen=True, kw_only=True, tag="made"):
    """The environment is whole and proved."""

    name: str


class EnvironmentsMoved(_Event, frozen=True, kw_only=True, tag="moved"):
    """They are in another folder too."""

    folder: str


class EnvironmentsRemoved(_Event, frozen=True, kw_only=True, tag="removed"):
    """They are gone."""

    names: tuple[str, ...]


class SettingUpStopped(_Event, frozen=True, kw_only=True, tag="stopped"):
    """It was called off; nothing half is left."""


class SettingUpFailed(_Event, frozen=True, kw_only=True, tag="failed"):
    """It ended with a problem; nothing half is left."""

    title: str
    hint: str = ""
    details: str = ""


Ending = EnvironmentMade | EnvironmentsMoved | EnvironmentsRemoved | SettingUpStopped | SettingUpFailed
SettingUpEvent = StepStarted | StepFinished | StepProgressed | ProofMade | WayNoted | Ending
