"""Up to eight curves over each other, told apart by colour, dash and marker, each with its name at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.state import words
from ui.state.compare import Across, Series
from ui.state.tongue import tr
from ui.theme import font, theme
from ui.widgets.ticks import round_step, ticks, written

_LEFT, _TOP, _BOTTOM, _LABELS, _LINE_HEIGHT = 62.0, 14.0, 30.0, 206.0, 22.0
_NEAR = 60.0
_MARKED = 40
"""Points up to which each gets its marker."""
_DASHES: tuple[list[float], ...] = ([], [5, 2.5], [5, 2, 1, 2], [1.5, 1.8])


def pen_of(style: int, width: float = 2.0) -> QPen:
    """The line of a run: the colours in order, from the fifth on with another dash."""
    colors = theme().colors.runs
    pen = QPen(QColor(colors[style % len(colors)]), width)
    dash = _DASHES[(style + style // len(colors)) % len(_DASHES)]
    if dash:
        pen.setDashPattern(dash)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def draw_marker(painter: QPainter, style: int, at: QPointF, size: float = 3.6) -> None:
    """● ◆ ■ ▼ in the colour of a run."""
    colors = theme().colors.runs
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors[style % len(colors)]))
    x, y, s = at.x(), at.y(), size
    match style % 4:
        case 0:
            painter.drawEllipse(at, s, s)
        case 1:
            points = [(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]
            painter.drawPolygon(QPolygonF([QPointF(x + a * s, y + b * s) for a, b in points]))
        case 2:
            painter.drawRect(QRectF(x - s, y - s, 2 * s, 2 * s))
        case _:
            painter.drawPolygon(
                QPolygonF([QPointF(x + a * s, y + b * s) for a, b in ((-1.2, -1), (1.2, -1), (0, 1.2))])
            )


@dataclass(frozen=True)
class _Axes:
    area: QRectF
    xs: tuple[float, float]
    ys: tuple[float, float]

    def at(self, x: float, y: float) -> QPointF:
        """In pixels."""
        across = (x - self.xs[0]) / (self.xs[1] - self.xs[0])
        up = (y - self.ys[0]) / (self.ys[1] - self.ys[0])
        return QPointF(self.area.left() + across * self.area.width(), self.area.bottom() - up * self.area.height())


class ComparePlot(QWidget):
    """Draws what it is given; the pointer reads exact values."""

    def __init__(self) -> None:
        super().__init__()
        self._series: tuple[Series, ...] = ()
        self._across: Across = "progress"
        self._axes: _Axes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Curves of the runs"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(700, 330)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 180)

    def show_series(self, series: tuple[Series, ...], across: Across) -> None:
        """Show these curves."""
        if (series, across) == (self._series, self._across):
            return
        self._series, self._across = series, across
        said = [f"{each.title} {each.label}" for each in series if each.ys]
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self.draw(painter, QRectF(self.rect()))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """The plot in `rect`, on a screen, a picture or a vector file."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = [each for each in self._series if each.xs]
        if not drawn:
            self._axes = None
            painter.setFont(font(13))
            painter.setPen(QColor(theme().colors.mut))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), tr("Nothing to draw yet."))
            return
        area = rect.adjusted(_LEFT, _TOP, -_LABELS, -_BOTTOM)
        low = min(min(each.ys) for each in drawn)
        high = max(max(each.ys) for each in drawn)
        room = (high - low) * 0.06 or 0.05
        first, last = min(each.xs[0] for each in drawn), max(each.xs[-1] for each in drawn)
        last = 1.0 if self._across == "progress" else last
        axes = _Axes(area, (min(0.0, first), last if last > first else first + 1.0), (low - room, high + room))
        self._axes = axes
        self._draw_grid(painter, axes)
        for each in drawn:
            self._draw_curve(painter, axes, each)
        self._draw_labels(painter, axes, drawn)

    def _draw_grid(self, painter: QPainter, axes: _Axes) -> None:
        colors, area = theme().colors, axes.area
        painter.setFont(font(12))
        step = round_step(axes.ys[1] - axes.ys[0], 5)
        for value in ticks(*axes.ys, 5):
            y = axes.at(axes.xs[0], value).y()
            painter.setPen(QPen(QColor(colors.grid), 1))
            painter.drawLine(QPointF(area.left() - 4, y), QPointF(area.right(), y))
            painter.setPen(QColor(colors.mut))
            at = QRectF(area.left() - _LEFT, y - 9, _LEFT - 10, 18)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), written(value, step))
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        write = _WRITTEN[self._across]
        across = [0, 0.25, 0.5, 0.75, 1.0] if self._across == "progress" else ticks(*axes.xs, 5)
        painter.setPen(QColor(colors.mut))
        for value in across:
            if axes.xs[0] <= value <= axes.xs[1]:
                x = axes.at(value, axes.ys[0]).x()
                at = QRectF(x - 50, area.bottom() + 6, 100, 18)
                painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), write(value))

    def _draw_curve(self, painter: QPainter, axes: _Axes, series: Series) -> None:
        points = [axes.at(x, y) for x, y in zip(series.xs, series.ys, strict=True)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen_of(series.style))
        painter.drawPolyline(QPolygonF(points))
        marked = points if len(points) <= _MARKED else points[-1:]
        for point in marked:
            draw_marker(painter, series.style, point)

    def _draw_labels(self, painter: QPainter, axes: _Axes, drawn: list[Series]) -> None:
        """Names beside line ends, pushed apart where they would touch, with a thin line to their end."""
        ends = sorted(((axes.at(each.xs[-1], each.ys[-1]), each) for each in drawn), key=lambda end: end[0].y())
        tops: list[float] = []
        for at, _ in ends:
            tops.append(max(at.y() - _LINE_HEIGHT / 2, tops[-1] + _LINE_HEIGHT if tops else 0.0))
        over = tops[-1] + _LINE_HEIGHT - axes.area.bottom()
        if over > 0:
            tops = [top - over for top in tops]
        left = axes.area.right() + 22
        painter.setFont(font(12, 600))
        for top, (at, series) in zip(tops, ends, strict=True):
            painter.setPen(pen_of(series.style, 1.0).color())
            if at.x() > axes.area.right() - _NEAR:  # a line across other curves would look like one
                painter.drawLine(at + QPointF(5, 0), QPointF(left - 4, top + _LINE_HEIGHT / 2))
            said = f"{series.label}  {series.title}"
            room = _LABELS - 26
            said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(left, top, room, _LINE_HEIGHT), int(Qt.AlignmentFlag.AlignVCenter), said)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        said = self._values_at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), said, self)

    def _values_at(self, at: QPointF) -> str:
        axes = self._axes
        if axes is None or not axes.area.contains(at):
            return ""
        x = axes.xs[0] + (at.x() - axes.area.left()) / axes.area.width() * (axes.xs[1] - axes.xs[0])
        lines = [_WRITTEN[self._across](x)]
        for each in self._series:
            if each.xs and each.xs[0] <= x <= each.xs[-1]:
                near = min(range(len(each.xs)), key=lambda i, each=each: abs(each.xs[i] - x))
                lines.append(f"{words.loss(each.ys[near])}  {each.title}")
        return "\n".join(lines)


def _tokens(value: float) -> str:
    for unit, size in (("B", 1e9), ("M", 1e6), ("k", 1e3)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value:.0f}"


_WRITTEN: dict[Across, Callable[[float], str]] = {
    "progress": words.percent,
    "updates": words.count,
    "tokens": _tokens,
    "hours": lambda value: words.duration(value * 3600) if value else "0",
}
