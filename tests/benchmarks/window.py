"""What the window costs: start, memory, idle, a run that is watched, a million updates, a thousand runs, longest block.

    python -m tests.benchmarks.window [--seconds 10] [--updates 1000000] [--runs 1000] [--starts 5]

Every figure is of a window in a process of its own, drawn by software. Beside seconds by the clock stand those of the
processor: where the clock says much more, the machine was busy and not the program slow. A block is what the event loop
does in one go, a frame one event or one look at the files with the painting that follows, both in processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
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
from studio.hardware.detect import detect
from studio.paths import Home, open_home
from studio.runs.journal import Journal
from tests.benchmarks.frames import frames_of, lost_spikes
from tests.ui.run_stories import WrittenRun, preparation, update
from ui.app import make_application
from ui.conductor import Conductor
from ui.opening import Opening
from ui.theme import theme
from ui.window import Window

_EACH_SECOND = 50
_PATIENCE = 240.0
"""Seconds for anything that should take two."""


class Blocks:
    """How long the event loop was busy in one go: in seconds of its thread, so that waiting for a core counts not."""

    def __init__(self) -> None:
        self._began = time.thread_time()
        self._longest = 0.0
        QAbstractEventDispatcher.instance().awake.connect(self._next_turn)

    def _next_turn(self) -> None:
        now = time.thread_time()
        self._longest, self._began = max(self._longest, now - self._began), now

    def longest_ms(self) -> float:
        """Since the last question."""
        self._next_turn()
        longest, self._longest = self._longest, 0.0
        return 1000 * longest


class _Watch:
    """Seconds by the clock and of the processor."""

    def __init__(self) -> None:
        self._clock, self._processor = time.perf_counter(), time.process_time()

    def seconds(self, name: str) -> dict[str, float]:
        return {
            f"{name}_seconds": time.perf_counter() - self._clock,
            f"{name}_cpu_seconds": time.process_time() - self._processor,
        }

    def share_of_a_core(self) -> float:
        return (time.process_time() - self._processor) / (time.perf_counter() - self._clock)


def run_for(seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """The event loop, until something is so, or at most so long."""
    loop = QEventLoop()
    deadline = time.monotonic() + seconds
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > deadline else None)
    look.start(20)
    loop.exec()


def stand_still(seconds: float) -> None:
    """The event loop, with nothing of ours that wakes it."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def _window(folder: Path, what: str, seconds: float) -> dict[str, float]:
    """In a process of its own: open the window there, do `what` and measure."""
    make_application()
    home = open_home(folder)
    theme().set_mode("light")
    window = Window(QSettings(str(home.folder / "window.ini"), QSettings.Format.IniFormat))
    blocks = Blocks()
    conductor = _opened(home, window) if what in ("idle", "watch") else _made(home, window)
    figures = {"opening_block_ms": blocks.longest_ms()} if what == "idle" else {}
    match what:
        case "idle":
            run_for(2.0)
            figures |= {"resident_at_first_mb": _resident_mb()}
            figures |= {"share_of_a_core": _share(seconds), "block_ms": blocks.longest_ms()} | _theme_changes(blocks)
            figures |= _every_page(conductor, blocks)
        case "watch":
            conductor.open_run(next(home.runs.iterdir()).name)
            run_for(2.0)
            blocks.longest_ms()
            figures |= {"share_of_a_core": _share(seconds), "block_ms": blocks.longest_ms()}
        case "million":
            figures |= _million(conductor, blocks, next(home.runs.iterdir()).name)
        case "runs":
            since = _Watch()
            blocks.longest_ms()
            QTimer.singleShot(0, conductor.feed.start)
            run_for(_PATIENCE, lambda: conductor.feed.running and conductor.feed.complete)
            figures |= since.seconds("listed") | {"listed": float(len(conductor.feed.runs))}
            run_for(10.0)  # what is kept of them is written by then
            figures |= {"block_ms": blocks.longest_ms()} | _theme_changes(blocks)
    figures["resident_mb"] = _resident_mb()
    figures["torch"] = float("torch" in sys.modules)
    window.close()
    return figures


def _resident_mb() -> float:
    return psutil.Process().memory_info().rss / 1e6


def _every_page(conductor: Conductor, blocks: Blocks) -> dict[str, float]:
    """The longest block of a first visit, and of another theme once all pages were made."""
    blocks.longest_ms()
    for place in ("new run", "run", "compare", "settings", "try", "export", "home"):
        QTimer.singleShot(0, lambda place=place: conductor.go(place))
        run_for(0.3)
    return {"pages_block_ms": blocks.longest_ms(), "theme_all_block_ms": _theme_changes(blocks)["theme_block_ms"]}


