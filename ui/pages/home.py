"""Home: how it is going, or where to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.state.home import DeviceFacts, HomeView, matching
from ui.widgets.active_card import ActiveCardWidget
from ui.widgets.basics import (
    Card,
    Chip,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    card_title,
    column,
    link_button,
    primary_button,
    row,
    rule,
    secondary_button,
)
from ui.widgets.drop_zone import DropZone
from ui.widgets.page import Headline, scrolling
from ui.widgets.run_rows import EarlierRowWidget, WaitingRowWidget, earlier_head
from ui.widgets.starter_card import StarterCard, StarterStrip

ROWS_AT_FIRST = 25
ROW_HEIGHT, _MORE_HEIGHT, _HEAD_HEIGHT = 49, 32, 84
FIND_FROM = 8
"""Runs from which a field to find one is worth its room."""

_ACCEPTED = "CSV · Excel · JSON · Parquet · text · a folder of these"
_PROMISES = (
    (
        "equal",
        "What you ask for is what runs",
        "32 examples per update stay exactly 32, even after trouble in the night.",
    ),
    ("shield-check", "Nothing is lost", "Close the window, lose the power: it goes on from the last save."),
    ("message-square", "Nothing needs an expert", "Every number says what it means. Every problem says what to do."),
)


class HomePage(QWidget):
    """Shows what `ui.state.home` says."""

    starter_asked = Signal()
    new_run_asked = Signal()
    open_asked = Signal(str)
    command_asked = Signal(str, object)
    """The name of a run and what is asked of it."""

    def __init__(self, examples: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._view: HomeView | None = None
        self.new_run = primary_button("New run", "plus")
        self.new_run.clicked.connect(self.new_run_asked)
        self.headline = Headline(self.new_run)
        self._empty = self._build_empty(examples)
        self._runs = self._build_runs()
        whole = column(self.headline, 13, self._empty, self._runs)
        whole.setStretchFactor(self._runs, 1)
        whole.setStretchFactor(self._empty, 1)
        self.setLayout(whole)

    # the page without runs

    def _build_empty(self, examples: tuple[tuple[str, str], ...]) -> QWidget:
        self.starter = StarterCard(examples)
        self.starter.asked.connect(self.starter_asked)
        new = Card()
        button = secondary_button("New run", "plus")
        button.clicked.connect(self.new_run_asked)
        zone = DropZone(
            "Drop a data file anywhere in this window", "CSV · Excel · JSON · Parquet · text · a folder of these"
        )
        new.setLayout(
            column(
                row(IconLabel("plus", "accent", 20), card_title("New run"), None, spacing=9),
                7,
                body("Your own model and rows. The plan works itself out as you choose.", tone="mut"),
                9,
                zone,
                10,
                row(button, None),
                None,
                margins=(20, 15, 20, 15),
            )
        )
        self._device = DeviceFactsCard()
        two = row(new, self._device, spacing=16)
        two.setStretch(0, 1)
        two.setStretch(1, 1)
        new.setMinimumHeight(224)
        return scrolling(column(4, self.starter, 18, two, 18, _promises(), None))

    # the page with runs

    def _build_runs(self) -> QWidget:
        self.active = ActiveCardWidget()
        self.active.open_asked.connect(self.open_asked)
        self.active.command_asked.connect(self.command_asked)
        self._waiting = Card()
        self._waiting_rows: list[WaitingRowWidget] = []
        self._waiting_list = column()
        head = row(IconLabel("list-end", "mut", 16), card_title("Next in line"), spacing=9)
        head.addWidget(caption("starts by itself when the run before it ends"))
        head.addStretch(1)
        self._waiting.setLayout(column(head, 3, self._waiting_list, margins=(18, 11, 14, 3)))
        self._earlier = Card()
        self._earlier_rows: list[EarlierRowWidget] = []
        self._earlier_list = column()
        self._summary = caption()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a run")
        self.search.setAccessibleName("Find a run")
        self.search.setFixedSize(QSize(190, 30))
        self.search.textChanged.connect(self._render_earlier)
        self._all = False
        self._show_all = link_button("Show all")
        self._show_all.clicked.connect(self._show_them_all)
        self._none = body("No run has this name.", tone="mut")
        top = QWidget()
        top.setFixedHeight(34)
        top.setLayout(row(card_title("Earlier runs"), 9, self._summary, None, self.search))
        below = column(self._earlier_list, self._none, row(self._show_all, None), None)
        inside = column(top, 2, earlier_head(), margins=(18, 10, 14, 4))
        self._area = scrolling(below)
        inside.addWidget(self._area, 1)
        self._earlier.setLayout(inside)
        self.strip = StarterStrip()
        self.strip.asked.connect(self.starter_asked)
        whole = QWidget()
        self._stack = column(self.active, self._waiting, self._earlier, self.strip, spacing=14)
        self._stack.setStretchFactor(self._earlier, 100)
        self._stack.addStretch(1)
        whole.setLayout(self._stack)
        return whole

    # showing

    def show_view(self, view: HomeView) -> None:
        """Show this."""
        self._view = view
        self.headline.say(view.headline, view.line)
        self.new_run.setVisible(not view.empty)
        self._empty.setVisible(view.empty)
        self._runs.setVisible(not view.empty)
        if view.device:
            self._device.render_facts(view.device)
        if view.empty:
            return
        self.active.setVisible(view.active is not None)
        if view.active:
            self.active.render_card(view.active)
        self._waiting.setVisible(bool(view.waiting))
        self._fit(self._waiting_rows, len(view.waiting), self._new_waiting_row)
        for shown, widget in zip(view.waiting, self._waiting_rows, strict=False):
            widget.render_row(shown)
        self._render_earlier()

    def _render_earlier(self) -> None:
        if self._view is None:
            return
        every = self._view.earlier
        self._earlier.setVisible(bool(every))
        self.search.setVisible(len(every) >= FIND_FROM or bool(self.search.text()))
        found = matching(every, self.search.text())
        shown = found if self._all else found[:ROWS_AT_FIRST]
        self._summary.setText(self._view.earlier_summary)
        self._none.setVisible(not found)
        self._show_all.setVisible(len(shown) < len(found))
        self._show_all.set_text(f"Show all {len(found)}")
        self._fit(self._earlier_rows, len(shown), self._new_earlier_row)
        more = 0 if found and len(shown) == len(found) else _MORE_HEIGHT
        self._earlier.setMaximumHeight(_HEAD_HEIGHT + len(shown) * ROW_HEIGHT + more)  # no higher than what is in it
        for each, widget in zip(shown, self._earlier_rows, strict=False):
            widget.render_row(each)

    def _show_them_all(self) -> None:
        self._all = True
        self._render_earlier()

    def _fit(self, rows: list, wanted: int, make) -> None:  # type: ignore[no-untyped-def, type-arg]
        while len(rows) < wanted:
            rows.append(make())
        for number, widget in enumerate(rows):
            widget.setVisible(number < wanted)

    def _new_waiting_row(self) -> WaitingRowWidget:
        made = WaitingRowWidget()
        made.open_asked.connect(self.open_asked)
        self._waiting_list.addWidget(made)
        return made

    def _new_earlier_row(self) -> EarlierRowWidget:
        made = EarlierRowWidget()
        made.open_asked.connect(self.open_asked)
        made.again_asked.connect(self._again)
        self._earlier_list.addWidget(made)
        return made

    def _again(self, name: str) -> None:
        if self._view is None:
            return
        command = next((each.command for each in self._view.earlier if each.name == name), None)
        if command is not None:
            self.command_asked.emit(name, command)
            self.open_asked.emit(name)


class DeviceFactsCard(Card):
    """What this computer trains on, in facts."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("cpu", "ok", 20)
        self._title = card_title("Looking at this computer")
        self._chip = Chip()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(14)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self._cells: list[tuple[Label, Elided]] = []
        self._room = Label("").wrapped()
        self._rule = rule()
        self._for = body("Room for:", 600)
        self._for.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = row(self._for, self._room, spacing=4)
        below.setStretchFactor(self._room, 1)
        self.setLayout(
            column(
                row(self._icon, self._title, None, self._chip, spacing=9),
                9,
                self._facts,
                10,
                self._rule,
                10,
                below,
                None,
                margins=(20, 15, 20, 15),
            )
        )
        for widget in (self._chip, self._rule, self._for):
            widget.hide()

    def render_facts(self, shown: DeviceFacts) -> None:
        """Show these."""
        self._title.setText(shown.title)
        self._icon.set_icon("cpu", "ok" if shown.chip_tone == "ok" else "warn")
        self._chip.show_state(shown.chip_icon, shown.chip, shown.chip_tone)
        while len(self._cells) < len(shown.facts):
            pair = (caption(), Elided("", 13, 600 if not self._cells else 400))
            self._facts.addWidget(pair[0], len(self._cells), 0)
            self._facts.addWidget(pair[1], len(self._cells), 1)
            self._cells.append(pair)
        for number, (name, value) in enumerate(self._cells):
            inside = number < len(shown.facts)
            name.setVisible(inside)
            value.setVisible(inside)
            if inside:
                name.setText(shown.facts[number][0])
                value.setText(shown.facts[number][1])
        self._room.setText(shown.room)
        for widget in (self._chip, self._rule, self._for):
            widget.show()


def _promises() -> Card:
    card = Card()
    cells = row(spacing=12)
    for icon_name, title, sentence in _PROMISES:
        words = column(body(title, 600), 2, Label(sentence, 13, 400, "mut").wrapped(), None)
        icon = IconLabel(icon_name, "accent", 20)
        cell = row(column(icon, None), 13, words)
        cell.setStretchFactor(words, 1)
        cells.addLayout(cell, 1)
    card.setLayout(column(caption("What Nightshift promises", 600), 9, cells, margins=(20, 14, 20, 14)))
    return card
