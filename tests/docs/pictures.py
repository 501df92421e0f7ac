"""Draws the pictures of README and guide: `python -m tests.docs.pictures`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from studio.paths import ASSETS
from tests.screens import OUT, SCREENS, Screen
from ui.app import make_application
from ui.theme import theme

PICTURES = {
    "run.png": "run_chosen",
    "new_run.png": "new_run_ready",
    "compare.png": "compare_four",
    "export.png": "export_first",
}
"""Of `assets/pictures`, and what `tests.screens` calls them."""


def main() -> None:
    """All of them, in the light theme."""
    make_application()
    theme().set_mode("light")
    for picture, name in PICTURES.items():
        with tempfile.TemporaryDirectory(prefix="pictures") as folder:
            screen = Screen(Path(folder), name)
            SCREENS[name](screen)
            screen.draw(("light",))
        shutil.copyfile(OUT / f"{name}_light.png", ASSETS / "pictures" / picture)
    sys.stdout.write(json.dumps({"pictures": sorted(PICTURES)}) + "\n")


if __name__ == "__main__":
    main()
