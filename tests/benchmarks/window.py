"""What the window costs: start, memory, idle, a run that is watched, a million updates, a thousand runs, longest block.

    python -m tests.benchmarks.window [--seconds 10] [--updates 1000000] [--runs 1000]

Every figure is of a window in a process of its own, drawn by software. Shares of a core are processor seconds over
seconds, so that other work beside does not count; a block is what the event loop does in one go.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
import psutil
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QSettings, QTimer

from studio.events import TrainingStarted
from studio.paths import open_home
from studio.runs.journal import Journal
from tests.ui.run_stories import WrittenRun, preparation, update
from ui.app import make_application
from ui.conductor import Conductor
from ui.window import Window

_EACH_SECOND = 50


class Blocks:
    """How long the event loop was busy in one go: in seconds of its thread, so that waiting for a core counts not."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._began = time.thread_time()
        QAbstractEventDispatcher.instance().awake.connect(self._next_turn)

    def _next_turn(self) -> None:
        now = time.thread_time()
        self.longest, self._began = max(self.longest, now - self._began), now


def _run_for(seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """The event loop, until something is so, or at most so long."""
    loop = QEventLoop()
    deadline = time.monotonic() + seconds
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > deadline else None)
    look.start(20)
    loop.exec()


def _window(folder: Path, what: str, seconds: float) -> dict[str, float]:
    """In a process of its own: open the window there, do `what` and measure."""
    make_application()
    home = open_home(folder)
    window = Window(QSettings(str(home.folder / "window.ini"), QSettings.Format.IniFormat))
    window.show()
    me, began = psutil.Process(), time.perf_counter()
    before = me.cpu_times().user
    conductor = Conductor(home, window, foreman=False)
    for piece in conductor.slices():
        piece()
    blocks = Blocks()
    figures: dict[str, float] = {}
    match what:
        case "idle":
            _run_for(2.0)
            figures["share_of_a_core"] = _share_of_a_core(me, seconds)
        case "watch":
            conductor.open_run(next(home.runs.iterdir()).name)
            _run_for(2.0)
            figures["share_of_a_core"] = _share_of_a_core(me, seconds)
        case "million":
            name = next(home.runs.iterdir()).name
            conductor.open_run(name)
            _run_for(120, lambda: _all_drawn(conductor))
            figures["open_seconds"] = time.perf_counter() - began
            figures["open_cpu_seconds"] = me.cpu_times().user - before
        case "runs":
            _run_for(120, lambda: conductor.feed.complete)
            figures["listed_seconds"] = time.perf_counter() - began
            figures["listed_cpu_seconds"] = me.cpu_times().user - before
            figures["listed"] = float(len(conductor.feed.runs))
    figures["longest_block_ms"] = 1000 * blocks.longest
    figures["resident_mb"] = me.memory_info().rss / 1e6
    figures["torch"] = float("torch" in sys.modules)
    window.close()
    return figures


def _all_drawn(conductor: Conductor) -> bool:
    watch, page = conductor.feed.shown, conductor.run_page
    assert page is not None
    drawn = len(page.loss.plot.smoothed)
    return watch is not None and not watch.behind and drawn == watch.story.update > 0


def _share_of_a_core(me: psutil.Process, seconds: float) -> float:
    before, began = sum(me.cpu_times()[:2]), time.perf_counter()
    _run_for(seconds)
    return (sum(me.cpu_times()[:2]) - before) / (time.perf_counter() - began)


def _begin(folder: Path) -> WrittenRun:
    run = WrittenRun(folder)
    run.begin(time.time())
    run.write(preparation(time.time()))
    run.write([TrainingStarted(from_update=0, updates=1_000_000, updates_per_epoch=375)])
    return run


def _in_a_process(folder: Path, what: str, seconds: float, meanwhile: Callable[[], None] = lambda: None) -> dict:
    command = [sys.executable, "-m", "tests.benchmarks.window", "--inside", str(folder), what, str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        while process.poll() is None:
            meanwhile()
            time.sleep(1 / _EACH_SECOND)
        assert process.stdout is not None
        return json.loads(process.stdout.read().splitlines()[-1])


def _start(folder: Path) -> float:
    """Milliseconds from the start of the process to the first paint."""
    command = [sys.executable, "-m", "ui", "--home", str(folder), "--exit-after-paint"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["first_paint_ms"])


def main() -> None:
    """Measure and print, one JSON object last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--updates", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--inside", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        folder, what, seconds = asked.inside
        print(json.dumps(_window(Path(folder), what, float(seconds))))
        return
    with tempfile.TemporaryDirectory(prefix="window") as folder:
        figures = _all(Path(folder), asked.seconds, asked.updates, asked.runs)
    print(json.dumps(figures))


def _all(folder: Path, seconds: float, updates: int, runs: int) -> dict[str, object]:
    starts = [_start(folder / "start") for _ in range(3)]
    figures: dict[str, object] = {"first_paint_ms": min(starts)}
    open_home(folder / "idle")
    figures["idle"] = _in_a_process(folder / "idle", "idle", seconds)
    figures["watch"] = _watched(folder / "watch", seconds)
    figures["million"] = _long_run(folder / "long", updates)
    for number in range(runs):
        run = WrittenRun(folder / "many", f"run {number:04}")
        run.begin(1e9 + number)
        run.write([*preparation(1e9 + number), update(1, 2.0, 1e9 + number + 1)])
        run.end(1e9 + number + 2, "finished")
    figures["runs"] = _in_a_process(folder / "many", "runs", seconds)
    return figures


def _watched(folder: Path, seconds: float) -> dict:
    run, made = _begin(folder), 0
    with Journal(run.run.events) as journal:

        def write() -> None:
            nonlocal made
            made += 1
            journal.append(update(made, 1.0 + 1.0 / made, time.time(), seconds=1 / _EACH_SECOND))

        return _in_a_process(folder, "watch", seconds, write)


def _long_run(folder: Path, updates: int) -> dict:
    run = _begin(folder)
    with run.run.events.open("ab") as file:
        for number in range(1, updates + 1):
            file.write(msgspec.json.encode(update(number, 1.0 + 1.0 / number, 1e9 + number)) + b"\n")
    run.dead()
    return _in_a_process(folder, "million", 0.0)


if __name__ == "__main__":
    main()
