"""Draws the pictures of README and guide, in each of its languages: `python -m tests.docs.pictures [picture …]`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from studio.paths import ASSETS
from tests.screens import OUT, SCREENS, Screen
from ui.app import make_application
from ui.theme import theme

SHOWN = {"run": "run_chosen", "new_run": "new_run_ready", "compare": "compare_four", "export": "export_first"}
"""What they show, and what `tests.screens` calls it."""
PICTURES = {
    f"{picture}{language and '.'}{language}.png": (screen, language)
    for language in ("", "zh_CN", "ar")
    for picture, screen in SHOWN.items()
}
"""Those of `assets/pictures`."""


def main(wanted: Sequence[str]) -> None:
    """Those that are wanted, else all of them, in the light theme."""
    make_application()
    theme().set_mode("light")
    for picture in wanted or PICTURES:
        name, language = PICTURES[picture]
        with tempfile.TemporaryDirectory(prefix="pictures") as folder:
            screen = Screen(Path(folder), f"{name}_{language}" if language else name)
            if language:
                screen.speak(language)
            SCREENS[name](screen)
            screen.draw(("light",))
        shutil.copyfile(OUT / f"{screen.name}_light.png", ASSETS / "pictures" / picture)
    sys.stdout.write(json.dumps({"pictures": sorted(wanted or PICTURES)}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
