"""For the tests of the window: a home of its own, and a whole window on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from studio.paths import Home, open_home
from tests.support.nightshift import PATIENCE_SECONDS
from tests.ui import new_run_given, run_stories
from ui.conductor import Conductor
from ui.pages.run import RunPage
from ui.state.new_run import NewRun
from ui.theme import theme
from ui.window import Window

for each in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitExposed, QtBot.waitActive):
    each.__kwdefaults__["timeout"] = int(PATIENCE_SECONDS * 1000)  # five seconds are little on a busy machine


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(tmp_path / "home")


@pytest.fixture
def opened(home: Home, qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], tuple[Window, Conductor]]]:
    """Opens a window with every page; no foreman and no worker are started by it."""
    made: list[tuple[Window, Conductor]] = []

    def open_window() -> tuple[Window, Conductor]:
        theme().set_mode("light")
        window = Window(QSettings(str(home.folder / "window.ini"), QSettings.Format.IniFormat))
        qtbot.addWidget(window)
        conductor = Conductor(home, window, foreman=False)
        for piece in conductor.slices():
            piece()
        with qtbot.waitExposed(window):
            window.show()
        made.append((window, conductor))
        return window, conductor

    yield open_window
    for window, conductor in made:
        window.close()
        assert not conductor.feed.running


@pytest.fixture
def run() -> NewRun:
    """A new run on a computer with one card, planned by a planner that is easy to reckon with."""
    made = NewRun(new_run_given.plan_of)
    made.see_machine(new_run_given.machine())
    return made


@pytest.fixture
def open_page(qtbot, tmp_path):
    """Opens the Run page with a run in one of its states; returns page, run and watch."""
    runs = []

    def open_one(kind):
        page = RunPage()
        qtbot.addWidget(page)
        theme().dress(page)
        page.resize(1036, 772)
        run = run_stories.written(tmp_path, kind, time.time())
        runs.append(run)
        watch = run.watch()
        page.show_run(watch, run.job)
        page.set_machine(run_stories.machine())
        page.show()
        qtbot.waitUntil(lambda: page.loss.plot is not None or not page.loss.isVisible())
        return page, run, watch

    yield open_one
    for run in runs:
        run.dead()
