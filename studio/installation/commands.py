"""Runs the commands of an installation: everything they print in one log, each failure in words, a way out."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from studio.installation.reasons import explain

_HIDDEN = ("PYTHONHOME", "PYTHONPATH", "PYTHONSAFEPATH", "VIRTUAL_ENV")
_QUIET = {  # no questions, no progress bars, English, the system's certificates
    "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_PROGRESS_BAR": "off",
    "UV_NO_CONFIG": "1", "UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1",
    "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "DEBIAN_FRONTEND": "noninteractive",
}  # fmt: skip
_LOOK_EVERY_SECONDS = 0.1
_FULL_BYTES = 1_000_000


class Left(Exception):
    """Someone asked to end it."""


class Commands:
    """One command after the other; pip's own configuration (pip.conf, PIP_…) holds for them."""

    def __init__(
        self,
        log: Path,
        folder: Path,
        *,
        more: Mapping[str, str] | None = None,
        tick: Callable[[float], None] = lambda _seconds: None,
        hear: Callable[[str], None] = lambda _text: None,
        leaving: Callable[[], bool] = lambda: False,
    ) -> None:
        """They run in `folder` with the variables `more`. `tick` hears the seconds, `hear` what is printed."""
        self.log = log
        self.variables = dict(more or {})
        self._folder, self._tick, self._hear, self._leaving = folder, tick, hear, leaving

    def run(self, title: str, *commands: list[str]) -> str:
        """Run them as one step; returns what they print. Raises InstallationProblem and Left."""
        started = time.monotonic()
        environment = {key: value for key, value in os.environ.items() if key not in _HIDDEN} | _QUIET | self.variables
        code, output = 0, ""
        for command in commands:
            code, printed = self._run(command, environment, started)
            output += printed
            if code:
                raise explain(title, output + self._unsaid(code))
        return output

    def _unsaid(self, code: int) -> str:
        """What a command cannot tell itself, or does not (`venv` keeps the words of what it starts)."""
        is_full = shutil.disk_usage(self.log.parent).free < _FULL_BYTES
        return ("\nKilled" if code == -9 else "") + ("\nNo space left" if is_full else "")

    def _run(self, command: list[str], environment: dict[str, str], started: float) -> tuple[int, str]:
        with _Paper(self.log) as paper:
            paper.write(f"\n$ {' '.join(command)}\n".encode())
            begin = len(paper.read(0))
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=paper.file,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
                env=environment,
            )
            try:
                code = self._wait(process, paper, begin, started)
            finally:
                process.kill()
                process.wait()
            return code, paper.read(begin).decode(errors="replace")

    def _wait(self, process: subprocess.Popen[bytes], paper: _Paper, heard: int, started: float) -> int:
        while True:
            try:
                code = process.wait(_LOOK_EVERY_SECONDS)
            except subprocess.TimeoutExpired:
                code = None
            if printed := paper.read(heard):
                heard += len(printed)
                self._hear(printed.decode(errors="replace"))
            self._tick(time.monotonic() - started)
            if code is not None:
                return code
            if self._leaving():
                raise Left


class _Paper:
    """What a command prints, which is added to the log at its end.

    In memory where the system can, since a full disk would swallow the very words that say so.
    """

    def __init__(self, log: Path) -> None:
        self._log = log
        if hasattr(os, "memfd_create"):
            self.file = os.fdopen(os.memfd_create(log.name), "w+b", buffering=0)
            self._path = Path(f"/proc/self/fd/{self.file.fileno()}")
        else:
            handle, path = tempfile.mkstemp(dir=log.parent)
            self.file, self._path = os.fdopen(handle, "w+b", buffering=0), Path(path)

    def write(self, words: bytes) -> None:
        """Before the command begins."""
        self.file.write(words)

    def read(self, begin: int) -> bytes:
        """What is there from that byte on."""
        with self._path.open("rb") as file:
            file.seek(begin)
            return file.read()

    def __enter__(self) -> _Paper:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError), self._log.open("ab") as log:
            log.write(self.read(0))
        self.file.close()
        if not hasattr(os, "memfd_create"):
            self._path.unlink(missing_ok=True)
