"""Somebody in front of the real window: finds things by the names that stand on them, presses, types, looks."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QMenu, QWidget

from ui.app import main, make_application
from ui.theme import Mode, theme
from ui.widgets.plot import LossPlot
from ui.window import Window

LOOK_MS, PATIENCE_SECONDS = 20, 180.0
_OPEN_FOR_SECONDS = 0.6
"""Qt takes a press right after a menu opened for the second half of a double click."""


@dataclass(frozen=True)
class Step:
    """Tried again and again until it says that it is done; what it does may open a dialog and so take long."""

    words: str
    attempt: Callable[[], object]
    patience: float = PATIENCE_SECONDS
    alone: bool = False
    """Nothing else is tried meanwhile."""


Script = Generator[Step, None, None]


class Hand:
    """Mouse and keyboard as events of Qt, through the window's own handle."""

    def click(self, widget: QWidget, at: QPoint) -> None:
        handle = widget.window().windowHandle()
        QTest.mouseClick(
            handle,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            widget.mapTo(widget.window(), at),
        )

    def write(self, scope: QWidget, text: str) -> None:
        for sign in text:
            QTest.keyClick(scope.windowHandle(), Qt.Key.Key_Return if sign == "\n" else sign)

    def close(self, window: Window) -> None:
        window.close()


class XHand(Hand):
    """Mouse and keyboard of an X server."""

    def click(self, widget: QWidget, at: QPoint) -> None:
        there = widget.mapToGlobal(at)
        _xdotool("mousemove", str(there.x()), str(there.y()), "click", "1")

    def write(self, scope: QWidget, text: str) -> None:
        del scope
        _xdotool("type", "--delay", "8", text)

    def close(self, window: Window) -> None:
        del window
        _xdotool("key", "alt+F4")


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=30)


