"""Which environment is used: one switch, never while a run is going, followed by the foreman, and a way back."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import psutil
import pytest

from studio.errors import EngineProblem, RunProblem
from studio.foreman.start import ensure_foreman, process_environment
from studio.installation.environments import (
    current_environment,
    engine_missing,
    engine_python,
    go_back,
    list_environments,
    use_environment,
    waiting_environment,
)
from studio.installation.setting_up import move_environments, remove_all
from studio.job import Data, TrainJob
from studio.paths import Home, open_home
from studio.runs.folder import create_run
from studio.runs.lease import holder_of, take_lease
from tests.support.nightshift import PATIENCE_SECONDS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(tmp_path / "home")


def put_environment(home: Home, name: str, version: str = "0.1.0") -> Path:
    """A virtual environment with this very program in it, listed as whole."""
    folder = home.folder / "environments" / name
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    place = next(folder.glob("[Ll]ib/**/site-packages"))
    (place / "program.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n")
    python = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    listed = {
        "name": name,
        "version": version,
        "build": "cpu",
        "python": python,
        "made_at": time.time(),
        "size_bytes": 1,
        "packages": {"torch": "2.13.0"},
    }
    (folder / "environment.json").write_text(json.dumps(listed))
    return folder / python


def test_unfrozen_the_engine_is_the_python_that_runs_this(home, monkeypatch) -> None:
    monkeypatch.delenv("NIGHTSHIFT_KIT", raising=False)
    assert engine_python(home) == sys.executable
    assert not engine_missing(home)
    assert process_environment()["PYTHONPATH"] == str(ROOT)


def test_a_program_with_a_kit_runs_everything_in_the_environment_that_is_used(home, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("NIGHTSHIFT_KIT", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", "from elsewhere")
    assert engine_missing(home)
    with pytest.raises(EngineProblem, match="not set up yet"):
        engine_python(home)
    python = put_environment(home, "one")
    use_environment(home, "one")
    assert engine_python(home) == str(python)
    assert "PYTHONPATH" not in process_environment()

    (home.folder / "environments/one/environment.json").write_text("{ torn")
    assert engine_missing(home)  # what cannot be read does not count
    (home.folder / "environments.json").write_text("torn")
    assert engine_missing(home)


def test_nothing_is_switched_moved_or_removed_while_a_run_is_going(home, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NIGHTSHIFT_KIT", str(tmp_path))
    for name in ("one", "two"):
        put_environment(home, name)
    use_environment(home, "one")
    run = create_run(home, TrainJob(name="night", model="m", data=Data(train="d")))
    lease = take_lease(run.lease)
    assert lease is not None
    for ask in (
        lambda: use_environment(home, "two"),
        lambda: remove_all(home),
        lambda: move_environments(home, tmp_path / "there"),
    ):
        with pytest.raises(RunProblem, match="is going") as caught:
            ask()
        assert "resumed later" in caught.value.hint
    assert current_environment(home).name == "one"
    assert len(list_environments(home)) == 2
    assert waiting_environment(home).name == "two"  # made meanwhile
    lease.release()
    use_environment(home, "two")
    assert waiting_environment(home) is None
    assert go_back(home).name == "one"
    assert waiting_environment(home) is None  # who went back is not led forward again


@pytest.mark.skipif(sys.platform == "win32", reason="Looks at the program that holds a lock, by its path.")
def test_the_foreman_leaves_for_the_engine_that_is_used_from_now_on(home, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("NIGHTSHIFT_KIT", str(tmp_path))
    for name in ("one", "two"):
        put_environment(home, name)
    use_environment(home, "one")
    ensure_foreman(home)
    wait_for_foreman(home, "one")
    use_environment(home, "two")
    wait_for_foreman(home, "two")


def wait_for_foreman(home: Home, name: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        holder = holder_of(home.foreman_lease)
        try:
            if holder and f"environments/{name}/" in psutil.Process(holder.pid).cmdline()[0]:
                return
        except (psutil.NoSuchProcess, IndexError):
            pass
        time.sleep(0.02)
    raise AssertionError(home.foreman_log.read_text()[-2000:])
