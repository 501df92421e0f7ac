"""The line with which an export goes to the hub: which one, its name there, who sees it."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.state.push import PushView
from ui.state.tongue import tr
from ui.widgets.basics import Bar, IconLabel, body, caption, column, link_button, row, secondary_button
from ui.widgets.choice import Choice, Option


class PushLine(QWidget):
    """Shows what `ui.state.push` says."""

    push_asked = Signal()
    cancel_asked = Signal()
    export_chosen = Signal(str)
    typed = Signal(str)
    private_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._address = ""
        self.note = caption().wrapped()
        self.bar = Bar(6)
        self.bar.setAccessibleName(tr("Sending to the hub"))
        self.export = Choice(tr("Export to push"), "box")
        self.export.setFixedWidth(170)
        self.export.picked.connect(lambda folder: self.export_chosen.emit(str(folder)))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name on the hub"))
        self.name.setPlaceholderText(tr("your-name/model-name"))
        self.name.setFixedSize(210, 34)
        self.name.textEdited.connect(self.typed)
        self.name.returnPressed.connect(self._press)
        self.who = Choice(tr("Who sees it"), "eye")
        self.who.setFixedWidth(140)
        self._seen = {"private": tr("Only you"), "public": tr("Everybody")}
        self.who.set_options(tuple(Option(key, word) for key, word in self._seen.items()))
        self.who.picked.connect(lambda key: self.private_chosen.emit(key == "private"))
        self.push = secondary_button(tr("Push"), "upload")
        self.push.setAccessibleName(tr("Push to the hub"))
        self.push.clicked.connect(self._press)
        self.cancel = secondary_button(tr("Cancel"), "square")
        self.cancel.setAccessibleName(tr("Cancel the push"))
        self.cancel.clicked.connect(self.cancel_asked)
        self.page = link_button(tr("Open its page"), "arrow-right")
        self.page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._address)))
        words = column(body(tr("Put it on the hub"), 600), self.note, self.bar, spacing=1)
        about = row(IconLabel("upload", "mut", 18), words, spacing=12)
        about.setStretchFactor(words, 1)
        line = row(
            about,
            self.page,
            self.export,
            self.name,
            self.who,
            self.push,
            self.cancel,
            spacing=8,
        )
        line.setStretchFactor(about, 1)
        self.setLayout(line)

    def _press(self) -> None:
        if self.push.isEnabled():
            self.push_asked.emit()

    def show_view(self, view: PushView, *, why_not: str) -> None:
        """Show this; `why_not`: nothing can be sent now."""
        self._address = view.address
        self.note.setText(view.note)
        self.note.set_tone("bad" if view.is_bad else "mut")
        self.bar.setVisible(view.working)
        self.bar.set_share(view.share)
        for widget in (self.export, self.name, self.who):
            widget.setVisible(bool(view.exports) and not view.working)
        self.push.setVisible(bool(view.exports) and not view.working)
        self.cancel.setVisible(view.working)
        self.page.setVisible(bool(view.address))
        self.export.set_options(tuple(Option(folder, title, size) for folder, title, size in view.exports))
        for folder, title, _ in view.exports:
            if folder == view.chosen:
                self.export.show_value(title)
        if self.name.text().strip() != view.name:
            self.name.setText(view.name)
        self.who.show_value(self._seen["private" if view.private else "public"])
        self.push.setEnabled(view.can_push and not why_not)
        self.push.setToolTip(why_not or ("" if view.can_push else tr("First write the owner and the name it gets.")))
