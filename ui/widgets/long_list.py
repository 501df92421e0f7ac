"""A list of any length with as many row widgets as can be seen; Up and Down move between rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

GUTTER = 14
"""Beside the rows, for the scroll bar, whether or not it is there."""
ROWS_AT_ONCE = 4
"""Widgets made before the window may breathe again."""
T = TypeVar("T", contravariant=True)


class RowWidget(Protocol[T]):
    """What shows one item."""

    def render_row(self, shown: T) -> None:
        """Show this item."""
        ...


class LongList(QScrollArea, Generic[T]):
    """Row widgets are used again for other items while one scrolls."""

    def __init__(self, make: Callable[[], RowWidget[T]], row_height: int, name: str) -> None:
        super().__init__()
        self._make, self._row_height = make, row_height
        self._items: Sequence[T] = ()
        self.rows: list[RowWidget[T]] = []
        """Item i is shown by row i modulo their number."""
        self._inside = QWidget()
        self._inside.setProperty("scrolled", "true")
        self.setAccessibleName(name)
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(row_height)
        self.verticalScrollBar().valueChanged.connect(self._place)

    def show_items(self, items: Sequence[T]) -> None:
        """Show these."""
        self._items = items
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = steps.get(Qt.Key(event.key()))
            if step and not event.modifiers() and watched in self.rows:
                self._focus(self._index_of(self.rows.index(watched)) + step)  # type: ignore[arg-type]
                return True
        return super().eventFilter(watched, event)

    def _first(self) -> int:
        return self.verticalScrollBar().value() // self._row_height

    def _index_of(self, row: int) -> int:
        first = self._first()
        return first + (row - first) % len(self.rows)

    def _focus(self, index: int) -> None:
        if not 0 <= index < len(self._items):
            return
        top = index * self._row_height
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(max(top + self._row_height - height, min(bar.value(), top)))
        self._widget(index % len(self.rows)).setFocus(Qt.FocusReason.TabFocusReason)

    def _widget(self, row: int) -> QWidget:
        widget = self.rows[row]
        assert isinstance(widget, QWidget)
        return widget

    def _place(self) -> None:
        width, height = self.width() - GUTTER, len(self._items) * self._row_height
        if (self._inside.width(), self._inside.height()) != (width, height):
            self._inside.resize(width, height)
        wanted = min(len(self._items), self.viewport().height() // self._row_height + 2)
        for _ in range(min(wanted - len(self.rows), ROWS_AT_ONCE)):
            made = self._make()
            assert isinstance(made, QWidget)
            made.setParent(self._inside)
            made.installEventFilter(self)
            self.rows.append(made)
        if len(self.rows) < wanted:
            QTimer.singleShot(0, self._place)
        for row in range(len(self.rows)):
            index, widget = self._index_of(row), self._widget(row)
            if index < len(self._items):
                widget.setGeometry(0, index * self._row_height, width, self._row_height)
                self.rows[row].render_row(self._items[index])
            widget.setVisible(index < len(self._items))
