"""Events that are worth a look, in words."""

from __future__ import annotations

from studio.events import ClockChanged, MemoryRecovered, Slept, UpdateSkipped, Warned, WorkerEnded


def not_a_number(event: UpdateSkipped) -> Warned:
    """An update that was passed over."""
    rows = ", ".join(f"{row:,}" for row in event.rows[:5]) + (" …" if len(event.rows) > 5 else "")
    return Warned(
        at=event.at,
        title=f"The loss of update {event.update:,} was not a number",
        hint=f"It was left out and the weights stayed as they were. Its rows: {rows}.",
    )


def recovered(event: MemoryRecovered) -> Warned:
    """An out-of-memory and what is different now."""
    what = {
        "smaller micro-batches": f"in micro-batches of at most {event.token_budget:,} tokens",
        "gradient checkpointing": "with gradient checkpointing",
        "fewer word scores at once": "with fewer word scores at once",
    }[event.how]
    return Warned(
        at=event.at,
        title=f"Out of memory at update {event.update:,}, redone",
        hint=f"The same rows were learnt from again, now {what}; nothing was lost.",
    )


def hung(event: WorkerEnded) -> Warned:
    """A worker that gave no sign of life any more."""
    return Warned(
        at=event.at,
        title="The training program stopped answering",
        hint="Nothing came from it for much longer than its updates take. It was ended and started again from the last "
        "checkpoint; no update is lost.",
    )


def slept(event: Slept) -> Warned:
    """A sleep of the computer."""
    return Warned(
        at=event.at,
        title=f"The computer slept for {for_people(event.seconds)}",
        hint="Nothing was lost. The run went on when it woke; the time is left out of all estimates.",
    )


def clock_changed(event: ClockChanged) -> Warned:
    """A clock that was set."""
    way = "forward" if event.seconds > 0 else "back"
    return Warned(
        at=event.at,
        title=f"The computer's clock was put {way} by {for_people(abs(event.seconds))}",
        hint="The run does not depend on it; times of day told before are off by as much.",
    )


def for_people(seconds: float) -> str:
    """ "42 s", "17 min", "7 h 5 min", "12 days"."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    if seconds >= 4 * 86400:
        return f"{seconds / 86400:,.0f} days"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
