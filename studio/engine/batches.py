"""Which examples stand behind which update, and how they are cut into micro-batches."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.data.store import ExampleStore
from studio.planning.arithmetic import cut_by_budget


@dataclass(frozen=True)
class MicroBatch:
    """Rows of one forward and backward pass, padded on the right to the longest."""

    input_ids: Tensor
    """(b, s) int64."""
    positions: Tensor
    """(n,) int64: indices into (b · s) of the positions that predict a target token."""
    targets: Tensor
    """(n,) int64: the target tokens, in the order of `positions`."""
    num_tokens: int
    """Real tokens, without padding."""

    def to(self, device: torch.device) -> MicroBatch:
        """The same on another device, without waiting for the copy."""
        return MicroBatch(
            self.input_ids.to(device, non_blocking=True),
            self.positions.to(device, non_blocking=True),
            self.targets.to(device, non_blocking=True),
            self.num_tokens,
        )


def collate(store: ExampleStore, examples: NDArray[np.int64], pad_token_id: int) -> MicroBatch:
    """The examples as one micro-batch. Position i predicts token i + 1, so a target at position 0 is never counted."""
    tokens = [store.tokens(int(i)) for i in examples]
    longest = max(len(row) for row in tokens)
    input_ids = np.full((len(tokens), longest), pad_token_id, dtype=np.int64)
    is_target = np.zeros((len(tokens), longest), dtype=bool)
    for row, (example, ids) in enumerate(zip(examples, tokens, strict=True)):
        input_ids[row, : len(ids)] = ids
        is_target[row, 1 : len(ids)] = store.targets(int(example))[1:]
    at = np.flatnonzero(is_target)
    return MicroBatch(
        torch.from_numpy(input_ids),
        torch.from_numpy(at - 1),  # never crosses a row: column 0 is no target
        torch.from_numpy(input_ids.reshape(-1)[at]),
        sum(len(row) for row in tokens),
    )


def micro_batches(
    store: ExampleStore, examples: NDArray[np.int64], token_budget: int, pad_token_id: int
) -> Iterator[MicroBatch]:
    """The examples, longest first, in micro-batches of at most `token_budget` padded tokens (rows × longest).

    Rows without a target are left out: they add nothing to the sum. A single row longer than the budget goes alone.
    """
    useful = examples[store.num_targets[examples] > 0]
    lengths = store.lengths[useful]
    longest_first = np.argsort(-lengths, kind="stable")
    useful, lengths = useful[longest_first], lengths[longest_first]
    for cut in cut_by_budget(lengths, token_budget):
        yield collate(store, useful[cut], pad_token_id)


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
