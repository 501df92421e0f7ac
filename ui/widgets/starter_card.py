"""The starter: the inviting card of an empty Home page, and a strip of it once there are runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from ui.state.tongue import QT_TR_NOOP, tr
from ui.widgets.basics import (
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    column,
    primary_button,
    row,
    secondary_button,
)

_SENTENCE = QT_TR_NOOP("Teach a small model to write any date as year-month-day.")


class StarterCard(Card):
    """A picture of the result and one button."""

    asked = Signal()

    def __init__(self, examples: tuple[tuple[str, str], ...]) -> None:
        super().__init__("tint")
        self.setFixedHeight(238)
        included = row(
            IconLabel("box", "accent", 14), caption(tr("Everything included, nothing to download"), 500, "accent"), None
        )
        included.setSpacing(6)
        self.button = primary_button(tr("Try the starter"), "play", 40)
        self.button.clicked.connect(self.asked)
        left = column(
            None,
            included,
            18,
            Label(tr("Try the starter"), 24, 600),
            10,
            Label(tr(_SENTENCE), 14),
            2,
            Label(tr("You see it learn, and keep the result."), 14),
            17,
            row(self.button, caption(tr("A few minutes on any computer")), None, spacing=14),
            None,
        )
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(8)
        pictures.setVerticalSpacing(12)
        heads = (caption(tr("It reads"), 500), caption(tr("After training it writes"), 500))
        for place, head in zip((0, 2), heads, strict=True):
            head.setContentsMargins(11, 0, 0, 0)
            pictures.addWidget(head, 0, place)
        for line, (reads, writes) in enumerate(examples[:3], start=1):
            pictures.addWidget(_bubble(reads, "field", 218), line, 0)
            pictures.addWidget(IconLabel("arrow-right", "mut", 16), line, 1)
            pictures.addWidget(_bubble(writes, "learn", 170, 600), line, 2)
        right = column(None, pictures, None)
        line = row(left, right, margins=(28, 0, 30, 0))
        line.setStretchFactor(left, 1)
        self.setLayout(line)


def _bubble(text: str, kind: str, width: int, weight: int = 400) -> Card:
    bubble = Card("learn" if kind == "learn" else "field")
    bubble.setFixedSize(width, 34)
    bubble.setLayout(row(Elided(text, 13, weight), margins=(11, 0, 11, 0)))
    return bubble


class StarterStrip(Card):
    """The same in one line, for a Home page with runs."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("plain")
        self.button = secondary_button(tr("Try the starter"), "play", 28)
        self.button.clicked.connect(self.asked)
        said = column(body(tr("Try the starter"), 600), caption(tr(_SENTENCE)), spacing=1)
        line = row(IconLabel("box", "accent", 18), 12, said, 12, self.button, margins=(18, 9, 14, 9))
        line.setStretchFactor(said, 1)
        self.setLayout(line)
