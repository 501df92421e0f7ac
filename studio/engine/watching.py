"""Reads how full the device is after each update and does what the watch over memory says."""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable
from typing import Any

import psutil
import torch

from studio.engine.training import Training
from studio.events import Warned, WorkerEvent
from studio.hardware.processor import read_processor
from studio.plan import Plan
from studio.planning.watch import Reading, Watch

_SECONDS_BETWEEN_LOOKS = 0.5
"""On a processor, where looking takes a millisecond and nothing but other programs matters."""


class Watching:
    """Call `after_update` between two updates: it changes `training.token_budget` and nothing else of the training."""

    def __init__(self, training: Training, plan: Plan, emit: Callable[[WorkerEvent], None]) -> None:
        self._training, self._plan, self._emit = training, plan, emit
        self._watch = Watch(plan)
        self._looked_at = -_SECONDS_BETWEEN_LOOKS
        self.outside_bytes = 0
        """Used of a card beside the allocator's memory and what was there when it was planned: the driver's context and
        libraries, as far as other programs stayed as they were."""

    def after_update(self, seconds: float, num_padded_tokens: int) -> None:
        """The last update took this long for so many tokens, padding included."""
        device = self._training.device
        if device.type in {"cuda", "xpu"}:
            reading = self._of_card(getattr(torch, device.type), seconds, num_padded_tokens)
            outside = max(0, reading.beside_bytes - self._plan.memory.others)
            self.outside_bytes = min(self.outside_bytes or outside, outside)
        elif device.type == "cpu" and time.monotonic() - self._looked_at >= _SECONDS_BETWEEN_LOOKS:
            self._looked_at = time.monotonic()
            reading = self._of_processor(seconds, num_padded_tokens)
        else:  # Apple's driver does not say what others use
            return
        action = self._watch.after_update(reading)
        if action.kind in {"empty cache", "smaller"} and device.type != "cpu":
            getattr(torch, device.type).empty_cache()
        self._training.token_budget = action.token_budget
        if action.sentence:
            title, _, rest = action.sentence.partition(". ")
            self._emit(Warned(title=title.removesuffix("."), hint=rest))

    def _of_card(self, card: Any, seconds: float, num_padded_tokens: int) -> Reading:
        device = self._training.device
        free, total = card.mem_get_info(device)
        statistics = card.memory_stats(device)
        reserved = card.memory_reserved(device)
        return Reading(
            token_budget=self._training.token_budget,
            seconds=seconds,
            num_padded_tokens=num_padded_tokens,
            peak_bytes=card.max_memory_allocated(device),
            reserved_bytes=reserved,
            beside_bytes=max(0, total - free - reserved),
            usable_bytes=self._plan.limit_bytes,
            retries=statistics.get("num_alloc_retries", 0),
            spills=sys.platform == "win32" or "microsoft" in platform.uname().release.lower(),
        )

    def _of_processor(self, seconds: float, num_padded_tokens: int) -> Reading:
        """Ranks share the memory, so what the others hold is beside this one's, and all of it is usable."""
        machine, held = read_processor(), psutil.Process().memory_info().rss
        return Reading(
            token_budget=self._training.token_budget,
            seconds=seconds,
            num_padded_tokens=num_padded_tokens,
            peak_bytes=held,
            reserved_bytes=held,
            beside_bytes=max(0, machine.total_bytes - machine.free_bytes - held),
            usable_bytes=self._plan.limit_bytes * self._plan.world_size,
            spills=True,
        )
