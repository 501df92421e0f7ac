"""The application's style, palette and fonts, light and dark, as the system or the user wants."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ui.assets import asset
from ui.colors import DARK, LIGHT, Colors
from ui.style import style_sheet

Mode = Literal["system", "light", "dark"]


class Theme(QObject):
    """The application's look. Follows the system unless told otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode: Mode = "system"
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(font(13))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._colors = self._wanted()
        app.setPalette(_palette(self._colors))

    @property
    def colors(self) -> Colors:
        """The colours of the moment."""
        return self._colors

    @property
    def dark(self) -> bool:
        """Whether the window is dark."""
        return self._colors is DARK

    @property
    def mode(self) -> Mode:
        """What was asked for."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, or whatever the system has."""
        self._mode = mode
        self._follow_system()

    def _wanted(self) -> Colors:
        if self._mode == "system":
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def _follow_system(self) -> None:
        wanted = self._wanted()
        if wanted is self._colors:
            return
        self._colors = wanted
        self._app.setPalette(_palette(wanted))
        self.changed.emit()

    def dress(self, widget: QWidget) -> None:
        """Give `widget` and all in it the style sheet, from now on in the colours of the moment."""
        _Dress(widget, self)


class _Dress(QObject):
    """The style sheet of one piece of the window, put on anew only while it is seen.

    One sheet for the whole application would cost another theme a tenth of a second: Qt then styles every widget of
    every page twice.
    """

    def __init__(self, widget: QWidget, worn: Theme) -> None:
        super().__init__(widget)
        self._widget, self._theme = widget, worn
        self._colors: Colors | None = None
        worn.changed.connect(self._follow)
        widget.installEventFilter(self)
        self._put_on()

    def _follow(self) -> None:
        if self._widget.isVisible():
            self._put_on()

    def _put_on(self) -> None:
        if self._colors is self._theme.colors:
            return
        self._colors = self._theme.colors
        self._widget.setStyleSheet(style_sheet(self._colors))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._put_on()
        return super().eventFilter(watched, event)


def _palette(colors: Colors) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colors.bg,
        QPalette.ColorRole.WindowText: colors.text,
        QPalette.ColorRole.Base: colors.card,
        QPalette.ColorRole.AlternateBase: colors.sunk,
        QPalette.ColorRole.ToolTipBase: colors.card,
        QPalette.ColorRole.ToolTipText: colors.text,
        QPalette.ColorRole.PlaceholderText: colors.mut,
        QPalette.ColorRole.Text: colors.text,
        QPalette.ColorRole.Button: colors.card,
        QPalette.ColorRole.ButtonText: colors.text,
        QPalette.ColorRole.BrightText: colors.bad,
        QPalette.ColorRole.Link: colors.accent,
        QPalette.ColorRole.LinkVisited: colors.accent,
        QPalette.ColorRole.Highlight: colors.accent,
        QPalette.ColorRole.HighlightedText: colors.on_accent,
        QPalette.ColorRole.Light: colors.card,
        QPalette.ColorRole.Midlight: colors.sunk,
        QPalette.ColorRole.Mid: colors.line,
        QPalette.ColorRole.Dark: colors.field,
        QPalette.ColorRole.Shadow: colors.line,
        QPalette.ColorRole.Accent: colors.accent,
    }
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.mut))
    return palette


@lru_cache(maxsize=1)
def _family() -> str:
    families: list[str] = []
    for weight in ("Regular", "Medium", "SemiBold"):
        added = QFontDatabase.addApplicationFont(str(asset("fonts", f"Inter-{weight}.otf")))
        families = families or QFontDatabase.applicationFontFamilies(added)
    return families[0] if families else QApplication.font().family()


def font(size: int, weight: int = 400) -> QFont:
    """Inter in `size` pixels with figures of one width, so that live numbers stand still."""
    made = QFont(_family())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


_themes: dict[int, Theme] = {}


def theme() -> Theme:
    """The theme of the application, which must exist."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if id(app) not in _themes:
        _themes[id(app)] = Theme(app)
    return _themes[id(app)]
