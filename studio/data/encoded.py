"""Rows encoded once and kept: the same files, tokenizer and settings are never encoded a second time."""

from __future__ import annotations

import contextlib
import datetime
import functools
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import numpy as np
import numpy.typing as npt
import psutil
import tokenizers

from studio import __version__
from studio.data.contents import Content, contents_of, signatures_of
from studio.data.crew import encode_parts
from studio.data.dataset import Dataset
from studio.data.parts import ROW, EncodedPart, Encoder, Item, Part, Setup
from studio.data.pipeline import Reader
from studio.data.problem import Problem, Problems
from studio.data.report import Preview
from studio.durable import disk_problem, publish_folder, write_file
from studio.errors import DatasetProblem
from studio.models.local import tokenizer_files

KEPT_SECONDS = 30 * 86_400
"""How long what nobody used is kept."""
_ROWS_OF_PART = 500
_BYTES_OF_PART = 2**20
_SAVE_EVERY_SECONDS = 2.0
_ROWS_AT_ONCE = 2**16


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far reading and encoding have come."""

    rows: int
    tokens: int
    share: float | None = None
    """0 to 1; None where it is not known."""
    total_bytes: int = 0
    """Of all files."""

    @property
    def read_bytes(self) -> int | None:
        """Of the files so far; None where it is not known."""
        return None if self.share is None else round(self.share * self.total_bytes)


Tell = Callable[[Progress], None]
"""Called several times a second; may raise to end the work. What is done by then is kept."""


def quiet(progress: Progress) -> None:
    """Tells nobody."""
    del progress


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about encoded rows that is not in the arrays."""

    reading: tuple[Problem, ...] = ()
    """What is wrong with rows as they stand in the file; the first thousand."""
    encoding: tuple[Problem, ...] = ()
    """What their tokens showed; the first thousand."""
    kinds: dict[str, int] = {}
    """All problems by kind."""
    left_out_rows: int = 0
    previews: tuple[Preview, ...] = ()
    highest_token: int = 0
    sizes: dict[str, int] = {}
    """Bytes of each array."""


class Encoded:
    """Encoded rows in their folder, whole: nothing is cut, left out for its length or held out yet."""

    def __init__(self, folder: Path, found: Found) -> None:
        self.folder = folder
        self.found = found

    @classmethod
    def open(cls, folder: Path) -> Encoded | None:
        """What is in the folder; None where it is not whole."""
        try:
            found = msgspec.json.decode((folder / "found.json").read_bytes(), type=Found)
            if any((folder / f"{name}.bin").stat().st_size != size for name, size in found.sizes.items()):
                return None
            return cls(folder, found) if "rows" in found.sizes else None
        except (OSError, msgspec.MsgspecError):
            return None

    def __len__(self) -> int:
        return self.found.sizes["rows"] // ROW.itemsize

    def column(self, name: str) -> npt.NDArray[Any]:
        """(rows,) one of the fields of ROW; read piece by piece, so that the other fields take no memory."""
        found = np.empty(len(self), ROW[name])
        for at in range(0, len(self), _ROWS_AT_ONCE):
            found[at : at + _ROWS_AT_ONCE] = self._read(at, _ROWS_AT_ONCE)[name]
        return found

    def place(self, row: int) -> tuple[int, int]:
        """Number of the file and row in it, as the user counts, of one encoded row."""
        (facts,) = self._read(row, 1)
        return int(facts["file"]), int(facts["row"])

    def whole(self, row: int) -> int:
        """Tokens of one encoded row without a limit."""
        return int(self._read(row, 1)["whole"][0])

    def _read(self, row: int, count: int) -> npt.NDArray[Any]:
        return np.fromfile(self.folder / "rows.bin", ROW, count, offset=row * ROW.itemsize)

    def targets(self, start: int, end: int) -> npt.NDArray[np.uint8]:
        """Which of the tokens from `start` to before `end` are learnt."""
        return np.fromfile(self.folder / "targets.bin", np.uint8, end - start, offset=start)

    def tokens(self, start: int, end: int) -> npt.NDArray[np.uint32]:
        """The tokens from `start` to before `end`."""
        return np.fromfile(self.folder / "tokens.bin", np.uint32, end - start, offset=4 * start)

    @property
    def has_tokens(self) -> bool:
        """Whether they are more than an estimate."""
        return "tokens" in self.found.sizes


