"""Help: the guide, its chapters beside it, and a field to find words in it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.state.guide import Guide
from ui.state.tongue import tr
from ui.theme import font
from ui.widgets.basics import Card, caption, column, icon_button, row, secondary_button
from ui.widgets.guide_view import GuideView
from ui.widgets.page import Headline

_CONTENTS_WIDTH = 214


class HelpPage(QWidget):
    """Opens at the chapter of the page one comes from."""

    left = Signal()
    place_asked = Signal(str)

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._number, self._count = 0, 0
        self.view = GuideView(guide)
        self.view.place_asked.connect(self.place_asked)
        self.view.chapter_reached.connect(self._mark)
        self.chapters = {key: self._chapter(key, title) for key, title in guide.chapters.items()}
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the guide"))
        self.field.setAccessibleName(tr("Find in the guide"))
        self.field.setFixedHeight(34)
        self.field.textChanged.connect(self._look_for)
        self.field.returnPressed.connect(lambda: self._show(self._number + 1))
        self.said = caption()
        self.previous = icon_button("chevron-up", tr("Found before this"))
        self.next = icon_button("chevron-down", tr("Found after this"))
        self.previous.clicked.connect(lambda: self._show(self._number - 1))
        self.next.clicked.connect(lambda: self._show(self._number + 1))
        back = secondary_button(tr("Back"), "chevron-left")
        back.setAccessibleName(tr("Back to where you were"))
        back.clicked.connect(self.left)
        headline = Headline(back)
        headline.say(
            re.split("[:：]", guide.title)[0], tr("It opens at the chapter of the page you come from: press F1 there.")
        )
        finding = row(self.field, self.previous, self.next, spacing=2)
        contents = column(finding, 4, self.said, 8, *self.chapters.values(), None, spacing=2)
        left = QWidget()
        left.setFixedWidth(_CONTENTS_WIDTH)
        left.setLayout(contents)
        card = Card()
        card.setLayout(row(self.view, margins=(14, 8, 6, 8)))
        both = row(left, card, spacing=16)
        both.setStretchFactor(card, 1)
        whole = column(headline, 13, both)
        whole.setStretchFactor(both, 1)
        self.setLayout(whole)
        self._look_for("")
        leave = QAction(self)
        leave.setShortcut(QKeySequence("Escape"))
        leave.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.triggered.connect(lambda _=False: self._escape())
        self.addAction(leave)

    def _chapter(self, key: str, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setProperty("kind", "chapter")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFixedHeight(30)
        button.setFont(font(13, 500))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: self.view.go(key))
        return button

    def open_at(self, place: str) -> None:
        """The chapter of that page."""
        self.view.go(self._guide.chapter_of(place))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self) -> None:
        """The keyboard goes to the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _mark(self, chapter: str) -> None:
        self.chapters[chapter].setChecked(True)

    def _look_for(self, words: str) -> None:
        self._count = self.view.look_for(words)
        for button in (self.previous, self.next):
            button.setEnabled(self._count > 0)
        self._number = 0
        if self._count:
            self._show(self.view.first_found)
        else:
            self.said.setText(tr("Not in the guide.") if words else "")

    def _show(self, number: int) -> None:
        if self._count:
            self._number = number % self._count
            self.view.show_found(self._number)
            self.said.setText(tr("{number} of {count}", number=self._number + 1, count=self._count))

    def _escape(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.left.emit()
