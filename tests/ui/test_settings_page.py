"""Settings by clicking: each choice is on the disk and has its effect at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollArea

from studio import api
from studio.errors import DiskProblem
from studio.paths import Home
from ui.app import main
from ui.state.settings import changed, settings_view
from ui.theme import theme


@pytest.fixture(autouse=True)
def light_again() -> Iterator[None]:
    yield
    theme().set_mode("light")


def test_dark_is_dark_at_once_and_after_the_next_start(opened, home: Home) -> None:
    _window, conductor = opened()
    conductor.go("settings")
    page = conductor.settings_page
    assert not theme().dark
    page.controls["theme"].picked.emit("dark")
    assert theme().dark
    assert api.read_settings(home).theme == "dark"
    page.controls["theme"].picked.emit("light")
    assert not theme().dark


def test_a_tick_is_kept_for_the_foreman(opened, home: Home) -> None:
    _, conductor = opened()
    conductor.go("settings")
    tick = conductor.settings_page.controls["keep_awake"]
    assert tick.isChecked()
    tick.click()
    assert not api.read_settings(home).keep_awake
    tick.click()
    assert api.read_settings(home).keep_awake


def test_every_setting_that_is_shown_is_one_and_takes_every_choice_that_is_offered(home: Home) -> None:
    settings = api.read_settings(home)
    rows = [row for group in settings_view(settings, home, has_token=None) for row in group.rows]
    choices = [row for row in rows if row.kind in ("tick", "choice")]
    assert {row.key for row in choices} >= {"webhook", "countdown_seconds", "keep_free_gb"}
    for row in choices:
        assert getattr(settings, row.key) == row.value
        for value in (True, False) if row.kind == "tick" else (value for value, _ in row.options):
            api.write_settings(home, changed(settings, row.key, value))
            assert getattr(api.read_settings(home), row.key) == value


def test_a_value_that_only_the_command_line_offers_is_shown_and_kept(home: Home) -> None:
    api.write_settings(home, changed(changed(api.read_settings(home), "keep_free_gb", 7.5), "countdown_seconds", 45))
    rows = {row.key: row for group in settings_view(api.read_settings(home), home) for row in group.rows}
    assert (7.5, "7.5 GB") in rows["keep_free_gb"].options
    assert (45, "45 seconds") in rows["countdown_seconds"].options


def test_every_setting_is_seen_whole_in_the_smallest_window(opened, home: Home) -> None:
    window, conductor = opened()
    window.resize(window.minimumSize())
    conductor.go("settings")
    area = conductor.settings_page.findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_the_address_for_notes_is_kept_beside_its_shape_and_never_shown(opened, home: Home, qtbot) -> None:
    window, conductor = opened()
    conductor.go("settings")
    page = conductor.settings_page
    page.controls["webhook"].picked.emit("slack")
    assert api.read_settings(home).webhook == "slack"
    field = page.controls["address"]
    QTest.keyClicks(field, "hooks.slack.com")
    field.returnPressed.emit()
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.title.text() == "That is no address of a webhook."
    QTest.keyClicks(field, "https://hooks.slack.com/services/T0/B0/x")
    field.returnPressed.emit()
    assert field.text() == ""
    qtbot.waitUntil(lambda: "There is one." in page._sentences["address"].text())
    assert page._sentences["address"].text().count("keyring") == 1
    assert "hooks.slack" not in (home.folder / "settings.json").read_text()


def test_a_full_disk_is_said_and_the_choice_stays_as_it_was(opened, home: Home, monkeypatch) -> None:
    window, conductor = opened()
    conductor.go("settings")

    def full(*_: object) -> None:
        raise DiskProblem("The settings could not be kept: the disk is full.", "Free some space.")

    monkeypatch.setattr(api, "write_settings", full)
    tick = conductor.settings_page.controls["notify"]
    tick.click()
    assert window.notice.title.text() == "The settings could not be kept: the disk is full."
    assert tick.isChecked()


def test_the_token_is_asked_for_and_kept_by_the_process_that_knows_the_keyring(
    opened, home: Home, qtbot, monkeypatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    for name in ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HOME", str(home.folder / "hub"))
    window, conductor = opened()
    conductor.go("settings")
    page = conductor.settings_page
    qtbot.waitUntil(lambda: "There is none yet." in page._sentences["token"].text())
    field = page.controls["token"]
    QTest.keyClicks(field, "no token at all")
    field.returnPressed.emit()
    qtbot.waitUntil(window.notice.isVisible)
    assert "hf_" in window.notice.title.text()
    QTest.keyClicks(field, "hf_" + "a" * 30)
    field.returnPressed.emit()
    assert field.text() == ""
    qtbot.waitUntil(lambda: "There is one." in page._sentences["token"].text())


def test_the_window_follows_the_system_while_it_is_open(opened, qapp, monkeypatch) -> None:
    opened()
    theme().set_mode("system")
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        hints = qapp.styleHints()  # a desktop without a display has no scheme of its own to change
        monkeypatch.setattr(type(hints), "colorScheme", lambda _, scheme=scheme: scheme)
        hints.colorSchemeChanged.emit(scheme)
        assert theme().dark == dark


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints
def test_a_home_that_cannot_be_made_is_said_in_one_sentence(tmp_path, capsys) -> None:
    (tmp_path / "file").write_text("x")
    shown: list[str] = []

    def read() -> None:
        [box] = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
        shown.append(box.text())
        box.close()

    QTimer.singleShot(0, read)
    assert main(["--home", str(tmp_path / "file" / "home")]) == 1
    title, hint = shown[0].split("\n\n")
    assert capsys.readouterr().err == f"{title} {hint}\n"
    assert (title.endswith("cannot be used: Not a directory."), "--home" in hint) == (True, True)
