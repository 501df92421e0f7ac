"""What went otherwise than planned, each with what it cost in time; a pure function of the events."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from statistics import median

import msgspec

from studio.events import (
    CheckpointSetAside,
    ClockChanged,
    Event,
    JobFailed,
    MemoryRecovered,
    RunEnded,
    Slept,
    UpdateFinished,
    UpdateSkipped,
    WaitEnded,
    WaitStarted,
    Warned,
    WentBack,
    WorkerEnded,
    WorkerSpawned,
)
from studio.runs import warned
from studio.runs.endings import ENDINGS
from studio.runs.exit_codes import HUNG, LEFT, REGROUPED

_AS_ASKED = frozenset({*ENDINGS, REGROUPED})


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One of them."""

    at: float
    title: str
    detail: str = ""
    cost_seconds: float | None = None
    """None: it cost nothing that could be measured."""


def in_order(*journals: Iterable[Event]) -> list[Event]:
    """The events of several journals as they happened; the order within a journal is never changed."""
    return list(heapq.merge(*journals, key=lambda event: event.at))


def find_incidents(events: Iterable[Event]) -> tuple[Incident, ...]:
    """Oldest first. Cost is the time until the run was as far as before, or stood still, beyond a usual update."""
    log = _Log()
    for event in events:
        log.take(event)
    return tuple(sorted(log.found, key=lambda each: each.at))


class _Log:
    def __init__(self) -> None:
        self.found: list[Incident] = []
        self._seconds: list[float] = []
        """Of every update so far."""
        self._update, self._worker_lives = 0, False
        self._last_at: float | None = None
        self._to_regain: tuple[Incident, int] | None = None
        """What set the run back, and the update it must reach to be as far as before."""
        self._slower: MemoryRecovered | None = None
        self._wait: WaitStarted | None = None
        self._last_words = ""
        """What the worker said was the matter, where it could."""

    def take(self, event: Event) -> None:
        self._follow(event)
        for what, cost in self._told_at_once(event):
            self.found.append(Incident(at=what.at, title=what.title, detail=what.hint, cost_seconds=cost))
        self._last_at = event.at

    def _follow(self, event: Event) -> None:
        """What an incident begins or ends with."""
        match event:
            case UpdateFinished():
                self._updated(event)
            case WorkerSpawned():
                self._last_words = ""
                self._spawned()
            case WorkerEnded():
                self._worker_lives = False
                if event.exit_code == HUNG:
                    hung = warned.hung(event)
                    self._set_back(event.at, hung.title, hung.hint)
                elif event.exit_code == LEFT:
                    left = "The training program was asked to leave"
                    self._set_back(event.at, left, "It saved first, so no update is lost.")
                elif event.exit_code not in _AS_ASKED and self._wait is None:
                    said = self._last_words and f"{self._last_words} It was started again."
                    why = said if event.exit_code > 0 and said else _died_of(event.exit_code)
                    self._set_back(event.at, "The training program ended unexpectedly", why)
            case JobFailed():
                self._last_words = event.title
            case MemoryRecovered():
                self._slower = event
            case WentBack():
                back = f"Went back to update {event.to_update:,}"
                self._set_back(event.at, back, f"Without update {event.update:,}.")
            case RunEnded():
                self._worker_lives = False  # of a run that moved, nobody says how its worker ended
                self._give_up_regaining()
            case _:
                pass

    def _told_at_once(self, event: Event) -> Iterator[tuple[Warned, float | None]]:
        """Incidents whose cost the event itself tells."""
        match event:
            case WaitStarted():
                self._wait = event
            case WaitEnded() if self._wait is not None:
                started, self._wait = self._wait, None
                yield Warned(at=started.at, title=started.title, hint=started.hint), event.seconds
            case Slept():
                yield warned.slept(event), event.seconds
            case ClockChanged():
                yield warned.clock_changed(event), None
            case UpdateSkipped(reason="not a number"):
                self._update = event.update
                yield warned.not_a_number(event), median(self._seconds) if self._seconds else None
            case CheckpointSetAside():
                yield Warned(at=event.at, title="A checkpoint was damaged and set aside", hint=event.reason), None
            case Warned():
                yield event, None
            case _:
                pass

    def _updated(self, event: UpdateFinished) -> None:
        usual = median(self._seconds) if self._seconds else event.seconds
        if self._slower is not None:
            what, cost = warned.recovered(self._slower), max(event.seconds - usual, 0.0)
            self.found.append(Incident(at=what.at, title=what.title, detail=what.hint, cost_seconds=cost))
            self._slower = None
        if self._to_regain is not None and event.update > self._to_regain[1]:
            incident, _ = self._to_regain
            cost = max(event.at - incident.at - event.seconds, 0.0)
            self.found.append(msgspec.structs.replace(incident, cost_seconds=cost))
            self._to_regain = None
        self._update = event.update
        self._seconds.append(event.seconds)

    def _spawned(self) -> None:
        if self._worker_lives and self._last_at is not None:
            detail = "The computer was switched off or restarted, or the program was ended."
            self._set_back(self._last_at, "Nobody looked after the run for a while", detail)
        self._worker_lives = True

    def _set_back(self, at: float, title: str, detail: str) -> None:
        reached = self._update
        if self._to_regain is not None:  # another one before the last was made good
            incident, reached = self._to_regain[0], max(reached, self._to_regain[1])
            self.found.append(incident)
        self._to_regain = Incident(at=at, title=title, detail=detail), reached

    def _give_up_regaining(self) -> None:
        if self._to_regain is not None:
            self.found.append(self._to_regain[0])
            self._to_regain = None


def _died_of(exit_code: int) -> str:
    if exit_code == -9:
        return "It was ended by the system, most likely because memory ran out, and started again."
    how = f"signal {-exit_code}" if exit_code < 0 else f"exit code {exit_code}"
    return f"It ended with {how} and was started again."
