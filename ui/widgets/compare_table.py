"""The runs that are compared, one in a line: how its curve looks, what differs, how it ended."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.state.compare import CompareRow
from ui.state.tongue import tr
from ui.theme import font, theme
from ui.widgets.basics import Card, Elided, body, caption, icon_button, row, secondary_button
from ui.widgets.chip import chip_for
from ui.widgets.compare_plot import draw_marker, pen_of

_SETTINGS_FIRST = 4


class LineSample(QWidget):
    """A short piece of a run's line with its marker."""

    def __init__(self) -> None:
        super().__init__()
        self._style = 0
        self.setFixedSize(36, 16)
        theme().changed.connect(self.update)

    def set_style(self, style: int) -> None:
        """Of another run."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(36, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen_of(self._style))
        painter.drawLine(QPointF(1, 8), QPointF(35, 8))
        draw_marker(painter, self._style, QPointF(18, 8), 4.2)


class CompareTable(QWidget):
    """Made anew whenever what it shows changes: eight lines at most."""

    asked = Signal(str, str)
    """The run, and what: "open", "hide" or "remove"."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, ...], tuple[CompareRow, ...]] | None = None
        self._inside: QWidget | None = None
        self.setLayout(row())

    def show_rows(self, columns: tuple[str, ...], rows: tuple[CompareRow, ...]) -> None:
        """Show these runs, each with a value for every column."""
        if (columns, rows) == self._shown:
            return
        focus = self._focused()
        self._shown = (columns, rows)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._table(columns, rows)
        self.layout().addWidget(self._inside)
        again = self.findChild(QWidget, focus) if focus else None
        if again is not None:
            again.setFocus()

    def _focused(self) -> str:
        here = self.focusWidget()
        return here.objectName() if here is not None and here.hasFocus() else ""

    def _table(self, columns: tuple[str, ...], rows: tuple[CompareRow, ...]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        settings, results = _places(len(columns))
        heads = [
            *((name, settings + number) for number, name in enumerate(columns)),
            *((name, results + number) for number, name in enumerate(_results())),
        ]
        run = caption(tr("Run"), 600)
        grid.addWidget(run, 0, 0, 1, 3)
        for name, at in heads:
            head = caption(name, 600)
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(head, 0, at)
        grid.setRowMinimumHeight(0, 26)
        for line, shown in enumerate(rows, start=1):
            grid.setRowMinimumHeight(line, 34)
            self._fill(grid, line, shown, len(columns))
        inside.setLayout(grid)
        return inside

    def _fill(self, grid: QGridLayout, line: int, shown: CompareRow, columns: int) -> None:
        eye = icon_button("eye" if shown.visible else "circle", "", 26)
        word = tr("Hide {name}") if shown.visible else tr("Show {name}")
        eye.setAccessibleName(word.format(name=shown.title))
        eye.setToolTip(word.format(name=shown.title))
        eye.setObjectName(f"hide {shown.name}")
        eye.clicked.connect(lambda: self.asked.emit(shown.name, "hide"))
        sample = LineSample()
        sample.set_style(shown.style)
        said = Elided(shown.title, 13, 600)
        said.set_minimum(150)
        name = row(said, spacing=8)
        if shown.is_best:
            chip = chip_for("finished")
            chip.show_state("circle-check", tr("Best"), "ok")
            name.addWidget(chip)
        name.addStretch(1)
        grid.addWidget(eye, line, 0)
        grid.addWidget(sample, line, 1)
        grid.addLayout(name, line, 2)
        settings, results = _places(columns)
        for number, (value, differs) in enumerate(shown.settings):
            grid.addWidget(_value(value, differs), line, settings + number)
        for number, (value, weight) in enumerate(((shown.best, 600), (shown.updates, 400), (shown.took, 400))):
            label = body(value, weight)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, line, results + number)
        opened = secondary_button(tr("Open"), height=28)
        opened.setAccessibleName(tr("Open {name}", name=shown.title))
        opened.setObjectName(f"open {shown.name}")
        opened.clicked.connect(lambda: self.asked.emit(shown.name, "open"))
        gone = icon_button("x", tr("Take {name} out", name=shown.title))
        gone.setObjectName(f"remove {shown.name}")
        gone.clicked.connect(lambda: self.asked.emit(shown.name, "remove"))
        grid.addLayout(row(opened, 6, gone), line, 6 + columns)


def _results() -> tuple[str, ...]:
    return tr("Best held-out loss"), tr("Updates"), tr("Took")


def _places(columns: int) -> tuple[int, int]:
    """Where settings and where results begin: results come first where settings would push them out of sight."""
    return (3, 3 + columns) if columns <= _SETTINGS_FIRST else (6, 3)


def _value(value: str, differs: bool) -> QWidget:
    label = Elided(value, 13, 600 if differs else 400, "text" if differs else "mut")
    label.setFont(font(13, 600 if differs else 400))
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setMaximumWidth(150)
    label.set_minimum(130)
    cell = Card("ground-info") if differs else QWidget()
    cell.setLayout(row(label, margins=(8, 3, 8, 3)))
    cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return cell
