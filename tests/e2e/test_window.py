"""The real window on a virtual screen, used with mouse and keyboard: start the starter, watch, close, reopen, stop."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from studio.runs.folder import list_runs
from tests.support.nightshift import ROOT

ACCENT, CURVE = 0x3557C7, 0xA84E00
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
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


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
        self._folder = folder
        self._pictures = 0
        self.opened: list[subprocess.Popen[bytes]] = []
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

    def look(self, name: str = "") -> QImage:
        self._pictures += 1
        path = self._folder / f"{name or self._pictures}.png"
        subprocess.run([sys.executable, "-c", GRAB, str(path)], env=self.environment, check=True, timeout=30)
        if name:
            SCREENS.mkdir(exist_ok=True)
            shutil.copyfile(path, SCREENS / f"{name}.png")
        return QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)

    def click(self, x: int, y: int) -> None:
        self.do("mousemove", str(x), str(y), "click", "1")

    def close(self) -> None:
        for window in self.opened:
            window.kill()
            window.wait(timeout=10)
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(timeout=10)


def places(picture: QImage, colour: int, area: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Points of this colour in an area (left, top, right, bottom)."""
    left, top, right, bottom = area
    return [(x, y) for y in range(top, bottom) for x in range(left, right) if picture.pixel(x, y) & 0xFFFFFF == colour]


def middle(points: list[tuple[int, int]]) -> tuple[int, int]:
    """Of the largest filled shape among them: the median, which thin borders of the same colour do not move."""
    assert len(points) > 500, "there is no filled button here"
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    return xs[len(xs) // 2], ys[len(ys) // 2]


@pytest.fixture
def screen(tmp_path):
    there = Screen(tmp_path)
    yield there
    there.close()


class Window:
    """One process of the real program."""

    def __init__(self, screen: Screen, home: Path) -> None:
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ui", "--home", str(home), "--light"],
            cwd=ROOT,
            env=screen.environment,
        )
        screen.opened.append(self.process)
        # the window manager gives it the focus and the whole screen
        screen.do_when_possible("search", "--onlyvisible", "--pid", str(self.process.pid))
        screen.do_when_possible("getwindowfocus", "getwindowpid")
        time.sleep(1.0)

    def close(self, screen: Screen) -> None:
        screen.do("key", "alt+F4")
        assert self.process.wait(timeout=20) == 0


@pytest.mark.slow
def test_start_the_starter_watch_it_close_reopen_and_stop(nightshift, screen):
    home = nightshift.home
    window = Window(screen, home.folder)
    deadline = time.monotonic() + 90
    while not list_runs(home):
        assert time.monotonic() < deadline, "pressing the button started nothing"
        if starter := places(screen.look("e2e_1_first_start"), ACCENT, (230, 80, 700, 330)):
            screen.click(*middle(starter))  # Try the starter
        time.sleep(3.0)
    nightshift.wait(lambda watch: watch.story.update >= 12)
    time.sleep(1.5)  # a few looks of the window
    watched = screen.look("e2e_2_learning")
    assert len(places(watched, CURVE, (230, 150, 950, 640))) > 30, "the curve is on the plot"

    window.close(screen)
    at_close = nightshift.watch().story.update
    later = nightshift.wait(lambda watch: watch.story.update >= at_close + 5)
    assert later.state == "running", "the run goes on without the window"

    window = Window(screen, home.folder)
    screen.look("e2e_3_reopened")
    screen.do("key", "ctrl+3")  # the Run page
    time.sleep(1.5)
    again = screen.look("e2e_4_run_again")
    assert len(places(again, CURVE, (230, 150, 950, 640))) > 30, "as if it had never been closed"
    if nightshift.watch().state == "running":
        screen.click(1187, 42)  # Stop and save
    ended = nightshift.wait(lambda watch: watch.state in ("stopped", "finished"))
    assert ended.story.result is not None
    assert ended.run.result.joinpath("adapter_model.safetensors").exists()
    time.sleep(1.5)
    screen.look("e2e_5_ended")
    window.close(screen)
    assert not (home.folder / "window.log").exists() or "Traceback" not in (home.folder / "window.log").read_text()
