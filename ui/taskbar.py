"""How far a run is, on the window's entry in the task bar or dock, where the system has a place for it."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

_INTERFACE, _PATH = "com.canonical.Unity.LauncherEntry", "/studio/nightshift/Nightshift"


class Taskbar:
    """A bar on Linux, by the message that Ubuntu's dock, KDE's panel, Plank and others hear; elsewhere a number."""

    def __init__(self) -> None:
        self._shown: int | None = None

    def show_share(self, share: float | None) -> None:
        """From 0 to 1; None: nothing runs."""
        percent = None if share is None else round(100 * share)
        if percent == self._shown:
            return
        self._shown = percent
        if sys.platform != "linux":
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.setBadgeNumber(percent or 0)
        elif os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            _tell_desktop(percent)


def _tell_desktop(percent: int | None) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # 0.1 s, which a start has better uses for

    entry = f"application://{QGuiApplication.desktopFileName()}.desktop"
    told = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")
    told.setArguments([entry, {"progress": (percent or 0) / 100, "progress-visible": percent is not None}])
    QDBusConnection.sessionBus().send(told)
