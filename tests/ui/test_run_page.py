"""The Run page on real run folders."""

from __future__ import annotations

import csv
import subprocess
import sys
import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage

from studio.commands import Cancel, Pause, Resume, SampleNow, SaveNow, Stop
from studio.events import JobFailed, Paused, Sampled
from tests.support.pace import Stopwatch
from tests.ui.on_the_page import press, visible_buttons, visible_texts
from tests.ui.run_screens import KINDS, draw_run_screens
from tests.ui.run_stories import losses, saved, update, written
from ui.pages.run import RunPage
from ui.theme import theme

NOW = time.time()
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


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


def test_where_no_save_can_be_read_a_run_begins_again_at_the_second_press_only(open_page, qtbot):
    page, run, watch = open_page("running")
    title, hint = "No checkpoint of this run can be read.", "Put a whole copy of one back, or start it again."
    run.write([JobFailed(at=NOW, title=title, hint=hint, kind="CheckpointProblem")])
    run.end(NOW, "failed", title, hint)
    run.dead()
    watch.poll()
    page.render()
    asked = []
    page.asked.connect(asked.append)
    assert "Try again" in visible_buttons(page)
    press(qtbot, page, "Start again from the beginning")
    assert not asked
    assert "What is left of the saves is kept in the folder of the run" in " ".join(visible_texts(page))
    press(qtbot, page, "Not now")
    press(qtbot, page, "Start again from the beginning")
    press(qtbot, page, "Start again")
    assert asked == [Resume(from_start=True)]


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


def test_a_part_that_is_looked_at_leads_back_to_the_whole_run(open_page, qtbot):
    page, _, _ = open_page("running")
    card = page.loss
    assert card.view.buttons["whole"].isChecked()
    assert not card.view.buttons["closer"].isVisible()
    card.plot.look_closer(100, 200)
    assert card.view.buttons["closer"].isChecked()
    qtbot.mouseClick(card.view.buttons["whole"], Qt.MouseButton.LeftButton)
    assert not card.plot.is_zoomed
    assert not card.view.buttons["closer"].isVisible()


def test_the_latest_updates_are_followed(open_page, qtbot):
    page, run, watch = open_page("running")
    qtbot.mouseClick(page.loss.view.buttons["latest"], Qt.MouseButton.LeftButton)
    assert page.loss.plot.shown_updates[1] == pytest.approx(612, abs=6)
    run.write([update(number, 1.0, NOW) for number in range(613, 701)])
    watch.poll()
    page.render()
    assert page.loss.plot.shown_updates[1] == pytest.approx(700, abs=6)
    assert page.loss.plot.shown_updates[0] > 600


def test_saving_and_answering_now_say_so_until_they_are_done(open_page, qtbot):
    page, run, watch = open_page("running")
    asked = []
    page.asked.connect(asked.append)
    press(qtbot, page, "Save now")
    assert [type(command) for command in asked] == [SaveNow]
    assert not visible_buttons(page)["Saving…"].isEnabled()
    assert "Pause" in visible_buttons(page)
    run.write([saved(612, NOW)])
    watch.poll()
    page.render()
    assert "Save now" in visible_buttons(page)
    press(qtbot, page, "Answers so far")
    press(qtbot, page, "Answer now")
    assert isinstance(asked[-1], SampleNow)
    assert not visible_buttons(page)["Answering after this update…"].isEnabled()
    run.write([Sampled(at=NOW, update=613, prompt="Are you open?", text="Yes.", seconds=0.1)])
    watch.poll()
    page.render()
    assert {"Are you open?", "After update 613", "Yes."} <= set(visible_texts(page))
    assert visible_buttons(page)["Answer now"].isEnabled()


def test_every_button_says_what_it_keeps(open_page):
    page, _, _ = open_page("running")
    assert "Everything is kept" in visible_buttons(page)["Pause"].toolTip()
    assert "result of what was learned" in visible_buttons(page)["Stop and save"].toolTip()
    assert "save of update 600 is kept" in visible_buttons(page)["Cancel"].toolTip()
    assert "it goes on" in visible_buttons(page)["Save now"].toolTip()


