"""Frames of the loss plot under the hand and under new updates, and whether a spike is lost: for `window.py`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from studio.runs.journal import Journal
from studio.runs.watch import RunWatch
from tests.ui.run_stories import update
from ui.feed import Feed

if TYPE_CHECKING:  # it brings pyqtgraph, whose memory is measured
    from ui.widgets.plot import LossPlot

_FRAMES = 60
_APPENDED = 5
"""Updates between two looks."""


def frames_of(plot: LossPlot, feed: Feed, watch: RunWatch) -> dict[str, float]:
    """Milliseconds of the clock and of the processor for a turn of the wheel, a drag sideways and five new updates."""
    figures: dict[str, float] = {}
    plot.show_all()
    figures |= _timed("zoom", [lambda number=number: _turn(plot, 120 if number < 36 else -120) for number in range(60)])
    made = len(plot.smoothed)
    plot.look_closer(0.3 * made, 0.6 * made)
    _hold(plot, QEvent.Type.MouseButtonPress, 300)
    figures |= _timed("pan", [lambda number=number: _drag(plot, 300 + number % 40) for number in range(_FRAMES)])
    _hold(plot, QEvent.Type.MouseButtonRelease, 300)
    plot.show_all()
    with Journal(watch.run.events) as journal:

        def append() -> None:
            made = watch.story.update
            for number in range(made + 1, made + 1 + _APPENDED):
                journal.append(update(number, 1.0, 1e9 + number))

        return figures | _timed("append", [feed.tick] * _FRAMES, before=append)


def _timed(name: str, acts: list[Callable[[], None]], before: Callable[[], None] = lambda: None) -> dict[str, float]:
    """The whole window follows and is painted before the next."""
    taken: list[tuple[float, float]] = []
    for act in acts:
        before()
        clock, processor = time.perf_counter(), time.thread_time()
        act()
        QApplication.processEvents()
        taken.append((time.perf_counter() - clock, time.thread_time() - processor))
    p50, p95 = (1000 * np.percentile(np.array(taken), share, axis=0) for share in (50, 95))
    return {
        f"{name}_p50_ms": float(p50[0]),
        f"{name}_p95_ms": float(p95[0]),
        f"{name}_cpu_p50_ms": float(p50[1]),
        f"{name}_cpu_p95_ms": float(p95[1]),
    }


def _turn(plot: LossPlot, by: int) -> None:
    """The wheel with Ctrl, over the middle of the plot."""
    at = plot.frame.area.center()
    wheel = QWheelEvent(
        at,
        QPointF(plot.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), wheel)


def _hold(plot: LossPlot, kind: QEvent.Type, x: float) -> None:
    """The left button with Shift, at so many pixels from the left."""
    at, button = QPointF(x, plot.frame.area.center().y()), Qt.MouseButton.LeftButton
    shift = Qt.KeyboardModifier.ShiftModifier
    QApplication.sendEvent(plot.viewport(), QMouseEvent(kind, at, plot.mapToGlobal(at), button, button, shift))


def _drag(plot: LossPlot, x: float) -> None:
    _hold(plot, QEvent.Type.MouseMove, x)


def lost_spikes(plot: LossPlot) -> int:
    """Columns of pixels, at several zooms, whose highest or lowest loss in the data is not drawn within two pixels."""
    losses, lost = plot.losses, 0
    plot.show_all()
    for share in (1.0, 0.5, 0.13, 0.02, 0.001):
        middle, half = 0.47 * len(losses), 0.5 * share * len(losses)
        plot.look_closer(middle - half, middle + half)
        first, last = (int(np.clip(each, 1, len(losses))) for each in plot.shown_updates)
        frame, width = plot.frame, int(plot.frame.area.width()) + 2
        updates = np.arange(first, last + 1)
        raw = _columns(frame.pixels(updates.astype(float), losses[first - 1 : last])[0] - frame.area.left(), width)
        x, y = plot.drawn
        shown = _columns(frame.pixels(x, y)[0] - frame.area.left(), width)
        for find, none in ((np.maximum, -np.inf), (np.minimum, np.inf)):
            there, seen = np.full(width + 4, none), np.full(width + 4, none)
            find.at(there, raw, losses[first - 1 : last])
            find.at(seen, shown, y)
            near = find.reduce([seen[by : by + width] for by in range(5)])
            lost += int(np.count_nonzero(find(there[2:-2], near) != near))
    return lost


def _columns(pixels: np.ndarray, width: int) -> np.ndarray:
    return np.clip(np.round(pixels).astype(int) + 2, 0, width + 3)
