"""When this window itself went wrong: what happened, what was kept, and details to copy. It blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.state.tongue import tr
from ui.theme import font
from ui.widgets.basics import Card, IconLabel, Label, body, card_title, column, row, secondary_button


class CrashReport(Card):
    """Lies above the page until it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("warn", parent)
        self.setFixedSize(640, 420)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Details for someone who can help"))
        self.details.setTabChangesFocus(True)
        self.details.setFont(font(12))
        self.copy = secondary_button(tr("Copy report"), "copy")
        self.copy.clicked.connect(self._copy)
        close = secondary_button(tr("Close"), "x")
        close.clicked.connect(self.hide)
        head = row(
            IconLabel("triangle-alert", "warn", 20), card_title(tr("Something in this window did not work")), None
        )
        head.setSpacing(10)
        kept = tr("Your runs go on: each has a process of its own. What they learnt, and what you chose, is kept.")
        do = tr("Try it again, or close the window and open it again. If it comes back, send the report to us.")
        words = column(Label(kept).wrapped(), 4, Label(do).wrapped())
        what = body(tr("Details for someone who can help"), 600)
        whole = column(head, 10, words, 14, what, 6, self.details, 12, row(None, self.copy, 8, close))
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setStretchFactor(self.details, 1)
        self.setLayout(whole)
        self.hide()

    def show_details(self, details: str) -> None:
        """Show this report."""
        self.details.setPlainText(details)
        around = self.parentWidget()
        self.move((around.width() - self.width()) // 2, max(12, (around.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.set_text(tr("Copied"))
