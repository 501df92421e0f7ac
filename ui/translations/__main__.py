"""`python -m ui.translations`: every .ts file learns new sentences and forgets those that are gone; makes the .qm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import PySide6

_HERE = Path(__file__).resolve().parent
_TOOLS = Path(PySide6.__file__).parent
_EXE = ".exe" if os.name == "nt" else ""


def main() -> int:
    """Needs no more than PySide6. Returns the exit status."""
    sources = [str(path) for path in sorted(_HERE.parent.rglob("*.py"))]
    for ts in sorted(_HERE.glob("*.ts")):
        update = [_TOOLS / f"lupdate{_EXE}", "-no-obsolete", "-locations", "none", *sources, "-ts", ts]
        subprocess.run(update, check=True)
        release(ts, ts.with_suffix(".qm"))
    return 0


def release(ts: Path, qm: Path) -> None:
    """Make the file that Qt reads."""
    subprocess.run([_TOOLS / f"lrelease{_EXE}", ts, "-qm", qm, "-silent"], check=True)


if __name__ == "__main__":
    sys.exit(main())
