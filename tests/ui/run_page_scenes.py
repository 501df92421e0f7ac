"""Scenes of the Run page for `tests.screens`: what the hand can do there, and what may have happened."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.ui.run_screens import SCENES as OF_THE_PAGE
from tests.ui.run_screens import prepare, set_scene
from tests.ui.run_stories import written

if TYPE_CHECKING:
    from tests.screens import Screen

STATES = ("finished", "finished_curves", "failed", "interrupted", "paused")


def _scene(name: str) -> Callable[[Screen], None]:
    def draw(screen: Screen) -> None:
        run = written(screen.home.folder, name.partition("_")[0] if name in STATES else "running", time.time())
        screen.held.append(run)
        prepare(run, name)
        screen.open()
        screen.conductor.open_run(run.run.name)
        page = screen.conductor.run_page
        assert page is not None
        screen.wait(lambda: page.loss.plot is not None and len(page.loss.plot.smoothed) > 0)
        if name == "finished_curves":
            page.finished.curves.click()
        set_scene(page, name)
        screen.settle()

    draw.__name__ = f"run_{name}"
    return draw


SCENES = tuple(_scene(name) for name in (*OF_THE_PAGE, *STATES))
