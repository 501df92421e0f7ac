"""Writes tensors one after the other into safetensors files of a bounded size, with their index."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

Lazy = tuple[str, Callable[[], Tensor]]


def write_shards(
    folder: Path, tensors: Iterable[Lazy], dtype: torch.dtype, shard_bytes: int, tell: Callable[[str], None]
) -> int:
    """All tensors in `dtype`, with an index where there are several files. Returns their bytes. Raises OSError.

    Never more is in memory than one file of at most `shard_bytes`, or one tensor where that is larger.
    """
    files: list[dict[str, int]] = []
    waiting: dict[str, Tensor] = {}
    waiting_bytes = 0

    def write() -> None:
        nonlocal waiting, waiting_bytes
        save_file(waiting, folder / f"shard-{len(files)}", metadata={"format": "pt"})
        files.append({name: tensor.nbytes for name, tensor in waiting.items()})
        waiting, waiting_bytes = {}, 0

    for name, read in tensors:
        tell(name)
        value = read()
        value = value.to(dtype).contiguous() if value.is_floating_point() else value.contiguous()
        if waiting and waiting_bytes + value.nbytes > shard_bytes:
            write()
        waiting[name] = value.clone() if value.untyped_storage().nbytes() > value.nbytes else value
        waiting_bytes += value.nbytes
    write()
    return _name(folder, files)


def _name(folder: Path, files: list[dict[str, int]]) -> int:
    total = sum(size for file in files for size in file.values())
    if len(files) == 1:
        (folder / "shard-0").rename(folder / "model.safetensors")
        return total
    placed: dict[str, str] = {}
    for number, file in enumerate(files):
        name = f"model-{number + 1:05d}-of-{len(files):05d}.safetensors"
        (folder / f"shard-{number}").rename(folder / name)
        placed |= dict.fromkeys(file, name)
    index = {"metadata": {"total_size": total}, "weight_map": placed}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index, indent=2), encoding="utf-8")
    return total
