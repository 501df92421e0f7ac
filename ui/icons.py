"""Icons of one family (Lucide), drawn from SVG in the colour they are needed in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.assets import asset
from ui.theme import theme

_WITH_THE_LINE = ("arrow-right", "chevron-left", "chevron-right", "play")
"""Point to where one reads on, or back."""


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, size: int, ratio: float, *, mirrored: bool) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    if mirrored:
        painter.translate(made.width(), 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def pixmap(name: str, color: str | None = None, size: int = 18) -> QPixmap:
    """The icon as a picture, in `color` or the colour of text."""
    mirrored = name in _WITH_THE_LINE and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _drawn(name, color or theme().colors.text, size, _ratio(), mirrored=mirrored)


def icon(name: str, color: str | None = None, size: int = 18) -> QIcon:
    """The icon for a button, in `color` or the colour of text; muted where the button cannot be pressed."""
    made = QIcon()
    made.addPixmap(pixmap(name, color, size), QIcon.Mode.Normal)
    made.addPixmap(pixmap(name, theme().colors.mut, size), QIcon.Mode.Disabled)
    return made
