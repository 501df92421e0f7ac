"""The main window: rail, pages, the notice strip, and files dropped anywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QStackedWidget, QWidget

from ui.state.tongue import QT_TR_NOOP, tr
from ui.theme import theme
from ui.widgets.basics import column, row
from ui.widgets.crash_report import CrashReport
from ui.widgets.drop_zone import DropVeil
from ui.widgets.notice import Notice
from ui.widgets.rail import Rail
from ui.widgets.tour import Tour

PLACES = (
    ("home", QT_TR_NOOP("Home"), "home"),
    ("new run", QT_TR_NOOP("New run"), "plus"),
    ("run", QT_TR_NOOP("Run"), "chart-line"),
    ("compare", QT_TR_NOOP("Compare"), "layers"),
    ("try", QT_TR_NOOP("Try"), "message-square"),
    ("export", QT_TR_NOOP("Export"), "share"),
)
BELOW = (
    ("help", QT_TR_NOOP("Help"), "circle-help"),
    ("settings", QT_TR_NOOP("Settings"), "sliders"),
)


def on_screen(wanted: QSize, room: QSize, least: QSize) -> QSize:
    """The size of a window: no more than the screen has room for, where that is enough for it."""
    return wanted.boundedTo(room) if room.boundedTo(least) == least else wanted


class Window(QMainWindow):
    """Knows no page and no run; whoever puts it together does."""

    place_chosen = Signal(str)
    files_dropped = Signal(list)
    """A list of paths."""
    painted = Signal()
    """Once, after the first paint."""
    closed = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._painted = False
        self.setWindowTitle("Nightshift Studio")
        self.setAcceptDrops(True)
        self.setMinimumSize(1160, 640)
        self.rail = Rail(PLACES, BELOW)
        self.rail.chosen.connect(self.place_chosen)
        self.notice, self.countdown = Notice(), Notice()
        self.tour = Tour()
        self.tour.ended.connect(self._end_tour)
        self.pages = QStackedWidget()
        self.pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._by_place: dict[str, QWidget] = {}
        right = column(self.countdown, self.notice, self.tour, self.pages, spacing=12, margins=(10, 14, 22, 14))
        right.setStretchFactor(self.pages, 1)
        whole = QWidget()
        line = row(self.rail, right)
        line.setStretchFactor(right, 1)
        whole.setLayout(line)
        whole.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside everything takes the focus ring away
        self.setCentralWidget(whole)
        self._veil = DropVeil(whole)
        self.report = CrashReport(whole)
        for piece in (self.rail, self.countdown, self.notice, self.tour, self.report):
            theme().dress(piece)
        shortcuts = [f"Ctrl+{number}" for number in range(1, len(PLACES) + 1)] + ["F1", "Ctrl+,"]
        for shortcut, (key, name, _) in zip(shortcuts, PLACES + BELOW, strict=True):
            self.add_shortcut(shortcut, tr(name), lambda key=key: self.place_chosen.emit(key))
            self.rail.place(key).setToolTip(f"{tr(name)} ({shortcut})")
        self._restore()
        whole.setFocus()

    def _restore(self) -> None:
        """As it was left, where that still is on a screen."""
        size, at = self._settings.value("window/size"), self._settings.value("window/position")
        wanted = size if isinstance(size, QSize) else QSize(1280, 800)
        self.resize(on_screen(wanted, self.screen().availableSize(), self.minimumSize()))
        if isinstance(at, QPoint) and QGuiApplication.screenAt(at) is not None:
            self.move(at)
        if self._settings.value("window/maximised") in (True, "true"):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def offer_tour(self, *, fits: bool) -> None:
        """Show the tour where it fits, until it was closed once."""
        self.tour.setVisible(fits and self._settings.value("tour/ended") not in (True, "true"))

    def _end_tour(self) -> None:
        self._settings.setValue("tour/ended", True)
        self.tour.hide()

    def add_shortcut(self, keys: str, name: str, then: Callable[[], None]) -> None:
        """Keys that work everywhere in the window."""
        action = QAction(name, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: then())
        self.addAction(action)

    def add_page(self, place: str, page: QWidget) -> None:
        """Put a page in its place."""
        self._by_place[place] = page
        theme().dress(page)
        self.pages.addWidget(page)

    def show_page(self, place: str) -> None:
        """Go there."""
        self.rail.show_place(place)
        self.pages.setCurrentWidget(self._by_place[place])

    def come_back(self) -> None:
        """To the front, from wherever it is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def place(self) -> str:
        """Where one is."""
        current = self.pages.currentWidget()
        return next((place for place, page in self._by_place.items() if page is current), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # nothing above it wanted to be closed
            self.notice.hide()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = _local_paths(event)
        if not paths:
            return
        name = paths[0].name if len(paths) == 1 else tr("{number} files", number=len(paths))
        packed = any(path.suffix == ".nightshift" for path in paths)
        words = tr("Let go to bring {name} here", name=name) if packed else ""
        self._veil.show_words(words or tr("Let go to start a new run with {name}", name=name))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        paths = _local_paths(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        maximised = bool(self.windowState() & Qt.WindowState.WindowMaximized)
        self._settings.setValue("window/maximised", maximised)
        if not maximised:
            self._settings.setValue("window/size", self.size())
            self._settings.setValue("window/position", self.pos())
        self._settings.sync()
        self.hide()  # at once: what ends with the window may take a moment
        self.closed.emit()
        super().closeEvent(event)


def _local_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
