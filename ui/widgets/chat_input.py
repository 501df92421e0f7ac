"""Where a question is typed, and how both models answer it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.state.tongue import tr
from ui.state.try_it import DICE, LENGTHS, Settings
from ui.theme import font
from ui.widgets.basics import (
    Card,
    Elided,
    IconLabel,
    caption,
    column,
    link_button,
    primary_button,
    row,
    secondary_button,
)
from ui.widgets.segments import Segments

_LARGEST_SEED = 2**31 - 1


class _Field(QPlainTextEdit):
    """Ctrl+Enter asks."""

    sent = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class ChatInput(QWidget):
    """`asked` carries the question; it is stopped by the same button."""

    asked = Signal(str)
    stop_asked = Signal()
    settings_chosen = Signal(object)
    """The new Settings."""

    def __init__(self) -> None:
        super().__init__()
        self._settings = Settings()
        self.field = _Field()
        self.field.setPlaceholderText(tr("Ask something of your own …"))
        self.field.setAccessibleName(tr("Your question"))
        self.field.setTabChangesFocus(True)
        self.field.setFont(font(14))
        self.field.setFixedHeight(52)
        self.field.sent.connect(self._send)
        self.ask = primary_button(tr("Ask both"), "arrow-right", 38)
        self.ask.setToolTip(tr("Ask both (Ctrl+Enter)"))
        self.ask.clicked.connect(self._send)
        self.stop = secondary_button(tr("Stop"), "square", 38)
        self.stop.clicked.connect(self.stop_asked)
        self.stop.hide()
        line = row(self.field, caption("Ctrl+Enter"), self.ask, self.stop, spacing=12)
        line.setStretchFactor(self.field, 1)
        self.words = Elided("", 12, tone="mut")
        self.change = link_button(tr("Change"))
        self.change.setAccessibleName(tr("Change how they answer"))
        self.change.clicked.connect(self._unfold)
        below = row(IconLabel("sliders", "mut", 16), self.words, self.change, None, spacing=8)
        self._folded = self._make_settings()
        self._folded.hide()
        self.setLayout(column(line, below, self._folded, spacing=6))

    def _make_settings(self) -> Card:
        self.dice = Segments(tr("Words"), tuple((key, tr(word)) for key, word, _ in DICE), DICE[0][0])
        self.dice.chosen.connect(self._choose_dice)
        lengths = tuple((str(each), f"{each:,}") for each in LENGTHS)
        self.length = Segments(tr("Longest answer in tokens"), lengths, str(self._settings.max_new_tokens))
        self.length.chosen.connect(lambda key: self._choose(max_new_tokens=int(key)))
        self.seed = QLineEdit("0")
        self.seed.setAccessibleName(tr("Seed: another number draws other words"))
        self.seed.setFixedSize(90, 30)
        self.seed.editingFinished.connect(self._choose_seed)
        card = Card()
        card.setLayout(
            row(
                caption(tr("Words")),
                self.dice,
                12,
                caption(tr("Longest answer")),
                self.length,
                12,
                caption(tr("Seed")),
                self.seed,
                None,
                spacing=8,
                margins=(14, 7, 14, 7),
            )
        )
        return card

    def _unfold(self) -> None:
        self._folded.setVisible(self._folded.isHidden())
        self.change.set_text(tr("Change") if self._folded.isHidden() else tr("Fold away"))

    def _choose_dice(self, key: str) -> None:
        self._choose(temperature=next(value for each, _, value in DICE if each == key))

    def _choose_seed(self) -> None:
        text = self.seed.text().strip()
        if text.isdecimal():
            self._choose(seed=min(int(text), _LARGEST_SEED))
        self.seed.setText(str(self._settings.seed))

    def _choose(self, **changes: float) -> None:
        self._settings = Settings(**{**vars(self._settings), **changes})
        self.settings_chosen.emit(self._settings)

    def _send(self) -> None:
        text = self.field.toPlainText().strip()
        if text and self.ask.isEnabled():
            self.field.clear()
            self.asked.emit(text)

    def show_state(self, settings: str, *, answering: bool, why_not: str) -> None:
        """The settings in words; whether they answer now, else why they cannot be asked."""
        self.words.setText(why_not or settings)
        self.stop.setVisible(answering)
        self.ask.setVisible(not answering)
        self.ask.setEnabled(not why_not)
