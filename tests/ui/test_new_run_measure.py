"""Measuring the plan from the window: the real process, with a way out; and where it is not offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studio.api import JobToPlan, Measured, Plan, QuestionRefused
from studio.paths import Home
from studio.planning.measured import keep, measured_for
from studio.planning.measurement import MeasuredMode, Measurement, Point
from studio.planning.plan_job import plan_request
from studio.starter import starter_files
from tests.support.nightshift import PATIENCE_SECONDS
from tests.support.pace import Stopwatch, standing_still
from ui.new_run_desk import NewRunDesk
from ui.state.new_run import NewRun
from ui.state.new_run_measure import Measuring


def wait(qtbot, desk: NewRunDesk, until) -> None:
    def ready() -> bool:
        desk.tick()
        return bool(until())

    qtbot.waitUntil(ready)


@pytest.fixture
def planned(opened, qtbot) -> NewRunDesk:
    """New run with the starter's model and rows."""
    _, conductor = opened()
    conductor.go("new run")
    desk = conductor.desk
    desk.choose_data(str(starter_files("dates")[0]))
    wait(qtbot, desk, lambda: desk.state.chosen is not None)
    return desk


def test_what_was_measured_stands_behind_the_plan_at_once(planned: NewRunDesk, home: Home, qtbot) -> None:
    card, run = planned.page.plan, planned.state
    assert card._estimate.text().startswith("Worked out by formula: ")
    assert card.measure.text().startswith("Measure, about ")
    keep_measurement(home, run)
    QTest.mouseClick(card.measure, Qt.MouseButton.LeftButton)
    assert (card.stop.isVisible(), card.measuring.isVisible(), card.measure.isVisible()) == (True, True, False)
    assert card._estimate.text() == "Measuring on this computer"
    wait(qtbot, planned, lambda: planned.measure.state.job is None)
    assert card._estimate.text().startswith("Measured on this computer: ")
    assert (card.stop.isVisible(), card.measuring.isVisible(), card.measure.isVisible()) == (False, False, False)
    planned.state.choose_batch("16")
    assert basis(planned) == "probe", "the target changes nothing about a micro-batch"


def keep_measurement(home: Home, run: NewRun) -> None:
    """As another window would have left it meanwhile."""
    assert run.facts is not None
    assert run.device is not None
    lengths, targets = run.rows_at(None)
    asked = JobToPlan(job=run.job(), facts=run.facts, lengths=lengths, num_targets=targets, device=run.device)
    points = tuple(
        Point(tokens=64 * rows, targets=8 * rows, peak_bytes=2**28 + rows * 2**22, seconds=0.01 * rows)
        for rows in (1, 8)
    )
    found = Measurement(basis="probe", modes=(MeasuredMode(checkpointing="off", points=points),))
    keep(home, measured_for(asked.job, plan_request(asked), "probe"), found)


def basis(desk: NewRunDesk) -> str:
    assert isinstance(desk.state.chosen, Plan)
    return desk.state.chosen.basis


@pytest.mark.storm
def test_a_plan_is_measured_on_this_computer_by_trying(planned: NewRunDesk, qtbot) -> None:
    QTest.mouseClick(planned.page.plan.measure, Qt.MouseButton.LeftButton)
    wait(qtbot, planned, lambda: planned.measure.state.job is None)
    assert basis(planned) == "probe"
    assert planned.page.plan._estimate.text().startswith("Measured on this computer: ")


def test_measuring_is_left_at_once_and_by_choosing_otherwise(planned: NewRunDesk, qtbot) -> None:
    card = planned.page.plan
    QTest.mouseClick(card.measure, Qt.MouseButton.LeftButton)
    process = planned.measure._bench._process
    assert process is not None
    with standing_still(process.pid), Stopwatch() as taken:
        QTest.mouseClick(card.stop, Qt.MouseButton.LeftButton)
    assert taken.seconds < 0.2
    assert card.measure.isVisible()
    assert process.wait(PATIENCE_SECONDS) == 0
    QTest.mouseClick(card.measure, Qt.MouseButton.LeftButton)
    planned.state.choose_epochs(5.0)
    planned.tick()
    assert planned.measure.state.job is None, "the plan that was asked for is not wanted any more"
    assert basis(planned) == "formula"


def test_it_is_not_offered_while_another_run_is_at_work_or_nothing_fits(planned: NewRunDesk) -> None:
    planned.set_busy(True)
    assert not planned.page.plan.measure.isVisible()
    assert planned.page.plan._estimate_detail.text() == "It can be measured once no other run is at work."
    planned.set_busy(False)
    measuring, run = Measuring(), planned.state
    too_late = Measured(tried=True, ended_early="There were 40 s for it.")
    full = QuestionRefused(title="The disk is full.", hint="Free some space.")
    for answer, problem, said in (
        (Measured(tried=False), None, "Nothing was measured: even one row is far too much."),
        (too_late, None, "Not everything was measured: There were 40 s for it."),
        (None, full, "The disk is full. Free some space."),
        (Measured(tried=True), None, ""),
    ):
        measuring.start(run, 0.0)
        measuring.end(answer, problem)
        assert measuring.view(run, 1.0).said == said
    run.choose_data("")
    assert measuring.view(run, 1.0).button == ""
