"""For the tests of the window: a home of its own, and a whole window on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from studio.paths import Home, open_home
from tests.support.nightshift import PATIENCE_SECONDS
from ui.conductor import Conductor
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
