"""Which examples stand behind which update."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.data.store import ExampleStore


@dataclass(frozen=True)
class EffectiveBatch:
    """The examples behind one update: a set that depends on seed and epoch alone."""

    update: int
    """Counted from 1."""
    examples: NDArray[np.int64]
    num_target_tokens: int


class EffectiveBatches:
    """Every effective batch of a run, by its update; nothing but the seed is needed to know them all."""

    def __init__(self, store: ExampleStore, effective_batch_size: int, seed: int) -> None:
        self._store = store
        self._size = effective_batch_size
        self._seed = seed
        self._epoch = -1
        self._order: NDArray[np.int64] = np.empty(0, np.int64)
        self.per_epoch = math.ceil(len(store) / effective_batch_size)
        """The last one of an epoch may be smaller."""

    def __getitem__(self, update: int) -> EffectiveBatch:
        """The effective batch of `update`, counted from 1."""
        epoch, place = divmod(update - 1, self.per_epoch)
        if epoch != self._epoch:
            self._epoch, self._order = epoch, epoch_order(len(self._store), self._seed, epoch)
        examples = self._order[place * self._size : (place + 1) * self._size]
        return EffectiveBatch(update, examples, int(self._store.num_targets[examples].sum()))


def epoch_order(examples: int, seed: int, epoch: int) -> NDArray[np.int64]:
    """A permutation of the examples that depends on (seed, epoch) alone.

    Sorts the raw 64-bit stream of a counter-based generator, which numpy promises never to change.
    """
    keys = np.random.Philox(key=np.array([seed, epoch], dtype=np.uint64)).random_raw(examples)
    return np.argsort(keys, kind="stable")
