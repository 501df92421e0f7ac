"""The Run page on real run folders."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from studio.commands import Cancel, Pause, Resume, Stop
from studio.events import Paused
from tests.ui.run_screens import KINDS, draw_run_screens
from tests.ui.run_stories import losses, machine, saved, update, written
from ui.pages.run import RunPage
from ui.theme import theme
from ui.widgets.basics import Button

NOW = time.time()
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


@pytest.fixture
def open_page(qtbot, tmp_path):
    runs = []

    def open_one(kind):
        page = RunPage()
        qtbot.addWidget(page)
        page.resize(1036, 772)
        run = written(tmp_path, kind, time.time())
        runs.append(run)
        watch = run.watch()
        page.show_run(watch, run.job)
        page.set_machine(machine())
        page.show()
        return page, run, watch

    yield open_one
    for run in runs:
        run.dead()


def visible_texts(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def visible_buttons(page):
    return {button.text().strip(): button for button in page.findChildren(Button) if button.isVisible()}


def press(qtbot, page, words):
    qtbot.mouseClick(visible_buttons(page)[words], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "empty"])
def test_every_state_fits_on_the_page_and_has_at_most_one_filled_button(open_page, kind):
    page, _, _ = open_page(kind)
    filled = [button for button in visible_buttons(page).values() if button.property("kind") == "primary"]
    assert len(filled) <= 1
    assert page.minimumSizeHint().width() <= 1036
    assert page.header.headline.toolTip() == ""  # nothing is cut
    assert page.header.below.toolTip() == ""
    assert not any("Traceback" in text for text in visible_texts(page))


@pytest.mark.parametrize(
    ("kind", "words", "command", "answer"),
    [
        ("running", "Pause", Pause, "Pausing after this update…"),
        ("running", "Stop and save", Stop, "Stopping after this update…"),
        ("paused", "Resume", Resume, "Going on…"),
        ("paused", "Stop and save", Stop, "Saving the result so far…"),
        ("stopped", "Continue", Resume, "Going on…"),
        ("failed", "Continue", Resume, "Going on…"),
        ("interrupted", "Continue", Resume, "Going on…"),
    ],
)
def test_every_button_asks_its_command_and_says_so_at_once(open_page, qtbot, kind, words, command, answer):
    page, _, _ = open_page(kind)
    with qtbot.waitSignal(page.asked) as told:
        press(qtbot, page, words)
    assert isinstance(told.args[0], command)
    assert answer in visible_buttons(page)
    assert not visible_buttons(page)[answer].isEnabled()


def test_cancelling_takes_two_presses_and_says_what_is_kept(open_page, qtbot):
    page, _, _ = open_page("running")
    asked = []
    page.asked.connect(asked.append)
    press(qtbot, page, "Cancel")
    assert not asked
    assert "Ends at once, without a result. The save of update 600 is kept." in visible_texts(page)
    press(qtbot, page, "Keep going")
    assert not asked
    press(qtbot, page, "Cancel")
    press(qtbot, page, "Cancel the run")
    assert [type(command) for command in asked] == [Cancel]
    assert "Cancelling…" in visible_buttons(page)


def test_the_page_follows_the_files(open_page):
    page, run, watch = open_page("running")
    assert page.header.percent.text() == "54 %"
    values = losses(700)
    run.write([update(number, float(values[number - 1]), NOW) for number in range(613, 701)])
    watch.poll()
    page.render()
    assert page.header.below.text().startswith("Update 700 of 1,125.")
    assert page.loss.plot.words_at(700)[0] == f"Update 700: {values[699]:.3f}"
    run.write([saved(700, NOW), Paused(at=NOW, update=700)])
    watch.poll()
    page.render()
    assert page.header.headline.text() == "support-replies is paused at update 700"
    assert "Resume" in visible_buttons(page)


def test_the_plot_is_a_sentence_too(open_page):
    page, _, _ = open_page("running")
    words = page.loss.plot.accessibleDescription()
    assert words.startswith("Loss ")
    assert "falling" in words
    assert "update 612 of 1,125" in words


def test_a_finished_run_shows_before_and_after_side_by_side(open_page):
    page, _, _ = open_page("finished")
    texts = visible_texts(page)
    assert "0 % → 98 % right" in texts
    assert "on 200 rows it never saw" in texts
    assert texts.count("Before") == texts.count("After") == 4
    assert texts.count("wrong") == texts.count("right") == 4


def test_a_failed_run_says_what_happened_what_was_kept_and_what_to_do(open_page, qtbot):
    page, run, _ = open_page("failed")
    run.run.log.write_text("Traceback (most recent call last):\nOSError: no space\n", encoding="utf-8")
    texts = visible_texts(page)
    assert {"What happened", "What was kept", "What to do"} <= set(texts)
    assert "The disk is full." in texts
    assert "Everything learned up to update 180" in texts
    assert "Free 2.1 GB on the disk of the runs, then press Continue." in texts
    press(qtbot, page, "Copy report")
    assert "OSError: no space" in QGuiApplication.clipboard().text()
    assert "Copied" in visible_buttons(page)
    assert not any("OSError" in text for text in visible_texts(page))


def test_without_a_run_the_page_offers_to_begin_one(qtbot):
    page = RunPage()
    qtbot.addWidget(page)
    page.show()
    assert "Nothing is running yet" in visible_texts(page)
    with qtbot.waitSignal(page.new_run_asked):
        press(qtbot, page, "New run")


def test_getting_ready_is_a_list_of_steps(open_page):
    page, _, _ = open_page("starting")
    texts = visible_texts(page)
    assert "Check that the split changes nothing" in texts
    assert "now" in texts
    assert "32 = 4 × 8 × 1 GPU" in texts


def test_show_all_appears_with_the_zoom_and_leads_back(open_page, qtbot):
    page, _, _ = open_page("running")
    assert "Show all" not in visible_buttons(page)
    page.loss.plot.look_closer(100, 200)
    press(qtbot, page, "Show all")
    assert not page.loss.plot.is_zoomed
    assert "Show all" not in visible_buttons(page)


def test_another_run_takes_the_place_of_the_first(open_page, tmp_path):
    page, _, _ = open_page("running")
    page.loss.plot.look_closer(100, 200)
    other = written(tmp_path / "other", "stopped", time.time())
    page.show_run(other.watch(), other.job)
    assert "was stopped by you" in page.header.headline.text()
    assert not page.loss.plot.is_zoomed


def test_rendering_without_news_is_nearly_free(open_page):
    page, _, _ = open_page("running")
    start = time.perf_counter()
    for _ in range(20):
        page.render()
    assert (time.perf_counter() - start) / 20 < 0.02


def test_the_page_can_be_made_without_pyqtgraph():
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from ui.pages.run import RunPage; RunPage(); sys.exit('pyqtgraph' in sys.modules or 'torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_screens_can_be_drawn(qtbot, tmp_path):
    files = draw_run_screens(tmp_path, ("running", "finished"))
    assert [file.name for file in files] == [
        "run_running_light.png",
        "run_finished_light.png",
        "run_running_dark.png",
        "run_finished_dark.png",
    ]
    assert all(file.stat().st_size > 20_000 for file in files)
    theme().set_mode("system")
