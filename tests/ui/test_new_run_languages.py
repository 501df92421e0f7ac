"""New run in Simplified Chinese: no sentence is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel

from studio.starter import starters
from ui.language import install, uninstall


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