def encode_once(
    dataset: Dataset, reader: Reader | None, model_folder: Path | None, cache: Path, *,
    limit: int, labels: tuple[str, ...] = (), tell: Tell = quiet,
) -> Encoded:  # fmt: skip
    """The rows of the dataset, encoded now or earlier into a folder of `cache`.

    After an end of any kind the next call goes on after the last part that was saved. Raises DatasetProblem or
    DiskProblem.
    """
    try:
        unchanged = signatures_of(dataset.files)
        size = sum(size for size, _ in unchanged)
        contents = contents_of(dataset.files, lambda: tell(Progress(rows=0, tokens=0, share=0.0, total_bytes=size)))
    except OSError as problem:
        raise DatasetProblem(
            f"{dataset.name} cannot be read: {problem.strerror or problem}.",
            "Check that you may open it and that the disk is there.",
            file=dataset.name,
        ) from problem
    setup = Setup(
        model=str(model_folder) if model_folder else None,
        shape=dataset.shape,
        chosen=dataset.chosen,
        files=tuple(content.name for content in contents),
        labels=labels,
        limit=limit if labels else 0,
    )
    folder = cache / _key(setup, contents, reader)
    try:
        if (known := Encoded.open(folder)) is not None:
            os.utime(folder)
            return known
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        clean(cache)
        draft = _claim(folder)
        with _Draft(draft) as writer:
            started = Progress(rows=writer.rows, tokens=writer.tokens, total_bytes=size)
            _encode(dataset, setup, Encoder(setup, reader), contents, writer, tell, started)
        if signatures_of(dataset.files) != unchanged:
            shutil.rmtree(draft)
            raise DatasetProblem(
                f"{dataset.name} changed while it was read.",
                "Wait until the other program has saved it, then try again.",
                kind="changed",
                file=dataset.name,
            )
        shutil.rmtree(folder, ignore_errors=True)  # torn, or finished by another process in the meantime
        publish_folder(draft, folder)
    except OSError as problem:
        raise disk_problem(problem, "The encoded rows could not be written") from problem
    made = Encoded.open(folder)
    assert made is not None
    return made


def clean(cache: Path, now: float | None = None) -> None:
    """Delete what nobody used for a month. Runs keep what they need under names of their own."""
    before = (time.time() if now is None else now) - KEPT_SECONDS
    for folder in cache.iterdir():
        with contextlib.suppress(OSError):
            if folder.stat().st_mtime < before:
                shutil.rmtree(folder)


def _encode(
    dataset: Dataset, setup: Setup, encoder: Encoder, contents: tuple[Content, ...], writer: _Draft, tell: Tell,
    started: Progress,
) -> None:  # fmt: skip
    reading = Problems()
    parts = encode_parts(setup, _parts(dataset, reading, writer.items), encoder)
    with contextlib.closing(parts):
        for part in parts:
            writer.append(part)
            share = _share(part, contents)
            tell(msgspec.structs.replace(started, rows=writer.rows, tokens=writer.tokens, share=share))
    writer.finish(reading)


def _share(part: EncodedPart, contents: tuple[Content, ...]) -> float | None:
    """How much of the files lies before the end of the part: rows of text files are counted by lines."""
    rows = np.frombuffer(part.rows, ROW)
    if len(rows) == 0 or not all(content.lines for content in contents):
        return None
    before = sum(content.lines for content in contents[: rows["file"][-1]])
    return min(1.0, (before + int(rows["row"][-1])) / sum(content.lines for content in contents))


def _parts(dataset: Dataset, problems: Problems, skip: int) -> Iterator[Part]:
    """The usable rows after the first `skip`."""
    numbers = {path.name: number for number, path in enumerate(dataset.files)}
    items: list[Item] = []
    size, is_first = 0, skip == 0
    for place, usable in enumerate(dataset.rows(problems)):
        if place < skip:
            continue
        items.append(Item(numbers[usable.row.file], usable.row.number, usable.packed))
        size += len(usable.packed)
        if len(items) == _ROWS_OF_PART or size >= _BYTES_OF_PART:
            yield Part(items, is_first)
            items, size, is_first = [], 0, False
    if items:
        yield Part(items, is_first)


class _Saved(msgspec.Struct, frozen=True, kw_only=True):
    """How far a draft is on the disk."""

    items: int
    """Usable rows that went into it, those refused later included."""
    found: Found


