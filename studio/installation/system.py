"""What a window and the tests need of the system, and the one command that installs it."""

from __future__ import annotations

import ctypes
import importlib.util
import shutil
import sys

_LIBRARIES = {  # what Qt loads to open a window, and the Debian package that has it
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
}  # a screen, clicks, windows


def missing_from_system(parts: set[str]) -> dict[str, str]:
    """What the system lacks for these parts (program, window, tests), each with its Debian package."""
    if sys.platform != "linux":
        return {}
    missing = {name: package for name, package in _LIBRARIES.items() if not loads(name)}
    if "tests" in parts:
        missing |= {tool: package for tool, package in _TEST_TOOLS.items() if not shutil.which(tool)}
    if importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = "python{}.{}-venv".format(*sys.version_info)
    return missing


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_command(missing: dict[str, str], installer: str | None) -> str:
    """The one command that installs what is missing, for the system's own installer."""
    if installer == "apt-get":
        return "sudo apt-get update && sudo apt-get install -y " + " ".join(missing.values())
    if installer in ("dnf", "zypper"):
        names = [f"'{name}()(64bit)'" if ".so." in name else f"/usr/bin/{name}" for name in missing]
        return f"sudo {installer} install " + " ".join(names)
    return "your system's package manager, for what provides " + ", ".join(missing)
