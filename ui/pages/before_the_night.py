"""Before the night: what could spoil it and what settles that, how one is told, and Start. Nothing here stops a run."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.state.night import NightView
from ui.state.tongue import tr
from ui.widgets.basics import IconLabel, body, caption, column, primary_button, row, secondary_button
from ui.widgets.night_checks import CheckList
from ui.widgets.night_switches import NightSwitches
from ui.widgets.page import Headline, scrolling


class BeforeTheNightPage(QWidget):
    """Shows what `ui.state.night` says."""

    left = Signal()
    start_asked = Signal()
    look_asked = Signal()
    settled = Signal(str, bool)
    asked = Signal(str)
    """What the button of a check does."""

    def __init__(self) -> None:
        super().__init__()
        self.again = secondary_button(tr("Check again"), "refresh-cw")
        self.again.clicked.connect(self.look_asked)
        self.headline = Headline(self.again)
        self.open = CheckList(tr("Worth a minute"), tr("Tick what is settled"))
        self.fine = CheckList(tr("Looked at and fine"))
        for each in (self.open, self.fine):
            each.settled.connect(self.settled)
            each.asked.connect(self.asked)
        self.switches = NightSwitches()
        back = secondary_button(tr("Back"), "chevron-left", 38)
        back.setAccessibleName(tr("Back to New run"))
        back.clicked.connect(self.left)
        self.start = primary_button(tr("Start"), "play", 38)
        self.start.setMinimumWidth(94)
        self.start.clicked.connect(self.start_asked)
        self._icon = IconLabel("info", "mut", 18)
        self._title, self._line = body("", 600), caption().wrapped()
        said = column(self._title, 1, self._line)
        strip = row(self._icon, 9, said, 12, back, 10, self.start)
        strip.setStretchFactor(said, 1)
        inside = scrolling(column(self.open, self.fine, self.switches, None, spacing=12))
        whole = column(self.headline, 10, inside, 11, strip)
        whole.setStretchFactor(inside, 1)
        self.setLayout(whole)
        self._add_keys()

    def _add_keys(self) -> None:
        for keys, then in (("Escape", self.left.emit), ("Ctrl+Return", self.start.click)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, then=then: then())
            self.addAction(action)

    def show_view(self, view: NightView) -> None:
        """Show this."""
        self.headline.say(view.headline, view.line)
        self.open.show_lines(view.open)
        self.fine.show_lines(view.fine)
        self.switches.show_switches(view.switches, needs_address=view.needs_address)
        self._icon.setVisible(bool(view.start.icon))
        if view.start.icon:
            self._icon.set_icon(view.start.icon)
        self._title.setText(view.start.title)
        self._line.setText(view.start.line)
        self.start.setEnabled(view.start.can_start)
        self.start.setToolTip("" if view.start.can_start else view.start.title)
