"""The head of the Run page: the headline, the buttons, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from studio.commands import Cancel, Command, Pause, Resume, Stop
from ui.state.run import RunView
from ui.state.run_actions import Action
from ui.state.tongue import tr
from ui.widgets.basics import (
    Bar,
    Button,
    Elided,
    Label,
    caption,
    column,
    link_button,
    primary_button,
    row,
    secondary_button,
)
from ui.widgets.chip import Chip, chip_for


class RunHeader(QWidget):
    """Emits what is asked of the run."""

    asked = Signal(object)
    """A Command."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = Elided("", 22, 600)
        self.chip = Chip()
        self.below = Elided("", 13, tone="mut")
        self.bar = Bar()
        self.bar.setAccessibleName(tr("Progress"))
        self.percent = Label("", 13, 600)
        self.equation = caption()
        self.buttons: dict[type[Command], Button] = {
            Pause: secondary_button(tr("Pause"), "pause"),
            Resume: primary_button(tr("Resume"), "play"),
            Stop: secondary_button(tr("Stop and save"), "square"),
        }
        self.cancel = link_button(tr("Cancel"), height=34)
        self.question = caption("").wrapped()
        self.really = secondary_button(tr("Cancel the run"), "x")
        self.rather_not = link_button(tr("Keep going"), height=34)
        self._commands: dict[type[Command], Command] = {}
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _=False, kind=kind: self.asked.emit(self._commands[kind]))
        self.cancel.clicked.connect(lambda: self._ask_again(True))
        self.rather_not.clicked.connect(lambda: self._ask_again(False))
        self.really.clicked.connect(self._cancel)
        self._lay_out()

    def _lay_out(self) -> None:
        usual = QWidget()
        usual.setLayout(row(None, self.cancel, *self.buttons.values(), spacing=8))
        sure = QWidget()
        self.question.setFixedWidth(270)
        self.question.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sure.setLayout(row(None, self.question, 4, self.really, self.rather_not, spacing=8))
        self._ask = QStackedWidget()
        self._ask.addWidget(usual)
        self._ask.addWidget(sure)
        self._ask.setFixedHeight(40)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.headline)
        first.addWidget(self.chip)
        first.addStretch(1)
        words = column(5, first, 4, self.below, None)
        top = row(words, self._ask, spacing=16)
        top.setStretchFactor(words, 1)
        self._progress = QWidget()
        line = row(self.bar, self.percent, self.equation, spacing=12)
        line.setStretchFactor(self.bar, 1)
        self._progress.setLayout(line)
        self._progress.setFixedHeight(20)
        head = QWidget()
        head.setLayout(top)
        head.setFixedHeight(54)
        self.setLayout(column(head, self._progress, spacing=4))

    def _ask_again(self, sure: bool) -> None:
        self._ask.setCurrentIndex(int(sure))
        self._fit()
        (self.rather_not if sure else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        self._ask.setCurrentIndex(0)
        self.asked.emit(self._commands[Cancel])

    def _fit(self) -> None:
        """As wide as what is asked now, so that the headline has the rest."""
        current = self._ask.currentWidget()
        current.layout().activate()
        self._ask.setFixedWidth(max(current.layout().sizeHint().width(), 1))

    def show_view(self, view: RunView) -> None:
        """Show this."""
        self.headline.setText(view.headline)
        self.below.setText(view.below)
        chip_for(view.chip, self.chip)
        self.chip.setVisible(view.chip not in ("finished", "stopped", "failed"))
        self._progress.setVisible(view.share is not None and view.layout in ("plot", "getting ready"))
        self.bar.set_share(view.share or 0.0)
        self.percent.setText(view.percent)
        self.equation.setText(view.equation)
        shown = {type(action.command): action for action in view.actions}
        for kind, button in self.buttons.items():
            button.setVisible(kind in shown)
            if kind in shown:
                self._show_action(button, shown[kind])
        self.cancel.setVisible(view.cancel is not None)
        if view.cancel is not None:
            self._commands[Cancel] = view.cancel.command
            self.really.set_text(view.cancel.sure)
            self.rather_not.set_text(view.cancel.rather_not)
            self.cancel.setEnabled(not view.cancel.waiting)
            self.cancel.set_text(view.cancel.waiting or view.cancel.words)
            self.cancel.setToolTip(view.cancel_question)
        elif self._ask.currentIndex():
            self._ask.setCurrentIndex(0)
        self.question.setText(view.cancel_question)
        self._fit()

    def _show_action(self, button: Button, action: Action) -> None:
        self._commands[type(action.command)] = action.command
        button.setEnabled(not action.waiting)
        button.set_text(action.waiting or action.words)
        button.set_icon("hourglass" if action.waiting else action.icon)
        button.setToolTip("" if action.waiting else action.keeps)
