"""Keeps an eye on what surrounds one run: its disk, its cards, sleep and clocks. Pauses the run and lets it go on."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable

import msgspec

from studio.commands import Command, Pause, Resume, SaveNow
from studio.events import (
    CheckpointSaved,
    ClockChanged,
    Event,
    ModelLoaded,
    RunEnded,
    Slept,
    StageStarted,
    UpdateFinished,
    WaitEnded,
    WaitStarted,
    Warned,
)
from studio.foreman.clocks import Clocks, clock_change_between, read_clocks, slept_between
from studio.foreman.meter import CardMeter
from studio.foreman.queue import given_up
from studio.foreman.trouble import Surroundings, planned_bytes, trouble
from studio.hardware.device import Device, file_size
from studio.hardware.gauges import Gauges, Reading
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal, Tail
from studio.runs.pulse import Listener
from studio.settings import Settings, read_settings

CLOCKS_SECONDS, LOOK_SECONDS = 1.0, 5.0
LOST_WORKER_SECONDS = 20.0
CARD_PATIENCE_SECONDS = 1800.0
"""A card that does not answer for so long will not come back without a person."""


class Vigil:
    """Of one run, while the foreman looks after it. `look` is called often and does little."""

    def __init__(
        self,
        run: RunFolder,
        journal: Journal,
        commands_from: int,
        *,
        clocks: Callable[[], Clocks] = read_clocks,
        sleep: Callable[[float], None] = time.sleep,
        tell: Callable[[], None] = lambda: None,
        hear_tellers: Callable[[], None] = lambda: None,
        look_every: float = LOOK_SECONDS,
    ) -> None:
        self._run, self._journal = run, journal
        self._clocks, self._sleep, self._look_every = clocks, sleep, look_every
        self._tell, self._hear_tellers = tell, hear_tellers
        self._last = clocks()
        self._looked = self._clocks_looked = self._last.awake - LOOK_SECONDS
        self._events: Tail[Event] = Tail(run.events, Event)
        self._commands: Tail[Command] = Tail(run.commands, Command, commands_from)
        self._own_pauses: set[float] = set()
        self._paused_by_user = self._asked_to_save = self._projected = False
        self._checkpoint_bytes: int | None = None
        self._device = ""
        self._cards: int | None = None
        """Of the run's kind, when they were first looked for."""
        self._updates = 0
        self._meter = CardMeter(journal)
        self._gauges = Gauges()
        self._listener = Listener(run, lambda: self._last.awake)
        self.worker_hangs = False
        """Whether it gave no sign of life for longer than one that lives could."""
        self.waiting: WaitStarted | None = None
        self._waiting_since, self._waits_at_least = self._last.passed, 0.0
        self._take_up_wait()

    def look(self) -> None:
        """See how things are; pause the run or let it go on."""
        now = self._look_at_clocks()
        if now is None or now.awake - self._looked < self._look_every:
            return
        passed, self._looked = min(now.awake - self._looked, 2 * self._look_every), now.awake
        self._hear_tellers()
        said_something = self._read_journals()
        self._listen(said_something=said_something)
        reading = self._read_cards()
        self._meter.see(self._own_cards(reading), passed)
        self._ask_for_one_checkpoint()
        self._decide(self._see(reading), read_settings(self._run.home), now, has_worker=True)

    def begin_worker(self) -> None:
        """One was started."""
        self._listener.begin()
        self.worker_hangs = False

    def wait(self, leaving: Callable[[], bool]) -> str | None:
        """Before a worker is started: until nothing is in its way, someone ended the run or this process must leave.

        What did not come in all that time, in words, where there is no hope for it; `has_no_worker` is then still so.
        """
        self._read_journals()
        while not leaving() and not given_up(self._run):
            now = self._look_at_clocks() or self._last
            self._decide(self._see(self._read_cards()), read_settings(self._run.home), now, has_worker=False)
            if not self.has_no_worker:
                return None
            assert self.waiting is not None
            if self.waiting.reason == "lost card" and now.passed - self._waiting_since > CARD_PATIENCE_SECONDS:
                return self.waiting.title
            self._hear_tellers()
            self._sleep(min(1.0, self._look_every))
        return None

    def wait_for_space(self, title: str) -> None:
        """The worker ended because the disk was full: `wait` then waits until there is some room again."""
        if self.waiting is not None and self.waiting.paused:  # what was to pause is gone
            self._end_wait(self._clocks())
        if self.waiting is None:
            hint = f"Free some space on the disk of {self._run.home.folder}; the run then goes on by itself."
            self._begin(WaitStarted(reason="disk", title=title.rstrip("."), hint=hint), self._clocks())
            self._waits_at_least = 6 * self._look_every  # a quota may be used up although the disk has room

    def end(self) -> None:
        """Write down what was measured since the last time."""
        self._meter.end()
        self._gauges.close()

    @property
    def has_no_worker(self) -> bool:
        """Whether the run waits for something without which no worker can begin."""
        return self.waiting is not None and not self.waiting.paused

    @property
    def worker_is_lost(self) -> bool:
        """Whether its card has been gone for a while: a worker may hang then, so it had better be ended."""
        lost = self.waiting is not None and self.waiting.reason == "lost card"
        return lost and self._last.passed - self._waiting_since > LOST_WORKER_SECONDS

    def _take_up_wait(self) -> None:
        """A foreman before this one may have paused the run and been killed."""
        for event in Tail[Event](self._run.foreman_events, Event).read():
            if isinstance(event, WaitStarted):
                self.waiting = event
            elif isinstance(event, WaitEnded | RunEnded):
                self.waiting = None

    def _look_at_clocks(self) -> Clocks | None:
        """Notice sleep and clocks that were set. None where it is too early to look again."""
        now, before = self._clocks(), self._last
        if now.passed - before.passed < CLOCKS_SECONDS:
            return None
        self._last = now
        if slept := slept_between(before, now):
            self._journal.append(Slept(seconds=round(slept, 1)))
        if change := clock_change_between(before, now):
            self._journal.append(ClockChanged(seconds=round(change, 1)))
        return now

    def _listen(self, *, said_something: bool) -> None:
        silent = self._listener.hear(said_something=said_something)
        if silent > self._listener.patience and not self.worker_hangs:
            self.worker_hangs = True  # until the next worker begins: this one is being ended
            self._listener.was_mistaken()

    def _read_journals(self) -> bool:
        """Whether the worker said something."""
        before = self._events.offset
        for event in self._events.in_pieces():
            match event:
                case StageStarted():
                    self._listener.stage(training=event.stage == "training")
                case CheckpointSaved():
                    self._checkpoint_bytes = event.size_bytes
                case ModelLoaded():
                    self._device = event.device
                case UpdateFinished():
                    self._updates += 1
                case _:
                    pass
        for command in self._commands.read():
            match command:
                case Pause():
                    self._paused_by_user = command.at not in self._own_pauses
                case Resume():
                    self._paused_by_user = False
                case _:
                    pass
        return self._events.offset > before

    def _ask_for_one_checkpoint(self) -> None:
        """One real checkpoint at the start tells what all of them need."""
        if self._checkpoint_bytes is None:
            if self._updates and not self._asked_to_save:
                self._asked_to_save = True
                self._command(SaveNow())
            return
        if self._projected:
            return
        self._projected = True
        present = sum(1 for _ in self._run.checkpoints.glob("update-*"))
        needs, free = planned_bytes(self._checkpoint_bytes, present), self._free_bytes()
        if free is not None and free < needs:
            self._journal.append(
                Warned(
                    title=f"All checkpoints of this run need {file_size(needs)} more, and {file_size(free)} are free",
                    hint="Free some space now. Where it runs out, the run waits and goes on by itself.",
                )
            )

    def _see(self, reading: Reading | None) -> Surroundings:
        own = self._own_cards(reading)
        temperatures = [card.temperature for card in own if card.temperature is not None]
        return Surroundings(
            free_bytes=self._free_bytes(),
            checkpoint_bytes=self._checkpoint_bytes,
            celsius=max(temperatures, default=None),
            card_lost=len(own) < (self._cards or 0),
            card=self._device or "graphics card",
            folder=str(self._run.home.folder),
        )

    def _own_cards(self, reading: Reading | None) -> list[Device]:
        return [card for card in reading.devices if card.name == self._device] if reading is not None else []

    def _read_cards(self) -> Reading | None:
        """None where the run uses no card, or it is not known yet."""
        if not self._device or self._cards == 0:
            return None
        reading = self._gauges.read()
        if self._cards is None:
            self._cards = len(self._own_cards(reading))
        return reading

    def _free_bytes(self) -> int | None:
        try:
            return shutil.disk_usage(self._run.path).free
        except OSError:
            return None

    def _decide(self, seen: Surroundings, settings: Settings, now: Clocks, *, has_worker: bool) -> None:
        before = self.waiting
        found = trouble(seen, settings, before.reason if before else None)
        if found is None and before is not None and now.passed >= self._waiting_since + self._waits_at_least:
            self._end_wait(now)
        elif found is not None and before is None and not (has_worker and self._paused_by_user):
            self._begin(msgspec.structs.replace(found, paused=has_worker and found.reason != "lost card"), now)

    def _begin(self, found: WaitStarted, now: Clocks) -> None:
        self.waiting, self._waiting_since, self._waits_at_least = found, now.passed, 0.0
        self._journal.append(msgspec.structs.replace(found, at=time.time()))
        if found.paused:
            self._command(Pause())
        self._tell()

    def _end_wait(self, now: Clocks) -> None:
        assert self.waiting is not None
        if self.waiting.paused and not self._paused_by_user:
            self._command(Resume())
        self.waiting = None
        self._journal.append(WaitEnded(seconds=round(now.passed - self._waiting_since, 1)))

    def _command(self, command: Pause | Resume | SaveNow) -> None:
        told = msgspec.structs.replace(command, at=time.time())
        if isinstance(command, Pause):
            self._own_pauses.add(told.at)
        try:
            with Journal(self._run.commands) as commands:
                commands.append(told)
        except OSError:
            pass  # a full disk takes no command; the worker then finds it full itself
