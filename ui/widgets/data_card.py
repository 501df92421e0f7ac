"""Card 2 of New run: which rows, what they were read as, what is wrong with them, and what in them is learned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.state.new_run_view import DataView
from ui.state.tongue import QT_TR_NOOP, tr
from ui.widgets.basics import (
    Bar,
    Card,
    Elided,
    IconLabel,
    body,
    caption,
    column,
    held,
    label_of,
    link_button,
    row,
    secondary_button,
)
from ui.widgets.choice import Choice, Option
from ui.widgets.data_hub_line import HubDataLine
from ui.widgets.numbered_card import NumberedCard
from ui.widgets.problem_card import ProblemCard

_SEPARATORS = (
    ("", QT_TR_NOOP("As found")),
    (",", QT_TR_NOOP("Comma")),
    (";", QT_TR_NOOP("Semicolon")),
    ("\t", QT_TR_NOOP("Tab")),
    ("|", QT_TR_NOOP("Bar |")),
)
_ENCODINGS = (
    ("", QT_TR_NOOP("As found")),
    ("utf-8", "UTF-8"),
    ("cp1252", QT_TR_NOOP("Windows-1252, Western Europe")),
    ("cp1251", QT_TR_NOOP("Windows-1251, Cyrillic")),
    ("utf-16", "UTF-16"),
    ("gb18030", QT_TR_NOOP("GB 18030, Chinese")),
    ("shift_jis", QT_TR_NOOP("Shift JIS, Japanese")),
)
_JOINED = " + "


class DataCard(NumberedCard):
    """Shows what `ui.state.new_run_cards.data_view` says."""

    picked = Signal(object)
    columns_picked = Signal(tuple, str)
    writing_picked = Signal(str, str)
    """Separator and encoding; empty: as found."""
    found_asked = Signal()
    skip_asked = Signal(tuple)
    unskip_asked = Signal()
    look_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__(2, tr("Data"))
        self._view: DataView | None = None
        self.choice = Choice(tr("Data"), "file", weight=600)
        self.choice.picked.connect(self.picked)
        self.hub = HubDataLine()
        self._found = caption().wrapped()
        self.change = link_button(tr("Change"))
        self.change.clicked.connect(self._toggle)
        found = row(self._found, 6, self.change)
        found.setStretchFactor(self._found, 1)
        self._found_line = held(found)
        self._columns = self._make_columns()
        self._fold = self._make_fold()
        self._is_open = False
        self._preview = self._make_preview()
        self.reading = Bar()
        self.reading.setAccessibleName(tr("Reading the rows"))
        self._reading = caption("", 500, "text").wrapped()
        self.stop = secondary_button(tr("Stop reading"), "x", 28)
        self.stop.clicked.connect(self.stop_asked)
        progress = row(self._reading, 8, self.stop)
        progress.setStretchFactor(self._reading, 1)
        self._reading_line = held(column(progress, 6, self.reading))
        self._problem_title = body("", 600, "bad").wrapped()
        self._problem_hint = body().wrapped()
        self.problems = ProblemCard()
        self.problems.skip_asked.connect(self.skip_asked)
        self.problems.column_asked.connect(self._use_column)
        self._skipped = caption()
        self.unskip = link_button(tr("Use them again"))
        self.unskip.clicked.connect(self.unskip_asked)
        self._skipped_line = held(row(25, self._skipped, 4, self.unskip, None))
        self._counts_icon = IconLabel("circle-check", "ok", 16)
        self._counts, self._cut = body().wrapped(), caption().wrapped()
        self.look = secondary_button(tr("See what it learns"), "eye", 28)
        self.look.clicked.connect(self.look_asked)
        counts = row(self._counts_icon, 9, self._counts)
        counts.setStretchFactor(self._counts, 1)
        below = row(25, self._cut, 8, self.look)
        below.setStretchFactor(self._cut, 1)
        self._counts_line = held(counts)
        self._counted = held(column(2, self._counts_line, 2, below))
        self.setLayout(
            column(
                column(self.head, 8, self.choice),
                self.hub,
                self._found_line,
                self._reading_line,
                self._problem_title,
                self._problem_hint,
                self._columns,
                self._fold,
                self._preview,
                self.problems,
                self._skipped_line,
                self._counted,
                spacing=7,
                margins=(16, 12, 16, 14),
            )
        )

    def _make_columns(self) -> QWidget:
        self.reads = Choice(tr("The model reads"), "table", editable=True)
        self.writes = Choice(tr("and learns to write"), "table", editable=True)
        for choice in (self.reads, self.writes):
            choice.picked.connect(lambda _=None: self._pick_columns())
            edit = choice.lineEdit()
            assert edit is not None
            edit.setPlaceholderText(tr("a column"))
            edit.editingFinished.connect(self._pick_columns)
        left = column(label_of(tr("The model reads"), self.reads), 3, self.reads)
        right = column(label_of(tr("and learns to write"), self.writes), 3, self.writes)
        arrow = column(None, row(IconLabel("arrow-right", "mut", 16)), 9)
        line = row(left, 8, arrow, 8, right)
        line.setStretchFactor(left, 1)
        line.setStretchFactor(right, 1)
        return held(line)

    def _make_fold(self) -> QWidget:
        self.separator, self.encoding = Choice(tr("Between the cells")), Choice(tr("Letters are written in"))
        self.separator.set_options(tuple(Option(value, tr(text)) for value, text in _SEPARATORS))
        self.encoding.set_options(tuple(Option(value, tr(text)) for value, text in _ENCODINGS))
        self.separator.picked.connect(lambda value: self._pick_writing(separator=str(value)))
        self.encoding.picked.connect(lambda value: self._pick_writing(encoding=str(value)))
        left = column(label_of(tr("Between the cells"), self.separator), 3, self.separator)
        right = column(label_of(tr("Letters are written in"), self.encoding), 3, self.encoding)
        line = row(left, 12, right)
        line.setStretchFactor(left, 1)
        line.setStretchFactor(right, 1)
        hint = caption(tr("To join columns, write their names like this: {question} ({topic}).")).wrapped()
        self.as_found = link_button(tr("Read it as it was found"), "rotate-ccw")
        self.as_found.clicked.connect(self.found_asked)
        return held(column(hint, 6, line, 2, row(self.as_found, None)))

    def _make_preview(self) -> Card:
        made = Card("sunk")
        self._row = caption()
        self.preview_reads, self.preview_writes = Elided("", 12, 500), Elided("", 12, 500)
        self.preview_writes.set_minimum(80)
        shown = row(
            self._row, 8, self.preview_reads, 7, IconLabel("arrow-right", "mut", 14), 7, self.preview_writes, None
        )
        shown.setContentsMargins(11, 6, 11, 6)
        made.setLayout(shown)
        return made

    def show_data(self, view: DataView) -> None:
        """Show this."""
        before, self._view = self._view, view
        if before is None or before.name != view.name:
            self._is_open = False
        self.show_badge(view.badge)
        self.choice.show_value(view.name, view.detail, bad=bool(view.problem[0]))
        self._found.setText(view.found)
        self._found_line.setVisible(bool(view.found))
        failed = bool(view.problem[0])
        is_open = self._is_open or (failed and bool(view.columns))
        self.change.set_text(tr("Done") if self._is_open else tr("Change"))
        crowded = sum(len(group.rows) for group in view.problems) > 1 and not is_open
        self._columns.setVisible(bool(view.columns) and (bool(view.writes) or is_open) and not crowded)
        self._fold.setVisible(is_open)
        self._show_columns(view)
        self.separator.show_value(next((tr(text) for value, text in _SEPARATORS if value == view.separator), ""))
        named = dict(_ENCODINGS)
        self.encoding.show_value(tr(named.get(view.encoding, view.encoding)))
        self.as_found.setVisible(view.chosen_by_hand)
        self._preview.setVisible(view.preview is not None and (not view.problems or self._is_open))
        if view.preview:
            self._row.setText(view.preview[0])
            self.preview_reads.setText(view.preview[1])
            self.preview_writes.setText(view.preview[2])
            self.preview_reads.setVisible(bool(view.preview[1]))
        self._show_reading(view)
        self._problem_title.say(view.problem[0])
        self._problem_hint.say(view.problem[1])
        self.problems.setVisible(bool(view.problems))
        self.problems.show_problems(view.problems_title, view.problems, view.problems_note)
        self._skipped.setText(view.skipped)
        self._skipped_line.setVisible(bool(view.skipped))
        self._counted.setVisible(bool(view.counts))
        self._counts_line.setVisible(not (crowded and view.can_look))
        self._counts_icon.set_icon(view.counts_icon, view.counts_tone)
        self._counts.setText(view.counts)
        self._cut.setText(view.counts if crowded and view.can_look else view.cut)
        self.look.setVisible(view.can_look)

    def _show_reading(self, view: DataView) -> None:
        self._reading_line.setVisible(bool(view.reading))
        self._reading.setText(view.reading)
        self.reading.setVisible(view.share is not None)
        self.reading.set_share(view.share or 0.0)

    def _show_columns(self, view: DataView) -> None:
        together = _JOINED.join(view.reads)
        reads = [Option((name,), name) for name in view.columns]
        if len(view.reads) > 1:
            reads.insert(0, Option(view.reads, together))
        self.reads.set_options(tuple(reads))
        self.writes.set_options(tuple(Option(name, name) for name in view.columns))
        for choice, text in ((self.reads, together), (self.writes, view.writes)):
            edit = choice.lineEdit()
            assert edit is not None
            if not edit.isModified():
                choice.show_value(text)

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        if self._view:
            self.show_data(self._view)

    def _pick_columns(self) -> None:
        """Both fields as they stand: a column, several joined by +, or a text with {column} fields."""
        view = self._view
        if view is None:
            return
        for choice in (self.reads, self.writes):
            edit = choice.lineEdit()
            assert edit is not None
            edit.setModified(False)
        text, writes = self.reads.currentText().strip(), self.writes.currentText().strip()
        is_template = "{" in text or text in view.columns
        reads = (text,) if is_template else tuple(part.strip() for part in text.split(_JOINED) if part.strip())
        if reads and writes and (reads, writes) != (view.reads, view.writes):
            self.columns_picked.emit(reads, writes)

    def _pick_writing(self, *, separator: str | None = None, encoding: str | None = None) -> None:
        if self._view:
            chosen = self._view.separator if separator is None else separator
            self.writing_picked.emit(chosen, self._view.encoding if encoding is None else encoding)

    def _use_column(self, instead_of: str, name: str) -> None:
        if self._view is None:
            return
        reads = tuple(name if each == instead_of else each for each in self._view.reads)
        self.columns_picked.emit(reads, name if self._view.writes == instead_of else self._view.writes)
