"""The device that trains: which one, what it is called, and how much of its memory was used."""

from __future__ import annotations

import contextlib
import ctypes
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import torch

from studio.errors import ModelProblem
from studio.hardware.detect import Device, Machine
from studio.models.local import ModelFacts
from studio.planning.speed import busy_threads

_PROCESS = psutil.Process()


def choose_device(wanted: str | None, machine: Machine) -> tuple[torch.device, Device]:
    """The device for this job, as torch knows it and as the machine describes it.

    NVIDIA cards come from the machine's list; Apple, AMD and Intel from torch. Raises ModelProblem where the wanted
    one is not there.
    """
    found = {device.id: device for device in machine.devices}
    if torch.backends.mps.is_available():
        found.setdefault("mps", _like_cpu(machine, "mps", "Apple GPU"))
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        free, total = torch.xpu.mem_get_info(0)
        found.setdefault("xpu:0", _torch_gpu("xpu:0", "xpu", torch.xpu.get_device_name(0), free, total))
    if torch.cuda.is_available() and "cuda:0" not in found:  # AMD cards answer as "cuda", and NVML may be missing
        for index in range(torch.cuda.device_count()):
            free, total = torch.cuda.mem_get_info(index)
            name = torch.cuda.get_device_name(index)
            kind = "rocm" if torch.version.hip else "cuda"
            found[f"cuda:{index}"] = _torch_gpu(f"cuda:{index}", kind, name, free, total)
    if not torch.cuda.is_available():
        found = {name: device for name, device in found.items() if not name.startswith("cuda")}
    if wanted is not None and wanted not in found:
        raise ModelProblem(
            f"There is no device “{wanted}” that training can use.",
            f"There is: {', '.join(found)}. Choose one of them.",
        )
    chosen = found[wanted] if wanted else max(found.values(), key=lambda each: (each.kind != "cpu", each.free_bytes))
    return torch.device(chosen.id), chosen


def _torch_gpu(name: str, kind: str, title: str, free: int, total: int) -> Device:
    return Device(
        id=name,
        name=title,
        kind=kind,  # type: ignore[arg-type]
        index=0,
        total_bytes=total,
        free_bytes=free,
        used_by_others_bytes=total - free,
    )


def _like_cpu(machine: Machine, name: str, title: str) -> Device:
    cpu = machine.devices[-1]
    return Device(
        id=name,
        name=title,
        kind="mps",
        index=0,
        total_bytes=cpu.total_bytes,
        free_bytes=cpu.free_bytes,
        used_by_others_bytes=cpu.used_by_others_bytes,
    )


def set_up_processor(facts: ModelFacts, world_size: int = 1) -> None:
    """Threads by the size of the model, shared between ranks, and memory that is given back when it is freed.

    Measured with the starter (hidden 160): one thread takes 132 ms an update, four take 81 ms on a quiet computer and
    590 ms beside three busy programs. The number depends on model and computer alone, so that a resumed run adds up in
    the same order.
    The C library keeps freed tensors of up to 30 MB: a model of 30 million weights needs 1.4 GB where its tensors take
    0.9. Giving them back costs that model half of its speed (5.4 s an update instead of 3.4), so only models whose
    memory matters do.
    """
    torch.set_num_threads(busy_threads(facts, max(1, torch.get_num_threads() // world_size)))
    if sys.platform == "linux" and facts.parameters > _LARGE_ENOUGH_TO_GIVE_BACK:
        with contextlib.suppress(AttributeError):  # musl's C library has no such switch
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, 2**20)


_LARGE_ENOUGH_TO_GIVE_BACK = 200_000_000
_M_MMAP_THRESHOLD = -3


def reset_peak(device: torch.device) -> None:
    """Start measuring the peak anew, where the device can."""
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
    elif device.type == "cpu":
        with contextlib.suppress(OSError):  # Linux alone has it
            Path("/proc/self/clear_refs").write_text("5")


def peak_bytes(device: torch.device) -> int:
    """Most memory used since `reset_peak`: reserved by the allocator on a GPU; on a CPU resident, and where the system
    does not tell the most, resident now."""
    if device.type == "cuda":
        return torch.cuda.max_memory_reserved(device)
    if device.type == "mps":
        return torch.mps.driver_allocated_memory()
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return _PROCESS.memory_info().rss


class Stopwatch:
    """Seconds that a device works between `start` and `stop`, which never wait for it."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._began: Any = 0.0
        self._spans: list[tuple[torch.cuda.Event, torch.cuda.Event]] = []

    def start(self) -> None:
        """From here on."""
        self._began = self._mark()

    def stop(self) -> float:
        """Up to here. On a card it tells the spans that are through by now: as a rule the one before."""
        began, ended = self._began, self._mark()
        if isinstance(began, float):
            return time.perf_counter() - began
        self._spans.append((began, ended))
        through = [span for span in self._spans if span[1].query()]
        self._spans = self._spans[len(through) :]
        return sum(first.elapsed_time(last) for first, last in through) / 1000

    def _mark(self) -> Any:
        if self._device.type != "cuda":
            return time.perf_counter()
        event = torch.cuda.Event(enable_timing=True)
        event.record(torch.cuda.current_stream(self._device))
        return event
