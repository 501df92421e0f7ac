"""What a packed file says of itself: which run, at which update, on which model, and every file with its SHA-256."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

import msgspec

from studio.errors import RunProblem
from studio.moving.archive import damaged
from studio.runs.story import RunState

SUFFIX = ".nightshift"
FORMAT = 1
MANIFEST = "manifest.json"
MAX_MANIFEST_BYTES = 16 * 2**20
_MAX_FILES, _MAX_PATH, _MAX_DEPTH = 20_000, 300, 6
_OF_RUN = frozenset(
    {
        "job.json", "events.jsonl", "foreman.jsonl", "commands.jsonl", "row-losses.bin", "notes.json", "worker.log",
        "judgement.json",
    }
)  # fmt: skip
"""Files of a run folder that move with it; the report is written anew where it is asked for."""
FOLDERS = frozenset({"data", "checkpoints", "result", "conversations"})
"""Folders of a run folder that move with it. Exports do not: they can be made again."""
_RUN_NAME = re.compile(r"\w[\w.-]{0,100}")
_MODEL_FILE = re.compile(r"[A-Za-z0-9_][\w.-]{0,120}\.(?:json|jinja|safetensors|txt|model|md)|LICENSE", re.ASCII)
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE)


class PackedFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file, by where it stands in its folder."""

    path: str
    """With slashes, such as "run/events.jsonl" or "model/config.json"."""
    size: int
    sha256: str
    """Empty where it was not read whole: of weights of a model that was not packed along."""


class BaseModel(msgspec.Struct, frozen=True, kw_only=True):
    """The model a run began with."""

    name: str
    """On the hub, or of its folder."""
    on_hub: bool
    revision: str = ""
    """Hash of the commit on the hub."""
    fingerprint: str
    """As checkpoints know it (`studio.models.fingerprint`): of the configuration and the weights."""
    files: tuple[PackedFile, ...]
    packed: bool
    """Whether its files are in the packed file."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The first member of the packed file."""

    format: int
    run: str
    """Name of the run folder."""
    title: str
    """What its owner calls it."""
    state: RunState
    update: int
    updates: int
    job_hash: str
    """SHA-256 of job.json: with the name, what makes it the same run."""
    host: str
    """The computer it was packed on."""
    packed_at: float
    """Seconds since 1970."""
    model: BaseModel
    files: tuple[PackedFile, ...]
    """In the order in which they follow."""

    @property
    def size_bytes(self) -> int:
        """Of all files together."""
        return sum(file.size for file in self.files)


def moves(path: PurePosixPath) -> bool:
    """Whether a file of a run folder moves with the run."""
    return str(path) in _OF_RUN or (path.parts[0] in FOLDERS and len(path.parts) > 1)


def is_model_file(name: str) -> bool:
    """Whether a file of a model folder moves with it: no programs, no pickles."""
    return _MODEL_FILE.fullmatch(name) is not None


def read_manifest(content: bytes) -> Manifest:
    """The manifest, where nothing in it could do harm. Raises RunProblem."""
    try:
        if msgspec.json.decode(content, type=_Format).format > FORMAT:
            raise RunProblem("The run was packed by a newer version of the studio.", "Update the studio here.")
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise damaged("its list of files cannot be read") from problem
    if not _RUN_NAME.fullmatch(manifest.run) or len(manifest.files) > _MAX_FILES:
        raise damaged("its list of files is none that the studio writes")
    folded = {_folded(file.path) for file in manifest.files}
    if len(folded) < len(manifest.files):
        raise damaged("two of its files have the same name")
    for file in (*manifest.files, *manifest.model.files):
        _check(file)
    if "run/job.json" not in folded:
        raise damaged("the request of the run is missing")
    return manifest


class _Format(msgspec.Struct):
    format: int


def _folded(path: str) -> str:
    """Names that some disk takes for the same are the same."""
    return unicodedata.normalize("NFC", path).casefold()


def _check(file: PackedFile) -> None:
    """Raises RunProblem where a path leads out of its folder, or to a file that has no business there."""
    parts = file.path.split("/")
    plain = 2 <= len(parts) <= _MAX_DEPTH and len(file.path) <= _MAX_PATH and all(_is_plain(part) for part in parts)
    top, inside = parts[0], PurePosixPath(*parts[1:])
    wanted = plain and (moves(inside) if top == "run" else top == "model" and is_model_file(str(inside)))
    if not wanted or file.size < 0:
        raise damaged(f"“{file.path[:80]}” is no file of a run")


def _is_plain(part: str) -> bool:
    if part in ("", ".", "..") or part.startswith(".draft-") or _NOT_ON_WINDOWS.search(part):
        return False
    return not any(unicodedata.category(letter) in _CONTROL for letter in part)
