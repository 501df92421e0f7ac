"""What the foreman reports: lines of `foreman.jsonl`."""

from __future__ import annotations

from typing import Literal

from studio.events.said import Said


class WorkerSpawned(Said, frozen=True, kw_only=True, tag="worker-spawned"):
    """The foreman started a worker for this run."""

    pid: int
    attempt: int
    commands_from: int
    """Offset in `commands.jsonl` after which commands count for this attempt."""
    from_start: bool = False
    """Whether all checkpoints were set aside before, because someone asked to begin again."""


class WorkerEnded(Said, frozen=True, kw_only=True, tag="worker-ended"):
    """The worker's process is gone. Negative exit codes are signals."""

    exit_code: int
    attempt: int


class RestartPlanned(Said, frozen=True, kw_only=True, tag="restart-planned"):
    """The worker died and will be started again from the last checkpoint."""

    in_seconds: float
    attempt: int


class RunEnded(Said, frozen=True, kw_only=True, tag="run-ended"):
    """The foreman no longer looks after this run."""

    outcome: Literal["finished", "stopped", "cancelled", "failed"]
    commands_to: int
    """Offset in `commands.jsonl` up to which commands were heard; a `resume` after it queues the run again."""
    title: str = ""
    hint: str = ""


WaitReason = Literal["disk", "hot card", "lost card"]


class WaitStarted(Said, frozen=True, kw_only=True, tag="wait-started"):
    """The run waits for something and goes on by itself; its worker is paused or gone until then."""

    reason: WaitReason
    title: str
    hint: str
    paused: bool = False
    """Whether the foreman paused the worker for it and will let it go on."""


class WaitEnded(Said, frozen=True, kw_only=True, tag="wait-ended"):
    """What was waited for is there, or nobody waits any more."""

    seconds: float


class Slept(Said, frozen=True, kw_only=True, tag="slept"):
    """The computer slept until `at` although a run was active."""

    seconds: float


class ClockChanged(Said, frozen=True, kw_only=True, tag="clock-changed"):
    """The wall clock was set by something else than time; `at` of earlier events is off by as much."""

    seconds: float
    """Positive: it was put forward."""


class PowerMeasured(Said, frozen=True, kw_only=True, tag="power-measured"):
    """What the card drew while the run was active, since the last such event."""

    joules: float
    seconds: float
    """Time over which power was known."""
    peak_celsius: int | None = None


class CardMeasured(Said, frozen=True, kw_only=True, tag="card-measured"):
    """How the run's cards did on average since the last such event; None: this card does not tell."""

    load: float | None = None
    """Share of the time in which it worked, 0 to 1."""
    celsius: float | None = None
    """Of the hottest."""
    watts: float | None = None
    """Of all together."""


class KeptAwake(Said, frozen=True, kw_only=True, tag="kept-awake"):
    """Whether the computer is kept from going to sleep while the run is active."""

    held: bool


class CountdownStarted(Said, frozen=True, kw_only=True, tag="countdown-started"):
    """Every run finished well; after this many seconds the computer goes to sleep or shuts down, unless someone says
    `stay-on`."""

    action: Literal["sleep", "shut down"]
    seconds: float


class CountdownEnded(Said, frozen=True, kw_only=True, tag="countdown-ended"):
    """Done, or called off."""

    done: bool


ForemanEvent = (
    WorkerSpawned
    | WorkerEnded
    | RestartPlanned
    | RunEnded
    | WaitStarted
    | WaitEnded
    | Slept
    | ClockChanged
    | PowerMeasured
    | CardMeasured
    | KeptAwake
    | CountdownStarted
    | CountdownEnded
)
