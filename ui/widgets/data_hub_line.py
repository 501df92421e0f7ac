"""The field for a dataset of the hub: its name, the part of it that is wanted, and how far the download is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit

from ui.state.data_hub import HubDataView
from ui.state.tongue import tr
from ui.widgets.basics import Bar, Card, caption, column, icon_button, link_button, row, secondary_button
from ui.widgets.choice import Choice, Option


class HubDataLine(Card):
    """Shows what `ui.state.data_hub` says."""

    typed = Signal(str)
    pressed = Signal()
    part_picked = Signal(object)
    pause_asked = Signal()
    cancel_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__("sunk")
        self.name = QLineEdit()
        self.name.setPlaceholderText("openai/gsm8k")
        self.name.setAccessibleName(tr("Dataset of the hub"))
        self.name.setFixedHeight(34)
        self.name.textEdited.connect(self.typed)
        self.name.returnPressed.connect(self.pressed)
        self.part = Choice(tr("Part of the dataset"), "table")
        self.part.picked.connect(self.part_picked)
        self.get = secondary_button("", "download")
        self.get.clicked.connect(self.pressed)
        self.away = icon_button("x", tr("Choose something else"))
        self.away.clicked.connect(self.left)
        self._note = caption().wrapped()
        self.bar = Bar(6)
        self.bar.setAccessibleName(tr("Download"))
        self.pause = secondary_button(tr("Pause"), "pause", 28)
        self.pause.clicked.connect(self.pause_asked)
        self.cancel = link_button(tr("Stop and remove"))
        self.cancel.clicked.connect(self.cancel_asked)
        self.part.setFixedWidth(170)
        above = row(self.name, self.get, self.away, spacing=8)
        above.setStretchFactor(self.name, 1)
        below = row(self._note, self.part, self.pause, self.cancel, spacing=6)
        below.setStretchFactor(self._note, 1)
        self.setLayout(column(above, self.bar, below, spacing=6, margins=(10, 9, 10, 8)))
        leaving = QAction(self)
        leaving.setShortcut(QKeySequence("Esc"))
        leaving.triggered.connect(self.left)
        self.addAction(leaving)

    def show_view(self, view: HubDataView) -> None:
        """Show this."""
        if self.name.text() != view.text:
            self.name.setText(view.text)
        self._note.setText(view.note)
        self._note.set_tone("bad" if view.is_bad else "mut")
        self.part.setVisible(len(view.parts) > 1)
        self.part.set_options(tuple(Option(name, text, size) for name, text, size in view.parts))
        self.part.show_value(view.part)
        self.get.set_text(view.button)
        self.get.setEnabled(view.can_press)
        self.get.setVisible(not view.is_running)
        self.name.setEnabled(not view.is_running)
        for widget in (self.bar, self.pause, self.cancel):
            widget.setVisible(view.is_running)
        self.bar.set_share(view.share)
        self.pause.set_text(tr("Resume") if view.paused else tr("Pause"))
        self.pause.set_icon("play" if view.paused else "pause")
