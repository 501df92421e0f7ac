"""What follows the first paint, one slice per turn of the event loop: the window never stands still for long."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from studio.api import Home
from ui.window import Window

if TYPE_CHECKING:  # made after the first paint
    from ui.conductor import Conductor

_FIRST_PAGE = (
    "numpy",
    "ui.state.happened",
    "ui.state.home",
    "ui.pages.home",
    "ui.pages.compare",
    "ui.state.new_run_choices",
    "ui.widgets.loss_card",
    "ui.pages.run",
    "ui.conductor",
)
"""Loaded one by one: each is needed by what comes after it."""


class Opening:
    """Makes the conductor and all it needs; `go_on` is called once the window is on the screen."""

    def __init__(self, home: Home, window: Window, paths: list[Path], *, foreman: bool = True) -> None:
        """`paths` are files to begin a new run with. `foreman`: whether one is started."""
        self._home, self._window, self._paths, self._with_foreman = home, window, paths, foreman
        self.conductor: Conductor | None = None
        self._slices: list[Callable[[], object]] = [partial(import_module, name) for name in _FIRST_PAGE]
        self._slices.append(self._make_conductor)
        self._at_end: Callable[[], None] | None = None

    def _make_conductor(self) -> None:
        from ui.conductor import Conductor

        self.conductor = Conductor(self._home, self._window, foreman=self._with_foreman)
        self._slices += [*self.conductor.slices(), self._end]

    def _end(self) -> None:
        if self._paths:
            self.drop(self._paths)
        if self._at_end:
            self._at_end()

    def say_times(self, began: float) -> None:
        """Print how long the first paint and the whole start took and the memory at its end, then end."""
        times: dict[str, float] = {}

        def note() -> None:
            now, processor = time.time(), time.process_time()
            times["first_paint_ms"] = _ms_since_start(began, now)
            times["first_paint_cpu_ms"] = 1000 * processor

        self._window.painted.connect(note)

        def tell() -> None:
            import psutil

            times["ready_ms"] = _ms_since_start(began, time.time())
            times["resident_mb"] = psutil.Process().memory_info().rss / 1e6
            times["torch"] = float("torch" in sys.modules)
            sys.stdout.write(", ".join(f'"{name}": {value:.0f}' for name, value in times.items()).join("{}") + "\n")
            sys.stdout.flush()
            self._window.close()

        self._at_end = tell

    @property
    def done(self) -> bool:
        """Whether everything is made."""
        return not self._slices

    def go_on(self) -> None:
        """The next slice, and another turn for the one after it."""
        if self._slices:
            QTimer.singleShot(0, self.go_on)  # before the slice: one that fails must not end the start
            self._slices.pop(0)()

    def drop(self, paths: list[Path]) -> None:
        """Files that a second start was given."""
        if self.conductor is not None:
            self.conductor.drop(paths)

    def close(self) -> None:
        """End what belongs to this window."""
        if self.conductor is not None:
            self.conductor.close()


def _ms_since_start(began: float, now: float) -> float:
    """Since the process started where the system tells, else since `began`; both by the wall clock."""
    import psutil

    with contextlib.suppress(psutil.Error):
        began = psutil.Process().create_time()
    return (now - began) * 1000
