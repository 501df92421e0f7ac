"""Three quiet steps for the first start, above the page; closing it ends it for good."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.state.tongue import QT_TR_NOOP, tr
from ui.widgets.basics import Card, IconLabel, body, caption, column, icon_button, row, secondary_button

STEPS = (
    (
        "play",
        QT_TR_NOOP("Try the starter"),
        QT_TR_NOOP("One click, a few minutes, nothing to download: you see a model learn."),
    ),
    (
        "plus",
        QT_TR_NOOP("Then bring your own rows"),
        QT_TR_NOOP("Drop a table anywhere in this window. The plan beside it says what fits and how long it takes."),
    ),
    (
        "moon",
        QT_TR_NOOP("And leave it alone"),
        QT_TR_NOOP("Close the window if you like: runs go on without it and go on by themselves after trouble."),
    ),
)


class Tour(Card):
    """Asks for nothing and covers nothing."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__("sunk")
        self._step = 0
        self._icon = IconLabel("play", "accent", 20)
        self.title, self._sentence, self._count = body("", 600), body(), caption()
        self.next = secondary_button("", height=28)
        self.next.clicked.connect(self._go_on)
        close = icon_button("x", tr("Close the tour"))
        close.clicked.connect(self.ended)
        words = column(self.title, self._sentence, spacing=1)
        line = row(self._icon, words, self._count, self.next, close, spacing=12, margins=(14, 7, 10, 7))
        line.setStretchFactor(words, 1)
        self.setLayout(line)
        self.hide()
        self._render()

    def _go_on(self) -> None:
        if self._step + 1 == len(STEPS):
            self.ended.emit()
            return
        self._step += 1
        self._render()

    def _render(self) -> None:
        icon, title, sentence = STEPS[self._step]
        self._icon.set_icon(icon)
        self.title.setText(tr(title))
        self._sentence.setText(tr(sentence))
        self._count.setText(tr("{step} of {steps}", step=self._step + 1, steps=len(STEPS)))
        self.next.set_text(tr("Done") if self._step + 1 == len(STEPS) else tr("Next"))
