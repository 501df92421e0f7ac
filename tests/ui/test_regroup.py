"""A run goes on on another number of GPUs: what is offered, what is said, and what stays visible afterwards."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.api import Machine, Rest, RunStory
from studio.commands import Command, Resume
from tests.ui.run_stories import WrittenRun, losses, machine, preparation, regrouped, training, written
from ui.pages.run import RunPage
from ui.state.equation import told_stretches
from ui.state.flags import flags
from ui.state.outcome import facts_of
from ui.state.regroup import numbers_for, offer, question
from ui.state.run import ShownRun
from ui.widgets.basics import Button

HOUR = 3600.0
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


def paused(tmp_path, size: int = 1) -> tuple[RunStory, WrittenRun]:
    run = WrittenRun(tmp_path)
    run.write([*preparation(1e9), *training(1e9, 1, 61, losses(61), world_size=size)])
    return run.watch().story, run


@pytest.mark.parametrize(
    ("cards", "state", "size", "numbers", "words"),
    [
        (1, "paused", 1, (), ""),
        (2, "running", 1, (), ""),
        (2, "paused", 1, (1, 2), "Continue on 2 GPUs"),
        (2, "stopped", 2, (1, 2), "Continue on 1 GPU"),
        (1, "interrupted", 2, (1,), "Continue on 1 GPU"),
        (4, "failed", 1, (1, 2, 3, 4), "Choose how many share it"),
    ],
)
def test_a_run_at_rest_may_go_on_on_the_other_cards_of_its_computer(tmp_path, cards, state, size, numbers, words):
    story, run = paused(tmp_path, size)
    assert numbers_for(story, state, run.job, machine(cards), 0) == numbers
    assert numbers_for(story, state, run.job, None, cards) == numbers, "the same on another computer"
    assert offer(story, run.job, numbers) == words


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
    assert offer(story, on_processor, (1, 2)) == "Continue on 1 process"
    alone = Machine(devices=machine().devices[-1:], gpu_state="none", words="")
    assert numbers_for(paused(tmp_path / "other")[0], "paused", run.job, alone, 0) == ()


def test_the_question_says_what_stays_and_how_long_it_takes(tmp_path):
    story, run = paused(tmp_path)

    def said(**rests: Rest) -> str:
        return question(story, run.job, (1, 2), 2, {1: rests["one"], 2: rests["two"]}).line

    asked = question(story, run.job, (1, 2), 2, {})
    assert asked.title == "Continue on 2 GPUs instead of 1 GPU?"
    assert asked.line.startswith("The same rows in the same order and the same gradient: nothing changes but the time.")
    assert asked.command == Resume(gpus=2)
    two = Rest(seconds=2 * HOUR)
    assert said(one=Rest(seconds=4 * HOUR), two=two).endswith("About 2 h are left on 2 GPUs, and about 4 h on 1 GPU.")
    assert said(one=Rest(seconds=2.1 * HOUR), two=two).endswith("That hardly pays.")
    assert said(one=Rest(seconds=1 * HOUR), two=two).endswith("So it would take longer.")
    assert said(one=Rest(), two=Rest(seconds=2 * HOUR, divided=True)).endswith(
        "About 2 h are left then. Each keeps a part of the model."
    )
    refused = question(story, run.job, (1, 2), 2, {2: Rest(fits=False)})
    assert refused.reason == "It does not fit on 2 GPUs now."
    assert refused.reason in refused.line


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


@pytest.fixture
def open_page(qtbot, tmp_path):
    held = []

    def open_one(kind: str, cards: int) -> tuple[RunPage, list[Command], list[int]]:
        page, asked, wanted = RunPage(), [], []
        qtbot.addWidget(page)
        page.resize(1036, 772)
        run = written(tmp_path, kind, 2e9)
        held.append(run)
        page.asked.connect(asked.append)
        page.rest_asked.connect(wanted.append)
        page.show_run(run.watch(), run.job)
        page.set_machine(machine(cards))
        page.show()
        page.render()
        return page, asked, wanted

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
def test_it_is_asked_above_the_page_and_goes_on_at_the_second_press(open_page, qtbot, kind):
    page, asked, wanted = open_page(kind, 2)
    assert page.header.headline.toolTip() == "", "nothing is cut"
    press(qtbot, page.header.regroup)
    assert not asked
    assert wanted == [1, 2]
    assert filled(page) == ["Continue on 2 GPUs"]
    press(qtbot, page.regroup.leave)
    assert not page.regroup.isVisible()
    assert len(filled(page)) == 1
    press(qtbot, page.header.regroup)
    press(qtbot, page.regroup.go_on)
    assert asked == [Resume(gpus=2)]
    assert filled(page) == ["Going on…"]
    assert not page.regroup.isVisible()


def test_with_several_cards_the_number_is_chosen_and_its_time_told(open_page, qtbot):
    page, asked, wanted = open_page("paused", 4)
    press(qtbot, page.header.regroup)
    assert wanted == [1, 4], "at first all of them"
    page.hear_rest(4, Rest(seconds=HOUR))
    page.hear_rest(1, Rest(seconds=4 * HOUR))
    page.render()
    assert "About 1 h are left on 4 GPUs, and about 4 h on 1 GPU." in page.regroup.line.text()
    assert page.regroup.numbers is not None
    assert list(page.regroup.numbers.buttons) == ["2", "3", "4"]
    press(qtbot, page.regroup.numbers.buttons["3"])
    assert wanted[2:] == [3]
    page.hear_rest(3, Rest(fits=False))
    page.render()
    assert not page.regroup.go_on.isEnabled()
    press(qtbot, page.regroup.numbers.buttons["2"])
    press(qtbot, page.regroup.go_on)
    assert asked == [Resume(gpus=2)]
