"""The first start by clicking: the engine is set up by real processes from a small kit, called off, tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from studio import api
from studio.installation import setting_up
from tests.support.kits import carry_kit
from ui.state.first_start import FirstStart


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(setting_up.ROOM_BYTES, "cpu", 1000)
    return carry_kit(tmp_path / "kit", monkeypatch)


def press(button) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def until(qtbot, conductor, so) -> None:
    def look() -> bool:
        conductor.engine.tick()
        return conductor.engine._running is None and so()

    qtbot.waitUntil(look)


def test_without_a_kit_there_is_no_such_page(opened) -> None:
    _window, conductor = opened()
    assert conductor.engine is None
    conductor.go("settings")
    assert "engine" not in conductor.settings_page.controls


def test_the_engine_is_set_up_by_clicking(opened, kit, home, qtbot, monkeypatch) -> None:
    """Called off, failed, tried again, done; then removed from Settings."""
    window, conductor = opened()
    assert window.place == "first start"
    conductor.go("new run")
    assert window.place == "first start"  # nothing can be trained yet
    page = conductor.engine.page
    qtbot.waitUntil(lambda: (conductor.feed.tick(), conductor.engine.state.phase == "ready")[1])
    assert "the engine" in page.headline.title.text()

    press(page.begin)
    assert not page.begin.isVisible()
    press(page.cancel)
    until(qtbot, conductor, lambda: conductor.engine.state.phase == "ready")
    assert "nothing half is left" in page.headline.title.text()
    assert api.list_environments(home) == []

    monkeypatch.setitem(setting_up.ROOM_BYTES, "cpu", 10**18)
    conductor.engine.see_machine(conductor.feed.machine)
    assert "too little room" in page._title.text()
    press(page.begin)
    until(qtbot, conductor, lambda: conductor.engine.state.phase == "failed")
    assert "1000000000.0 GB are needed" in page.what.text()
    press(page.copy)
    assert "choose a folder on another disk" in QGuiApplication.clipboard().text()
    assert page.begin.text().strip() == "Try again"

    monkeypatch.setitem(setting_up.ROOM_BYTES, "cpu", 1000)
    conductor.engine.see_machine(conductor.feed.machine)
    press(page.begin)
    until(qtbot, conductor, lambda: conductor.engine.state.phase == "done")
    assert page.headline.title.text() == "The engine is ready"
    assert api.engine_python(home).startswith(str(home.folder / "environments"))
    press(page.begin)
    assert window.place == "home"

    conductor.go("settings")
    controls = conductor.settings_page.controls
    press(controls["back"])
    assert "no earlier environment" in window.notice.title.text()
    press(controls["remove"])
    assert window.place == "settings"
    assert len(api.list_environments(home)) == 1
    press(window.notice.action)
    assert window.place == "first start"
    until(qtbot, conductor, lambda: conductor.engine.state.phase == "done")
    assert api.list_environments(home) == []
    conductor.engine.page.begin.click()
    assert window.place == "first start"  # there is none any more


def test_each_state_has_its_words() -> None:
    state = FirstStart()
    assert state.view(0).headline == "Looking at this computer"
    assert state.view(0).primary == ("", "")
    wanted = api.EngineWanted(
        build="cu126",
        device="Tesla P100",
        download_bytes=3 * 10**9,
        room_bytes=9 * 10**9,
        free_bytes=10**9,
        folder="/f",
    )
    state.see(wanted, has_former=False)
    assert "too little room" in state.view(0).strip_title
    assert ("PyTorch for", "older NVIDIA cards or drivers (CUDA 12.6)") in state.view(0).facts
    state.begin("make", 0)
    state.hear(api.StepStarted(step="torch", at=1))
    whole = "torch-2.13.0-cp311-linux.whl"
    state.hear(api.StepProgressed(step="torch", what=whole, done_bytes=10**8, total_bytes=4 * 10**8))
    view = state.view(31)
    assert view.share == 0.25
    torch = view.steps[2]
    assert (torch.state, torch.beside, torch.sentence) == ("now", "30 s", "torch 2.13.0: 100 MB of 400 MB")
    state.hear(api.SettingUpFailed(title="It broke.", hint="Mend it."))
    view = state.view(40)
    assert view.trouble is not None
    assert view.trouble.title == "It broke."
    assert [step.state for step in view.steps].count("failed") == 1
