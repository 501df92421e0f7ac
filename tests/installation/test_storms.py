"""Setting up is killed at random instants, meets a full disk, is moved half: never is anything half left to be used."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from studio.installation.environments import current_environment, environments_folder, list_environments
from studio.installation.events import EnvironmentMade, SettingUpFailed, SettingUpStopped
from studio.installation.setting_up import move_environments
from tests.installation.test_make import left_in, says
from tests.support.nightshift import PATIENCE_SECONDS

ROOT = Path(__file__).resolve().parents[2]
SMALL_DISK = """
set -e
mount -t tmpfs -o size=6m tmpfs "$1"
mkdir "$1/home"
code=0
"$2" -m studio environment make --home "$1/home" || code=$?
echo "ended with $code"
ls -A "$1/home/environments"
"""


@pytest.mark.storm
def test_killed_at_random_instants_it_never_leaves_half_an_environment(kit, home, make, follow) -> None:
    chance = random.Random(7)
    longest = 1.0
    for attempt in range(8):
        began, running = time.monotonic(), make()
        instant = chance.uniform(0.0, longest)
        worker = running._process
        while time.monotonic() - began < instant and worker.poll() is None:
            running.poll()
            time.sleep(0.01)
        if attempt % 2:  # the window dies: its end of the pipe closes
            running.close()
        else:  # the process itself is killed, and pip beside it lives on for a moment
            worker.kill()
            follow(running)
        longest = min(30.0, 1.6 * longest + 1.0)
        for each in list_environments(home):
            assert says(str(each.interpreter)).startswith(each.folder)
    for child in psutil.Process().children(recursive=True):
        child.wait(PATIENCE_SECONDS)
    running = make()
    ended, _ = follow(running)
    assert isinstance(ended, EnvironmentMade)
    running.take_into_use()
    current = current_environment(home)
    assert current is not None
    assert says(str(current.interpreter)).startswith(current.folder)
    assert left_in(environments_folder(home)) == []


@pytest.mark.storm
@pytest.mark.skipif(shutil.which("unshare") is None, reason="A small disk needs unshare, from util-linux.")
def test_a_disk_that_fills_up_half_way_is_one_sentence(kit, tmp_path, monkeypatch) -> None:
    """The packages are larger than the disk, and the room that is asked for first is set to nothing."""
    from tests.support.kits import write_wheel

    noise = random.Random(1).randbytes(8_000_000).hex()
    write_wheel(kit / "wheels", "mathematics", "1.14", {"mathematics.py": f"pi = '{noise}'\n"})
    (tmp_path / "sitecustomize.py").write_text(
        "from studio.installation import setting_up\nsetting_up.ROOM_BYTES['cpu'] = 0\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{ROOT}")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["unshare", "-Urm", "bash", "-c", SMALL_DISK, "bash", str(disk), sys.executable],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert "ended with 1" in done.stdout, done.stdout + done.stderr
    assert "disk is full" in done.stderr
    assert "Free some space" in done.stderr
    assert ".draft" not in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.storm
def test_a_move_that_is_called_off_leaves_everything_where_it_was(kit, home, make, follow, tmp_path) -> None:
    running = make()
    follow(running)
    running.take_into_use()
    before = current_environment(home)
    for path in range(3000):
        (Path(before.folder) / f"file-{path}").write_text("x")
    moving = move_environments(home, tmp_path / "there")
    moving.cancel()
    ended, _ = follow(moving)
    assert isinstance(ended, SettingUpStopped)
    assert list((tmp_path / "there").iterdir()) == []
    assert current_environment(home) == before

    (tmp_path / "a file").write_text("")
    moving = move_environments(home, tmp_path / "a file" / "below")
    ended, _ = follow(moving)
    assert isinstance(ended, SettingUpFailed)
    assert current_environment(home) == before
