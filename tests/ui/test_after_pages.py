"""Try and Export on run folders as they are found: without a result, with one, beside a run at work."""

from __future__ import annotations

import time

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from studio.durable import write_file
from studio.events import RunEnded, WorkerSpawned
from studio.models.token import keep_token
from studio.paths import Home
from studio.runs.folder import find_run
from studio.runs.journal import Journal
from tests.after.finished import finished_run, make_rows
from tests.fakes.hub import TOKEN, FakeHub
from tests.ui.after_scenes import QUESTIONS, judgement, options, proof
from tests.ui.run_stories import written
from tests.ui.test_accessible import ROLES, tree
from ui.widgets.no_run import NoRun
from ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


@pytest.mark.parametrize("place", ["try", "export"])
def test_without_a_result_a_page_leads_to_a_new_run(opened, home: Home, qtbot, place: str) -> None:
    written(home.folder, "failed", time.time())
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.go(place)
    nothing = conductor.after.desks[place].page.findChild(NoRun)
    assert nothing.isVisible()
    nothing.begin.click()
    assert window.place == "new run"


@pytest.fixture
def finished(home: Home) -> str:
    run = written(home.folder, "finished", time.time())
    run.run.result.mkdir()
    write_file(run.run.result / "README.md", b"A model card.")
    return run.run.name


@pytest.mark.parametrize("place", ["try", "export"])
def test_a_base_model_that_is_gone_is_said_and_nothing_else_breaks(opened, finished: str, qtbot, place: str) -> None:
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.go(place)
    page = conductor.after.desks[place].page
    if place == "export":
        qtbot.waitUntil(page.told.isVisible)
        assert "qwen3-4b" in page.told.title.text()
        assert not any(each.make.isEnabled() for each in page.cards.values())
    else:
        qtbot.waitUntil(lambda: not conductor.feed._asked)
        assert page.questions == []
        assert page.input.ask.isEnabled()


def test_beside_a_run_at_work_the_page_says_where_models_answer(opened, home: Home, finished: str, qtbot) -> None:
    run = written(home.folder, "running", time.time())
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 2)
    conductor.go("try")
    page = conductor.after.desks["try"].page
    assert page.told.isVisible()
    assert "support-replies is" in page.told.title.text()
    run.dead()
    qtbot.waitUntil(lambda: not page.told.isVisible())


def test_one_button_is_filled_and_says_what_it_makes(opened, finished: str, qtbot) -> None:
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.go("export")
    desk = conductor.after.desks["export"]
    qtbot.waitUntil(lambda: not conductor.feed._asked)
    desk.state.see_options(options())
    desk.render()
    filled = [card.make_first for card in desk.page.cards.values() if card.make_first.isVisible()]
    assert [button.accessibleName() for button in filled] == ["Make it: Adapter"]
    assert not desk.page.cards["ollama"].make.isEnabled()
    assert "Ollama cannot write" in desk.page.cards["ollama"].said.text()
    desk.page.cards["gguf"].sizes.picked.emit("q8_0")
    assert desk.page.cards["gguf"].view.size == "up to 4.3 GB"


def test_an_export_goes_to_the_hub_by_clicking(
    opened, home: Home, finished: str, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = FakeHub()
    for name, value in (("HF_ENDPOINT", hub.endpoint), ("HF_HUB_OFFLINE", "0"), ("HF_HUB_DISABLE_XET", "1")):
        monkeypatch.setenv(name, value)
    folder = find_run(home, finished).path / "exports" / "adapter"
    folder.mkdir(parents=True)
    (folder / "adapter_model.safetensors").write_bytes(b"weights")
    (folder / "proof.json").write_bytes(msgspec.json.encode(proof()))
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.go("export")
    line = conductor.after.desks["export"].page.push
    assert not line.push.isEnabled()
    qtbot.keyClicks(line.name, "night/replies")
    assert line.push.isEnabled()
    line.push.click()
    assert line.cancel.isVisible()
    qtbot.waitUntil(lambda: not line.cancel.isVisible())
    assert "without your token" in line.note.text()
    assert "keep it under Settings" in line.note.text()
    keep_token(home, TOKEN)
    line.push.click()
    qtbot.waitUntil(line.page.isVisible)
    assert "Only you see it" in line.note.text()
    assert hub.models["night/replies"].private
    assert set(hub.models["night/replies"].files) == {".gitattributes", "adapter_model.safetensors", "proof.json"}
    hub.close()


@pytest.mark.storm
def test_a_merged_model_and_one_for_ollama_are_made_by_clicking(opened, home: Home, qtbot) -> None:
    run = finished_run(home.folder, rows=make_rows(home.folder / "rows.jsonl"), score=0)
    with Journal(run.foreman_events) as journal:
        journal.append(RunEnded(outcome="finished", commands_to=0))
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.go("export")
    desk = conductor.after.desks["export"]
    qtbot.waitUntil(lambda: desk.page.cards["merged"].view.state == "not made")
    for kind in ("merged", "ollama"):
        card = desk.page.cards[kind]
        button = card.make_first if card.make_first.isVisible() else card.make
        qtbot.waitUntil(button.isEnabled)
        button.click()
        qtbot.waitUntil(lambda card=card: card.view.state == "done")
    kept = {
        path.parent.name: {each.name for each in path.parent.iterdir()}
        for path in run.path.glob("exports/*/proof.json")
    }
    assert {"model.safetensors", "config.json", "tokenizer.json"} <= kept["merged-float32"]
    assert {"model.gguf", "Modelfile"} <= kept["ollama-float16"]
    assert [title for title, _ in desk.state.made] == ["Merged model, 32 bits", "For Ollama, 16 bits"]


def missed_by_tab(window: Window) -> list[str]:
    """Buttons that can be pressed and that no walk with the tab key comes by."""
    window.activateWindow()
    window.rail.place("home").setFocus()
    seen = set()
    while window.focusWidget() not in seen:
        seen.add(window.focusWidget())
        window.focusNextChild()
    buttons = [each for each in window.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
    missed = [each for each in buttons if each not in seen and each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [each.accessibleName() or each.text() for each in missed if not each.isCheckable()]  # arrows go on in groups


def test_no_control_of_these_pages_is_without_a_name_or_out_of_reach(opened, home: Home, finished: str, qtbot) -> None:
    write_file(find_run(home, finished).path / "judgement.json", msgspec.json.encode(judgement()))
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.go("try")
    desk = conductor.after.desks["try"]
    desk.chat.questions = QUESTIONS
    desk.page.input.change.click()
    for place, part in (("try", "ask"), ("try", "judge"), ("export", "")):
        conductor.go(place)
        if part:
            desk.show_part(part)
        found = [each for each in tree(QAccessible.queryAccessibleInterface(window)) if each.role() in ROLES]
        assert len(found) > 12, (place, part)
        nameless = [each.object() for each in found if not each.text(QAccessible.Text.Name).strip()]
        assert not nameless, f"{place}: {nameless}"
        assert not missed_by_tab(window), place


def test_a_run_that_was_resumed_has_another_result(opened, home: Home, finished: str, qtbot) -> None:
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.go("try")
    desk = conductor.after.desks["try"]
    desk.chat.ask("Hello")
    before = desk.chat
    run = find_run(home, finished)
    with Journal(run.foreman_events) as journal:
        journal.append(WorkerSpawned(at=time.time(), pid=1, attempt=2, commands_from=0))
        journal.append(RunEnded(at=time.time() + 60, outcome="finished", commands_to=0))
    qtbot.waitUntil(lambda: desk.chat is not before)
    assert desk.page.sides[0].exchanges == []
