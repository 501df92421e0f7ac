"""Every word that a user sees can be said in another language, and is in those that there are."""

from __future__ import annotations

import ast
import json
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.support.past_runs import past_run
from tests.ui.run_stories import written
from ui.language import FOLDER, install, studio_sentences, uninstall
from ui.state.templates import Templates
from ui.state.tongue import Tongue, speak, tr, tr_studio
from ui.state.words import count, counted, duration, gib
from ui.translations.collect import studio_templates, templates_of

UI = FOLDER.parent
LANGUAGES = ("zh_CN", "ar")
FIELD = re.compile(r"\{\w*\}")
FIRST_IS_SHOWN = {
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "addAction"),
    *("set_text", "QLabel", "QPushButton", "Label", "Elided", "body", "caption", "card_title", "Segments"),
    *("primary_button", "secondary_button", "link_button", "Tick", "Choice", "Tile", "Fact"),
}
NAMES = {
    *(
        "Ctrl+Enter",
        "Transformers, vLLM, SGLang",
        "LM Studio, llama.cpp",
        "openai/gsm8k",
        "hf_…",
        "https://…",
        "user@host:run",
    ),
    *("Nightshift Studio", "Slack", "Discord", "ntfy", "Python", "LoRA", "Shift JIS", "Windows-1251", "Windows-1252"),
}
OF_A_TERMINAL = {"app.py", "guide.py", "collect.py", "__main__.py", "style.py"}
OF_THE_STORY = re.compile(r"support-replies|earlier-run|EPYC|Blender|Qwen|starter", re.IGNORECASE)
SENTENCE = re.compile(r"[A-Z][\w'’-]*,? [^=<>|]*[a-z]{2}[^=<>|]*|[a-z].* .*[a-z]{2}[.?!]")


def untranslated(path: Path) -> Iterator[str]:
    """Literals that are shown, or look like a sentence, and pass through nothing that translates."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and name_of(call) in ("tr", "QT_TR_NOOP", "counted", "counted_word"):
            quiet |= {id(each) for each in call.args}
        elif isinstance(call, ast.Call) and call.args and name_of(call) in FIRST_IS_SHOWN:
            yield from re.findall(".*[a-z]{2}.*", literal(call.args[0]))
    for node in ast.walk(tree):
        text = "" if "background: " in literal(node) else literal(node)
        if text and id(node) not in quiet and SENTENCE.fullmatch(text):
            yield text


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literal(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(each.value for each in node.values if isinstance(each, ast.Constant))
    return ""


def test_no_word_of_the_window_is_written_past_the_translation() -> None:
    left = {
        (path.name, text)
        for path in UI.rglob("*.py")
        if path.name not in OF_A_TERMINAL
        for text in untranslated(path)
        if text not in NAMES
    }
    assert not left


def test_no_sentence_is_hidden_in_an_f_string_where_the_tool_that_collects_them_does_not_look() -> None:
    known = {message.findtext("source") for message in messages("ar")}
    hidden = {
        literal(call.args[0])
        for path in UI.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and name_of(call) == "tr"
    }
    assert hidden
    assert not hidden - known - {""}


def messages(language: str) -> list[ElementTree.Element]:
    return list(ElementTree.parse(FOLDER / f"nightshift_{language}.ts").getroot().iter("message"))


def sources_of_window() -> set[str]:
    studio = set(studio_sentences())
    return {message.findtext("source", "") for message in messages("ar")} - studio


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_fields_of_its_sentence(language: str) -> None:
    for message in messages(language):
        source, said = message.findtext("source", ""), message.findtext("translation", "")
        if said.strip():
            assert set(FIELD.findall(source)) == set(FIELD.findall(said)), source
        forms = [each.text or "" for each in message.iter("numerusform")]
        assert all("%n" in form for form in forms[-1:] if form), source


@pytest.mark.parametrize(("language", "forms"), [("zh_CN", 1), ("ar", 6)])
def test_what_the_window_says_is_translated(language: str, forms: int) -> None:
    window, missing = sources_of_window(), []
    for message in messages(language):
        source = message.findtext("source", "")
        if message.get("numerus"):
            filled = [each.text for each in message.iter("numerusform") if each.text]
            missing += [source] if len(filled) < forms else []
        elif source in window and not message.findtext("translation"):
            missing.append(source)
    assert len(missing) <= len(window) / 50, missing  # what was written since somebody translated


@cache
def said_by_the_studio() -> list[str]:
    return studio_templates()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_studio_says_is_translated(language: str) -> None:
    said = {message.findtext("source") for message in messages(language) if message.findtext("translation")}
    now = said_by_the_studio()
    missing = [template for template in now if template not in said]
    assert len(now) > 800
    assert len(missing) <= len(now) / 50, missing


def test_every_template_finds_its_own_sentence() -> None:
    texts = studio_sentences()
    templates = Templates(texts, lambda text: f"⟦{text}⟧")
    lost = []
    for text in texts:
        sentence = FIELD.sub(lambda field: f"value-{field[0][1:-1]}", text.replace("}{", "}; {"))
        said = templates.translated(sentence)
        if not said.startswith("⟦") or re.sub("[⟦⟧]", "", said) != sentence:
            lost.append((text, said))
    assert not lost


def test_values_of_a_sentence_are_translated_too() -> None:
    spoken = {"{what} needs {room}.": "{room} 给 {what}。", "One at a time": "一次一个", "Look again.": "再看。"}
    templates = Templates(spoken, spoken.__getitem__, lambda number: number.replace(".", ","))
    assert templates.translated("One at a time needs 4.5. Look again.") == "4,5 给 一次一个。 再看。"
    assert templates.translated("nobody said that") == "nobody said that"
    touching = {"{told}{free} are free.": "{told}{free}可用。", "It takes {one}; ": "需要{one}；"}
    assert (
        Templates(touching, touching.__getitem__).translated("It takes 2 GB; 68 GB are free.")
        == "需要2 GB；68 GB可用。"
    )


def test_what_a_user_named_stays_as_it_is_between_quotation_marks() -> None:
    spoken = {"There is no column '{column}', only {what}.": "没有“{column}”列，只有{what}。", "Power": "电源"}
    templates = Templates(spoken, spoken.__getitem__)
    assert templates.translated("There is no column 'Power', only Power.") == "没有“Power”列，只有电源。"


def test_a_number_is_said_with_its_unit_and_nothing_else_is_taken_for_one() -> None:
    spoken = {"It takes {time}.": "需要{time}。", "{hours} h {minutes} min": "{hours} 小时 {minutes} 分"}
    templates = Templates(["It takes {time}."], spoken.__getitem__, measures=["{hours} h {minutes} min"])
    assert templates.translated("It takes 3 h 20 min.") == "需要3 小时 20 分。"
    assert templates.translated("It takes two h some min.") == "需要two h some min。"


def test_a_sentence_is_found_with_the_words_that_its_variables_stand_for() -> None:
    source = """
