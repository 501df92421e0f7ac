"""A card of New run with a number, a title and a word on how it stands."""

from __future__ import annotations

from ui.state.new_run_view import Badge
from ui.state.words import count
from ui.widgets.basics import Card, IconLabel, Label, caption, card_title, row


class NumberedCard(Card):
    """`head` is the line at its top."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._badge_icon = IconLabel("info", "mut", 14)
        self._badge = caption("", 500)
        self.head = row(
            Label(count(number), 15, 500, "mut"), 10, card_title(title), None, self._badge_icon, 6, self._badge
        )

    def show_badge(self, badge: Badge) -> None:
        """How it stands."""
        self._badge_icon.set_icon(badge.icon, badge.tone)
        self._badge.setText(badge.words)
        self._badge.set_tone(badge.tone)
