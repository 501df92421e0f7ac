"""Watches the memory of a run, update by update, and says when micro-batches should be smaller or may grow again.

It moves the token budget and nothing else, and a budget decides only how an effective batch is cut: the rows of an
update, their order, loss and gradient stay what they are.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.hardware.device import gib
from studio.plan import Plan

MARGIN = 0.03
"""Of the room, kept free where a budget is chosen by what was measured."""
SLOW = 1.8
"""Times as long as usual for its tokens: an update whose memory was moved out of the card."""
CALM_UPDATES = 50
"""After as many without trouble the budget may grow; twice as many after each time that growing brought trouble."""
_LONGEST_CALM = 16 * CALM_UPDATES
_AFTER_RETRIES, _AFTER_SPILLING, _GROWTH = 0.85, 0.75, 1.1
_NEAR_THE_LIMIT = 0.95
_PACE_WEIGHT = 0.1
_SETTLING_UPDATES = 5
"""The first updates of a process are slower, and tell nothing about its pace."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured when an update was over."""

    token_budget: int
    """In use now: smaller than the watch left it where the device ran out of memory meanwhile."""
    seconds: float
    """Of the update."""
    num_padded_tokens: int
    """In the update."""
    peak_bytes: int
    """Most memory that tensors took in the update; on a processor what the process holds."""
    reserved_bytes: int
    """What the allocator holds of the device now; on a processor what the process holds."""
    beside_bytes: int
    """What else is used of the device now: other programs, the driver, libraries."""
    usable_bytes: int
    """`limit_bytes` of the plan."""
    retries: int = 0
    """How often the allocator found no piece that was large enough and had to give memory back first, since it
    began."""
    spills: bool = False
    """Whether the driver moves memory out of the card, or the system to the disk, rather than refusing it."""

    @property
    def room_bytes(self) -> int:
        """What this run may take."""
        return self.usable_bytes - self.beside_bytes


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """What to do before the next update."""

    kind: Literal["nothing", "empty cache", "smaller", "larger"] = "nothing"
    """"smaller" empties the cache too, "larger" goes back a step at a time."""
    token_budget: int
    """From now on."""
    sentence: str = ""
    """For people; empty where there is nothing to tell."""


