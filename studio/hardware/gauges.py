"""Reads NVIDIA cards through NVML, which needs no context on the card and so costs it no memory.

Every way NVML can fail is a normal state with words: a missing library, a driver that does not match, a card that
fell off the bus, a single number that this card does not give.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

import msgspec

from studio.hardware.device import Device, GpuState, Program

DESKTOP = frozenset(
    [
        "xorg",
        "xwayland",
        "x",
        "gnome-shell",
        "mutter",
        "kwin_x11",
        "kwin_wayland",
        "plasmashell",
        "cinnamon",
        "xfwm4",
        "budgie-wm",
        "marco",
        "sway",
        "hyprland",
        "weston",
        "cosmic-comp",
        "gnome-remote-desktop-daemon",
        "dwm.exe",
        "explorer.exe",
    ]
)
"""Programs that people know as the desktop."""

_Value = TypeVar("_Value")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The NVIDIA cards at one moment."""

    state: GpuState
    devices: tuple[Device, ...] = ()
    problem: str = ""
    """What NVML said where it did not answer, in its own words."""
    lost: int = 0
    """Cards that are there and do not answer."""


class Gauges:
    """NVML, opened at the first reading, kept open while it answers and opened again after it failed."""

    def __init__(self) -> None:
        self._nvml: Any = None
        self._driver = ""

    def read(self, own_pids: frozenset[int] = frozenset()) -> Reading:
        """The cards now, in a few milliseconds. `own_pids` are this studio's processes. Never raises for a card."""
        try:
            pynvml = _library()
        except ImportError:
            return Reading(state="none", problem="nvidia-ml-py is not installed")
        try:
            if self._nvml is None:
                pynvml.nvmlInit()
                self._nvml = pynvml
                self._driver = _ask(pynvml.nvmlSystemGetDriverVersion) or ""
            return self._read(own_pids)
        except pynvml.NVMLError as problem:
            self.close()
            missing = isinstance(problem, pynvml.NVMLError_LibraryNotFound)
            return Reading(state="none" if missing else "failed", problem=str(problem))

    def close(self) -> None:
        """Let go of NVML; the next reading opens it again."""
        nvml, self._nvml = self._nvml, None
        if nvml is not None:
            with suppress(nvml.NVMLError):
                nvml.nvmlShutdown()

    def _read(self, own_pids: frozenset[int]) -> Reading:
        found: list[Device] = []
        problems: list[str] = []
        for index in range(self._nvml.nvmlDeviceGetCount()):
            try:
                found += self._card(index, own_pids)
            except self._nvml.NVMLError as problem:
                problems.append(str(problem))
        if not found:
            if problems:
                self.close()
            return Reading(state="failed" if problems else "none", problem="".join(problems[:1]), lost=len(problems))
        visible = choose_visible(found, os.environ.get("CUDA_VISIBLE_DEVICES"))
        return Reading(
            state="ok" if visible else "none", devices=visible, problem="".join(problems[:1]), lost=len(problems)
        )

    def _card(self, index: int, own_pids: frozenset[int]) -> list[Device]:
        """The card, or its slices where it is divided (MIG). Raises NVMLError where the card does not answer."""
        nvml = self._nvml
        handle = nvml.nvmlDeviceGetHandleByIndex(index)
        mode = _ask(nvml.nvmlDeviceGetMigMode, handle)
        if not mode or mode[0] != 1:
            return [self._device(handle, handle, index, own_pids, note="")]
        slices: list[Device] = []
        for slot in range(_ask(nvml.nvmlDeviceGetMaxMigDeviceCount, handle) or 0):
            part = _ask(nvml.nvmlDeviceGetMigDeviceHandleByIndex, handle, slot)
            if part is not None:
                note = f"A slice (MIG) of card {index}; other slices of it are not touched."
                slices.append(self._device(part, handle, index, own_pids, note=note))
        return slices

    def _device(self, handle: Any, card: Any, index: int, own_pids: frozenset[int], note: str) -> Device:
        """`handle` is the card or a slice of it; what only whole cards tell is asked of `card`."""
        nvml = self._nvml
        total, used, free = self._memory(handle)
        programs = self._programs(handle)
        own = sum(program.used_bytes for program in programs if program.pid in own_pids)
        load = _ask(nvml.nvmlDeviceGetUtilizationRates, handle)
        power = _ask(nvml.nvmlDeviceGetPowerUsage, card)
        capability = _ask(nvml.nvmlDeviceGetCudaComputeCapability, card)
        return Device(
            id=f"cuda:{index}",
            name=_ask(nvml.nvmlDeviceGetName, handle) or _ask(nvml.nvmlDeviceGetName, card) or "NVIDIA card",
            kind="cuda",
            index=index,
            uuid=_ask(nvml.nvmlDeviceGetUUID, handle) or "",
            total_bytes=total,
            free_bytes=free,
            used_by_others_bytes=max(used - own, 0),
            others=merge([program for program in programs if program.pid not in own_pids]),
            utilisation=None if load is None else load.gpu / 100,
            temperature=_ask(nvml.nvmlDeviceGetTemperature, card, nvml.NVML_TEMPERATURE_GPU),
            power_watts=None if power is None else power / 1000,
            driver=self._driver,
            compute_capability=None if capability is None else (capability[0], capability[1]),
            note=note,
        )

    def _memory(self, handle: Any) -> tuple[int, int, int]:
        """(total, used, free) in bytes without what the driver reserves: 23.69 GiB of a 24 GiB card.

        Old drivers know only the first form, which counts the reserve as used.
        """
        nvml = self._nvml
        memory = _ask(nvml.nvmlDeviceGetMemoryInfo, handle, nvml.nvmlMemory_v2)
        if memory is not None:
            return memory.total - memory.reserved, memory.used, memory.free
        memory = nvml.nvmlDeviceGetMemoryInfo(handle)
        return memory.total, memory.used, memory.free

    def _programs(self, handle: Any) -> list[Program]:
        nvml = self._nvml
        held: dict[int, int] = {}
        for ask in (nvml.nvmlDeviceGetComputeRunningProcesses, nvml.nvmlDeviceGetGraphicsRunningProcesses):
            for process in _ask(ask, handle) or ():
                held[process.pid] = max(held.get(process.pid, 0), process.usedGpuMemory or 0)
        return [Program(name=self._name(pid), used_bytes=size, pid=pid) for pid, size in held.items()]

    def _name(self, pid: int) -> str:
        command = _ask(self._nvml.nvmlSystemGetProcessName, pid) or ""
        return program_name(command) or _name_of_process(pid) or "another program"


