"""What the model will see: any row in words and in tokens, how long the rows are, and where they are cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.state.data_lengths import LengthsView, typed_length
from ui.state.data_tokens import Kind, RowView, TurnBubble
from ui.state.tongue import tr
from ui.theme import theme
from ui.widgets.basics import (
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    card_title,
    column,
    empty,
    icon_button,
    link_button,
    row,
    rule,
    secondary_button,
)
from ui.widgets.data_lengths_plot import LengthsPlot
from ui.widgets.data_token_flow import TokenFlow, paint_box
from ui.widgets.fact_rows import FactRows
from ui.widgets.page import Headline, scrolling


class DataTokensPage(QWidget):
    """Asks for rows and lengths; shows what it is told."""

    row_asked = Signal(str, int, str)
    """"here", "next" or "previous", a number or 0 for the row that is shown, words to find or none."""
    cut_row_asked = Signal()
    length_chosen = Signal(object)
    """Tokens, or None: nothing is cut."""
    skip_asked = Signal(tuple)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lengths: LengthsView | None = None
        back = secondary_button(tr("Back to New run"), "chevron-left", 34)
        back.clicked.connect(self.left)
        self.headline = Headline(back)
        self.headline.say(tr("This is what the model will see"), "")
        upper = row(self._make_conversation(), self._make_tokens(), spacing=12)
        upper.setStretch(0, 440)
        upper.setStretch(1, 585)
        lower = row(self._make_lengths(), self._make_words(), spacing=12)
        lower.setStretchFactor(self._lengths_card, 1)
        whole = column(self.headline, 10, self._make_steps(), 10, upper, 12, lower)
        whole.setStretchFactor(upper, 1)
        whole.setStretchFactor(lower, 1)
        self.setLayout(whole)
        for keys, then in (("Esc", self.left.emit), ("Alt+Left", self.previous.click), ("Alt+Right", self.next.click)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(then)
            self.addAction(action)

    def _make_steps(self) -> QWidget:
        self.place = body("", 600)
        self._trouble = Elided("", 12, 500, "bad")
        self.previous, self.next = (
            icon_button("chevron-left", tr("Row before")),
            icon_button("chevron-right", tr("Next row")),
        )
        self.previous.clicked.connect(lambda: self.row_asked.emit("previous", 0, ""))
        self.next.clicked.connect(lambda: self.row_asked.emit("next", 0, ""))
        self.go_to = _field(tr("Go to row"), 104)
        self.go_to.returnPressed.connect(self._go)
        self.search = _field(tr("Find words"), 170)
        self.search.returnPressed.connect(lambda: self.row_asked.emit("next", 0, self.search.text().strip()))
        self.cut_rows = secondary_button(tr("Cut rows"), "table", 28)
        self.cut_rows.clicked.connect(self.cut_row_asked)
        made = QWidget()
        line = row(
            self.place,
            12,
            self._trouble,
            8,
            self.previous,
            self.next,
            self.go_to,
            self.search,
            self.cut_rows,
            spacing=8,
        )
        line.setStretchFactor(self._trouble, 1)
        made.setLayout(line)
        return made

    def _make_conversation(self) -> Card:
        self._bubbles = column(spacing=8)
        made = Card()
        inside = QWidget()
        inside.setLayout(column(self._bubbles, None, margins=(0, 0, 8, 0)))
        made.setLayout(column(card_title(tr("In words")), 9, scrolling(inside), margins=(16, 12, 8, 12)))
        return made

    def _make_tokens(self) -> Card:
        self._counts = caption()
        self.flow = TokenFlow()
        inside = QWidget()
        inside.setLayout(column(self.flow, None, margins=(0, 0, 8, 0)))
        legend = row(
            _Sample("learned"), 7, caption(tr("learned"), 500, "text"), 16,
            _Sample("read"), 7, caption(tr("only read")), 16,
            _Sample("format"), 7, caption(tr("added by the chat format")), None,
        )  # fmt: skip
        made = Card()
        made.setLayout(
            column(row(card_title(tr("As tokens")), 10, self._counts, None), 9, legend, 9, scrolling(inside),
                   margins=(16, 12, 8, 12))
        )  # fmt: skip
        return made

    def _make_lengths(self) -> Card:
        self._summary = Elided("", 12, 400, "mut")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.plot = LengthsPlot()
        self.plot.chosen.connect(self.length_chosen.emit)
        head = row(card_title(tr("How long the rows are")), 12, self._summary)
        head.setStretchFactor(self._summary, 1)
        made = self._lengths_card = Card()
        made.setLayout(column(head, 4, self.plot, margins=(16, 12, 16, 8)))
        return made

    def _make_words(self) -> Card:
        self.length = _field(tr("as long as they are"), 150)
        self.length.setAccessibleName(tr("Cut rows at, in tokens"))
        self.length.editingFinished.connect(self._type_length)
        self.whole = link_button(tr("Cut nothing"))
        self.whole.clicked.connect(lambda: self.length_chosen.emit(None))
        field = row(body(tr("Cut at")), 8, self.length, 6, body(tr("tokens")), None, self.whole)
        self._facts = FactRows(lambda: (Label("", 14, 600), body()), Qt.AlignmentFlag.AlignRight, (12, 4))
        self._learned, self._price = body().wrapped(), body().wrapped()
        self._suggestion = body().wrapped()
        self.suggested = secondary_button("", None, 28)
        self.suggested.clicked.connect(lambda: self._lengths and self.length_chosen.emit(self._lengths.suggested))
        self._duplicates = body().wrapped()
        self.skip_duplicates = secondary_button("", None, 28)
        self.skip_duplicates.clicked.connect(lambda: self._lengths and self.skip_asked.emit(self._lengths.duplicates))
        inside = QWidget()
        inside.setLayout(
            column(
                self._facts, 7, rule(), 7, self._learned, 4, self._price, 7, self._suggestion, 4,
                row(self.suggested, None), 4, self._duplicates, 4, row(self.skip_duplicates, None), None,
                margins=(0, 0, 8, 0),
            )
        )  # fmt: skip
        made = Card()
        made.setFixedWidth(356)
        made.setLayout(column(field, 8, scrolling(inside), margins=(16, 12, 8, 10)))
        return made

    def show_row(self, view: RowView | None, trouble: str) -> None:
        """Show this row; `trouble` says why another one cannot be shown."""
        self._trouble.setText(trouble)
        if view is None:
            self.place.setText(tr("Looking for the row") if not trouble else tr("No row"))
            return
        self.place.setText(view.place)
        self._counts.setText(view.counts)
        empty(self._bubbles)
        for bubble in view.bubbles:
            self._bubbles.addWidget(_bubble(bubble))
        self.flow.show_boxes(view.boxes)

    def show_lengths(self, line: str, view: LengthsView | None, cut_rows: int) -> None:
        """Show this histogram; `line` says which data and which model."""
        self.headline.say(tr("This is what the model will see"), line)
        self.cut_rows.setVisible(cut_rows > 0)
        self._lengths = view
        if view is None:
            return
        self._summary.setText(view.summary)
        self.plot.show_lengths(view)
        if not self.length.isModified():
            self.length.setText(f"{view.cut_at:,}" if view.is_limited else "")
        self.whole.setVisible(view.is_limited)
        self._facts.show_facts(view.facts)
        for label, text in (
            (self._learned, view.learned),
            (self._price, view.price),
            (self._suggestion, view.suggestion),
            (self._duplicates, view.duplicates_line),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.suggested.setVisible(view.suggested is not None)
        self.suggested.set_text(tr("Cut at {number}", number=f"{view.suggested:,}") if view.suggested else "")
        self.skip_duplicates.setVisible(bool(view.skip_duplicates))
        self.skip_duplicates.set_text(view.skip_duplicates)

    def _go(self) -> None:
        text = self.go_to.text().replace(",", "").strip()
        if text.isdecimal() and 0 < int(text) < 2**53:
            self.row_asked.emit("here", int(text), "")

    def _type_length(self) -> None:
        if not self.length.isModified():
            return
        self.length.setModified(False)
        wanted = typed_length(self.length.text())
        if wanted is not None or not self.length.text().strip():
            self.length_chosen.emit(wanted)
        elif self._lengths:
            self.length.setText(f"{self._lengths.cut_at:,}" if self._lengths.is_limited else "")


class _Sample(QWidget):
    """A box of the legend."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind: Kind = kind
        self.setFixedSize(26, 18)
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(1, 1, 24, 13), "", self._kind)


def _field(placeholder: str, width: int) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(placeholder)
    made.setFixedSize(width, 28)
    return made


def _bubble(view: TurnBubble) -> Card:
    made = Card("learn" if view.learned else "sunk")
    head = row(IconLabel(view.icon, "mut", 14), 7, caption(view.who, 600), None)
    made.setLayout(column(head, 3, body(view.text).wrapped(), margins=(12, 8, 12, 9)))
    return made
