"""The Run page: how it goes, what happened, and what can be asked of the run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from studio import api
from studio.commands import Command
from studio.errors import StudioError
from studio.job import TrainJob
from ui.state.gauges import gauges_of
from ui.state.hints import in_line
from ui.state.row_losses import rows_view
from ui.state.run import RunView, ShownRun
from ui.state.run_curves import SMALL_CURVES, CurveView, KeptCurves, curves_of, small_curves_of, table_of
from ui.state.run_report import report_of
from ui.state.tongue import tr
from ui.widgets.answers import AnswersCard
from ui.widgets.basics import column, row
from ui.widgets.finished_panel import FinishedPanel
from ui.widgets.happened_card import HappenedCard
from ui.widgets.link_strip import LinkStrip
from ui.widgets.loss_card import LossCard
from ui.widgets.no_run import NoRun
from ui.widgets.regroup_strip import RegroupStrip
from ui.widgets.row_panel import RowPanel
from ui.widgets.run_header import RunHeader
from ui.widgets.samples_panel import SamplesPanel
from ui.widgets.small_plot import SmallPlot
from ui.widgets.story_panel import Details, StoryPanel

_LOG_TAIL = 16_000
_COPIED_SECONDS = 3.0
_SMALL_SECONDS = 1.0

Guest = Literal["", "rows", "samples"]
"""What stands beside the plot in place of what happened."""


class RunPage(QWidget):
    """Shows one run by its files; `render` after every look at them."""

    asked = Signal(object)
    """A Command for the run that is shown."""
    rows_asked = Signal(object)
    """An api.UpdateRowsWanted; `hear_rows` takes the answer."""
    rows_asked_elsewhere = Signal(object)
    """The same of a run on another computer."""
    new_run_asked = Signal()
    told = Signal(str, str)
    """Title and hint of something that did not work."""

    def __init__(self) -> None:
        super().__init__()
        self._watch: api.RunWatch | None = None
        self._shown: ShownRun | None = None
        self._machine: api.Machine | None = None
        self._curves: CurveView | None = None
        self._kept = KeptCurves()
        self._guest: Guest = ""
        self._rows: Sequence[api.RowOfUpdate] = ()
        self._rows_trouble = ""
        self._drawn: tuple[object, ...] = ()
        self._small_drawn: tuple[object, ...] = ()
        self._small_due = 0.0
        self._copied_at = 0.0
        self._elsewhere = False
        self._cards_there = 0
        """Of the other computer."""
        self.link = LinkStrip()
        self.header = RunHeader()
        self.regroup = RegroupStrip()
        self.loss = LossCard()
        self.answers = AnswersCard()
        self.side = HappenedCard()
        self.rows = RowPanel()
        self.samples = SamplesPanel()
        self.finished = FinishedPanel()
        self.story = StoryPanel()
        self.details = Details()
        self.small = tuple(SmallPlot(tr(title), color) for title, color in SMALL_CURVES)
        self._lay_out()
        self._connect()

    @property
    def shown_run(self) -> api.RunFolder:
        """The run on the page; there must be one."""
        assert self._watch is not None
        return self._watch.run

    def _lay_out(self) -> None:
        left = column(self.loss, self.answers, spacing=12)
        left.setStretch(0, 3)
        left.setStretch(1, 2)
        middle = row(left, self.side, self.finished, self.rows, self.samples, spacing=12)
        middle.setStretchFactor(left, 1)
        self._bottom = QWidget()
        line = row(*self.small, spacing=12)
        for number in range(len(self.small)):
            line.setStretch(number, 1)
        self._bottom.setLayout(line)
        run, nothing = QWidget(), NoRun()
        whole = column(self.link, self.header, self.regroup, self.story, middle, self._bottom, self.details, spacing=12)
        whole.setStretchFactor(middle, 1)
        run.setLayout(whole)
        nothing.new_run_asked.connect(self.new_run_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(run)
        self.setLayout(column(self._pages))

    def _connect(self) -> None:
        for asking in (self.header, self.regroup, self.side, self.samples):
            asking.asked.connect(self._ask)
        self.regroup.numbers.chosen.connect(self._choose_devices)
        for ways_there in (self.side, self.finished):
            ways_there.samples_asked.connect(lambda: self._invite("samples"))
        for guest in (self.rows, self.samples):
            guest.closed.connect(lambda: self._invite(""))
        self.finished.curves_asked.connect(self.render)
        self.finished.new_run_asked.connect(self.new_run_asked)
        self.finished.files_asked.connect(self._show_files)
        self.finished.report_asked.connect(self._copy_report)
        self.details.report_asked.connect(self._copy_report)
        self.loss.chosen.connect(self.choose)
        self.loss.pointed.connect(self._point_at)
        self.loss.window_moved.connect(self._show_window)
        self.loss.menu.table = lambda: table_of(self._watch.story, self._smoothed()) if self._watch else iter(())
        self.loss.menu.failed.connect(self.told)
        self.rows.moved.connect(lambda by: self.choose((self._chosen or 1) + by))
        for plot in self.small:
            plot.pointed.connect(self._point_at)

    # What the window tells it

    def show_run(self, watch: api.RunWatch, job: TrainJob, *, elsewhere: bool = False, cards: int = 0) -> None:
        """Show this run from now on. `elsewhere`: it is on another computer with so many `cards`, and so are its
        device and its rows."""
        self._cards_there = cards
        if self._watch is watch:
            return
        self._elsewhere = elsewhere
        self.side.gauges.setVisible(False)
        if not elsewhere:
            self.link.show_link(None)
        self._watch, self._shown, self._curves = watch, ShownRun(job), None
        self._drawn = self._small_drawn = ()
        self._guest = ""
        self.loss.forget()
        self.loss.menu.name = job.name
        self._pages.setCurrentIndex(1)
        self.details.path.setText(str(watch.run.log))
        if self._machine is not None:
            self.set_machine(self._machine)
        self.render()

    def show_nothing(self) -> None:
        """The empty page."""
        self._watch = self._shown = None
        self._pages.setCurrentIndex(0)

    def set_machine(self, machine: api.Machine) -> None:
        """What the devices do now."""
        self._machine = machine
        if self._watch is None:
            return
        if self.isVisible():
            self._show_gauges()

    def hear_rows(self, wanted: api.UpdateRowsWanted, rows: Sequence[api.RowOfUpdate] | None) -> None:
        """The answer to `rows_asked`, None where there is none; passed over where nobody waits for it any more."""
        waited_for = self._watch is not None and wanted.run == str(self._watch.run.path)
        if not waited_for or wanted.update != self._chosen:
            return
        if rows is not None:
            self._rows, self._rows_trouble = rows, ""
        elif self._elsewhere:
            self._rows_trouble = tr("The other computer could not be asked for its rows now.")
        self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.render()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._guest:
            self._invite("")
        else:
            super().keyPressEvent(event)

    def read_on(self) -> None:
        """While a long run is being read: take its curves in by and by, and draw nothing yet."""
        if self._watch is not None:
            self._kept.read_on(self._watch.story)

    def render(self) -> None:
        """Show the story as it is now."""
        if self._watch is None or self._shown is None:
            return
        story = self._watch.story
        here = None if self._elsewhere else self._machine
        view = self._shown.view(story, self._watch.state, here, self._cards_there)
        self.header.show_view(view)
        self.regroup.show_regroup(view.regroup)
        self._arrange(view)
        self._show_curves(view)
        self._show_small_curves(view)
        self._show_gauges()
        self.loss.show_twin(view.twin)
        for button in (self.details.copy, self.finished.report):
            copied = time.monotonic() - self._copied_at < _COPIED_SECONDS
            button.set_text(tr("Copied") if copied else tr("Copy report"))

    # How it is put on the page

    def _arrange(self, view: RunView) -> None:
        """The cards this layout has, with what stands on them."""
        ended, story, ready = view.layout == "finished", view.layout == "story", view.layout == "getting ready"
        at_work = view.layout in ("plot", "getting ready")
        self.story.setVisible(story)
        self.details.setVisible(story)
        other_curves = ended and self.finished.curves.isChecked()
        self._bottom.setVisible(at_work or other_curves)
        self.side.setVisible(at_work and not self._guest)
        self.finished.setVisible(ended and not self._guest)
        self.rows.setVisible(self._guest == "rows")
        self.samples.setVisible(self._guest == "samples")
        self.loss.setVisible(not story or view.has_curve)
        self.answers.setVisible(ended and view.before is not None and not other_curves)
        self.loss.show_outcome(view.outcome if ended else None)
        self.samples.show_samples(view.samples, view.sample_now)
        if ended:
            self.finished.show_view(view)
            if view.before is not None:
                self.answers.show_answers(view.before, view.after)
        elif story:
            self.story.show_view(view)
        else:
            self.side.show_view(view)
        if ready:
            self.loss.show_steps(view.steps)

    def _show_curves(self, view: RunView) -> None:
        """The plots, where there is anything new to draw."""
        assert self._watch is not None
        story = self._watch.story
        seen = (len(story.curves.train_loss), story.last_at, view.flags, view.layout, self.isVisible())
        if seen == self._drawn:
            return
        self._drawn = seen
        self._curves = curves_of(story, self._kept, at_work=view.layout in ("plot", "getting ready"))
        if view.layout != "getting ready":
            self.loss.show_curves(self._curves, view.flags)

    def _show_small_curves(self, view: RunView) -> None:
        """The small plots, once a second: nobody reads them faster."""
        assert self._watch is not None
        assert self._shown is not None
        seen = (*self._drawn[:2], view.layout)
        now = time.monotonic()
        if not self._bottom.isVisibleTo(self) or seen == self._small_drawn:
            return
        if now < self._small_due and seen[2:] == self._small_drawn[2:]:
            return
        self._small_drawn, self._small_due = seen, now + _SMALL_SECONDS
        curves = small_curves_of(self._watch.story, self._shown.job, self._kept)
        for plot in self.small[len(curves) :]:
            plot.hide()
        for plot, curve in zip(self.small, curves, strict=False):
            plot.show_curve(curve)
            plot.show()

    def _show_gauges(self) -> None:
        if self._machine is not None and self._watch is not None and not self._elsewhere:
            self.side.gauges.show_gauges(*gauges_of(self._machine, self._watch.story))

    def _show_window(self, first: float, last: float) -> None:
        for plot in self.small:
            plot.show_window(first, last)

    def _point_at(self, update: int | None) -> None:
        for plot in self.small:
            plot.point_at(update)
        if self.loss.plot is not None:
            self.loss.plot.point_at(update)

    # The chosen update

    @property
    def _chosen(self) -> int | None:
        return self.loss.plot.choice if self.loss.plot is not None else None

    def choose(self, update: int) -> None:
        """Ring an update and show its rows: numbers at once, how they begin as soon as that is read."""
        if self._watch is None or self.loss.plot is None or not 1 <= update <= self._watch.story.update:
            return
        self.loss.plot.choose(update)
        run, story = self._watch.run, self._watch.story
        self._rows, self._rows_trouble = (), ""
        wanted = api.UpdateRowsWanted(run=str(run.path), update=update)
        if self._elsewhere:
            self._rows_trouble = tr("Its rows are on the other computer, which is asked for them.")
            self.rows_asked_elsewhere.emit(wanted)
        else:
            try:
                self._rows = api.rows_of_update(run, update, story=story, texts=False)
            except StudioError as problem:
                self._rows_trouble = in_line(problem)
            else:
                self.rows_asked.emit(wanted)
        self._show_rows()
        self._invite("rows")

    def _show_rows(self) -> None:
        chosen = self._chosen
        if chosen is not None and self._curves is not None:
            self.rows.show_view(rows_view(self._curves.losses.values, chosen, self._rows, self._rows_trouble))

    def _invite(self, guest: Guest) -> None:
        self._guest = guest
        if guest != "rows" and self.loss.plot is not None:
            self.loss.plot.choose(None)
        self.render()

    def _smoothed(self) -> Sequence[float]:
        return self.loss.plot.smoothed.tolist() if self.loss.plot is not None else []

    # What is pressed

    def not_asked(self) -> None:
        """What was pressed could not be passed on: it can be pressed again."""
        if self._shown is not None:
            self._shown.forget_presses()
            self.render()

    def _choose_devices(self, number: str) -> None:
        if self._shown is not None:
            self._shown.choose_devices(int(number))
            self.render()

    @property
    def rest_to_tell(self) -> int | None:
        """A number of devices of this computer of which the page waits to hear how long the rest of the run takes."""
        if self._watch is None or self._shown is None or self._elsewhere or not self.regroup.isVisible():
            return None
        return next(iter(self._shown.rests_to_work_out(self._watch.story)), None)

    def hear_rest(self, number: int, rest: api.Rest) -> None:
        """The answer to `rest_to_tell`."""
        if self._watch is not None and self._shown is not None:
            self._shown.hear_rest(number, self._watch.story, rest)
            self.render()

    def _ask(self, command: Command) -> None:
        if self._watch is None or self._shown is None:
            return
        self._shown.press(command, self._watch.state, self._watch.story)
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
