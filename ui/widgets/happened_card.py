"""The card beside the plot of a run at work: what happened, what can be asked of it now, and its device."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.state.run import RunView
from ui.state.run_actions import Action
from ui.state.tongue import tr
from ui.widgets.basics import Button, Card, card_title, column, link_button, row, rule
from ui.widgets.gauges import Gauges
from ui.widgets.happened_list import HappenedList


class HappenedCard(Card):
    """284 wide."""

    asked = Signal(object)
    """A Command."""
    samples_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(284)
        self._action: Action | None = None
        self.happened = HappenedList(tr("What happens will stand here."))
        self.gauges = Gauges()
        self.save = link_button(tr("Save now"), "save")
        self.save.clicked.connect(lambda: self.asked.emit(self._action.command) if self._action else None)
        self.samples = samples_button()
        self.samples.clicked.connect(self.samples_asked)
        whole = column(
            card_title(tr("What happened")),
            self.happened,
            row(self.save, self.samples, None, spacing=4),
            row(rule(), 8),
            row(self.gauges, 8),
            spacing=10,
            margins=(16, 14, 8, 14),
        )
        whole.setStretchFactor(self.happened, 1)
        self.setLayout(whole)

    def show_view(self, view: RunView) -> None:
        """Show this."""
        self.happened.show_list(view.happened)
        self._action = view.save_now
        self.save.setVisible(view.save_now is not None)
        if view.save_now is not None:
            self.save.setEnabled(not view.save_now.waiting)
            self.save.set_text(tr("Saving…") if view.save_now.waiting else view.save_now.words)
            self.save.setToolTip(view.save_now.waiting or view.save_now.keeps)
        self.samples.setVisible(bool(view.samples) or view.sample_now is not None)


def samples_button() -> Button:
    """Leads to the answers during learning."""
    made = link_button(tr("Answers so far"), "message-square")
    made.setToolTip(tr("How the answers to a few prompts changed while it learned"))
    return made
