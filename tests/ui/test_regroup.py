"""A run goes on on another number of GPUs: what is offered, what is said, and what stays visible afterwards."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.api import Machine, Rest, RunStory
from studio.commands import Command, Resume
from studio.events import JobFailed, PlanMade
from tests.ui.run_stories import WrittenRun, losses, machine, plan, preparation, regrouped, training, written
from ui.pages.run import RunPage
from ui.state.equation import told_stretches
from ui.state.flags import flags
from ui.state.gauges import gauges_of
from ui.state.outcome import facts_of
from ui.state.regroup import numbers_for, regroup_of
from ui.state.run import ShownRun
from ui.widgets.basics import Button

HOUR = 3600.0
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


def paused(tmp_path, size: int = 1) -> tuple[RunStory, WrittenRun]:
    run = WrittenRun(tmp_path)
    planned = plan(world_size=size, gradient_accumulation_steps=8 // size)
    begun = [*preparation(1e9), PlanMade(at=1e9, plan=planned)]
    run.write([*begun, *training(1e9, 1, 61, losses(61), world_size=size)])
    return run.watch().story, run


@pytest.mark.parametrize(
    ("cards", "state", "size", "numbers", "words"),
    [
        (1, "paused", 1, (), []),
        (2, "running", 1, (), []),
        (2, "paused", 1, (1, 2), ["2 GPUs"]),
        (2, "stopped", 2, (1, 2), ["1 GPU"]),
        (1, "interrupted", 2, (1,), ["1 GPU"]),
        (4, "failed", 1, (1, 2, 3, 4), ["2 GPUs", "3 GPUs", "4 GPUs"]),
    ],
)
def test_a_run_at_rest_may_go_on_on_the_other_cards_of_its_computer(tmp_path, cards, state, size, numbers, words):
    story, run = paused(tmp_path, size)
    assert numbers_for(story, state, run.job, machine(cards), 0) == numbers
    assert numbers_for(story, state, run.job, None, cards) == numbers, "the same on another computer"
    offered = regroup_of(story, run.job, numbers, None, {})
    assert [word for _, word in offered.numbers] == words if offered else not words


def test_where_the_number_that_was_asked_for_does_not_fit_the_former_one_is_offered(tmp_path):
    _, run = paused(tmp_path)
    run.write(
        [
            PlanMade(at=2e9, plan=plan(world_size=2, fits=False)),
            JobFailed(at=2e9, title="It does not fit.", hint="", kind="MemoryProblem"),
        ]
    )
    story = run.watch().story
    offered = regroup_of(story, run.job, numbers_for(story, "failed", run.job, machine(2), 0), None, {})
    assert offered is not None
    assert (offered.title, offered.command) == ("1 GPU can do the rest alone", Resume(gpus=1))


def test_nothing_is_offered_where_it_would_not_help(tmp_path):
    story, run = paused(tmp_path)
    two = msgspec.structs.replace(run.job.learning, effective_batch_size=2)
    assert numbers_for(story, "paused", msgspec.structs.replace(run.job, learning=two), machine(4), 0) == (1, 2)
    story.updates = story.update
    assert numbers_for(story, "stopped", run.job, machine(2), 0) == (), "it made its last update"


def test_processes_share_a_processor_only_where_the_run_had_several(tmp_path):
    story, run = paused(tmp_path, 2)
    on_processor = msgspec.structs.replace(run.job, device="cpu")
    assert numbers_for(story, "paused", on_processor, machine(4), 0) == (1, 2)
    alone = regroup_of(story, on_processor, (1, 2), None, {})
    assert alone is not None
    assert (alone.title, alone.button) == ("1 process can do the rest alone", "Continue on 1 process")
    bare = Machine(devices=machine().devices[-1:], gpu_state="none", words="")
    assert numbers_for(paused(tmp_path / "other")[0], "paused", run.job, bare, 0) == ()


def test_it_says_how_long_it_takes_and_that_nothing_else_changes(tmp_path):
    story, run = paused(tmp_path)

    def said(one: float | None = None, two: float | None = None, **more: bool) -> str:
        offered = regroup_of(story, run.job, (1, 2), None, {1: Rest(seconds=one), 2: Rest(seconds=two, **more)})
        assert offered is not None
        assert offered.title == "2 GPUs can share the rest"
        assert offered.command == Resume(gpus=2)
        return offered.line

    same = "Same rows, same order, same gradient; only the time changes."
    assert said() == same
    assert said(4 * HOUR, 2 * HOUR) == f"About 2 h instead of 4 h. {same}"
    assert said(2.1 * HOUR, 2 * HOUR).startswith("It hardly pays: about 2 h instead of 2 h 05 min.")
    assert said(1 * HOUR, 2 * HOUR).startswith("It would take longer: about 2 h instead of 1 h.")
    assert said(None, 2 * HOUR, divided=True) == f"About 2 h are left then. {same} Each keeps a part of the model."
    refused = regroup_of(story, run.job, (1, 2), None, {2: Rest(fits=False)})
    assert refused is not None
    assert refused.line == refused.reason == "It does not fit on 2 GPUs now."


def test_each_stretch_of_a_run_has_its_number_of_gpus(tmp_path):
    story, run = paused(tmp_path)
    assert told_stretches(story) == ""
    regrouped(run, (2, 1))
    story = run.watch().story
    assert told_stretches(story) == "1 GPU to update 60, 2 GPUs to update 120, then 1 GPU"
    assert [(flag.update, flag.words) for flag in flags(story, "running")] == [
        (1, "1 GPU"),
        (60, "2 GPUs"),
        (120, "1 GPU"),
    ]
    assert "each update: 32 = 4 × 8 × 1 GPU (1 GPU to update 60" in ShownRun(run.job).view(story, "running").equation
    assert "1 GPU → 2 GPUs → 1 GPU" in [fact.number for fact in facts_of(story)]


def test_a_stretch_that_was_made_again_is_told_as_it_was_made_last(tmp_path):
    _, run = paused(tmp_path)
    run.write(training(2e9, 61, 70, losses(70), attempt=2, world_size=2))
    run.write(training(3e9, 61, 80, losses(80), attempt=3, world_size=4))
    assert told_stretches(run.watch().story) == "1 GPU to update 60, then 4 GPUs"


def test_the_gauges_are_those_of_the_fullest_card_that_shares_it(tmp_path):
    story, _ = paused(tmp_path, 2)
    *_, second, processor = machine(2).devices
    full = msgspec.structs.replace(second, free_bytes=second.free_bytes // 2)
    there = Machine(devices=(machine(2).devices[0], full, processor), gpu_state="ok", words="")
    name, gauges = gauges_of(there, story)
    assert name == "RTX 3090, the fullest GPU"
    assert gauges[0].words == "13.44 of 23.69 GiB"
    assert gauges_of(there, paused(tmp_path / "alone")[0])[0] == "NVIDIA GeForce RTX 3090"


@pytest.fixture
def open_page(qtbot, tmp_path):
    held = []

    def open_one(kind: str, cards: int) -> tuple[RunPage, list[Command]]:
        page, asked = RunPage(), []
        qtbot.addWidget(page)
        page.resize(1036, 772)
        run = written(tmp_path, kind, 2e9)
        held.append(run)
        page.asked.connect(asked.append)
        page.show_run(run.watch(), run.job)
        page.set_machine(machine(cards))
        page.show()
        page.render()
        return page, asked

    yield open_one
    for run in held:
        run.dead()


def press(qtbot, button: QWidget) -> None:
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def filled(page: RunPage) -> list[str]:
    buttons = page.findChildren(Button)
    return [each.text().strip() for each in buttons if each.isVisible() and each.property("kind") == "primary"]


@pytest.mark.parametrize("kind", ["paused", "stopped", "failed", "interrupted"])
def test_a_press_continues_on_two_gpus_and_says_so_at_once(open_page, qtbot, kind):
    page, asked = open_page(kind, 2)
    assert filled(page) == ["Resume" if kind == "paused" else "Continue"]
    press(qtbot, page.regroup.go_on)
    assert asked == [Resume(gpus=2)]
    assert filled(page) == ["Going on…"]
    assert not page.regroup.isVisible()


def test_with_several_cards_the_number_is_chosen_and_its_time_told(open_page, qtbot):
    page, asked = open_page("paused", 4)
    told = {1: Rest(seconds=4 * HOUR), 3: Rest(fits=False), 4: Rest(seconds=HOUR)}

    def tell() -> list[int]:
        wanted = []
        while (number := page.rest_to_tell) is not None:
            page.hear_rest(number, told[number])
            wanted.append(number)
        return wanted

    assert tell() == [1, 4], "at first all of them"
    assert page.regroup.line.text().startswith("About 1 h instead of 4 h.")
    segments = page.regroup.numbers.segments
    assert segments is not None
    assert list(segments.buttons) == ["2", "3", "4"]
    press(qtbot, segments.buttons["3"])
    assert tell() == [3]
    assert not page.regroup.go_on.isEnabled()
    press(qtbot, segments.buttons["2"])
    press(qtbot, page.regroup.go_on)
    assert asked == [Resume(gpus=2)]


def test_without_a_second_card_nothing_is_offered(open_page):
    page, _ = open_page("paused", 1)
    assert not page.regroup.isVisible()
    assert page.rest_to_tell is None
