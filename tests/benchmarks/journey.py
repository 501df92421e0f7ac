"""A stranger in front of the real window: actions and seconds from the first start to the first point of the loss.

    python -m tests.benchmarks.journey [--times 3] [--reading 12]

With the starter (goal: one press, at most 5 s), and with a CSV of one's own (goal: at most 6 actions), once by the
menus of New run and once by dropping the file on the window. Seconds count from the press that starts the run to the
point on the screen, after the window was open for `reading` seconds; `at_once` is the starter pressed the moment it
can be. Offscreen unless QT_QPA_PLATFORM says otherwise; other work on the computer counts, so the least of several
times is told.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from PySide6.QtWidgets import QApplication

from tests.support.nightshift import Nightshift
from tests.support.stranger import Script, Stranger

ROWS = 400


class Newcomer:
    """Starts a run in one of several ways; `seconds` from the last press to the first point."""

    def __init__(self, folder: Path, reading: float) -> None:
        self.home, self.rows = folder / "home", folder / "support replies.csv"
        self._reading = reading
        self.seconds = self.shown = 0.0
        with self.rows.open("w", newline="", encoding="utf-8") as file:
            lines = csv.writer(file)
            lines.writerow(["question", "answer"])
            lines.writerows([f"Where is order {number}?", f"Order {number} left today."] for number in range(ROWS))

    def starter(self, stranger: Stranger) -> Script:
        """One press."""
        yield from self._open(stranger)
        yield stranger.press("Try the starter")
        yield from self._watch(stranger)

    def menus(self, stranger: Stranger) -> Script:
        """New run, Data, Choose a file, its name and Enter, Start."""
        yield from self._open(stranger)
        yield stranger.press("New run")
        yield stranger.press("Data")
        yield stranger.press("Choose a file…")
        yield stranger.until("a dialog", QApplication.activeModalWidget)
        yield stranger.write(f"{self.rows}\n")
        yield stranger.press("Start")
        yield from self._watch(stranger)

    def dropped(self, stranger: Stranger) -> Script:
        """The file on the window, Start."""
        yield from self._open(stranger)
        yield stranger.drop(self.rows)
        yield stranger.press("Start")
        yield from self._watch(stranger)

    def _open(self, stranger: Stranger) -> Script:
        yield stranger.see("ready to train")
        self.shown = time.monotonic() - stranger.began
        read_at = time.monotonic() + self._reading
        yield stranger.until("reading", lambda: time.monotonic() >= read_at)

    def _watch(self, stranger: Stranger) -> Script:
        pressed = time.monotonic()
        yield stranger.until("the first point", lambda: stranger.points >= 1)
        self.seconds = time.monotonic() - pressed
        yield stranger.close()


def measure(way: str, reading: float) -> dict[str, float]:
    """Actions, seconds until the window said that it is ready, and from the last press to the first point."""
    with tempfile.TemporaryDirectory(prefix="journey") as folder:
        newcomer, program = Newcomer(Path(folder), reading), Nightshift(Path(folder) / "home")
        stranger = Stranger()
        script: Callable[[Stranger], Script] = getattr(newcomer, way)
        try:
            stranger.visit(newcomer.home, script)
        finally:
            program.end()
    return {"actions": stranger.actions, "ready_seconds": newcomer.shown, "first_point_seconds": newcomer.seconds}


def main() -> None:
    """Measure each way in processes of its own and print, one JSON object last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--reading", type=float, default=12.0)
    parser.add_argument("--inside", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        way, reading = asked.inside
        sys.stdout.write(json.dumps(measure(way, float(reading))) + "\n")
        return
    ways = {
        "starter": ("starter", asked.reading),
        "starter_at_once": ("starter", 0.0),
        "own_csv_by_menus": ("menus", asked.reading),
        "own_csv_dropped": ("dropped", asked.reading),
    }
    found = {name: [_in_a_process(*way) for _ in range(asked.times)] for name, way in ways.items()}
    least = {name: {key: min(each[key] for each in times) for key in times[0]} for name, times in found.items()}
    sys.stdout.write(json.dumps({name: _rounded(each) for name, each in least.items()}) + "\n")


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {key: round(value, 2) for key, value in figures.items()}


def _in_a_process(way: str, reading: float) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.journey", "--inside", way, str(reading)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
