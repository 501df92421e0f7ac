"""`nightshift environment`: what is there, the way back, removing; each refusal in a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.installation.environments import current_environment, list_environments, use_environment
from studio.paths import Home, open_home
from tests.installation.test_switch import put_environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("NIGHTSHIFT_KIT", str(tmp_path))
    return open_home(tmp_path / "home")


def environment(home: Home, *arguments: str, kit: bool = True) -> subprocess.CompletedProcess[str]:
    variables = {name: value for name, value in os.environ.items() if kit or name != "NIGHTSHIFT_KIT"}
    command = [sys.executable, "-m", "studio", "environment", *arguments, "--home", str(home.folder)]
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True)


def test_it_is_shown_left_and_removed(home) -> None:
    nothing = environment(home)
    assert nothing.returncode == 1
    assert "not set up yet" in nothing.stderr
    assert "nightshift environment make" in nothing.stderr

    for name in ("one", "two"):
        put_environment(home, name)
        use_environment(home, name)
    told = json.loads(environment(home, "back", "--json").stdout.splitlines()[-1])
    assert (told["current"]["name"], told["former"]["name"]) == ("one", "two")
    assert told["python"].startswith(str(home.folder / "environments" / "one"))
    shown = environment(home).stdout
    assert "used now" in shown
    assert "the way back" in shown

    assert environment(home, "remove").returncode == 0
    assert list_environments(home) == []
    assert current_environment(home) is None


def test_a_program_that_brings_no_python_says_how_it_is_repaired(home) -> None:
    shown = environment(home, kit=False)
    assert shown.stdout.strip() == f"The engine runs in {sys.executable}"
    refused = environment(home, "make", kit=False)
    assert refused.returncode == 1
    assert "packaging/start.py" in refused.stderr
    assert "Traceback" not in refused.stderr
