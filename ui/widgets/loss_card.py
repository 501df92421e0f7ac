"""The card of the loss plot: title or verdict, legend, the steps of getting ready, and the plot itself."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.state.flags import Flag
from ui.state.getting_ready import Step
from ui.state.outcome import Outcome
from ui.state.run_curves import CurveView
from ui.state.tongue import tr
from ui.theme import theme
from ui.widgets.basics import Card, Elided, IconLabel, Label, Tone, body, caption, card_title, column, empty, row
from ui.widgets.plot_legend import Legend
from ui.widgets.plot_menu import PlotMenu
from ui.widgets.plot_place import PlotPlace
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.widgets.plot import LossPlot


class Steps(QWidget):
    """Getting ready: done, now, to do."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Step, ...] | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(8, 12, 8, 8)
        self._lines.setSpacing(18)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(tr("Getting ready"))

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these."""
        if steps == self._shown:
            return
        self._shown = steps
        empty(self._lines)
        looks: dict[str, tuple[str, Tone, int]] = {
            "done": ("circle-check", "ok", 400),
            "now": ("circle-dot", "accent", 600),
            "to do": ("circle", "mut", 400),
        }
        for step in steps:
            sign, tone, weight = looks[step.state]
            words = Label(step.words, 14, weight, "mut" if step.state == "to do" else "text")
            detail = body(tr("now") if step.state == "now" and not step.detail else step.detail, tone="mut")
            line = QWidget()
            line.setLayout(row(IconLabel(sign, tone, 20), words, None, detail, spacing=12))
            line.setAccessibleName(f"{step.words}: {step.state}")
            self._lines.addWidget(line)
        self._lines.addStretch(1)


class SamplePicture(QWidget):
    """What a run looks like, for a page without one."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(330, 120)
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors, painter = theme().colors, QPainter(self)
        painter.setPen(QPen(QColor(colors.grid), 1))
        for y in (10, 45, 80, 115):
            painter.drawLine(0, y, self.width(), y)
        xs = [float(x) for x in range(4, self.width() - 60, 3)]
        calm = [100 - 84 * math.exp(-x / 70) for x in xs]
        noisy = [
            y + (6 + 6 * math.exp(-x / 90)) * math.sin(x * 1.7) * math.cos(x * 0.73)
            for x, y in zip(xs, calm, strict=True)
        ]
        painter.setPen(QPen(QColor(colors.curve_raw), 1))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, noisy, strict=True)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.curve_smooth), 2.5))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, calm, strict=True)]))
        painter.setBrush(QColor(colors.curve_smooth))
        painter.drawEllipse(QPointF(xs[-1], calm[-1]), 3.5, 3.5)


