"""start.py on a small project of its own: sets up once, goes on after an interruption, fails in words."""

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "tiny"
version = "1"
dependencies = ["{needs}"]
"""
BACKEND = """
import zipfile
from pathlib import Path

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(Path(wheel_directory, "tiny-1-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("tiny.pth", str(Path.cwd()))
        metadata = "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\nRequires-Dist: {needs}\\n"
        wheel.writestr("tiny-1.dist-info/METADATA", metadata)
        wheel.writestr("tiny-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("tiny-1.dist-info/RECORD", "")
    return "tiny-1-py3-none-any.whl"
"""


def write_wheel(folder: Path, version: str) -> None:
    with zipfile.ZipFile(folder / f"small_part-{version}-py3-none-any.whl", "w") as wheel:
        info = f"small_part-{version}.dist-info"
        wheel.writestr("small_part.py", f"version = {version!r}\n")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: small-part\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


def make_project(root: Path, needs: str) -> None:
    for folder in ("packaging", "wheels", "studio", "elsewhere/studio"):
        (root / folder).mkdir(parents=True)
    shutil.copy(ROOT / "packaging/start.py", root / "packaging")
    shutil.copytree(ROOT / "studio/installation", root / "studio/installation")
    shutil.copy(ROOT / "studio/errors.py", root / "studio")
    write_wheel(root / "wheels", "1.0")
    write_wheel(root / "wheels", "2.0")
    (root / "packaging/constraints.txt").write_text("small-part==1.0\n")
    (root / "pyproject.toml").write_text(PROJECT.format(needs=needs))
    (root / "backend.py").write_text(BACKEND.format(needs=needs))
    (root / "studio/__init__.py").touch()
    (root / "studio/__main__.py").write_text(
        "import os, sys, small_part\nprint(small_part.version, *sys.argv[1:], os.getcwd())\nsys.exit(7)\n"
    )


def run_start(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """As a newcomer would, from another folder that happens to hold one called studio; pip knows only our wheels."""
    pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(root / "wheels")}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    command = [sys.executable, str(root / "packaging/start.py"), *arguments]
    return subprocess.run(command, cwd=root / "elsewhere", env=kept | pip, capture_output=True, text=True)


@pytest.mark.slow
def test_it_sets_up_once_and_passes_everything_on(tmp_path) -> None:
    make_project(tmp_path, "small-part")

    first = run_start(tmp_path, "plan", "--json")
    assert first.returncode == 7, first.stdout + first.stderr
    assert "Ready after" in first.stdout
    assert f"1.0 plan --json {tmp_path / 'elsewhere'}" in first.stdout  # the pinned version, though 2.0 is there
    assert first.stderr == ""

    began = time.monotonic()
    second = run_start(tmp_path, "plan")
    seconds = time.monotonic() - began
    assert second.stdout.strip() == f"1.0 plan {tmp_path / 'elsewhere'}"
    assert seconds < 1

    # as if the power had gone in the middle of it: the stamp is not there yet, nor is all of pip
    (tmp_path / ".venv/setup.json").unlink()
    next((tmp_path / ".venv").glob("**/site-packages/pip/__main__.py")).unlink()
    next((tmp_path / ".venv").glob("**/site-packages/pip/__init__.py")).unlink()
    third = run_start(tmp_path)
    assert third.returncode == 7, third.stdout + third.stderr

    # other versions are wanted now
    (tmp_path / "packaging/constraints.txt").write_text("small-part==2.0\n")
    fourth = run_start(tmp_path, "plan")
    assert "2.0 plan" in fourth.stdout


@pytest.mark.slow
def test_a_package_that_does_not_exist_is_named_in_words(tmp_path) -> None:
    make_project(tmp_path, "no-such-part")
    for _ in range(2):  # a second start does not take the first for a success
        result = run_start(tmp_path, "plan")
        assert result.returncode == 1
        assert "Everything else" in result.stdout
        assert "There is no no-such-part for this computer where pip looks." in result.stderr
        assert "Traceback" not in result.stdout + result.stderr
