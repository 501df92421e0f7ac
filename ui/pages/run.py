"""The Run page: how it goes, what happened, and what can be asked of the run."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from studio import api
from studio.commands import Command
from studio.job import TrainJob
from ui.state.gauges import gauges_of
from ui.state.run import RunView, ShownRun, report_of
from ui.state.run_curves import SMALL_CURVES, curves_of, small_curves_of
from ui.widgets.answers import AnswersCard
from ui.widgets.basics import Card, Label, body, card_title, column, primary_button, row, rule
from ui.widgets.finished_panel import FinishedPanel
from ui.widgets.gauges import Gauges
from ui.widgets.happened_list import HappenedList
from ui.widgets.loss_card import LossCard, SamplePicture
from ui.widgets.run_header import RunHeader
from ui.widgets.small_plot import SmallPlot
from ui.widgets.story_panel import Details, StoryPanel

_LOG_TAIL = 16_000
_COPIED_SECONDS = 3.0
_SMALL_SECONDS = 1.0


class RunPage(QWidget):
    """Shows one run by its files; `render` after every look at them."""

    asked = Signal(object)
    """A Command for the run that is shown."""
    new_run_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._watch: api.RunWatch | None = None
        self._shown: ShownRun | None = None
        self._machine: api.Machine | None = None
        self._drawn: tuple[object, ...] = ()
        self._small_drawn: tuple[object, ...] = ()
        self._small_due = 0.0
        self._copied_at = 0.0
        self.header = RunHeader()
        self.loss = LossCard()
        self.answers = AnswersCard()
        self.happened = HappenedList("What happens will stand here.")
        self.gauges = Gauges()
        self.finished = FinishedPanel()
        self.story = StoryPanel()
        self.details = Details()
        self.small = tuple(SmallPlot(title, color) for title, color in SMALL_CURVES)
        self._lay_out()
        self.header.asked.connect(self._ask)
        self.finished.new_run_asked.connect(self.new_run_asked)
        self.finished.files_asked.connect(self._show_files)
        self.finished.report_asked.connect(self._copy_report)
        self.details.report_asked.connect(self._copy_report)

    def _lay_out(self) -> None:
        self._side = Card()
        self._side.setFixedWidth(284)
        beside = column(
            card_title("What happened"),
            self.happened,
            row(rule(), 8),
            row(self.gauges, 8),
            spacing=12,
            margins=(16, 14, 8, 14),
        )
        beside.setStretchFactor(self.happened, 1)
        self._side.setLayout(beside)
        left = column(self.loss, self.answers, spacing=12)
        left.setStretch(0, 3)
        left.setStretch(1, 2)
        middle = row(left, self._side, self.finished, spacing=12)
        middle.setStretchFactor(left, 1)
        self._bottom = QWidget()
        line = QHBoxLayout(self._bottom)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for plot in self.small:
            line.addWidget(plot, 1)
        run = QWidget()
        whole = column(self.header, self.story, middle, self._bottom, self.details, spacing=12)
        whole.setStretchFactor(middle, 1)
        run.setLayout(whole)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._pages.addWidget(run)
        self.setLayout(column(self._pages))

    def _empty(self) -> QWidget:
        made = QWidget()
        card = Card()
        self.begin = primary_button("New run", "plus", 38)
        self.begin.clicked.connect(self.new_run_asked)
        words = body("Start a run and watch it learn here, update by update.", tone="mut")
        inside = column(
            SamplePicture(), 4, Label("Nothing is running yet", 16, 600), words, 8, self.begin,
            spacing=8, margins=(48, 36, 48, 40),
        )  # fmt: skip
        for index in range(inside.count()):
            inside.setAlignment(inside.itemAt(index).widget() or card, Qt.AlignmentFlag.AlignHCenter)
        card.setLayout(inside)
        made.setLayout(column(None, row(None, card, None), None, None))
        return made

    # What the window tells it

    def show_run(self, watch: api.RunWatch, job: TrainJob) -> None:
        """Show this run from now on."""
        if self._watch is watch:
            return
        self._watch, self._shown = watch, ShownRun(job)
        self._drawn = self._small_drawn = ()
        if self.loss.plot is not None:
            self.loss.plot.forget()
        self._pages.setCurrentIndex(1)
        self.details.path.setText(str(watch.run.log))
        self.render()

    def show_nothing(self) -> None:
        """The empty page."""
        self._watch = self._shown = None
        self._pages.setCurrentIndex(0)

    def set_machine(self, machine: api.Machine) -> None:
        """What the devices do now."""
        self._machine = machine
        if self.isVisible() and self._shown is not None:
            self._show_gauges()

    def make_plot(self) -> None:
        """Bring pyqtgraph in, so that the first look at a run does not wait for it."""
        self.loss.make_plot()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.render()

    def render(self) -> None:
        """Show the story as it is now."""
        if self._watch is None or self._shown is None:
            return
        story = self._watch.story
        view = self._shown.view(story, self._watch.state)
        self.header.show_view(view)
        self._arrange(view)
        self._show_curves(view)
        self._show_small_curves(view)
        self._show_gauges()
        self.loss.show_twin(view.twin)
        for button in (self.details.copy, self.finished.report):
            copied = time.monotonic() - self._copied_at < _COPIED_SECONDS
            button.set_text("Copied" if copied else "Copy report")

    # How it is put on the page

    def _arrange(self, view: RunView) -> None:
        """The cards this layout has, with what stands on them."""
        ended, story = view.layout == "finished", view.layout == "story"
        self.story.setVisible(story)
        self.details.setVisible(story)
        self._bottom.setVisible(view.layout in ("plot", "getting ready"))
        self._side.setVisible(view.layout in ("plot", "getting ready"))
        self.finished.setVisible(ended)
        self.loss.setVisible(not story or view.has_curve)
        self.answers.setVisible(ended and view.before is not None)
        self.loss.show_outcome(view.outcome if ended else None)
        if ended:
            self.finished.show_view(view)
            if view.before is not None:
                self.answers.show_answers(view.before, view.after)
        elif story:
            self.story.show_view(view)
        else:
            self.happened.show_list(view.happened)
        if view.layout == "getting ready":
            self.loss.show_steps(view.steps)

    def _show_curves(self, view: RunView) -> None:
        """The plots, where there is anything new to draw."""
        assert self._watch is not None
        assert self._shown is not None
        story = self._watch.story
        seen = (len(story.curves.train_loss), story.last_at, view.flags, view.layout, self.isVisible())
        if seen == self._drawn:
            return
        self._drawn = seen
        if view.layout != "getting ready":
            self.loss.show_curves(curves_of(story), view.flags, now=self.isVisible())

    def _show_small_curves(self, view: RunView) -> None:
        """The small plots, once a second: nobody reads them faster."""
        assert self._watch is not None
        assert self._shown is not None
        seen = (*self._drawn[:2], view.layout)
        now = time.monotonic()
        if view.layout not in ("plot", "getting ready") or seen == self._small_drawn:
            return
        if now < self._small_due and seen[2:] == self._small_drawn[2:]:
            return
        self._small_drawn, self._small_due = seen, now + _SMALL_SECONDS
        story = self._watch.story
        for plot, curve in zip(self.small, small_curves_of(story, self._shown.job), strict=True):
            plot.show_curve(curve, story.updates)

    def _show_gauges(self) -> None:
        if self._machine is not None and self._watch is not None:
            self.gauges.show_gauges(*gauges_of(self._machine, self._watch.story))

    # What is pressed

    def _ask(self, command: Command) -> None:
        if self._watch is None or self._shown is None:
            return
        self._shown.press(command, self._watch.state)
        self.asked.emit(command)
        self.render()

    def _show_files(self) -> None:
        if self._watch is not None:
            run = self._watch.run
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.result if run.result.is_dir() else run.path)))

    def _copy_report(self) -> None:
        if self._watch is None or self._shown is None:
            return
        run = self._watch.run
        report = report_of(self._watch.story, self._watch.state, self._shown.job, str(run.path), _end_of(run.log))
        QGuiApplication.clipboard().setText(report)
        self._copied_at = time.monotonic()
        self.render()


def _end_of(log: Path) -> str:
    try:
        with log.open("rb") as file:
            file.seek(max(log.stat().st_size - _LOG_TAIL, 0))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
