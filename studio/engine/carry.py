"""What the ranks of a computer need that does not see the run's folder: request, rows, checkpoint, sent by rank 0.

It goes through torchrun's store piece by piece, each taken away once all have it, so that no memory fills up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec
from torch.distributed import Store  # pyright: ignore[reportPrivateImportUsage] - documented

from studio.durable import sha256_of
from studio.engine.checkpoint import newest_whole
from studio.errors import EngineProblem
from studio.runs.folder import RunFolder

PIECE_BYTES = 4 * 2**20
_LOOK_EVERY_SECONDS = 0.005
_OF_RUN = frozenset({"job.json", "data", "checkpoints"})


class _File(msgspec.Struct, frozen=True):
    path: str
    size: int
    sha256: str


def files_to_carry(run: RunFolder) -> list[Path]:
    """Request, encoded rows and the checkpoint that ranks go on from."""
    checkpoint = newest_whole(run.checkpoints)
    folders = [run.data, *([checkpoint] if checkpoint else [])]
    return [run.job_file, *(path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())]


def send(store: Store, run: RunFolder, receivers: int, look: Callable[[], None]) -> None:
    """Give the files to so many receivers. `look` is called meanwhile and may raise."""
    files = files_to_carry(run)
    listed = [_File(path.relative_to(run.path).as_posix(), path.stat().st_size, sha256_of(path)) for path in files]
    for number, piece in enumerate(_pieces(listed, files)):
        store.set(f"piece-{number}", piece)  # type: ignore[arg-type] - bytes are taken as they are
        while store.add(f"got-{number}", 0) < receivers:
            look()
            time.sleep(_LOOK_EVERY_SECONDS)
        store.delete_key(f"piece-{number}")


def receive(store: Store, into: Path) -> RunFolder:
    """Take the files. Raises EngineProblem where one is not what was sent, or none that ranks need: whoever reaches
    torchrun's port can write into its store.
    """
    number = 0

    def next_piece() -> bytes:
        nonlocal number
        key = f"piece-{number}"
        while not store.check([key]):
            time.sleep(_LOOK_EVERY_SECONDS)
        piece = store.get(key)
        store.add(f"got-{number}", 1)
        number += 1
        return piece

    for listed in msgspec.json.decode(next_piece(), type=list[_File]):
        parts = PurePosixPath(listed.path).parts
        if not parts or parts[0] not in _OF_RUN or ".." in parts:
            raise EngineProblem(f"“{listed.path[:80]}” is no file that ranks need.", "See who else is on this network.")
        path = into.joinpath(*parts)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as file:
            while file.tell() < listed.size:
                file.write(next_piece())
        if sha256_of(path) != listed.sha256:
            raise EngineProblem(f"{listed.path} did not arrive as it was sent.", "Start torchrun again.")
    return RunFolder(into)


def _pieces(listed: Sequence[_File], files: Sequence[Path]) -> Iterator[bytes]:
    yield msgspec.json.encode(listed)
    for path in files:
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece
