"""After a run, by clicking, with a real finished run of the starter and real workers."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from studio.api import kept_exports, list_conversations, read_judgement, read_turns
from studio.events import RunEnded, WorkerSpawned
from studio.job import Learning
from studio.paths import Home
from studio.runs.conversations import conversation_file
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal
from tests.after.finished import finished_run, make_rows
from tests.ui.run_stories import written

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    folder = tmp_path_factory.mktemp("home")
    learning = Learning(effective_batch_size=16, updates=25, learning_rate=1e-2, warmup_fraction=0.0)
    rows, held_out = make_rows(folder / "rows.jsonl", 120), make_rows(folder / "held_out.jsonl", 24)
    run = finished_run(folder, rows=rows, held_out=held_out, learning=learning, score=0)
    with Journal(run.foreman_events) as journal:
        journal.append(WorkerSpawned(at=time.time(), pid=1, attempt=1, commands_from=0))
        journal.append(RunEnded(at=time.time(), outcome="finished", commands_to=0))
    return run


@pytest.fixture
def home(made: RunFolder) -> Home:
    return made.home


def press(qtbot, button: QAbstractButton) -> None:
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_after_a_run_it_is_judged_asked_and_told_to_others(opened, made: RunFolder, qtbot) -> None:
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.open_run(made.name)

    # the finished run leads to its judgement
    press(qtbot, conductor.run_page.finished.judge)
    assert window.place == "try"
    page = conductor.after.desks["try"].page
    press(qtbot, page.judge.judge)
    assert page.judge.cancel.isVisible()
    qtbot.waitUntil(page.judge.again.isVisible)
    found = read_judgement(made)
    assert found is not None
    assert page.headline.title.text() == found.verdict.sentence.rstrip(".")
    assert page.judge.table.isVisible()

    # and ask it: a held-out question with one click, then one of one's own
    window.rail.place("try").click()
    page.part.buttons["ask"].click()
    assert page.questions[0].toolTip().startswith("Say "), "as it was typed, without the template"
    press(qtbot, page.input.change)
    press(qtbot, page.input.length.buttons["64"])
    assert "up to 64 tokens" in page.input.words.text()
    press(qtbot, page.questions[0])
    qtbot.waitUntil(page.input.stop.isVisible)
    qtbot.waitUntil(page.input.ask.isVisible)
    base, tuned = page.sides
    assert tuned.chip.word == "Done"
    assert tuned.exchanges[0].answer.text.text() != base.exchanges[0].answer.text.text()
    assert page.expected.text()
    qtbot.keyClicks(page.input.field, "Say sun and moon")
    qtbot.keyClick(page.input.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(base.exchanges) == 2)
    qtbot.waitUntil(page.input.ask.isVisible)
    (name,) = list_conversations(made)
    turns = read_turns(conversation_file(made, name))
    assert [turn.prompt for turn in turns][1] == "Say sun and moon"
    assert page.conversation.currentText() == name

    # a run that begins gets the memory of the models
    worker = conductor.after.errand._assistant._process
    assert worker.poll() is None, "it waits for the next question"
    begun = written(made.home.folder, "running", time.time())
    qtbot.waitUntil(page.told.isVisible)
    qtbot.waitUntil(lambda: worker.poll() is not None)
    begun.dead()

    # and as a recipe for others
    window.rail.place("export").click()
    exports = conductor.after.desks["export"].page
    exports.recipe_asked.emit("trl", made.path)
    qtbot.waitUntil(lambda: "is written" in exports.told.title.text())
    assert (made.path / f"{made.name}-trl" / "trl.yaml").is_file()


@pytest.mark.storm
@pytest.mark.parametrize("kind", ["adapter", "gguf"])
def test_an_export_is_proved_before_it_counts(opened, made: RunFolder, qtbot, kind: str) -> None:
    window, conductor = opened()
    qtbot.waitUntil(lambda: conductor.feed.complete and bool(conductor.feed.runs))
    window.rail.place("export").click()
    exports = conductor.after.desks["export"].page
    card = exports.cards[kind]
    qtbot.waitUntil(exports.cards["merged"].make.isEnabled)
    press(qtbot, card.make_first if card.make_first.isVisible() else card.make)
    assert not exports.cards["merged"].make.isEnabled()
    assert "export is being made" in exports.cards["merged"].make.toolTip()
    seen = set()

    def done() -> bool:
        seen.add(tuple(step.state for step in card.view.steps))
        return card.chip.word == "Done"

    qtbot.waitUntil(done)
    assert ("now", "to do", "to do", "to do") in seen
    assert card.view.steps[-1].state == "done"
    kept = next(each for each in kept_exports(made) if each.kind == kind)
    assert kept.proof.passed
    assert card.view.folder == kept.folder
