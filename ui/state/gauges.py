"""What the device of a run does right now, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from studio.api import Device, Machine, RunStory
from ui.state.curves import Floats
from ui.state.words import gib, percent

_WARM, _HOT = 78, 87


@dataclass(frozen=True)
class Gauge:
    """One bar: what it measures, how full it is, and the number."""

    name: str
    share: float
    words: str


def device_of(machine: Machine, story: RunStory | None) -> Device:
    """The device a run works on; the best one where it is not known yet."""
    names = (
        f"{story.plan.device_name if story.plan else ''} {story.model.device if story.model else ''}" if story else ""
    )
    for device in machine.gpus:
        if device.name in names:
            return device
    return machine.devices[-1] if names.strip() and not machine.gpus else machine.best


def gauges_of(machine: Machine, story: RunStory | None) -> tuple[str, tuple[Gauge, ...]]:
    """The name of the device, and its memory, work and temperature as far as they are known."""
    device = device_of(machine, story)
    used = max(device.total_bytes - device.free_bytes, 0)
    words = f"{gib(used, unit=False)} of {gib(device.total_bytes)}"
    gauges = [Gauge("Memory", used / device.total_bytes if device.total_bytes else 0.0, words)]
    if device.utilisation is not None:
        gauges.append(Gauge("At work", device.utilisation, percent(device.utilisation)))
    if device.temperature is not None:
        heat = "hot" if device.temperature >= _HOT else "warm" if device.temperature >= _WARM else "fine"
        gauges.append(Gauge("Temperature", device.temperature / 100, f"{device.temperature} °C, {heat}"))
    return device.name, tuple(gauges)


class DeviceHistory:
    """Load and temperature of a run's card as this window saw them, each at the update that was newest then."""

    def __init__(self) -> None:
        self._seen: list[tuple[int, float, float]] = []
        self._device: Device | None = None

    def see(self, machine: Machine, story: RunStory) -> None:
        """Note how the card does now. A card that tells nothing is passed over."""
        device = device_of(machine, story)
        if not device.is_gpu or device.utilisation is None or not story.update:
            return
        self._device = device
        heat = math.nan if device.temperature is None else float(device.temperature)
        self._seen.append((story.update, 100 * device.utilisation, heat))

    @property
    def known(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._seen)

    @property
    def has_heat(self) -> bool:
        """Whether the temperature is among it."""
        return self._device is not None and self._device.temperature is not None

    @property
    def now(self) -> str:
        """The newest, in words."""
        if self._device is None or self._device.utilisation is None:
            return "–"
        heat = f", {self._device.temperature} °C" if self._device.temperature is not None else ""
        return f"{percent(self._device.utilisation)}{heat}"

    def by_update(self, updates: int) -> tuple[Floats, Floats]:
        """(updates,) load in percent and degrees Celsius, NaN where nobody looked."""
        load, heat = np.full(updates, np.nan), np.full(updates, np.nan)
        for update, busy, celsius in self._seen:
            if update <= updates:
                load[update - 1], heat[update - 1] = busy, celsius
        return load, heat
