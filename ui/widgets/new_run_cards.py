"""The left side of the New run page: model, data and learning, each a card with a word on how it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.job import Method
from ui.state.new_run_view import Badge, DataView, LearningView, ModelView
from ui.widgets.basics import Card, Elided, IconLabel, Label, body, caption, card_title, column, row
from ui.widgets.choice import Choice, Option
from ui.widgets.problem_card import ProblemCard

BATCHES = (4, 8, 16, 32, 64, 128, 256)
_MARGINS = (16, 12, 16, 14)


class _Numbered(Card):
    """A card with a number, a title and a badge."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._badge_icon = IconLabel("info", "mut", 14)
        self._badge = caption("", 500)
        self.head = row(
            Label(str(number), 15, 500, "mut"), 10, card_title(title), None, self._badge_icon, 6, self._badge
        )

    def show_badge(self, badge: Badge) -> None:
        """How it stands."""
        self._badge_icon.set_icon(badge.icon, badge.tone)
        self._badge.setText(badge.words)
        self._badge.set_tone(badge.tone)


class ModelCard(_Numbered):
    """Which model."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(1, "Model")
        self.choice = Choice("Model", "box", weight=600)
        self.choice.picked.connect(self.picked)
        self._note = caption().wrapped()
        self.setLayout(column(self.head, 8, self.choice, 7, self._note, margins=_MARGINS))

    def show_model(self, view: ModelView) -> None:
        """Show this."""
        self.show_badge(view.badge)
        self.choice.show_value(view.name, view.detail, bad=view.note_tone == "bad")
        self._note.setText(view.note)
        self._note.set_tone(view.note_tone)
        self._note.setVisible(bool(view.note))


class DataCard(_Numbered):
    """Which rows, and what in them is read and learned."""

    picked = Signal(object)
    columns_picked = Signal(tuple, str)

    def __init__(self) -> None:
        super().__init__(2, "Data")
        self._view: DataView | None = None
        self.choice = Choice("Data", "file", weight=600)
        self.choice.picked.connect(self.picked)
        self.reads = Choice("The model reads", "table")
        self.writes = Choice("and learns to write", "table")
        self.reads.picked.connect(self._pick_reads)
        self.writes.picked.connect(self._pick_writes)
        left = column(_label("The model reads", self.reads), 3, self.reads)
        right = column(_label("and learns to write", self.writes), 3, self.writes)
        arrow = column(None, row(IconLabel("arrow-right", "mut", 16)), 9)
        line = row(left, 8, arrow, 8, right)
        line.setStretchFactor(left, 1)
        line.setStretchFactor(right, 1)
        self._columns = Card("field")
        self._columns.setProperty("card", "")
        self._columns.setLayout(line)
        self._shape = body("", tone="mut").wrapped()
        self._preview = Card("sunk")
        self._row = caption()
        self._reads = Elided("", 12, 500)
        self._writes = Elided("", 12, 500)
        self._writes.set_minimum(80)
        shown = row(self._row, 8, self._reads, 7, IconLabel("arrow-right", "mut", 14), 7, self._writes, None)
        shown.setContentsMargins(11, 6, 11, 6)
        self._preview.setLayout(shown)
        self._counts_icon = IconLabel("circle-check", "ok", 16)
        self._counts = body().wrapped()
        counts = row(self._counts_icon, 9, self._counts)
        counts.setStretchFactor(self._counts, 1)
        self._cut = caption().wrapped()
        self._cut.setContentsMargins(25, 0, 0, 0)
        self._counted = QWidget()
        self._counted.setLayout(column(2, counts, 2, self._cut))
        self._problem_title = body("", 600, "bad").wrapped()
        self._problem_hint = body().wrapped()
        self.problems = ProblemCard()
        self.setLayout(
            column(
                column(self.head, 8, self.choice),
                self._columns,
                self._shape,
                self._preview,
                self._problem_title,
                self._problem_hint,
                self.problems,
                self._counted,
                spacing=8,
                margins=_MARGINS,
            )
        )

    def show_data(self, view: DataView) -> None:
        """Show this."""
        self._view = view
        self.show_badge(view.badge)
        self.choice.show_value(view.name, view.detail, bad=bool(view.problem[0]))
        self._columns.setVisible(bool(view.writes))
        if view.writes:
            together = " + ".join(view.reads)
            reads = [Option((name,), name) for name in view.columns]
            if len(view.reads) > 1:
                reads.insert(0, Option(view.reads, together))
            self.reads.set_options(tuple(reads))
            self.writes.set_options(tuple(Option(name, name) for name in view.columns))
            self.reads.show_value(together)
            self.writes.show_value(view.writes)
        _show(self._shape, view.shape)
        self._preview.setVisible(view.preview is not None and not view.problems)
        if view.preview:
            self._row.setText(view.preview[0])
            self._reads.setText(view.preview[1])
            self._writes.setText(view.preview[2])
            self._reads.setVisible(bool(view.preview[1]))
        _show(self._problem_title, view.problem[0])
        _show(self._problem_hint, view.problem[1])
        self.problems.setVisible(bool(view.problems))
        self.problems.show_problems(view.problems_title, view.problems, view.problems_note)
        self._counts_icon.set_icon(view.counts_icon, view.counts_tone)
        self._counts_icon.setVisible(bool(view.counts))
        _show(self._counts, view.counts)
        _show(self._cut, "" if view.problems else view.cut)

    def _pick_reads(self, reads: tuple[str, ...]) -> None:
        if self._view:
            self.columns_picked.emit(reads, self._view.writes)

    def _pick_writes(self, writes: str) -> None:
        if self._view:
            self.columns_picked.emit(self._view.reads, writes)


class LearningCard(_Numbered):
    """How many examples behind each update, how to learn, how long, how fast."""

    batch_typed = Signal(str)
    method_picked = Signal(object)
    epochs_picked = Signal(float)
    rate_picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(3, "Learning")
        self.batch = Choice("Examples behind each update", weight=600, editable=True)
        self.batch.set_options(tuple(Option(str(number), str(number)) for number in BATCHES))
        self.method = Choice("How to learn")
        self.passes = Choice("Passes over the rows")
        self.rate = Choice("Learning rate")
        self.batch.picked.connect(self.batch_typed.emit)
        self.batch.typed.connect(self.batch_typed)
        self.method.picked.connect(self.method_picked)
        self.passes.picked.connect(self.epochs_picked.emit)
        self.rate.picked.connect(self.rate_picked)
        self._problem = body("", 500, "bad").wrapped()
        first = column(_label("Examples behind each update", self.batch), 3, self.batch)
        second = column(_label("How to learn", self.method), 3, self.method)
        third = column(_label("Passes over the rows", self.passes), 3, self.passes)
        fourth = column(_label("Learning rate", self.rate), 3, self.rate)
        above, below = row(first, second, spacing=12), row(third, fourth, spacing=12)
        for line, shares in ((above, (173, 255)), (below, (214, 214))):
            for place, share in enumerate(shares):
                line.setStretch(place, share)
        self.setLayout(column(self.head, 8, above, self._problem, 8, below, margins=_MARGINS))

    def show_learning(self, view: LearningView, methods: tuple[tuple[Method, str], ...]) -> None:
        """Show this."""
        self.show_badge(view.badge)
        self.batch.show_value(view.batch, bad=bool(view.batch_problem))
        _show(self._problem, view.batch_problem)
        self.method.set_options(tuple(Option(method, text) for method, text in methods))
        self.method.show_value(view.method)
        self.passes.set_options(tuple(Option(epochs, text) for epochs, text in view.passes))
        self.passes.show_value(next(text for epochs, text in view.passes if epochs == view.epochs))
        self.rate.set_options(tuple(Option(rate, text, detail) for rate, text, detail in view.rates))
        shown = next((each for each in view.rates if each[0] == view.learning_rate), view.rates[0])
        self.rate.show_value(shown[1], shown[2])


def _label(text: str, buddy: Choice) -> Label:
    made = caption(text, 500)
    made.setBuddy(buddy)
    return made


def _show(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
