"""Draws the Run page in every state, light and dark, into a folder."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.run_stories import machine, written
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
SIZE = (1036 + 32, 772 + 28)


def draw_run_screens(folder: Path, kinds: tuple[str, ...] = KINDS) -> list[Path]:
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


def _draw(app: QApplication, home: Path, kind: str, file: Path) -> Path:
    frame, page = QWidget(), RunPage()
    frame.setLayout(column(page, margins=(10, 14, 22, 14)))
    frame.setAutoFillBackground(True)
    frame.setFixedSize(*SIZE)
    frame.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    run = None
    if kind != "empty":
        run = written(home, kind, time.time())
        page.show_run(run.watch(), run.job)
        page.set_machine(machine())
    frame.show()
    frame.setFocus()
    for _ in range(3):
        app.processEvents()
    page.render()
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
