"""The first start: how the engine is set up, step by step, with a way out; also how it is repaired, moved, removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.state.first_start import FirstStartView
from ui.state.tongue import tr
from ui.theme import font
from ui.widgets.basics import (
    Card,
    IconLabel,
    Label,
    body,
    caption,
    card_title,
    column,
    primary_button,
    row,
    secondary_button,
)
from ui.widgets.engine_steps import EngineSteps
from ui.widgets.fact_rows import FactRows
from ui.widgets.page import Headline


class FirstStartPage(QWidget):
    """Shows what `ui.state.first_start` says."""

    begin_asked = Signal()
    """The filled button."""
    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.headline = Headline()
        self.steps = EngineSteps()
        made = Card()
        made.setLayout(column(card_title(tr("How it is set up")), 6, self.steps, None, margins=(18, 13, 18, 10)))
        self.facts = FactRows(lambda: (caption(), Label("", 12, 600).wrapped()), Qt.AlignmentFlag.AlignTop, (14, 9))
        about, self._about = Card(), card_title("")
        about.setLayout(column(self._about, 10, self.facts, margins=(18, 13, 18, 14)))
        self._make_trouble()
        side = QWidget()
        side.setFixedWidth(374)
        side.setLayout(column(about, 12, self.trouble, None))
        left = column(made, None)
        middle = row(left, side, spacing=14)
        middle.setStretchFactor(left, 1)
        self._icon = IconLabel("info", "mut", 18)
        self._title, self._line = body("", 600), caption().wrapped()
        self.cancel = secondary_button(tr("Cancel"), "x", 38)
        self.cancel.clicked.connect(self.cancel_asked)
        self.begin = primary_button("", "download", 38)
        self.begin.setMinimumWidth(150)
        self.begin.clicked.connect(self.begin_asked)
        said = column(self._title, 1, self._line)
        strip = row(self._icon, 9, said, 12, self.cancel, self.begin)
        strip.setStretchFactor(said, 1)
        whole = column(self.headline, 10, middle, 11, strip)
        whole.setStretchFactor(middle, 1)
        self.setLayout(whole)

    def _make_trouble(self) -> None:
        self.trouble = Card("bad")
        self.what, self.hint = body("", 600).wrapped(), body().wrapped()
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setFont(font(12))
        self.details.setFixedHeight(112)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setAccessibleName(tr("Details for someone who can help"))
        self.copy = secondary_button(tr("Copy details"), "copy", 28)
        self.copy.clicked.connect(self._copy)
        head = row(IconLabel("circle-x", "bad", 18), 10, self.what)
        head.setStretchFactor(self.what, 1)
        self.trouble.setLayout(
            column(head, 6, self.hint, 10, self.details, 8, row(None, self.copy), margins=(16, 13, 16, 13))
        )

    def show_view(self, view: FirstStartView) -> None:
        """Show this."""
        self.headline.say(view.headline, view.line)
        self.steps.show_steps(view.steps, view.share)
        self._about.setText(view.about)
        self.facts.show_facts(view.facts)
        self.trouble.setVisible(view.trouble is not None)
        if view.trouble is not None and self.details.toPlainText() != view.trouble.details:
            self.copy.set_text(tr("Copy details"))
        if view.trouble is not None:
            self.what.setText(view.trouble.title)
            self.hint.setText(view.trouble.hint)
            self.details.setPlainText(view.trouble.details)
            self.details.setVisible(bool(view.trouble.details))
        self._icon.set_icon(view.strip_icon)
        self._title.setText(view.strip_title)
        self._line.setText(view.strip_line)
        icon, word = view.primary
        self.begin.setVisible(bool(word))
        if word:
            self.begin.set_icon(icon)
            self.begin.set_text(word)
        self.cancel.setVisible(bool(view.secondary))

    def _copy(self) -> None:
        report = f"{self.what.text()}\n{self.hint.text()}\n\n{self.details.toPlainText()}\n"
        QGuiApplication.clipboard().setText(report)
        self.copy.set_text(tr("Copied"))
