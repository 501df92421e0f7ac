"""What a process of ours is asked by the one who started it: a JSON line each on its standard input."""

from __future__ import annotations

import os
import queue
import threading
from typing import Generic, TypeVar

import msgspec

Asked = TypeVar("Asked", bound=msgspec.Struct)


class Orders(Generic[Asked]):
    """Read by a thread, so that the end of standard input, when whoever asks is gone, is noticed at any time."""

    def __init__(self, kind: type[Asked]) -> None:
        self._decoder = msgspec.json.Decoder(kind)
        self._waiting: queue.Queue[Asked | None] = queue.Queue()
        self._ended = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        """Straight from the descriptor: a buffered reader would hold a lock that ends the interpreter in an abort."""
        unread = b""
        while chunk := os.read(0, 65536):
            *lines, unread = (unread + chunk).split(b"\n")
            for line in lines:
                self._waiting.put(self._decoder.decode(line))
        self.leave()

    def next(self) -> Asked | None:
        """The next, as soon as there is one; None at the end."""
        return self._waiting.get()

    @property
    def any_waiting(self) -> bool:
        """Whether there is something to do now."""
        return not self._waiting.empty()

    def ended(self) -> bool:
        """Whether whoever gave the orders is gone."""
        return self._ended.is_set()

    def leave(self) -> None:
        """Behave as if whoever gave the orders were gone."""
        self._ended.set()
        self._waiting.put(None)
