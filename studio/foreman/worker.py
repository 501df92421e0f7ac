"""A worker process as its parent sees it."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import msgspec

from studio.foreman.start import end_gently, start_process
from studio.job import Order
from studio.paths import Home

_LOOK_EVERY_SECONDS = 0.05
_LAST_WORDS_SECONDS = 5.0
_PATIENCE_SECONDS = 60.0
"""What a worker gets to finish its update and save when the foreman leaves."""


class Worker:
    """One worker; its standard input is a pipe whose end tells it that its parent is gone."""

    def __init__(self, home: Home) -> None:
        """Start the process. It loads its libraries while it waits for an order."""
        command = [sys.executable, "-m", "studio.engine.worker", "--warm", "--once"]
        self._process = start_process(command, home.foreman_log, home.folder)

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can still be given an order."""
        return self._process.poll() is None

    def give(self, order: Order) -> None:
        """Tell it what to do. One that died in the meantime is noticed by `wait`."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(msgspec.json.encode(order) + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass

    def wait(self, leaving: Callable[[], bool], meanwhile: Callable[[], None] = lambda: None) -> int | None:
        """Its exit code once it has ended; None where this process must leave, after it had time to save."""
        while (exit_code := self._process.poll()) is None:
            if leaving():
                self.dismiss()
                return None
            meanwhile()
            time.sleep(_LOOK_EVERY_SECONDS)
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        return exit_code

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def break_off(self) -> None:
        """End one that hangs; where the system can, it first writes into its log what it was doing."""
        if sys.platform != "win32":
            self._process.send_signal(signal.SIGABRT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_LAST_WORDS_SECONDS)
        self._process.kill()

    def dismiss(self) -> None:
        """Close its standard input and give it time to save and leave."""
        end_gently(self._process, _PATIENCE_SECONDS)
