"""Which tensors a model's safetensors files hold, read from their headers alone and with limits."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path
from typing import cast

import msgspec

from studio.errors import ModelProblem
from studio.models.safety import check_link

MAX_HEADER_BYTES = 64 * 2**20
MAX_TENSORS = 100_000
MAX_SIDES = 8
INDEX = "model.safetensors.index.json"
SINGLE = "model.safetensors"

_BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6,
    "U16": 16, "I16": 16, "F16": 16, "BF16": 16, "U32": 32, "I32": 32, "F32": 32, "U64": 64, "I64": 64, "F64": 64,
    "C64": 64,
}  # fmt: skip
_BUFFER = re.compile(r"\.(?:attn\.(?:masked_)?bias|rotary_emb\.inv_freq)$")
"""Stored by old versions beside the weights; nothing is learned in them."""
EMBEDDING = re.compile(r"(?:^|\.)(?:embed_tokens|wte|embed_in|word_embeddings|tok_embeddings)\.weight$")
HEAD = re.compile(r"(?:^|\.)(?:lm_head|embed_out|output)\.weight$")
DTYPE_NAMES = {"F64": "float64", "F32": "float32", "F16": "float16", "BF16": "bfloat16", "F8_E4M3": "float8"}


class Tensor(msgspec.Struct, frozen=True):
    """One entry of a header."""

    dtype: str
    shape: tuple[int, ...]

    @property
    def size(self) -> int:
        """Numbers in it."""
        return math.prod(self.shape)


class Weights(msgspec.Struct, frozen=True):
    """All tensors of a model, by name."""

    tensors: dict[str, Tensor]
    size_bytes: int
    """Of the files."""

    @property
    def parameters(self) -> int:
        """Numbers in all tensors."""
        return sum(tensor.size for name, tensor in self.tensors.items() if not _BUFFER.search(name))

    @property
    def dtype(self) -> str:
        """The dtype of most numbers, as PyTorch names it."""
        totals: dict[str, int] = {}
        for tensor in self.tensors.values():
            totals[tensor.dtype] = totals.get(tensor.dtype, 0) + tensor.size
        most = max(totals, key=lambda name: totals[name], default="")
        return DTYPE_NAMES.get(most, most.lower())


def read_weights(folder: Path) -> Weights | None:
    """The weights in a folder, or None where it holds no safetensors. Raises ModelProblem for damaged ones."""
    if (folder / INDEX).is_file():
        placed = _read_index(folder)
        names = sorted(set(placed.values()))
    elif (folder / SINGLE).is_file():
        placed, names = {}, [SINGLE]
    else:
        return None
    tensors: dict[str, Tensor] = {}
    where: dict[str, str] = {}
    size = 0
    for name in names:
        path = _inside(folder, name)
        for tensor_name, tensor in read_header(path).items():
            tensors[tensor_name] = tensor
            where[tensor_name] = name
        size += path.stat().st_size
    missing = [tensor for tensor, shard in placed.items() if where.get(tensor) != shard]
    if missing:
        raise ModelProblem(
            f"{len(missing)} of {len(placed)} weights of this model are missing, the first is {missing[0]}.",
            f"Download {placed[missing[0]]} again: a model with missing weights would be partly random.",
        )
    return Weights(tensors, size)


def read_header(path: Path) -> dict[str, Tensor]:
    """The tensors a safetensors file says it holds, checked against its length. Raises ModelProblem."""
    again = f"Download {path.name} again."
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        length = int.from_bytes(start, "little")
        if len(start) < 8 or length > size - 8 or length < 2:
            raise ModelProblem(f"{path.name} is cut off or no safetensors file: it has {size:,} bytes.", again)
        if length > MAX_HEADER_BYTES:
            raise ModelProblem(f"{path.name} has a table of contents of {length:,} bytes, which no model needs.", again)
        header = file.read(length)
    try:
        entries = msgspec.json.decode(header, type=dict[str, dict[str, object]])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise ModelProblem(f"The table of contents of {path.name} cannot be read.", again) from problem
    entries.pop("__metadata__", None)
    if len(entries) > MAX_TENSORS:
        raise ModelProblem(f"{path.name} lists {len(entries):,} weights, which no model needs.", again)
    tensors: dict[str, Tensor] = {}
    end_of_data = 0
    spans: list[tuple[int, int]] = []
    for name, entry in entries.items():
        tensor, begin, end = _entry(name, entry, path)
        tensors[name] = tensor
        spans.append((begin, end))
        end_of_data = max(end_of_data, end)
    spans.sort()
    if any(after[0] < before[1] for before, after in itertools.pairwise(spans)):
        raise ModelProblem(f"Two weights of {path.name} lie in the same place.", again)
    expected = 8 + length + end_of_data
    if size < expected:
        raise ModelProblem(f"{path.name} is cut off: {size:,} of {expected:,} bytes are there.", again)
    if size > expected or sum(end - begin for begin, end in spans) != end_of_data:
        raise ModelProblem(f"{path.name} holds more than its table of contents says.", again)
    return tensors


def _entry(name: str, entry: dict[str, object], path: Path) -> tuple[Tensor, int, int]:
    try:
        tensor = Tensor(cast("str", entry["dtype"]), tuple(cast("list[int]", entry["shape"])[: MAX_SIDES + 1]))
        begin, end = cast("list[int]", entry["data_offsets"])
        numbers = (*tensor.shape, begin, end)
        whole = tensor.size * _BITS[tensor.dtype] == (end - begin) * 8
        sane = (
            all(type(number) is int and 0 <= number < 2**63 for number in numbers)
            and begin <= end
            and len(tensor.shape) <= MAX_SIDES
        )
    except (KeyError, TypeError, ValueError):
        whole = sane = False
        tensor, begin, end = Tensor("", ()), 0, 0
    if not (whole and sane):
        raise ModelProblem(f"The entry of {name[:80]} in {path.name} makes no sense.", f"Download {path.name} again.")
    return tensor, begin, end


def _read_index(folder: Path) -> dict[str, str]:
    path = check_link(folder / INDEX, folder)
    if (size := path.stat().st_size) > MAX_HEADER_BYTES:
        raise ModelProblem(f"{INDEX} has {size:,} bytes, which no model needs.", f"Download {INDEX} again.")
    try:
        index = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
        placed = msgspec.convert(index.get("weight_map"), type=dict[str, str])
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as problem:
        raise ModelProblem(
            f"The list of the model's files, {INDEX}, cannot be read.", f"Download {INDEX} again."
        ) from problem
    if len(placed) > MAX_TENSORS or not placed:
        raise ModelProblem(f"{INDEX} lists {len(placed):,} weights.", f"Download {INDEX} again.")
    return placed


def _inside(folder: Path, name: str) -> Path:
    """The file `name` of the folder; links may lead to the folder itself or to the hub cache it belongs to."""
    path = folder / name
    if Path(name).name != name or name in ("", ".", ".."):
        raise ModelProblem(
            f"The model's list of files names {name!r}, which lies outside its folder.",
            "Do not use this model: its list of files has been tampered with.",
        )
    if not path.is_file():
        raise ModelProblem(f"{name} is missing from the model's folder.", f"Download {name} again.")
    return check_link(path, folder)
