"""The language of the window: Qt's own translation files, and the direction in which one reads."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from ui.state.templates import Templates
from ui.state.tongue import Tongue, speak
from ui.state.words import MEASURES

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
    speak(_tongue(ours, locale))
    app.setLayoutDirection(locale.textDirection())
    return True


def uninstall(app: QApplication) -> None:
    """English again."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    speak(None)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def studio_sentences() -> list[str]:
    """The sentences of the studio with {names} for values, as `python -m ui.translations` found them."""
    return json.loads((FOLDER / "studio.json").read_text(encoding="utf-8"))


def _tongue(ours: QTranslator, locale: QLocale) -> Tongue:
    figures = _figures(locale)

    def translate(text: str) -> str:
        return QCoreApplication.translate("", text)

    def numeral(written: str) -> str:
        return written.translate(figures)

    known = (text for text in studio_sentences() if ours.translate("", text))
    return Tongue(
        ours.language(),
        translate,
        lambda text, number: ours.translate("", text, None, number) or "",
        numeral,
        Templates(known, translate, numeral, MEASURES),
    )


def _figures(locale: QLocale) -> dict[int, str]:
    """Each sign of an English number as the system writes it in this language, else as the language does."""
    system = QLocale.system()
    locale = system if system.language() == locale.language() else locale
    zero = ord(locale.zeroDigit())
    digits = {ord(str(digit)): chr(zero + digit) for digit in range(10)}
    return digits | {ord(","): locale.groupSeparator(), ord("."): locale.decimalPoint()}