class Watch:
    """Remembers what it needs of the updates before; reads no clock and no device."""

    def __init__(self, plan: Plan) -> None:
        """For the token budget of `plan`, which is never exceeded."""
        self._budget = self._ceiling = plan.token_budget
        self._smallest = 1 if plan.gradient_checkpointing == "long" else plan.max_seq_len
        self._bytes_per_token = (plan.memory.activations + plan.memory.logits) / plan.token_budget
        self._peak = 0  # with this budget
        self._least_beside: int | None = None
        self._pace: float | None = None  # seconds per token
        self._updates = 0
        self._retries = 0
        self._retrying = 0  # updates in a row
        self._emptied = False  # since the last change of the budget, or a long calm
        self._calm = 0
        self._calm_wanted = CALM_UPDATES
        self._grown = False  # the last change of the budget

    def after_update(self, reading: Reading) -> Action:
        """What to do, given the newest reading.

        In this order: less room than is held → empty the cache where that is enough, else the budget that fits; the
        allocator retried in two updates in a row → empty the cache, the next time 0.85 of the budget; slow near the
        limit where memory spills → 0.75 of it; long calm and room → 1.1 of it, up to the plan's.
        """
        self._note(reading)
        action = self._short_of_room(reading) or self._fragmented(reading) or self._spilled(reading)
        if action is None:
            self._calm += 1
            return self._grow(reading) or Action(token_budget=self._budget)
        self._calm = 0
        if self._grown:
            self._calm_wanted, self._grown = min(2 * self._calm_wanted, _LONGEST_CALM), False
        return action

    def _note(self, reading: Reading) -> None:
        if reading.token_budget != self._budget:
            self._ran_out(reading)
        self._peak = max(self._peak, reading.peak_bytes)
        least = self._least_beside
        self._least_beside = reading.beside_bytes if least is None else min(least, reading.beside_bytes)
        self._retrying = self._retrying + 1 if reading.retries > self._retries else 0
        self._retries = reading.retries
        self._updates += 1

    def _ran_out(self, reading: Reading) -> None:
        """The engine made the budget smaller itself. Where no other program had taken memory, the larger one never
        fitted, and it stays forbidden."""
        freed = (self._budget - reading.token_budget) * self._bytes_per_token
        taken = 0 if self._least_beside is None else reading.beside_bytes - self._least_beside
        if taken < min(freed, MARGIN * reading.usable_bytes):
            self._ceiling = reading.token_budget
        self._set_budget(reading.token_budget)
        self._calm = 0

    def _set_budget(self, token_budget: int) -> None:
        self._budget, self._peak, self._emptied, self._retrying = token_budget, 0, False, 0

    def _short_of_room(self, reading: Reading) -> Action | None:
        """Other programs took memory that this run holds or was going to."""
        room = reading.room_bytes
        if max(reading.reserved_bytes, self._peak) <= room:
            return None
        taken = f"Other programs now use {gib(reading.beside_bytes)} of the memory."
        if self._peak <= room and not self._emptied:
            return self._empty(f"{taken} What was kept for later was given back.")
        excess = max(reading.reserved_bytes, self._peak) - room * (1 - MARGIN)
        return self._smaller(
            self._budget - excess / max(self._bytes_per_token, 1.0), f"{taken} {gib(max(room, 0))} are left."
        )

    def _fragmented(self, reading: Reading) -> Action | None:
        if self._retrying < 2:
            return None
        if not self._emptied:
            return self._empty("Free memory was in pieces that were too small; it was given back and is taken anew.")
        return self._smaller(
            _AFTER_RETRIES * self._budget,
            f"Free memory is in small pieces: {gib(reading.reserved_bytes)} are held for {gib(self._peak)}.",
        )

    def _spilled(self, reading: Reading) -> Action | None:
        """Learns the usual pace on the way."""
        if self._updates <= _SETTLING_UPDATES or not reading.num_padded_tokens:
            return None
        pace = reading.seconds / reading.num_padded_tokens
        if self._pace is None:
            self._pace = pace
        slow = pace > SLOW * self._pace
        times = pace / self._pace if self._pace else 1.0
        self._pace += _PACE_WEIGHT * (min(pace, SLOW * self._pace) - self._pace)
        full = reading.reserved_bytes + reading.beside_bytes >= _NEAR_THE_LIMIT * reading.usable_bytes
        if not (slow and full and reading.spills):
            return None
        return self._smaller(
            _AFTER_SPILLING * self._budget,
            f"The memory is full and an update took {times:.1f} times as long as usual, so some of it was moved out.",
        )

    def _smaller(self, token_budget: float, why: str) -> Action:
        """At least one row, which is the least there is: then nothing can be done."""
        wanted = max(int(token_budget), self._smallest)
        if wanted >= self._budget:
            return Action(token_budget=self._budget)
        self._set_budget(wanted)
        return Action(
            kind="smaller",
            token_budget=wanted,
            sentence=f"{why} Micro-batches now hold at most {wanted:,} tokens; what is learnt stays the same.",
        )

    def _empty(self, sentence: str) -> Action:
        self._emptied, self._retrying = True, 0
        return Action(kind="empty cache", token_budget=self._budget, sentence=sentence)

    def _grow(self, reading: Reading) -> Action | None:
        if self._calm < self._calm_wanted:
            return None
        self._emptied = False
        wanted = min(int(_GROWTH * self._budget) + 1, self._ceiling)
        need = self._peak + (wanted - self._budget) * self._bytes_per_token
        if wanted <= self._budget or need > reading.room_bytes * (1 - MARGIN):
            return None
        self._set_budget(wanted)
        self._calm, self._grown = 0, True
        whole = "There is room again: micro-batches are as large as before." if wanted == self._ceiling else ""
        return Action(kind="larger", token_budget=wanted, sentence=whole)
