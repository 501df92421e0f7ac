"""start.py on a small project of its own: sets up once, goes on after an interruption, fails in words."""

import http.server
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from tests.support.pace import Stopwatch

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
    write_needs(root, needs)
    (root / "studio/__init__.py").touch()
    (root / "studio/__main__.py").write_text(
        "import os, sys, small_part\nprint(small_part.version, *sys.argv[1:], os.getcwd())\nsys.exit(7)\n"
    )


def write_needs(root: Path, needs: str) -> None:
    (root / "pyproject.toml").write_text(PROJECT.format(needs=needs))
    (root / "backend.py").write_text(BACKEND.format(needs=needs))


def run_start(root: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """As a newcomer would, from another folder that happens to hold one called studio; pip knows only our wheels.

    On PATH there is neither a compiler nor git, nothing can be written at home, and there is no network.
    """
    nothing = root / "nothing"
    nothing.mkdir(exist_ok=True)
    (root / "no home").touch()
    bare = {"PATH": str(nothing), "HOME": str(root / "no home"), "USERPROFILE": str(root / "no home")}
    pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": (root / "wheels").as_uri()}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    if sys.platform == "win32":
        bare.pop("PATH")
    command = [sys.executable, str(root / "packaging/start.py"), *arguments]
    return subprocess.run(command, cwd=root / "elsewhere", env=kept | bare | pip | more, capture_output=True, text=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of which programs that split at spaces, or know ASCII only, make something else."""
    return tmp_path / "Stúdio der Nacht 夜"


@pytest.mark.slow
def test_it_sets_up_once_passes_everything_on_and_names_what_does_not_exist(root) -> None:
    """One story, since each environment takes seconds."""
    make_project(root, "small-part")

    first = run_start(root, "plan", "--json")
    assert first.returncode == 7, first.stdout + first.stderr
    assert "Ready after" in first.stdout
    assert f"1.0 plan --json {root / 'elsewhere'}" in first.stdout  # the pinned version, though 2.0 is there
    assert first.stderr == ""

    with Stopwatch() as taken:
        second = run_start(root, "plan", LC_ALL="C")  # in which a path is ASCII
    assert second.stdout.strip() == f"1.0 plan {root / 'elsewhere'}"
    assert taken.seconds < 1

    # as if the power had gone in the middle of it: the stamp is not there yet, nor is all of pip
    (root / ".venv/setup.json").unlink()
    next((root / ".venv").glob("**/site-packages/pip/__main__.py")).unlink()
    next((root / ".venv").glob("**/site-packages/pip/__init__.py")).unlink()
    third = run_start(root)
    assert third.returncode == 7, third.stdout + third.stderr

    # other versions are wanted now
    (root / "packaging/constraints.txt").write_text("small-part==2.0\n")
    fourth = run_start(root, "plan")
    assert "2.0 plan" in fourth.stdout

    # and now something that does not exist
    write_needs(root, "no-such-part")
    for _ in range(2):  # a second start does not take the first for a success
        result = run_start(root, "plan")
        assert result.returncode == 1
        assert "Everything else" in result.stdout
        assert "There is no no-such-part for this computer where pip looks." in result.stderr
        assert "Traceback" not in result.stdout + result.stderr


def hidden(root: Path, code: str) -> dict[str, str]:
    """What makes every Python that is started with it begin with this code."""
    folder = root / "sitecustomize"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": str(folder)}


def test_a_python_without_ensurepip_is_told_what_to_install(root) -> None:
    """As Debian's, before python3-venv is installed."""
    make_project(root, "small-part")
    code = (
        "import importlib.util as u\n"
        "find = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'ensurepip' else find(name, *rest)\n"
    )
    done = run_start(root, "plan", **hidden(root, code))
    if sys.platform == "linux":
        assert done.returncode == 1
        assert "ensurepip" in done.stderr
        assert f"python{sys.version_info[0]}.{sys.version_info[1]}-venv" in done.stderr or "provides" in done.stderr
        assert "Traceback" not in done.stderr


ON_SMALL_DISK = """
set -e
mount -t tmpfs -o size=5m tmpfs "$1"
cp -r "$2/." "$1"
code=0; "$3" "$1/packaging/start.py" plan || code=$?
echo "full: $code"
mount -o remount,ro "$1"
code=0; "$3" "$1/packaging/start.py" plan || code=$?
echo "read-only: $code"
"""


@pytest.mark.storm
@pytest.mark.skipif(shutil.which("unshare") is None, reason="A small disk needs unshare, from util-linux.")
def test_a_full_disk_and_one_that_may_only_be_read_are_told(root, tmp_path) -> None:
    make_project(root, "small-part")
    (disk := tmp_path / "disk").mkdir()
    script = ["bash", "-c", ON_SMALL_DISK, "bash", str(disk), str(root), sys.executable]
    done = subprocess.run(["unshare", "-Urm", *script], capture_output=True, text=True)
    assert "full: 1" in done.stdout, done.stdout + done.stderr
    assert "read-only: 1" in done.stdout
    first, _, second = done.stderr.rpartition("Read-only")
    assert "disk is full" in first
    assert "Free some space" in first
    assert "start again" in second
    assert "Traceback" not in done.stderr


class Refusing(http.server.BaseHTTPRequestHandler):
    """A proxy that lets nobody out."""

    def do_CONNECT(self) -> None:
        self.send_error(403, "Forbidden")

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.mark.storm
def test_a_proxy_that_refuses_is_named(root) -> None:
    make_project(root, "small-part")
    shutil.rmtree(root / "wheels")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{proxy.server_port}"
        more = {"PIP_INDEX_URL": "https://packages.invalid/simple", "PIP_RETRIES": "1", "PIP_PROXY": address}
        done = run_start(root, "plan", PIP_NO_INDEX="0", PIP_FIND_LINKS="", **more)
        proxy.shutdown()
    assert done.returncode == 1
    assert "The proxy refuses the download." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.storm
@pytest.mark.parametrize("version", ["2.7", "3.6", "3.8", "3.9", "3.10"])
def test_a_real_older_python_says_so(version) -> None:
    """Those that are on this computer."""
    found = [Path.home() / ".pyenv/versions", Path("/usr/bin"), Path("/usr/local/bin")]
    pythons = [
        each
        for folder in found
        for pattern in (f"{version}.*/bin/python", f"python{version}")
        for each in folder.glob(pattern)
    ]
    if not pythons:
        pytest.skip(f"There is no Python {version} here.")
    done = subprocess.run([pythons[0], ROOT / "packaging/start.py"], capture_output=True, text=True)
    assert done.returncode == 1
    assert f"this is Python {version}" in done.stderr
    assert "Traceback" not in done.stderr
    assert "SyntaxError" not in done.stderr
