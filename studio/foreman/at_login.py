"""While a run is going, the system starts the foreman again at the next login: after a power cut the run goes on.

Where systemd looks after users, as one of its user units, which also begins at boot for users who may linger; on other
Linux desktops as an entry of the XDG autostart folder. Elsewhere nothing is entered, and the next window goes on.
Started by it as `python -m studio.foreman.at_login HOME`.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

from studio.durable import write_file
from studio.foreman.start import process_environment
from studio.installation.environments import engine_python
from studio.paths import Home
from studio.runs.lease import holder_elsewhere, is_held

SYSTEMD = Path("/run/systemd/system")
"""There where systemd runs."""


class AtLogin:
    """The entry of one home."""

    def __init__(self, home: Home, systemd: Path = SYSTEMD) -> None:
        self._home, self._systemd = home, systemd
        self._entered: bool | None = None

    @property
    def can_enter(self) -> bool:
        """Whether this system has a place for it."""
        return sys.platform.startswith("linux")

    def enter(self) -> None:
        """From the next login on. A disk that refuses is no reason to stop a run."""
        if self._entered or not self.can_enter:
            return
        with suppress(OSError):
            entry, wanted_by = self.places()
            entry.parent.mkdir(parents=True, exist_ok=True)
            write_file(entry, (_unit if wanted_by else _desktop_entry)(self._command).encode())
            if wanted_by is not None and not wanted_by.is_symlink():
                wanted_by.parent.mkdir(exist_ok=True)
                wanted_by.symlink_to(entry)
            self._entered = True

    def leave(self) -> None:
        """Nothing is left to go on with."""
        if self._entered is False or not self.can_enter:
            return
        for place in self.places():
            with suppress(OSError):
                if place is not None:
                    place.unlink(missing_ok=True)
        self._entered = False

    def places(self) -> tuple[Path, Path | None]:
        """The entry, named by the home so that several do not meet; the link to it by which systemd starts a unit."""
        config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        name = f"nightshift-{hashlib.sha256(str(self._home.folder).encode()).hexdigest()[:12]}"
        if not self._systemd.is_dir():
            return config / "autostart" / f"{name}.desktop", None
        units = config / "systemd" / "user"
        return units / f"{name}.service", units / "default.target.wants" / f"{name}.service"

    @property
    def _command(self) -> list[str]:
        ours = process_environment()
        names = ("PYTHONPATH", "PYTHONSAFEPATH")
        variables = [f"{name}={ours[name]}" for name in names if name in ours]
        return ["/usr/bin/env", *variables, sys.executable, "-m", "studio.foreman.at_login", str(self._home.folder)]


def _desktop_entry(command: list[str]) -> str:
    """As the Desktop Entry Specification quotes commands: `%`, then what a quoted argument escapes, then the string."""
    escaped = ("".join(f"\\{each}" if each in '"`$\\' else each for each in part) for part in command)
    line = " ".join(f'"{part}"' for part in escaped).replace("%", "%%").replace("\\", "\\\\")
    return (
        "[Desktop Entry]\nType=Application\nName=Nightshift Studio\n"
        f"Comment=Goes on with a run that was interrupted\nExec={line}\nTerminal=false\nNoDisplay=true\n"
    )


def _unit(command: list[str]) -> str:
    """As systemd.service(5) quotes commands. A worker gets its time to save when the session ends."""
    escapes = str.maketrans({"\\": "\\\\", '"': '\\"', "%": "%%", "$": "$$"})
    line = " ".join(f'"{part.translate(escapes)}"' for part in command)
    return (
        "[Unit]\nDescription=Nightshift Studio goes on with a run that was interrupted\n\n"
        f"[Service]\nType=exec\nExecStart={line}\nKillMode=mixed\nTimeoutStopSec=120\n\n"
        "[Install]\nWantedBy=default.target\n"
    )


def main(folder: str) -> None:
    """Become the foreman of the home in `folder`, unless it has one or is not there."""
    home = Home(Path(folder))
    if not home.runs.is_dir() or is_held(home.foreman_lease) or holder_elsewhere(home.foreman_lease):
        return
    python = engine_python(home)
    log = os.open(home.foreman_log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(home.folder)
    os.execve(python, [python, "-m", "studio.foreman", folder], process_environment())


if __name__ == "__main__":
    main(sys.argv[1])
