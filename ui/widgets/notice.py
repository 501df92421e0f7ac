"""The strip above a page that says one thing in plain words and can be closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from ui.state.tongue import tr, tr_studio
from ui.widgets.basics import Button, Card, CardKind, IconLabel, Tone, body, column, icon_button, row, secondary_button

NoticeKind = Literal["info", "ok", "warn", "bad"]
Action = tuple[str, Callable[[], None]]
"""The word on a button and what it does."""

_LOOK: dict[NoticeKind, tuple[CardKind, str, Tone]] = {
    "info": ("ground-info", "info", "accent"),
    "ok": ("ground-ok", "circle-check", "ok"),
    "warn": ("ground-warn", "triangle-alert", "warn"),
    "bad": ("ground-bad", "circle-x", "bad"),
}


class Notice(Card):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__("ground-info")
        self._icon = IconLabel("info", "accent", 20)
        self.title = body("", 600).wrapped()
        self.hint = body("").wrapped()
        close = icon_button("x", tr("Close this message"))
        close.clicked.connect(self.hide)
        self.action, self.other = secondary_button("", height=28), secondary_button("", height=28)
        self._then: dict[Button, Callable[[], None]] = {}
        for button in (self.action, self.other):
            button.clicked.connect(lambda _=False, button=button: self._act(button))
        words = column(self.title, self.hint, spacing=2)
        line = row(self._icon, words, self.action, self.other, close, spacing=12, margins=(14, 9, 10, 9))
        line.setStretchFactor(words, 1)
        self.setLayout(line)
        self.hide()

    def say(
        self, kind: NoticeKind, title: str, hint: str = "", action: Action | None = None, other: Action | None = None
    ) -> None:
        """Show a title, which says what happened, and a hint, which says what to do.

        `action`: the word on a button and what it does, such as Undo; the message is gone then. `other`: another way.
        """
        self._then = {}
        for button, offered in ((self.action, action), (self.other, other)):
            button.setVisible(offered is not None)
            if offered is not None:
                button.set_text(offered[0])
                self._then[button] = offered[1]
        ground, icon, tone = _LOOK[kind]
        self.set_kind(ground)
        self._icon.set_icon(icon, tone)
        self.title.setText(tr_studio(title))
        self.hint.setText(tr_studio(hint))
        self.hint.setVisible(bool(hint))
        self.show()

    def _act(self, button: Button) -> None:
        self.hide()
        if button in self._then:
            self._then[button]()