class _Draft:
    """Encoded rows under way: every part is appended, and every two seconds what is there is made to last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self._saved_at = time.monotonic()
        saved = _resume(folder)
        self.items = saved.items
        """Usable rows that went into it, those refused later included."""
        self._sizes = dict(saved.found.sizes)
        self._previews = list(saved.found.previews)
        self._highest_token = saved.found.highest_token
        self._problems = Problems()
        self._problems.join(saved.found.encoding, saved.found.kinds, saved.found.left_out_rows)

    def __enter__(self) -> _Draft:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    @property
    def rows(self) -> int:
        """Encoded so far."""
        return self._sizes.get("rows", 0) // ROW.itemsize

    @property
    def tokens(self) -> int:
        """Written so far."""
        return self._sizes.get("tokens", 0) // 4

    def append(self, part: EncodedPart) -> None:
        """One more part."""
        arrays = {"rows": part.rows, "tokens": part.tokens, "targets": part.targets, "labels": part.labels}
        for name, content in arrays.items():
            if content or name == "rows":
                self._write(name, content)
        for problem in part.problems:
            self._problems.add(problem)
        self._previews += part.previews
        self._highest_token = max(self._highest_token, part.highest_token)
        self.items += part.items
        if time.monotonic() - self._saved_at > _SAVE_EVERY_SECONDS:
            self._save()

    def finish(self, reading: Problems) -> None:
        """All parts are there; what was wrong with rows before they were encoded is kept with them."""
        self._write("rows", b"")
        found = msgspec.structs.replace(
            self._found(),
            reading=tuple(reading.kept),
            kinds=dict(self._problems.kinds + reading.kinds),
            left_out_rows=self._problems.left_out_rows + reading.left_out_rows,
        )
        for file in self._files.values():
            file.close()
        (self._folder / "saved.json").unlink(missing_ok=True)
        write_file(self._folder / "found.json", msgspec.json.encode(found))

    def _write(self, name: str, content: bytes) -> None:
        if name not in self._files:
            self._files[name] = (self._folder / f"{name}.bin").open("ab")
        self._files[name].write(content)
        self._sizes[name] = self._sizes.get(name, 0) + len(content)

    def _found(self) -> Found:
        return Found(
            encoding=tuple(self._problems.kept),
            kinds=dict(self._problems.kinds),
            left_out_rows=self._problems.left_out_rows,
            previews=tuple(self._previews),
            highest_token=self._highest_token,
            sizes=self._sizes,
        )

    def _save(self) -> None:
        """What `_resume` finds after an end of any kind."""
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
        write_file(self._folder / "saved.json", msgspec.json.encode(_Saved(items=self.items, found=self._found())))
        self._saved_at = time.monotonic()


def _resume(folder: Path) -> _Saved:
    """How far the draft lasts; what was written after that is cut off. An empty draft where nothing lasts."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        saved = msgspec.json.decode((folder / "saved.json").read_bytes(), type=_Saved)
        paths = {folder / f"{name}.bin": size for name, size in saved.found.sizes.items()}
        if all(path.stat().st_size >= size for path, size in paths.items()):
            for path, size in paths.items():
                os.truncate(path, size)
            return saved
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return _Saved(items=0, found=Found())


def _claim(folder: Path) -> Path:
    """A draft for `folder` that belongs to this process: that of a process which has ended, where there is one."""
    this = psutil.Process()
    mine = folder.with_name(f".{folder.name}-{this.pid}-{int(this.create_time())}")
    for draft in sorted(folder.parent.glob(f".{folder.name}-*")):
        if mine.exists():
            break
        pid, started = (int(each) for each in draft.name.split("-")[1:])
        with contextlib.suppress(OSError):
            if not _lives(pid, started):
                draft.rename(mine)
    return mine


def _lives(pid: int, started: int) -> bool:
    try:
        return int(psutil.Process(pid).create_time()) == started
    except psutil.Error:
        return False


def _key(setup: Setup, contents: tuple[Content, ...], reader: Reader | None) -> str:
    """The same for whatever gives the same tokens: files, shape, tokenizer and template, and the code itself."""
    model = b""
    if setup.model is not None and reader is not None:
        files = tokenizer_files(Path(setup.model))
        named = (files.tokenizer, files.config, files.special_tokens, files.chat_template)
        paths = [*named, Path(setup.model) / "config.json"]
        model = b"".join(path.read_bytes() for path in paths if path is not None and path.is_file())
        if "strftime_now" in reader.template.source:  # writes the day into every row
            model += datetime.datetime.now().astimezone().date().isoformat().encode()
    settings = msgspec.structs.replace(setup, model=None)
    whole = msgspec.json.encode([_code(), tokenizers.__version__, settings, contents])
    return hashlib.sha256(whole + model).hexdigest()[:32]


@functools.cache
def _code() -> str:
    """The version of all that turns rows into tokens."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
