"""Two to four words of which one is chosen; the arrow keys move between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

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


class SegmentsPlace(QWidget):
    """Where segments stand whose choices may change; empty where there are none."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._line = row()
        self.setLayout(self._line)
        self.segments: Segments | None = None
        self.hide()

    def show_choices(self, choices: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Made anew where the choices are others than before."""
        keys = tuple(key for key, _ in choices)
        if keys != (tuple(self.segments.buttons) if self.segments else ()):
            if self.segments is not None:
                self.segments.hide()
                self.segments.deleteLater()
            self.segments = Segments(self._name, choices, chosen) if keys else None
            if self.segments is not None:
                self.segments.chosen.connect(self.chosen)
                self._line.addWidget(self.segments)
        if self.segments is not None and chosen in self.segments.buttons:
            self.segments.choose(chosen)
        self.setVisible(bool(keys))
