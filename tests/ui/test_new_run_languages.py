"""New run, the pages behind it and Before the night in Simplified Chinese: no sentence is left out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QLabel

from studio.starter import starters
from ui.language import FOLDER, install, uninstall

UI = FOLDER.parent
PAGES = sorted(
    path
    for folder, names in (
        (UI, r"(data|measure|model|new_run|night|tokens|countdown)_desk"),
        (UI / "pages", r"new_run|data_tokens|before_the_night"),
        (UI / "state", r"(new_run|night|data|model)\w*|countdown|ways_out|memory"),
        (UI / "widgets", r"(night|data|model)_\w+|new_run_cards|plan_card|problem_card"),
    )
    for path in folder.glob("*.py")
    if re.fullmatch(names, path.stem)
)


def sentences(path: Path) -> Iterator[str]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("tr", "QT_TR_NOOP"):
            said = call.args[0]
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


def test_every_sentence_is_translated() -> None:
    messages = ElementTree.parse(FOLDER / "nightshift_zh_CN.ts").getroot().iter("message")
    translated = {message.findtext("source") for message in messages if message.findtext("translation")}
    missing = {said for path in PAGES for said in sentences(path) if said not in translated}
    assert not missing
    assert sum(1 for path in PAGES for _ in sentences(path)) > 300


@pytest.fixture
def chinese(qapp) -> Iterator[None]:
    assert install(qapp, "zh_CN")
    yield
    uninstall(qapp)


def test_the_page_speaks_chinese(chinese, opened) -> None:
    _, conductor = opened()
    conductor.go("new run")
    said = [label.text() for label in conductor.new_run_page.findChildren(QLabel) if label.isVisible() and label.text()]
    of_starters = {text for each in starters().values() for text in (each.title, each.sentence)}
    left = {text for text in said if re.search("[a-z]{4}", text) and not re.search("[一-鿿]", text)} - of_starters
    assert len(said) > 20
    assert not left
