"""What a user chose once for all runs: one small file in the home, read by window, foreman and command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

from studio.durable import disk_problem, write_file
from studio.paths import Home

Theme = Literal["system", "light", "dark"]
Webhook = Literal["off", "json", "ntfy", "slack", "discord"]
AfterSuccess = Literal["nothing", "sleep", "shut down"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything has a default, so a missing or damaged file is no problem."""

    theme: Theme = "system"
    language: str = ""
    """Such as "zh_CN". Empty: the system's."""
    keep_awake: bool = True
    """Keep the computer from going to sleep while a run is active."""
    notify: bool = True
    """A note on the desktop when a run ends or waits for something."""
    webhook: Webhook = "off"
    """The shape of what is sent; the address is a secret and lies in the keyring, see `studio.foreman.webhook`."""
    tell_waiting: bool = True
    """Tell also when a run waits, not only when it ends."""
    after_success: AfterSuccess = "nothing"
    """What follows once every run finished well and nothing is queued."""
    countdown_seconds: int = 120
    """How long one can still say no to that."""
    after_success_command: tuple[str, ...] = ()
    """In place of the system's own command for it."""
    pause_above_celsius: int = 90
    """A run waits while its card is hotter. 0: never."""
    keep_free_gb: float = 0.25
    """A run waits before less than its next checkpoint and this much is free, in 10⁹ bytes."""


def read_settings(home: Home) -> Settings:
    """What is chosen in this home. Of a damaged file the copy before it; of a damaged field its default."""
    found = _read(_file(home)) or _read(_copy(home)) or {}
    fields: dict[str, Any] = {}
    for field in msgspec.structs.fields(Settings):
        if field.name in found:
            try:
                fields[field.name] = msgspec.convert(found[field.name], field.type)
            except msgspec.ValidationError:
                continue
    return Settings(**fields)


def write_settings(home: Home, settings: Settings) -> None:
    """Keep a choice. What a newer version wrote beside it stays. Raises DiskProblem."""
    before = _read(_file(home))
    content = {**(before or _read(_copy(home)) or {}), **msgspec.to_builtins(settings)}
    try:
        if before is not None:
            write_file(_copy(home), msgspec.json.encode(before))
        write_file(_file(home), msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
    except OSError as problem:
        raise disk_problem(problem, "The settings could not be kept") from problem


def _file(home: Home) -> Path:
    return home.folder / "settings.json"


def _copy(home: Home) -> Path:
    return home.folder / "settings.json.bak"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
