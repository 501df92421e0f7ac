"""Facts below each other, in two columns; as many rows as there is something to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.widgets.basics import Label


class FactRows(QGridLayout):
    """Labels are made when they are first needed, by `make` in pairs, and hidden when they are not."""

    def __init__(self, make: Callable[[], tuple[Label, Label]], align: Qt.AlignmentFlag, gaps: tuple[int, int]) -> None:
        """align: of the first column. gaps: between columns and between rows, in pixels."""
        super().__init__()
        self.setHorizontalSpacing(gaps[0])
        self.setVerticalSpacing(gaps[1])
        self.setColumnStretch(1, 1)
        self._make, self._align = make, align
        self._labels: list[tuple[Label, Label]] = []

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """These and no others."""
        while len(self._labels) < len(facts):
            pair, place = self._make(), len(self._labels)
            self.addWidget(pair[0], place, 0, self._align)
            self.addWidget(pair[1], place, 1)
            self._labels.append(pair)
        for place, pair in enumerate(self._labels):
            for column, label in enumerate(pair):
                label.setVisible(place < len(facts))
                if place < len(facts):
                    label.setText(facts[place][column])
