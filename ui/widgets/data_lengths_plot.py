"""How many rows have how many tokens, and the line where they are cut: dragged, or moved by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.state import words
from ui.state.data_lengths import SHORTEST, LengthsView
from ui.state.tongue import tr
from ui.theme import font, theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 14.0, 54.0, 44.0
_CUT = "#B25A00"
_REACH = 12.0
"""Pixels beside the line at which it can be grabbed."""


class LengthsPlot(QWidget):
    """`moved` while the line is dragged, `chosen` when it is let go."""

    moved = Signal(int)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._view: LengthsView | None = None
        self._at: int | None = None
        """Where the line is while it is dragged."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Where rows are cut, in tokens"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(600, 250)

    def show_lengths(self, view: LengthsView) -> None:
        """Show these."""
        if view != self._view:
            self._view = view
            self._at = None
            self.setAccessibleDescription(f"{view.cut_title}. {view.cut_line}")
            self.update()

    @property
    def cut_at(self) -> int:
        """Where the line is."""
        assert self._view is not None
        return self._at if self._at is not None else self._view.cut_at

    def x_of(self, tokens: float) -> float:
        """Pixels from the left for a number of tokens."""
        assert self._view is not None
        return _LEFT + (self.width() - _LEFT - _RIGHT) * min(1.0, tokens / self._view.most)

    def _tokens_at(self, x: float) -> int:
        assert self._view is not None
        share = (x - _LEFT) / (self.width() - _LEFT - _RIGHT)
        tokens = round(share * self._view.most)
        step = 1 if self._view.most < 256 else 8
        return max(SHORTEST, min(self._view.most, step * round(tokens / step)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._view and abs(event.position().x() - self.x_of(self.cut_at)) <= _REACH:
            self._move(self.cut_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._view is None:
            return
        near = self._at is not None or abs(event.position().x() - self.x_of(self.cut_at)) <= _REACH
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
        if self._at is not None:
            self._move(self._tokens_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        if self._at is not None and self._view is not None:
            at, self._at = self._at, None
            if at != self._view.cut_at:
                self.chosen.emit(at)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -8, Qt.Key.Key_PageUp: 8}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._view is None:
            super().keyPressEvent(event)
            return
        wide = 1 if self._view.most < 256 else 16
        self.chosen.emit(max(SHORTEST, min(self._view.most, self._view.cut_at + step * wide)))

    def _move(self, tokens: int) -> None:
        self._at = tokens
        self.moved.emit(tokens)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        view = self._view
        if view is None or not view.bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12))
        most = max(bar.rows for bar in view.bars)
        bottom = self.height() - _BOTTOM
        tall = bottom - _TOP
        self._paint_grid(painter, most, bottom, tall)
        colors = theme().colors
        cut_at = self.cut_at
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in view.bars:
            left, right = self.x_of(bar.from_tokens), self.x_of(bar.to_tokens + 1)
            high = max(2.0, tall * bar.rows / most) if bar.rows else 0.0
            is_cut = bar.to_tokens > cut_at
            painter.setBrush(QColor(_CUT if is_cut else colors.memory["weights"]))
            painter.drawRect(QRectF(left + 1, bottom - high, max(1.0, right - left - 2), high))
        painter.setPen(QPen(QColor(colors.text), 2 if not self.hasFocus() else 3))
        x = self.x_of(cut_at)
        painter.drawLine(QPointF(x, 14), QPointF(x, bottom))
        painter.setBrush(QColor(colors.card))
        painter.drawEllipse(QPointF(x, 12), 5, 5)
        self._paint_words(painter, x, view)

    def _paint_grid(self, painter: QPainter, most: int, bottom: float, tall: float) -> None:
        assert self._view is not None
        colors = theme().colors
        for rows in _ticks(most, 4):
            y = bottom - tall * rows / most
            painter.setPen(QColor(colors.grid))
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width() - _RIGHT, y))
            painter.setPen(QColor(colors.mut))
            painter.drawText(QRectF(0, y - 9, _LEFT - 8, 18), _AT_RIGHT, words.count(rows))
        for tokens in _ticks(self._view.most, 8):
            x = self.x_of(tokens)
            painter.drawText(QRectF(x - 40, bottom + 4, 80, 18), _CENTRED, words.count(tokens))
        painter.drawText(
            QRectF(_LEFT, bottom + 22, self.width() - _LEFT - _RIGHT, 18),
            _CENTRED,
            tr("tokens in a row (a token is about ¾ of a word)"),
        )

    def _paint_words(self, painter: QPainter, x: float, view: LengthsView) -> None:
        title = view.cut_title if self._at is None else tr("Cut at {number} tokens", number=words.count(self._at))
        line = view.cut_line if self._at is None else tr("Let go to see what it costs.")
        painter.setFont(font(12, 600))
        wide = max(QFontMetricsF(font(12, 600)).horizontalAdvance(each) for each in (title, line)) + 8
        left = x + 9 if x + 9 + wide < self.width() else x - 9 - wide
        area = QRectF(left, 16, wide, 34)
        ground = QColor(theme().colors.card)
        ground.setAlpha(225)
        painter.fillRect(area, ground)
        at = Qt.AlignmentFlag.AlignLeft if left > x else Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(theme().colors.text))
        painter.drawText(area.adjusted(0, 0, 0, -17), int(at | Qt.AlignmentFlag.AlignVCenter), title)
        painter.setFont(font(12))
        painter.setPen(QColor(theme().colors.mut))
        painter.drawText(area.adjusted(0, 17, 0, 0), int(at | Qt.AlignmentFlag.AlignVCenter), line)


_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter)


def _ticks(most: int, wanted: int) -> list[int]:
    """1, 2 or 5 times a power of ten apart, from 0 up to `most`, no more than wanted."""
    step = next(times * 10**power for power in range(12) for times in (1, 2, 5) if most / (times * 10**power) <= wanted)
    return list(range(0, most + 1, step))
