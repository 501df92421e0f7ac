"""Measuring the plan on this computer: whether it is offered, how long it may take, how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from studio.api import Measured, Plan, QuestionRefused
from studio.job import TrainJob
from ui.state import words
from ui.state.hints import in_line
from ui.state.new_run import NewRun
from ui.state.new_run_view import MeasureView
from ui.state.tongue import tr, tr_studio

_START_SECONDS = 8.0
"""Until a process has its libraries."""
_READ_BYTES_A_SECOND = 1e9
"""Of weights."""
_TRIALS, _TRIAL_SECONDS, _TRIALS_SECONDS = 6, 0.6, 40.0
"""At most so many, for so long each with two passes at least; the last is what all of them may take."""


@dataclass
class Measuring:
    """One measurement at a time. The clock is handed in."""

    job: TrainJob | None = None
    """What is measured now."""
    said: str = ""
    """How the last one ended, where it left something to say; about `of`."""
    of: TrainJob | None = None
    began: float = 0.0
    expected_seconds: float = 0.0

    def start(self, run: NewRun, now: float) -> TrainJob:
        """Measure the plan that is shown. Needs one."""
        self.job = self.of = run.job()
        self.said, self.began, self.expected_seconds = "", now, expected_seconds(run)
        return self.job

    def end(self, answer: Measured | None, problem: QuestionRefused | None = None) -> None:
        """It has ended: with an answer, with a problem, or since nobody wants it any more."""
        self.job, self.said = None, ""
        if problem is not None:
            self.said = in_line(problem)
        elif answer is not None and not answer.tried:
            self.said = tr("Nothing was measured: even one row is far too much.")
        elif answer is not None and answer.ended_early:
            self.said = tr("Not everything was measured: {why}", why=tr_studio(answer.ended_early))

    def view(self, run: NewRun, now: float) -> MeasureView:
        """What stands beside the estimate."""
        plan = run.chosen
        if not isinstance(plan, Plan) or not plan.fits:
            return MeasureView()
        if self.job is not None:
            return self._going(now)
        said = self.said if self.said and self.of == run.job() else ""
        if plan.basis == "probe" or (plan.divided and plan.basis == "dry-run"):
            return MeasureView(said=said)
        if run.busy:
            return MeasureView(said=tr("It can be measured once no other run is at work."))
        takes = words.about_duration(expected_seconds(run))
        return MeasureView(button=tr("Measure, about {time}", time=takes), said=said)

    def _going(self, now: float) -> MeasureView:
        gone = max(0.0, now - self.began)
        said = tr(
            "{gone} so far, usually about {all}.",
            gone=words.duration(round(gone)) if gone >= 10 else tr("{seconds} s", seconds=round(gone)),
            all=words.about_duration(self.expected_seconds),
        )
        return MeasureView(said=said, share=min(0.97, gone / self.expected_seconds), is_running=True)


def expected_seconds(run: NewRun) -> float:
    """About what measuring takes: start, weights, and a few micro-batches. Needs a plan."""
    plan, facts = run.chosen, run.facts
    assert isinstance(plan, Plan)
    assert facts is not None
    one = plan.seconds_per_update / max(1.0, plan.micro_batches_per_update)
    trials = min(_TRIALS_SECONDS, _TRIALS * max(_TRIAL_SECONDS, 2 * one))
    return _START_SECONDS + facts.weight_bytes / _READ_BYTES_A_SECOND + trials
