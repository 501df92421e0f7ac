"""What a test sees and presses on a page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.basics import Button


def visible_texts(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def visible_buttons(page):
    return {button.text().strip(): button for button in page.findChildren(Button) if button.isVisible()}


def press(qtbot, page, words):
    qtbot.mouseClick(visible_buttons(page)[words], Qt.MouseButton.LeftButton)


def click_on(qtbot, plot, number):
    value = float(plot._losses[number - 1])
    qtbot.mouseClick(
        plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(plot.frame.x(number)), round(plot.frame.y(value)))
    )
