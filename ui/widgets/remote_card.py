"""Runs on other computers, on Home: a line for each, and a field to name one more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.state.remote import RemoteRow
from ui.state.tongue import tr
from ui.widgets.basics import (
    Card,
    Elided,
    IconLabel,
    body,
    caption,
    card_title,
    column,
    icon_button,
    row,
    secondary_button,
)
from ui.widgets.chip import chip_for
from ui.widgets.run_rows import PressableRow, menu_of

_HEIGHT, _NAME, _STATE, _PROGRESS = 47, 270, 158, 156
_ICON = {"ok": ("circle-check", "ok"), "info": ("hourglass", "accent"), "warn": ("triangle-alert", "warn"),
         "bad": ("circle-x", "bad")}  # fmt: skip


class RemoteRowWidget(PressableRow):
    """One run on another computer."""

    asked = Signal(str, str)
    """Its address, and what: "open", "again" or "forget"."""

    def __init__(self) -> None:
        super().__init__(_HEIGHT)
        self.key = ""
        self._title, self._host = Elided("", 13, 600), Elided("", 12, 400, "mut")
        self._chip = chip_for("running")
        self._state = QWidget()
        self._state.setLayout(row(self._chip, None))
        self._state.setFixedWidth(_STATE)
        self._progress = body()
        self._progress.setFixedWidth(_PROGRESS)
        self._icon = IconLabel("circle-check", "ok", 16)
        self._link = Elided("", 12, 400, "mut")
        self.again = secondary_button(tr("Try again"), height=28)
        self.again.clicked.connect(lambda: self.asked.emit(self.key, "again"))
        self.more = icon_button("ellipsis", tr("More"))
        self.more.clicked.connect(lambda: self._menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.customContextMenuRequested.connect(lambda at: self._menu().popup(self.mapToGlobal(at)))
        named = QWidget()
        named.setLayout(column(None, self._title, 1, self._host, None))
        named.setFixedWidth(_NAME)
        line = row(named, self._state, self._progress, self._icon, 6, self._link, 10, self.again, 6, self.more)
        line.setStretchFactor(self._link, 1)
        for inside in (named, self._state, self._progress):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(line)
        self.clicked.connect(lambda: self.asked.emit(self.key, "open"))

    def render_row(self, shown: RemoteRow) -> None:
        """Show this run."""
        self.key = shown.key
        self.setAccessibleName(tr("Open {name}", name=shown.title))
        self.setAccessibleDescription(f"{shown.host}, {shown.link.title}. {shown.link.hint}")
        self.more.setAccessibleName(tr("More about {name}", name=shown.title))
        self.again.setAccessibleName(f"{tr('Try again')} {shown.title}")
        self._title.setText(shown.title)
        self._host.setText(shown.host)
        self._chip.setVisible(shown.state is not None)
        if shown.state is not None:
            chip_for(shown.state, self._chip)
        self._progress.setText(shown.progress)
        icon, tone = _ICON[shown.link.kind]
        self._icon.set_icon(icon, tone)  # type: ignore[arg-type]
        self._link.setText(shown.link.short)
        self.setToolTip(f"{shown.key}\n{shown.link.title}\n{shown.link.hint}")
        self.again.setVisible(shown.link.again)

    def _menu(self) -> QMenu:
        return menu_of(
            self,
            lambda what: self.asked.emit(self.key, what),
            (("open", tr("Open")), ("again", tr("Connect now")), None, ("forget", tr("Follow it no more"))),
        )


class RemoteCard(Card):
    """Hidden until somebody follows a run, or wants to."""

    asked = Signal(str, str)
    added = Signal(str)
    """What was typed: user@host:run."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RemoteRowWidget] = []
        self._wanted = False
        self.field = QLineEdit()
        self.field.setPlaceholderText("user@host:run")
        self.field.setAccessibleName(tr("A run on another computer, as user@host:run"))
        self.field.setToolTip(
            tr(
                "As ssh knows the computer; its keys and settings are used as they are. “last” is its newest run. "
                "Behind a blank: how the studio is started there, if not as nightshift."
            )
        )
        self.field.setFixedSize(QSize(240, 30))
        self.field.returnPressed.connect(self._add)
        watch = secondary_button(tr("Follow"), "eye", 30)
        watch.clicked.connect(self._add)
        top = row(card_title(tr("On other computers")), 9, caption(tr("over ssh")), None, self.field, 8, watch)
        self._list = column(spacing=0)
        self.setLayout(column(top, 6, self._list, margins=(18, 10, 14, 8)))
        self.hide()

    def invite(self) -> None:
        """Show the field, and write into it."""
        self._wanted = True
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: tuple[RemoteRow, ...]) -> None:
        """Show these."""
        while len(self._rows) < len(rows):
            made = RemoteRowWidget()
            made.asked.connect(self.asked)
            self._rows.append(made)
            self._list.addWidget(made)
        for number, widget in enumerate(self._rows):
            widget.setVisible(number < len(rows))
            if number < len(rows):
                widget.render_row(rows[number])
        self.setVisible(bool(rows) or self._wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._wanted:
            self._wanted = False
            self.setVisible(any(not widget.isHidden() for widget in self._rows))
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        if self.field.text().strip():
            self.added.emit(self.field.text().strip())

    def taken(self) -> None:
        """What was typed is followed now."""
        self.field.clear()
        self._wanted = False
