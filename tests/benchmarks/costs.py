"""Processor seconds of every test with all processes it began: `pytest -p tests.benchmarks.costs --costs FILE`.

Where the kernel counts for groups of processes (Linux, as root), those that outlive their parent are counted too; what
they do later is counted for the test that then runs beside them. Elsewhere only those that were waited for are.
"""

from __future__ import annotations

import contextlib
import os
import resource
import time
from collections import defaultdict
from pathlib import Path

import pytest

_KINDS = {"cpuacct": ("/sys/fs/cgroup/cpuacct", "cpuacct.usage"), "": ("/sys/fs/cgroup", "cpu.stat")}
"""Groups of the older kind count nanoseconds, those of the newer one microseconds in their first line."""
_DEAREST = 40


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--costs", type=Path, help="a file for processor seconds, wall seconds and name of each test")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--costs"):
        config.pluginmanager.register(_Costs(config.getoption("--costs"), _own_group()))


class _Costs:
    def __init__(self, file: Path, usage: Path | None) -> None:
        self._file, self._usage = file, usage

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item):
        before, began = self._processor_seconds(), time.monotonic()
        done = yield
        seconds = self._processor_seconds() - before
        with self._file.open("a", encoding="utf-8") as out:
            out.write(f"{seconds:.2f}\t{time.monotonic() - began:.2f}\t{item.nodeid}\n")
        return done

    def _processor_seconds(self) -> float:
        if self._usage is None:
            used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
            return sum(each.ru_utime + each.ru_stime for each in used)
        told = self._usage.read_text().splitlines()[0]
        return int(told.split()[-1]) / (1e6 if self._usage.name == "cpu.stat" else 1e9)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        costs = [line.split("\t") for line in self._file.read_text("utf-8").splitlines()]
        folders: dict[str, float] = defaultdict(float)
        for seconds, _, name in costs:
            folders["/".join(name.split("/")[:2])] += float(seconds)
        terminalreporter.section("processor seconds")
        for name, seconds in sorted(folders.items(), key=lambda each: -each[1]):
            terminalreporter.write_line(f"{seconds:8.1f}  {name}")
        for seconds, _, name in sorted(costs, key=lambda each: -float(each[0]))[:_DEAREST]:
            terminalreporter.write_line(f"{float(seconds):8.2f}  {name}")
        terminalreporter.write_line(f"{sum(folders.values()):8.1f}  in all, {len(costs)} tests")
        terminalreporter.write_line(f"{self._processor_seconds():8.1f}  with what collecting and starting took")


def _own_group() -> Path | None:
    """The file that tells what this process and all it begins have used, in a group within its present one."""
    present = {kinds: path.lstrip("/") for _, kinds, path in _lines_of("/proc/self/cgroup")}
    for kind, (place, usage) in _KINDS.items():
        with contextlib.suppress(OSError, KeyError):
            parent = Path(place, present[kind])
            for left in parent.glob("nightshift-tests-*"):
                with contextlib.suppress(OSError):
                    left.rmdir()  # only one in which nothing lives goes
            group = parent / f"nightshift-tests-{os.getpid()}"
            group.mkdir()
            (group / usage).read_text()
            (group / "cgroup.procs").write_text(str(os.getpid()))
            return group / usage
    return None


def _lines_of(file: str) -> list[list[str]]:
    with contextlib.suppress(OSError):
        return [line.split(":", 2) for line in Path(file).read_text().splitlines()]
    return []
