"""The steps by which the engine is set up: each with what it is for, how far it is and how long it took."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.state.first_start import StepLine, StepState
from ui.state.tongue import QT_TR_NOOP, tr
from ui.widgets.basics import Bar, Elided, IconLabel, Label, Tone, column, row, rule

_LOOK: dict[StepState, tuple[str, Tone, str]] = {
    "done": ("circle-check", "ok", QT_TR_NOOP("done")),
    "now": ("refresh-cw", "accent", QT_TR_NOOP("now")),
    "to do": ("circle", "mut", QT_TR_NOOP("to do")),
    "failed": ("circle-x", "bad", QT_TR_NOOP("failed")),
}


class EngineStep(QWidget):
    """One line, with a bar below it while something is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = IconLabel("circle", "mut", 20)
        self.title = Elided("", 14, 600)
        self.sentence = Elided("", 12, 400, "mut")
        self.beside = Label("", 12, 500, "mut")
        self.bar = Bar(6)
        self.bar.setAccessibleName(tr("How much of it is fetched"))
        said = column(self.title, 2, self.sentence, 5, self.bar)
        line = row(self.sign, 12, said, 16, self.beside, margins=(0, 9, 0, 9))
        line.setStretchFactor(said, 1)
        self.setLayout(line)

    def show_line(self, line: StepLine, share: float | None) -> None:
        """Show this step."""
        icon, tone, word = _LOOK[line.state]
        self.sign.set_icon(icon, tone)
        self.title.setText(line.title)
        self.title.set_tone("mut" if line.state == "to do" else "text")
        self.sentence.setText(line.sentence)
        self.beside.setText(f"{tr(word)} · {line.beside}" if line.state in ("done", "now") else tr(word))
        self.beside.set_tone("bad" if line.state == "failed" else "mut")
        is_moving = line.state == "now" and share is not None
        self.bar.setVisible(is_moving)
        if share is not None:
            self.bar.set_share(share)


class EngineSteps(QVBoxLayout):
    """As many as there are."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.steps: list[EngineStep] = []
        self._rules: list[QWidget] = []

    def show_steps(self, lines: Sequence[StepLine], share: float | None) -> None:
        """Show these."""
        while len(self.steps) < len(lines):
            if self.steps:
                self._rules.append(rule())
                self.addWidget(self._rules[-1])
            self.steps.append(EngineStep())
            self.addWidget(self.steps[-1])
        for number, step in enumerate(self.steps):
            step.setVisible(number < len(lines))
            if number:
                self._rules[number - 1].setVisible(number < len(lines))
            if number < len(lines):
                step.show_line(lines[number], share)
