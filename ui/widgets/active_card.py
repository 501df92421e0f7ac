"""The run at work, as a card: how far, when it finishes, how the loss goes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from ui.state.home import ActiveCard
from ui.state.tongue import tr
from ui.widgets.basics import (
    Bar,
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    column,
    icon_button,
    row,
    secondary_button,
)
from ui.widgets.chip import chip_for
from ui.widgets.run_rows import menu_of
from ui.widgets.sparkline import Sparkline


class ActiveCardWidget(Card):
    """Pause and Open are its buttons; the rest is in a menu."""

    asked = Signal(str, str)
    """The run, and what: "clone", "move" or "move with model"."""
    open_asked = Signal(str)
    command_asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("plain")
        self._shown: ActiveCard | None = None
        self._title = Elided("", 16, 600)
        self._chip = chip_for("running")
        self._about = Elided("", 12, 400, "mut")
        self._command = secondary_button(tr("Pause"), "pause", 28)
        self._open = secondary_button(tr("Open"), "chevron-right", 28)
        self.more = icon_button("ellipsis", tr("More"))
        self.more.clicked.connect(lambda: self._menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        top = row(self._title, 11, self._chip, 10, self._about, None, self._command, 10, self._open, 4, self.more)
        top.setStretchFactor(self._about, 1)
        self._percent = Label("", 26, 600)
        self._progress = body("", 500)
        self._finish = caption()
        far = row(self._percent, 16, column(None, self._progress, 2, self._finish, None), None)
        self._bar = Bar(8)
        self._bar.setAccessibleName(tr("How much is done"))
        left = column(far, 9, self._bar)
        self._loss_name = caption()
        self._loss = Label("", 15, 600)
        self._was = caption()
        self._note = caption()
        numbers = column(self._loss_name, 1, row(self._loss, 8, self._was, None), 1, self._note, None)
        self._spark = Sparkline(190, 56, 1.8)
        middle = row(left, 26, numbers, 24, self._spark)
        middle.setStretchFactor(left, 1)
        self._icon = IconLabel("circle-check", "ok", 16)
        self._sentence = Elided()
        self._saved = caption()
        below = row(self._icon, 8, self._sentence, 12, self._saved)
        below.setStretchFactor(self._sentence, 1)
        self.setLayout(column(top, 8, middle, 10, below, margins=(18, 13, 14, 12)))
        self._open.clicked.connect(self._opened)
        self._command.clicked.connect(self._commanded)

    def render_card(self, shown: ActiveCard) -> None:
        """Show this run."""
        self._shown = shown
        self._title.setText(shown.title)
        self.more.setAccessibleName(tr("More about {name}", name=shown.title))
        chip_for(shown.state, self._chip)
        self._about.setText(shown.about)
        self._command.setVisible(shown.command is not None)
        if shown.command is not None:
            self._command.set_text(shown.command_words)
            self._command.set_icon(shown.command_icon)
        self._percent.setText(shown.percent)
        self._percent.setVisible(bool(shown.percent))
        self._progress.setText(shown.progress)
        self._finish.setText(shown.finish)
        self._finish.setVisible(bool(shown.finish))
        self._bar.set_share(shown.share)
        self._loss_name.setText(shown.loss_name)
        self._loss.setText(shown.loss)
        self._was.setText(shown.loss_was)
        self._note.setText(shown.loss_note)
        self._spark.set_values(shown.curve)
        self._icon.set_icon(shown.sentence_icon, shown.sentence_tone)
        self._sentence.setText(shown.sentence)
        self._saved.setText(shown.saved)

    def _menu(self) -> QMenu:
        entries = (
            ("clone", tr("New run with these settings")),
            None,
            ("move", tr("Move this run…")),
            ("move with model", tr("Move it with its model…")),
        )
        return menu_of(self, self._ask, entries)

    def _ask(self, what: str) -> None:
        if self._shown:
            self.asked.emit(self._shown.name, what)

    def _opened(self) -> None:
        if self._shown:
            self.open_asked.emit(self._shown.name)

    def _commanded(self) -> None:
        if self._shown and self._shown.command:
            self.command_asked.emit(self._shown.name, self._shown.command)
