"""What a screen reader and a keyboard find: every page's accessibility tree, tooltips with meanings, the language."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from studio.paths import Home
from tests.support.past_runs import past_run
from tests.ui.run_stories import written
from ui.app import speaking_hook
from ui.language import FOLDER, install, uninstall
from ui.state.glossary import meaning
from ui.state.known import KnownRun
from ui.state.tongue import tr
from ui.translations.__main__ import release
from ui.tray import Tray, progress_icon
from ui.widgets.basics import caption

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.List,
}
PLACES = ("home", "new run", "run", "compare", "help", "settings")


def tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything a screen reader comes by, what is hidden left out."""
    if root.state().invisible:  # type: ignore[attr-defined]
        return
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None:
            yield from tree(child)


@pytest.fixture
def full(opened, home: Home, qtbot) -> Callable[[], tuple]:  # type: ignore[type-arg]
    def open_full() -> tuple:  # type: ignore[type-arg]
        for number in range(9):
            past_run(home.folder, f"run-{number}", time.time() - (1 + number) * 86400, rank=8 * (1 + number))
        run = written(home.folder, "running", time.time())
        written(home.folder, "queued", time.time())
        window, conductor = opened()
        qtbot.waitUntil(lambda: len(conductor.feed.runs) == 11)
        run.dead()
        return window, conductor

    return open_full


def test_no_control_of_any_page_is_without_a_name(full, qtbot) -> None:
    window, conductor = full()
    for place in PLACES:
        conductor.go(place)
        QApplication.processEvents()
        found = [each for each in tree(QAccessible.queryAccessibleInterface(window)) if each.role() in ROLES]
        assert len(found) > 8, place
        nameless = [each.object() for each in found if not each.text(QAccessible.Text.Name).strip()]
        assert not nameless, f"{place}: {nameless}"


def test_a_nameless_control_would_be_found(opened) -> None:
    window, _ = opened()
    nameless = QPushButton(window)
    nameless.show()
    found = [each for each in tree(QAccessible.queryAccessibleInterface(window)) if each.object() is nameless]
    assert [each.text(QAccessible.Text.Name) for each in found] == [""]


def test_tab_comes_by_every_control_of_every_page(full, qtbot) -> None:
    window, conductor = full()
    with qtbot.waitActive(window):
        window.activateWindow()
    for place in PLACES:
        conductor.go(place)
        QApplication.processEvents()
        window.rail.place("home").setFocus()
        seen = set()
        while window.focusWidget() not in seen:
            seen.add(window.focusWidget())
            window.focusNextChild()
        buttons = {each for each in window.findChildren(QPushButton) if each.isVisible() and each.isEnabled()}
        missed = {each for each in buttons - seen if each.focusPolicy() != Qt.FocusPolicy.NoFocus}
        grouped = {each for each in missed if each.isCheckable()}  # arrow keys go on within a group
        assert missed == grouped, [each.accessibleName() or each.text() for each in missed - grouped]


def test_words_that_need_one_have_a_sentence_in_their_tooltip(qapp) -> None:
    assert "met exactly" in caption("Effective batch").toolTip()
    assert caption("Run").toolTip() == ""
    assert meaning("Learning rate").endswith(".")


# a window's own fault


def test_a_fault_of_the_window_can_be_read_and_copied_and_stops_nothing(opened, home: Home) -> None:
    window, conductor = opened()
    try:
        raise KeyError("x")
    except KeyError as problem:
        speaking_hook(home, window)(KeyError, problem, problem.__traceback__)
    assert not window.report.isVisible(), "it does not interrupt"
    window.notice.action.click()
    assert window.report.isVisible()
    window.report.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "KeyError: 'x'" in copied
    assert "Nightshift Studio" in copied
    assert str(home.folder) not in copied.replace(__file__, "")
    assert conductor.feed.running


# the first start


def test_the_tour_has_three_steps_and_stays_away_once_it_was_closed(opened, qtbot) -> None:
    window, conductor = opened()
    qtbot.waitUntil(window.tour.isVisible)
    seen = []
    for _ in range(3):
        seen.append(window.tour.title.text())
        window.tour.next.click()
    assert seen[0] == "Try the starter"
    assert len(set(seen)) == 3
    assert not window.tour.isVisible()
    window.close()
    again, conductor = opened()
    conductor.feed.tick()
    conductor.go("home")
    assert not again.tour.isVisible()


def test_the_tour_is_for_those_without_runs(full) -> None:
    window, _ = full()
    assert not window.tour.isVisible()


def test_the_icon_beside_the_clock_closes_its_ring(qapp, home: Home) -> None:
    def drawn(share: float) -> int:
        picture = progress_icon(share).pixmap(64).toImage()
        blue = [picture.pixelColor(x, y) for x in range(64) for y in range(64)]
        return sum(each.blue() > 200 and each.red() < 150 and each.alpha() > 200 for each in blue)

    assert drawn(0.1) < drawn(0.5) < drawn(1.0)
    run = written(home.folder, "running", time.time())
    watch = run.watch()
    from studio.api import brief_of

    tray = Tray()
    tray.show_run(KnownRun(run.run.name, run.job, brief_of(watch.story, watch.state), watch.story))
    assert tray.icon.toolTip() == "54 % – support-replies"
    tray.show_run(None)
    assert not tray.icon.isVisible()
    run.dead()


# languages


@pytest.fixture
def spoken(qapp) -> Iterator[Callable[[str], bool]]:
    yield lambda language: install(qapp, language)
    uninstall(qapp)


def _han(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)


def test_home_and_the_rail_are_in_chinese(spoken, full) -> None:
    assert spoken("zh_CN")
    window, conductor = full()
    assert window.rail.place("home").text() == "首页"
    page = conductor.home_page
    assert _han(page.headline.title.text())
    assert _han(page.headline.line.text())
    shown = [label.text() for label in page.active.findChildren(QLabel) if label.isVisible() and label.text()]
    assert sum(_han(text) for text in shown) >= 5, shown
    assert _han(page.earlier.rows[0].button.text())


def test_arabic_is_read_from_right_to_left_and_the_window_is_mirrored(spoken, opened) -> None:
    assert spoken("ar")
    window, _ = opened()
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.rail.x() > window.width() / 2
    assert window.rail.place("home").text() == "الرئيسية"


def test_a_language_that_nobody_translated_stays_english(spoken, qapp) -> None:
    assert not spoken("sw_KE")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert tr("Update {update} of {updates}", update=3, updates=9) == "Update 3 of 9"


@pytest.mark.parametrize("language", ["zh_CN", "ar"])
def test_what_is_loaded_is_what_was_translated(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    release(FOLDER / f"nightshift_{language}.ts", made)
    assert made.read_bytes() == (FOLDER / f"nightshift_{language}.qm").read_bytes()


@pytest.mark.parametrize("language", ["zh_CN", "ar"])
def test_every_translation_fills_in_the_same_numbers(language: str) -> None:
    import re
    from xml.etree import ElementTree

    messages = ElementTree.parse(FOLDER / f"nightshift_{language}.ts").getroot().iter("message")
    for message in messages:
        source, said = message.findtext("source") or "", message.findtext("translation") or ""
        if said:
            assert sorted(re.findall(r"{\w+}", said)) == sorted(re.findall(r"{\w+}", source)), source