class LossCard(Card):
    """Shows the plot, or the steps until there is something to plot."""

    chosen = Signal(int)
    """The update that was clicked."""
    pointed = Signal(object)
    """The update under the mouse, or None."""
    window_moved = Signal(float, float)
    """First and last update in view."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[CurveView, Sequence[Flag]] | None = None
        self.title = card_title(tr("Loss"))
        self.hint = caption(tr("lower is better, one point per update"))
        self.legend = Legend()
        self.legend.smoothing_changed.connect(self._smooth)
        self.scale = Segments(tr("Axis of losses"), (("linear", tr("Linear")), ("log", tr("Log"))), "linear")
        self.scale.chosen.connect(self._rescale)
        self.view = Segments(
            tr("In view"), (("whole", tr("Whole run")), ("latest", tr("Latest")), ("closer", tr("A part"))), "whole"
        )
        self.view.setToolTip(tr("Drag over the plot to look closer; double-click for the whole run"))
        self.view.chosen.connect(self._look)
        self.menu = PlotMenu()
        self.verdict_sign = IconLabel("circle-check", "ok", 28)
        self.verdict = Label("", 24, 600)
        self.verdict_words = Elided("", 13, 500)
        self.verdict_detail = caption("").wrapped()
        self.steps = Steps()
        self._place = PlotPlace()
        self._place.made.connect(self._take_plot)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.steps)
        self._stack.addWidget(self._place)
        self._tools = QWidget()
        self._tools.setLayout(row(self.scale, self.view, self.menu, spacing=8))
        self._head = QWidget()
        self._head.setLayout(row(self.title, self.hint, None, self._tools, spacing=12))
        self._head.setFixedHeight(32)
        self._outcome = QWidget()
        first = row(self.verdict, self.verdict_words, spacing=10)
        first.setStretchFactor(self.verdict_words, 1)
        first.setAlignment(self.verdict_words, Qt.AlignmentFlag.AlignBottom)
        words = column(first, self.verdict_detail, spacing=2)
        line = row(self.verdict_sign, words, spacing=12)
        line.setStretchFactor(words, 1)
        self._outcome.setLayout(line)
        whole = column(self._outcome, self._head, self._stack, self.legend, spacing=6, margins=(16, 12, 12, 8))
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)
        self._show_view()

    @property
    def plot(self) -> LossPlot | None:
        """The plot itself; pyqtgraph, which draws it, comes with the first look at a run."""
        return self._place.plot

    def _take_plot(self) -> None:
        plot = self._place.plot
        assert plot is not None
        plot.zoomed.connect(self._show_view)
        plot.chosen.connect(self.chosen)
        plot.pointed.connect(self.pointed)
        plot.window_moved.connect(self.window_moved)
        plot.set_smoothing(self.legend.slider.value() / 100)
        plot.set_log(self.scale.buttons["log"].isChecked())
        self.menu.plot = plot
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setVisible(self.width() >= 640)  # else it would be cut

    def _smooth(self, strength: float) -> None:
        if self.plot is not None:
            self.plot.set_smoothing(strength)
            self.legend.say_span(self.plot.smoothing_span)

    def _rescale(self, scale: str) -> None:
        if self.plot is not None:
            self.plot.set_log(scale == "log")

    def _look(self, view: str) -> None:
        if self.plot is None:
            return
        if view == "latest":
            self.plot.show_latest()
        else:
            self.plot.show_all()

    def _show_view(self) -> None:
        view = self.plot.view if self.plot is not None else "whole"
        self.view.choose(view)
        self.view.buttons["closer"].setVisible(view == "closer")

    def forget(self) -> None:
        """Another run comes next."""
        self._shown = None
        if self.plot is not None:
            self.plot.forget()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """The verdict above the plot of an ended run."""
        self._outcome.setVisible(outcome is not None)
        if outcome is None:
            return
        looks: dict[bool | None, tuple[str, Tone]] = {
            True: ("circle-check", "ok"),
            False: ("triangle-alert", "warn"),
            None: ("info", "mut"),
        }
        self.verdict_sign.set_icon(*looks[outcome.learned])
        self.verdict.setText(outcome.number)
        self.verdict.setVisible(bool(outcome.number))
        self.verdict_words.setText(outcome.sentence)
        self.verdict_detail.setText(outcome.detail)
        self.verdict_detail.setVisible(bool(outcome.detail))

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Getting ready, in place of the plot."""
        self.title.setText(tr("Getting ready"))
        self.hint.setText(tr("the curve appears with the first update"))
        self.legend.hide()
        self._tools.hide()
        self.steps.show_steps(steps)
        self._stack.setCurrentWidget(self.steps)

    def show_curves(self, curves: CurveView, flags: Sequence[Flag]) -> None:
        """The plot."""
        self.title.setText(tr("Loss"))
        self.hint.setText(tr("lower is better, one point per update"))
        self.legend.show()
        self._tools.show()
        self._stack.setCurrentWidget(self._place)
        self._shown = (curves, flags)
        self._draw()

    def _draw(self) -> None:
        if self.plot is None or self._shown is None:
            return
        curves, flags = self._shown
        self.plot.set_data(
            curves.losses,
            curves.held_out,
            curves.planned_updates,
            flags,
            curves.skipped,
            curves.saves,
            at_work=curves.at_work,
        )
        self.legend.say_span(self.plot.smoothing_span)

    def show_twin(self, words: str) -> None:
        """The plot as a sentence, for those who do not see it."""
        self._place.describe(words)
