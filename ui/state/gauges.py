"""What the device of a run does right now, in words."""

from __future__ import annotations

from dataclasses import dataclass

from studio.api import Device, Machine, RunStory
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
