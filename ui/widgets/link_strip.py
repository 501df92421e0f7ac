"""The strip above a run on another computer: where it is, how the connection is, and a way to try again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.state.remote import LinkKind, LinkView
from ui.state.tongue import tr
from ui.widgets.basics import Card, CardKind, Elided, IconLabel, Tone, body, row, secondary_button

_LOOK: dict[LinkKind, tuple[CardKind, str, Tone]] = {
    "ok": ("plain", "circle-check", "ok"),
    "info": ("ground-info", "hourglass", "accent"),
    "warn": ("ground-warn", "triangle-alert", "warn"),
    "bad": ("ground-bad", "circle-x", "bad"),
}


class LinkStrip(Card):
    """Hidden where the run is on this computer."""

    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__("plain")
        self._icon = IconLabel("circle-check", "ok", 16)
        self.title, self.hint = body("", 600), Elided("", 13, 400)
        self.again = secondary_button(tr("Try again"), "rotate-cw", 28)
        self.again.clicked.connect(self.again_asked)
        line = row(self._icon, 2, self.title, 4, self.hint, self.again, spacing=8, margins=(14, 5, 8, 5))
        line.setStretchFactor(self.hint, 1)
        self.setLayout(line)
        self.setFixedHeight(40)
        self.hide()

    def show_link(self, view: LinkView | None) -> None:
        """Show this; None: the run is here."""
        self.setVisible(view is not None)
        if view is None:
            return
        ground, icon, tone = _LOOK[view.kind]
        self.set_kind(ground)
        self._icon.set_icon(icon, tone)
        self.title.setText(view.title)
        self.hint.setText(view.hint)
        self.hint.setToolTip(view.hint)
        self.again.setVisible(view.again)
