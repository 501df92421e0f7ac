"""Colours that can be read, and icons and fonts that are there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.colors import DARK, LIGHT, Colors
from ui.icons import pixmap
from ui.theme import font, theme
from ui.widgets.basics import Card, body, caption, column, primary_button, secondary_button
from ui.widgets.chip import Chip, chip_for
from ui.widgets.memory_bar import contrast
from ui.window import Window

PAIRS = [
    *((ink, ground) for ink in ("text", "mut") for ground in ("bg", "card", "sunk", "tint", "learn", "info_ground")),
    *((ink, ground) for ink in ("accent", "ok", "warn", "bad") for ground in ("bg", "card")),
    ("accent", "tint"),
    ("on_accent", "accent"),
    ("mut", "track"),
    *((ink, f"{ink}_ground") for ink in ("ok", "warn", "bad", "info")),
    *(("text", f"{ground}_ground") for ground in ("ok", "warn", "bad", "info")),
]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids=lambda name: name)
def test_text_can_be_read_on_its_ground(colors: Colors, ink: str, ground: str) -> None:
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_what_can_be_pressed_can_be_seen(colors: Colors) -> None:
    assert contrast(colors.field, colors.card) >= 3


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_theme_changes_and_says_so(qapp, qtbot) -> None:
    theme().set_mode("light")
    with qtbot.waitSignal(theme().changed):
        theme().set_mode("dark")
    assert theme().dark
    assert theme().colors is DARK
    theme().set_mode("light")


def test_the_font_comes_with_the_program(qapp) -> None:
    assert QFontInfo(font(13)).family() == "Inter"
    assert font(13, 600).pixelSize() == 13


@pytest.mark.parametrize(
    "state",
    ["queued", "starting", "running", "paused", "recovering", "finished", "stopped", "failed", "interrupted"],
)
def test_every_state_has_an_icon_a_word_and_a_name(qapp, qtbot, state: str) -> None:
    chip = chip_for(state)
    qtbot.addWidget(chip)
    assert isinstance(chip, Chip)
    assert chip.word
    assert chip.accessibleName() == chip.word


def test_an_icon_has_the_colour_it_is_asked_for(qapp) -> None:
    picture = pixmap("square", "#FF0000", 24).toImage()
    found = {
        picture.pixelColor(x, y).name() for x in range(24) for y in range(24) if picture.pixelColor(x, y).alpha() > 200
    }
    assert found == {"#ff0000"}


def test_a_page_that_was_not_seen_while_the_theme_changed_looks_as_one_made_in_it(qapp, qtbot, tmp_path) -> None:
    def shown() -> tuple[Window, QWidget]:
        window = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        qtbot.addWidget(window)
        page = _page_of_every_look()
        window.add_page("home", QWidget())
        window.add_page("run", page)
        window.show()
        window.show_page("run")
        return window, page

    theme().set_mode("light")
    window, page = shown()
    light = page.grab().toImage()
    window.show_page("home")
    theme().set_mode("dark")
    window.show_page("run")
    assert page.grab().toImage() == shown()[1].grab().toImage() != light
    theme().set_mode("light")
    assert page.grab().toImage() == light


def _page_of_every_look() -> QWidget:
    page, card = QWidget(), Card("tint")
    card.setLayout(column(body("One"), caption("Two"), primary_button("Three"), QLineEdit("Four")))
    page.setLayout(column(card, secondary_button("Five", "play"), body("Six", tone="bad"), QComboBox()))
    return page
