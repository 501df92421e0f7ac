"""The loss of every row of every update: four bytes each, at a place that follows from the update.

An update's losses stand in the order of its effective batch, in nats summed over the row's targets. Written again by
an attempt that makes the update again. A hole reads as "not known".
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

_DTYPE = np.dtype("<f4")


class RowLosses:
    """The file of one run."""

    def __init__(self, path: Path, effective_batch_size: int) -> None:
        self._path, self._size = path, effective_batch_size

    def write(self, update: int, losses: Sequence[float]) -> None:
        """Note the losses of an update; a full disk is left to those who write what matters."""
        with contextlib.suppress(OSError), self._path.open("r+b" if self._path.exists() else "w+b") as file:
            file.seek((update - 1) * self._size * _DTYPE.itemsize)
            file.write(np.asarray(losses, _DTYPE).tobytes())

    def read(self, update: int, rows: int) -> list[float] | None:
        """(rows,) the losses of an update; None where they are not known."""
        try:
            with self._path.open("rb") as file:
                file.seek((update - 1) * self._size * _DTYPE.itemsize)
                found = np.frombuffer(file.read(rows * _DTYPE.itemsize), _DTYPE)
        except OSError:
            return None
        return found.tolist() if len(found) == rows and found.any() else None
