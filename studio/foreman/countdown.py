"""Sends the computer to sleep or shuts it down once all runs finished well, unless someone says no in time."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Literal

from studio.commands import Command, StayOn
from studio.events import CountdownEnded, CountdownStarted
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal, Tail
from studio.settings import Settings

Action = Literal["sleep", "shut down"]
_COMMANDS: dict[tuple[str, Action | Literal["restart"]], tuple[str, ...]] = {
    ("linux", "restart"): ("systemctl", "reboot"),
    ("darwin", "restart"): ("osascript", "-e", 'tell application "System Events" to restart'),
    ("win32", "restart"): ("shutdown", "/r", "/t", "0"),
    ("linux", "sleep"): ("systemctl", "suspend"),
    ("linux", "shut down"): ("systemctl", "poweroff"),
    ("darwin", "sleep"): ("pmset", "sleepnow"),
    ("darwin", "shut down"): ("osascript", "-e", 'tell application "System Events" to shut down'),
    ("win32", "sleep"): ("rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0"),
    ("win32", "shut down"): ("shutdown", "/s", "/t", "0"),
}


class Countdown:
    """Runs from its making until `ended`; told in the journal of the run that finished last."""

    def __init__(self, run: RunFolder, action: Action, settings: Settings) -> None:
        self._run, self._until = run, time.monotonic() + settings.countdown_seconds
        self._command = settings.after_success_command or _COMMANDS.get((sys.platform, action), ())
        size = run.commands.stat().st_size if run.commands.exists() else 0
        self._commands: Tail[Command] = Tail(run.commands, Command, size)
        self.ended = False
        self._tell(CountdownStarted(action=action, seconds=settings.countdown_seconds))

    def look(self, *, something_to_do: bool) -> bool:
        """Whether the time is up and nobody said no. A new run, or one that is resumed, says no as well."""
        if something_to_do or any(isinstance(each, StayOn) for each in self._commands.read()):
            self.call_off()
            return False
        return not self.ended and time.monotonic() >= self._until

    def call_off(self) -> None:
        """Stay on."""
        if not self.ended:
            self.ended = True
            self._tell(CountdownEnded(done=False))

    def act(self) -> str | None:
        """Do it. None where the system took the command, else why not, in words."""
        self.ended = True
        self._tell(CountdownEnded(done=True))
        return _call(self._command)

    def _tell(self, event: CountdownStarted | CountdownEnded) -> None:
        with contextlib.suppress(OSError), Journal(self._run.foreman_events, flush_each=True) as journal:
            journal.append(event)


def restart_computer() -> str | None:
    """Restart it now. None where the system took the command, else why not, in words."""
    return _call(_COMMANDS.get((sys.platform, "restart"), ()), "to restart", "restarted")


def _call(
    command: Sequence[str], do: str = "to go to sleep or to shut down", done_to: str = "sent to sleep or shut down"
) -> str | None:
    if not command:
        return f"It is not known here how this system is {done_to}."
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return f"The computer could not be {done_to}."
    return None if done.returncode == 0 else f"The system refused {do}."