class Stranger:
    """Knows nothing of the program but what is on the screen. `actions` counts presses, typed texts and drops."""

    def __init__(self, hand: Hand | None = None, pictures: Path | None = None, look_ms: int = LOOK_MS) -> None:
        """`look_ms`: between two looks at the screen, each of which costs the processor some milliseconds."""
        self.actions, self.look_ms = 0, look_ms
        self.began = 0.0
        self._hand, self._pictures = hand or Hand(), pictures
        self._popups: dict[QWidget, float] = {}

    @property
    def window(self) -> Window:
        """The program's window."""
        return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window) and each.isVisible())

    @property
    def _scope(self) -> QWidget:
        """What takes the mouse now."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    @property
    def points(self) -> int:
        """Updates on the loss plot."""
        plots = [each for each in self.window.findChildren(LossPlot) if each.isVisible()]
        return max((len(each.smoothed) for each in plots), default=0)

    def press(self, name: str) -> Step:
        """A button, a field, a line of a menu or of a list."""

        def attempt() -> bool:
            found = self._find(name)
            if found is not None:
                self.actions += 1
                self._hand.click(*found)
            return found is not None

        return Step(f"press {name}", attempt)

    def write(self, text: str) -> Step:
        """Into what has the keyboard; a line break is the Enter key."""

        def attempt() -> bool:
            self.actions += 1
            self._hand.write(self._scope, text)
            return True

        return Step(f"write {text}", attempt, alone=True)

    def drop(self, *paths: Path) -> Step:
        """Files let go over the middle of the window."""

        def attempt() -> bool:
            self.actions += 1
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
            at = self.window.rect().center()
            left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            over = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, no_key)
            QApplication.sendEvent(self.window, over)
            assert over.isAccepted(), "the window does not take this"
            QApplication.sendEvent(self.window, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, no_key))
            return True

        return Step(f"drop {paths}", attempt)

    def see(self, words: str) -> Step:
        """Until these words stand somewhere."""
        return Step(f"see {words}", lambda: any(words in said for said in self.read()))

    def until(self, words: str, so: Callable[[], object], patience: float = PATIENCE_SECONDS) -> Step:
        """Until something is so."""
        return Step(words, so, patience)

    def read(self) -> Iterator[str]:
        """Every text on the screen."""
        for label in self.window.findChildren(QLabel):
            if label.isVisible():
                yield label.text()

    def close(self) -> Step:
        """The window, by its frame."""

        def attempt() -> bool:
            self._hand.close(self.window)
            return True

        return Step("close the window", attempt)

    def picture(self, name: str) -> None:
        """Light and dark."""
        if self._pictures is None:
            return
        modes: tuple[Mode, ...] = ("light", "dark")
        for mode in modes:
            theme().set_mode(mode)
            self.window.grab().save(str(self._pictures / f"journey_{name}_{mode}.png"))
        theme().set_mode("light")

    def visit(self, home: Path, script: Callable[[Stranger], Script]) -> None:
        """Open the program on this home and follow the script until the window is closed. Raises what went wrong."""
        app, hook = make_application(), sys.excepthook
        following = script(self)
        visit = _Visit(self, following)
        self.began = time.monotonic()
        try:
            status = main(["--home", str(home), "--light"])
        finally:
            visit.over()
            sys.excepthook = hook
        app.processEvents()
        if visit.problem is not None:
            raise visit.problem
        assert status == 0
        assert next(following, None) is None, "the window was closed too early"

    def _find(self, name: str) -> tuple[QWidget, QPoint] | None:
        """What has this name and can be pressed now, and where."""
        scope = self._scope
        if QApplication.activePopupWidget() is scope:
            self._popups.setdefault(scope, time.monotonic())
            if time.monotonic() - self._popups[scope] < _OPEN_FOR_SECONDS:
                return None
        else:
            self._popups.clear()
        for widget, at in _named(scope, name):
            hit = scope.childAt(widget.mapTo(scope, at)) or scope
            if widget.isEnabled() and (hit is widget or widget.isAncestorOf(hit)):
                return widget, at
        return None


def _named(scope: QWidget, name: str) -> Iterator[tuple[QWidget, QPoint]]:
    for widget in [scope, *scope.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        if isinstance(widget, QMenu):
            for action in widget.actions():
                if action.text().replace("&", "") == name:
                    yield widget, widget.actionGeometry(action).center()
        elif isinstance(widget, QAbstractItemView):
            model = widget.model()
            for line in range(model.rowCount() if model is not None else 0):
                index = model.index(line, 0)
                if index.data() == name:
                    yield widget.viewport(), widget.visualRect(index).center()
        elif not isinstance(widget, QLabel) and name in _names(widget):
            yield widget, widget.rect().center()


def _names(widget: QWidget) -> set[str]:
    """The text on it and what a screen reader calls it."""
    if isinstance(widget, QComboBox):
        return {widget.accessibleName()}
    said = QAccessible.queryAccessibleInterface(widget)
    texts = {str(widget.property("text") or ""), said.text(QAccessible.Text.Name) if said is not None else ""}
    return {text.replace("&", "").strip() for text in texts} - {""}


class _Visit:
    """Drives a script by timers, which also tick while a dialog of the program waits for an answer."""

    def __init__(self, stranger: Stranger, script: Script) -> None:
        self._stranger, self._script = stranger, script
        self.problem: BaseException | None = None
        self._step: Step | None = None
        self._over = self._alone = False
        QTimer.singleShot(LOOK_MS, self._look)
        self._deadline = 0.0

    def over(self) -> None:
        self._over = True

    def _look(self) -> None:
        if self._over:
            return
        # first: the step may open a dialog, and no timer ticks within itself
        QTimer.singleShot(self._stranger.look_ms, self._look)
        if self._alone:
            return
        if not any(isinstance(each, Window) and each.isVisible() for each in QApplication.topLevelWidgets()):
            return
        try:
            self._go_on()
        except BaseException as problem:  # noqa: BLE001 - else it ends in the program's own hook, which speaks to the user
            self.problem = self.problem or problem
            self._stranger.picture("stuck")
            self._give_up()

    def _go_on(self) -> None:
        """A press that opens a dialog comes back when that is closed; the script goes on meanwhile, from the timer."""
        if self._step is None:
            self._step = next(self._script, None)
            self._deadline = time.monotonic() + (self._step.patience if self._step else 0.0)
        step, self._step = self._step, None
        if step is None:
            self._give_up()
        elif not self._attempt(step):
            self._step = step
            if time.monotonic() > self._deadline:
                raise AssertionError(f"{step.words}: never. On the screen: {sorted(set(self._stranger.read()))}")

    def _attempt(self, step: Step) -> bool:
        self._alone = step.alone
        try:
            return bool(step.attempt())
        finally:
            self._alone = False

    def _give_up(self) -> None:
        self.over()
        for each in QApplication.topLevelWidgets():
            each.close()
        QGuiApplication.quit()
