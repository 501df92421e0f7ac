"""The loss plot. Imports pyqtgraph, so it is imported only when a run is first shown."""

from __future__ import annotations

import os
from collections.abc import Sequence

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from ui.state.curves import (
    Floats,
    Smoother,
    extremes,
    fitting_range,
    not_finite,
    span_for,
    steady_range,
    thinned,
)
from ui.state.happened import Flag
from ui.state.words import count, loss
from ui.theme import theme
from ui.widgets import plot_paint as paint
from ui.widgets.flags import HEIGHT, Place, flag_width, place_flags
from ui.widgets.plot_paint import FLAGS_ABOVE, Frame, LineEnd

_LEFT, _TOP, _RIGHT, _BOTTOM = 52, 34, 14, 30
_MOST_BINS = 1200
_EMPTY = np.empty(0)


class LossPlot(pg.PlotWidget):
    """Every update, smoothed, held-out checks and events, from 0 to the planned end.

    Drag from left to right to look closer, double-click or `show_all` for everything; the view stays while data
    arrive. Left and right arrows go from update to update.
    """

    zoomed = Signal(bool)
    """Whether less than everything is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(120)
        self.setAccessibleName("Loss by update")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # pyqtgraph would keep an old grid
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        for axis in ("left", "bottom", "right", "top"):
            item.hideAxis(axis)
        item.layout.setContentsMargins(_LEFT, _TOP, _RIGHT, _BOTTOM)  # pyright: ignore[reportAttributeAccessIssue]
        self._box = item.getViewBox()
        self._box.setMouseEnabled(False, False)
        self._box.disableAutoRange()
        self._box.setDefaultPadding(0)
        self._raw = pg.PlotCurveItem(skipFiniteCheck=True)
        self._smooth = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self._smooth.setSegmentedLineMode("on")
        self._box.addItem(self._raw)
        self._box.addItem(self._smooth)
        self._smoother = Smoother(span_for(0))
        self._losses = self._smoothed = self._skipped = self._missing = self._above = _EMPTY
        self._held_out: list[tuple[int, float]] = []
        self._planned = 0
        self._flags: tuple[Flag, ...] = ()
        self._seen: list[Flag] = []
        self._places: list[Place] = []
        self._x = (0.0, 1.0)
        self._y: tuple[float, float] | None = None
        self._zoom = False
        self._hover: int | None = None
        self._drag: tuple[float, float] | None = None
        theme().changed.connect(self._recolor)
        self._recolor()

    # What is shown

    def set_data(
        self,
        losses: Floats,
        held_out: Sequence[tuple[int, float]],
        planned_updates: int,
        flags: Sequence[Flag] = (),
        skipped: Floats = _EMPTY,
    ) -> None:
        """Show these losses, index 0 for update 1. Cheap enough for four times a second with a million of them.

        `skipped` are updates without anything to learn: they have no loss, and that is no trouble.
        """
        span = span_for(planned_updates)
        if span != self._smoother.span:
            self._smoother = Smoother(span)
        self._losses, self._smoothed = losses, self._smoother.follow(losses)
        self._held_out, self._planned = list(held_out), planned_updates
        self._flags, self._skipped = tuple(flags), skipped
        self._refresh()

    def forget(self) -> None:
        """Another run comes next."""
        self._losses = self._smoothed = self._skipped = self._missing = self._above = _EMPTY
        self._held_out, self._flags, self._planned = [], (), 0
        self._y = self._hover = self._drag = None
        self._smoother = Smoother(span_for(0))
        self.show_all()

    @property
    def shown_updates(self) -> tuple[float, float]:
        """First and last update in view."""
        return self._x

    @property
    def shown_losses(self) -> tuple[float, float]:
        """Lowest and highest loss in view."""
        return self._y or (0.0, 3.0)

    @property
    def is_zoomed(self) -> bool:
        """Whether less than everything is shown."""
        return self._zoom

    def show_all(self) -> None:
        """Everything, from 0 to the planned end."""
        self._set_zoom(None)

    def look_closer(self, first: float, last: float) -> None:
        """Only the updates from `first` to `last`."""
        full = self._everything()
        first, last = max(min(first, last), full[0]), min(max(first, last), full[1])
        if last - first >= 2:
            self._set_zoom((first, last))

    def _set_zoom(self, window: tuple[float, float] | None) -> None:
        self._zoom = window is not None
        if window is not None:
            self._x = window
        self._y = None
        self._refresh()
        self.zoomed.emit(self._zoom)

    def _everything(self) -> tuple[float, float]:
        end = max(self._planned, len(self._losses), 2)
        return (-0.008 * end, 1.008 * end)

    def _refresh(self) -> None:
        if not self._zoom:
            self._x = self._everything()
        first, last = int(max(np.floor(self._x[0]), 1)), int(np.ceil(self._x[1]))
        held_out = [value for update, value in self._held_out if self._x[0] <= update <= self._x[1]]
        wanted = fitting_range(self._losses[first - 1 : last], held_out)
        if wanted:
            self._y = steady_range(self._y, wanted)
        self._box.setRange(xRange=self._x, yRange=self.shown_losses, padding=0)
        bins = min(max(int(self.frame.area.width()), 100), _MOST_BINS)
        x, y = extremes(self._losses, first - 1, last + 1, bins)
        self._raw.opts["antialias"] = len(x) <= bins // 2
        self._raw.setData(x, y)
        calm = thinned(self._smoothed, first - 1, last + 1, bins // 2)
        self._smooth.setSegmentedLineMode("off" if len(calm[0]) <= 150 else "on")  # joined where that is cheap
        self._smooth.setData(*calm)
        missing = not_finite(self._losses, first, last)
        self._missing = np.setdiff1d(missing, self._skipped) if len(missing) else missing
        self._above = x[y > self.shown_losses[1]]
        self._place_flags()
        self.viewport().update()

    def _place_flags(self) -> None:
        seen = [flag for flag in self._flags if self._x[0] <= flag.update <= self._x[1]]
        area = self.frame.area
        lines = [self.frame.x(flag.update) for flag in seen]
        places = place_flags(lines, [flag_width(flag) for flag in seen], area.left() - 36, area.right() + 10)
        self._seen, self._places = seen, places

    @property
    def frame(self) -> Frame:
        """Where things are, in pixels of the viewport."""
        width, height = self.viewport().width() - _LEFT - _RIGHT, self.viewport().height() - _TOP - _BOTTOM
        return Frame(QRectF(_LEFT, _TOP, max(width, 1), max(height, 1)), self._x, self.shown_losses)

    # Painting

    def _recolor(self) -> None:
        colors = theme().colors
        self.setBackground(colors.card)
        self._raw.setPen(pg.mkPen(colors.curve_raw, width=1))
        self._smooth.setPen(pg.mkPen(colors.curve_smooth, width=2.5))
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: N802 - Qt's spelling
        super().drawBackground(painter, rect)
        painter.save()
        paint.draw_grid(painter, self.frame, numbered=self._y is not None)
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: N802 - Qt's spelling
        super().drawForeground(painter, rect)
        frame = self.frame
        painter.save()
        if len(self._losses) < self._planned <= self._x[1]:
            paint.draw_planned_end(painter, frame, self._planned)
        paint.draw_flags(painter, frame, self._seen, self._places)
        paint.draw_not_finite(painter, frame, self._missing)
        paint.draw_above(painter, frame, self._above)
        paint.draw_diamonds(painter, frame, self._held_out)
        newest, check = self._newest_smoothed(), self._newest_check()
        if newest is not None:
            paint.draw_dot(painter, frame, newest)
        paint.draw_line_ends(painter, frame, [end for end in (newest, check) if end is not None])
        if self._drag is not None:
            paint.draw_selection(painter, frame, self._drag)
        elif self._hover is not None and 1 <= self._hover <= len(self._losses):
            value = float(self._losses[self._hover - 1])
            paint.draw_pointed_at(painter, frame, self._hover, value, self.words_at(self._hover))
        elif self.hasFocus():
            paint.draw_focus(painter, QRectF(self.viewport().rect()))
        painter.restore()

    def _newest_smoothed(self) -> LineEnd | None:
        """The end of the smoothed line, where it is in view."""
        place = len(self._smoothed) - 1
        while place >= 0 and not np.isfinite(self._smoothed[place]):
            place -= 1
        if place < 0 or not self.frame.holds(place + 1):
            return None
        value = float(self._smoothed[place])
        words = "now" if len(self._losses) < self._planned else "at the end"
        return LineEnd(place + 1, value, f"{loss(value)} {words}", theme().colors.curve_smooth)

    def _newest_check(self) -> LineEnd | None:
        """The last check on held-out rows, where it is in view."""
        if not self._held_out or not self.frame.holds(self._held_out[-1][0]):
            return None
        update, value = self._held_out[-1]
        return LineEnd(update, value, f"{loss(value)} held-out", theme().colors.curve_held_out)

    def point_at(self, update: int | None) -> None:
        """Ring this update and show its numbers; None takes them away."""
        if update != self._hover:
            self._hover = update
            self.viewport().update()

    @property
    def pointed_at(self) -> int | None:
        """The update whose numbers are shown."""
        return self._hover

    def words_at(self, update: int) -> tuple[str, str]:
        """The exact numbers of an update, in two lines."""
        value = float(self._losses[update - 1])
        held_out = next((f", held-out {loss(number)}" for at, number in self._held_out if at == update), "")
        if update in self._skipped:
            return f"Update {count(update)}", "no row had anything to learn"
        usual = float(self._smoothed[update - 1])
        return f"Update {count(update)}: {loss(value)}", f"smoothed {loss(usual)}{held_out}"

    # Mouse and keys

    def hover_at(self, x: float, y: float) -> int | None:
        """The update under a point: of all behind that pixel, the one whose loss is nearest to the point."""
        area = self.frame.area
        if not len(self._losses) or not area.adjusted(-6, -6, 6, 6).contains(QPointF(x, y)):
            return None
        reach = max((self._x[1] - self._x[0]) / area.width(), 0.5)
        at = self.frame.update_at(x)
        first, last = round(max(at - reach, 1)), round(min(at + reach, len(self._losses)))
        if last < 1 or first > len(self._losses):
            return None if first > len(self._losses) + 8 * reach else len(self._losses)
        behind = self._losses[first - 1 : max(last, first)]
        low, high = self.shown_losses
        wanted = low + (area.bottom() - y) / area.height() * (high - low)
        away = np.abs(np.where(np.isfinite(behind), np.clip(behind, low, high), low) - wanted)
        return first + int(np.argmin(away))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        area = self.frame.area
        if self._drag is not None:
            self._drag = (self._drag[0], min(max(at.x(), area.left()), area.right()))
        hover = self.hover_at(at.x(), at.y())
        over = self._flag_at(event.position().toPoint())
        self.setToolTip(over.detail or over.words if over else "")
        self.point_at(hover)
        if self._drag is not None:
            self.viewport().update()

    def _flag_at(self, at: QPoint) -> Flag | None:
        top = _TOP - FLAGS_ABOVE
        if not top <= at.y() <= top + HEIGHT:
            return None
        placed = zip(self._seen, self._places, strict=True)
        return next((flag for flag, place in placed if place.left <= at.x() <= place.left + place.width), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.frame.area.contains(event.position()):
            self._drag = (event.position().x(), event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        drag, self._drag = self._drag, None
        if drag is not None and abs(drag[1] - drag[0]) >= 6:
            self.look_closer(self.frame.update_at(drag[0]), self.frame.update_at(drag[1]))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self._drag = None
        self.show_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None and len(self._losses):
            by *= 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            start = self._hover if self._hover is not None else len(self._losses) - by
            self.point_at(min(max(start + by, 1), len(self._losses)))
        elif event.key() == Qt.Key.Key_Escape and (self._zoom or self._hover is not None):
            self.point_at(None)
            self.show_all()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_places"):  # pyqtgraph resizes while it is being made
            self._refresh()
