"""Two to four words of which one is chosen; the arrow keys move between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from ui.theme import font
from ui.widgets.basics import Card, row


class Segments(Card):
    """`chosen` carries the key."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: tuple[tuple[str, str], ...], first: str) -> None:
        super().__init__("sunk")
        self.setAccessibleName(name)
        self.setFixedHeight(30)
        group = QButtonGroup(self)
        line = row(spacing=2, margins=(2, 2, 2, 2))
        self.buttons: dict[str, QPushButton] = {}
        for key, word in choices:
            button = QPushButton(word)
            button.setCheckable(True)
            button.setChecked(key == first)
            button.setProperty("kind", "segment")
            button.setFont(font(12, 600 if key == first else 500))
            button.setFixedHeight(26)
            button.setAccessibleName(f"{name}: {word}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.toggled.connect(lambda on, button=button: button.setFont(font(12, 600 if on else 500)))
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            line.addWidget(button)
            self.buttons[key] = button
        self.setLayout(line)

    def choose(self, key: str) -> None:
        """Show this one as chosen, without saying so."""
        self.buttons[key].setChecked(True)
