"""Where the files that come with the window lie."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "assets"


def asset(*parts: str) -> Path:
    """A file of `assets/`."""
    return _FOLDER.joinpath(*parts)
