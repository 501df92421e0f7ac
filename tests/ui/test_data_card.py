"""The Data part of New run by clicking: faults, columns, lengths, and rows as tokens, on real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListView, QScrollArea, QWidget

from studio.data.remembered import recall
from studio.job import Columns, RowOfFile
from studio.paths import Home
from tests.support.nightshift import PATIENCE_SECONDS
from tests.support.pace import Stopwatch, standing_still
from tests.support.screen_data import broken_rows, good_rows, other_columns, rows_with_twins
from ui.new_run_desk import NewRunDesk
from ui.widgets.data_lengths_plot import LengthsPlot

Choose = Callable[[Path], NewRunDesk]


@pytest.fixture
def choose(opened, qtbot) -> Choose:
    """Drops a file on the window's New run and waits until its rows are counted."""

    def choose_file(path: Path) -> NewRunDesk:
        _, conductor = opened()
        conductor.go("new run")
        conductor.desk.take_paths([path])
        wait(qtbot, conductor.desk, lambda: not conductor.desk.state.waiting)
        return conductor.desk

    return choose_file


def wait(qtbot, desk: NewRunDesk, until: Callable[[], bool]) -> None:
    def ready() -> bool:
        desk.tick()
        return until()

    qtbot.waitUntil(ready)


def answered(desk: NewRunDesk) -> bool:
    return desk._question is None and not desk.state.waiting


def button(parent: QWidget, words: str) -> QAbstractButton:
    for each in parent.findChildren(QAbstractButton):
        if words in (each.text().strip(), each.accessibleName()) and not each.isHidden():
            return each
    raise AssertionError(f"no button “{words}”")


def click(parent: QWidget, words: str) -> None:
    QTest.mouseClick(button(parent, words), Qt.MouseButton.LeftButton)


def test_bad_rows_are_skipped_one_by_one_or_together_and_stay_skipped(
    choose: Choose, home: Home, tmp_path: Path, qtbot
) -> None:
    path = broken_rows(tmp_path, rows=1300)
    before = path.read_bytes()
    desk = choose(path)
    card = desk.page.data
    assert card._badge.text() == "3 rows left out"
    click(card.problems, "Skip row 215")
    wait(qtbot, desk, lambda: answered(desk))
    assert card._badge.text() == "2 rows left out"
    assert card._skipped.text() == "1 row is skipped, as you asked."
    click(card.problems, "Skip all 2 rows")
    wait(qtbot, desk, lambda: answered(desk))
    assert card._badge.text() == "No problems found"
    assert not card.problems.isVisible()
    skipped = {RowOfFile(path.name, row) for row in (215, 908, 1122)}
    assert set(recall(home.folder, path).skip_rows) == skipped
    desk.choose_data(str(good_rows(tmp_path / "..", rows=40)))
    wait(qtbot, desk, lambda: answered(desk))
    desk.choose_data(str(path))
    wait(qtbot, desk, lambda: answered(desk))
    assert set(desk.state.job().data.skip_rows) == skipped
    assert path.read_bytes() == before
    click(card, "Use them again")
    wait(qtbot, desk, lambda: answered(desk))
    assert card._badge.text() == "3 rows left out"


def test_a_file_with_columns_that_say_nothing_is_read_as_the_user_says(
    choose: Choose, home: Home, tmp_path: Path, qtbot
) -> None:
    path = other_columns(tmp_path)
    desk = choose(path)
    card = desk.page.data
    assert card._badge.text() == "Columns to choose"
    assert not desk.page.start.isEnabled()
    assert card.reads.isVisible()
    QTest.keyClicks(card.reads.lineEdit(), "{subj")
    desk.render()
    assert card.reads.currentText() == "{subj", "a look does not take away what is being typed"
    type_into(card.reads, "Ticket {ticket}: {subject_line}")
    type_into(card.writes, "written_back")
    wait(qtbot, desk, lambda: answered(desk))
    assert card.preview_reads.text() == "Ticket 0: Is rack 0 in stock?"
    assert card.preview_writes.text() == "Yes, 0 are left."
    assert desk.page.start.isEnabled() == bool(desk.state.device)
    chosen = Columns(prompt=("Ticket {ticket}: {subject_line}",), answer="written_back")
    assert recall(home.folder, path).columns == chosen
    type_into(card.reads, "{nothing}")
    wait(qtbot, desk, lambda: answered(desk))
    assert "nothing" in card._problem_title.text()


def type_into(choice, text: str) -> None:
    edit = choice.lineEdit()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_rows_are_shown_as_tokens_and_walked_through(choose: Choose, tmp_path: Path, qtbot) -> None:
    desk = choose(rows_with_twins(tmp_path, rows=300))
    click(desk.page.data, "See what it learns")
    page, tokens = desk.tokens.page, desk.tokens
    assert page.isVisible()
    wait(qtbot, desk, lambda: tokens._shown is not None)
    assert page.place.text() == "Row 2"
    kinds = {box.kind for box in page.flow._boxes}
    assert {"learned", "read", "format"} <= kinds
    learned = "".join(box.text for box in page.flow._boxes if box.kind == "learned")
    assert learned.replace("␣", "").startswith("Ihaveaskedthecarrier")

    def go(what: Callable[[], None], place: str) -> None:
        what()
        wait(qtbot, desk, lambda: page.place.text() == place)

    go(page.next.click, "Row 3")
    go(page.previous.click, "Row 2")
    page.go_to.setText("120")
    go(lambda: QTest.keyClick(page.go_to, Qt.Key.Key_Return), "Row 120")
    page.search.setText("48414")
    go(lambda: QTest.keyClick(page.search, Qt.Key.Key_Return), "Row 203")
    page.go_to.setText("9000")
    QTest.keyClick(page.go_to, Qt.Key.Key_Return)
    wait(qtbot, desk, lambda: page._trouble.text() == "support-replies.csv has no row 9,000.")
    assert page.place.text() == "Row 203"
    click(page, "Back to New run")
    assert desk.page.isVisible()


