"""Cards to choose from: another split of the same target, and ways to make a plan fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.state.new_run_view import AlternativeView, WayOut
from ui.theme import font, theme
from ui.widgets.basics import Card, Elided, Label, caption, column, primary_button, row, secondary_button


class AlternativeCard(QAbstractButton):
    """A radio button with its own equation, end and price."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", 13, 600)
        self._equation = caption("", 500)
        self._ends = Label("", 13, 500)
        self._price = Elided("", 12, 400, "mut")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(56)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for label in (self._name, self._equation, self._ends, self._price):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        top = row(self._name, 9, self._equation, None, self._ends)
        self.setLayout(column(None, top, 2, self._price, None, margins=(41, 6, 15, 6)))
        self.value = ""
        theme().changed.connect(self.update)

    def show_alternative(self, shown: AlternativeView) -> None:
        """Show this one."""
        self.value = shown.name
        self.setAccessibleName(f"{shown.title}: {shown.short_equation}, {shown.ends}")
        self._name.setText(shown.title)
        self._equation.setText(shown.short_equation)
        self._ends.setText(shown.ends)
        self._price.setText(shown.price)
        self.setChecked(shown.chosen)

    def sizeHint(self) -> QSize:
        return QSize(480, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focus = self.isChecked(), self.hasFocus()
        width = 2 if chosen or focus else 1
        painter.setPen(QPen(QColor(colors.accent if chosen or focus else colors.line), width))
        painter.setBrush(QColor(colors.tint if chosen else colors.sunk if self.underMouse() else colors.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 8, 8)
        if chosen and focus:
            painter.setPen(QPen(QColor(colors.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 5, 5)
        painter.setPen(QPen(QColor(colors.accent if chosen else colors.field), 1.8))
        painter.setBrush(QColor(colors.card))
        painter.drawEllipse(QRectF(15, 12, 15, 15))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(QRectF(18.5, 15.5, 8, 8))


class WayOutCard(Card):
    """What changes, what it needs, and the one button that does it."""

    asked = Signal(str)

    def __init__(self, shown: WayOut, *, first: bool) -> None:
        super().__init__("tint" if first else "field")
        button = (primary_button if first else secondary_button)(shown.button)
        button.clicked.connect(lambda: self.asked.emit(shown.key))
        needs = Label(shown.needs, 12, 500)
        said = column(
            Label(shown.title, 14, 600), 2, Label(shown.sentence, 12, 400, "mut").wrapped(), 2, needs.wrapped()
        )
        if not shown.needs:
            needs.hide()
        line = row(said, 14, button, margins=(16, 11, 14, 11))
        line.setStretchFactor(said, 1)
        self.setLayout(line)
        self.setFont(font(13))
