"""The curves of the loss plot and the stretch of them that is in view. Imports pyqtgraph."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from ui.state.curves import (
    Floats,
    Smoother,
    fitting_range,
    gaps,
    span_for,
    steady_range,
    thinned,
)
from ui.state.flags import Flag
from ui.state.long_curve import LongCurve
from ui.state.plot_window import PlotWindow, View
from ui.state.tongue import tr
from ui.theme import theme
from ui.widgets.frame import Frame, scaled

LEFT, TOP, RIGHT, BOTTOM = 52, 34, 14, 30
"""Pixels around the curves."""
_MOST_BINS = 1200
EMPTY = np.empty(0)


class LossCurves(pg.PlotWidget):
    """Every update and the smoothed line, of all updates, a stretch of them or the newest."""

    zoomed = Signal(bool)
    """Whether less than everything is shown; after every change of what is in view by hand."""
    window_moved = Signal(float, float)
    """First and last update in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(120)
        self.setAccessibleName(tr("Loss by update"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # pyqtgraph would keep an old grid
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else its margins change sides with the language
        for axis in ("left", "bottom", "right", "top"):
            item.hideAxis(axis)
        item.layout.setContentsMargins(LEFT, TOP, RIGHT, BOTTOM)  # pyright: ignore[reportAttributeAccessIssue]
        self._box = item.getViewBox()
        self._box.setMouseEnabled(False, False)
        self._box.disableAutoRange()
        self._box.setDefaultPadding(0)
        self._raw = pg.PlotCurveItem(skipFiniteCheck=True)
        self._smooth = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self._smooth.setSegmentedLineMode("on")
        self._box.addItem(self._raw)
        self._box.addItem(self._smooth)
        self._strength = 0.5
        self._smoother = Smoother(span_for(0))
        self._curve = LongCurve()
        self._losses = self._smoothed = self._skipped = self._missing = self._above = self._saves = EMPTY
        self._held_out: list[tuple[int, float]] = []
        self._planned = 0
        self._at_work = True
        self._flags: tuple[Flag, ...] = ()
        self._window = PlotWindow()
        self._told = (0.0, 0.0)
        self._y: tuple[float, float] | None = None
        """As the axis counts them."""
        self._log = False
        self._made = True
        theme().changed.connect(self._recolor)
        self._recolor()

    # What is shown

    def set_data(
        self,
        losses: LongCurve | Floats,
        held_out: Sequence[tuple[int, float]],
        planned_updates: int,
        flags: Sequence[Flag] = (),
        skipped: Floats = EMPTY,
        saves: Floats = EMPTY,
        *,
        at_work: bool = True,
    ) -> None:
        """Show these losses, index 0 for update 1. Cheap enough for four times a second with a million of them.

        `skipped` are updates without anything to learn: they have no loss, and that is no trouble. `saves` are those
        after which a checkpoint was saved. `at_work`: more updates follow.
        """
        self._curve = losses if isinstance(losses, LongCurve) else LongCurve().follow(losses)
        self._losses, self._planned, self._at_work = self._curve.values, planned_updates, at_work
        self._held_out, self._flags, self._skipped, self._saves = list(held_out), tuple(flags), skipped, saves
        self._smooth_again()
        self._refresh()

    def set_smoothing(self, strength: float) -> None:
        """From 0, hardly, to 1, a tenth of the run."""
        self._strength = strength
        self._smooth_again()
        self._refresh()

    @property
    def smoothing_span(self) -> float:
        """Updates over which is smoothed."""
        return self._smoother.span

    @property
    def losses(self) -> Floats:
        """(updates,) the loss of every update."""
        return self._losses

    @property
    def drawn(self) -> tuple[Floats, Floats]:
        """(points,), (points,): updates and losses of the line of every update, as pyqtgraph has them."""
        x, y = self._raw.getData()
        return (EMPTY, EMPTY) if x is None or y is None else (x, 10.0**y if self._log else y)

    @property
    def smoothed(self) -> Floats:
        """(updates,) the smoothed curve."""
        return self._smoothed

    def _smooth_again(self) -> None:
        span = span_for(self._planned, self._strength)
        if span != self._smoother.span:
            self._smoother = Smoother(span)
        self._smoothed = self._smoother.follow(self._losses)

    def set_log(self, log: bool) -> None:
        """Whether the axis of losses is logarithmic."""
        self._log, self._y = log, None
        self._refresh()

    def forget(self) -> None:
        """Another run comes next."""
        self._curve = LongCurve()
        self._losses = self._smoothed = self._skipped = self._missing = self._above = self._saves = EMPTY
        self._held_out, self._flags, self._planned = [], (), 0
        self._y = None
        self._smoother = Smoother(span_for(0))
        self.show_all()

    @property
    def shown_updates(self) -> tuple[float, float]:
        """First and last update in view."""
        return self._window.shown

    @property
    def shown_losses(self) -> tuple[float, float]:
        """Lowest and highest loss in view."""
        if self._y is None:
            return (0.1, 3.0) if self._log else (0.0, 3.0)
        return (10.0 ** self._y[0], 10.0 ** self._y[1]) if self._log else self._y

    @property
    def view(self) -> View:
        """What is in view: all, a stretch, or the newest."""
        return self._window.view

    @property
    def is_zoomed(self) -> bool:
        """Whether less than everything is shown."""
        return self._window.view != "whole"

    def show_all(self) -> None:
        """Everything, from 0 to the planned end."""
        self._window.show_whole()
        self._look_anew()

    def show_latest(self) -> None:
        """The newest updates from now on."""
        self._window.show_latest()
        self._look_anew()

    def look_closer(self, first: float, last: float) -> None:
        """Only the updates from `first` to `last`."""
        if self._window.show(first, last):
            self._look_anew()

    def pan(self, share: float) -> None:
        """By a share of the width, to the right where it is positive."""
        if self.is_zoomed:
            self._window.pan(share)
            self._look_anew(same_scale=True)

    def zoom(self, factor: float, about: float | None = None) -> None:
        """`factor` times as many updates around `about`, or around the middle."""
        first, last = self.shown_updates
        self._window.zoom(factor, about if about is not None else (first + last) / 2)
        self._look_anew()

    def _look_anew(self, *, same_scale: bool = False) -> None:
        if not same_scale:
            self._y = None
        self._refresh()
        self.zoomed.emit(self.is_zoomed)

    def _refresh(self) -> None:
        self._window.set_extent(len(self._losses), self._planned)
        shown = self.shown_updates
        first, last = int(max(np.floor(shown[0]), 1)), int(np.ceil(shown[1]))
        bins = min(max(int(self.frame.area.width()), 100), _MOST_BINS)
        x, y = self._curve.extremes(first - 1, last + 1, bins)
        self._fit_losses(self._losses[first - 1 : last], y)
        self._box.setRange(xRange=shown, yRange=[scaled(each, log=self._log) for each in self.shown_losses], padding=0)
        missing = self._curve.missing_between(first - 1, last + 1)
        broken = gaps(x, missing) if len(missing) and len(x) else np.empty(0, bool)
        self._raw.opts["antialias"] = len(x) <= bins // 2
        self._raw.setData(x, scaled(y, log=self._log), connect=~broken if broken[:-1].any() else "all")
        calm_x, calm_y = thinned(self._smoothed, first - 1, last + 1, bins // 2)
        self._smooth.setSegmentedLineMode("off" if len(calm_x) <= 150 else "on")  # joined where that is cheap
        self._smooth.setData(calm_x, scaled(calm_y, log=self._log))
        self._missing = np.setdiff1d(missing, self._skipped) if len(missing) else missing
        self._above = x[y > self.shown_losses[1]]
        self._drawn()
        self.viewport().update()
        if shown != self._told:
            self._told = shown
            self.window_moved.emit(*shown)

    def _fit_losses(self, losses: Floats, drawn: Floats) -> None:
        """The range of losses that shows these well; a logarithmic one by what is drawn of them."""
        first, last = self.shown_updates
        checks = [value for update, value in self._held_out if first <= update <= last]
        if self._log:
            wanted = fitting_range(scaled(drawn, log=True), [scaled(each, log=True) for each in checks])
        else:
            wanted = fitting_range(losses, checks, drawn)
        if wanted:
            self._y = steady_range(self._y, wanted, log=self._log)

    def _drawn(self) -> None:
        """The curves were drawn anew."""

    @property
    def frame(self) -> Frame:
        """Where things are, in pixels of the viewport."""
        width, height = self.viewport().width() - LEFT - RIGHT, self.viewport().height() - TOP - BOTTOM
        return Frame(QRectF(LEFT, TOP, max(width, 1), max(height, 1)), self.shown_updates, self.shown_losses, self._log)

    def _recolor(self) -> None:
        colors = theme().colors
        self.setBackground(colors.card)
        self._raw.setPen(pg.mkPen(colors.curve_raw, width=1))
        self._smooth.setPen(pg.mkPen(colors.curve_smooth, width=2.5))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_made"):  # pyqtgraph resizes while it is being made
            self._refresh()
