"""What could spoil a night and can be seen at a glance: other programs on the card, a full disk, a battery."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import psutil

from studio.hardware.device import GIB, Device, gib

MUCH_MEMORY = GIB
"""Another program that holds this much of a card is worth a sentence."""
LITTLE_DISK = 10 * 10**9
"""Bytes: a few checkpoints and a merged result of a small model."""


def find_threats(devices: Sequence[Device], lost_cards: int, home: Path) -> tuple[str, ...]:
    """One sentence for each, the most pressing first. `home` is the folder the runs are written to."""
    sentences: list[str] = []
    if lost_cards and any(device.is_gpu for device in devices):
        count = "One NVIDIA card does" if lost_cards == 1 else f"{lost_cards} NVIDIA cards do"
        sentences.append(f"{count} not answer; restart the computer to get it back.")
    sentences += [
        f"{program.name[:1].upper()}{program.name[1:]} holds {gib(program.used_bytes)} of the {device.name}."
        for device in devices
        for program in device.others
        if device.is_gpu and program.used_bytes >= MUCH_MEMORY
    ]
    sentences += _disk(home)
    sentences += _battery()
    return tuple(sentences)


def _disk(home: Path) -> list[str]:
    folder = next((each for each in (home, *home.parents) if each.exists()), None)
    try:
        free = shutil.disk_usage(folder).free if folder else LITTLE_DISK
    except OSError:
        return []
    if free >= LITTLE_DISK:
        return []
    return [f"Only {free / 1e9:.1f} GB are free on the disk of {home}; checkpoints and results need room."]


def _battery() -> list[str]:
    read = getattr(psutil, "sensors_battery", None)  # not on every system
    battery = read() if read else None
    if battery is None or battery.power_plugged is not False:
        return []
    return [f"The computer runs on its battery, {battery.percent:.0f} % left; plug it in for the night."]
