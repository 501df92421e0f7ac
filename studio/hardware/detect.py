"""Puts together what this computer can train on; cheap enough to be asked every two seconds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from studio.hardware.device import Device, Machine, Program, gib
from studio.hardware.gauges import Gauges, Reading
from studio.hardware.processor import read_processor
from studio.hardware.threats import find_threats

__all__ = ["Device", "Machine", "Program", "detect"]

NO_CARD = "No NVIDIA card was found; training uses the processor and the computer's memory."


def detect(own_pids: frozenset[int] = frozenset(), home: Path | None = None) -> Machine:
    """The devices now, cards first and the processor last. Never raises for a card, a driver or a missing library.

    `own_pids` are this studio's processes: their memory is not other programs'. `home` is the folder whose disk must
    not fill; None: the user's home folder. NVML stays open between calls.
    """
    reading = _gauges().read(own_pids)
    devices = (*reading.devices, read_processor(own_pids))
    return Machine(
        devices=devices,
        gpu_state=reading.state,
        words=describe(reading),
        threats=find_threats(devices, reading.lost, home or Path.home()),
    )


def describe(reading: Reading) -> str:
    """One plain sentence on the cards."""
    if reading.state == "failed":
        said = reading.problem.rstrip(".") or "no reason given"
        if reading.lost:
            count = "The NVIDIA card does" if reading.lost == 1 else f"{reading.lost} NVIDIA cards do"
            return f"{count} not answer ({said}); restart the computer, or train with the processor until then."
        return (
            f"The NVIDIA driver does not answer ({said}); install or restart it, "
            "or train with the processor until then."
        )
    if not reading.devices:
        return NO_CARD
    if len(reading.devices) == 1:
        return f"{_short(reading.devices[0])}."
    return f"{len(reading.devices)} cards: {'; '.join(_short(device) for device in reading.devices)}."


def _short(device: Device) -> str:
    return f"{device.name} with {gib(device.total_bytes)}, {gib(device.free_bytes)} free"


@cache
def _gauges() -> Gauges:
    return Gauges()
