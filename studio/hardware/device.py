"""A device that can train, and the machine it is part of."""

from __future__ import annotations

from typing import Literal

import msgspec

DeviceKind = Literal["cuda", "rocm", "xpu", "mps", "cpu"]
GpuState = Literal["ok", "none", "failed"]

GIB = 1 << 30
MIB = 1 << 20


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """Another program that holds memory of a device."""

    name: str
    used_bytes: int
    pid: int


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """One card, or the processor with the computer's memory."""

    id: str
    """As torch spells it: "cuda:0", "mps", "cpu". Cards are numbered in the order of the PCI bus, or as
    CUDA_VISIBLE_DEVICES lists them; a worker must be started with CUDA_DEVICE_ORDER=PCI_BUS_ID to count alike."""
    name: str
    """For people: "NVIDIA GeForce RTX 3090"."""
    kind: DeviceKind
    index: int = 0
    uuid: str = ""
    total_bytes: int
    """Memory that programs can use; what the driver keeps for itself is not part of it."""
    free_bytes: int
    used_by_others_bytes: int = 0
    """Used by programs other than this studio's processes."""
    others: tuple[Program, ...] = ()
    """Who they are as far as the driver tells, largest first."""
    utilisation: float | None = None
    """Share of the last moments in which the device worked, 0 to 1."""
    temperature: int | None = None
    """Degrees Celsius."""
    power_watts: float | None = None
    driver: str = ""
    compute_capability: tuple[int, int] | None = None
    multiplies_bfloat16: bool = False
    """Of a processor: whether it has instructions for it."""
    note: str = ""
    """A sentence where something is special."""

    @property
    def is_gpu(self) -> bool:
        """Whether it is a card and not the processor."""
        return self.kind != "cpu"


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """What this computer can train on. The processor is always the last device, so there is always one."""

    devices: tuple[Device, ...]
    gpu_state: GpuState
    words: str
    """One plain sentence on the cards, or on why there are none."""
    threats: tuple[str, ...] = ()
    """What could spoil a night, each in one sentence; nothing in it forbids to start."""

    @property
    def gpus(self) -> tuple[Device, ...]:
        """The cards."""
        return tuple(device for device in self.devices if device.is_gpu)

    @property
    def sharing(self) -> tuple[Device, ...]:
        """The cards in the order in which a run takes them: the most free memory first."""
        return tuple(sorted(self.gpus, key=lambda device: -device.free_bytes))

    @property
    def best(self) -> Device:
        """The card with the most free memory, the first of equals; the processor where there is no card."""
        return max(self.gpus, key=lambda device: device.free_bytes, default=self.devices[-1])


def gib(num_bytes: float) -> str:
    """Memory for people: "23.69 GiB", below a tenth of one "6.4 MiB"."""
    if abs(num_bytes) < GIB / 10 and num_bytes:
        return f"{num_bytes / MIB:.1f} MiB"
    return f"{num_bytes / GIB:.2f} GiB"


def file_size(num_bytes: float) -> str:
    """Files and disks for people: "4.20 GB", "6.72 MB"."""
    return f"{num_bytes / 1e9:.2f} GB" if num_bytes >= 1e7 else f"{num_bytes / 1e6:.2f} MB"
