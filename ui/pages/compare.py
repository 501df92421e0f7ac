"""Compare: two to eight runs over each other, what differs between them, and whether it matters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ui.state.compare import MOST, CompareView, Curve
from ui.state.tongue import tr
from ui.theme import theme
from ui.widgets.basics import (
    Card,
    IconLabel,
    Label,
    body,
    caption,
    card_title,
    column,
    link_button,
    row,
    secondary_button,
)
from ui.widgets.compare_plot import ComparePlot
from ui.widgets.compare_table import CompareTable
from ui.widgets.page import Headline, scrolling
from ui.widgets.segments import Segments

_TITLES: dict[Curve, Callable[[], str]] = {
    "held-out": lambda: tr("Held-out loss"),
    "each update": lambda: tr("Loss of each update, averaged"),
}


class ComparePage(QWidget):
    """Shows what `ui.state.compare` says."""

    added = Signal(str)
    row_asked = Signal(str, str)
    """The run, and what: "open", "hide" or "remove"."""
    across_chosen = Signal(str)
    curve_chosen = Signal(str)
    every_setting_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: CompareView | None = None
        self.add = secondary_button(tr("Add a run"), "plus")
        self.add.clicked.connect(lambda: self.menu().popup(self.add.mapToGlobal(QPoint(0, self.add.height()))))
        self.save = secondary_button(tr("Save picture"), "image")
        self.save.clicked.connect(self._choose_file)
        self.headline = Headline(self.add, self.save)
        self.across = Segments(
            tr("Across"),
            (
                ("progress", tr("Progress")),
                ("updates", tr("Updates")),
                ("tokens", tr("Tokens")),
                ("hours", tr("Hours")),
            ),
            "progress",
        )
        self.across.chosen.connect(self.across_chosen)
        self.curve = Segments(
            tr("Loss"), (("held-out", tr("Held-out")), ("each update", tr("Each update"))), "held-out"
        )
        self.curve.chosen.connect(self.curve_chosen)
        self._plot_title, self._plot_note = card_title(_TITLES["held-out"]()), caption()
        self.plot = ComparePlot()
        self._plot_card = Card()
        head = row(self._plot_title, 12, self._plot_note, None, self.across, 12, self.curve)
        inside = column(head, 4, self.plot, margins=(16, 11, 14, 6))
        inside.setStretchFactor(self.plot, 1)
        self._plot_card.setLayout(inside)
        self.table = CompareTable()
        self.table.asked.connect(self.row_asked)
        self._table_card = Card()
        self._same = caption()
        self.every = link_button(tr("Show all settings"))
        self.every.clicked.connect(self.every_setting_asked)
        top = row(card_title(tr("Only what differs")), 12, self._same, None, self.every)
        self._area = scrolling(self.table, horizontal=True)
        self._table_card.setLayout(column(top, 4, self._area, margins=(18, 11, 14, 8)))
        self._verdict_card = Card("ground-info")
        self._verdict_icon = IconLabel("info", "accent", 20)
        self._verdict, self._verdict_line = body("", 600), Label("").wrapped()
        words = column(self._verdict, 2, self._verdict_line)
        self._verdict_card.setLayout(row(column(self._verdict_icon, None), 12, words, margins=(16, 9, 14, 9)))
        whole = column(self.headline, 13, self._plot_card, 14, self._table_card, 14, self._verdict_card)
        whole.setStretchFactor(self._plot_card, 1)
        whole.addStretch(0)
        self.setLayout(whole)

    def show_view(self, view: CompareView) -> None:
        """Show this."""
        self._view = view
        self.headline.say(view.headline, view.line)
        self.plot.show_series(view.series, view.across)
        self.curve.choose(view.curve)
        self._plot_title.setText(_TITLES[view.curve]())
        note = tr("lower is better; across: {what}", what=view.across_words)
        self._plot_note.setText(view.too_few or note)
        self._plot_note.setToolTip(note)
        several = len(view.rows) > 0
        self._table_card.setVisible(several)
        self.save.setVisible(bool(view.series))
        self.table.show_rows(view.columns, view.rows)
        self._area.setFixedHeight(min(27 + 35 * len(view.rows) + 12, 240))
        self._same.setText(view.same)
        self.every.setVisible(len(view.rows) > 1)
        self.add.setEnabled(bool(view.others) and len(view.rows) < MOST)
        self.add.setToolTip(tr("Eight runs at most") if len(view.rows) >= MOST else "")
        self._verdict_card.setVisible(view.verdict is not None)
        if view.verdict is not None:
            self._verdict.setText(view.verdict.title)
            self._verdict_line.setText(view.verdict.line)
            self._verdict_icon.set_icon("circle-check" if view.verdict.certain else "info", "accent")

    def show_every(self, every: bool) -> None:
        """The words on the link below the plot."""
        self.every.set_text(tr("Show only what differs") if every else tr("Show all settings"))

    def menu(self) -> QMenu:
        """The runs that can be added, newest first."""
        menu = QMenu(self)
        for name, title in (self._view.others if self._view else ())[:30]:
            menu.addAction(title).triggered.connect(lambda _=False, name=name: self.added.emit(name))
        return menu

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save picture"), "compare.png", tr("Picture (*.png);;Vector picture (*.svg)")
        )
        if chosen:
            self.save_picture(Path(chosen))

    def save_picture(self, path: Path) -> None:
        """The plot as PNG, twice as fine as on the screen, or as SVG."""
        rect = QRectF(self.plot.rect())
        if path.suffix.lower() == ".svg":
            drawing = QSvgGenerator()
            drawing.setFileName(str(path))
            drawing.setViewBox(rect)
            self._draw(drawing, rect)
            return
        picture = QPixmap(self.plot.size() * 2)
        picture.setDevicePixelRatio(2)
        self._draw(picture, rect)
        picture.save(str(path))

    def _draw(self, on: QSvgGenerator | QPixmap, rect: QRectF) -> None:
        painter = QPainter(on)
        painter.fillRect(rect, QColor(theme().colors.card))
        self.plot.draw(painter, rect)
        painter.end()
