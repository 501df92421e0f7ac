"""What the engine's environment gets is pinned to the same versions, each file by its hash, and is all it needs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging/engine.txt").read_text("utf-8")
PINS = dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / "packaging/constraints.txt").read_text("utf-8"), re.MULTILINE))
LOCKED = dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", LOCK, re.MULTILINE))
OF_TORCH = re.compile(r"torch|triton|nvidia-(?!ml-py)|cuda-")


def test_the_versions_are_those_of_the_constraints() -> None:
    assert LOCKED.items() <= PINS.items()


def test_every_package_has_the_hashes_of_its_files() -> None:
    without = [entry.split("==")[0] for entry in re.split(r"\n(?=[a-z])", LOCK)[1:] if "--hash=sha256:" not in entry]
    assert without == []


def test_neither_the_window_nor_torch_is_in_it() -> None:
    """Torch's build follows from the card, and brings its libraries; the window has Qt."""
    assert not [name for name in LOCKED if OF_TORCH.match(name) or name.startswith(("pyside", "shiboken", "pyqtgraph"))]


def test_all_that_the_project_needs_beside_them_is_in_it() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", each)[0]).lower() for each in needed}
    assert names - LOCKED.keys() <= {"torch", "pyside6-essentials", "pyqtgraph"}
