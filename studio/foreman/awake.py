"""Keeps the computer from going to sleep; the screen may turn off."""

from __future__ import annotations

from contextlib import ExitStack

from wakepy import keep


class Awake:
    """The system's sleep inhibitor, held between `hold` and `release` where the system has one."""

    def __init__(self) -> None:
        self._held = ExitStack()

    def hold(self) -> bool:
        """Whether the system agreed. Never raises."""
        mode = self._held.enter_context(keep.running(on_fail="pass"))
        return mode.active

    def release(self) -> None:
        """Let it sleep again."""
        self._held.close()
