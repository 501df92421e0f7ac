"""Runs on other computers and runs that move, in the window."""

from __future__ import annotations

import os
import shlex
import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from studio import api
from studio.commands import Command, Pause, Resume, Stop
from studio.events import Paused, TrainingStarted, Warned, WorkerSpawned
from studio.moving.pack import pack_run
from studio.paths import Home, open_home
from studio.runs.journal import Journal, Tail
from studio.runs.lease import take_lease
from tests.support.elsewhere import Elsewhere, Network
from tests.support.nightshift import ROOT
from tests.support.to_move import small_model, stopped_run
from tests.ui.run_stories import losses, preparation, saved, training, update
from ui.state.remote import link_view, remote_row

NOW = 1_800_000_000.0


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    network = Network(tmp_path / "network")
    monkeypatch.setenv("NIGHTSHIFT_SSH", str(network.ssh))
    (tmp_path / "other").mkdir()
    made = Elsewhere(tmp_path / "other", network)
    made.written.begin(NOW)
    made.written.write([*preparation(NOW), *training(NOW, 1, 90, losses(1125))])
    yield made
    made.close()


def test_a_run_elsewhere_is_on_its_page_does_what_is_pressed_and_shows_its_age_when_cut(opened, elsewhere, qtbot):
    window, conductor = opened()
    desk, page = conductor.elsewhere.remote, conductor.run_page
    conductor.home_page.follow.click()
    assert conductor.home_page.elsewhere.isVisible()
    desk.add(f"zoe@workstation:last {shlex.join(elsewhere.command)}")
    qtbot.waitUntil(lambda: window.place == "run" and page.link.title.text() == "On zoe@workstation")
    assert page.header.headline.text().startswith("support-replies")
    assert not page.side.gauges.isVisible()
    qtbot.waitUntil(page.header.buttons[Pause].isVisible)  # its events follow the first word
    page.header.buttons[Pause].click()
    commands = Tail(elsewhere.run.commands, Command)
    qtbot.waitUntil(lambda: any(isinstance(each, Pause) for each in commands.read()))

    elsewhere.network.cut()
    qtbot.waitUntil(lambda: "cannot be reached" in page.link.title.text())
    assert page.link.hint.text().startswith("Last heard ")
    assert page.loss.isVisible()
    page._shown.forget_presses()
    page.render()
    page.header.buttons[Pause].click()
    assert "was not asked" in window.notice.title.text()
    assert page.header.buttons[Pause].isEnabled()

    conductor.go("home")
    headline = conductor.home_page.headline.title
    assert headline.text().endswith("is ready to train"), "nothing is heard of it now"
    [row] = conductor.home_page.elsewhere._rows
    assert row._link.text().startswith("Last heard ")
    elsewhere.network.mend()
    row.again.click()
    qtbot.waitUntil(lambda: row._link.text() == "Connected")
    assert headline.text() == "One run is learning elsewhere"
    row.asked.emit(row.key, "forget")
    assert not conductor.home_page.elsewhere._rows[0].isVisible()
    assert not api.remote_runs(conductor._home)
    assert elsewhere.run.job_file.exists()


def test_a_paused_run_goes_on_on_the_cards_of_its_own_computer(opened, elsewhere, qtbot):
    fakes = ROOT / "tests" / "fakes" / "nvml"
    cards = (f"FAKE_NVML_SCENARIO={fakes / 'scenarios' / 'two_gpus.json'}", f"PYTHONPATH={ROOT}{os.pathsep}{fakes}")
    command = [*elsewhere.command[:2], *cards, *elsewhere.command[3:]]
    elsewhere.written.write([saved(90, NOW), Paused(at=NOW, update=90)])
    _, conductor = opened()
    page = conductor.run_desk.make()
    conductor.elsewhere.remote.add(f"zoe@workstation:last {shlex.join(command)}")
    qtbot.waitUntil(page.regroup.isVisible)
    assert page.regroup.title.text() == "2 GPUs can share the rest"
    assert page.regroup.line.text() == "Same rows, same order, same gradient; only the time changes."
    page.regroup.go_on.click()
    commands = Tail(elsewhere.run.commands, Command)
    qtbot.waitUntil(lambda: any(isinstance(each, Resume) and each.gpus == 2 for each in commands.read()))


