"""The pinned versions: complete, and none that is known to break."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONSTRAINTS = (ROOT / "packaging/constraints.txt").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", CONSTRAINTS, re.MULTILINE))


def canonical(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


@pytest.mark.parametrize(
    "requirement",
    [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
        *PROJECT["build-system"]["requires"],
    ],
)
def test_every_direct_dependency_is_pinned(requirement: str) -> None:
    assert canonical(requirement) in PINS


def test_every_line_is_an_exact_pin() -> None:
    lines = [line for line in CONSTRAINTS.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(PINS)


def test_qt_is_the_version_that_does_not_lose_none() -> None:
    """PySide6 6.12.0 aborts on Python 3.11 after some thousand calls."""
    assert PINS["pyside6-essentials"] == PINS["shiboken6"] == "6.11.3"
    assert not re.search(r"==6\.12", CONSTRAINTS)
    assert "PySide6-Essentials>=6.11.2,<6.12" in PROJECT["project"]["dependencies"]


def test_torch_is_pinned_without_a_build() -> None:
    """`torch==2.13.0` takes 2.13.0+cpu and 2.13.0+cu126 alike; with a build it would take only that."""
    assert PINS["torch"] == "2.13.0"


def test_this_folder_does_not_hide_the_library_packaging() -> None:
    """With an `__init__.py` it would be imported by transformers in place of the library of the same name."""
    assert not list((ROOT / "packaging").rglob("__init__.py"))
    code = "import packaging.version; print(packaging.version.__file__)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "site-packages" in found


def test_void_calls_of_qt_keep_their_hands_off_none() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication, QLabel; app = QApplication([]); label = QLabel()\n"
        "before = sys.getrefcount(None)\n"
        "for count in range(200): label.setText(str(count))\n"
        "print(sys.getrefcount(None) - before)"
    )
    command = [sys.executable, "-c", code, "-platform", "offscreen"]
    result = subprocess.run(command, env={"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > -20
