"""Calls the real program in processes of their own that begin as copies of one which has loaded it: half a second less.

`Program().call(…)` is what `python -m studio …` does, from a module's first line to the exit code.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Program:
    """The process of which each call is a copy; it begins with the first call and ends with this one's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._server: subprocess.Popen[bytes] | None = None

    def call(self, arguments: list[str], environment: dict[str, str], seconds: float) -> subprocess.CompletedProcess:
        """What the program printed and its exit code. After so many seconds it is ended by a signal."""
        with tempfile.TemporaryDirectory() as folder, self._lock:
            server = self._begun()
            order = {"arguments": arguments, "environment": environment, "folder": folder, "seconds": int(seconds)}
            assert server.stdin is not None
            assert server.stdout is not None
            server.stdin.write(json.dumps(order).encode() + b"\n")
            server.stdin.flush()
            exit_code = int(server.stdout.readline())
            printed = [Path(folder, name).read_text(encoding="utf-8") for name in ("out", "errors")]
        return subprocess.CompletedProcess(arguments, exit_code, *printed)

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._server is not None and self._server.poll() is not None:  # a test ended all that it saw
            for pipe in (self._server.stdin, self._server.stdout):
                assert pipe is not None
                with contextlib.suppress(OSError):
                    pipe.close()
            self._server = None
        if self._server is None:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "tests.support.program"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=ROOT,
                start_new_session=True,
            )
        return self._server


def _serve() -> list[str]:
    """In each copy, the arguments of its call; what is served ends with standard input."""
    gc.freeze()
    while line := sys.stdin.buffer.readline():
        order = json.loads(line)
        if (pid := os.fork()) == 0:
            _become(order)
            return order["arguments"]
        _, status = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()
    raise SystemExit


def _become(order: dict) -> None:
    os.environ.clear()
    os.environ.update(order["environment"])
    files = [os.open(os.devnull, os.O_RDONLY)]
    files += [os.open(Path(order["folder"], name), os.O_WRONLY | os.O_CREAT, 0o600) for name in ("out", "errors")]
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the process ends
    signal.alarm(order["seconds"])


if __name__ == "__main__":
    for name in ("studio.cli.app", "typer._adapters"):  # what the copies need not load
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    sys.argv = ["studio", *_serve()]
    runpy.run_module("studio", run_name="__main__", alter_sys=True)
