"""Adds up the storages of tensors as they come and go, by what they hold."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Literal, Self, get_args
from unittest.mock import patch

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

Holds = Literal["weights", "adapters", "gradients", "optimizer", "activations", "logits"]

BLOCK = 512
"""Bytes; torch's allocator for CUDA hands out multiples of it."""


class Storages(TorchDispatchMode):
    """Within this block every storage on the meta device that an operation returns is counted once, until it is freed.

    Views share the storage of their origin, and of a tensor that is divided among ranks the part counts that is here.
    What a new one holds is told by `holds`: "activations", unless said otherwise, or changed later by `belong_to`. A
    storage may be given another size: a divided model gives the memory of its weights back so and takes it again.
    """

    def __init__(self, block: int, holds: Callable[[Tensor], Holds] = lambda _: "activations") -> None:
        super().__init__()
        self._block, self._holds = block, holds
        self._known: dict[int, tuple[weakref.ref[Any], Holds, int]] = {}
        self._live: dict[Holds, int] = dict.fromkeys(get_args(Holds), 0)
        self._total = 0
        self._resizing = patch.object(torch.UntypedStorage, "resize_", _noticed(torch.UntypedStorage.resize_, self))
        self.start_over()

    def __enter__(self) -> Self:
        self._resizing.start()
        super().__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, problem, trace)
        self._resizing.stop()

    def start_over(self) -> None:
        """Look for the peak from here on."""
        self.peak_bytes = self._total
        self.at_peak = dict(self._live)
        """Bytes at the peak, by what they hold."""

    def belong_to(self, tensors: Iterable[Tensor], holds: Holds) -> None:
        """From now on the storages of these tensors count as that."""
        for tensor in tensors:
            key = id(_storage_of(tensor))
            if key in self._known:
                reference, held, size = self._known[key]
                self._live[held] -= size
                self._live[holds] += size
                self._known[key] = (reference, holds, size)

    def all_belong_to(self, holds: Holds) -> None:
        """Everything that is there counts as that."""
        self._known = {key: (reference, holds, size) for key, (reference, _, size) in self._known.items()}
        self._live = dict.fromkeys(self._live, 0)
        self._live[holds] = self._total

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        for each in result if isinstance(result, tuple | list) else (result,):
            if isinstance(each, Tensor):
                self._add(each)
        return result

    def resized(self, storage: torch.UntypedStorage) -> None:
        """It has another size now."""
        key = id(storage)
        if key in self._known:
            reference, holds, size = self._known[key]
            self._known[key] = (reference, holds, self._size_of(storage))
            self._count(holds, self._size_of(storage) - size)

    def _add(self, tensor: Tensor) -> None:
        storage = _storage_of(tensor)
        key = id(storage)
        if key in self._known or storage.device.type != "meta":
            return
        size, holds = self._size_of(storage), self._holds(tensor)
        self._known[key] = (weakref.ref(storage, lambda _: self._forget(key)), holds, size)
        self._count(holds, size)

    def _count(self, holds: Holds, size: int) -> None:
        self._live[holds] += size
        self._total += size
        if self._total > self.peak_bytes:
            self.peak_bytes, self.at_peak = self._total, dict(self._live)

    def _size_of(self, storage: torch.UntypedStorage) -> int:
        return -(-storage.nbytes() // self._block) * self._block

    def _forget(self, key: int) -> None:
        _, holds, size = self._known.pop(key)
        self._count(holds, -size)


def _storage_of(tensor: Tensor) -> torch.UntypedStorage:
    here: Tensor = getattr(tensor, "_local_tensor", tensor)
    return here.untyped_storage()


def _noticed(resize: Callable[..., Any], storages: Storages) -> Callable[..., Any]:
    def noticed(storage: torch.UntypedStorage, size: int) -> Any:
        result = resize(storage, size)
        storages.resized(storage)
        return result

    return noticed
