"""Adds up the storages of tensors as they come and go, by what they hold."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from typing import Any, Literal, get_args

from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

Holds = Literal["weights", "adapters", "gradients", "optimizer", "activations", "logits"]

BLOCK = 512
"""Bytes; torch's allocator for CUDA hands out multiples of it."""


class Storages(TorchDispatchMode):
    """Within this block every storage on the meta device that an operation returns is counted once, until it is freed.

    Views share the storage of their origin. What a new one holds is told by `holds`: "activations", unless said
    otherwise, or changed later by `belong_to`.
    """

    def __init__(self, block: int, holds: Callable[[Tensor], Holds] = lambda _: "activations") -> None:
        super().__init__()
        self._block, self._holds = block, holds
        self._known: dict[int, tuple[weakref.ref[Any], Holds, int]] = {}
        self._live: dict[Holds, int] = dict.fromkeys(get_args(Holds), 0)
        self._total = 0
        self.start_over()

    def start_over(self) -> None:
        """Look for the peak from here on."""
        self.peak_bytes = self._total
        self.at_peak = dict(self._live)
        """Bytes at the peak, by what they hold."""

    def belong_to(self, tensors: Iterable[Tensor], holds: Holds) -> None:
        """From now on the storages of these tensors count as that."""
        for tensor in tensors:
            entry = self._known.get(id(tensor.untyped_storage()))
            if entry is not None:
                reference, held, size = entry
                self._live[held] -= size
                self._live[holds] += size
                self._known[id(tensor.untyped_storage())] = (reference, holds, size)

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

    def _add(self, tensor: Tensor) -> None:
        storage = tensor.untyped_storage()
        key = id(storage)
        if key in self._known or storage.device.type != "meta":
            return
        size = -(-storage.nbytes() // self._block) * self._block
        holds = self._holds(tensor)
        self._known[key] = (weakref.ref(storage, lambda _: self._forget(key)), holds, size)
        self._live[holds] += size
        self._total += size
        if self._total > self.peak_bytes:
            self.peak_bytes, self.at_peak = self._total, dict(self._live)

    def _forget(self, key: int) -> None:
        _, holds, size = self._known.pop(key)
        self._live[holds] -= size
        self._total -= size