def test_the_rows_of_an_update_come_from_there(opened, elsewhere, qtbot, monkeypatch):
    """What `show --update` says there; a run of stories has no rows, so the refusal is what comes."""
    window, conductor = opened()
    conductor.elsewhere.remote.add(f"zoe@workstation:last {shlex.join(elsewhere.command)}")
    page = conductor.run_page
    seen = conductor.elsewhere.remote.seen
    key = "zoe@workstation:last"
    qtbot.waitUntil(lambda: window.place == "run" and seen(key)[0].story.update == 90)
    qtbot.waitUntil(lambda: page.loss.plot is not None)
    page.choose(5)
    assert "asked for them" in page._rows_trouble
    qtbot.waitUntil(lambda: "could not be asked" in page._rows_trouble)


def test_a_name_that_is_none_is_told_and_stays_in_the_field(opened):
    window, conductor = opened()
    card = conductor.home_page.elsewhere
    conductor.home_page.follow.click()
    card.field.setText("-oProxyCommand=x:run")
    card.field.returnPressed.emit()
    assert "is no name of a computer" in window.notice.title.text()
    assert card.field.text()
    assert not api.remote_runs(conductor._home)


LINK = api.Link(host="zoe@workstation", run="last")


def told(**changes):
    import msgspec

    return link_view(msgspec.structs.replace(LINK, **changes), NOW)


def test_each_state_of_a_connection_has_its_words():
    assert told(state="live", heard_at=NOW).title == "On zoe@workstation"
    assert told().hint == "Nothing was heard so far."
    cut = told(state="cut", title="It cannot be reached.", heard_at=NOW - 40, next_at=NOW + 8)
    assert (cut.kind, cut.again) == ("warn", True)
    assert cut.hint == "Last heard 40 s ago. It is tried again in 8 s; the run goes on without it."
    refused = told(state="refused", title="No.", hint="Do this.", heard_at=NOW - 7200)
    assert (refused.kind, refused.hint) == ("bad", "Do this. Last heard 2 h ago.")


def test_a_run_of_which_nothing_was_heard_has_its_address_for_a_name():
    row = remote_row(LINK, None, None, NOW)
    assert (row.title, row.host, row.known, row.progress) == ("last", "zoe@workstation", False, "")


# runs that move


@pytest.fixture
def other(tmp_path: Path) -> Home:
    return open_home(tmp_path / "server")


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_packed_run_that_is_dropped_arrives_and_a_newer_one_replaces_it(opened, other, tmp_path, qtbot):
    run = stopped_run(other)
    first = pack_run(run, tmp_path / "first.nightshift")
    window, conductor = opened()
    drop(window, first)
    qtbot.waitUntil(lambda: window.place == "run" and "is here, whole" in window.notice.title.text())
    assert conductor.feed.shown.run.name == run.name
    with Journal(run.events) as journal:
        journal.append(update(31, 1.9, time.time()))
    with Journal(run.foreman_events) as journal:  # not what the copy here was told when it arrived
        journal.append(Warned(title="Something else", hint="A line of another length."))
    drop(window, pack_run(run, tmp_path / "second.nightshift"))
    qtbot.waitUntil(lambda: "the packed one is newer" in window.notice.title.text())
    window.notice.action.click()
    qtbot.waitUntil(lambda: "is here, whole" in window.notice.title.text())
    story = conductor.feed.watch(run.name).story
    assert story.update == 31
    assert [each.title[:10] for each in story.warnings] == ["Something ", "Moved here"]


def test_a_missing_model_is_asked_for_and_its_folder_helps(opened, other, tmp_path, qtbot, monkeypatch):
    model = small_model(tmp_path / "mine")
    file = pack_run(stopped_run(other, model), tmp_path)
    shutil.move(model, tmp_path / "kept")
    window, _ = opened()
    drop(window, file)
    qtbot.waitUntil(lambda: "needs the model mine" in window.notice.title.text())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "kept"))
    window.notice.action.click()
    qtbot.waitUntil(lambda: "is here, whole" in window.notice.title.text())


