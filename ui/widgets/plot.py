"""The loss plot: marks on and around the curves, and what the hand can do. Imported only when a run is first shown,
since pyqtgraph takes a third of a second to come."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.state.flags import Flag
from ui.state.tongue import tr
from ui.state.words import count, loss
from ui.theme import theme
from ui.widgets import plot_paint as paint
from ui.widgets.flags import HEIGHT, Place, flag_width, place_flags
from ui.widgets.frame import scaled
from ui.widgets.plot_curves import TOP, LossCurves
from ui.widgets.plot_paint import FLAGS_ABOVE, LineEnd

_DRAGGED = 6
"""Pixels from which on a press and a release are no click."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ZOOMS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Equal: 0.5, Qt.Key.Key_Minus: 2.0}
_PANS = {Qt.Key.Key_PageUp: -0.5, Qt.Key.Key_PageDown: 0.5}


class LossPlot(LossCurves):
    """Every update, smoothed, held-out checks and events, from 0 to the planned end.

    Drag to look closer, with Shift to move sideways; Ctrl and the wheel do the same. Double-click or `show_all` for
    everything; the view stays while data arrive. A click or Enter chooses an update. Left and right arrows go from
    update to update, + and - look closer and further, Page up and down move.
    """

    pointed = Signal(object)
    """The update whose numbers are shown, or None."""
    chosen = Signal(int)
    """The update that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._seen: list[Flag] = []
        self._places: list[Place] = []
        self._hover: int | None = None
        self._choice: int | None = None
        self._drag: tuple[float, float] | None = None
        self._grip: float | None = None
        """Where a move sideways was last, in pixels."""
        super().__init__(parent)

    def forget(self) -> None:
        self._hover = self._choice = self._drag = None
        super().forget()

    def _drawn(self) -> None:
        self._place_flags()

    def _place_flags(self) -> None:
        seen = [flag for flag in self._flags if self.frame.holds(flag.update)]
        area = self.frame.area
        lines = [self.frame.x(flag.update) for flag in seen]
        places = place_flags(lines, [flag_width(flag) for flag in seen], area.left() - 36, area.right() + 10)
        self._seen, self._places = seen, places

    # Painting

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        super().drawBackground(painter, rect)
        painter.save()
        paint.draw_grid(painter, self.frame, numbered=self._y is not None)
        paint.draw_bands(painter, self.frame, self._seen)
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        super().drawForeground(painter, rect)
        frame = self.frame
        painter.save()
        if len(self._losses) < self._planned <= frame.updates[1]:
            paint.draw_planned_end(painter, frame, self._planned)
        paint.draw_flags(painter, frame, self._seen, self._places)
        paint.draw_saves(painter, frame, self._saves)
        paint.draw_not_finite(painter, frame, self._missing)
        paint.draw_above(painter, frame, self._above)
        paint.draw_diamonds(painter, frame, self._held_out)
        newest, check = self._newest_smoothed(), self._newest_check()
        if newest is not None:
            paint.draw_dot(painter, frame, newest)
        paint.draw_line_ends(painter, frame, [end for end in (newest, check) if end is not None])
        if self._choice is not None and frame.holds(self._choice) and self._choice <= len(self._losses):
            value = float(self._losses[self._choice - 1])
            words = tr("Update {choice}: {value}", choice=count(self._choice), value=loss(value))
            paint.draw_chosen(painter, frame, self._choice, value, words)
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
        words = tr("now") if self._at_work and len(self._losses) < self._planned else tr("at the end")
        return LineEnd(place + 1, value, f"{loss(value)} {words}", theme().colors.curve_smooth)

    def _newest_check(self) -> LineEnd | None:
        """The last check on held-out rows, where it is in view."""
        if not self._held_out or not self.frame.holds(self._held_out[-1][0]):
            return None
        update, value = self._held_out[-1]
        return LineEnd(update, value, tr("{value} held-out", value=loss(value)), theme().colors.curve_held_out)

    def point_at(self, update: int | None) -> None:
        """Ring this update and show its numbers; None takes them away."""
        if update != self._hover:
            self._hover = update
            self.viewport().update()
            self.pointed.emit(update)

    @property
    def pointed_at(self) -> int | None:
        """The update whose numbers are shown."""
        return self._hover

    def choose(self, update: int | None) -> None:
        """Ring the update whose rows are shown; None takes the ring away."""
        self._choice = update
        if update is not None and not self.frame.holds(update):
            first, last = self.shown_updates
            self._window.pan((update - (first + last) / 2) / (last - first))
            self._look_anew(same_scale=True)
        self.viewport().update()

    @property
    def choice(self) -> int | None:
        """The update that has the ring."""
        return self._choice

    def words_at(self, update: int) -> tuple[str, str]:
        """The exact numbers of an update, in two lines."""
        value = float(self._losses[update - 1])
        held_out = next(
            (tr(", held-out {number}", number=loss(number)) for at, number in self._held_out if at == update), ""
        )
        if update in self._skipped:
            return tr("Update {update}", update=count(update)), tr("no row had anything to learn")
        usual = float(self._smoothed[update - 1])
        saved = tr(", saved") if update in self._saves else ""
        return tr("Update {update}: {value}", update=count(update), value=loss(value)), tr(
            "smoothed {usual}{held_out}{saved}", usual=loss(usual), held_out=held_out, saved=saved
        )

    # Mouse and keys

    def hover_at(self, x: float, y: float) -> int | None:
        """The update under a point: of all behind that pixel, the one whose loss is nearest to the point."""
        area = self.frame.area
        if not len(self._losses) or not area.adjusted(-6, -6, 6, 6).contains(QPointF(x, y)):
            return None
        first, last = self.shown_updates
        reach = max((last - first) / area.width(), 0.5)
        at = self.frame.update_at(x)
        first, last = round(max(at - reach, 1)), round(min(at + reach, len(self._losses)))
        if last < 1 or first > len(self._losses):
            return None if first > len(self._losses) + 8 * reach else len(self._losses)
        behind = self._losses[first - 1 : max(last, first)]
        low, high = self.shown_losses
        seen = np.where(np.isfinite(behind), np.clip(behind, low, high), low)
        away = np.abs(scaled(seen, log=self._log) - self.frame.scaled_at(y))
        return first + int(np.argmin(away))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, area = event.position(), self.frame.area
        if self._grip is not None:
            self.pan((self._grip - at.x()) / area.width())
            self._grip = at.x()
            return
        if self._drag is not None:
            self._drag = (self._drag[0], min(max(at.x(), area.left()), area.right()))
            self.viewport().update()
        over = self._flag_at(at.toPoint())
        self.setToolTip(over.detail or over.words if over else "")
        self.point_at(self.hover_at(at.x(), at.y()))

    def _flag_at(self, at: QPoint) -> Flag | None:
        top = TOP - FLAGS_ABOVE
        if not top <= at.y() <= top + HEIGHT:
            return None
        placed = zip(self._seen, self._places, strict=True)
        return next((flag for flag, place in placed if place.left <= at.x() <= place.left + place.width), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.frame.area.contains(event.position()):
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.is_zoomed:
            self._grip = event.position().x()
        else:
            self._drag = (event.position().x(), event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag, self._grip = self._drag, None, None
        if drag is not None and abs(drag[1] - drag[0]) >= _DRAGGED:
            self.look_closer(self.frame.update_at(drag[0]), self.frame.update_at(drag[1]))
        elif drag is not None:
            self._choose_at(self.hover_at(event.position().x(), event.position().y()))
        self.viewport().update()

    def _choose_at(self, update: int | None) -> None:
        if update is not None:
            self.choose(update)
            self.chosen.emit(update)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self._drag = None
        self.show_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned.y():
            self.zoom(0.8 ** (turned.y() / 120), self.frame.update_at(event.position().x()))
        elif self.is_zoomed and (turned.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.pan(-0.1 * (turned.x() or turned.y()) / 120)
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and len(self._losses):
            by = _STEPS[key] * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            start = self._hover if self._hover is not None else len(self._losses) - by
            self.point_at(min(max(start + by, 1), len(self._losses)))
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key], self._hover)
        elif key in _PANS and self.is_zoomed:
            self.pan(_PANS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hover is not None:
            self._choose_at(self._hover)
        elif key == Qt.Key.Key_Escape and (self.is_zoomed or self._hover is not None):
            self.point_at(None)
            self.show_all()
        else:
            event.ignore()
