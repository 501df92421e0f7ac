"""What the device of a run does right now, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from studio.api import Device, Machine, RunStory
from ui.state.curves import Floats
from ui.state.devices import short_name
from ui.state.tongue import tr
from ui.state.words import gib, percent

_WARM, _HOT = 78, 87


@dataclass(frozen=True)
class Gauge:
    """One bar: what it measures, how full it is, and the number."""

    name: str
    share: float
    words: str


def device_of(machine: Machine, story: RunStory | None) -> Device:
    """The device a run works on, the fullest where several share it; the best one where it is not known yet."""
    if _share(machine, story):
        return max(machine.gpus, key=lambda each: each.total_bytes - each.free_bytes)
    names = (
        f"{story.plan.device_name if story.plan else ''} {story.model.device if story.model else ''}" if story else ""
    )
    for device in machine.gpus:
        if device.name in names:
            return device
    return machine.devices[-1] if names.strip() and not machine.gpus else machine.best


def _share(machine: Machine, story: RunStory | None) -> bool:
    """Whether several cards share the run."""
    return story is not None and story.world_size > 1 and len(machine.gpus) > 1


def gauges_of(machine: Machine, story: RunStory | None) -> tuple[str, tuple[Gauge, ...]]:
    """The name of the device, and its memory, work and temperature as far as they are known."""
    device = device_of(machine, story)
    used = max(device.total_bytes - device.free_bytes, 0)
    words = tr("{used} of {total_bytes}", used=gib(used, unit=False), total_bytes=gib(device.total_bytes))
    gauges = [Gauge(tr("Memory"), used / device.total_bytes if device.total_bytes else 0.0, words)]
    if device.utilisation is not None:
        gauges.append(Gauge(tr("At work"), device.utilisation, percent(device.utilisation)))
    if device.temperature is not None:
        heat = tr("hot") if device.temperature >= _HOT else tr("warm") if device.temperature >= _WARM else tr("fine")
        gauges.append(
            Gauge(
                tr("Temperature"),
                device.temperature / 100,
                tr("{number} °C, {heat}", number=device.temperature, heat=heat),
            )
        )
    if _share(machine, story):
        return tr("{device}, the fullest GPU", device=short_name(device)), tuple(gauges)
    return device.name, tuple(gauges)


@dataclass(frozen=True)
class CardCurves:
    """How the cards of a run did, by update; NaN where nobody measured."""

    load: Floats
    """(updates,) in percent."""
    celsius: Floats
    """(updates,) of the hottest."""
    now: str
    """The newest, in words: "97 %, 71 °C"."""
    caption: str


def card_curves(story: RunStory) -> CardCurves | None:
    """None where no card was measured. A point is an average, and stands for all updates since the point before it."""
    if not story.cards:
        return None
    ends = np.searchsorted(np.array(story.curves.at), [each.at for each in story.cards], side="right")
    updates = len(story.curves.at)
    load, celsius = np.full(updates, np.nan), np.full(updates, np.nan)
    first = 0
    for each, end in zip(story.cards, ends.tolist(), strict=True):
        load[first:end] = math.nan if each.load is None else 100 * each.load
        celsius[first:end] = math.nan if each.celsius is None else each.celsius
        first = max(first, end)
    last = story.cards[-1]
    said = (
        percent(last.load) if last.load is not None else "",
        tr("{number} °C", number=round(last.celsius)) if last.celsius is not None else "",
        tr("{number} W", number=round(last.watts)) if last.watts is not None else "",
    )
    dashed = tr("°C dashed") if any(each.celsius is not None for each in story.cards) else ""
    return CardCurves(load, celsius, tr(", ").join(each for each in said if each) or "–", dashed)
