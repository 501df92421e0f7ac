"""Help in the window: the guide opens where one is, its words are found, its links lead to chapters and pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from ui.assets import asset
from ui.language import install, uninstall
from ui.state.guide import guide_file, read_guide
from ui.theme import theme

GUIDE = read_guide(asset("docs", "guide.md"))


@pytest.fixture
def help_page(opened):
    window, conductor = opened()
    conductor.go("help")
    return window, conductor, conductor.help.page


@pytest.fixture
def arabic(qapp):
    assert install(qapp, "ar")
    yield
    uninstall(qapp)


def at_the_top(view) -> str:
    """The heading or words in the first line that is seen."""
    return (
        view.cursorForPosition(view.viewport().rect().topLeft() + view.viewport().rect().center() * 0.04).block().text()
    )


def test_every_page_has_its_chapter_and_every_chapter_a_heading() -> None:
    assert GUIDE.chapter_of("compare") == "reading-a-loss-curve"
    assert GUIDE.chapter_of("home") == next(iter(GUIDE.chapters)) == "your-first-run"
    assert all(f"\n## {title}\n" in GUIDE.markdown for title in GUIDE.chapters.values())
    assert "../README" not in GUIDE.markdown, "what the window cannot show is no link"


@pytest.mark.parametrize(("place", "chapter"), [("run", "Reading a loss curve"), ("export", "Use what came out")])
def test_f1_opens_the_chapter_of_the_page_and_escape_leads_back(opened, qtbot, place, chapter) -> None:
    window, conductor = opened()
    conductor.go(place)
    QTest.keyClick(window, Qt.Key.Key_F1)
    page = conductor.help.page
    assert window.place == "help"
    qtbot.waitUntil(lambda: at_the_top(page.view) == chapter)
    assert [button.text() for button in page.chapters.values() if button.isChecked()] == [chapter]
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert window.place == place


def test_a_chapter_is_gone_to_from_the_contents_and_stays_when_the_window_grows(help_page, qtbot) -> None:
    window, _, page = help_page
    page.chapters["words"].click()
    assert page.chapters["words"].isChecked()
    page.chapters["your-own-data"].click()
    window.resize(1500, 900)
    qtbot.waitUntil(lambda: at_the_top(page.view) == "Your own data")


def test_words_are_found_one_after_the_other(help_page) -> None:
    window, _, page = help_page
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.place == "help"
    assert page.field.hasFocus()
    page.field.setText("OLLAMA")
    count = page.view.toPlainText().lower().count("ollama")
    assert (page.said.text(), page.view.textCursor().selectedText().lower()) == (f"1 of {count}", "ollama")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.said.text() == f"2 of {count}"
    page.previous.click()
    page.previous.click()
    assert page.said.text() == f"{count} of {count}"
    page.field.setText("zzz")
    assert (page.said.text(), page.next.isEnabled()) == ("Not in the guide.", False)
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert (window.place, page.field.text()) == ("help", "")


def test_links_lead_to_chapters_and_to_pages(help_page) -> None:
    window, _, page = help_page
    page.view.anchorClicked.emit(QUrl("#words"))
    assert page.chapters["words"].isChecked()
    page.view.anchorClicked.emit(QUrl("page:new%20run"))
    assert window.place == "new run"


def test_pictures_are_there_and_colours_follow_the_theme(help_page) -> None:
    _, _, page = help_page
    names = [part.partition(")")[0] for part in GUIDE.markdown.split("](../pictures/")[1:]]
    kind = QTextDocument.ResourceType.ImageResource.value
    assert len(names) == 4
    assert all(page.view.loadResource(kind, QUrl(f"../pictures/{name}")).width() > 600 for name in names)
    for mode in ("light", "dark"):
        theme().set_mode(mode)
        html = page.view.toHtml().lower()
        assert theme().colors.accent.lower() in html
        assert theme().colors.sunk.lower() in html
    theme().set_mode("light")


def test_the_guide_is_in_the_language_of_the_window_and_reads_in_its_direction(arabic, help_page) -> None:
    window, _, page = help_page
    assert [button.text() for button in page.chapters.values()][-1] == "الكلمات"
    page.view.anchorClicked.emit(QUrl("#words"))
    assert page.chapters["words"].isChecked()
    page.view.anchorClicked.emit(QUrl("page:new%20run"))
    assert window.place == "new run"
    block = page.view.document().begin()
    while not block.text().startswith("nightshift demo"):
        assert block.textDirection() == Qt.LayoutDirection.RightToLeft
        block = block.next()
    assert block.textDirection() == Qt.LayoutDirection.LeftToRight
    plain = page.view.toPlainText()
    assert "\u2066--help\u2069" in plain
    assert plain.index("ما العمل\n") < plain.index("ما تراه")


@pytest.mark.parametrize("language", ["zh_CN", "ar"])
def test_a_translation_leads_to_the_same_pages_and_a_language_without_one_reads_english(
    qapp, tmp_path, language
) -> None:
    assert install(qapp, language)
    try:
        translated = read_guide(guide_file(asset("docs")))
        assert translated.language == language
        assert guide_file(tmp_path).name == "guide.md"
    finally:
        uninstall(qapp)
    assert pages_linked(translated.markdown) == pages_linked(GUIDE.markdown)


def pages_linked(markdown: str) -> list[str]:
    return [part.partition(")")[0] for part in markdown.split("](page:")[1:]]
