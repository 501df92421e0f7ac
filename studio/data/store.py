"""The encoded examples of a run: flat arrays in a folder, mapped into memory, so that size costs no memory."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
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

PER_TOKEN: dict[str, npt.DTypeLike] = {"tokens": np.uint32, "targets": np.uint8, "labels": np.int32}
_PER_EXAMPLE = ("starts", "lengths", "num_targets", "rows")
_AT_ONCE = 2**22
"""Tokens read at once, so that memory stays flat."""


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


class Places(msgspec.Struct, frozen=True):
    """Where examples lie among encoded tokens."""

    starts: npt.NDArray[np.integer[Any]]
    """(examples,) number of the first token."""
    lengths: npt.NDArray[np.integer[Any]]
    """(examples,) tokens."""
    num_targets: npt.NDArray[np.integer[Any]]
    """(examples,) targets that something predicts."""
    rows: npt.NDArray[np.integer[Any]]
    """(examples,) as the user counts."""

    def __getitem__(self, chosen: npt.NDArray[Any]) -> Places:
        """Those examples."""
        return Places(self.starts[chosen], self.lengths[chosen], self.num_targets[chosen], self.rows[chosen])

    def __len__(self) -> int:
        return len(self.starts)


class ExampleStore:
    """Examples by number, from 0. `lengths` and `num_targets` are in memory, tokens and targets on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tokens = mapped(folder, "tokens", np.uint32)
        self._targets = mapped(folder, "targets", np.uint8)
        self._starts: Counts = mapped(folder, "starts", np.int64)
        self._rows: Counts = mapped(folder, "rows", np.int64)
        self._labels = mapped(folder, "labels", np.int32) if (folder / "labels.bin").exists() else None
        self.lengths: Counts = np.array(mapped(folder, "lengths", np.int64))
        """(examples,) tokens of each example."""
        self.num_targets: Counts = np.array(mapped(folder, "num_targets", np.int64))
        """(examples,) targets of each example that something predicts."""
        if len({len(each) for each in (self._starts, self._rows, self.lengths, self.num_targets)}) > 1:
            raise _damaged(folder)
        end = int((self._starts + self.lengths).max(initial=0))
        if any(len(each) < end for each in (self._tokens, self._targets, self._labels) if each is not None):
            raise _damaged(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in a folder. Raises DatasetProblem where files are missing or do not belong together."""
        return cls(folder)

    @classmethod
    def write(cls, folder: Path, examples: Iterable[Example]) -> Self:
        """Write the examples; the folder appears when all of them are on the disk. Raises DiskProblem."""
        return cls._published(folder, lambda draft: _write(draft, examples))

    @classmethod
    def select(cls, folder: Path, encoded: Path, places: Places) -> Self:
        """A store of some of the tokens in the folder `encoded`, which it shares with it.

        Both names stand for the same bytes, so the store stays whole when `encoded` is deleted. Raises DiskProblem.
        """
        return cls._published(folder, lambda draft: _select(draft, encoded, places))

    @classmethod
    def _published(cls, folder: Path, fill: Callable[[Path], None]) -> Self:
        draft = draft_beside(folder)
        try:
            draft.mkdir(parents=True)
            fill(draft)
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

    def _of(self, example: int) -> slice:
        start = int(self._starts[example])
        return slice(start, start + int(self.lengths[example]))

    def tokens(self, example: int) -> Tokens:
        """(length,) the tokens of one example."""
        return np.asarray(self._tokens[self._of(example)])

    def targets(self, example: int) -> Flags:
        """(length,) which of them are something to learn."""
        return np.asarray(self._targets[self._of(example)]).view(np.bool_)

    @property
    def has_labels(self) -> bool:
        """Whether labels are learnt instead of tokens."""
        return self._labels is not None

    def labels(self, example: int) -> Labels | None:
        """(length,) the label to learn at each token, -1 where there is none; None where tokens are learnt."""
        return None if self._labels is None else np.asarray(self._labels[self._of(example)])

    def row(self, example: int) -> int:
        """The row of the user's file it comes from."""
        return int(self._rows[example])

    def examples(self, numbers: Iterable[int] | None = None) -> Iterator[Example]:
        """Those examples, or all."""
        for number in range(len(self)) if numbers is None else numbers:
            yield Example(self.tokens(number), self.targets(number), self.row(number), self.labels(number))

    def fingerprint(self) -> str:
        """sha256 over tokens, targets and ends of the examples, and labels where there are some."""
        digest = hashlib.sha256()
        for name in ("tokens", "targets", *(("labels",) if self.has_labels else ())):
            for content in self._runs(name):
                digest.update(content)
        digest.update(np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64).tobytes())
        return digest.hexdigest()

    def _runs(self, name: str) -> Iterator[bytes]:
        """The bytes of an array in the order of the examples, read rather than mapped: mapped ones count as memory."""
        dtype = np.dtype(PER_TOKEN[name])
        ends = self._starts + self.lengths
        breaks = np.flatnonzero(self._starts[1:] != ends[:-1]) + 1
        with (self.folder / f"{name}.bin").open("rb") as file:
            for first, last in zip([0, *breaks.tolist()], [*breaks.tolist(), len(self)], strict=True):
                if first == last:
                    continue
                at, end = int(self._starts[first]) * dtype.itemsize, int(ends[last - 1]) * dtype.itemsize
                file.seek(at)
                while at < end:
                    content = file.read(min(_AT_ONCE, end - at))
                    if not content:
                        raise _damaged(self.folder)
                    at += len(content)
                    yield content


def _write(folder: Path, examples: Iterable[Example]) -> None:
    lengths, num_targets, rows = list[int](), list[int](), list[int]()
    with contextlib.ExitStack() as files:
        tokens, targets = (files.enter_context((folder / f"{name}.bin").open("wb")) for name in ("tokens", "targets"))
        labels = None
        for example in examples:
            if example.labels is not None:
                labels = labels or files.enter_context((folder / "labels.bin").open("wb"))
                labels.write(example.labels.astype(np.int32, copy=False).tobytes())
            tokens.write(example.tokens.astype(np.uint32, copy=False).tobytes())
            targets.write(example.targets.astype(np.uint8, copy=False).tobytes())
            lengths.append(len(example.tokens))
            num_targets.append(example.num_targets)
            rows.append(example.row)
    ends = np.cumsum(np.array(lengths, np.int64))
    _write_places(
        folder, Places(ends - np.array(lengths, np.int64), *(np.array(each) for each in (lengths, num_targets, rows)))
    )


def _select(folder: Path, encoded: Path, places: Places) -> None:
    for name in PER_TOKEN:
        source = encoded / f"{name}.bin"
        if source.exists():
            _share(source, folder / source.name)
    _write_places(folder, places)


def _write_places(folder: Path, places: Places) -> None:
    for name in _PER_EXAMPLE:
        getattr(places, name).astype(np.int64, copy=False).tofile(folder / f"{name}.bin")


def _share(source: Path, target: Path) -> None:
    """A second name for the file; a copy where the disk knows no second names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def mapped(folder: Path, name: str, dtype: npt.DTypeLike) -> npt.NDArray[Any]:
    """The array in a file of the folder. Raises DatasetProblem where it is missing or torn."""
    path = folder / f"{name}.bin"
    dtype = np.dtype(dtype)
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
