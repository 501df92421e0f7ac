"""The encoded examples of a run: flat arrays in a folder, mapped into memory, so that size costs no memory."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import msgspec
import numpy as np
import numpy.typing as npt

from studio.durable import disk_problem, draft_beside, publish_folder
from studio.errors import DatasetProblem

Tokens = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]

Labels = npt.NDArray[np.int32]

_FILES: dict[str, npt.DTypeLike] = {
    "tokens": np.uint32,
    "targets": np.uint8,
    "offsets": np.int64,
    "rows": np.int64,
    "labels": np.int32,
}


class Example(msgspec.Struct, frozen=True):
    """One training unit."""

    tokens: Tokens
    """(length,)"""
    targets: Flags
    """(length,) whether token i is something to learn, or has a label to learn."""
    row: int
    """Where it comes from, as the user counts rows."""
    labels: Labels | None = None
    """(length,) what the model says at token i instead of the next token; -1: nothing. None: it learns to write."""

    @property
    def num_targets(self) -> int:
        """Targets that something predicts: the first token has nothing before it, but may have a label."""
        return int(np.count_nonzero(self.targets[1:] if self.labels is None else self.targets))


class ExampleStore:
    """Examples by number, from 0. `lengths` and `num_targets` are in memory, tokens and targets on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tokens = _mapped(folder, "tokens")
        self._targets = _mapped(folder, "targets")
        self._offsets: Counts = np.array(_mapped(folder, "offsets"))
        self._rows: Counts = np.array(_mapped(folder, "rows"))
        self._labels = _mapped(folder, "labels") if (folder / "labels.bin").exists() else None
        if len(self._offsets) != len(self._rows) + 1 or self._offsets[-1] != len(self._tokens):
            raise _damaged(folder)
        if self._labels is not None and len(self._labels) != len(self._tokens):
            raise _damaged(folder)
        self.lengths: Counts = np.diff(self._offsets)
        """(examples,) tokens of each example."""
        self.num_targets: Counts = self._count_targets()
        """(examples,) targets of each example that something predicts."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in a folder. Raises DatasetProblem where files are missing or do not belong together."""
        return cls(folder)

    @classmethod
    def write(cls, folder: Path, examples: Iterable[Example]) -> Self:
        """Write the examples; the folder appears when all of them are on the disk. Raises DiskProblem."""
        draft = draft_beside(folder)
        try:
            draft.mkdir(parents=True)
            _write(draft, examples)
            if folder.exists():
                shutil.rmtree(folder)
            publish_folder(draft, folder)
        except OSError as problem:
            raise disk_problem(problem, "The encoded rows could not be written") from problem
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return cls(folder)

    def __len__(self) -> int:
        return len(self._rows)

    def tokens(self, example: int) -> Tokens:
        """(length,) the tokens of one example."""
        return np.asarray(self._tokens[self._offsets[example] : self._offsets[example + 1]])

    def targets(self, example: int) -> Flags:
        """(length,) which of them are something to learn."""
        return np.asarray(self._targets[self._offsets[example] : self._offsets[example + 1]]).view(np.bool_)

    @property
    def has_labels(self) -> bool:
        """Whether labels are learnt instead of tokens."""
        return self._labels is not None

    def labels(self, example: int) -> Labels | None:
        """(length,) the label to learn at each token, -1 where there is none; None where tokens are learnt."""
        if self._labels is None:
            return None
        return np.asarray(self._labels[self._offsets[example] : self._offsets[example + 1]])

    def row(self, example: int) -> int:
        """The row of the user's file it comes from."""
        return int(self._rows[example])

    def examples(self, numbers: Iterable[int] | None = None) -> Iterator[Example]:
        """Those examples, or all."""
        for number in range(len(self)) if numbers is None else numbers:
            yield Example(self.tokens(number), self.targets(number), self.row(number), self.labels(number))

    @property
    def highest_token(self) -> int:
        """Of all examples; -1 where there are none."""
        return max((int(self._tokens[at : at + 2**22].max()) for at in range(0, len(self._tokens), 2**22)), default=-1)

    def fingerprint(self) -> str:
        """sha256 over tokens, targets and offsets, and labels where there are some."""
        digest = hashlib.sha256()
        labels = () if self._labels is None else (self._labels,)
        for array in (self._tokens, self._targets, self._offsets, *labels):
            for start in range(0, len(array), 2**22):
                digest.update(np.ascontiguousarray(array[start : start + 2**22]).tobytes())
        return digest.hexdigest()

    def _count_targets(self) -> Counts:
        if len(self) == 0:
            return np.zeros(0, np.int64)
        starts = self._offsets[:-1]
        unseen = (self.lengths > 0) & (self._labels is None)  # a first token, unless it has a label
        counts = np.zeros(len(self), np.int64)
        block = 100_000  # examples at a time, so that memory stays flat
        for begin in range(0, len(self), block):
            some = slice(begin, begin + block)
            low, high = self._offsets[begin], self._offsets[min(begin + block, len(self))]
            sums = np.concatenate([[0], np.cumsum(self._targets[low:high], dtype=np.int64)])
            first = starts[some] + unseen[some] - low
            counts[some] = sums[self._offsets[1:][some] - low] - sums[first]
        return counts


def _write(folder: Path, examples: Iterable[Example]) -> None:
    offsets, rows = [0], list[int]()
    with contextlib.ExitStack() as files:
        tokens, targets = (files.enter_context((folder / f"{name}.bin").open("wb")) for name in ("tokens", "targets"))
        labels = None
        for example in examples:
            if example.labels is not None:
                labels = labels or files.enter_context((folder / "labels.bin").open("wb"))
                labels.write(example.labels.astype(np.int32, copy=False).tobytes())
            tokens.write(example.tokens.astype(np.uint32, copy=False).tobytes())
            targets.write(example.targets.astype(np.uint8, copy=False).tobytes())
            offsets.append(offsets[-1] + len(example.tokens))
            rows.append(example.row)
    (folder / "offsets.bin").write_bytes(np.array(offsets, np.int64).tobytes())
    (folder / "rows.bin").write_bytes(np.array(rows, np.int64).tobytes())


def _mapped(folder: Path, name: str) -> npt.NDArray[Any]:
    path = folder / f"{name}.bin"
    dtype = np.dtype(_FILES[name])
    try:
        size = path.stat().st_size
        if size % dtype.itemsize:
            raise _damaged(folder)
        if size == 0:
            return np.zeros(0, dtype)
        return np.memmap(path, dtype, mode="r")
    except OSError as problem:
        raise _damaged(folder) from problem


def _damaged(folder: Path) -> DatasetProblem:
    return DatasetProblem(
        f"The encoded rows in {folder} are incomplete.", "Start a new run from your file.", kind="damaged-store"
    )
