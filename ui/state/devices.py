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
