"""New run in Simplified Chinese, where no sentence is left out, and in Arabic, where one reads from the right."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from studio.starter import starters
from ui.icons import pixmap
from ui.language import install, uninstall
from ui.widgets.choice import Choice, Option


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


def drawn(qtbot) -> tuple[QImage, QImage]:
    """An arrow, and a field with a sign and a chevron but no words."""
    field = Choice("Model", "box")
    qtbot.addWidget(field)
    field.set_options((Option("", ""),))
    field.resize(200, 34)
    return pixmap("arrow-right", "#000000", 16).toImage(), field.grab().toImage()


def half(image: QImage, *, left: bool) -> int:
    """How much stands in that half, in grey."""
    middle = image.width() // 2
    across = range(4, middle) if left else range(middle, image.width() - 4)
    return sum(255 - image.pixelColor(x, y).lightness() for x in across for y in range(4, image.height() - 4))


def test_signs_point_and_stand_the_way_one_reads(qapp, qtbot) -> None:
    arrow, field = drawn(qtbot)
    assert install(qapp, "ar")
    turned, mirrored = drawn(qtbot)
    uninstall(qapp)
    assert turned.convertToFormat(QImage.Format.Format_Alpha8) != arrow.convertToFormat(QImage.Format.Format_Alpha8)
    assert half(field, left=True) > half(field, left=False), "the sign is larger than the chevron"
    assert half(mirrored, left=True) < half(mirrored, left=False)
