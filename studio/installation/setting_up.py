"""Sets the engine up, moves or removes it: a process that is followed and can be called off."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec

from studio import __version__
from studio.errors import EngineProblem, InstallationProblem
from studio.hardware.detect import Machine, detect
from studio.installation import torch_build
from studio.installation.environments import (
    carried_kit,
    environments_folder,
    forget,
    list_environments,
    lock_of_making,
    outer_environment,
    refuse_while_running,
    superfluous,
    use_environment,
    use_folder,
)
from studio.installation.events import (
    Ending,
    EnvironmentMade,
    EnvironmentsMoved,
    SettingUpEvent,
    SettingUpFailed,
    SettingUpStopped,
)
from studio.installation.torch_build import Card, look_at_machine
from studio.paths import ASSETS, Home
from studio.runs.journal import Tail
from studio.runs.lease import take_lease

ROOM_BYTES = {"cpu": 3_000_000_000, "cuda": 9_000_000_000, "cu126": 9_000_000_000, "rocm": 24_000_000_000}
"""What the disk must have while the engine is set up: what is downloaded and what becomes of it."""
DOWNLOAD_BYTES = {"cpu": 500_000_000, "cuda": 3_000_000_000, "cu126": 3_000_000_000, "rocm": 6_000_000_000}
"""About what is downloaded."""
_PATIENCE_SECONDS = 10.0


class EngineWanted(msgspec.Struct, frozen=True, kw_only=True):
    """An environment as it would be made here and now."""

    build: str
    """Of PyTorch: cuda, cu126, rocm or cpu."""
    device: str
    """The card that it is for, in words; empty: the processor."""
    download_bytes: int
    room_bytes: int
    free_bytes: int
    folder: str


def engine_wanted(home: Home, machine: Machine | None = None) -> EngineWanted:
    """The PyTorch that fits this machine's cards, and the room it takes. Raises EngineProblem where there is no kit."""
    if carried_kit() is None:
        raise EngineProblem(
            f"The engine of this studio is the Python that runs it: {sys.executable}.",
            "To repair it, start packaging/start.py, or install the package again with pip.",
        )
    here = look_at_machine()
    seen = (machine or detect()).gpus
    nvidia = [card for card in seen if card.kind == "cuda"]
    cards = [
        Card(float("{}.{}".format(*card.compute_capability)), _major(card.driver))
        for card in nvidia
        if card.compute_capability and _major(card.driver)
    ] or (torch_build.nvidia_cards() if here.nvidia else [])
    build = torch_build.torch_build(here._replace(nvidia=here.nvidia or bool(nvidia)), cards)
    folder = environments_folder(home)
    return EngineWanted(
        build=build,
        device=seen[0].name if seen and build != "cpu" else "",
        download_bytes=DOWNLOAD_BYTES.get(build, DOWNLOAD_BYTES["cuda"]),
        room_bytes=ROOM_BYTES.get(build, ROOM_BYTES["cuda"]),
        free_bytes=shutil.disk_usage(_existing(folder)).free,
        folder=str(folder),
    )


def _major(driver: str) -> int:
    found = re.match(r"\d+", driver)
    return int(found[0]) if found else 0


def _existing(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.is_dir())