def program_name(command: str) -> str:
    """What people call the program behind a command line: "/usr/lib/firefox/firefox -p" is "Firefox"."""
    path = command.strip().partition(" -")[0].strip()
    name = (PureWindowsPath(path) if "\\" in path else PurePosixPath(path)).name
    if name.lower() in DESKTOP:
        return "the desktop"
    name = name.removesuffix(".exe").removesuffix("-bin")
    return name[:1].upper() + name[1:] if name.isalpha() and name.islower() else name


def merge(programs: Sequence[Program]) -> tuple[Program, ...]:
    """Processes of one name as one program, under the pid that holds most; largest first, without those of 0 bytes."""
    merged: dict[str, Program] = {}
    for program in sorted(programs, key=lambda program: (-program.used_bytes, program.pid)):
        first = merged.setdefault(program.name, program)
        if first is not program:
            merged[program.name] = msgspec.structs.replace(first, used_bytes=first.used_bytes + program.used_bytes)
    known = [program for program in merged.values() if program.used_bytes > 0]
    return tuple(sorted(known, key=lambda program: (-program.used_bytes, program.pid)))


def choose_visible(found: Sequence[Device], visible: str | None) -> tuple[Device, ...]:
    """The devices that CUDA_VISIBLE_DEVICES leaves, in its order and numbered anew as torch numbers them.

    As in CUDA, entries are indices or beginnings of a uuid, and the first entry that fits nothing ends the list.
    """
    chosen = list(found)
    if visible is not None:
        chosen = list[Device]()
        for entry in (part.strip() for part in visible.split(",")):
            match = next((device for device in found if _fits(entry, device)), None)
            if match is None:
                break
            chosen.append(match)
    return tuple(
        msgspec.structs.replace(device, id=f"cuda:{number}", index=number) for number, device in enumerate(chosen)
    )


def _library() -> Any:
    """NVML's module, which makes its exceptions at run time. Raises ImportError."""
    return importlib.import_module("pynvml")


def _fits(entry: str, device: Device) -> bool:
    if entry.isdigit():
        return device.index == int(entry)
    return entry.startswith(("GPU-", "MIG-")) and device.uuid.startswith(entry)


def _name_of_process(pid: int) -> str:
    try:
        return program_name(Path(f"/proc/{pid}/comm").read_text())
    except OSError:
        return ""


def _ask(question: Callable[..., _Value], *about: object) -> _Value | None:
    """The answer, or None where this card, driver or user cannot have it."""
    pynvml = _library()
    try:
        return question(*about)
    except (pynvml.NVMLError_GpuIsLost, pynvml.NVMLError_ResetRequired):
        raise
    except (pynvml.NVMLError, UnicodeDecodeError):
        return None
