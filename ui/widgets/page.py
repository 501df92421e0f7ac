"""The frame of a page: a headline sentence with one muted line, actions at the right, and what stands below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ui.widgets.basics import Elided, column, row


class Headline(QWidget):
    """The page title, which is the answer, and a line below it."""

    def __init__(self, *actions: QWidget) -> None:
        super().__init__()
        self.setFixedHeight(54)
        self.title = Elided("", 22, 600)
        self.line = Elided("", 13, 400, "mut")
        said = column(6, self.title, 4, self.line, None)
        whole = row(said, *actions, spacing=8)
        whole.setStretchFactor(said, 1)
        self.setLayout(whole)

    def say(self, title: str, line: str) -> None:
        """Show a title and a line."""
        self.title.setText(title)
        self.line.setText(line)


def scrolling(content: QWidget | QLayout, *, horizontal: bool = False) -> QScrollArea:
    """What scrolls only where the window is too small for it."""
    inside = content if isinstance(content, QWidget) else QWidget()
    if isinstance(content, QLayout):
        inside.setLayout(content)
    inside.setProperty("scrolled", "true")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    if not horizontal:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def reading_area(name: str) -> QScrollArea:
    """A list that is read by scrolling, by the keyboard too; what stands in it is set later."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    area.setAccessibleName(name)
    return area
