"""For the tests of the engine's environment: a kit, a home, and pip that knows nothing but the kit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio.installation import setting_up
from studio.installation.events import Ending, SettingUpEvent
from studio.installation.setting_up import EngineWanted, SettingUp, engine_wanted, make_environment
from studio.paths import Home, open_home
from tests.support.kits import carry_kit
from tests.support.nightshift import PATIENCE_SECONDS


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return carry_kit(tmp_path / "kit of the studió", monkeypatch)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(tmp_path / "a home")


Follow = Callable[..., tuple[Ending, list[SettingUpEvent]]]


@pytest.fixture
def follow() -> Iterator[Follow]:
    """Follows something that is set up to its end; `until` is asked at each look and may end it otherwise."""
    begun: list[SettingUp] = []

    def follow(running: SettingUp, until: Callable[[list[SettingUpEvent]], object] = lambda _events: None):
        begun.append(running)
        events: list[SettingUpEvent] = []
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not running.gone:
            assert time.monotonic() < deadline
            events += running.poll()
            until(events)
            time.sleep(0.02)
        assert running.ended is not None
        return running.ended, events

    yield follow
    for each in begun:
        each.close()


def wanted(home: Home, room_bytes: int = 1000) -> EngineWanted:
    """What fits here, with the room that a small kit needs."""
    found = engine_wanted(home)
    return setting_up.msgspec.structs.replace(found, room_bytes=room_bytes)


@pytest.fixture
def make(home: Home) -> Callable[..., SettingUp]:
    """Begins to make an environment."""
    return lambda room_bytes=1000: make_environment(home, wanted(home, room_bytes))
