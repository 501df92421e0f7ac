"""What New run costs the event loop: no turn of it takes a tenth of a second of processor time."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QTimer

from tests.support.pace import slowness
from tests.support.screen_data import big_model, good_rows
from ui.new_run_desk import NewRunDesk

LONGEST_SECONDS = 0.1


class Watched:
    """Processor seconds of this thread for each turn of the event loop, while it is entered."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.thread_time()
        self._dispatcher = QAbstractEventDispatcher.instance()

    def __enter__(self) -> Watched:
        self._last = time.thread_time()
        self._dispatcher.awake.connect(self._turn)
        self._dispatcher.aboutToBlock.connect(self._turn)
        return self

    def __exit__(self, *_: object) -> None:
        self._turn()
        self._dispatcher.awake.disconnect(self._turn)
        self._dispatcher.aboutToBlock.disconnect(self._turn)

    def _turn(self) -> None:
        """Dispatchers work before or after they wait; waiting costs nothing."""
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def judged(desk: NewRunDesk) -> int:
    return sum(line.fit.fits is not None for line in desk.models.state.lines(""))


def test_a_slot_that_takes_too_long_is_seen(qapp, qtbot) -> None:
    def work() -> None:
        until = time.thread_time() + 0.15
        while time.thread_time() < until:
            pass

    with Watched() as watched:
        QTimer.singleShot(0, work)
        qtbot.wait(250)
    assert watched.longest >= 0.15


def test_choosing_model_rows_and_length_never_holds_the_loop_for_long(opened, tmp_path: Path, qtbot) -> None:
    path = good_rows(tmp_path, rows=20_000)
    fourteen = big_model(tmp_path)
    _, conductor = opened()
    conductor.go("new run")
    desk = conductor.desk
    qtbot.wait(300)
    slow: dict[str, float] = {}

    def do(name: str, what: Callable[[], object], until: Callable[[], object]) -> None:
        before = slowness()
        with Watched() as watched:
            QTimer.singleShot(0, what)
            qtbot.wait(30)
            qtbot.waitUntil(lambda: bool(until()))
            qtbot.wait(120)
        slow[name] = watched.longest / max(before, slowness())

    def planned() -> bool:
        return desk.state.chosen is not None and desk._question is None and not desk.state.waiting

    do("rows", lambda: desk.choose_data(str(path)), planned)
    do("a model of 14 B", lambda: desk.choose_model(str(fourteen)), planned)
    do("target", lambda: desk.page.learning.batch_typed.emit("64"), planned)
    do("tokens", desk._look, lambda: desk.tokens._shown is not None)
    do("length", lambda: desk.tokens.page.length_chosen.emit(48), lambda: planned() and desk.tokens._asked is None)
    do("models", lambda: (desk._go_back(), desk._browse()), lambda: judged(desk) > 8)
    assert max(slow.values()) < LONGEST_SECONDS, slow
