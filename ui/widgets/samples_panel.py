"""The run's prompts and how the answers changed while it learned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.state.run_actions import Action
from ui.state.samples import Said, SampledPrompt
from ui.state.tongue import tr
from ui.widgets.basics import Card, body, caption, card_title, column, icon_button, row, secondary_button
from ui.widgets.page import reading_area


class SamplesPanel(Card):
    """Beside the plot, as long as someone looks at it."""

    asked = Signal(object)
    """A Command."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(284)
        self.setAccessibleName(tr("Answers during learning"))
        self._shown: tuple[SampledPrompt, ...] | None = None
        self._action: Action | None = None
        self.close_button = icon_button("x", tr("Back to what happened (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.now = secondary_button(tr("Answer now"), "message-square", 30)
        self.now.clicked.connect(lambda: self.asked.emit(self._action.command) if self._action else None)
        self._list = reading_area(tr("Prompts and answers, the newest first"))
        top = row(card_title(tr("Answers on the way")), None, self.close_button, spacing=6)
        below = row(self.now, None)
        for line in (top, below):
            line.setContentsMargins(0, 0, 8, 0)
        whole = column(top, self._list, below, spacing=10, margins=(16, 12, 6, 12))
        whole.setStretchFactor(self._list, 1)
        self.setLayout(whole)

    def show_samples(self, prompts: tuple[SampledPrompt, ...], action: Action | None) -> None:
        """Show these; `action` asks for answers now, where that can be asked."""
        self._action = action
        self.now.setVisible(action is not None)
        if action is not None:
            self.now.setEnabled(not action.waiting)
            self.now.set_text(action.waiting or action.words)
            self.now.setToolTip(action.keeps)
        if prompts == self._shown:
            return
        self._shown = prompts
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(6)
        for each in prompts:
            lines.addWidget(body(each.prompt, 600).wrapped())
            for said in each.answers:
                lines.addWidget(_bubble(said))
            lines.addSpacing(8)
        if not prompts:
            words = tr("No prompt was answered yet. Prompts are answered whenever held-out rows are checked.")
            lines.addWidget(body(words, tone="mut").wrapped())
        lines.addStretch(1)
        self._list.setWidget(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _bubble(said: Said) -> Card:
    made = Card("ground-info" if said.newest else "sunk")
    made.setLayout(column(caption(said.when, 600), body(said.text).wrapped(), spacing=2, margins=(10, 6, 10, 7)))
    return made
