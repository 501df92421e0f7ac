"""The processor's memory, with and without a control group's limit; disk and battery."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from studio.hardware import processor, threats
from studio.hardware.device import GIB
from studio.hardware.processor import count_cores, memory_limits, read_processor
from studio.hardware.threats import find_threats


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_the_processor_has_the_memory_of_the_computer() -> None:
    device = read_processor()
    assert 0 < device.free_bytes <= device.total_bytes <= psutil.virtual_memory().total
    assert device.used_by_others_bytes == device.total_bytes - device.free_bytes


def test_memory_of_our_own_processes_is_not_other_programs() -> None:
    own = frozenset({os.getpid(), 2**22 - 1})
    resident = psutil.Process().memory_info().rss
    shared = read_processor().used_by_others_bytes - read_processor(own).used_by_others_bytes
    assert shared == pytest.approx(resident, abs=256 << 20)


def test_a_limit_of_a_parent_group_counts(tmp_path: Path) -> None:
    write(tmp_path / "own", "0::/user.slice/night.scope\n")
    write(tmp_path / "root/user.slice/memory.max", f"{8 * GIB}\n")
    write(tmp_path / "root/user.slice/memory.current", f"{3 * GIB}\n")
    write(tmp_path / "root/user.slice/memory.stat", f"anon 5\ninactive_file {GIB}\n")
    write(tmp_path / "root/user.slice/night.scope/memory.max", "max\n")
    assert list(memory_limits(tmp_path / "root", tmp_path / "own")) == [(8 * GIB, 2 * GIB)]


def test_the_older_control_groups_are_read_too(tmp_path: Path) -> None:
    write(tmp_path / "own", "5:cpu,cpuacct:/\n4:memory:/docker/abc\n")
    write(tmp_path / "root/memory/docker/abc/memory.limit_in_bytes", f"{2 * GIB}\n")
    write(tmp_path / "root/memory/docker/abc/memory.usage_in_bytes", f"{GIB}\n")
    write(tmp_path / "root/memory/memory.limit_in_bytes", "9223372036854771712\n")
    assert list(memory_limits(tmp_path / "root", tmp_path / "own")) == [(2 * GIB, GIB)]


def test_no_control_groups_no_limit(tmp_path: Path) -> None:
    assert list(memory_limits(tmp_path, tmp_path / "absent")) == []


def test_the_processor_stays_within_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processor, "memory_limits", lambda: [(GIB, GIB // 4)])
    device = read_processor()
    assert (device.total_bytes, device.free_bytes) == (GIB, 3 * GIB // 4)


def test_a_share_of_time_is_a_number_of_cores(tmp_path: Path) -> None:
    write(tmp_path / "cpu.max", "100000 100000\n")
    assert count_cores(tmp_path) == 1
    write(tmp_path / "cpu.max", "max 100000\n")
    assert count_cores(tmp_path) == len(os.sched_getaffinity(0))


def test_a_full_disk_is_a_threat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threats.shutil, "disk_usage", lambda folder: SimpleNamespace(free=2.34e9))
    sentences = find_threats((), 0, tmp_path / "not yet made")
    assert any("Only 2.3 GB are free" in sentence for sentence in sentences)


@pytest.mark.parametrize(("plugged", "threatens"), [(False, True), (True, False), (None, False)])
def test_a_battery_is_a_threat_only_unplugged(
    plugged: bool | None, threatens: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    battery = SimpleNamespace(percent=54, power_plugged=plugged)
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    sentences = find_threats((), 0, tmp_path)
    assert any("battery, 54 % left" in sentence for sentence in sentences) is threatens
