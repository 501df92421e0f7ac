"""Where the frozen program begins, as a process: what it does itself, and what only the engine's Python can."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from studio import __version__
from studio.installation.environments import Environment, use_environment
from studio.installation.place import MANIFEST
from studio.paths import open_home
from tests.packaging.programs import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def nightshift(tmp_path: Path):
    """The frozen program's beginning, as if it carried a kit and nothing was set up yet."""
    (tmp_path / "kit").mkdir()
    variables = {
        "NIGHTSHIFT_KIT": str(tmp_path / "kit"),
        "NIGHTSHIFT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
    }

    def start(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "packaging/frozen.py"), *arguments]
        return subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, cwd=tmp_path)

    return start


def test_the_version_needs_no_engine(nightshift) -> None:
    assert nightshift("--version").stdout == f"Nightshift Studio {__version__}\n"


def test_help_tells_what_there_is_before_the_engine_is_set_up(nightshift) -> None:
    said = " ".join(nightshift("--help").stdout.split())
    assert all(word in said for word in ("environment", "doctor", "once the engine is set up"))


def test_a_file_with_the_name_of_a_command_is_no_command() -> None:
    done_here = load("frozen").done_here
    assert done_here(["--home", "there", "doctor"])
    assert not done_here(["train", "--data", "doctor"])
    assert not done_here(["--home", "doctor", "runs"])


def test_a_command_that_needs_the_engine_says_so_in_words(nightshift) -> None:
    said = nightshift("runs", "--json")
    assert said.returncode == 1
    error = json.loads(said.stdout.splitlines()[-1])["error"]
    assert error["title"].startswith("The engine is not set up")
    assert "Traceback" not in said.stderr


def test_once_the_engine_is_set_up_its_python_does_what_is_asked(nightshift, tmp_path: Path) -> None:
    made = tmp_path / "home/environments/made"
    made.mkdir(parents=True)
    python = made / "python"
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n')  # one that has the project
    python.chmod(0o755)
    facts = Environment(
        name="made", version=__version__, build="cpu", python="python", made_at=0.0, size_bytes=0, packages={}
    )
    (made / MANIFEST).write_bytes(msgspec.json.encode(facts))
    use_environment(open_home(tmp_path / "home"), "made")
    said = nightshift("runs", "--json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout.splitlines()[-1]) == {"runs": []}
    assert nightshift("-m", "platform").stdout == f"{platform.platform()}\n", "a program that is started by its name"


def test_the_environment_is_shown_while_there_is_none(nightshift) -> None:
    said = nightshift("environment", "--json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout.splitlines()[-1])["current"] is None


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--dark"], True),
        (["faq.jsonl"], True),
        (["runs"], False),
        (["--version"], False),
        (["missing.jsonl"], False),
        (["-m", "studio.foreman"], False),
        (["plan", "faq.jsonl"], False),
    ],
)
def test_files_open_the_window_and_words_are_commands(
    arguments: list[str], window: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "faq.jsonl").touch()
    monkeypatch.chdir(tmp_path)
    assert load("frozen").for_window(arguments) is window
