"""Scenes of the first start for `tests.screens`: the engine being set up, told as the process that does it tells it."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QScrollBar

from studio.api import (
    EngineWanted,
    Environment,
    EnvironmentMade,
    ProofMade,
    SettingUpFailed,
    StepFinished,
    StepProgressed,
    StepStarted,
)
from ui.first_start_desk import FirstStartDesk
from ui.state.first_start import FirstStart

if TYPE_CHECKING:
    from tests.screens import Screen

WANTED = EngineWanted(
    build="cuda",
    device="NVIDIA GeForce RTX 3090",
    download_bytes=3_000_000_000,
    room_bytes=9_000_000_000,
    free_bytes=212_000_000_000,
    folder="/home/ada/.local/share/nightshift-studio/environments",
)
_PROOFS = (
    ("the libraries", "torch 2.13.0, transformers 5.23.0, peft 0.21.2, safetensors 0.8.0, tokenizers 0.23.3"),
    ("torch and the card", "NVIDIA GeForce RTX 3090, torch 2.13.0+cu130"),
    ("a kernel", "a product of matrices on NVIDIA GeForce RTX 3090 is right"),
    ("an update", "the loss of two rows falls from 5.921 to 5.604 on NVIDIA GeForce RTX 3090"),
    ("a save and a reload", "39 tensors come back as they were"),
)
_STEPS = (("room", 0.1), ("python", 2.4), ("torch", 96.0), ("packages", 41.0), ("proof", 19.0), ("list", 3.1))


def _opened(screen: Screen) -> FirstStartDesk:
    before = os.environ.get("NIGHTSHIFT_KIT")
    os.environ["NIGHTSHIFT_KIT"] = str(screen.folder)
    screen.at_end.append(lambda: _restore(before))
    screen.open()
    desk = screen.conductor.engine
    assert desk is not None
    desk.state = FirstStart()
    return desk


def _restore(before: str | None) -> None:
    if before is None:
        del os.environ["NIGHTSHIFT_KIT"]
    else:
        os.environ["NIGHTSHIFT_KIT"] = before


def _begun(screen: Screen, done: int, seconds_ago: float) -> tuple[FirstStartDesk, float]:
    """With this many steps done."""
    desk, now = _opened(screen), time.time()
    desk.state.see(WANTED, has_former=False)
    desk.state.begin("make", now - seconds_ago)
    for name, seconds in _STEPS[:done]:
        desk.state.hear(StepStarted(step=name, at=now))
        desk.state.hear(StepFinished(step=name, seconds=seconds, at=now))
    return desk, now


def first_start_looking(screen: Screen) -> None:
    _opened(screen).render()


def first_start_ready(screen: Screen) -> None:
    desk = _opened(screen)
    desk.state.see(WANTED, has_former=False)
    desk.render()


def first_start_installing(screen: Screen) -> None:
    desk, now = _begun(screen, 2, 64)
    desk.state.hear(StepStarted(step="torch", at=now - 61))
    desk.state.hear(
        StepProgressed(
            step="torch",
            what="torch-2.13.0-cp312-cp312-manylinux_2_28_x86_64.whl",
            done_bytes=412_000_000,
            total_bytes=526_000_000,
            fetched_bytes=412_000_000,
            at=now,
        )
    )
    desk.render()


def first_start_failed(screen: Screen) -> None:
    desk, now = _begun(screen, 2, 70)
    desk.state.hear(StepStarted(step="torch", at=now - 66))
    desk.state.hear(
        SettingUpFailed(
            title="“PyTorch 2.13.0 for NVIDIA cards” failed. The download server cannot be reached.",
            hint="Check the connection (or the proxy and mirror that pip is set to) and start again; "
            "what is here is kept.",
            details="WARNING: Retrying after connection broken by 'NewConnectionError'\n"
            "ERROR: Could not find a version that satisfies the requirement torch==2.13.0\n"
            "ERROR: No matching distribution found for torch==2.13.0",
            at=now,
        )
    )
    desk.render()


def first_start_done(screen: Screen) -> None:
    desk, now = _begun(screen, 6, 162)
    for name, told in _PROOFS:
        desk.state.hear(ProofMade(name=name, good=True, told=told, at=now))
    desk.state.hear(EnvironmentMade(name="0.1.0-cuda", at=now))
    desk.state.succeed()
    desk.render()


def first_start_waiting(screen: Screen) -> None:
    desk, now = _begun(screen, 6, 162)
    desk.state.hear(EnvironmentMade(name="0.1.0-cuda", at=now))
    desk.state.wait("support-replies is going: the engine stays as it is until it has ended. Wait for it, or stop it.")
    desk.render()


def settings_engine(screen: Screen) -> None:
    """Settings of a program that brought its engine with it."""
    folder = screen.home.folder / "environments" / "0.1.0-cuda-20261119-184210"
    python = folder / "python" / "bin" / "python3"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    listed = Environment(
        name=folder.name,
        version="0.1.0",
        build="cuda",
        python="python/bin/python3",
        made_at=0.0,
        size_bytes=5_600_000_000,
        packages={"torch": "2.13.0+cu130"},
    )
    (folder / "environment.json").write_bytes(msgspec.json.encode(listed))
    (screen.home.folder / "environments.json").write_text(f'{{"current": "{folder.name}"}}')
    _opened(screen)
    screen.conductor.go("settings")
    screen.wait(screen.window.notice.isVisible)  # nobody can answer questions in that Python
    screen.window.notice.hide()
    screen.settle()
    page = screen.conductor.settings_page
    assert page is not None
    bar = max(page.findChildren(QScrollBar), key=QScrollBar.maximum)
    bar.setValue(bar.maximum())


SCENES = (
    first_start_looking,
    first_start_ready,
    first_start_installing,
    first_start_failed,
    first_start_done,
    first_start_waiting,
    settings_engine,
)
