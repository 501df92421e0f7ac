"""A run that is being packed or unpacked as whoever asked for it sees it: a process that tells how far it is."""

from __future__ import annotations

import os
import time

import msgspec

from studio.foreman.start import end_gently, start_process
from studio.installation.environments import engine_python
from studio.paths import Home
from studio.runs.journal import Tail

_PATIENCE_SECONDS = 5.0


class PackWanted(msgspec.Struct, frozen=True, kw_only=True, tag="pack"):
    """Pack a run into one file."""

    run: str
    """Its name in this home."""
    to: str
    """The file."""
    with_model: bool = False


class UnpackWanted(msgspec.Struct, frozen=True, kw_only=True, tag="unpack"):
    """Put a packed run among the runs here."""

    file: str
    model: str | None = None
    """Folder of its model, where the studio does not find it."""
    replace: bool = False
    """An older copy goes to the trash."""
    is_copy: bool = False
    """Whether the file was only made for this, and goes with it."""


class BringWanted(msgspec.Struct, frozen=True, kw_only=True, tag="bring"):
    """Have a run packed on another computer, over ssh, and put it among the runs here."""

    host: str
    run: str
    command: tuple[str, ...]
    """How the studio is started there."""


MoveWanted = PackWanted | UnpackWanted | BringWanted


class MoveProgressed(msgspec.Struct, frozen=True, kw_only=True, tag="progressed"):
    """So much is done."""

    done_bytes: int
    total_bytes: int


class MoveFinished(msgspec.Struct, frozen=True, kw_only=True, tag="finished"):
    """It is there, whole."""

    run: str
    """Name of the run folder."""
    file: str
    size_bytes: int


class MoveRefused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """Nothing was changed."""

    title: str
    hint: str
    way_out: str = ""
    """"model": name the folder of its model; "replace": an older copy here may go to the trash."""
    file: str = ""
    """The packed run that waits for that."""


MoveEvent = MoveProgressed | MoveFinished | MoveRefused


class Move:
    """One move; `poll` until `ended` says how it went."""

    def __init__(self, home: Home, wanted: MoveWanted) -> None:
        """Starts the process. Raises OSError."""
        self.wanted = wanted
        self.progress = MoveProgressed(done_bytes=0, total_bytes=0)
        self.ended: MoveFinished | MoveRefused | None = None
        """How it went; None: it goes on."""
        folder = home.jobs / f"move-{os.getpid()}-{time.time_ns()}"
        folder.mkdir(mode=0o700, parents=True)
        (folder / "job.json").write_bytes(msgspec.json.encode(wanted) + b"\n")
        self._tail = Tail[MoveEvent](folder / "events.jsonl", MoveEvent)
        command = [engine_python(home), "-m", "studio.moving.mover", str(home.folder), str(folder)]
        self._process = start_process(command, folder / "move.log", home.folder)

    def poll(self) -> bool:
        """One look; True where something happened."""
        exit_code = self._process.poll()  # before reading: what it wrote before it ended is then there
        events = self._tail.read()
        for event in events:
            if isinstance(event, MoveProgressed):
                self.progress = event
            else:
                self.ended = event
        if self.ended is None and exit_code is not None:
            self.ended = MoveRefused(
                title=f"The program that moves runs ended unexpectedly (exit code {exit_code}).",
                hint="Nothing was changed; try it again.",
            )
            return True
        return bool(events)

    def close(self) -> None:
        """Call it off; nothing is left of it."""
        end_gently(self._process, _PATIENCE_SECONDS)
