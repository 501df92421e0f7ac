"""The Model part of New run by clicking: which models fit, downloads from a stand-in for the hub, licences, folders."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studio.api import Device, Machine
from studio.models.origin import draft_of, folder_of
from studio.models.token import find_token
from studio.paths import Home
from studio.starter import STARTER_MODEL
from tests.fakes.hub import TOKEN, FakeHub, Fault, Model
from tests.support.screen_data import big_model, good_rows
from ui.new_run_desk import NewRunDesk
from ui.state.judged_for import judged_for

GIB = 2**30
GATED, OPEN, FOREIGN = "meta-llama/Llama-3.2-1B-Instruct", "Qwen/Qwen3-0.6B", "night/starter"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeHub]:
    fake = FakeHub()
    files = {path.name: path.read_bytes() for path in STARTER_MODEL.iterdir() if path.is_file()}
    for name in (GATED, OPEN, FOREIGN):
        fake.models[name] = Model(files, gated=name == GATED)
    monkeypatch.setenv("HF_ENDPOINT", fake.endpoint)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setenv("HF_TOKEN_PATH", str(tmp_path / "nothing"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield fake
    keyring.set_keyring(before)
    fake.close()


def card(total: float) -> Machine:
    free = int((total - 0.5) * GIB)
    gpu = Device(id="cuda:0", name="A card", kind="cuda", total_bytes=int(total * GIB), free_bytes=free)
    cpu = Device(id="cpu", name="CPU", kind="cpu", total_bytes=16 * GIB, free_bytes=8 * GIB)
    return Machine(devices=(gpu, cpu), gpu_state="ok", words="")


@pytest.fixture
def browse(opened) -> Callable[[], NewRunDesk]:
    """The page of models, for a card of 24 GiB."""

    def open_page() -> NewRunDesk:
        _, conductor = opened()
        conductor.feed.stop()
        conductor.go("new run")
        conductor.desk.see_machine(card(24))
        QTest.mouseClick(conductor.new_run_page.model.browse, Qt.MouseButton.LeftButton)
        return conductor.desk

    return open_page


def wait(qtbot, desk: NewRunDesk, until: Callable[[], object]) -> None:
    def ready() -> bool:
        desk.tick()
        return bool(until())

    qtbot.waitUntil(ready)


def fits(desk: NewRunDesk) -> dict[str, str]:
    return {line.title: line.fit.words for line in desk.models.state.lines("")}


def test_every_model_has_a_verdict_and_is_found_by_name_licence_and_fit(browse, qtbot) -> None:
    desk = browse()
    wait(qtbot, desk, lambda: desk.models.state.is_ready)
    assert "until you choose data" in desk.models.page.headline.line.text()
    small = fits(desk)
    assert small["Starter model"] == small["Qwen3-0.6B"] == "fits with room"
    assert small["Qwen3-14B"] == "fits in 4 bits"
    missing = small["Llama-3.3-70B-Instruct"]
    assert missing.startswith("does not fit: ")
    assert missing.endswith(" GiB too much")
    desk.see_machine(card(8))
    wait(qtbot, desk, lambda: desk.models.state.is_ready)
    assert fits(desk)["Qwen3-14B"].startswith("does not fit: ")
    QTest.mouseClick(desk.models.page.fitting, Qt.MouseButton.LeftButton)
    shown = [line.title for line in desk.models.page.lines._lines.lines]
    assert "Qwen3-14B" not in shown
    assert "Qwen3-0.6B" in shown
    QTest.keyClicks(desk.models.page.search, "qwen3 apache")
    found = desk.models.page.lines._lines.lines
    assert found
    assert all("Qwen3" in line.title for line in found)


def test_the_verdict_follows_the_rows_where_the_chosen_model_reads_less_of_them(browse, tmp_path: Path, qtbot) -> None:
    desk = browse()
    path = tmp_path / "long.csv"
    path.write_text("question,answer\n" + f"Tell it all,{'and so it went on for long ' * 6000}\n" * 8)
    desk.choose_data(str(path))
    wait(qtbot, desk, lambda: desk.state.inspection is not None)
    judged = judged_for(desk.state)
    assert judged is not None
    assert desk.state.inspection is not None
    assert desk.state.inspection.lengths.max() == 512 < judged.lengths.max() == desk.state.inspection.report.tokens.max
    wait(qtbot, desk, lambda: desk.models.state.is_ready)
    assert fits(desk)["Mistral-7B-v0.3"] != "fits with room", "of 40,000 tokens it reads 32,768"


def test_a_model_is_downloaded_paused_resumed_and_then_chosen(browse, hub: FakeHub, home: Home, qtbot) -> None:
    hub.faults = [Fault("storage", times=99, bytes_per_second=3e6)]
    desk = browse()
    desk.models.select(OPEN)
    panel = desk.models.page.panel
    assert panel.action.text() == "Download 1.2 GB"
    QTest.mouseClick(panel.action, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.download.share > 0.1)
    assert " a second" in panel._progress.text()
    QTest.mouseClick(panel.pause, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.download.paused)
    assert panel._progress.text().startswith("Paused at ")
    assert desk.page.model._badge.text() == "Download paused"
    hub.faults = []
    QTest.mouseClick(panel.pause, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.download.folder)
    assert desk.state.choices.model == str(folder_of(home, OPEN))
    assert desk.place.currentWidget() is desk.page
    assert desk.page.model._badge.text() == "On this computer"
    QTest.mouseClick(desk.page.model.browse, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.state.is_ready)
    here = [line for line in desk.models.state.lines(desk.state.choices.model) if line.title == "Qwen3-0.6B"]
    assert [line.chosen for line in here] == [True], "it stands in the list once, as one that is here"


def test_a_download_that_is_stopped_leaves_nothing(browse, hub: FakeHub, home: Home, qtbot) -> None:
    hub.faults = [Fault("storage", times=99, bytes_per_second=1e6)]
    desk = browse()
    desk.models.select(OPEN)
    QTest.mouseClick(desk.models.page.panel.action, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.download.share > 0)
    QTest.mouseClick(desk.models.page.panel.cancel, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.download.stopped)
    assert not draft_of(home, OPEN).exists()
    assert desk.models.page.panel.action.isEnabled()


def test_a_gated_model_is_explained_and_fetched_once_there_is_a_token(browse, hub: FakeHub, home: Home, qtbot) -> None:
    desk = browse()
    panel = desk.models.page.panel
    desk.models.select(GATED)
    wait(qtbot, desk, lambda: desk.models._has_token is False)
    assert not panel.steps.isHidden()
    assert not panel.action.isEnabled()
    assert panel._reason.text() == "Its licence has to be agreed to first."
    QTest.keyClicks(panel.token, "nonsense")
    QTest.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: panel._problem.text().startswith("That is no token of the hub"))
    QTest.keyClicks(panel.token, TOKEN)
    QTest.keyClick(panel.token, Qt.Key.Key_Return)
    wait(qtbot, desk, lambda: desk.models._has_token)
    assert find_token(home) == TOKEN
    assert panel.token.text() == ""
    QTest.mouseClick(panel.action, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.download.folder)
    assert desk.state.facts is not None
    kept = home.folder / "hub-token"
    for path in home.folder.rglob("*"):
        assert path == kept or not path.is_file() or TOKEN.encode() not in path.read_bytes(), path


def test_the_hub_is_searched_when_asked_and_a_found_model_is_looked_at_first(browse, hub: FakeHub, qtbot) -> None:
    desk = browse()
    page = desk.models.page
    QTest.keyClicks(page.search, "starter")
    asked_before = len(hub.asked)
    assert asked_before == 0, "nothing is asked of the hub unless the user says so"
    QTest.mouseClick(page.hub, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: "1 model on the hub" in page._hub_line.text())
    desk.models.select(FOREIGN)
    assert page.panel.action.text() == "Look at it"
    QTest.mouseClick(page.panel.action, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.state.fit(FOREIGN).fits)
    wait(qtbot, desk, lambda: page.panel.action.text().startswith("Download "))
    hub.faults = [Fault("/api/models", status=503)]
    page.search.setText("anything")
    QTest.mouseClick(page.hub, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: "trouble of its own" in page._hub_line.text())


def test_a_folder_that_was_used_stands_in_the_list_and_one_that_is_no_model_says_why(
    browse, tmp_path: Path, qtbot
) -> None:
    desk = browse()
    model = big_model(tmp_path)
    desk.take_paths([model])
    QTest.mouseClick(desk.page.model.browse, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.models.state.is_ready)
    line = next(line for line in desk.models.state.lines(str(model)) if line.chosen)
    assert (line.title, line.fit.words) == ("Qwen3-14B", "fits in 4 bits")
    (model / "config.json").write_text("{}")
    desk.choose_model(str(tmp_path))
    assert desk.page.model._badge.text() == "Cannot be used"


def test_too_big_leads_to_the_models_that_fit(browse, tmp_path: Path, qtbot) -> None:
    desk = browse()
    desk.take_paths([big_model(tmp_path), good_rows(tmp_path, rows=60)])
    assert desk.place.currentWidget() is desk.page
    wait(qtbot, desk, lambda: desk.state.chosen is not None)
    desk.page.plan.way_out_asked.emit("models")
    assert desk.place.currentWidget() is desk.models.page
    assert desk.models.page.fitting.isChecked()


def test_the_rail_and_escape_lead_back_to_new_run_itself(browse) -> None:
    desk = browse()
    window = desk.page.window()
    QTest.keyClick(desk.models.page.search, Qt.Key.Key_Escape)
    assert desk.page.isVisible()
    desk._browse()
    QTest.mouseClick(window.rail.place("home"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.rail.place("new run"), Qt.MouseButton.LeftButton)
    assert desk.page.isVisible()


def test_models_that_other_programs_fetched_are_among_those_on_this_computer(
    browse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    cache = tmp_path / "cache"
    folder = cache / "models--someone--small-model"
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text("b" * 40)
    shutil.copytree(STARTER_MODEL, folder / "snapshots" / ("b" * 40))
    monkeypatch.setenv("HF_HUB_CACHE", str(cache))
    desk = browse()
    wait(qtbot, desk, lambda: desk.models.state.is_ready and "small-model" in fits(desk))
    line = next(line for line in desk.models.state.lines("") if line.title == "small-model")
    assert line.fit.words == "fits with room"
    desk.models.select(line.key)
    QTest.mouseClick(desk.models.page.panel.action, Qt.MouseButton.LeftButton)
    assert desk.state.choices.model == str(folder / "snapshots" / ("b" * 40))
    assert desk.state.facts is not None
    assert desk.page.isVisible()
