"""Colours, fonts and the application's style, light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ui.assets import asset
from ui.style import style_sheet

Mode = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Colors:
    """Every colour of the window, as hex. Text pairs reach 4.5:1 on each ground they stand on."""

    bg: str
    card: str
    sunk: str
    line: str
    field: str
    """Borders of what can be pressed or typed in."""
    track: str
    grid: str
    text: str
    mut: str
    accent: str
    on_accent: str
    tint: str
    ok: str
    ok_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    info: str
    info_ground: str
    learn: str
    """Whatever the model learns to write."""
    learn_line: str
    curve_raw: str
    curve_smooth: str
    curve_held_out: str
    runs: tuple[str, str, str, str]
    """Runs side by side, in this order; each with a dash and a marker of its own."""
    memory: dict[str, str]
    """By the names of the fields of `MemoryParts`."""


LIGHT = Colors(
    bg="#F4F5F8",
    card="#FFFFFF",
    sunk="#F1F3F7",
    line="#E0E4EB",
    field="#8A93A4",
    track="#E3E7EE",
    grid="#E8EBF0",
    text="#181B21",
    mut="#535B69",
    accent="#3557C7",
    on_accent="#FFFFFF",
    tint="#EAEFFC",
    ok="#00694F",
    ok_ground="#E3F3EC",
    warn="#855200",
    warn_ground="#FBF0DB",
    bad="#AE2418",
    bad_ground="#FCEAE7",
    info="#3557C7",
    info_ground="#EAEFFC",
    learn="#FBE7BF",
    learn_line="#855200",
    curve_raw="#5A9CCB",
    curve_smooth="#A84E00",
    curve_held_out="#00755A",
    runs=("#0072B2", "#B25A00", "#00755A", "#97437F"),
    memory={
        "others": "#B9C0CC",
        "weights": "#0072B2",
        "adapters": "#56B4E9",
        "gradients": "#00865F",
        "optimizer": "#C0699B",
        "activations": "#E0A100",
        "logits": "#C9602A",
        "workspace": "#8B94A3",
    },
)

DARK = Colors(
    bg="#14161B",
    card="#1C1F26",
    sunk="#232730",
    line="#2D323C",
    field="#747D8E",
    track="#2F3540",
    grid="#272B34",
    text="#E9EBEF",
    mut="#A3ABB8",
    accent="#8EA8FF",
    on_accent="#10131C",
    tint="#20273F",
    ok="#55CFA2",
    ok_ground="#173229",
    warn="#F2B84B",
    warn_ground="#382B12",
    bad="#FF9A8D",
    bad_ground="#3E211E",
    info="#8EA8FF",
    info_ground="#262F4D",
    learn="#41351A",
    learn_line="#F2B84B",
    curve_raw="#4A80A6",
    curve_smooth="#F0A92E",
    curve_held_out="#3CC79A",
    runs=("#62B8EC", "#F0A92E", "#3CC79A", "#DC93BC"),
    memory={
        "others": "#525A68",
        "weights": "#3F9BD8",
        "adapters": "#8FD0F5",
        "gradients": "#2FB88A",
        "optimizer": "#D689B4",
        "activations": "#E3A72F",
        "logits": "#E0805A",
        "workspace": "#7D8697",
    },
)


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


def blend(one: str, other: str, share: float) -> str:
    """`one` with `share` of `other` mixed in, as hex."""
    a, b = QColor(one), QColor(other)
    parts = (round(x + (y - x) * share) for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue())))
    return QColor(*parts).name()
