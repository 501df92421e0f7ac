"""The runs that wait, in the order in which they will be worked on: dragged, or moved with Alt and an arrow key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from ui.state.home import WaitingRow
from ui.state.tongue import tr
from ui.widgets.basics import Card, Elided, IconLabel, body, caption, card_title, column, icon_button, row
from ui.widgets.run_rows import PressableRow, menu_of

_HEIGHT = 47


class WaitingRowWidget(PressableRow):
    """One run that waits."""

    asked = Signal(str, str)
    """The run, and what: "open", "earlier", "later", "clone" or "trash"."""
    dragged = Signal(str, int)
    """The run and by how many rows, once it is let go."""

    def __init__(self) -> None:
        super().__init__(_HEIGHT)
        self.name = ""
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._place = body("", 600, "mut")
        self._place.setFixedWidth(15)
        self._title = Elided("", 13, 600)
        self._about = Elided("", 12, 400, "mut")
        self._updates = body("", 500)
        self.more = icon_button("ellipsis", tr("More"))
        self.more.clicked.connect(lambda: self._menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.customContextMenuRequested.connect(lambda at: self._menu().popup(self.mapToGlobal(at)))
        said = column(None, self._title, 1, self._about, None)
        line = row(self._place, 8, said, self._updates, 12, self.more, margins=(0, 2, 0, 0))
        line.setStretchFactor(said, 1)
        self.setLayout(line)
        self.clicked.connect(lambda: self.asked.emit(self.name, "open"))

    def render_row(self, shown: WaitingRow) -> None:
        """Show this run."""
        self.name = shown.name
        self.line_above = shown.place > 1
        self.setAccessibleName(tr("Open {name}", name=shown.title))
        self.setAccessibleDescription(tr("Number {place} in line. Alt and an arrow key move it.", place=shown.place))
        self.more.setAccessibleName(tr("More about {name}", name=shown.title))
        self._place.setText(str(shown.place))
        self._title.setText(shown.title)
        self._about.setText(shown.about)
        self._updates.setText(shown.updates)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: "earlier", Qt.Key.Key_Down: "later"}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit(self.name, step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = event.globalPosition().toPoint().y() - self._pressed_at.y()
        if not self._dragging and abs(way) >= QApplication.startDragDistance():
            self._dragging, self._top = True, self.y()
            self.raise_()
        if self._dragging:
            self.move(self.x(), self._top + way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            super().mouseReleaseEvent(event)
            return
        self._dragging = False
        self.setDown(False)
        rows = round((self.y() - self._top) / _HEIGHT)
        self.move(self.x(), self._top)
        self.dragged.emit(self.name, rows)

    def _menu(self) -> QMenu:
        return menu_of(
            self,
            lambda what: self.asked.emit(self.name, what),
            (
                ("open", tr("Open")),
                ("earlier", tr("Earlier in line")),
                ("later", tr("Later in line")),
                ("clone", tr("New run with these settings")),
                None,
                ("trash", tr("Take out of the line, into the trash")),
            ),
        )


class WaitingCard(Card):
    """All runs that wait."""

    asked = Signal(str, str)
    order_asked = Signal(list)
    """Names of runs, the first to be worked on first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[WaitingRowWidget] = []
        self._shown: tuple[WaitingRow, ...] = ()
        self._list = column()
        head = row(IconLabel("list-end", "mut", 16), card_title(tr("Next in line")), spacing=9)
        self._hint = caption()
        head.addWidget(self._hint)
        head.addStretch(1)
        self.setLayout(column(head, 3, self._list, margins=(18, 11, 14, 3)))

    def render_rows(self, shown: tuple[WaitingRow, ...]) -> None:
        """Show these."""
        if any(widget.isDown() for widget in self.rows):
            return  # the one being dragged stays under the pointer
        self._shown = shown
        while len(self.rows) < len(shown):
            made = WaitingRowWidget()
            made.asked.connect(self._ask)
            made.dragged.connect(self._move)
            self._list.addWidget(made)
            self.rows.append(made)
        for number, widget in enumerate(self.rows):
            widget.setVisible(number < len(shown))
            if number < len(shown):
                widget.render_row(shown[number])
        one = tr("starts by itself when the run before it ends")
        self._hint.setText(one if len(shown) < 2 else tr("drag to change the order"))

    def _ask(self, name: str, what: str) -> None:
        if what in ("earlier", "later"):
            self._move(name, -1 if what == "earlier" else 1)
        else:
            self.asked.emit(name, what)

    def _move(self, name: str, rows: int) -> None:
        names = [each.name for each in self._shown]
        at = names.index(name)
        to = max(0, min(len(names) - 1, at + rows))
        if to == at:
            return
        names.insert(to, names.pop(at))
        self.order_asked.emit(names)
        self.rows[to].setFocus(Qt.FocusReason.TabFocusReason)
