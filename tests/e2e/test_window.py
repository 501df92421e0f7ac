"""The real window used as a newcomer uses it: by Qt's events, and on a virtual screen with mouse and keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.runs.folder import list_runs
from tests.e2e.journey import come_back_and_ask, start_and_pause, visits
from tests.support.nightshift import ROOT, Nightshift
from tests.support.stranger import Stranger

SCREENS = ROOT / "tests" / "screens"
WIDTH, HEIGHT = 1280, 800
PLAIN_WINDOWS = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications>
    <application class="*"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application>
  </applications>
</openbox_config>
"""


@pytest.mark.slow
def test_a_newcomer_starts_pauses_comes_back_and_asks(nightshift: Nightshift) -> None:
    stranger = Stranger(look_ms=150)
    stranger.visit(nightshift.home.folder, start_and_pause)
    paused = nightshift.watch()
    assert (paused.state, paused.story.update >= 5) == ("paused", True), "closing the window leaves the run as it was"
    stranger.visit(nightshift.home.folder, come_back_and_ask)
    ended = nightshift.watch()
    assert ended.state == "stopped"
    assert ended.run.result.joinpath("adapter_model.safetensors").exists()
    assert not (nightshift.home.folder / "window.log").exists()


class Screen:
    """An X server without a screen, with a mouse and a keyboard."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = f":{pipe.readline().strip()}"
        (folder / "openbox.xml").write_text(PLAIN_WINDOWS)
        self._manager = subprocess.Popen(
            ["openbox", "--config-file", str(folder / "openbox.xml")], env=self.environment, stderr=subprocess.DEVNULL
        )
        self.do_when_possible("get_num_desktops")  # answers as soon as the window manager is there

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "OMP_NUM_THREADS": "2"}

    def do(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        return done.stdout.strip()

    def do_when_possible(self, *arguments: str) -> str:
        """Repeated for 30 seconds: a call fails where what it is about is not there yet, or vanishes under it."""
        deadline = time.monotonic() + 30
        while True:
            try:
                if answer := self.do(*arguments):
                    return answer
            except subprocess.CalledProcessError:
                pass
            assert time.monotonic() < deadline, f"xdotool {' '.join(arguments)} never succeeded"
            time.sleep(0.1)

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(timeout=10)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    missing = [each for each in ("Xvfb", "openbox", "xdotool") if shutil.which(each) is None]
    assert not missing, f"needs {', '.join(missing)} (Debian: apt install xvfb openbox xdotool)"
    there = Screen(tmp_path)
    yield there
    there.close()


@pytest.mark.storm
def test_the_whole_journey_with_the_mouse_of_a_screen(nightshift: Nightshift, screen: Screen) -> None:
    SCREENS.mkdir(exist_ok=True)
    for visit in visits(whole=True):
        command = [
            "tests.e2e.journey",
            str(nightshift.home.folder),
            visit,
            "--whole",
            "--x",
            "--pictures",
            str(SCREENS),
        ]
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=screen.environment, check=True, timeout=1800)
    first, second = list_runs(nightshift.home)
    assert nightshift.watch(first.name).state == "finished"
    assert nightshift.watch(second.name).state == "stopped"
    assert not (nightshift.home.folder / "window.log").exists()
