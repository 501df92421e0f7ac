"""Where the loss plot stands: an empty grid until pyqtgraph is there, which comes in slices once a run is shown."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QLineF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.lean import qt_name_by_name
from ui.theme import theme

if TYPE_CHECKING:
    from ui.widgets.plot import LossPlot


_NEEDED = ("multiprocessing.connection", "pydoc", "xml.etree.ElementTree", "PySide6.QtOpenGLWidgets", "PySide6.QtTest")
"""Imported by pyqtgraph: before it, so that it takes more than one turn."""


class _Grid(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(600, 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme().colors.grid), 1))
        for share in (0.1, 0.4, 0.7, 1.0):
            y = round(34 + share * (self.height() - 65)) + 0.5
            painter.drawLine(QLineF(52, y, self.width() - 14, y))


class PlotPlace(QStackedWidget):
    """`plot` is None until it was made, which `begin` sets off."""

    made = Signal()
    """`plot` is there."""

    def __init__(self) -> None:
        super().__init__()
        self.plot: LossPlot | None = None
        self._slices: list[Callable[[], object]] | None = None
        self.addWidget(_Grid())

    def begin(self) -> None:
        """Make the plot, one slice per turn of the event loop, where that has not begun yet."""
        if self._slices is None:
            needed = [partial(import_module, name) for name in _NEEDED]
            plot = partial(import_module, "ui.widgets.plot")
            self._slices = [*needed, _make_classes, _load_pyqtgraph, plot, self._make]
            self._go_on()

    def describe(self, words: str) -> None:
        """The plot as a sentence, for those who do not see it."""
        for number in range(self.count()):
            self.widget(number).setAccessibleDescription(words)

    def _go_on(self) -> None:
        if self._slices:
            QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        assert self._slices
        self._slices.pop(0)()
        self._go_on()

    def _make(self) -> None:
        from ui.widgets.plot import LossPlot

        self.plot = LossPlot()
        self.plot.setAccessibleDescription(self.currentWidget().accessibleDescription())
        self.addWidget(self.plot)
        self.setCurrentWidget(self.plot)
        gc.freeze()  # pyqtgraph stays
        self.made.emit()


def _make_classes() -> None:
    """Those of Qt that pyqtgraph's derive from: Qt makes a class for Python when it is first asked for."""
    for name in dir(QtWidgets):
        if name.startswith("QGraphics"):
            getattr(QtWidgets, name)


def _load_pyqtgraph() -> None:
    with qt_name_by_name():
        import_module("pyqtgraph")
