"""The language of the window: Qt's own translation files, and the direction in which one reads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from ui.state.tongue import speak

FOLDER = Path(__file__).resolve().parent / "translations"


def install(app: QApplication, language: str = "") -> bool:
    """Speak `language`, such as "zh_CN", from now on; empty: the system's. False where it stays English."""
    locale = QLocale(language) if language else QLocale.system()
    ours = QTranslator(app)
    if not ours.load(locale, "nightshift", "_", str(FOLDER)):
        return False
    app.installTranslator(ours)
    of_qt = QTranslator(app)
    if of_qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(of_qt)
    speak(lambda text: QCoreApplication.translate("", text))
    app.setLayoutDirection(locale.textDirection())
    return True


def uninstall(app: QApplication) -> None:
    """English again."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    speak(None)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
