"""Draws the Run page in every state, light and dark, into a folder."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from studio.api import UpdateRowsWanted, rows_of_update
from tests.ui.run_rows import answered_on_the_way, give_rows, noise, not_a_number, slept
from tests.ui.run_stories import UPDATES, WrittenRun, losses, machine, training, written
from ui.pages.run import RunPage
from ui.theme import theme
from ui.widgets.basics import column

KINDS = (
    "running",
    "paused",
    "finished",
    "failed",
    "starting",
    "stopped",
    "recovering",
    "interrupted",
    "queued",
    "empty",
)
SCENES = ("chosen", "log", "zoomed", "latest", "samples", "nan", "slept")
"""Of the running state: what the hand can do there, and what may have happened."""
SIZE = (1036 + 32, 772 + 28)


def draw_run_screens(folder: Path, kinds: tuple[str, ...] = (*KINDS, *SCENES)) -> list[Path]:
    """run_<state>_<theme>.png, the page alone as the window frames it. Needs an application."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made: list[Path] = []
    folder.mkdir(parents=True, exist_ok=True)
    for mode in ("light", "dark"):
        theme().set_mode(mode)
        for kind in kinds:
            with tempfile.TemporaryDirectory() as home:
                made.append(_draw(app, Path(home), kind, folder / f"run_{kind}_{mode}.png"))
    theme().set_mode("system")
    return made


def prepare(run: WrittenRun, scene: str) -> None:
    """Let happen what the scene shows."""
    now = time.time()
    if scene == "chosen":
        give_rows(run, hard_update=389)
    if scene in ("chosen", "slept"):
        slept(run, 405)
        noise(run, now - 400)
    if scene in ("samples", "finished"):
        answered_on_the_way(run)
    if scene == "nan":
        not_a_number(run, 613, now - 300)
        run.write(training(now - 300, 614, 640, losses(UPDATES), attempt=2)[2:])


def set_scene(page: RunPage, scene: str) -> None:
    """Do what the scene shows."""
    plot = page.loss.plot
    match scene:
        case "chosen":
            page.choose(389)
            page.hear_rows(
                UpdateRowsWanted(run=str(page.shown_run.path), update=389), rows_of_update(page.shown_run, 389)
            )
        case "log":
            page.loss.scale.buttons["log"].click()
        case "zoomed" if plot is not None:
            plot.look_closer(360, 440)
            plot.point_at(389)
        case "latest":
            page.loss.view.buttons["latest"].click()
        case "samples":
            page.side.samples.click()
        case _:
            pass


def _draw(app: QApplication, home: Path, kind: str, file: Path) -> Path:
    frame, page = QWidget(), RunPage()
    frame.setLayout(column(page, margins=(10, 14, 22, 14)))
    frame.setAutoFillBackground(True)
    frame.setFixedSize(*SIZE)
    frame.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    run = None
    if kind != "empty":
        run = written(home, kind if kind in KINDS else "running", time.time())
        prepare(run, kind)
        page.set_machine(machine())
        page.show_run(run.watch(), run.job)
    frame.show()
    frame.setFocus()
    while page.loss.isVisible() and page.loss.plot is None:
        app.processEvents()
    page.render()
    set_scene(page, kind)
    app.processEvents()
    frame.grab().save(str(file))
    frame.close()
    frame.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if run is not None:
        run.dead()
    return file


if __name__ == "__main__":
    _app = QApplication([])
    draw_run_screens(Path("tests/screens"))