def test_the_line_is_dragged_and_the_rows_follow_and_those_that_say_the_same_are_skipped(
    choose: Choose, tmp_path: Path, qtbot
) -> None:
    desk = choose(rows_with_twins(tmp_path, rows=400))
    click(desk.page.data, "See what it learns")
    page = desk.tokens.page
    longest = desk.state.inspection.report.tokens.max
    wait(qtbot, desk, lambda: page._lengths is not None)
    plot, y = page.plot, page.plot.height() // 2
    start, end = QPoint(round(plot.x_of(plot.cut_at)), y), QPoint(round(plot.x_of(160)), y)
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot, end)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end)
    limit = desk.state.choices.max_seq_len
    assert limit is not None
    assert abs(limit - 160) <= 8
    wait(qtbot, desk, lambda: answered(desk) and desk.state._heard_at == limit)
    report = desk.state.inspection.report
    gone = report.tokens.cut + report.tokens.nothing_to_learn
    assert page._lengths.cut_line.startswith(f"{gone} rows are longer: ")
    assert desk.state.inspection.lengths.max() == limit
    assert page.length.text() == f"{limit:,}"
    click(page, "Cut nothing")
    wait(qtbot, desk, lambda: answered(desk) and desk.state._heard_at is None)
    report = desk.state.inspection.report
    assert report.tokens.max == longest
    assert report.duplicate_count > 0
    page.skip_duplicates.click()
    wait(qtbot, desk, lambda: answered(desk) and desk.state.inspection.report.skipped_rows)
    after = desk.state.inspection.report
    assert (after.duplicate_count, after.skipped_rows) == (0, report.duplicate_count)
    page.length.setFocus()
    QTest.keyClicks(page.length, "128")
    QTest.keyClick(page.length, Qt.Key.Key_Return)
    assert desk.state.choices.max_seq_len == 128


def test_a_large_file_is_read_with_progress_and_left_at_once(opened, tmp_path: Path, qtbot) -> None:
    path = tmp_path / "large.jsonl"
    row = '{"question": "Where is order %d?", "answer": "' + "On its way to you. " * 30 + '"}\n'
    with path.open("w") as file:
        for number in range(30_000):
            file.write(row % number)
    _, conductor = opened()
    conductor.go("new run")
    desk = conductor.desk
    desk.choose_data(str(path))
    wait(qtbot, desk, lambda: desk.state.progress is not None)
    assert desk.page.data.stop.isVisible()
    process = desk._bench._process
    assert process is not None
    with standing_still(process.pid), Stopwatch() as taken:
        QTest.mouseClick(desk.page.data.stop, Qt.MouseButton.LeftButton)
    assert taken.seconds < 0.2
    assert desk.page.data._badge.text() == "To choose"
    desk.choose_data(str(good_rows(tmp_path, rows=40)))
    wait(qtbot, desk, lambda: answered(desk))
    assert process.wait(PATIENCE_SECONDS) == 0, "what nobody waits for has ended"


def test_every_control_of_the_pages_behind_new_run_has_a_name_and_is_reached_by_tab(
    choose: Choose, tmp_path: Path, qtbot
) -> None:
    desk = choose(good_rows(tmp_path, rows=40))
    for open_page, page in (
        (desk._browse, desk.models.page),
        (desk._look, desk.tokens.page),
        (desk._open_night, desk.night.page),
    ):
        open_page()
        qtbot.wait(50)
        controls = [
            each
            for each in page.findChildren(QWidget)
            if isinstance(each, QAbstractButton | QComboBox | QLineEdit | QListView | LengthsPlot)
            and each.isVisibleTo(page)
        ]
        assert len(controls) > 4
        for control in controls:
            assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


def test_how_a_file_is_written_is_said_beside_change_as_found_and_as_chosen(
    choose: Choose, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "fragen.csv"
    rows = [f"Ist das rote Regal Nr. {number} für draußen?;Ja, es sind {number} da." for number in range(60)]
    path.write_bytes("\r\n".join(("Frage;Antwort", *rows)).encode("cp1252"))
    desk = choose(path)
    card = desk.page.data
    assert card._found.text().endswith(" · semicolon, Windows-1252")
    assert card.separator.accessibleDescription() == "As found"
    card.encoding.picked.emit("cp1251")
    wait(qtbot, desk, lambda: answered(desk))
    assert card._found.text().endswith("semicolon, Windows-1251")
    desk.choose_data(str(good_rows(tmp_path, rows=60)))
    wait(qtbot, desk, lambda: answered(desk))
    assert card._found.text().endswith("comma, UTF-8")


def test_three_faulty_rows_fit_the_page_and_each_says_what_is_wrong_in_its_line(
    choose: Choose, tmp_path: Path, qtbot
) -> None:
    desk = choose(broken_rows(tmp_path, rows=1300))
    desk.page.window().resize(1280, 800)
    qtbot.waitUntil(lambda: button(desk.page.data.problems, "Skip row 215").isVisible())
    area = next(each for each in desk.page.findChildren(QScrollArea) if each.isAncestorOf(desk.page.data))
    assert area.verticalScrollBar().maximum() == 0
    shown = {label.text() for label in desk.page.data.problems.findChildren(QLabel) if label.isVisible()}
    assert {"215", "908", "1,122", "#REF!", "has no answer", "has nothing to answer"} <= shown
    skip = button(desk.page.data.problems, "Skip row 215")
    assert skip.toolTip().startswith("Has no answer. Fill the column")
