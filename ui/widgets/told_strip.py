"""A strip on a page that says one thing which holds there, and goes when it no longer does."""

from __future__ import annotations

from ui.state.after_run import Told
from ui.state.tongue import tr_studio
from ui.widgets.basics import Card, CardKind, IconLabel, Tone, body, caption, column, row

_LOOK: dict[str, tuple[CardKind, str, Tone]] = {
    "info": ("ground-info", "info", "accent"),
    "warn": ("ground-warn", "triangle-alert", "warn"),
    "bad": ("ground-bad", "circle-x", "bad"),
}


class ToldStrip(Card):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("ground-info")
        self._icon = IconLabel("info", "accent", 18)
        self.title, self.hint = body("", 600).wrapped(), caption("", tone="text").wrapped()
        words = column(self.title, self.hint, spacing=1)
        line = row(self._icon, words, spacing=12, margins=(14, 7, 14, 7))
        line.setStretchFactor(words, 1)
        self.setLayout(line)
        self.hide()

    def show_told(self, told: Told | None) -> None:
        """Show this; None: nothing."""
        self.setVisible(told is not None)
        if told is not None:
            ground, icon, tone = _LOOK[told.kind]
            self.set_kind(ground)
            self._icon.set_icon(icon, tone)
            self.title.setText(tr_studio(told.title))
            self.hint.setText(tr_studio(told.hint))
            self.hint.setVisible(bool(told.hint))
