"""The plot to take along: copied or saved as a picture, its numbers as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ui.state.tongue import tr
from ui.widgets.basics import icon_button, row

if TYPE_CHECKING:
    from ui.widgets.plot import LossPlot

_SHARPNESS = 2
"""Pixels of a picture for one on the screen."""
_LINES_AT_ONCE = 4000


class PlotMenu(QWidget):
    """`plot` and `table` are set by whoever has them."""

    done = Signal(str)
    """What was done, in words."""
    failed = Signal(str, str)
    """Title and hint."""

    def __init__(self) -> None:
        super().__init__()
        self.plot: LossPlot | None = None
        self.name = "loss"
        """Proposed name of files."""
        self.table: Callable[[], Iterator[str]] = lambda: iter(())
        """Makes the lines of the table of numbers."""
        self.button = icon_button("share", tr("Copy or save this plot"), 30)
        self.menu = QMenu(self)
        self.actions_by_name: dict[str, QAction] = {}
        for name, words, action in (
            ("copy", tr("Copy as a picture"), self.copy),
            (
                "png",
                tr("Save as a picture (PNG)…"),
                lambda: self._ask(tr("PNG picture (*.png)"), ".png", self.save_png),
            ),
            (
                "svg",
                tr("Save as a drawing (SVG)…"),
                lambda: self._ask(tr("SVG drawing (*.svg)"), ".svg", self.save_svg),
            ),
            ("csv", tr("Save the numbers (CSV)…"), lambda: self._ask(tr("Table (*.csv)"), ".csv", self.save_csv)),
        ):
            self.actions_by_name[name] = self.menu.addAction(words, action)
        self.button.clicked.connect(lambda: self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft())))
        self.setLayout(row(self.button))

    def _ask(self, kinds: str, ending: str, save: Callable[[Path], None]) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save"), f"{self.name}{ending}", kinds)
        if not chosen:
            return
        path = Path(chosen)
        save(path if path.suffix else path.with_suffix(ending))

    def copy(self) -> None:
        """The plot as a picture, into the clipboard."""
        if self.plot is not None:
            QGuiApplication.clipboard().setImage(self._picture(self.plot))
            self.done.emit(tr("The plot was copied."))

    def _picture(self, plot: LossPlot) -> QImage:
        made = QImage(plot.size() * _SHARPNESS, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(_SHARPNESS)
        painter = QPainter(made)
        _paint(plot, painter)
        painter.end()
        return made

    def save_png(self, path: Path) -> None:
        """As it is on the screen, twice as sharp."""
        if self.plot is not None:
            self._tell(path, saved=self._picture(self.plot).save(str(path)))

    def save_svg(self, path: Path) -> None:
        """As lines and letters."""
        if self.plot is None:
            return
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(self.plot.size())
        drawing.setViewBox(QRect(0, 0, self.plot.width(), self.plot.height()))
        drawing.setTitle(self.name)
        painter = QPainter()
        began = painter.begin(drawing)
        if began:
            _paint(self.plot, painter)
            painter.end()
        self._tell(path, saved=began and path.is_file())

    def save_csv(self, path: Path) -> None:
        """Every update, some thousand lines at a time so that nobody waits; whole or not at all."""
        draft = path.with_name(f".{path.name}.part")
        lines = self.table()

        def go_on() -> None:
            try:
                piece = list(islice(lines, _LINES_AT_ONCE))
                with draft.open("a" if draft.exists() else "w", encoding="utf-8", newline="") as file:
                    file.writelines(piece)
                if len(piece) == _LINES_AT_ONCE:
                    QTimer.singleShot(0, go_on)
                    return
                draft.replace(path)
            except OSError as problem:
                draft.unlink(missing_ok=True)
                self._tell(path, saved=False, why=problem.strerror or "")
            else:
                self._tell(path, saved=True)

        draft.unlink(missing_ok=True)
        go_on()

    def _tell(self, path: Path, *, saved: bool, why: str = "") -> None:
        if saved:
            self.done.emit(tr("Saved as {name}.", name=path.name))
        else:
            self.failed.emit(
                tr("{name} could not be saved.", name=path.name), f"{why}." if why else tr("Choose another folder.")
            )


def _paint(plot: LossPlot, painter: QPainter) -> None:
    """All of it, without the numbers that are pointed at."""
    plot.point_at(None)
    plot.render(painter, QRectF(plot.rect()), plot.rect())
