"""Asks the studio on another computer for what does not come by itself: the rows of an update."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import msgspec

from studio.remote.link import Link
from studio.remote.ssh import ssh_command
from studio.runs.update_rows import RowOfUpdate

_PATIENCE_SECONDS = 60.0


class _Answer(msgspec.Struct, frozen=True):
    rows: list[RowOfUpdate]


class RowsAsked:
    """The rows of one update, over a connection of its own; `poll` until `done`."""

    def __init__(self, link: Link, update: int, folder: Path) -> None:
        """Starts ssh; its answer goes into a file in `folder`. Raises OSError."""
        self._file = folder / f"rows-{time.time_ns()}.json"
        self.done = False
        self.answer: list[RowOfUpdate] | None = None
        """None where the other computer did not give them."""
        self._until = time.monotonic() + _PATIENCE_SECONDS
        words = [*link.command, "show", "--update", str(update), "--json", "--", link.run]
        with self._file.open("wb") as answer:
            self._process = subprocess.Popen(
                ssh_command(link.host, words), stdin=subprocess.DEVNULL, stdout=answer, stderr=subprocess.DEVNULL
            )

    def poll(self) -> bool:
        """One look; True once it is over."""
        if not self.done and self._process.poll() is None and time.monotonic() > self._until:
            self._process.kill()
            self._process.wait()
        if not self.done and self._process.poll() is not None:
            self.done = True
            self.answer = self._read()
            self._file.unlink(missing_ok=True)
        return self.done

    def _read(self) -> list[RowOfUpdate] | None:
        lines = self._file.read_bytes().strip().splitlines() if self._file.exists() else []
        try:
            return msgspec.json.decode(lines[-1], type=_Answer).rows
        except (IndexError, msgspec.DecodeError):
            return None
