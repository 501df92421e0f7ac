"""`python -m ui.translations`: every .ts file learns new sentences and forgets those that are gone; makes the .qm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

from ui.translations.collect import counted_things, starter_words, studio_templates

_HERE = Path(__file__).resolve().parent
_TOOLS = Path(PySide6.__file__).parent
_EXE = ".exe" if os.name == "nt" else ""


def main() -> int:
    """Needs no more than PySide6. Returns the exit status."""
    templates = studio_templates()
    (_HERE / "studio.json").write_text(json.dumps(templates, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder, "beside.py")
        plurals = [f"tr({_quoted(f'%n {thing}')}, '', n)" for thing in counted_things()]
        beside.write_text(
            "\n".join([*(f"tr({_quoted(each)})" for each in [*templates, *starter_words()]), *plurals]),
            encoding="utf-8",
        )
        sources = [*sorted(_HERE.parent.rglob("*.py")), beside]
        for ts in sorted(_HERE.glob("*.ts")):
            update = [_TOOLS / f"lupdate{_EXE}", "-no-obsolete", "-locations", "none", *sources, "-ts", ts]
            subprocess.run(update, check=True)
            release(ts, ts.with_suffix(".qm"))
    return 0


def release(ts: Path, qm: Path) -> None:
    """Make the file that Qt reads."""
    subprocess.run([_TOOLS / f"lrelease{_EXE}", ts, "-qm", qm, "-silent"], check=True)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
