"""One way to take a result along: what it is for, its size, how it is proved, and the button that makes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.state.export import ExportView
from ui.state.tongue import QT_TR_NOOP, tr
from ui.widgets.basics import (
    Bar,
    Card,
    CardKind,
    IconLabel,
    Label,
    Tone,
    body,
    caption,
    column,
    icon_button,
    primary_button,
    row,
    rule,
    secondary_button,
)
from ui.widgets.chip import Chip, ChipTone
from ui.widgets.choice import Choice, Option
from ui.widgets.proof_list import ProofList

_CHIPS: dict[str, tuple[str, str, ChipTone]] = {
    "not made": ("circle", QT_TR_NOOP("Not made yet"), "quiet"),
    "working": ("refresh-cw", QT_TR_NOOP("Working"), "info"),
    "done": ("circle-check", QT_TR_NOOP("Done"), "ok"),
    "failed": ("circle-x", QT_TR_NOOP("Failed"), "bad"),
    "impossible": ("info", QT_TR_NOOP("Not possible"), "warn"),
}
_GROUNDS: dict[str, tuple[CardKind, str, Tone]] = {
    "working": ("sunk", "refresh-cw", "accent"),
    "done": ("ground-ok", "shield-check", "ok"),
    "failed": ("ground-bad", "circle-x", "bad"),
    "impossible": ("ground-warn", "triangle-alert", "warn"),
}


class ExportCard(Card):
    """Emits its kind."""

    make_asked = Signal(str)
    cancel_asked = Signal()
    folder_asked = Signal(str)
    size_chosen = Signal(str, str)
    """Its kind and a type of numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.view: ExportView | None = None
        self.chip, self._title = Chip(), Label("", 16, 600)
        self._for_whom = caption("").wrapped()
        self._for_whom.setMinimumHeight(50)
        self._for_whom.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._size, self._works_with = body("", 600), body("", 600).wrapped()
        self.sizes = Choice(tr("How small"))
        self.sizes.picked.connect(lambda key: self.size_chosen.emit(self.view.kind if self.view else "", str(key)))
        self._make_state()
        self.proof = ProofList()
        self._make_buttons()
        facts = column(
            row(_name(tr("Size")), self._size, None),
            row(column(_name(tr("Works with")), None), self._works_with),
            self.sizes,
            spacing=6,
        )
        whole = column(
            column(row(self._title, None), 6, row(self.chip, None), 8, self._for_whom),
            rule(),
            facts,
            self._state,
            None,
            rule(),
            caption(tr("Proof"), 600),
            self.proof,
            6,
            self.buttons,
            spacing=9,
            margins=(16, 13, 14, 14),
        )
        self.setLayout(whole)

    def _make_state(self) -> None:
        self._state = Card("sunk")
        self._sign = IconLabel("info", "mut", 18)
        self.said, self.hint = body("", 600).wrapped(), caption("", tone="text").wrapped()
        self.bar = Bar()
        words = column(self.said, self.hint, self.bar, spacing=4)
        line = row(column(self._sign, None), words, spacing=9, margins=(11, 9, 11, 9))
        line.setStretchFactor(words, 1)
        self._state.setLayout(line)

    def _make_buttons(self) -> None:
        self.make = secondary_button("", "share", 36)
        self.make_first = primary_button("", "share", 36)
        self.cancel = secondary_button(tr("Cancel"), "square", 36)
        self.open = secondary_button(tr("Open folder"), "folder-open", 36)
        self.copy = icon_button("copy", tr("Copy path"), 36)
        for button in (self.make, self.make_first):
            button.clicked.connect(lambda: self.make_asked.emit(self.view.kind if self.view else ""))
        self.cancel.clicked.connect(self.cancel_asked)
        self.open.clicked.connect(lambda: self.folder_asked.emit(self.view.folder if self.view else ""))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.view.folder if self.view else ""))
        made = QWidget()
        made.setLayout(row(self.open, self.copy, None, spacing=8))
        asked = QWidget()
        asked.setLayout(row(self.make, self.make_first, None))
        working = QWidget()
        working.setLayout(row(self.cancel, None))
        self.buttons = QStackedWidget()
        for each in (asked, working, made):
            self.buttons.addWidget(each)
        self.buttons.setFixedHeight(38)

    def show_view(self, view: ExportView, *, first: bool, why_not: str) -> None:
        """Show this; `first`: its button is the filled one; `why_not`: nothing can be made now."""
        self.view = view
        icon, word, tone = _CHIPS[view.state]
        self.chip.show_state(icon, tr(word), tone)
        self._title.setText(view.title)
        self._for_whom.setText(view.for_whom)
        self._size.setText(view.size or "…")
        self._works_with.setText(view.works_with)
        self._show_sizes(view)
        self._show_state(view)
        self.proof.show_steps(view.steps)
        self.buttons.setCurrentIndex({"working": 1, "done": 2}.get(view.state, 0))
        self.make.setVisible(not first)
        self.make_first.setVisible(first)
        for button in (self.make, self.make_first):
            button.set_text(view.button)
            button.setAccessibleName(f"{view.button}: {view.title}")
            button.setEnabled(view.state != "impossible" and not why_not and not view.why_not)
            button.setToolTip(why_not or view.why_not or view.words_of_state)
        for button, words in (
            (self.open, tr("Open folder")),
            (self.copy, tr("Copy path")),
            (self.cancel, tr("Cancel")),
        ):
            button.setAccessibleName(f"{words}: {view.title}")

    def _show_sizes(self, view: ExportView) -> None:
        self.sizes.setVisible(len(view.sizes) > 1)
        self.sizes.setEnabled(view.state != "working")
        self.sizes.setAccessibleName(tr("How small: {title}", title=view.title))
        self.sizes.set_options(tuple(Option(key, word, size) for key, word, size in view.sizes))
        for key, word, _ in view.sizes:
            if key == view.chosen_size:
                self.sizes.show_value(word)

    def _show_state(self, view: ExportView) -> None:
        self._state.setVisible(view.state in _GROUNDS)
        if view.state in _GROUNDS:
            ground, icon, tone = _GROUNDS[view.state]
            self._state.set_kind(ground)
            self._sign.set_icon(icon, tone)
        self.said.setText(view.title_of_state)
        self.hint.setText(view.words_of_state)
        self.hint.setVisible(bool(view.words_of_state))
        self.bar.setVisible(view.state == "working" and view.share is not None)
        self.bar.set_share(view.share or 0.0)
        self.bar.setAccessibleName(tr("How far: {title}", title=view.title))


def _name(text: str) -> Label:
    made = caption(text)
    made.setFixedWidth(76)
    return made
