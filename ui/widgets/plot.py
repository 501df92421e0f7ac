"""The loss plot. Imports pyqtgraph, so it is imported only when a run is first shown."""

from __future__ import annotations

import os
from collections.abc import Sequence

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
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
from ui.theme import font, theme
from ui.widgets.flags import HEIGHT, Place, draw_flag, flag_colors, flag_width, place_flags
from ui.widgets.ticks import round_step, ticks, written

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
        self._losses = self._smoothed = self._skipped = self._missing = _EMPTY
        self._held_out: list[tuple[int, float]] = []
        self._planned = 0
        self._flags: tuple[Flag, ...] = ()
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
        bins = min(max(int(self._area().width()), 100), _MOST_BINS)
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

    _above = _EMPTY

    def _place_flags(self) -> None:
        seen = [flag for flag in self._flags if self._x[0] <= flag.update <= self._x[1]]
        area = self._area()
        lines = [self._to_x(flag.update) for flag in seen]
        places = place_flags(lines, [flag_width(flag) for flag in seen], area.left() - 36, area.right() + 10)
        self._seen, self._places = seen, places

    _seen: list[Flag] = []  # noqa: RUF012 - replaced, never changed

    # Where things are, in pixels

    def _area(self) -> QRectF:
        return QRectF(
            _LEFT,
            _TOP,
            max(self.viewport().width() - _LEFT - _RIGHT, 1),
            max(self.viewport().height() - _TOP - _BOTTOM, 1),
        )

    def _to_x(self, update: float) -> float:
        area = self._area()
        return area.left() + (update - self._x[0]) / (self._x[1] - self._x[0]) * area.width()

    def _to_y(self, value: float) -> float:
        area, (low, high) = self._area(), self.shown_losses
        return area.bottom() - (value - low) / (high - low) * area.height()

    def _to_update(self, x: float) -> float:
        area = self._area()
        return self._x[0] + (x - area.left()) / area.width() * (self._x[1] - self._x[0])

    # Painting

    def _recolor(self) -> None:
        colors = theme().colors
        self.setBackground(colors.card)
        self._raw.setPen(pg.mkPen(colors.curve_raw, width=1))
        self._smooth.setPen(pg.mkPen(colors.curve_smooth, width=2.5))
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: N802 - Qt's spelling
        super().drawBackground(painter, rect)
        colors, area = theme().colors, self._area()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(font(12))
        low, high = self.shown_losses
        most = max(int(area.height() / 52), 3)
        step = round_step(high - low, most)
        for value in ticks(low, high, most):
            y = round(self._to_y(value))
            painter.setPen(QPen(QColor(colors.grid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colors.mut))
            box = QRectF(0, y - 10, _LEFT - 8, 20)
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), written(value, step)
            )
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        most = max(int(area.width() / 110), 2)
        marks = ticks(max(self._x[0], 0), self._x[1], most, whole=True)
        step = marks[1] - marks[0] if len(marks) > 1 else 1.0
        painter.setPen(QColor(colors.mut))
        for value in marks:
            box = QRectF(self._to_x(value) - 50, area.bottom() + 4, 100, 20)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), written(value, step))
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: N802 - Qt's spelling
        super().drawForeground(painter, rect)
        painter.save()
        painter.setFont(font(12, 600))
        self._draw_planned_end(painter)
        self._draw_flags(painter)
        self._draw_missing(painter)
        self._draw_held_out(painter)
        self._draw_line_ends(painter)
        self._draw_drag(painter)
        self._draw_hover(painter)
        if self.hasFocus() and self._hover is None:
            painter.setPen(QPen(QColor(theme().colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.restore()

    def _dashed(self, painter: QPainter, x: float, color: str) -> None:
        area = self._area()
        pen = QPen(QColor(color), 1)
        pen.setDashPattern([4, 3])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.drawLine(QPointF(round(x), area.top() - 8), QPointF(round(x), area.bottom()))

    def _draw_planned_end(self, painter: QPainter) -> None:
        if not len(self._losses) < self._planned <= self._x[1]:
            return
        colors, area, x = theme().colors, self._area(), self._to_x(self._planned)
        self._dashed(painter, x, colors.field)
        painter.setFont(font(12))
        painter.setPen(QColor(colors.mut))
        box = QRectF(x - 120, area.bottom() - 24, 114, 20)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), "planned end")
        painter.setFont(font(12, 600))

    def _draw_flags(self, painter: QPainter) -> None:
        for flag in self._seen:
            self._dashed(painter, self._to_x(flag.update), flag_colors(flag.tone)[0])
        for flag, place in zip(self._seen, self._places, strict=True):
            draw_flag(painter, flag, place, _TOP - HEIGHT - 8)

    def _draw_missing(self, painter: QPainter) -> None:
        colors, area = theme().colors, self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for x in np.unique(np.round(self._to_x_many(self._missing))):
            painter.fillRect(QRectF(x - 1, area.bottom() - 11, 2, 12), QColor(colors.bad))
        above = np.unique(np.round(self._to_x_many(self._above) / 3) * 3)
        if len(above) <= 40:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.curve_raw))
            top = area.top()
            for x in above:
                painter.drawPolygon(QPolygonF([QPointF(x - 4, top), QPointF(x + 4, top), QPointF(x, top - 6)]))

    def _to_x_many(self, updates: Floats) -> Floats:
        area = self._area()
        return area.left() + (updates - self._x[0]) / (self._x[1] - self._x[0]) * area.width()

    def _draw_held_out(self, painter: QPainter) -> None:
        colors = theme().colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(QColor(colors.curve_held_out))
        painter.setPen(QPen(QColor(colors.card), 1))
        low, high = self.shown_losses
        for update, value in self._held_out:
            if self._x[0] <= update <= self._x[1] and low <= value <= high:
                x, y = self._to_x(update), self._to_y(value)
                painter.drawPolygon(
                    QPolygonF([QPointF(x - 5.5, y), QPointF(x, y - 5.5), QPointF(x + 5.5, y), QPointF(x, y + 5.5)])
                )

    def _draw_line_ends(self, painter: QPainter) -> None:
        """The newest numbers, in words, at the ends of their lines; pushed apart where they would touch."""
        colors = theme().colors
        ends: list[tuple[float, float, str, str]] = []
        x_end = None
        newest = next(
            (index for index in range(len(self._smoothed) - 1, -1, -1) if np.isfinite(self._smoothed[index])), None
        )
        if newest is not None and self._x[0] <= newest + 1 <= self._x[1]:
            x_end, y = self._to_x(newest + 1), self._to_y(float(self._smoothed[newest]))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.curve_smooth))
            painter.drawEllipse(QPointF(x_end, y), 4.5, 4.5)
            words = "now" if newest + 1 < self._planned else "at the end"
            ends.append((x_end, y, f"{loss(float(self._smoothed[newest]))} {words}", colors.curve_smooth))
        if self._held_out and self._x[0] <= self._held_out[-1][0] <= self._x[1]:
            update, value = self._held_out[-1]
            ends.append(
                (
                    max(self._to_x(update), x_end or 0.0),
                    self._to_y(value),
                    f"{loss(value)} held-out",
                    colors.curve_held_out,
                )
            )
        self._draw_end_labels(painter, ends)

    def _draw_end_labels(self, painter: QPainter, ends: list[tuple[float, float, str, str]]) -> None:
        """Beside the line ends, or above the upper and below the lower one where there is no room."""
        area, metrics = self._area(), QFontMetrics(font(12, 600))
        widest = max((metrics.horizontalAdvance(words) for _, _, words, _ in ends), default=0)
        beside = all(x + 12 + widest <= area.right() for x, _, _, _ in ends)
        ends = sorted(ends, key=lambda end: end[1])
        heights = [y for _, y, _, _ in ends]
        if not beside:
            heights = [y + (22 if number else -20) for number, y in enumerate(heights)]
        elif len(ends) == 2 and heights[1] - heights[0] < 18:
            middle = (heights[0] + heights[1]) / 2
            heights = [middle - 9, middle + 9]
        painter.setFont(font(12, 600))
        for (x, _, words, color), height in zip(ends, heights, strict=True):
            width = metrics.horizontalAdvance(words)
            left = x + 12 if beside else min(x - width / 2, area.right() - width)
            y = min(max(height, area.top() + 10), area.bottom() - 10)
            box = QRectF(left, y - 9, width + 1, 18)
            ground = QColor(theme().colors.card)
            ground.setAlphaF(0.82)
            painter.fillRect(box.adjusted(-3, 1, 3, -1), ground)
            painter.setPen(QColor(color))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _draw_drag(self, painter: QPainter) -> None:
        if self._drag is None:
            return
        colors, area = theme().colors, self._area()
        tint = QColor(colors.accent)
        tint.setAlphaF(0.14)
        first, last = sorted(self._drag)
        painter.fillRect(QRectF(first, area.top(), last - first, area.height()), tint)

    def _draw_hover(self, painter: QPainter) -> None:
        if self._hover is None or self._drag is not None or not 1 <= self._hover <= len(self._losses):
            return
        colors, area = theme().colors, self._area()
        x, value = self._to_x(self._hover), float(self._losses[self._hover - 1])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(colors.field), 1))
        painter.drawLine(QPointF(round(x), area.top()), QPointF(round(x), area.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        low, high = self.shown_losses
        y = self._to_y(value) if np.isfinite(value) and low <= value <= high else area.top()
        if np.isfinite(value):
            painter.setPen(QPen(QColor(colors.accent), 2.5))
            painter.setBrush(QColor(colors.card))
            painter.drawEllipse(QPointF(x, y), 5.5, 5.5)
        first, second = self.words_at(self._hover)
        metrics, small = QFontMetrics(font(12, 600)), QFontMetrics(font(12))
        width = max(metrics.horizontalAdvance(first), small.horizontalAdvance(second)) + 20
        left = x + 12 if x + 12 + width <= area.right() else x - 12 - width
        box = QRectF(round(left) + 0.5, round(min(max(y - 52, area.top()), area.bottom() - 46)) + 0.5, width, 44)
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.setBrush(QColor(colors.card))
        painter.drawRoundedRect(box, 7, 7)
        painter.setPen(QColor(colors.text))
        painter.setFont(font(12, 600))
        painter.drawText(box.adjusted(10, 5, 0, -21), int(Qt.AlignmentFlag.AlignVCenter), first)
        painter.setPen(QColor(colors.mut))
        painter.setFont(font(12))
        painter.drawText(box.adjusted(10, 21, 0, -5), int(Qt.AlignmentFlag.AlignVCenter), second)

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
        area = self._area()
        if not len(self._losses) or not area.adjusted(-6, -6, 6, 6).contains(QPointF(x, y)):
            return None
        reach = max((self._x[1] - self._x[0]) / area.width(), 0.5)
        at = self._to_update(x)
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
        area = self._area()
        if self._drag is not None:
            self._drag = (self._drag[0], min(max(at.x(), area.left()), area.right()))
        hover = self.hover_at(at.x(), at.y())
        over = self._flag_at(event.position().toPoint())
        self.setToolTip(over.detail or over.words if over else "")
        self.point_at(hover)
        if self._drag is not None:
            self.viewport().update()

    def _flag_at(self, at: QPoint) -> Flag | None:
        top = _TOP - HEIGHT - 8
        if not top <= at.y() <= top + HEIGHT:
            return None
        placed = zip(self._seen, self._places, strict=True)
        return next((flag for flag, place in placed if place.left <= at.x() <= place.left + place.width), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._area().contains(event.position()):
            self._drag = (event.position().x(), event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        drag, self._drag = self._drag, None
        if drag is not None and abs(drag[1] - drag[0]) >= 6:
            self.look_closer(self._to_update(drag[0]), self._to_update(drag[1]))
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
