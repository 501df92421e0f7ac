"""A small panel beside a run for its tags and a note; Keep keeps what is written, Escape does not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from studio.api import RunNotes
from ui.state.tongue import tr
from ui.theme import font
from ui.widgets.basics import Card, caption, card_title, column, row, secondary_button


class NotesPanel(Card):
    """Shown above the page; nothing else stands still for it."""

    written = Signal(str, object)
    """The run and its RunNotes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("field", parent)
        self.setFixedWidth(340)
        self._name = ""
        self._title = card_title()
        self.tags = QLineEdit()
        self.tags.setAccessibleName(tr("Tags"))
        self.tags.setPlaceholderText(tr("for example: night, keep"))
        self.tags.setFixedHeight(34)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFont(font(13))
        self.note.setFixedHeight(96)
        self.keep = secondary_button(tr("Keep"), "check", 28)
        self.keep.clicked.connect(self._keep)
        words = (caption(tr("Tags, with commas between")), caption(tr("Note")))
        self.setLayout(
            column(
                self._title,
                8,
                words[0],
                4,
                self.tags,
                10,
                words[1],
                4,
                self.note,
                10,
                row(None, self.keep),
                margins=(16, 12, 16, 12),
            )
        )
        self.tags.returnPressed.connect(self._keep)
        self.hide()

    def ask_about(self, name: str, title: str, notes: RunNotes) -> None:
        """Show what is written about this run."""
        self._name = name
        self._title.setText(title)
        self.tags.setText(", ".join(notes.tags))
        self.note.setPlainText(notes.note)
        self.adjustSize()
        around = self.parentWidget()
        self.move(QPoint(around.width() - self.width() - 14, max(8, (around.height() - self.height()) // 2)))
        self.show()
        self.raise_()
        self.tags.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.hide()
        tags = tuple(self.tags.text().replace("#", "").split(","))
        self.written.emit(self._name, RunNotes(tags=tags, note=self.note.toPlainText()))
