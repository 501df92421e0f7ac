"""The process that renders a chat template, as its parent sees it: asked, watched, ended where it takes too much."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path
from typing import BinaryIO, cast

import msgspec
import psutil

from studio.data.exchange import (
    MAX_BYTES,
    MAX_SECONDS,
    TOO_MUCH_MEMORY,
    Batch,
    Program,
    Replies,
    Reply,
    Request,
    receive,
    send,
)

_LOOK_EVERY_SECONDS = 0.05
_PATIENCE_SECONDS = 3.5
"""Until a template that has used a third of its time must answer, where others keep the processors busy."""
_TOO_LONG = "It takes more than a second for one conversation."
_KEPT_VARIABLES = ("SYSTEMROOT", "TZ", "LANG", "LC_ALL", "PATH")


class Overrun(Exception):
    """The template took more time or memory than it may; the text says which."""


class Renderer:
    """Answers requests one at a time; the process starts with the first one and again after each overrun."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def check(self) -> str:
        """Why the template cannot be used at all; empty where it can. Raises Overrun."""
        with self._lock:
            return self._start()[0].failure

    def ask(self, requests: list[Request]) -> list[Reply]:
        """What the template writes, in the time and memory for one of them.

        Raises Overrun, and OverflowError for a number of more than 64 bits.
        """
        with self._lock:
            if self._running is None or self._running.pid_of_parent != os.getpid():  # another after a fork
                self._start()
            assert self._running is not None
            return self._exchange(self._running, Batch(requests))

    def _start(self) -> list[Reply]:
        self._running = _Running()
        weakref.finalize(self, self._running.stop)
        return self._exchange(self._running, self._program)

    def _exchange(self, running: _Running, message: msgspec.Struct) -> list[Reply]:
        try:
            return running.exchange(message)
        except Overrun:
            self._running = None
            raise


class _Running:
    """One process and the thread that looks at it while it works."""

    def __init__(self) -> None:
        self.pid_of_parent = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "studio.data.sandbox"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
            | {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONSAFEPATH": "1"},
        )
        self._question = 0
        """Counts up with each one."""
        self._asked = threading.Event()
        self._why = ""
        threading.Thread(target=self._watch, name="template watch", daemon=True).start()

    def exchange(self, message: msgspec.Struct) -> list[Reply]:
        process = self._process
        try:
            if not self._question:  # what Python takes to begin is not the template's time
                receive(cast("BinaryIO", process.stdout))
            self._question += 1
            self._asked.set()
            send(cast("BinaryIO", process.stdin), message)
            return msgspec.msgpack.decode(receive(cast("BinaryIO", process.stdout)), type=Replies).replies
        except (EOFError, OSError) as problem:
            self.stop()
            too_long = process.returncode == -getattr(signal, "SIGXCPU", 0)
            raise Overrun(self._why or (_TOO_LONG if too_long else TOO_MUCH_MEMORY)) from problem
        finally:
            self._asked.clear()

    def stop(self) -> None:
        if self.pid_of_parent != os.getpid():
            return
        self._process.kill()
        self._asked.set()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast("BinaryIO", pipe).close()

    def _watch(self) -> None:
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(self._process.pid)
            question, used_before, began = 0, 0.0, 0.0
            while self._asked.wait() and self._process.returncode is None:
                used = sum(process.cpu_times()[:2])
                if question != self._question:
                    question, used_before, began = self._question, used, time.monotonic()
                is_late = time.monotonic() - began > _PATIENCE_SECONDS
                if used - used_before > (MAX_SECONDS / 3 if is_late else MAX_SECONDS):
                    self._why = _TOO_LONG
                elif process.memory_info().rss > MAX_BYTES // 2:
                    self._why = TOO_MUCH_MEMORY
                if self._why:
                    self._process.kill()
                    return
                time.sleep(_LOOK_EVERY_SECONDS)
