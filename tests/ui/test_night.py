"""Before the night: reached from New run, settled by ticking, starts a run; and the last seconds before sleep."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studio import api
from studio.commands import Command, StayOn
from studio.errors import StudioError
from studio.events import CountdownEnded, CountdownStarted
from studio.foreman.night import judge_night
from studio.foreman.webhook import find_address
from studio.hardware.device import GIB, Device, Machine
from studio.hardware.night import SystemAtNight
from studio.paths import Home
from studio.runs.journal import Journal, Tail
from studio.settings import Settings, read_settings
from studio.starter import starter_files
from tests.ui.run_stories import written
from ui.new_run_desk import NewRunDesk
from ui.state.countdown import countdown_words
from ui.state.new_run import NewRun
from ui.state.night import Night

CPU = Device(id="cpu", name="CPU", kind="cpu", total_bytes=32 * GIB, free_bytes=20 * GIB)
SLEEPY = SystemAtNight(sleeps_after_seconds=1800, lid_sleeps=None, plugged_in=False, restart_waits=False)


def found(settings: Settings, system: SystemAtNight = SLEEPY) -> Night:
    night = Night()
    machine = Machine(devices=(CPU,), gpu_state="none", words="")
    night.hear(judge_night(system, machine, 10**12, settings, None))
    return night


def test_what_is_open_comes_with_a_box_and_a_button_and_what_could_not_be_checked_is_said() -> None:
    settings = Settings(keep_awake=False)
    view = found(settings).view(NewRun(), settings, time.time())
    assert view.headline == "Before the night: two things are open"
    said = {line.name: (line.state, line.can_settle, line.does) for line in view.open}
    assert said == {
        "sleep": ("Still open", True, "keep awake"),
        "power": ("Still open", True, "look again"),
        "lid": ("Could not check", True, "look again"),
    }
    assert {line.name for line in view.fine} == {"restart", "disk"}
    assert not any(line.can_settle or line.button for line in view.fine)


def test_what_is_settled_stays_settled_until_it_changes() -> None:
    night = found(Settings(keep_awake=False))
    night.settle("sleep", is_settled=True)
    night.settle("power", is_settled=True)
    assert night.worth_a_look == 0
    view = night.view(NewRun(), Settings(), time.time())
    assert view.headline == "Before the night: nothing is open, one thing could not be checked"
    assert [line.state for line in view.open if line.is_settled] == ["Settled", "Settled"]
    night.hear(found(Settings(keep_awake=False), SystemAtNight(sleeps_after_seconds=600, plugged_in=False)).checks)
    assert night.worth_a_look == 1, "it now sleeps after 10 minutes"
    night.settle("sleep", is_settled=True)
    night.settle("sleep", is_settled=False)
    assert night.worth_a_look == 1


def test_a_computer_that_cannot_be_looked_at_stops_nobody() -> None:
    night = Night()
    night.hear((), "The answer never came.")
    assert night.view(NewRun(), Settings(), 0.0).headline == "Before the night: this computer could not be looked at"


def wait(qtbot, desk: NewRunDesk, until) -> None:
    def ready() -> bool:
        desk.tick()
        return bool(until())

    qtbot.waitUntil(ready)


def test_the_page_looks_by_itself_keeps_choices_starts_and_is_left_by_escape_and_by_the_rail(
    opened, home: Home, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr("studio.foreman.requests.ensure_foreman", lambda _: None)
    api.write_settings(home, Settings(keep_awake=False))
    window, conductor = opened()
    conductor.go("new run")
    desk = conductor.desk
    desk.choose_data(str(starter_files("dates")[0]))
    wait(qtbot, desk, lambda: desk.state.chosen is not None and desk.night.state.checks)
    page = desk.night.page
    strip = desk.page._strip_line.text()
    assert strip == f"Before the night: {desk.night.state.worth_a_look} things worth a look." or (
        desk.night.state.worth_a_look < 2
    )
    QTest.mouseClick(desk.page.night, Qt.MouseButton.LeftButton)
    assert page.isVisible()
    assert "starter dates would run from" in page.headline.line.text()
    wait(qtbot, desk, lambda: page.open.rows or page.fine.rows)
    for row in page.open.rows:
        QTest.mouseClick(row.tick, Qt.MouseButton.LeftButton)
        assert row._state.text() == "Settled"
    assert page.headline.title.text().startswith("Before the night: nothing is open")

    QTest.mouseClick(page.switches.controls["notify"], Qt.MouseButton.LeftButton)
    assert read_settings(home).notify is False
    page.switches.controls["webhook"].picked.emit("ntfy")
    wait(qtbot, desk, page.switches.address.isVisible)
    QTest.keyClicks(page.switches.address, "https://ntfy.example/night")
    QTest.keyClick(page.switches.address, Qt.Key.Key_Return)
    wait(qtbot, desk, lambda: desk.night.state.has_address)
    assert not page.switches.address.isVisible()
    assert find_address(home) == "https://ntfy.example/night"
    assert "ntfy.example" not in (home.folder / "settings.json").read_text()

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.page.isVisible()
    QTest.mouseClick(desk.page.night, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.rail.place("new run"), Qt.MouseButton.LeftButton)
    assert desk.page.isVisible(), "the rail leads to New run itself"
    QTest.mouseClick(desk.page.night, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert [run.job().name for run in api.list_runs(home)] == ["starter dates"]
    assert window.place == "run"


def test_the_last_seconds_before_sleep_are_counted_above_every_page_and_one_can_say_no(
    opened, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise StudioError("No foreman.", "It is not needed for this.")

    monkeypatch.setattr("studio.foreman.requests.ensure_foreman", refuse)
    run = written(home.folder, "finished", time.time())
    window, conductor = opened()
    assert not window.countdown.isVisible()
    with Journal(run.run.foreman_events) as journal:
        journal.append(CountdownStarted(action="sleep", seconds=100))
    conductor.feed.tick()
    assert window.countdown.isVisible()
    assert window.countdown.title.text().startswith("The computer goes to sleep in 1 min ")
    conductor.go("settings")
    assert window.countdown.isVisible()
    conductor.countdown.look(conductor.feed.runs, time.time() + 5)
    assert window.countdown.title.text().startswith("The computer goes to sleep in 1 min 3")
    QTest.mouseClick(window.countdown.action, Qt.MouseButton.LeftButton)
    assert [type(command) for command in Tail[Command](run.run.commands, Command).read()] == [StayOn]
    conductor.countdown.look(conductor.feed.runs, time.time() + 9)
    assert not window.countdown.isVisible(), "what was closed stays closed"
    with Journal(run.run.foreman_events) as journal:
        journal.append(CountdownEnded(done=False))
    conductor.feed.tick()
    assert not window.countdown.isVisible()


def test_a_countdown_that_nobody_counts_any_more_is_not_shown() -> None:
    event = CountdownStarted(action="shut down", seconds=120, at=1000.0)
    assert countdown_words(event, 1000.0 + 90) == (
        "The computer shuts down in 30 s.",
        "All runs have ended well, as you asked for.",
    )
    assert countdown_words(event, 1000.0 + 86400) is None
    assert countdown_words(None, 1000.0) is None


def test_a_measurement_can_be_asked_for_from_the_check_that_misses_it() -> None:
    card = Device(id="cuda:0", name="A card", kind="cuda", total_bytes=24 * GIB, free_bytes=23 * GIB)
    from tests.ui.run_stories import plan

    night = Night()
    machine = Machine(devices=(card, CPU), gpu_state="ok", words="")
    night.hear(judge_night(SLEEPY, machine, 10**12, Settings(), plan(basis="formula", device_name="A card")))
    view = night.view(NewRun(), Settings(), 0.0, measure="Measure, about 20 s")
    trial = next(line for line in view.open if line.name == "trial")
    assert (trial.button, trial.does) == ("Measure, about 20 s", "measure")
    assert (
        next(line for line in night.view(NewRun(), Settings(), 0.0).open if line.name == "trial").does == "look again"
    )


def test_an_address_that_is_missing_is_asked_for() -> None:
    night = Night()
    night.has_address = False
    assert night.view(NewRun(), Settings(webhook="slack"), 0.0).needs_address
    assert not night.view(NewRun(), Settings(webhook="off"), 0.0).needs_address


WAITS = SystemAtNight(sleeps_after_seconds=0, lid_sleeps=False, plugged_in=True, restart_waits=True)


def test_every_button_of_the_page_does_what_it_says(opened, home: Home, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that waits to restart and goes to sleep, whose restart is refused at first."""
    system, calls = [SLEEPY], []
    answers = iter(["The system refused to restart.", None])
    monkeypatch.setattr("studio.foreman.requests.ensure_foreman", lambda _: None)
    monkeypatch.setattr("studio.foreman.countdown._call", lambda *_: calls.append(1) or next(answers))
    api.write_settings(home, Settings(keep_awake=False))
    window, conductor = opened()
    conductor.go("new run")
    desk = conductor.desk
    desk.choose_data(str(starter_files("dates")[0]))
    wait(qtbot, desk, lambda: desk.state.chosen is not None)
    QTest.mouseClick(desk.page.night, Qt.MouseButton.LeftButton)
    night, page = desk.night, desk.night.page

    def look() -> None:
        settings = read_settings(home)
        machine = Machine(devices=(CPU,), gpu_state="none", words="")
        can_hold = settings.keep_awake
        night.state.hear(judge_night(system[0], machine, 10**12, settings, None, can_hold=can_hold))
        night.render()

    monkeypatch.setattr(night, "look", look)

    def click(name: str) -> str:
        row = next(each for each in (*page.open.rows, *page.fine.rows) if each._shown.name == name)
        QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
        shown = [each for each in (*page.open.rows, *page.fine.rows) if each._shown.name == name]
        return f"{shown[0]._shown.button}: {shown[0]._shown.sentence}"

    look()
    assert click("sleep").endswith("Nightshift keeps it awake while a run is going and lets go when it ends.")
    assert read_settings(home).keep_awake
    system[0] = WAITS
    assert click("power").startswith(": Plugged in."), "looked again"
    asked = click("restart")
    assert asked.startswith("Yes, restart: Save what is open in other programs first.")
    assert calls == [], "one click restarts nothing"
    assert click("restart") == "Restart now: The system refused to restart."
    click("restart")
    click("restart")
    assert len(calls) == 2

    assert desk.state.job().learning.stop_after_worse == 3
    tick = page.switches.controls["stop_early"]
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert desk.state.job().learning.stop_after_worse is None
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    (run,) = api.list_runs(home)
    assert run.job().learning.stop_after_worse == 3
    assert window.place == "run"
