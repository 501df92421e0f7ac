"""A run comes here from another computer: packed over there, and its bytes through the user's own ssh."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

import msgspec

from studio.durable import disk_problem
from studio.moving.pack import pack_run
from studio.remote.ssh import no_ssh, refusal, ssh_command
from studio.runs.folder import RunFolder

_PIECE_BYTES = 1 << 20
_PATIENCE_SECONDS = 5.0
_MOST_LINES, _LONGEST_LINE = 200, 10_000
"""Of what a login prints before the studio over there begins."""
Tell = Callable[[int, int], None]


class _Coming(msgspec.Struct, frozen=True, tag="packed-run"):
    """The line before the bytes of a packed run."""

    size_bytes: int


def give(run: RunFolder, *, with_model: bool = False, tell: Tell = lambda _done, _total: None) -> None:
    """Pack a run and write it to standard output, behind one line with its size; nothing is left over here.

    Raises what `pack_run` raises.
    """
    with tempfile.TemporaryDirectory(dir=run.home.jobs, ignore_cleanup_errors=True) as folder:
        file = pack_run(run, Path(folder), with_model=with_model, tell=tell)
        with file.open("rb") as packed:
            size = os.fstat(packed.fileno()).st_size
            sys.stdout.buffer.write(msgspec.json.encode(_Coming(size)) + b"\n")
            while piece := packed.read(_PIECE_BYTES):
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()


def bring(host: str, run: str, command: tuple[str, ...], to: Path, tell: Tell) -> None:
    """Have a run packed on `host` and write it into the file `to`; what `tell` raises ends it.

    Raises NoConnection, RunProblem with the words of the studio over there, and DiskProblem; nothing is left then.
    """
    try:
        _bring(host, ssh_command(host, [*command, "pack", "--to", "-", "--", run]), to, tell)
    except BaseException as problem:
        to.unlink(missing_ok=True)
        if isinstance(problem, OSError):
            raise disk_problem(problem, "The run could not be brought here") from problem
        raise


def _bring(host: str, words: list[str], to: Path, tell: Tell) -> None:
    with tempfile.TemporaryFile() as said, to.open("wb") as file:
        try:
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said)
        except FileNotFoundError as problem:
            raise no_ssh() from problem
        with process:
            assert process.stdout is not None
            try:
                whole = _receive(process.stdout, file, tell)
            finally:
                process.stdout.close()  # by which the studio over there knows that nobody listens, and cleans up
                exit_code = _ended(process)
        if exit_code or not whole:
            said.seek(0)
            raise refusal(host, exit_code, said.read().decode("utf-8", "replace"))


def _ended(process: subprocess.Popen[bytes]) -> int:
    try:
        return process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _receive(pipe: IO[bytes], file: IO[bytes], tell: Tell) -> bool:
    """Whether everything came."""
    total = _size(pipe)
    done = 0
    while total is not None and (piece := pipe.read(min(_PIECE_BYTES, total - done))):
        file.write(piece)
        done += len(piece)
        tell(done, total)
    return done == total


def _size(pipe: IO[bytes]) -> int | None:
    """What the studio over there says before the bytes; None where it never does."""
    for _ in range(_MOST_LINES):
        line = pipe.readline(_LONGEST_LINE)
        if not line:
            return None
        try:
            return msgspec.json.decode(line, type=_Coming).size_bytes
        except msgspec.DecodeError:
            continue  # what a login prints
    return None