def test_small_plots_show_the_same_updates_and_the_same_one_is_pointed_at(open_page, qtbot):
    page, _, _ = open_page("running")
    page.loss.plot.look_closer(300, 450)
    norm = page.small[1]
    assert norm.curve._window == page.loss.plot.shown_updates
    page.loss.plot.point_at(389)
    assert (norm.value.text(), norm.caption.text()) == ("1.71", "at update 389")
    curve = norm.curve
    qtbot.mouseMove(curve, QPoint(round(float(curve._x(np.array([375.0]))[0])), 20))
    assert page.loss.plot.pointed_at == pytest.approx(375, abs=4)
    page.loss.plot.point_at(None)
    assert norm.caption.text() == "steady; 1.71 at update 389"


def test_load_temperature_and_power_stand_beside_where_there_is_a_card(open_page):
    page, _, _ = open_page("running")
    assert page.small[4].isVisible()
    assert page.small[4].value.text().endswith(" %, 71 °C, 318 W")


def test_the_plot_is_saved_as_pictures_and_as_a_table(open_page, qtbot, tmp_path):
    page, _, watch = open_page("running")
    menu = page.loss.menu
    with qtbot.waitSignal(menu.done):
        menu.save_png(tmp_path / "loss.png")
    assert QImage(str(tmp_path / "loss.png")).width() == 2 * page.loss.plot.width()
    menu.save_svg(tmp_path / "loss.svg")
    drawing = (tmp_path / "loss.svg").read_text()
    assert "Out of memory, redone" in drawing
    assert drawing.count("<path") + drawing.count("<polyline") > 20
    menu.save_csv(tmp_path / "loss.csv")
    qtbot.waitUntil((tmp_path / "loss.csv").is_file)
    table = list(csv.DictReader((tmp_path / "loss.csv").read_text().splitlines()))
    assert [int(line["update"]) for line in table] == list(range(613))
    assert [float(line["train_loss"]) for line in table[1:]] == watch.story.curves.train_loss.tolist()
    assert float(table[600]["eval_loss"]) == watch.story.evaluations[-1].eval_loss
    menu.copy()
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_table_that_cannot_be_saved_is_told(open_page, qtbot, tmp_path):
    page, _, _ = open_page("running")
    with qtbot.waitSignal(page.told) as told:
        page.loss.menu.save_csv(tmp_path / "missing" / "loss.csv")
    assert told.args[0] == "loss.csv could not be saved."


def test_another_run_takes_the_place_of_the_first(open_page, tmp_path):
    page, _, _ = open_page("running")
    page.loss.plot.look_closer(100, 200)
    other = written(tmp_path / "other", "stopped", time.time())
    page.show_run(other.watch(), other.job)
    assert "was stopped by you" in page.header.headline.text()
    assert not page.loss.plot.is_zoomed


def test_rendering_without_news_is_nearly_free(open_page):
    page, _, _ = open_page("running")
    with Stopwatch() as taken:
        for _ in range(20):
            page.render()
    assert taken.seconds / 20 < 0.02


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


@pytest.mark.parametrize(
    ("kind", "words"), [("running", "now"), ("failed", "at the end"), ("interrupted", "at the end")]
)
def test_only_the_line_of_a_run_at_work_ends_now(open_page, kind, words):
    page, _, _ = open_page(kind)
    assert page.loss.plot._newest_smoothed().words.endswith(f" {words}")


def test_a_finished_run_shows_its_other_curves_where_they_are_wanted(open_page, qtbot):
    page, _, _ = open_page("finished")
    assert not page.small[0].isVisible()
    press(qtbot, page, "Show its other curves")
    assert all(plot.isVisible() for plot in page.small)
    assert page.small[4].value.text().endswith(" %, 71 °C, 318 W")
    assert not page.answers.isVisible()
    press(qtbot, page, "Hide its other curves")
    assert page.answers.isVisible()
    assert not page.small[0].isVisible()
