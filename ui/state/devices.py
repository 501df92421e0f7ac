"""What devices are called where there is little room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from studio.api import Device
from ui.state.tongue import numeral, tr


def short_name(device: Device) -> str:
    """ "RTX 3090" for "NVIDIA GeForce RTX 3090"; "Processor" for a processor."""
    if not device.is_gpu:
        return tr("Processor")
    name = device.name
    for prefix in ("NVIDIA ", "GeForce ", "AMD ", "Radeon "):
        name = name.removeprefix(prefix)
    return name


def short_names(devices: Sequence[Device]) -> str:
    """ "RTX 3090", "2 × RTX 3090", "RTX 4090 + 2 × RTX 3090"."""
    kinds = Counter(map(short_name, devices))
    return " + ".join(name if number == 1 else f"{numeral(str(number))} × {name}" for name, number in kinds.items())


def nearly_as(before: Sequence[Device], now: Sequence[Device]) -> bool:
    """Whether what was worked out for the ones holds for the others: a flicker of their memory changes nothing."""
    return len(before) == len(now) and all(map(_nearly, before, now))


def _nearly(before: Device, now: Device) -> bool:
    slack = (64 if now.is_gpu else 512) * 1024**2
    same = (before.id, before.total_bytes) == (now.id, now.total_bytes)
    return same and abs(before.used_by_others_bytes - now.used_by_others_bytes) < slack
