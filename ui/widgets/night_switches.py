"""The choices that hold through every night: kept awake, told how, and what follows in the morning."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.state.night import NightSwitch
from ui.state.tongue import tr
from ui.widgets.basics import Card, body, caption, column, row, secondary_button
from ui.widgets.choice import Choice, Option
from ui.widgets.tick import Tick


class NightSwitches(Card):
    """Each holds as soon as it is chosen."""

    changed = Signal(str, object)
    """The name of a setting and its new value."""
    address_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.controls: dict[str, QWidget] = {}
        self._lines = row(spacing=16)
        self.address = QLineEdit()
        self.address.setEchoMode(QLineEdit.EchoMode.Password)
        self.address.setPlaceholderText("https://…")
        self.address.setAccessibleName(tr("Address for notes"))
        self.address.setFixedHeight(34)
        self.address.returnPressed.connect(self._give)
        keep = secondary_button(tr("Keep"), "check")
        keep.setAccessibleName(tr("Keep the address"))
        keep.clicked.connect(self._give)
        asked = row(caption(tr("Where to? The address is a secret and goes into the keyring.")), self.address, keep)
        asked.setSpacing(10)
        self._address_line = QWidget()
        self._address_line.setLayout(asked)
        self.setLayout(
            column(
                caption(tr("Through the night"), 600),
                self._lines,
                self._address_line,
                spacing=8,
                margins=(18, 10, 18, 12),
            )
        )

    def show_switches(self, switches: tuple[NightSwitch, ...], *, needs_address: bool) -> None:
        """Show these."""
        for shown in switches:
            if shown.key not in self.controls:
                self._lines.addWidget(self._make(shown), 1)
            control = self.controls[shown.key]
            if isinstance(control, Tick):
                control.setChecked(bool(shown.value))
            elif isinstance(control, Choice):
                named = dict(shown.options)
                control.show_value(named.get(shown.value, str(shown.value)))
        self._address_line.setVisible(needs_address)

    def _make(self, shown: NightSwitch) -> QWidget:
        made = QWidget()
        title, sentence = body(shown.title, 600).wrapped(), caption(shown.sentence).wrapped()
        if shown.options:
            choice = Choice(shown.title)
            choice.set_options(tuple(Option(value, text) for value, text in shown.options))
            choice.picked.connect(lambda value: self.changed.emit(shown.key, value))
            self.controls[shown.key] = choice
            made.setLayout(column(title, 1, sentence, 5, choice, None))
            return made
        tick = Tick(shown.title)
        tick.clicked.connect(lambda on: self.changed.emit(shown.key, on))
        self.controls[shown.key] = tick
        said = column(title, 1, sentence, None)
        line = row(column(tick, None), 8, said)
        line.setStretchFactor(said, 1)
        made.setLayout(line)
        return made

    def _give(self) -> None:
        if self.address.text().strip():
            self.address_given.emit(self.address.text())
            self.address.clear()
