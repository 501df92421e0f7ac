"""Who may import whom: each rule holds, and each is seen to fail once."""

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

from studio import api

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
CONTRACTS = {contract["id"]: contract for contract in SETTINGS["importlinter"]["contracts"]}

BREACHES = [  # contract, file, what is added to it
    ("no-window-below", "studio/engine/breach.py", "import PySide6.QtCore"),
    ("no-window-below", "studio/engine/breach.py", "import ui.state"),
    ("torch-in-engine", "studio/foreman/breach.py", "import torch"),
    ("torch-in-engine", "ui/breach.py", "def late():\n    import transformers"),
    ("engine-by-name", "ui/breach.py", "import studio.engine"),
    ("one-door", "ui/breach.py", "import studio.runs"),
    ("plain-state", "ui/state/breach.py", "import pyqtgraph"),
    ("plain-state", "ui/state/breach.py", "import ui.theme"),
    ("pages-apart", "ui/pages/breach.py", "import ui.pages.home"),
    ("floors", "studio/hardware/breach.py", "import studio.settings"),
    ("floors", "studio/engine/breach.py", "import studio.foreman"),
    ("floors", "studio/breach.py", "'''A new module must say on which floor it lives.'''"),
    ("no-circles", "studio/plan.py", "import studio.events"),
]


def interpreter(code: str) -> str:
    """What a new Python prints for the code."""
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code and its rules, in a place where they may be broken."""
    folder = tmp_path_factory.mktemp("copy")
    for package in ("studio", "ui"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def broken(folder: Path) -> list[str]:
    """The names of the broken contracts."""
    lint = Path(sysconfig.get_path("scripts")) / "lint-imports"
    result = subprocess.run([lint], cwd=folder, env={"COLUMNS": "200", "PATH": ""}, capture_output=True, text=True)
    verdicts = dict(re.findall(r"^(.+) (KEPT|BROKEN)\b", result.stdout, re.MULTILINE))
    assert set(verdicts) == {contract["name"] for contract in CONTRACTS.values()}, result.stdout + result.stderr
    return [name for name, verdict in verdicts.items() if verdict == "BROKEN"]


@pytest.fixture(scope="module")
def broken_before(copy: Path) -> list[str]:
    return broken(copy)


def test_the_code_keeps_every_rule(broken_before: list[str]) -> None:
    assert broken_before == []


@pytest.mark.parametrize(
    ("contract", "file", "line"), BREACHES, ids=[f"{breach[0]}: {breach[2]}" for breach in BREACHES]
)
def test_a_breach_breaks_its_rule_and_no_other(
    copy: Path, broken_before: list[str], contract: str, file: str, line: str
) -> None:
    place = copy / file
    before = place.read_text("utf-8") if place.exists() else None
    place.write_text(f"{before or ''}\n{line}\n", "utf-8")
    try:
        assert [name for name in broken(copy) if name not in broken_before] == [CONTRACTS[contract]["name"]]
    finally:
        place.unlink() if before is None else place.write_text(before, "utf-8")


def test_every_rule_is_shown_a_breach() -> None:
    assert {contract for contract, _, _ in BREACHES} == set(CONTRACTS)


def test_what_is_not_a_door_is_guarded() -> None:
    doors = {"__init__", "__main__", "api", "job", "plan", "events", "commands", "errors", "engine"}
    modules = {file.stem for file in (ROOT / "studio").glob("*.py")} | folders()
    assert set(CONTRACTS["one-door"]["protected_modules"]) == {f"studio.{module}" for module in modules - doors}


def test_every_folder_of_the_studio_is_typed_strictly() -> None:
    """All but the engine, whose libraries are typed in part only."""
    strict = {"studio/*.py", "ui/state", *(f"studio/{folder}" for folder in folders() - {"engine"})}
    assert set(SETTINGS["basedpyright"]["strict"]) == strict


def folders() -> set[str]:
    return {file.parent.name for file in (ROOT / "studio").glob("*/__init__.py")}


def test_the_window_starts_without_torch() -> None:
    heavy = interpreter("import ui.app, sys; print({'torch', 'transformers', 'peft', 'accelerate'} & set(sys.modules))")
    assert heavy.strip() == "set()"


def test_view_state_needs_no_qt() -> None:
    modules = ", ".join(f"ui.state.{file.stem}" for file in (ROOT / "ui/state").glob("*.py") if file.stem != "__init__")
    qt = interpreter(f"import {modules}, sys; print({{'PySide6', 'shiboken6', 'pyqtgraph'}} & set(sys.modules))")
    assert qt.strip() == "set()"


def test_the_studio_without_its_engine_needs_neither_torch_nor_qt() -> None:
    found = interpreter("import studio.api, sys; print({'torch', 'transformers', 'PySide6', 'ui'} & set(sys.modules))")
    assert found.strip() == "set()"


def test_the_door_leads_to_what_the_type_checker_sees_behind_it() -> None:
    door = ast.parse((ROOT / "studio/api.py").read_text("utf-8"))
    block = next(each for each in door.body if isinstance(each, ast.If))
    seen = {each.module: {name.name for name in each.names} for each in block.body if isinstance(each, ast.ImportFrom)}
    assert {module: set(names.split()) for module, names in api.BEHIND.items()} == seen
    assert all(hasattr(api, name) for names in seen.values() for name in names)


def test_opening_the_door_loads_next_to_nothing() -> None:
    loaded = interpreter("import studio.api, sys; print([name for name in sys.modules if name.startswith('studio.')])")
    small = {f"studio.{name}" for name in ("api", "paths", "errors", "durable", "locks")}
    assert set(ast.literal_eval(loaded)) <= small