def _opened(home: Home, window: Window) -> Conductor:
    """As a user opens it."""
    opening = Opening(home, window, [], foreman=False)
    window.painted.connect(lambda: QTimer.singleShot(0, opening.go_on))
    window.show()
    run_for(_PATIENCE, lambda: opening.done)
    assert opening.conductor is not None
    return opening.conductor


def _made(home: Home, window: Window) -> Conductor:
    """With every page, the devices known, and without a look at the runs: what reading them costs is seen alone."""
    window.show()
    detect()
    conductor = Conductor(home, window, foreman=False)
    for piece in conductor.slices():
        if piece != conductor.feed.start:
            piece()
    run_for(0.5)
    return conductor


def _million(conductor: Conductor, blocks: Blocks, name: str) -> dict[str, float]:
    """From the press on a run that was never read until all of it is drawn."""
    blocks.longest_ms()
    since = _Watch()
    QTimer.singleShot(0, lambda: (conductor.feed.start(), QTimer.singleShot(0, lambda: conductor.open_run(name))))
    run_for(_PATIENCE, lambda: _all_drawn(conductor))
    figures = since.seconds("open") | {"block_ms": blocks.longest_ms()}
    page = conductor.run_page
    assert page is not None
    assert conductor.feed.shown is not None
    figures |= frames_of(page.loss.plot, conductor.feed, conductor.feed.shown)
    return figures | {"lost_spikes": float(lost_spikes(page.loss.plot))}


def _all_drawn(conductor: Conductor) -> bool:
    watch, page = conductor.feed.shown, conductor.run_page
    return (
        watch is not None
        and page is not None
        and not watch.behind
        and page.loss.plot is not None
        and len(page.loss.plot.smoothed) == watch.story.update > 0
    )


def _theme_changes(blocks: Blocks) -> dict[str, float]:
    blocks.longest_ms()
    for mode in ("dark", "light"):
        theme().set_mode(mode)  # type: ignore[arg-type]
        run_for(0.3)
    return {"theme_block_ms": blocks.longest_ms()}


def _share(seconds: float) -> float:
    since = _Watch()
    stand_still(seconds)
    return since.share_of_a_core()


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
        return _rounded(json.loads(process.stdout.read().splitlines()[-1]))


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: float(f"{value:.3g}") for name, value in figures.items()}


def _starts(folder: Path, times: int) -> dict[str, float]:
    """The middle of some starts of the program, from the start of the process to the first paint."""
    command = [sys.executable, "-m", "ui", "--home", str(folder), "--exit-after-paint"]
    told = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(times)]
    starts = [json.loads(each.splitlines()[-1]) for each in told]
    names = ("first_paint_ms", "first_paint_cpu_ms", "ready_ms")
    middle = {name: statistics.median(start[name] for start in starts) for name in names}
    return middle | {"fastest_first_paint_ms": min(start["first_paint_ms"] for start in starts)}


def main() -> None:
    """Measure and print, one JSON object last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--updates", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--inside", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        folder, what, seconds = asked.inside
        print(json.dumps(_window(Path(folder), what, float(seconds))))
        return
    with tempfile.TemporaryDirectory(prefix="window") as name:
        folder = Path(name)
        open_home(folder / "idle")
        figures = {
            "start": _starts(folder / "start", asked.starts),
            "idle": _in_a_process(folder / "idle", "idle", asked.seconds),
            "watch": _watched(folder / "watch", asked.seconds),
            "million": _long_run(folder / "long", asked.updates),
            **_many_runs(folder / "many", asked.runs),
        }
    print(json.dumps(figures))


def _watched(folder: Path, seconds: float) -> dict:
    run, made = _begin(folder), 0
    with Journal(run.run.events) as journal:

        def write() -> None:
            nonlocal made
            made += 1
            journal.append(update(made, 1.0 + 1.0 / made, time.time(), seconds=1 / _EACH_SECOND))

        return _in_a_process(folder, "watch", seconds, write)


def _long_run(folder: Path, updates: int) -> dict:
    """Updates with a spike in every ten thousand; the run is at work, so that more may follow."""
    run = _begin(folder)
    with run.run.events.open("ab") as file:
        for number in range(1, updates + 1):
            loss = 1.0 + 1.0 / number + 0.1 * ((number * 7919) % 101) / 101 + 3.0 * (number % 10_000 == 4_321)
            file.write(msgspec.json.encode(update(number, loss, 1e9 + number)) + b"\n")
    return _in_a_process(folder, "million", 0.0)


def _many_runs(folder: Path, runs: int) -> dict[str, dict]:
    for number in range(runs):
        run = WrittenRun(folder, f"run {number:04}")
        run.begin(1e9 + number)
        run.write([*preparation(1e9 + number), update(1, 2.0, 1e9 + number + 1)])
        run.end(1e9 + number + 2, "finished")
    return {name: _in_a_process(folder, "runs", 0.0) for name in ("runs_first", "runs_again")}


if __name__ == "__main__":
    main()
