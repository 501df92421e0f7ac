"""The process that packs or unpacks one run for a window: `python -m studio.moving.mover HOME FOLDER`.

Standard input is a pipe from whoever started it: its end calls the move off, and nothing is left of it.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import msgspec

from studio.errors import StudioError
from studio.moving.base_model import ModelMissing
from studio.moving.bring import bring
from studio.moving.move import (
    BringWanted,
    MoveFinished,
    MoveProgressed,
    MoveRefused,
    MoveWanted,
    PackWanted,
    UnpackWanted,
)
from studio.moving.pack import pack_run
from studio.moving.unpack import HereAlready, unpack_run
from studio.paths import Home
from studio.runs.folder import find_run
from studio.runs.journal import Journal

_TELL_EVERY_SECONDS = 0.2
_ARRIVED = "arrived.nightshift"


class _CalledOff(Exception):
    """Nobody looks any more."""


class _Attention:
    """Tells how far it is, now and then, and notices that nobody hears it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._ended = threading.Event()
        self._told_at = 0.0
        threading.Thread(target=self._wait_for_end, daemon=True).start()

    def _wait_for_end(self) -> None:
        while os.read(0, 4096):
            pass
        self._ended.set()

    def tell(self, done: int, total: int) -> None:
        """Raises _CalledOff."""
        if self._ended.is_set():
            raise _CalledOff
        if time.monotonic() - self._told_at > _TELL_EVERY_SECONDS:
            self._told_at = time.monotonic()
            self._journal.append(MoveProgressed(done_bytes=done, total_bytes=total))


def main(home: Home, folder: Path) -> None:
    """Do the job in the folder."""
    wanted: MoveWanted = msgspec.json.decode((folder / "job.json").read_bytes(), type=MoveWanted)
    with Journal(folder / "events.jsonl") as journal:
        try:
            journal.append(_move(home, folder, wanted, _Attention(journal)))
        except StudioError as problem:
            journal.append(MoveRefused(title=problem.title, hint=problem.hint))
        except _CalledOff:
            return


def _move(home: Home, folder: Path, wanted: MoveWanted, attention: _Attention) -> MoveFinished | MoveRefused:
    match wanted:
        case PackWanted():
            run = find_run(home, wanted.run)
            file = pack_run(run, Path(wanted.to), with_model=wanted.with_model, tell=attention.tell)
            return MoveFinished(run=run.name, file=str(file), size_bytes=file.stat().st_size)
        case UnpackWanted():
            return _unpack(home, wanted, attention)
        case BringWanted():
            for left_over in home.jobs.glob(f"*/{_ARRIVED}"):  # of one that nobody took in
                left_over.unlink(missing_ok=True)
            file = folder / _ARRIVED
            bring(wanted.host, wanted.run, wanted.command, file, attention.tell)
            return _unpack(home, UnpackWanted(file=str(file), is_copy=True), attention)


def _unpack(home: Home, wanted: UnpackWanted, attention: _Attention) -> MoveFinished | MoveRefused:
    """A copy is kept only where it waits for a way out."""
    file, model = Path(wanted.file), Path(wanted.model) if wanted.model else None
    waits = False
    try:
        run = unpack_run(home, file, model=model, replace=wanted.replace, tell=attention.tell)
        return MoveFinished(run=run.name, file=str(file), size_bytes=file.stat().st_size)
    except (ModelMissing, HereAlready) as problem:
        way_out = "model" if isinstance(problem, ModelMissing) else "replace" if problem.is_newer else ""
        waits = bool(way_out)
        return MoveRefused(title=problem.title, hint=problem.hint, way_out=way_out, file=str(file))
    finally:
        if wanted.is_copy and not waits:
            file.unlink(missing_ok=True)


if __name__ == "__main__":
    main(Home(Path(sys.argv[1])), Path(sys.argv[2]))
