"""Home: how it is going, or where to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.state.device_facts import DeviceFacts
from ui.state.home import HomeView
from ui.state.remote import RemoteRow
from ui.state.run_table import SortKey, arranged
from ui.state.tongue import QT_TR_NOOP, tr
from ui.widgets.active_card import ActiveCardWidget
from ui.widgets.basics import (
    Card,
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
from ui.widgets.chip import Chip
from ui.widgets.drop_zone import DropZone
from ui.widgets.long_list import LongList
from ui.widgets.notes_panel import NotesPanel
from ui.widgets.page import Headline, scrolling
from ui.widgets.remote_card import RemoteCard
from ui.widgets.run_rows import ROW_HEIGHT, EarlierHead, EarlierRowWidget
from ui.widgets.starter_card import StarterCard, StarterStrip
from ui.widgets.waiting import WaitingCard

_NONE_HEIGHT, _HEAD_HEIGHT = 32, 84
FIND_FROM = 8
"""Runs from which a field to find one is worth its room."""

_PROMISES = (
    (
        "equal",
        QT_TR_NOOP("What you ask for is what runs"),
        QT_TR_NOOP("32 examples per update stay exactly 32, even after trouble in the night."),
    ),
    (
        "shield-check",
        QT_TR_NOOP("Nothing is lost"),
        QT_TR_NOOP("Close the window, lose the power: it goes on from the last save."),
    ),
    (
        "message-square",
        QT_TR_NOOP("Nothing needs an expert"),
        QT_TR_NOOP("Every number says what it means. Every problem says what to do."),
    ),
)


class HomePage(QWidget):
    """Shows what `ui.state.home` says."""

    starter_asked = Signal()
    new_run_asked = Signal()
    open_asked = Signal(str)
    command_asked = Signal(str, object)
    """The name of a run and what is asked of it."""
    compare_asked = Signal(str)
    """The name of a run, or nothing."""
    clone_asked = Signal(str)
    move_asked = Signal(str, bool)
    """The name of a run, and whether its model goes along."""
    trash_asked = Signal(str)
    order_asked = Signal(list)
    notes_written = Signal(str, object)
    """The name of a run and its RunNotes."""

    def __init__(self, examples: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._view: HomeView | None = None
        self.new_run = primary_button(tr("New run"), "plus")
        self.new_run.clicked.connect(self.new_run_asked)
        self.follow = link_button(tr("Follow a run elsewhere"), "eye", 34)
        self.follow.setToolTip(tr("A run on another computer, over ssh"))
        self.follow.clicked.connect(self._invite_elsewhere)
        self.headline = Headline(self.follow, self.new_run)
        self.elsewhere = RemoteCard()
        self._empty = self._build_empty(examples)
        self._runs = self._build_runs()
        self._elsewhere_place = QWidget()
        self._elsewhere_place.setLayout(column(self.elsewhere, 14))
        self._elsewhere_place.hide()
        whole = column(self.headline, 13, self._elsewhere_place, self._empty, self._runs)
        whole.setStretchFactor(self._runs, 1)
        whole.setStretchFactor(self._empty, 1)
        self.setLayout(whole)
        self.notes = NotesPanel(self)
        self.notes.written.connect(self.notes_written)

    # the page without runs

    def _build_empty(self, examples: tuple[tuple[str, str], ...]) -> QWidget:
        self.starter = StarterCard(examples)
        self.starter.asked.connect(self.starter_asked)
        new = Card()
        button = secondary_button(tr("New run"), "plus")
        button.clicked.connect(self.new_run_asked)
        zone = DropZone(
            tr("Drop a data file anywhere in this window"),
            tr("CSV · Excel · JSON · Parquet · text · a folder of these"),
        )
        new.setLayout(
            column(
                row(IconLabel("plus", "accent", 20), card_title(tr("New run")), None, spacing=9),
                7,
                body(tr("Your own model and rows. The plan works itself out as you choose."), tone="mut"),
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
        self.active.asked.connect(self._asked)
        self.waiting = WaitingCard()
        self.waiting.asked.connect(self._asked)
        self.waiting.order_asked.connect(self.order_asked)
        self.earlier = LongList(self._new_earlier_row, ROW_HEIGHT, tr("Earlier runs"))
        self._earlier_card = Card()
        self._summary = caption()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a run"))
        self.search.setAccessibleName(tr("Find a run"))
        self.search.setToolTip(tr("By name, model, data, note, or #tag"))
        self.search.setFixedSize(QSize(190, 30))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._render_earlier)
        self.compare = secondary_button(tr("Compare"), "layers", 30)
        self.compare.clicked.connect(lambda: self.compare_asked.emit(""))
        self.head = EarlierHead()
        self.head.sorted_by.connect(self._sort)
        self._sorted: tuple[SortKey, bool] = ("ended", False)
        self._none = body(tr("No run is called so. Its name, model, data, note and #tags were looked at."), tone="mut")
        top = QWidget()
        top.setFixedHeight(34)
        title = card_title(tr("Earlier runs"))
        top.setLayout(row(title, 9, self._summary, None, self.search, 9, self.compare))
        inside = column(top, 2, self.head, self._none, margins=(18, 10, 14, 4))
        inside.addWidget(self.earlier, 1)
        self._earlier_card.setLayout(inside)
        self.strip = StarterStrip()
        self.strip.asked.connect(self.starter_asked)
        whole = QWidget()
        self._stack = column(self.active, self.waiting, self._earlier_card, self.strip, spacing=14)
        self._stack.setStretchFactor(self._earlier_card, 100)
        self._stack.addStretch(1)
        whole.setLayout(self._stack)
        return whole

    def _invite_elsewhere(self) -> None:
        self._elsewhere_place.show()
        self.elsewhere.invite()

    # showing

    def show_elsewhere(self, rows: tuple[RemoteRow, ...]) -> None:
        """Show these runs on other computers."""
        self.elsewhere.show_rows(rows)
        self._elsewhere_place.setVisible(not self.elsewhere.isHidden())

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
        self.waiting.setVisible(bool(view.waiting))
        self.waiting.render_rows(view.waiting)
        self._render_earlier()

    def _sort(self, key: SortKey, backwards: bool) -> None:
        self._sorted = key, backwards
        self._render_earlier()

    def _render_earlier(self) -> None:
        if self._view is None:
            return
        every, text = self._view.earlier, self.search.text()
        key, backwards = self._sorted
        found = arranged(every, text, key, backwards=backwards)
        self._earlier_card.setVisible(bool(every))
        self.search.setVisible(len(every) >= FIND_FROM or bool(text))
        self.compare.setVisible(len(every) > 1)
        self._summary.setText(
            tr("{found} of {all}", found=len(found), all=len(every)) if text else self._view.earlier_summary
        )
        self._none.setVisible(not found)
        height = len(found) * ROW_HEIGHT if found else _NONE_HEIGHT
        self._earlier_card.setMaximumHeight(_HEAD_HEIGHT + height)  # no higher than what is in it
        self.earlier.show_items(found)

    def _new_earlier_row(self) -> EarlierRowWidget:
        made = EarlierRowWidget()
        made.asked.connect(self._asked)
        return made

    def _asked(self, name: str, what: str) -> None:
        each = next((each for each in self._view.earlier if each.name == name), None) if self._view else None
        match what:
            case "open":
                self.open_asked.emit(name)
            case "compare":
                self.compare_asked.emit(name)
            case "clone":
                self.clone_asked.emit(name)
            case "trash":
                self.trash_asked.emit(name)
            case "move" | "move with model":
                self.move_asked.emit(name, what == "move with model")
            case "again" if each is not None and each.command is not None:
                self.command_asked.emit(name, each.command)
                self.open_asked.emit(name)
            case "notes" if each is not None:
                self.notes.ask_about(name, each.title, each.notes)
            case _:
                pass


class DeviceFactsCard(Card):
    """What this computer trains on, in facts."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("cpu", "ok", 20)
        self._title = card_title(tr("Looking at this computer"))
        self._chip = Chip()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(14)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self._cells: list[tuple[Label, Elided]] = []
        self._room = Label("").wrapped()
        self._rule = rule()
        self._for = body(tr("Room for:"), 600)
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
        words = column(body(tr(title), 600), 2, Label(tr(sentence), 13, 400, "mut").wrapped(), None)
        icon = IconLabel(icon_name, "accent", 20)
        cell = row(column(icon, None), 13, words)
        cell.setStretchFactor(words, 1)
        cells.addLayout(cell, 1)
    card.setLayout(column(caption(tr("What Nightshift promises"), 600), 9, cells, margins=(20, 14, 20, 14)))
    return card
