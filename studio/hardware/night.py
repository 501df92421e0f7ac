"""What the system does by itself at night, as far as it can be read: sleep, lid, battery, a restart that waits."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import psutil

Ask = Callable[[Sequence[str]], str | None]
"""What a program of the system prints; None where it is not there or fails."""


class SystemAtNight(msgspec.Struct, frozen=True, kw_only=True):
    """None everywhere: could not be read."""

    sleeps_after_seconds: int | None = None
    """Without a hand on the keyboard, plugged in. 0: never."""
    lid_sleeps: bool | None = None
    """Whether closing the lid puts it to sleep. False too where it has none."""
    plugged_in: bool | None = None
    """True too where it has no battery."""
    battery_percent: float | None = None
    restart_waits: bool | None = None
    """Whether the system wants to restart for an update."""


def read_system(ask: Ask | None = None, root: Path = Path("/"), system: str = sys.platform) -> SystemAtNight:
    """As it is now, within some tenths of a second. Never raises."""
    asked = ask or _ask
    plugged_in, percent = _battery()
    if system == "win32":
        return _windows(asked, plugged_in, percent)
    if system == "darwin":
        sleeps = _number(r"^\s*sleep\s+(\d+)", asked(["pmset", "-g", "custom"]), last=True)
        return SystemAtNight(
            sleeps_after_seconds=sleeps * 60 if sleeps is not None else None,
            plugged_in=plugged_in,
            battery_percent=percent,
        )
    return SystemAtNight(
        sleeps_after_seconds=_gnome_sleep(asked),
        lid_sleeps=_lid_sleeps(asked, root),
        plugged_in=plugged_in,
        battery_percent=percent,
        restart_waits=(root / "run/reboot-required").exists() if (root / "run").is_dir() else None,
    )


def _gnome_sleep(ask: Ask) -> int | None:
    schema = "org.gnome.settings-daemon.plugins.power"
    kind = ask(["gsettings", "get", schema, "sleep-inactive-ac-type"])
    if kind is None:
        return None
    if "nothing" in kind:
        return 0
    return _number(r"(\d+)\s*$", ask(["gsettings", "get", schema, "sleep-inactive-ac-timeout"]))


def _lid_sleeps(ask: Ask, root: Path) -> bool | None:
    if not list((root / "proc/acpi/button/lid").glob("*")):
        return False
    interface = ["org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"]
    told = ask(["busctl", "get-property", *interface, "HandleLidSwitchExternalPower"])
    if told is None or '""' in told:
        told = ask(["busctl", "get-property", *interface, "HandleLidSwitch"])
    return None if told is None else not any(word in told for word in ("ignore", "lock"))


def _windows(ask: Ask, plugged_in: bool | None, percent: float | None) -> SystemAtNight:
    seconds = re.findall(
        r"0x([0-9a-fA-F]+)", ask(["powercfg", "/query", "SCHEME_CURRENT", "SUB_SLEEP", "STANDBYIDLE"]) or ""
    )
    key = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired"
    return SystemAtNight(
        sleeps_after_seconds=int(seconds[-2], 16) if len(seconds) >= 2 else None,  # the last two: plugged in, battery
        plugged_in=plugged_in,
        battery_percent=percent,
        restart_waits=ask(["reg", "query", key]) is not None,
    )


def _battery() -> tuple[bool | None, float | None]:
    read = getattr(psutil, "sensors_battery", None)  # not on every system
    try:
        battery = read() if read else None
    except OSError:
        return None, None
    return (True, None) if battery is None else (battery.power_plugged, battery.percent)


def _number(pattern: str, text: str | None, *, last: bool = False) -> int | None:
    found = re.findall(pattern, text or "", re.MULTILINE)
    return int(found[-1 if last else 0]) if found else None


def _ask(command: Sequence[str]) -> str | None:
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *command[1:]], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=2
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return None
    return done.stdout if done.returncode == 0 else None
