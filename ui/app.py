"""Starts the window: the first paint comes first, everything slow after it."""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QTimer, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox

from studio import __version__
from studio.api import Home, open_home, read_settings
from studio.errors import StudioError
from ui.assets import asset
from ui.language import install
from ui.opening import Opening
from ui.state.tongue import tr, tr_studio
from ui.theme import Mode, theme
from ui.window import Window

APP_ID = "studio.nightshift.Nightshift"
HELLO_MS = 300


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or bring the open one to the front. Returns the exit status."""
    began = time.time()
    wishes = _wishes(argv)
    try:
        home = open_home(wishes.home)
    except StudioError as problem:
        sys.stderr.write(f"{problem}\n")
        if not wishes.exit_after_paint:
            _say_why_not(problem)
        return 1
    app = make_application()
    paths = [str(Path(path).resolve()) for path in wishes.paths]
    if greet_first(home, paths):
        return 0
    settings = read_settings(home)
    install(app, settings.language)
    theme().set_mode(wishes.mode or settings.theme)
    window = Window(QSettings(str(home.folder / "window.ini"), QSettings.Format.IniFormat))
    server = listen(home, window)
    sys.excepthook = speaking_hook(home, window)
    opening = Opening(home, window, [Path(path) for path in paths])
    server.newConnection.connect(lambda: _hear(server, window, opening.drop))
    window.painted.connect(lambda: QTimer.singleShot(0, opening.go_on))
    if wishes.exit_after_paint:
        opening.say_times(began)
    window.show()
    status = app.exec()
    opening.close()
    server.close()
    return status


def _say_why_not(problem: StudioError) -> None:
    """To those who started it without a terminal, too."""
    app = make_application()
    install(app)
    QMessageBox.critical(None, app.applicationDisplayName(), f"{tr_studio(problem.title)}\n\n{tr_studio(problem.hint)}")


def make_application() -> QApplication:
    """The application with its name and icon."""
    os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("nightshift-studio")
    app.setApplicationDisplayName("Nightshift Studio")
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(QIcon(str(asset("icons", "app.svg"))))
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
    return app


def _wishes(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="nightshift", description="Opens the window of Nightshift Studio.")
    parser.add_argument("paths", nargs="*", metavar="FILE", help="data file or model folder to start a new run with")
    parser.add_argument("--home", help="folder of settings, runs and caches")
    modes: list[tuple[str, Mode]] = [("--light", "light"), ("--dark", "dark")]
    for flag, mode in modes:
        parser.add_argument(flag, dest="mode", action="store_const", const=mode)
    parser.add_argument("--exit-after-paint", action="store_true", help="print how long the start took, and end")
    return parser.parse_args(argv)


# one window per user and home


def server_name(home: Home) -> str:
    """A name of its own for every user and home."""
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return "nightshift-" + hashlib.sha256(f"{user}:{home.folder}".encode()).hexdigest()[:24]


def greet_first(home: Home, paths: list[str]) -> bool:
    """Hand `paths` to the window that is open already, if there is one."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(home))
    if not socket.waitForConnected(HELLO_MS):
        return False
    socket.write("\n".join(["raise", *paths]).encode())
    socket.waitForBytesWritten(HELLO_MS)
    socket.disconnectFromServer()
    return True


def listen(home: Home, window: Window) -> QLocalServer:
    """Listen for second starts."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(server_name(home)):
        QLocalServer.removeServer(server_name(home))  # left behind by a window that was killed
        server.listen(server_name(home))
    return server


def _hear(server: QLocalServer, window: Window, drop: Callable[[list[Path]], None]) -> None:
    while (socket := server.nextPendingConnection()) is not None:

        def read(socket: QLocalSocket = socket) -> None:
            said = bytes(socket.readAll().data()).decode(errors="replace").splitlines()
            if said[:1] != ["raise"]:
                return
            window.come_back()
            if said[1:]:
                drop([Path(path) for path in said[1:]])

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            read()


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def speaking_hook(home: Home, window: Window) -> Hook:
    """Says what went wrong in one sentence; the details go to window.log, never to the user."""

    def hook(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(problem, StudioError):
            window.notice.say("bad", problem.title, problem.hint)
            return
        details = _report("".join(traceback.format_exception(kind, problem, trace)))
        with (home.folder / "window.log").open("a", encoding="utf-8") as log:
            log.write(f"{details}\n")
        window.notice.say(
            "warn",
            tr("Something in this window did not work. Your runs are not touched by it and go on."),
            tr("Try it again, or close the window and open it again. The details are in window.log."),
            (tr("Show report"), lambda: window.report.show_details(details)),
        )

    return hook


def _report(trace: str) -> str:
    """For someone who can help: when, where and what; nothing of the user's rows or models."""
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"{time.strftime('%Y-%m-%d %H:%M:%S')}\nNightshift Studio {__version__}, {system}\n{trace}"
