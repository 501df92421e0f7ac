"""Cuts examples into micro-batches and puts each together for the device."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.data.store import ExampleStore
from studio.planning.arithmetic import padded_lengths, rows_that_fit, shares


@dataclass(frozen=True)
class MicroBatch:
    """Rows of one forward and backward pass, padded on the right to one length."""

    input_ids: Tensor
    """(b, s) int64."""
    positions: Tensor
    """(n,) int64: indices into (b · s) of the positions that predict a target token or have a label."""
    targets: Tensor
    """(n,) int64: the target tokens, or labels, in the order of `positions`."""
    places: Tensor
    """(n,) int64: for each target the place of its row in the effective batch."""
    examples: NDArray[np.int64]
    """(b,) the rows, longest first."""
    num_tokens: int
    """Real tokens, without padding."""

    @property
    def num_padded_tokens(self) -> int:
        """Tokens the device works on, padding included."""
        return self.input_ids.numel()

    def to(self, device: torch.device) -> MicroBatch:
        """The same on another device, without waiting for the copy."""
        if device.type == "cpu":
            return self

        def moved(tensor: Tensor) -> Tensor:
            if device.type == "cuda":  # only pinned memory is copied while the device goes on working
                tensor = tensor.pin_memory()
            return tensor.to(device, non_blocking=True)

        return MicroBatch(
            moved(self.input_ids),
            moved(self.positions),
            moved(self.targets),
            moved(self.places),
            self.examples,
            self.num_tokens,
        )


def collate(
    store: ExampleStore, examples: NDArray[np.int64], places: NDArray[np.int64], pad_token_id: int, width: int
) -> MicroBatch:
    """The examples as one micro-batch, each padded to `width` tokens.

    Position i predicts token i + 1, so a target at position 0 is never counted; a label stands at its own position.
    """
    tokens = [store.tokens(int(i)) for i in examples]
    input_ids = np.full((len(tokens), width), pad_token_id, dtype=np.int64)
    is_target = np.zeros((len(tokens), width), dtype=bool)
    labels = np.full((len(tokens), width), -1, dtype=np.int64)
    for row, (example, ids) in enumerate(zip(examples, tokens, strict=True)):
        input_ids[row, : len(ids)] = ids
        if (of_row := store.labels(int(example))) is None:
            is_target[row, 1 : len(ids)] = store.targets(int(example))[1:]
        else:
            labels[row, : len(ids)] = of_row
    at = np.flatnonzero(labels >= 0 if store.has_labels else is_target)
    return MicroBatch(
        torch.from_numpy(input_ids),
        torch.from_numpy(at if store.has_labels else at - 1),  # never crosses a row: column 0 is no target
        torch.from_numpy((labels if store.has_labels else input_ids).reshape(-1)[at]),
        torch.from_numpy(places[at // width]),
        examples,
        sum(len(row) for row in tokens),
    )


class MicroBatches:
    """The micro-batches of some examples, cut one by one: longest first, each of at most as many padded tokens (rows ×
    width) as the budget of the moment allows. A single row longer than the budget goes alone.

    Rows without a target are left out: they add nothing to the sum. Of the others a rank takes its share.
    """

    def __init__(
        self,
        store: ExampleStore,
        examples: NDArray[np.int64],
        pad_token_id: int,
        device: torch.device,
        *,
        rank: int = 0,
        world_size: int = 1,
    ) -> None:
        self._store, self._pad_token_id, self._device = store, pad_token_id, device
        places = np.flatnonzero(store.num_targets[examples] > 0)
        share = shares(store.lengths[examples[places]], world_size)[rank]  # longest first
        self._places: NDArray[np.int64] = places[share]
        self._examples = examples[self._places]
        widths = padded_lengths(store.lengths[self._examples], int(store.lengths.max(initial=0)))
        self._widths: list[int] = widths.tolist()
        self.start_over()

    def start_over(self) -> None:
        """All rows wait again."""
        self._taken = 0
        self.count = 0
        self.num_tokens = 0
        self.num_padded_tokens = 0
        self.seconds = 0.0
        """Spent on putting micro-batches together."""

    def next(self, token_budget: int) -> MicroBatch | None:
        """The next micro-batch; None when no row is left."""
        if self._taken == len(self._widths):
            return None
        began = time.perf_counter()
        width = self._widths[self._taken]
        some = slice(self._taken, self._taken + rows_that_fit(self._widths, token_budget, start=self._taken))
        micro_batch = collate(self._store, self._examples[some], self._places[some], self._pad_token_id, width)
        self._count(micro_batch, 1)
        self.seconds += time.perf_counter() - began
        return micro_batch.to(self._device)

    def give_back(self, micro_batch: MicroBatch) -> None:
        """These rows, the last that were taken, wait again."""
        self._count(micro_batch, -1)

    def _count(self, micro_batch: MicroBatch, sign: int) -> None:
        self._taken += sign * len(micro_batch.examples)
        self.count += sign
        self.num_tokens += sign * micro_batch.num_tokens
        self.num_padded_tokens += sign * micro_batch.num_padded_tokens
