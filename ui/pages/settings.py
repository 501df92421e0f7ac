"""Settings: every choice with what it does; each holds as soon as it is made."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.state.settings import SettingGroup, SettingRow
from ui.state.tongue import left_to_right, tr
from ui.widgets.basics import (
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    card_title,
    column,
    row,
    rule,
    secondary_button,
)
from ui.widgets.choice import Choice, Option
from ui.widgets.page import Headline, scrolling
from ui.widgets.tick import Tick


class SettingsPage(QWidget):
    """Shows what `ui.state.settings` says."""

    changed = Signal(str, object)
    """The name of a setting and its new value."""
    engine_asked = Signal(str)
    """What a button of the engine does: repair, back, move or remove."""
    secret_given = Signal(str, str)
    """Which one, and the secret."""

    def __init__(self) -> None:
        super().__init__()
        self.controls: dict[str, QWidget] = {}
        self._sentences: dict[str, Label] = {}
        self._built = False
        self._cards = column(spacing=12)
        self.headline = Headline()
        whole = column(self.headline, 13, scrolling(column(self._cards, None)))
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.headline.say(
            tr("Settings"), tr("Each holds as soon as you choose it. Runs that are going are not changed.")
        )

    def show_view(self, groups: tuple[SettingGroup, ...]) -> None:
        """Show these."""
        if not self._built:
            self._built = True
            for group in groups:
                self._cards.addWidget(self._card(group))
        for group in groups:
            for each in group.rows:
                self._render(each)

    def _card(self, group: SettingGroup) -> Card:
        card = Card()
        inside = column(card_title(group.title), 4, margins=(18, 11, 16, 5))
        for number, each in enumerate(group.rows):
            if number:
                inside.addWidget(rule())
            inside.addWidget(self._line(each))
        card.setLayout(inside)
        return card

    def _line(self, shown: SettingRow) -> QWidget:
        line = QWidget()
        sentence = Label(shown.sentence, 12, 400, "mut").wrapped()
        self._sentences[shown.key] = sentence
        control = self._control(shown)
        words = column(body(shown.title, 600), 1, sentence)
        made = row(IconLabel(shown.icon, "mut", 18), 14, words, 20, control, margins=(0, 5, 0, 5))
        made.setStretchFactor(words, 1)
        line.setLayout(made)
        return line

    def _control(self, shown: SettingRow) -> QWidget:
        match shown.kind:
            case "tick":
                tick = Tick(shown.title)
                tick.toggled.connect(lambda on: self.changed.emit(shown.key, on))
                self.controls[shown.key] = tick
                return tick
            case "choice":
                choice = Choice(shown.title)
                choice.setFixedWidth(260)
                choice.set_options(tuple(Option(value, text) for value, text in shown.options))
                choice.picked.connect(lambda value: self.changed.emit(shown.key, value))
                self.controls[shown.key] = choice
                return choice
            case "place":
                return self._place(shown)
            case "secret":
                return self._secret(shown)
            case "actions":
                return self._actions(shown)

    def _place(self, shown: SettingRow) -> QWidget:
        path = Elided(left_to_right(str(shown.value)), 13, 400)
        path.setMaximumWidth(430)
        opened = secondary_button(tr("Open folder"), "folder-open", 28)
        opened.setAccessibleName(tr("Open the folder: {what}", what=shown.title))
        opened.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown.value))))
        self.controls[shown.key] = opened
        holder = QWidget()
        holder.setLayout(row(path, 12, opened))
        return holder

    def _actions(self, shown: SettingRow) -> QWidget:
        buttons = row(spacing=8)
        for key, text in shown.options:
            button = secondary_button(text, height=28)
            button.setAccessibleName(f"{text}: {shown.title}")
            button.clicked.connect(lambda _=False, key=str(key): self.engine_asked.emit(key))
            self.controls[str(key)] = button
            buttons.addWidget(button)
        holder = self.controls[shown.key] = QWidget()
        holder.setLayout(buttons)
        return holder

    def _secret(self, shown: SettingRow) -> QWidget:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(shown.looks_like)
        field.setAccessibleName(shown.title)
        field.setFixedSize(260, 34)
        keep = secondary_button(tr("Keep"), "check", 34)
        keep.setAccessibleName(tr("Keep: {what}", what=shown.title))

        def give() -> None:
            if field.text().strip():
                self.secret_given.emit(shown.key, field.text())
                field.clear()

        keep.clicked.connect(give)
        field.returnPressed.connect(give)
        self.controls[shown.key] = field
        holder = QWidget()
        holder.setLayout(row(field, 8, keep))
        return holder

    def _render(self, shown: SettingRow) -> None:
        self._sentences[shown.key].setText(shown.sentence)
        control = self.controls[shown.key]
        if isinstance(control, Tick):
            control.blockSignals(True)
            control.setChecked(bool(shown.value))
            control.blockSignals(False)
        elif isinstance(control, Choice):
            control.set_options(tuple(Option(value, text) for value, text in shown.options))
            control.show_value(next((text for value, text in shown.options if value == shown.value), str(shown.value)))
