"""The processor as a device: its memory is the computer's, or the share of it that this session may use."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import psutil

from studio.hardware.device import Device

CONTROL_GROUPS = Path("/sys/fs/cgroup")
OWN_CONTROL_GROUPS = Path("/proc/self/cgroup")


def read_processor(own_pids: frozenset[int] = frozenset()) -> Device:
    """The processor now. `own_pids` are this studio's processes, whose memory is not counted as other programs'."""
    memory = psutil.virtual_memory()
    total, free = memory.total, memory.available
    for limit, used in memory_limits():
        total, free = min(total, limit), min(free, max(limit - used, 0))
    cores = count_cores()
    return Device(
        id="cpu",
        name=f"{_model_name()}, {cores} core{'' if cores == 1 else 's'}",
        kind="cpu",
        total_bytes=total,
        free_bytes=free,
        used_by_others_bytes=max(total - free - _resident_bytes(own_pids), 0),
        multiplies_bfloat16=_multiplies_bfloat16(),
        utilisation=min(psutil.cpu_percent(interval=None) / 100, 1.0),
    )


def memory_limits(root: Path = CONTROL_GROUPS, own: Path = OWN_CONTROL_GROUPS) -> Iterator[tuple[int, int]]:
    """(limit, used) in bytes of every control group this process is in that limits memory, versions 1 and 2.

    The file cache that the kernel would give back is not counted as used. Yields nothing outside Linux.
    """
    for folder, limit_name, used_name, cache_name in _groups(root, own):
        limit = _number(folder / limit_name)
        if limit is None or limit >= 1 << 60:  # version 1 writes "no limit" as a huge number
            continue
        used = _number(folder / used_name) or 0
        yield limit, max(used - _statistic(folder / "memory.stat", cache_name), 0)


def count_cores(root: Path = CONTROL_GROUPS) -> int:
    """Processor cores this process may use: its affinity, cut by the control group's share of time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota, _, period = _text(root / "cpu.max").partition(" ")
    if quota.isdigit() and period.strip().isdigit():
        cores = min(cores, max(round(int(quota) / int(period)), 1))
    return cores


def _groups(root: Path, own: Path) -> Iterator[tuple[Path, str, str, str]]:
    for line in _text(own).splitlines():
        _, controllers, path = line.split(":", 2)
        relative = path.strip("/")
        if controllers == "":
            names = ("memory.max", "memory.current", "inactive_file")
            yield from ((folder, *names) for folder in _upwards(root, relative))
        elif "memory" in controllers.split(","):
            names = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
            yield from ((folder, *names) for folder in _upwards(root / "memory", relative))


def _upwards(root: Path, relative: str) -> Iterable[Path]:
    """The group and its parents: each may set a limit. A container sees its own group as the root."""
    group = root / relative
    return [group, *(parent for parent in group.parents if parent.is_relative_to(root))] if relative else [root]


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""


def _number(file: Path) -> int | None:
    text = _text(file).strip()
    return int(text) if text.isdigit() else None


def _statistic(file: Path, name: str) -> int:
    for line in _text(file).splitlines():
        key, _, value = line.partition(" ")
        if key == name and value.strip().isdigit():
            return int(value)
    return 0


def _resident_bytes(pids: frozenset[int]) -> int:
    total = 0
    for pid in pids:
        try:
            total += psutil.Process(pid).memory_info().rss
        except psutil.Error:
            continue  # it ended, or belongs to someone else
    return total


@cache
def _multiplies_bfloat16() -> bool:
    """As Linux tells it for Intel and AMD ("avx512_bf16", "amx_bf16") and for ARM ("bf16")."""
    lines = (line.partition(":") for line in _text(Path("/proc/cpuinfo")).splitlines())
    flags = {flag for key, _, value in lines if key.strip() in {"flags", "Features"} for flag in value.split()}
    return bool(flags & {"avx512_bf16", "amx_bf16", "bf16"})


@cache
def _model_name() -> str:
    for line in _text(Path("/proc/cpuinfo")).splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name" and value.strip() not in {"", "unknown"}:
            return " ".join(value.replace("(R)", "").replace("(TM)", "").split())
    return platform.processor() or "CPU"
