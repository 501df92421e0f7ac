"""An update that is chosen on the Run page, and its rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from studio.api import rows_of_update
from tests.ui.on_the_page import click_on, visible_texts
from tests.ui.run_rows import give_rows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


def test_a_click_on_a_point_shows_the_rows_of_that_update(open_page, qtbot):
    page, run, _ = open_page("running")
    give_rows(run, hard_update=389)
    asked = []
    page.rows_asked.connect(asked.append)
    click_on(qtbot, page.loss.plot, 389)
    assert page.loss.plot.choice == 389
    assert page.rows.isVisible()
    assert not page.side.isVisible()
    texts = visible_texts(page.rows)
    assert "Update 389" in texts
    assert "Loss 1.940, usually about 1.03 here.\nOne row explains nearly all of it." in texts
    assert "The 32 rows of this update, highest first" in texts
    expected = rows_of_update(run.run, 389)
    assert [f"{row.row:,}" for row in expected] == [line.row for line in page.rows._shown.lines]
    assert [line.stands_out for line in page.rows._shown.lines] == [True] + 31 * [False]
    page.hear_rows(asked[-1], expected)
    assert all(line.begins for line in page.rows._shown.lines)


def test_next_and_previous_go_from_update_to_update_and_escape_leads_back(open_page, qtbot):
    page, run, _ = open_page("running")
    give_rows(run)
    page.choose(100)
    qtbot.mouseClick(page.rows.on, Qt.MouseButton.LeftButton)
    assert page.rows.title.text() == "Update 101"
    qtbot.mouseClick(page.rows.back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.rows.back, Qt.MouseButton.LeftButton)
    assert page.loss.plot.choice == 99
    qtbot.keyClick(page.rows, Qt.Key.Key_Escape)
    assert page.loss.plot.choice is None
    assert page.side.isVisible()
    page.choose(1)
    assert not page.rows.back.isEnabled()


def test_rows_that_are_gone_are_told_in_words(open_page):
    page, _, _ = open_page("running")
    page.choose(100)
    (words,) = [text for text in visible_texts(page.rows) if text.startswith("Loss ")]
    assert words.count("\n") == 1
    assert "Traceback" not in words


def test_answers_that_come_too_late_are_passed_over(open_page):
    page, run, _ = open_page("running")
    give_rows(run)
    asked = []
    page.rows_asked.connect(asked.append)
    page.choose(100)
    page.choose(200)
    shown = page.rows._shown
    page.hear_rows(asked[0], rows_of_update(run.run, 100))
    assert page.rows._shown == shown


def test_the_keyboard_chooses_an_update_too(open_page, qtbot):
    page, run, _ = open_page("running")
    give_rows(run)
    qtbot.keyClick(page.loss.plot, Qt.Key.Key_Left)
    qtbot.keyClick(page.loss.plot, Qt.Key.Key_Return)
    assert page.rows.title.text() == "Update 612"
