"""The list of runs by clicking, typing and dragging, on real folders."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studio import api
from studio.commands import Pause, Resume
from studio.job import Data, TrainJob
from studio.paths import Home
from studio.runs.folder import RunFolder, create_run
from studio.runs.journal import Journal, Tail
from tests.support.pace import Stopwatch
from tests.support.past_runs import past_run
from tests.ui.run_stories import written

DAY = 86400.0


@pytest.fixture
def past(home: Home) -> Callable[..., RunFolder]:
    def make(name: str, days: float = 1.0, **changes: object) -> RunFolder:
        return past_run(home.folder, name, time.time() - days * DAY, **changes)  # type: ignore[arg-type]

    return make


def _choose(row, key: str) -> None:  # type: ignore[no-untyped-def]
    row.asked.emit(row.name, key)


def _titles(conductor) -> list[str]:  # type: ignore[no-untyped-def]
    earlier = conductor.home_page.earlier
    return [row._title.text() for row in sorted(earlier.rows, key=lambda row: row.y()) if row.isVisible()]


def test_typing_finds_runs_and_pressing_a_column_sorts_them(opened, past, qtbot) -> None:
    for number in range(9):
        past(f"run-{number}", days=1 + number, lowest=1.2 - 0.01 * number)
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 9)
    page = conductor.home_page
    assert _titles(conductor)[:2] == ["run-0", "run-1"]
    page.head.buttons["best"].click()
    assert _titles(conductor)[0] == "run-8"
    page.head.buttons["best"].click()
    assert _titles(conductor)[0] == "run-0"
    QTest.keyClicks(page.search, "run-3")
    assert _titles(conductor) == ["run-3"]
    page.search.setText("nothing like it")
    assert page._none.isVisible()


def test_a_deleted_run_can_be_brought_back_with_one_click(opened, past, home: Home, qtbot) -> None:
    run = past("keep me")
    past("another", days=2)
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 2)
    before = {path.name: path.read_bytes() for path in run.path.iterdir() if path.is_file()}
    _choose(conductor.home_page.earlier.rows[0], "trash")
    assert _titles(conductor) == ["another"]
    assert not run.path.exists()
    assert window.notice.title.text() == "keep me is in the trash."
    window.notice.action.click()
    qtbot.waitUntil(lambda: _titles(conductor) == ["keep me", "another"])
    assert {name: (run.path / name).read_bytes() for name in before} == before


def test_a_run_at_work_is_not_deleted(opened, past, home: Home, qtbot) -> None:
    run = written(home.folder, "running", time.time())
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    conductor.keeper.trash(run.run.name)
    assert "being worked on" in window.notice.title.text()
    assert run.run.path.exists()
    run.dead()


def test_tags_and_notes_are_kept_and_found(opened, past, qtbot) -> None:
    run = past("one")
    past("two", days=2)
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 2)
    page = conductor.home_page
    _choose(page.earlier.rows[0], "notes")
    assert page.notes.isVisible()
    QTest.keyClicks(page.notes.tags, "night, #keep")
    QTest.keyClicks(page.notes.note, "best so far")
    page.notes.keep.click()
    assert not page.notes.isVisible()
    assert api.read_notes(run) == api.RunNotes(tags=("night", "keep"), note="best so far")
    page.search.setText("#keep")
    assert _titles(conductor) == ["one"]
    _choose(page.earlier.rows[0], "notes")
    QTest.keyClicks(page.notes.tags, "thrown away")
    QTest.keyClick(page.notes.tags, Qt.Key.Key_Escape)
    assert not page.notes.isVisible()
    assert api.read_notes(run).tags == ("night", "keep")


def _queued(home: Home, *names: str) -> None:
    for name in names:
        create_run(home, TrainJob(name=name, model="m", data=Data(train="rows.csv")))


def _line(conductor) -> list[str]:  # type: ignore[no-untyped-def]
    return [row._title.text() for row in conductor.home_page.waiting.rows if row.isVisible()]


def test_dragging_a_waiting_run_changes_the_order_of_the_foreman(opened, home: Home, qtbot) -> None:
    from studio.foreman.queue import Queue

    _queued(home, "a", "b", "c")
    _, conductor = opened()
    qtbot.waitUntil(lambda: _line(conductor) == ["a", "b", "c"])
    row = conductor.home_page.waiting.rows[2]
    at = QPoint(200, 20)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=at)
    for step in (-10, -10, -10, -10, -10, -10, -10, -10, -10):  # the row moves along, so each step is from where it is
        QTest.mouseMove(row, at + QPoint(0, step))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: _line(conductor) == ["c", "a", "b"])
    wanted = Queue(home).next()
    assert wanted is not None
    assert wanted.run.job().name == "c"
    assert conductor._window.place == "home", "a drag is no click"


def test_alt_and_an_arrow_key_move_a_waiting_run(opened, home: Home, qtbot) -> None:
    _queued(home, "a", "b")
    _, conductor = opened()
    qtbot.waitUntil(lambda: _line(conductor) == ["a", "b"])
    QTest.keyClick(conductor.home_page.waiting.rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _line(conductor) == ["b", "a"])
    assert [name.rsplit("-", 1)[1] for name in api.read_order(home)] == ["b", "a"]


def test_a_clone_fills_in_the_new_run_page_and_says_what_it_cannot_take_over(opened, past, qtbot) -> None:
    past("one", batch=48, rank=64)
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 1)
    _choose(conductor.home_page.earlier.rows[0], "clone")
    assert window.place == "new run"
    choices = conductor.desk.state.choices
    assert (choices.batch, choices.method.rank, choices.learning_rate) == ("48", 64, 2e-4)
    assert window.notice.title.text() == "Filled in from one."
    assert "Updates asked for" in window.notice.hint.text()


def test_runs_are_compared_from_the_menu_and_one_can_be_hidden_and_taken_out(opened, past, qtbot, tmp_path) -> None:
    past("best", lowest=1.0)
    past("other", days=2, lowest=1.4, rank=64)
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 2)
    _choose(conductor.home_page.earlier.rows[1], "compare")
    assert window.place == "compare"
    page = conductor.keeper.page
    qtbot.waitUntil(lambda: page.headline.title.text() == "best is best")
    assert len(page.plot._series) == 2
    page.table.asked.emit(page._view.rows[0].name, "hide")
    assert len(page.plot._series) == 1
    page.across.buttons["tokens"].click()
    assert page.plot._across == "tokens"
    for kind in ("png", "svg"):
        page.save_picture(tmp_path / f"compare.{kind}")
        assert (tmp_path / f"compare.{kind}").stat().st_size > 1000
    page.table.asked.emit(page._view.rows[0].name, "remove")
    conductor.keeper.compared.suggest([])
    assert len(page._view.rows) <= 2
    conductor.go("home")
    assert conductor.feed._held == frozenset()


def test_a_thousand_runs_are_listed_within_a_second_of_work(opened, past, home: Home) -> None:
    first = past("run", updates=30)
    started = api.RunWatch(first)
    started.poll()
    api.keep_brief(started)
    kept = (home.briefs / f"{first.name}.json").read_bytes()
    for number in range(1000):  # as the second start of a window finds them
        path = home.runs / f"2026-01-01-{number:04}-copy"
        path.mkdir()
        for file in ("job.json", "events.jsonl", "foreman.jsonl"):
            (path / file).hardlink_to(first.path / file)
        (home.briefs / f"{path.name}.json").write_bytes(kept)
    _, conductor = opened()
    conductor.feed.stop()
    ticks: list[float] = []
    while not conductor.feed.complete:
        with Stopwatch() as taken:
            conductor.feed.tick()
        ticks.append(taken.seconds)
    assert len(conductor.feed.runs) == 1001
    assert sum(ticks) <= 1.0
    *others, longest = sorted(ticks)  # in one of them the page is laid out for the first time
    assert longest <= 0.25
    assert max(others) <= 0.1
    assert len(conductor.home_page.earlier.rows) < 30, "only what can be seen has widgets"
    with Stopwatch() as taken:
        for _ in range(4):
            conductor.feed.tick()
    assert taken.seconds <= 0.1, "a second of looking at runs at rest"
    conductor.feed.start()


def test_arrow_keys_go_through_a_list_longer_than_the_window(opened, past, qtbot) -> None:
    for number in range(40):
        past(f"run-{number:02}", days=1 + number, updates=4, checks=2)
    window, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 40)
    with qtbot.waitActive(window):
        window.activateWindow()
    rows = conductor.home_page.earlier.rows
    rows[0].setFocus()
    for _ in range(30):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget()._title.text() == "run-30"
    assert len(rows) < 30


def test_a_run_that_is_resumed_elsewhere_is_seen(opened, past, home: Home, qtbot) -> None:
    run = past("one", outcome="stopped")
    for number in range(4):
        past(f"younger-{number}", days=0.1)
    _, conductor = opened()
    qtbot.waitUntil(lambda: len(conductor.feed.runs) == 5)
    assert next(known for known in conductor.feed.runs if known.name == run.name).story is None
    with Journal(run.commands) as journal:
        journal.append(Resume())
    qtbot.waitUntil(lambda: _line(conductor) == ["one"])
    assert not Tail(run.commands, Pause).read()
