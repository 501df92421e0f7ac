"""The right side of the New run page: the plan, or what is missing for one, or what would make it fit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.state.new_run_view import MeasureView, PlanView, WayOut
from ui.state.tongue import tr
from ui.widgets.alternative import AlternativeCard, WayOutCard
from ui.widgets.basics import (
    Bar,
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    column,
    empty,
    row,
    rule,
    secondary_button,
)
from ui.widgets.equation import Equation
from ui.widgets.memory_bar import MemoryBar
from ui.widgets.page import scrolling
from ui.widgets.segments import SegmentsPlace


class PlanCard(Card):
    """Shows what `ui.state.new_run_plan` says."""

    alternative_picked = Signal(str)
    way_out_asked = Signal(str)
    gpus_picked = Signal(int)
    measure_asked = Signal()
    measuring_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ways_shown: tuple[WayOut, ...] = ()
        self._icon = IconLabel("info", "mut", 22)
        self._headline = Elided("", 16, 600)
        self.gpus = SegmentsPlace(tr("GPUs that share the work"))
        self.gpus.chosen.connect(lambda key: self.gpus_picked.emit(int(key)))
        self._caption = caption(tr("Your plan"))
        head = row(self._icon, 9, self._headline, 12, self.gpus, self._caption)
        head.setStretchFactor(self._headline, 1)
        self._sentence = body("").wrapped()
        self.equation = Equation()
        self.memory = MemoryBar()
        self._note = caption().wrapped()
        self._bar = _block(self.memory, 4, self._note)
        self._finish, self._finish_detail = Elided("", 14, 600), Elided("", 12, 400, "mut")
        self._estimate, self._estimate_detail = Elided("", 13, 600), Elided("", 12, 400, "mut")
        self.measure = secondary_button("", height=28)
        self.measure.clicked.connect(self.measure_asked)
        self.stop = secondary_button(tr("Stop measuring"), "x", 28)
        self.stop.clicked.connect(self.measuring_left)
        self.measuring = Bar(6)
        self.measuring.setAccessibleName(tr("Measuring"))
        self._measuring_line = _block(7, self.measuring)
        self._times = _block(
            rule(),
            9,
            _fact("clock", self._finish, self._finish_detail),
            7,
            _fact("info", self._estimate, self._estimate_detail, self.measure, self.stop),
            self._measuring_line,
            9,
            rule(),
        )
        self._reasons = column(spacing=6)
        self._reason_rows: list[tuple[QWidget, IconLabel, Label]] = []
        self._why = _block(caption(tr("Why this plan"), 600), 6, self._reasons)
        self._alternatives = column(spacing=8)
        self.alternatives: list[AlternativeCard] = []
        self._ways_title = body("", 600)
        self._ways = column(spacing=10)
        inside = column(
            self._sentence,
            self.equation,
            self._bar,
            self._times,
            self._why,
            self._alternatives,
            self._ways_title,
            self._ways,
            None,
            spacing=9,
            margins=(0, 0, 18, 0),
        )
        whole = column(head, 8, margins=(18, 13, 18, 12))
        area = scrolling(inside)
        area.setViewportMargins(0, 0, 0, 0)
        whole.addWidget(area, 1)
        whole.setContentsMargins(18, 13, 0, 12)
        head.setContentsMargins(0, 0, 18, 0)
        self.setLayout(whole)

    def show_plan(self, view: PlanView) -> None:
        """Show this."""
        self._icon.set_icon(view.icon, view.tone)
        self._headline.setText(view.headline)
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        self.equation.setVisible(bool(view.tiles))
        self.equation.show_tiles(view.tiles, view.operators)
        self.gpus.show_choices(view.gpus, view.gpus_chosen)
        self._caption.setVisible(not view.gpus)
        self._bar.setVisible(view.memory is not None)
        if view.memory:
            self.memory.show_memory(view.memory)
            self._note.setText(view.memory.note)
        self._times.setVisible(bool(view.finish))
        self._finish.setText(view.finish)
        self._finish_detail.setText(view.finish_detail)
        self._show_estimate(view, view.measure)
        self._show_reasons(view.reasons, doubts_first=view.doubts_first_reason)
        while len(self.alternatives) < len(view.alternatives):
            card = AlternativeCard()
            card.clicked.connect(lambda _=False, card=card: self.alternative_picked.emit(card.value))
            self._alternatives.addWidget(card)
            self.alternatives.append(card)
        for place, card in enumerate(self.alternatives):
            card.setVisible(place < len(view.alternatives))
            if place < len(view.alternatives):
                card.show_alternative(view.alternatives[place])
        self._show_ways(view.ways_title, view.ways_out, urgent=view.tone == "bad")

    def _show_estimate(self, view: PlanView, measure: MeasureView) -> None:
        self._estimate.setText(tr("Measuring on this computer") if measure.is_running else view.estimate)
        self._estimate_detail.setText(measure.said or view.estimate_detail)
        self.measure.set_text(measure.button)
        self.measure.setVisible(bool(measure.button))
        self.stop.setVisible(measure.is_running)
        self._measuring_line.setVisible(measure.is_running)
        self.measuring.set_share(measure.share)

    def _show_reasons(self, reasons: tuple[str, ...], *, doubts_first: bool) -> None:
        while len(self._reason_rows) < len(reasons):
            label = body().wrapped()
            holder, icon = QWidget(), IconLabel("check", "ok", 14)
            line = row(column(2, icon, None), 8, label)
            line.setStretchFactor(label, 1)
            holder.setLayout(line)
            self._reasons.addWidget(holder)
            self._reason_rows.append((holder, icon, label))
        for place, (holder, icon, label) in enumerate(self._reason_rows):
            holder.setVisible(place < len(reasons))
            if place < len(reasons):
                label.setText(reasons[place])
                doubt = doubts_first and not place
                icon.set_icon(*(("triangle-alert", "warn") if doubt else ("check", "ok")))
        self._why.setVisible(bool(reasons))

    def _show_ways(self, title: str, ways: tuple[WayOut, ...], *, urgent: bool) -> None:
        self._ways_title.setText(title)
        self._ways_title.setVisible(bool(ways))
        if ways == self._ways_shown:
            return
        self._ways_shown = ways
        empty(self._ways)
        for place, way in enumerate(ways):
            card = WayOutCard(way, first=urgent and place == 0)
            card.asked.connect(self.way_out_asked)
            self._ways.addWidget(card)


def _block(*items: QWidget | QVBoxLayout | int) -> QWidget:
    made = QWidget()
    made.setLayout(column(*items))
    return made


def _fact(icon: str, first: Label, second: Label, *buttons: QWidget) -> QWidget:
    made = QWidget()
    said = column(first, 1, second)
    line = row(IconLabel(icon, "mut", 18), 10, said, *(each for button in buttons for each in (8, button)))
    line.setStretchFactor(said, 1)
    made.setLayout(line)
    return made
