"""How long devices that share the work take to exchange numbers: as a run measured it, else as is assumed."""

from __future__ import annotations

import time

import msgspec

from studio.hardware.device import Device
from studio.planning.measurement import Line

_BYTES_PER_SECOND = {"linked": 200e9, "slots": 10e9, "processor": 0.7e9}
"""Each way: cards with links of their own, cards in PCIe 4.0 slots whose data goes through main memory, processes that
share a processor (measured beside other work, tests/benchmarks/ranks.py)."""
_LINKED = ("A100", "H100", "H200", "GH200", "B200", "V100", "SXM", "MI210", "MI250", "MI300")


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds against the bytes that each device sends, and receives as many of."""

    sums: Line
    """All that an update adds up, however little its gradients are."""
    gathering: Line
    """Putting a layer together of which each device has a part."""
    at: float | None = None
    """When it was measured; None: it is assumed."""

    @property
    def known(self) -> str:
        """How, in words that go with the rate."""
        if self.at is None:
            return "assumed until a run has measured it"
        return f"measured here on {time.strftime('%Y-%m-%d', time.localtime(self.at))}"


def assumed_between(device: Device) -> Exchange:
    """Where nothing was measured: by what kind of device it is."""
    kind = "processor" if not device.is_gpu else "linked" if any(x in device.name for x in _LINKED) else "slots"
    line = Line(0.0, 1 / _BYTES_PER_SECOND[kind])
    return Exchange(sums=line, gathering=line)
