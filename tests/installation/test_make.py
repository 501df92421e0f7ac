"""The engine's environment is made whole or not at all, from wheels by pip, whatever happens meanwhile."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from studio.errors import EngineProblem
from studio.installation.environments import (
    current_environment,
    engine_python,
    environments_folder,
    former_environment,
    go_back,
    list_environments,
    use_environment,
)
from studio.installation.events import (
    EnvironmentMade,
    ProofMade,
    SettingUpFailed,
    SettingUpStopped,
    StepFinished,
    StepStarted,
)
from studio.installation.setting_up import move_environments, remove_all, remove_environments, remove_superfluous
from tests.support.kits import write_wheel

SAYS_WHERE = "import sys, small_part, studio; print(sys.prefix, small_part.version, studio.__file__)"


def left_in(folder: Path) -> list[str]:
    """What lies in the folder of environments beside whole ones and the log."""
    return sorted(
        each.name for each in folder.iterdir() if each.name != "setup.log" and not (each / "environment.json").is_file()
    )


def says(python: str, code: str = SAYS_WHERE) -> str:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run([python, "-P", "-c", code], env=clean, capture_output=True, text=True, check=True).stdout


def test_an_environment_is_made_proved_moved_left_and_removed(kit, home, make, follow, tmp_path) -> None:
    """One story, since each environment takes seconds: made, used, made again, back, moved, cleaned up."""
    with pytest.raises(EngineProblem, match="not set up yet"):
        engine_python(home)

    running = make()
    ended, events = follow(running)
    assert isinstance(ended, EnvironmentMade), ended
    assert engine_fails_until_it_is_used(home)
    running.take_into_use()

    steps = [event.step for event in events if isinstance(event, StepFinished)]
    assert steps == ["room", "python", "torch", "packages", "proof", "list"]
    assert [event.name for event in events if isinstance(event, ProofMade)][-1] == "a save and a reload"
    first = current_environment(home)
    assert first is not None
    assert {"torch": "2.13.0", "mathematics": "1.14", "small-part": "1.0"}.items() <= first.packages.items()
    assert first.build == "cpu"
    assert str(environments_folder(home)) in says(engine_python(home))
    assert left_in(environments_folder(home)) == []

    # moved by hand, with the whole home: it still works, and is still the one that is used
    elsewhere = type(home)(tmp_path / "moved")
    home.folder.rename(elsewhere.folder)
    assert "moved/environments" in says(engine_python(elsewhere))
    elsewhere.folder.rename(home.folder)

    # moved by us
    moving = move_environments(home, tmp_path / "other disk")
    follow(moving)
    moving.take_into_use()
    assert says(engine_python(home)).startswith(str(tmp_path / "other disk"))
    follow(remove_environments(home, (first.name,), home.folder / "environments"))
    assert list((home.folder / "environments").glob("*/")) == []
    assert says(engine_python(home))

    # a second beside it, as after an update; the first is the way back
    shutil.copytree(tmp_path / "other disk" / first.name, tmp_path / "other disk" / "second", symlinks=True)
    use_environment(home, "second")
    assert former_environment(home).name == first.name
    assert go_back(home).name == first.name
    assert current_environment(home).name == first.name
    shutil.copytree(tmp_path / "other disk" / "second", tmp_path / "other disk" / "third", symlinks=True)
    follow(remove_superfluous(home))
    assert {Path(each.folder).name for each in list_environments(home)} == {first.name, "second"}
    follow(remove_all(home))
    assert current_environment(home) is None


def engine_fails_until_it_is_used(home) -> bool:
    """Making is not yet using: whoever made it decides, and no run may be going."""
    with pytest.raises(EngineProblem):
        engine_python(home)
    return True


def test_called_off_it_leaves_nothing(kit, home, make, follow) -> None:
    running = make()

    def call_off(events) -> None:
        if any(isinstance(event, StepStarted) and event.step == "python" for event in events):
            running.cancel()

    ended, _ = follow(running, call_off)
    assert isinstance(ended, SettingUpStopped)
    assert left_in(environments_folder(home)) == []
    assert list_environments(home) == []
    running.cancel()  # too late, and no harm


def test_two_cannot_set_up_at_once(kit, home, make, follow) -> None:
    running = make()
    with pytest.raises(EngineProblem, match="being set up already"):
        make()
    running.cancel()
    follow(running)


def test_too_little_room_is_said_before_anything_is_fetched(kit, home, make, follow) -> None:
    ended, events = follow(make(room_bytes=10**18))
    assert isinstance(ended, SettingUpFailed)
    assert "GB free, and 1000000000.0 GB are needed" in ended.title
    assert "another disk" in ended.hint
    assert [event.step for event in events if isinstance(event, StepStarted)] == ["room"]


@pytest.mark.parametrize(
    "what", ["hash", "card", *(pytest.param(each, marks=pytest.mark.storm) for each in ("kernel", "network", "torch"))]
)
def test_what_goes_wrong_is_one_sentence_and_leaves_nothing(what, kit, home, make, follow, monkeypatch) -> None:
    if what == "hash":
        (kit / "engine.txt").write_text(f"small-part==1.0 --hash=sha256:{'0' * 64}\n")
        wanted = ("“The engine's packages” failed. What was downloaded is not what was asked for.", "another network")
    elif what == "card":  # pip has nothing but the processor's PyTorch, and there is an NVIDIA card
        monkeypatch.setenv("NIGHTSHIFT_TORCH", "cuda")
        next((kit / "wheels").glob("torch-*")).unlink()
        write_wheel(kit / "wheels", "torch", "2.13.0+cpu", {"torch/__init__.py": ""})
        wanted = ("“PyTorch 2.13.0 for NVIDIA cards” failed.", "set NIGHTSHIFT_TORCH=cpu")
    elif what == "kernel":
        write_wheel(kit / "wheels", "torch", "2.13.0", {"torch/__init__.py": "__version__, kernel_is_right = 'x', 0\n"})
        wanted = ("a product of matrices is wrong.", "Update the driver of the card.")
    elif what == "network":
        shutil.rmtree(kit / "wheels")
        monkeypatch.delenv("PIP_NO_INDEX")
        monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
        monkeypatch.setenv("PIP_RETRIES", "1")
        wanted = ("The download server cannot be reached.", "Check the connection")
    else:
        next((kit / "wheels").glob("torch-*")).unlink()
        wanted = ("There is no torch", "pip config list")
    ended, _ = follow(make())
    assert isinstance(ended, SettingUpFailed)
    assert wanted[0] in ended.title
    assert wanted[1] in ended.hint
    assert "Traceback" not in ended.title + ended.hint
    assert left_in(environments_folder(home)) in ([], [".cache"])
    assert current_environment(home) is None
