"""The process that makes, moves or removes the engine's environment: `python -m studio.installation.maker`.

A bare Python does it, with the standard library only. The first line of standard input is the order, a JSON object;
"cancel" calls it off, and the end of the input means that nobody looks any more. What happens is appended to a file
of events. An environment is there whole or not at all: it is made in a draft, proved, listed and renamed.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from studio.durable import disk_problem
from studio.errors import InstallationProblem, StudioError
from studio.installation.commands import Left
from studio.installation.make import EnvironmentMaker
from studio.installation.place import move_environments, remove_environment, sweep

FINISHED, FAILED, STOPPED = 0, 1, 10
_TELL_EVERY_SECONDS = 0.2


class Telling:
    """Appends events: what begins, how far it is, how it ended."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)
        self._told = 0.0
        self._step = ""

    def tell(self, kind: str, **fields: Any) -> None:
        """One event."""
        self._file.write(json.dumps({"event": kind, "at": time.time(), **fields}).encode() + b"\n")

    @contextmanager
    def step(self, name: str) -> Generator[None]:
        """A step, with the seconds that it took."""
        began, self._step = time.monotonic(), name
        self.tell("step-started", step=name)
        yield
        self.tell("step-finished", step=name, seconds=round(time.monotonic() - began, 2))

    def progress(self, **fields: Any) -> None:
        """How far the step is; not more often than anyone could read."""
        if time.monotonic() - self._told > _TELL_EVERY_SECONDS:
            self._told = time.monotonic()
            self.tell("progressed", step=self._step, **fields)


class Attention:
    """Hears the end of standard input, and whether it was called off before."""

    def __init__(self) -> None:
        self.ended = threading.Event()
        self.is_cancelled = False
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            if line.strip() == "cancel":
                self.is_cancelled = True
                break
        self.ended.set()


def main() -> int:
    """Do what the order says; the outcome as the last event and as exit code."""
    order = json.loads(sys.stdin.readline())
    telling, attention = Telling(Path(order["events"])), Attention()
    folder = Path(order["folder"])
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(folder)
        _do(order, folder, telling, attention)
    except Left:
        sweep(folder)
        if attention.is_cancelled:
            shutil.rmtree(folder / ".cache", ignore_errors=True)
        telling.tell("stopped")
        return STOPPED
    except StudioError as problem:
        sweep(folder)
        details = getattr(problem, "details", "")
        telling.tell("failed", title=problem.title, hint=problem.hint, details=details)
        return FAILED
    except OSError as problem:
        sweep(folder)
        told = disk_problem(problem, f"{problem.filename or folder} could not be used")
        telling.tell("failed", title=told.title, hint=told.hint, details=str(problem))
        return FAILED
    except Exception as problem:  # noqa: BLE001 - the boundary of this process: logged whole, told in words
        sweep(folder)
        details = traceback.format_exc()
        sys.stderr.write(details)
        title = f"Something unexpected happened while setting up ({type(problem).__name__})."
        telling.tell("failed", title=title, hint="Try it again; if it comes back, report it.", details=details)
        return FAILED
    return FINISHED


def _do(order: dict[str, Any], folder: Path, telling: Telling, attention: Attention) -> None:
    leaving = attention.ended.is_set
    match order["do"]:
        case "make":
            EnvironmentMaker(order, folder, telling, leaving).make()
            telling.tell("made", name=order["name"])
        case "move":
            with telling.step("move"):
                moved = move_environments(folder, Path(order["to"]), leaving, telling.progress)
            telling.tell("moved", folder=str(moved))
        case "remove":
            with telling.step("remove"):
                for name in order["names"]:
                    remove_environment(folder, name)
            telling.tell("removed", names=order["names"])
        case unknown:
            raise InstallationProblem(f"“{unknown}” is not known here.")


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # the thread may still wait for a line