def told(problem, is_late):
    way = "forward" if problem else "back"
    early = ", too early" if not is_late else ""
    who = problem.who
    sentence = "It rests."
    return f"The clock was put {way} by {who}{early}. {sentence}"
"""
    assert set(templates_of(ast.parse(source), "studio/runs/story.py")) == {
        "It rests.",
        "The clock was put forward by {who}, too early. {sentence}",
        "The clock was put forward by {who}. {sentence}",
        "The clock was put back by {who}, too early. {sentence}",
        "The clock was put back by {who}. {sentence}",
    }


@pytest.fixture
def arabic(qapp) -> Iterator[None]:
    assert install(qapp, "ar")
    yield
    uninstall(qapp)


@pytest.fixture
def chinese(qapp) -> Iterator[None]:
    assert install(qapp, "zh_CN")
    yield
    uninstall(qapp)


def test_a_language_has_its_own_numerals_and_plural_forms(arabic) -> None:
    assert count(12_480) == "١٢٬٤٨٠"
    assert "٤٫٠١" in gib(4.01 * 1024**3)
    assert len({counted(number, "row") for number in (0, 1, 2, 3, 11, 100)}) == 6
    assert "٣" in duration(3)
    assert tr_studio("The computer goes to sleep after 2 h 5 min") == "يدخل الحاسوب في السكون بعد ٢ س ٥ د"


def test_a_sentence_of_the_studio_is_said_in_the_language(chinese) -> None:
    assert tr_studio("Out of memory at update 214, redone") == "第 214 次更新时内存不足，已重做"
    assert tr_studio("zoe@lab does not answer. Look again later.") == "zoe@lab 没有应答。 请稍后再看。"
    assert tr_studio("Something nobody translated.") == "Something nobody translated."


@pytest.fixture
def marked() -> Iterator[None]:
    """A language that is English between brackets."""

    def translate(text: str) -> str:
        return f"⟦{text}⟧"

    speak(Tongue("", translate, lambda text, _: f"⟦{text}⟧", str, Templates(studio_sentences(), translate)))
    yield
    speak(None)


def bare(text: str) -> str:
    """What stands outside all brackets."""
    while (inside := re.sub("⟦[^⟦⟧]*⟧", "", text)) != text:
        text = inside
    return text


def test_every_page_speaks_only_through_the_translation(marked, home, opened, qtbot) -> None:
    past_run(home.folder, "earlier-run", time.time() - 86400)
    run = written(home.folder, "running", time.time())
    try:
        window, conductor = opened()
        qtbot.waitUntil(lambda: len(conductor.feed.runs) == 2)
        said: set[str] = set()
        for place in ("home", "new run", "run", "compare", "try", "export", "settings"):
            conductor.go(place)
            shown = (*window.findChildren(QLabel), *window.findChildren(QAbstractButton))
            said |= {each.text() for each in shown if each.isVisible() and each.text()}
    finally:
        run.dead()
    assert len(said) > 80
    left = {text for text in said if re.search("[A-Za-z]{3}", bare(text)) and not re.search("[/<]", text)}
    assert not sorted(text for text in left if bare(text) not in NAMES and not OF_THE_STORY.search(text))


def test_studio_json_is_of_this_source() -> None:
    kept, now = set(studio_sentences()), set(said_by_the_studio())
    assert len(now - kept) <= len(now) / 50, f"python -m ui.translations, for {now - kept}"
    assert json.loads((FOLDER / "studio.json").read_text(encoding="utf-8"))
    assert tr("Loss") == "Loss"
