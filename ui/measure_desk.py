"""Between the plan card and the process that measures: one measurement at a time, with a way out."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from studio import api
from ui.state.new_run import NewRun
from ui.state.new_run_measure import Measuring
from ui.state.tongue import tr


class MeasureDesk(QObject):
    """What is measured is kept by the process itself, so the plan only has to be made again."""

    changed = Signal()

    def __init__(self, home: api.Home, run: NewRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._run = api.Bench(home), run
        self._asked: api.Asked | None = None
        self._second = 0
        self.state = Measuring()

    def start(self) -> None:
        """Measure the plan that is shown."""
        if self._asked is not None or not self.state.view(self._run, time.time()).button:
            return
        job = self.state.start(self._run, time.time())
        try:
            self._asked = self._bench.ask(api.MeasureWanted(job=job))
        except OSError as problem:
            self.state.end(None, api.QuestionRefused(title=tr("Measuring could not be started."), hint=str(problem)))
        self.changed.emit()

    def stop(self) -> None:
        """The way out: what was measured so far is given up."""
        if self._asked is not None:
            self._bench.drop()
            self._asked = None
            self.state.end(None)
            self.changed.emit()

    def tick(self) -> None:
        """One look at the answer. Another model, other rows or another method: nobody wants the old one any more."""
        asked = self._asked
        if asked is None:
            return
        if asked.poll():
            self._asked = None
            self._bench.drop()  # its memory is wanted by the run
            self.state.end(asked.answer, asked.problem)
            self._run.plan_again()
            self.changed.emit()
        elif self._run.batch is None or self._run.job() != self.state.job:
            self.stop()
        elif int(time.time()) != self._second:
            self._second = int(time.time())
            self.changed.emit()

    def close(self) -> None:
        """End what belongs to it."""
        self._bench.close()
