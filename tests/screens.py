"""Draws the pages of the window, light and dark, into tests/screens: `python -m tests.screens [name …]`, at 200 % as
`name@2`, in another language as `name:ar`, the main pages so as `:ar`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FAKE_NVML_SCENARIO", str(HERE / "fakes" / "nvml" / "scenarios" / "rtx3090.json"))
sys.path.insert(0, str(HERE / "fakes" / "nvml"))

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from studio.job import Data, TrainJob
from studio.paths import Home, open_home
from studio.runs.folder import create_run
from tests.support.screen_data import big_model, broken_rows, good_rows, model_of_four_billion
from tests.ui import (
    after_scenes,
    elsewhere_scenes,
    first_start_scenes,
    new_run_scenes,
    run_page_scenes,
    runs_scenes,
    several_gpus_scenes,
)
from tests.ui.run_stories import written
from ui.app import make_application
from ui.conductor import Conductor
from ui.language import install, uninstall
from ui.theme import Mode, theme
from ui.window import Window

OUT = HERE / "screens"


class Screen:
    """A whole window on a home of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self.home: Home = open_home(folder / "home")
        self.held: list[object] = []
        self.at_end: list[Callable[[], None]] = []

    def speak(self, language: str) -> None:
        """From now until the end."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install(app, language)
        self.at_end.append(lambda: uninstall(app))

    def open(self) -> None:
        """With everything in it, as after the start."""
        self.window = Window(QSettings(str(self.home.folder / "window.ini"), QSettings.Format.IniFormat))
        self.conductor = Conductor(self.home, self.window, foreman=False)
        for piece in self.conductor.slices():
            piece()
        self.window.resize(1280, 800)
        self.window.show()
        self.wait(lambda: len(self.conductor.feed.runs) == len(list(self.home.runs.iterdir())))

    def wait(self, until: Callable[[], bool], seconds: float = 60.0) -> None:
        """Until something is so."""
        app = QApplication.instance()
        assert app is not None
        deadline = time.monotonic() + seconds
        while not until():
            if time.monotonic() > deadline:
                raise TimeoutError(self.name)
            app.processEvents()
            self.conductor.feed.tick()
            time.sleep(0.02)

    def settle(self) -> None:
        """Until everything is in its place."""
        app = QApplication.instance()
        assert app is not None
        for _ in range(4):
            app.processEvents()

    def draw(self, modes: tuple[Mode, ...] = ("light", "dark")) -> None:
        """One picture per theme."""
        OUT.mkdir(exist_ok=True)
        for mode in modes:
            theme().set_mode(mode)
            self.settle()
            scale = "@2" if os.environ.get("QT_SCALE_FACTOR") == "2" else ""
            self.window.grab().save(str(OUT / f"{self.name}_{mode}{scale}.png"))
        theme().set_mode("light")
        self.window.close()
        self.window.deleteLater()
        for undo in self.at_end:
            undo()
        self.settle()


def home_empty(screen: Screen) -> None:
    screen.open()


def home_runs(screen: Screen) -> None:
    now = time.time()
    for kind, name in (
        ("finished", "support-replies-r64"),
        ("stopped", "faq-german"),
        ("failed", "contract-summaries"),
        ("interrupted", "invoice-fields"),
        ("running", "support-replies"),
    ):
        _put(screen, kind, name, now)
    for name in ("returns-only", "invoice-fields-2"):
        create_run(screen.home, TrainJob(name=name, model="models/qwen3-4b", data=Data(train="rows.jsonl")), now=now)
    screen.open()


def home_quiet(screen: Screen) -> None:
    _put(screen, "finished", "starter dates", time.time())
    screen.open()


def _put(screen: Screen, kind: str, name: str, now: float) -> None:
    from tests.ui import run_stories

    plain = run_stories.job
    run_stories.job = lambda _name="": plain(name)  # type: ignore[assignment]
    try:
        screen.held.append(written(screen.home.folder, kind, now))
    finally:
        run_stories.job = plain


def new_run_nothing(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("new run")


def new_run_starter(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("new run")
    desk = screen.conductor.desk
    desk.choose_data(screen.conductor.desk.state.demo.data.train)
    screen.wait(lambda: not desk.state.waiting)


def new_run_ready(screen: Screen) -> None:
    _new_run(screen, good_rows(screen.folder), model_of_four_billion(screen.folder))


def new_run_problem(screen: Screen) -> None:
    _new_run(screen, broken_rows(screen.folder), big_model(screen.folder))


def new_run_three_three_two(screen: Screen) -> None:
    _new_run(screen, good_rows(screen.folder), model_of_four_billion(screen.folder))
    desk = screen.conductor.desk
    screen.window.findChild(type(screen.conductor.new_run_page))
    desk.state.choose_batch("17")
    desk.render()


def new_run_no_model(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("new run")
    folder = screen.folder / "notes"
    folder.mkdir()
    screen.conductor.desk.choose_model(str(folder))
    screen.conductor.desk.state.choose_batch("many")
    screen.conductor.desk.render()


def _new_run(screen: Screen, data: Path, model: Path) -> None:
    screen.open()
    screen.conductor.go("new run")
    desk = screen.conductor.desk
    desk.take_paths([model, data])
    screen.wait(lambda: not desk.state.waiting)


def run_running(screen: Screen) -> None:
    _put(screen, "running", "support-replies", time.time())
    screen.open()
    screen.conductor.go("run")
    page = screen.conductor.run_page
    assert page is not None
    screen.wait(lambda: page.loss.plot is not None and len(page.loss.plot.smoothed) > 0)


def window_notice(screen: Screen) -> None:
    screen.open()
    screen.window.notice.say(
        "bad", "The disk is full: the run could not be created.", "Free some space, then press Start again."
    )


SCREENS = {
    made.__name__: made
    for made in (
        home_empty,
        home_runs,
        home_quiet,
        new_run_nothing,
        new_run_starter,
        new_run_ready,
        new_run_problem,
        new_run_three_three_two,
        new_run_no_model,
        run_running,
        window_notice,
        *runs_scenes.SCENES,
        *new_run_scenes.SCENES,
        *run_page_scenes.SCENES,
        *after_scenes.SCENES,
        *first_start_scenes.SCENES,
        *elsewhere_scenes.SCENES,
        *several_gpus_scenes.SCENES,
    )
}

MAIN_PAGES = (
    *("home_runs", "home_empty", "new_run_nothing", "new_run_ready", "new_run_problem", "run_running", "run_finished"),
    *("run_failed", "compare_four", "try_writing", "judge_done", "export_working", "settings", "before_the_night"),
    *("first_start_ready", "data_tokens", "model_chooser", "remote_run_cut"),
)


def main(names: list[str]) -> None:
    """All, or those that are named."""
    make_application()
    theme().set_mode("light")
    for name in [
        name for name in names if name.endswith("@2")
    ]:  # 200 %: another process, since Qt scales from the start
        names.remove(name)
        subprocess.run(
            [sys.executable, "-m", "tests.screens", name.removesuffix("@2")],
            env={**os.environ, "QT_SCALE_FACTOR": "2"},
            check=True,
        )
    for name in [name for name in names if name.startswith(":")]:
        names.remove(name)
        names += [f"{page}{name}" for page in MAIN_PAGES]
    for name in names or SCREENS:
        with tempfile.TemporaryDirectory(prefix="screens") as folder:
            page, _, language = name.partition(":")
            screen = Screen(Path(folder), name.replace(":", "_"))
            if language:
                screen.speak(language)
            SCREENS[page](screen)
            screen.draw()
    sys.stdout.write(json.dumps({"screens": len(names or SCREENS)}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