class SettingUp:
    """One order being done; `poll` until `ended` says how it went. Nothing half is left, however it ends."""

    def __init__(self, home: Home, order: dict[str, Any]) -> None:
        """Starts the process. Raises EngineProblem where it is set up by somebody else now, and OSError."""
        self.home, self._order = home, order
        self._lease = take_lease(lock_of_making(home), patience=0.5)
        if self._lease is None:
            raise EngineProblem("The engine is being set up already.", "Wait until that has ended.")
        folder = home.jobs / f"engine-{os.getpid()}-{time.time_ns()}"
        folder.mkdir(mode=0o700, parents=True)
        self._tail: Tail[SettingUpEvent] = Tail(folder / "events.jsonl", SettingUpEvent)
        self.ended: Ending | None = None
        """How it went; None: it goes on."""
        whole = {"folder": str(environments_folder(home)), **order, "events": str(folder / "events.jsonl")}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [_python(), "-m", "studio.installation.maker"],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=home.folder,
                env=_variables(),
                start_new_session=True,
            )
        self._write(msgspec.json.encode(whole))

    @property
    def log(self) -> Path:
        """What the process printed."""
        return self.home.folder / "engine.log"

    def poll(self) -> list[SettingUpEvent]:
        """What happened since the last look."""
        exit_code = self._process.poll()  # before reading: what it told before it ended is then there
        events = self._tail.read()
        for event in events:
            if isinstance(event, Ending):
                self.ended = event
        if self.ended is None and exit_code is not None:
            self.ended = SettingUpFailed(
                title=f"Setting up ended unexpectedly (exit code {exit_code}).",
                hint=f"Start it again; the details are in {self.log}.",
            )
            events.append(self.ended)
        if self.ended is not None and exit_code is not None:
            self._release()
        return events

    @property
    def gone(self) -> bool:
        """Whether the process has ended too."""
        return self.ended is not None and self._lease is None

    def take_into_use(self) -> None:
        """What it made, where it made something. Raises RunProblem while a run is active, DiskProblem."""
        if isinstance(self.ended, EnvironmentMade):
            use_environment(self.home, self.ended.name)
        elif isinstance(self.ended, EnvironmentsMoved):
            use_folder(self.home, Path(self.ended.folder))

    def cancel(self) -> None:
        """Call it off: nothing is kept, also not what was downloaded."""
        self._write(b"cancel")

    def close(self) -> None:
        """End it; what was downloaded is kept for the next time."""
        self._close_input()
        try:
            self._process.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.ended = self.ended or SettingUpStopped()
        self._release()

    def _write(self, line: bytes) -> None:
        assert self._process.stdin is not None
        if self._process.stdin.closed:  # it has ended
            return
        with contextlib.suppress(OSError):  # one that died is noticed by `poll`
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()

    def _close_input(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _release(self) -> None:
        if self._lease is not None:
            self._close_input()
            self._lease.release()
            self._lease = None
            shutil.rmtree(self._tail.path.parent, ignore_errors=True)


def make_environment(home: Home, wanted: EngineWanted) -> SettingUp:
    """Begin to make it, beside those that are there. Raises EngineProblem and OSError."""
    kit = carried_kit()
    assert kit is not None
    order = {
        "do": "make",
        "name": f"{__version__}-{wanted.build}-{time.strftime('%Y%m%d-%H%M%S')}",
        "version": __version__,
        "build": wanted.build,
        "kit": str(kit),
        "needed_bytes": wanted.room_bytes,
    }
    return SettingUp(home, order)


def move_environments(home: Home, to: Path) -> SettingUp:
    """Begin to copy all environments into another folder. Raises RunProblem while a run is active, EngineProblem where
    that folder cannot be used, OSError."""
    refuse_while_running(home)
    here = environments_folder(home).resolve()
    to = to.expanduser().resolve()
    if to == here or here in to.parents:
        raise InstallationProblem("The engine cannot be moved into the folder it is in.", "Choose another folder.")
    return SettingUp(home, {"do": "move", "to": str(to)})


def remove_environments(home: Home, names: tuple[str, ...], folder: Path | None = None) -> SettingUp:
    """Begin to remove these, which are used no more. Raises RunProblem while a run is active, OSError."""
    if folder is None:
        forget(home, names)
        folder = environments_folder(home)
    return SettingUp(home, {"do": "remove", "names": names, "folder": str(folder)})


def remove_superfluous(home: Home) -> SettingUp | None:
    """Begin to remove what is neither used nor the way back; None where there is nothing. Raises as above."""
    names = superfluous(home)
    return remove_environments(home, names) if names else None


def remove_all(home: Home) -> SettingUp:
    """Begin to remove every environment. Raises RunProblem while a run is active, OSError."""
    return remove_environments(home, tuple(each.name for each in list_environments(home)))


def _python() -> str:
    kit = carried_kit()
    if kit is not None:
        carried = kit / ("python/python.exe" if sys.platform == "win32" else "python/bin/python3")
        if carried.exists():
            return str(carried)
    return sys.executable


def _variables() -> dict[str, str]:
    kit, frozen = carried_kit(), getattr(sys, "frozen", False)
    wheel = next(kit.glob("nightshift_studio-*.whl"), None) if kit is not None and frozen else None
    return {**outer_environment(), "PYTHONPATH": str(wheel or ASSETS.parent), "PYTHONSAFEPATH": "1"}