def test_a_run_is_packed_from_its_menu(opened, home: Home, tmp_path, qtbot, monkeypatch):
    run = stopped_run(home)
    window, conductor = opened()
    target = tmp_path / "out.nightshift"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.waitUntil(lambda: bool(conductor.home_page.earlier.rows))
    conductor.home_page.earlier.rows[0].asked.emit(run.name, "move")
    qtbot.waitUntil(lambda: "is packed" in window.notice.title.text())
    assert target.is_file()


@pytest.fixture
def at_work(home: Home, monkeypatch):
    """A run that a worker seems to work on."""
    monkeypatch.setattr("studio.foreman.requests.ensure_foreman", lambda _: None)
    run = stopped_run(home)
    with Journal(run.foreman_events) as journal:
        journal.append(WorkerSpawned(pid=1, attempt=2, commands_from=0))
    with Journal(run.events) as journal:
        journal.append(TrainingStarted(from_update=30, updates=60, updates_per_epoch=60, attempt=2))
        journal.append(update(31, 1.9, time.time()))
    lease = take_lease(run.lease)
    yield run
    lease.release()


def test_a_run_at_work_is_paused_and_then_packed(opened, at_work, tmp_path, qtbot, monkeypatch):
    window, conductor = opened()
    target = tmp_path / "out.nightshift"
    card = conductor.home_page.active
    qtbot.waitUntil(card.isVisible)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    card.asked.emit(at_work.name, "move")
    assert window.notice.title.text().endswith("is at work. It can move once it rests.")
    window.notice.action.click()
    assert not Tail(at_work.commands, Command).read(), "who chooses no place has nothing paused"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    card.asked.emit(at_work.name, "move")
    assert (window.notice.action.text(), window.notice.other.text()) == ("Pause and move", "Stop, save and move")
    window.notice.action.click()
    assert [type(each) for each in Tail(at_work.commands, Command).read()] == [Pause]
    assert window.notice.title.text().endswith("comes to rest")
    assert not window.notice.other.isVisible()
    assert not target.exists()
    with Journal(at_work.events) as journal:
        journal.append(Paused(update=31))
    qtbot.waitUntil(lambda: "is packed" in window.notice.title.text())
    assert target.is_file()


def test_a_run_that_comes_to_rest_can_be_called_off(opened, at_work, tmp_path, qtbot, monkeypatch):
    window, conductor = opened()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.nightshift"), ""))
    qtbot.waitUntil(conductor.home_page.active.isVisible)
    conductor.home_page.active.asked.emit(at_work.name, "move")
    window.notice.other.click()
    assert [type(each) for each in Tail(at_work.commands, Command).read()] == [Stop]
    window.notice.action.click()
    assert window.notice.title.text().endswith("is not packed.")
    with Journal(at_work.events) as journal:
        journal.append(Paused(update=31))
    qtbot.waitUntil(lambda: conductor.feed.runs[0].state == "paused")
    conductor.feed.tick()
    assert window.notice.title.text().endswith("is not packed.")


def test_a_run_elsewhere_is_brought_here_to_be_tried(opened, elsewhere, qtbot):
    run = stopped_run(elsewhere.run.home)
    window, conductor = opened()
    conductor.elsewhere.remote.add(f"zoe@workstation:{run.name} {shlex.join(elsewhere.command)}")
    qtbot.waitUntil(lambda: conductor.elsewhere.shown)
    conductor._go_after("try")
    assert window.notice.title.text() == "The result of this run is not on this computer."
    window.notice.action.click()
    qtbot.waitUntil(lambda: "is here, whole" in window.notice.title.text())
    assert not conductor.elsewhere.shown
    assert conductor.feed.shown.run.path == conductor._home.runs / run.name
    conductor._go_after("try")
    assert window.place == "try"
    assert not list(conductor._home.jobs.rglob("*.nightshift"))
