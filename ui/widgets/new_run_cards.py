"""Cards 1 and 3 of New run: which model, and how it learns."""

from __future__ import annotations

from PySide6.QtCore import Signal

from studio.job import Method
from ui.state.new_run_view import LearningView, ModelView
from ui.state.tongue import tr
from ui.widgets.basics import Bar, body, caption, column, label_of, link_button, row
from ui.widgets.choice import Choice, Option
from ui.widgets.numbered_card import NumberedCard

BATCHES = (4, 8, 16, 32, 64, 128, 256)
_MARGINS = (16, 12, 16, 14)


class ModelCard(NumberedCard):
    """Which model."""

    picked = Signal(object)
    browse_asked = Signal()

    def __init__(self) -> None:
        super().__init__(1, tr("Model"))
        self.choice = Choice(tr("Model"), "box", weight=600)
        self.choice.picked.connect(self.picked)
        self._note = caption().wrapped()
        self.browse = link_button(tr("Which models fit?"), "search")
        self.browse.clicked.connect(self.browse_asked)
        below = row(self._note, 8, self.browse)
        below.setStretchFactor(self._note, 1)
        self._bar = Bar(6)
        self._bar.setAccessibleName(tr("Download"))
        self.setLayout(column(self.head, 8, self.choice, 5, below, self._bar, margins=_MARGINS))

    def show_model(self, view: ModelView) -> None:
        """Show this."""
        self.show_badge(view.badge)
        self.choice.show_value(view.name, view.detail, bad=view.note_tone == "bad")
        self._note.setText(view.note)
        self._note.set_tone(view.note_tone)
        self._bar.setVisible(view.share is not None)
        self._bar.set_share(view.share or 0.0)


class LearningCard(NumberedCard):
    """How many examples behind each update, how to learn, how long, how fast."""

    batch_typed = Signal(str)
    method_picked = Signal(object)
    epochs_picked = Signal(float)
    rate_picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(3, tr("Learning"))
        self.batch = Choice(tr("Examples behind each update"), weight=600, editable=True)
        self.batch.set_options(tuple(Option(str(number), str(number)) for number in BATCHES))
        self.method = Choice(tr("How to learn"))
        self.passes = Choice(tr("Passes over the rows"))
        self.rate = Choice(tr("Learning rate"))
        self.batch.picked.connect(self.batch_typed.emit)
        self.batch.typed.connect(self.batch_typed)
        self.method.picked.connect(self.method_picked)
        self.passes.picked.connect(self.epochs_picked.emit)
        self.rate.picked.connect(self.rate_picked)
        self._problem = body("", 500, "bad").wrapped()
        first = column(label_of(tr("Examples behind each update"), self.batch), 3, self.batch)
        second = column(label_of(tr("How to learn"), self.method), 3, self.method)
        third = column(label_of(tr("Passes over the rows"), self.passes), 3, self.passes)
        fourth = column(label_of(tr("Learning rate"), self.rate), 3, self.rate)
        above, below = row(first, second, spacing=12), row(third, fourth, spacing=12)
        for line, shares in ((above, (173, 255)), (below, (214, 214))):
            for place, share in enumerate(shares):
                line.setStretch(place, share)
        self.setLayout(column(self.head, 8, above, self._problem, 8, below, margins=_MARGINS))

    def show_learning(self, view: LearningView, methods: tuple[tuple[Method, str], ...]) -> None:
        """Show this."""
        self.show_badge(view.badge)
        self.batch.show_value(view.batch, bad=bool(view.batch_problem))
        self._problem.say(view.batch_problem)
        self.method.set_options(tuple(Option(method, text) for method, text in methods))
        self.method.show_value(view.method)
        self.passes.set_options(tuple(Option(epochs, text) for epochs, text in view.passes))
        self.passes.show_value(next(text for epochs, text in view.passes if epochs == view.epochs))
        self.rate.set_options(tuple(Option(rate, text, detail) for rate, text, detail in view.rates))
        shown = next((each for each in view.rates if each[0] == view.learning_rate), view.rates[0])
        self.rate.show_value(shown[1], shown[2])
