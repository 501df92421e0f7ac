"""A list of what happened: icon, time, title, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.state.happened import Happened
from ui.state.tongue import tr
from ui.state.words import clock
from ui.widgets.basics import IconLabel, Label, body, caption, column, row


class HappenedList(QScrollArea):
    """Scrolls by itself; rebuilt only where something changed."""

    def __init__(self, empty: str = "", *, roomy: bool = False) -> None:
        super().__init__()
        self._shown: tuple[Happened, ...] | None = None
        self._empty, self._roomy = empty or tr("Nothing yet."), roomy
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("What happened"))

    def sizeHint(self) -> QSize:
        return QSize(240, 184 if self._roomy else 120)

    def show_list(self, entries: Sequence[Happened]) -> None:
        """Show these, in this order."""
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(14 if self._roomy else 12)
        for entry in entries:
            lines.addWidget(self._line(entry))
        if not entries:
            lines.addWidget(body(self._empty, tone="mut").wrapped())
        lines.addStretch(1)
        self.setWidget(inside)

    def _line(self, entry: Happened) -> QWidget:
        made = QWidget()
        sign = IconLabel(entry.icon, entry.tone, 18)
        at = Label(clock(entry.at), 12, 400, "mut")
        words = body(entry.title, 600).wrapped()
        detail = caption(entry.detail).wrapped()
        detail.setVisible(bool(entry.detail))
        text = column(words, detail, spacing=2)
        if self._roomy:
            line = row(sign, at, text, spacing=12)
        else:
            head = row(words, at, spacing=8)
            head.setStretchFactor(words, 1)
            head.setAlignment(at, Qt.AlignmentFlag.AlignTop)
            text = column(head, detail, spacing=2)
            line = row(sign, text, spacing=10)
        line.setStretchFactor(text, 1)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        line.setAlignment(at, Qt.AlignmentFlag.AlignTop)
        made.setLayout(line)
        return made
