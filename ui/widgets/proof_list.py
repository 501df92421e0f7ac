"""The steps of an export: done, now, to do; it counts only after the last one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.state.export import Step, StepState
from ui.state.tongue import QT_TR_NOOP, tr
from ui.widgets.basics import Elided, IconLabel, Label, Tone

_LOOK: dict[StepState, tuple[str, Tone, str]] = {
    "done": ("circle-check", "ok", QT_TR_NOOP("done")),
    "now": ("refresh-cw", "accent", QT_TR_NOOP("now")),
    "to do": ("circle", "mut", QT_TR_NOOP("to do")),
    "failed": ("circle-x", "bad", QT_TR_NOOP("failed")),
}


class ProofList(QWidget):
    """Always the same number of steps."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(9)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)
        self.lines: list[tuple[IconLabel, Label, Label]] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these."""
        while len(self.lines) < len(steps):
            line = (IconLabel("circle", "mut", 17), Elided("", 13, 500), Label("", 12, 400, "mut"))
            for column, widget in enumerate(line):
                self._grid.addWidget(widget, len(self.lines), column)
            self.lines.append(line)
        for (sign, what, state), step in zip(self.lines, steps, strict=True):
            icon, tone, word = _LOOK[step.state]
            sign.set_icon(icon, tone)
            what.setText(step.what)
            what.set_tone("mut" if step.state == "to do" else "text")
            state.setText(tr(word))
            state.set_tone("bad" if step.state == "failed" else "mut")
