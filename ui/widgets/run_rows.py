"""Runs that are over, in rows: what they are, how they went, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QMenu, QSizePolicy, QWidget

from ui.state.run_table import EarlierRow, SortKey
from ui.state.tongue import tr
from ui.theme import theme
from ui.widgets.basics import (
    Button,
    Elided,
    Label,
    body,
    caption,
    column,
    icon_button,
    link_button,
    row,
    secondary_button,
)
from ui.widgets.chip import chip_for
from ui.widgets.long_list import GUTTER
from ui.widgets.sparkline import Sparkline

STATE, LOSS, BEST, TOOK, ENDED, BUTTON, MORE = 146, 100, 128, 76, 142, 74, 40
ROW_HEIGHT = 49


class PressableRow(QAbstractButton):
    """A row that can be pressed as a whole; a hairline above it."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.line_above = True

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        if self.line_above:
            painter.fillRect(0, 0, self.width(), 1, QColor(colors.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.sunk))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-1, 3, 1, -2), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -2), 6, 6)


class EarlierRowWidget(PressableRow):
    """One earlier run."""

    asked = Signal(str, str)
    """The run, and what: "open", "again", "compare", "clone", "notes", "move", "move with model" or "trash"."""

    def __init__(self) -> None:
        super().__init__(ROW_HEIGHT)
        self._shown: EarlierRow | None = None
        self._title = Elided("", 13, 600)
        self._tags = Elided("", 12, 500, "accent")
        self._about = Elided("", 12, 400, "mut")
        self._chip = chip_for("finished")
        self._spark = Sparkline()
        self._best, self._took, self._ended = body("", 600), body(), body()
        self.button = secondary_button("", height=28)
        self.button.setFixedWidth(BUTTON)
        self.button.clicked.connect(lambda: self._ask("again" if self._shown and self._shown.command else "open"))
        self.more = icon_button("ellipsis", tr("More"))
        self.more.clicked.connect(lambda: self._menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.clicked.connect(lambda: self._ask("open"))
        self.customContextMenuRequested.connect(lambda at: self._menu().popup(self.mapToGlobal(at)))
        self._tags.set_minimum(60)
        below = row(self._tags, self._about, spacing=8)
        below.setStretchFactor(self._about, 1)
        self.setLayout(
            cells(
                column(None, self._title, 1, below, None),
                _left(self._chip),
                _left(self._spark),
                self._best,
                self._took,
                self._ended,
                row(self.button, None, self.more),
            )
        )

    @property
    def name(self) -> str:
        """Of the run that is shown."""
        return self._shown.name if self._shown else ""

    def render_row(self, shown: EarlierRow) -> None:
        """Show this run."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(tr("Open {name}", name=shown.title))
        self.setAccessibleDescription(f"{shown.about}, {self._chip.word}, {shown.best}")
        self._title.setText(shown.title)
        self._tags.setText(" ".join(f"#{tag}" for tag in shown.notes.tags))
        self._tags.setVisible(bool(shown.notes.tags))
        self._about.setText(shown.about)
        self.setToolTip(f"{shown.about}\n{shown.notes.note}".strip())
        chip_for(shown.state, self._chip)
        self._spark.set_values(shown.curve)
        self._best.setText(shown.best)
        self._took.setText(shown.took)
        self._ended.setText(shown.ended)
        self.button.set_text(shown.button)
        self.button.setAccessibleName(f"{shown.button} {shown.title}")
        self.more.setAccessibleName(tr("More about {name}", name=shown.title))

    def _ask(self, what: str) -> None:
        if self._shown:
            self.asked.emit(self._shown.name, what)

    def _menu(self) -> QMenu:
        return menu_of(
            self,
            self._ask,
            (
                ("open", tr("Open")),
                ("compare", tr("Compare")),
                ("clone", tr("New run with these settings")),
                ("notes", tr("Tags and note")),
                None,
                ("move", tr("Move this run…")),
                ("move with model", tr("Move it with its model…")),
                None,
                ("trash", tr("Move to the trash")),
            ),
        )


def menu_of(owner: QWidget, ask: Callable[[str], None], entries: tuple[tuple[str, str] | None, ...]) -> QMenu:
    """A menu that calls `ask` with the key of what is chosen; None is a line between."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry[1]).triggered.connect(lambda _=False, key=entry[0]: ask(key))
    return menu


class EarlierHead(QWidget):
    """The names of the columns; pressing one sorts by it, pressing it again turns the order round."""

    sorted_by = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(30)
        self._key: SortKey = "ended"
        self._backwards = False
        keys: tuple[tuple[SortKey, str], ...] = (
            ("title", tr("Run")),
            ("state", tr("State")),
            ("best", tr("Best held-out loss")),
            ("took", tr("Took")),
            ("ended", tr("Ended")),
        )
        self.buttons: dict[SortKey, Button] = {}
        for key, name in keys:
            button = link_button(name)
            button.setProperty("head", "true")
            button.setToolTip(tr("Sort by this"))
            button.setIconSize(QSize(12, 12))
            button.clicked.connect(partial(self._press, key))
            self.buttons[key] = button
        self.buttons["best"].setToolTip(
            tr("The lowest loss on rows it never learnt from, in nats per token. Lower is better. Press to sort.")
        )
        shown = self.buttons
        right = [row(None, shown[key]) for key in ("best", "took")]
        holders = [_holding(layout) for layout in right]
        self.setLayout(
            cells(
                row(shown["title"], None),
                _left(shown["state"]),
                caption(tr("Loss"), 600),
                holders[0],
                holders[1],
                _left(shown["ended"]),
                row(None),
                gutter=GUTTER,
            )
        )
        self._mark()

    def _press(self, key: SortKey, _checked: bool = False) -> None:
        self._backwards = not self._backwards if key == self._key else False
        self._key = key
        self._mark()
        self.sorted_by.emit(key, self._backwards)

    def _mark(self) -> None:
        for key, button in self.buttons.items():
            name = button.text().strip().rstrip(" ↑↓")
            arrow = ("↑" if self._backwards else "↓") if key == self._key else ""
            button.setText(f"{name} {arrow}".strip())
            button.setAccessibleName(name)
            button.setAccessibleDescription(tr("sorted by this") if arrow else "")


def cells(
    run: QLayout,
    state: QWidget,
    loss: QWidget,
    best: QWidget,
    took: QWidget,
    ended: QWidget,
    button: QLayout,
    *,
    gutter: int = 0,
) -> QHBoxLayout:
    """One line of the table, in its columns."""
    first, last = _holding(run), _holding(button)
    for label in (best, took):
        if isinstance(label, Label):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for widget, width in ((state, STATE), (loss, LOSS), (best, BEST), (took, TOOK), (ended, ENDED)):
        widget.setFixedWidth(width)
    last.setFixedWidth(BUTTON + MORE)
    for widget in (first, state, loss, best, took, ended):
        if not widget.findChild(QAbstractButton):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made = row(first, state, loss, best, took, 22, ended, last, margins=(0, 0, gutter, 0))
    made.setStretchFactor(first, 1)
    return made


def _holding(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def _left(widget: QWidget) -> QWidget:
    return _holding(row(widget, None))
